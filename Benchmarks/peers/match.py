"""Searches a text with the matchers that this Python has; one JSON object a line.

    python3 match.py PATTERNS TEXT ROUNDS

The times are those of a Python program: they include making the objects of its answers.
"""

import json
import sys
import time
from importlib import metadata


def measure(package, kind, build, find, rounds):
    start = time.process_time()
    matcher = build()
    built = time.process_time() - start
    best, count = float("inf"), 0
    for _ in range(rounds):
        start = time.process_time()
        count = find(matcher)
        best = min(best, time.process_time() - start)
    print(json.dumps({
        "name": f"{package} {metadata.version(package)}", "kind": kind, "build": built,
        "seconds": best, "matches": count}), flush=True)


def main():
    patterns = open(sys.argv[1], encoding="utf-8").read().split("\n")[:-1]
    text = open(sys.argv[2], encoding="utf-8", newline="").read()
    rounds = int(sys.argv[3])
    try:
        import daachorse
        measure(
            "daachorse", "longest",
            lambda: daachorse.CharwiseDoubleArrayAhoCorasick(
                patterns, daachorse.MATCH_KIND_LEFTMOST_LONGEST),
            lambda matcher: len(matcher.find(text)), rounds)
    except ImportError:
        pass
    try:
        import ahocorasick_rs
        measure(
            "ahocorasick_rs", "longest",
            lambda: ahocorasick_rs.AhoCorasick(
                patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest),
            lambda matcher: len(matcher.find_matches_as_indexes(text)), rounds)
    except ImportError:
        pass
    try:
        import ahocorasick

        def build():
            automaton = ahocorasick.Automaton()
            for number, pattern in enumerate(patterns):
                automaton.add_word(pattern, number)
            automaton.make_automaton()
            return automaton

        measure(
            "pyahocorasick", "all", build,
            lambda matcher: sum(1 for _ in matcher.iter(text)), rounds)
    except ImportError:
        pass


main()
