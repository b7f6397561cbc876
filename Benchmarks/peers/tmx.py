"""Reads a TMX file with a library of this Python and prints its name, version and number of units.

    python3 tmx.py lxml|translate-toolkit FILE
"""

import sys
from importlib import metadata


def read_lxml(path):
    from lxml import etree
    count = 0
    for _, unit in etree.iterparse(path, tag="tu"):
        count += 1
        for segment in unit.iter("seg"):
            "".join(segment.itertext())
        unit.clear()
        while unit.getprevious() is not None:
            del unit.getparent()[0]
    return count


def read_toolkit(path):
    from translate.storage.tmx import tmxfile
    with open(path, "rb") as file:
        return sum(1 for _ in tmxfile.parsestring(file.read()).units)


name = sys.argv[1]
count = {"lxml": read_lxml, "translate-toolkit": read_toolkit}[name](sys.argv[2])
print(name, metadata.version(name), count)
