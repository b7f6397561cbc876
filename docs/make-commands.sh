#!/bin/sh
# Writes the command reference to standard output, from the help of every command:
#
#     sh docs/make-commands.sh .build/release/yiming > docs/commands.md
set -eu

program=${1:?"which yiming? give its path"}

# The help is wrapped at the width of the terminal; here always at the same one.
COLUMNS=80
LINES=25
export COLUMNS LINES

# section WORD...: the help of the command of these words, then of those below it.
section() {
  help=$("$program" "$@" --help </dev/null)
  printf '\n## yiming%s\n\n```text\n%s\n```\n' "${*:+ $*}" "$help"
  printf '%s\n' "$help" | sed -n '/^SUBCOMMANDS:/,/^$/s/^  \([a-z][a-z-]*\).*/\1/p' |
    while read -r name; do section "$@" "$name"; done
}

cat <<'END'
# The commands

What each command prints when it is given `--help`. This page is written by
`make docs`; change the help in `Sources/YimingCommands` instead.
END
section
