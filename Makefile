# make demo       install what is missing, build, and annotate the sample article
# make test       install what is missing, and run all tests
# make install    [PREFIX=/usr/local] [DESTDIR=]
# make uninstall  [PREFIX=/usr/local] [DESTDIR=]
# make bench      measure: one table in less than five minutes
# make bench-full the same with more rounds; see Benchmarks/README.md for what both can be given
# make docs       write docs/commands.md from the help of every command
# make clean      remove what was built
# make help       this list

PREFIX ?= /usr/local
SWIFT ?= swift
# Linked statically to Swift's own library and without symbols, a program starts in 8 ms, not 15.
RELEASE = -c release --static-swift-stdlib -Xlinker -s
PACKAGES = libicu-dev libxml2-dev libsqlite3-dev zlib1g-dev pkg-config
SHARE = $(DESTDIR)$(PREFIX)/share/yiming

.PHONY: help demo test build install install-files uninstall clean setup docs bench bench-full

help:
	@sed -n 's/^# make/make/p' Makefile

# Only what dpkg does not know is installed, so that a second run needs no network.
setup:
	@missing=; \
	if command -v dpkg-query >/dev/null; then \
	  for package in $(PACKAGES); do \
	    dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'install ok installed' || missing="$$missing $$package"; \
	  done; \
	elif ! pkg-config --exists icu-i18n libxml-2.0 sqlite3 zlib 2>/dev/null; then \
	  echo "not a Debian: if the build fails, install pkg-config and the headers of ICU, libxml2, SQLite and zlib" >&2; \
	fi; \
	if [ -n "$$missing" ]; then \
	  refuse() { \
	    echo "$$1; install these packages, or ask the machine's administrator to, then run make again:" >&2; \
	    echo "    apt-get install --no-install-recommends$$missing" >&2; \
	    exit 2; \
	  }; \
	  sudo=; \
	  if [ "$$(id -u)" != 0 ]; then \
	    command -v sudo >/dev/null || refuse "packages are missing, and there is no sudo here"; \
	    sudo=sudo; \
	  fi; \
	  echo "installing$$missing"; \
	  { $$sudo apt-get update -q && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $$missing; } \
	  || refuse "packages are missing and could not be installed"; \
	fi
	@command -v $(SWIFT) >/dev/null || { echo "Swift 6.2 or later is needed: see swift.org/install" >&2; exit 2; }

build: setup
	$(SWIFT) build $(RELEASE) --product yiming

demo: build
	@"$$($(SWIFT) build $(RELEASE) --show-bin-path)/yiming" annotate samples/article.txt

test: setup
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

install: build
	@$(MAKE) --no-print-directory install-files BINARY="$$($(SWIFT) build $(RELEASE) --show-bin-path)/yiming"

# The second half of install: BINARY is the program, built anywhere.
install-files:
	@set -e; \
	if [ ! -x "$(BINARY)" ]; then echo "install-files needs BINARY=…, a built yiming; did you mean make install?" >&2; exit 2; fi; \
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(SHARE)"; \
	install -m 755 "$(BINARY)" "$(DESTDIR)$(PREFIX)/bin/yiming"; \
	rm -rf "$(SHARE)/core" "$(SHARE)/wide" "$(SHARE)/language" "$(SHARE)/compiled" "$(SHARE)/licenses"; \
	cp -R glossary/core glossary/language glossary/licenses "$(SHARE)/"; \
	install -d "$(SHARE)/wide"; \
	install -m 644 glossary/wide/*.tsv "$(SHARE)/wide/"; \
	install -m 644 glossary/SOURCES.md LICENSE "$(SHARE)/"; \
	"$(DESTDIR)$(PREFIX)/bin/yiming" glossary compile "$(SHARE)/compiled"; \
	chmod -R a+rX "$(SHARE)"; \
	echo "installed $(DESTDIR)$(PREFIX)/bin/yiming"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/yiming"
	rm -rf "$(SHARE)"

# The peers from PyPI go into a folder of their own; without pip or network they are left out.
PEERS = Benchmarks/.build/peers
bench: build
	@$(SWIFT) build -c release --package-path Benchmarks
	@if [ ! -x $(PEERS)/bin/python ]; then \
	  { python3 -m venv $(PEERS) && $(PEERS)/bin/pip install -q daachorse ahocorasick_rs pyahocorasick rapidfuzz lxml translate-toolkit; } >/dev/null 2>&1 \
	  || { rm -rf $(PEERS); echo "the peers from PyPI are left out: they could not be installed" >&2; }; \
	fi
	@python=; if [ -x $(PEERS)/bin/python ]; then python=$(PEERS)/bin/python; fi; \
	YIMING_BENCH_ROOT=. YIMING_BENCH_PYTHON="$${YIMING_BENCH_PYTHON:-$$python}" \
	YIMING_BENCH_TOOL="$${YIMING_BENCH_TOOL:-$$($(SWIFT) build $(RELEASE) --show-bin-path)/yiming}" \
	"$$($(SWIFT) build -c release --package-path Benchmarks --show-bin-path)/Benchmarks" $(BENCH)

bench-full:
	@$(MAKE) --no-print-directory bench BENCH=--full

docs: build
	@sh docs/make-commands.sh "$$($(SWIFT) build $(RELEASE) --show-bin-path)/yiming" > docs/commands.md.new
	@mv docs/commands.md.new docs/commands.md

clean:
	$(SWIFT) package clean
	rm -rf .build
