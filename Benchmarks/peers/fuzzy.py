"""Finds the segments that are most like each query with rapidfuzz; prints one JSON object.

    python3 fuzzy.py SEGMENTS QUERIES CUTOFF LIMIT

Both files have one text a line. The distance is over characters.
"""

import json
import sys
import time
from importlib import metadata

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein


def lines(path):
    return open(path, encoding="utf-8", newline="\n").read().split("\n")[:-1]


segments, queries = lines(sys.argv[1]), lines(sys.argv[2])
found = 0
start = time.process_time()
for query in queries:
    found += len(process.extract(
        query, segments, scorer=Levenshtein.normalized_similarity, score_cutoff=float(sys.argv[3]),
        limit=int(sys.argv[4])))
seconds = (time.process_time() - start) / len(queries)
print(json.dumps({"version": metadata.version("rapidfuzz"), "seconds": seconds, "found": found}))
