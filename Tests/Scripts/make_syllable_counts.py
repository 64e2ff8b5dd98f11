#!/usr/bin/env python3
"""Counts syllables and pairs of neighbours in CC BY-SA text, for Sources/Vietnamese/Data/syllable-counts.tsv.

    make_syllable_counts.py DATA_FOLDER > Sources/Vietnamese/Data/syllable-counts.tsv

DATA_FOLDER holds ud_vtb/{train,dev}.conllu (UD_Vietnamese-VTB) and ntrex_dev.tsv (NTREX-128).
"""
import collections, os, re, sys, unicodedata

HEAD = """\
# How often syllables, and pairs of neighbouring syllables (twice or more), stand in running news text.
# Counted by Tests/Scripts/make_syllable_counts.py from UD_Vietnamese-VTB (Universal Dependencies, train and dev,
# CC BY-SA 4.0) and the Vietnamese side of 62 documents of NTREX-128 (Microsoft, CC BY-SA 4.0).
# contexts: after how many different syllables a syllable stands. These counts are shared under CC BY-SA 4.0.
syllables\tcount\tcontexts"""


def lines(folder):
    for part in ("train", "dev"):
        words = []
        for line in open(os.path.join(folder, "ud_vtb", part + ".conllu"), encoding="utf-8"):
            cells = line.rstrip("\n").split("\t")
            if not line.strip():
                yield " ".join(words)
                words = []
            elif cells[0].isdigit():
                words.append(cells[1].replace("LBKT", "(").replace("RBKT", ")"))
        yield " ".join(words)
    for line in open(os.path.join(folder, "ntrex_dev.tsv"), encoding="utf-8"):
        yield line.split("\t")[1]


def main():
    single, pairs = collections.Counter(), collections.Counter()
    before = collections.defaultdict(set)
    for line in lines(sys.argv[1]):
        line = unicodedata.normalize("NFC", line).lower()
        for run in re.split(r"[^\w\s]|\d|_", line):
            syllables = run.split()
            single.update(syllables)
            pairs.update(zip(syllables, syllables[1:]))
            for previous, syllable in zip([""] + syllables, syllables):
                before[syllable].add(previous)
    print(HEAD)
    rows = [(s, n, len(before[s])) for s, n in single.items()]
    rows += [(" ".join(p), n, "") for p, n in pairs.items() if n > 1]
    for text, count, contexts in sorted(rows):
        print(f"{text}\t{count}\t{contexts}")


main()
