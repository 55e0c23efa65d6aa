#!/usr/bin/env python3
"""Makes tables.txt from the Unicode Character Database: python3 make-tables.py [DIRECTORY] > tables.txt

DIRECTORY has UnicodeData.txt and the Derived*.txt files; by default it is where Debian's package unicode-data puts them.
Source: Unicode Standard Annex 15 (normalisation), RFC 8264 sections 8 and 9 (which code points are for identifiers).
"""

import re
import sys
from pathlib import Path

HEADER = """\
# Facts from the Unicode Character Database {version}, made by make-tables.py.
# Copyright (c) 1991-2022 Unicode, Inc. Used under https://www.unicode.org/license.txt
#
# D code-point first [second]   canonical decomposition; d the same, but nothing is composed to it
# C class first last            canonical combining class, where it is not 0
# X first last                  no part of a name, though letter, digit or mark: it has a compatible form, is old Hangul, can't be
#                               seen, or is an exception of RFC 8264; what is between two of them and is no letter is passed over
"""

OLD_HANGUL = [(0x1100, 0x11FF), (0xA960, 0xA97F), (0xD7B0, 0xD7FF)]
EXCEPTIONS = [(0x0640, 0x0640), (0x07FA, 0x07FA), (0x302E, 0x302F), (0x3031, 0x3035), (0x303B, 0x303B)]
NAME_CATEGORIES = {"Ll", "Lu", "Lo", "Lm", "Nd", "Mn", "Mc"}

directory = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")


def having(file, field, value):
    """The code points that a Derived*.txt file lists with a value in a field."""
    found = set()
    for line in (directory / file).read_text("utf-8").splitlines():
        fields = [part.strip() for part in line.split("#")[0].split(";")]
        if len(fields) > field and fields[1 : field + 1] == value:
            first, _, last = fields[0].partition("..")
            found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found


def ranges(values):
    """Sorted values as (first, last)."""
    runs = []
    for value in sorted(values):
        if runs and runs[-1][1] == value - 1:
            runs[-1][1] = value
        else:
            runs.append([value, value])
    return runs


excluded = having("DerivedNormalizationProps.txt", 1, ["Full_Composition_Exclusion"])
unfit = having("DerivedNormalizationProps.txt", 2, ["NFKC_QC", "N"])
unfit |= having("DerivedCoreProperties.txt", 1, ["Default_Ignorable_Code_Point"])
for first, last in OLD_HANGUL + EXCEPTIONS:
    unfit.update(range(first, last + 1))

decompositions, classes, fit, first_of_range = [], {}, set(), None
for line in (directory / "UnicodeData.txt").read_text("utf-8").splitlines():
    code, name, category, combining, _, decomposition = line.split(";")[:6]
    value = int(code, 16)
    if name.endswith(", First>"):
        first_of_range = value
        continue
    values = range(first_of_range, value + 1) if name.endswith(", Last>") else [value]
    if category in NAME_CATEGORIES:
        fit.update(set(values) - unfit)
    if combining != "0":
        classes.setdefault(int(combining), []).append(value)
    if decomposition and "<" not in decomposition:
        decompositions.append(f"{'d' if value in excluded else 'D'} {value:X} {decomposition}")

# Two unfit code points are in one range when nothing fit is between them.
merged = []
for first, last in ranges(unfit):
    if merged and not any(value in fit for value in range(merged[-1][1] + 1, first)):
        merged[-1][1] = last
    else:
        merged.append([first, last])

version = re.search(r"-(\d+\.\d+\.\d+)", (directory / "DerivedNormalizationProps.txt").read_text("utf-8")).group(1)
print(HEADER.format(version=version), end="")
print("\n".join(decompositions))
for combining, values in sorted(classes.items()):
    for first, last in ranges(values):
        print(f"C {combining} {first:X} {last:X}")
for first, last in merged:
    print(f"X {first:X} {last:X}")
