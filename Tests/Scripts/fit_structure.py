#!/usr/bin/env python3
"""Would fitted weights give better page roles than the hand-set ones?

Leave-one-page-out: a softmax over the shipped reader's role and reason for each block, the roles
beside it, and its look, is trained on all pages but one and scored on that one. Needs numpy.

    python3 Tests/Scripts/fit_structure.py Tests/Fixtures/pages/tune .build/release/songngu
"""

import collections
import glob
import json
import os
import re
import subprocess
import sys

import numpy

ROLES = ["section", "headline", "dateline", "lede", "body", "caption", "related", "credit", "widget", "teaser"]


def visible(text):
    return re.sub(r"\s", "", text)


def page(program, gold):
    """The blocks of a page, each with the role that most of its characters have in the gold."""
    stem = gold[: -len(".structure.tsv")]
    path = stem + (".txt" if os.path.exists(stem + ".txt") else ".html")
    out = subprocess.run([program, "inspect", "--format", "json", path], capture_output=True, text=True, check=True)
    roles = []
    with open(gold, encoding="utf-8") as lines:
        for line in lines:
            role, text = line.rstrip("\n").split("\t", 1)
            roles += [role] * len(visible(text))
    place, blocks = 0, []
    for block in json.loads(out.stdout)["blocks"]:
        end = place + len(visible(block["text"]))
        count = collections.Counter(roles[place:end])
        place = end
        if count:
            blocks.append((block, max(sorted(count), key=count.get)))
    return blocks


def look(text):
    words = text.split()
    yield f"length:{min(12, len(words)) if len(words) < 13 else 'long' if len(words) < 40 else 'prose'}"
    yield f"stop:{text[-1:] in '.!?…' }"
    yield f"capitals:{text.isupper()}"
    yield f"names:{all(word[:1].isupper() for word in words)}"
    yield f"digits:{sum(c.isdigit() for c in text) * 4 > len(text)}"
    yield f"small:{text[:1].islower()}"


def features(blocks, index):
    def role(at):
        return blocks[at][0]["role"] if 0 <= at < len(blocks) else "edge"

    block = blocks[index][0]
    reason = block["reason"].split(":")[0].split(";")[0]
    first = [i for i in range(len(blocks)) if role(i) in ("lede", "body")]
    zone = "none" if not first else "head" if index < first[0] else "tail" if index > first[-1] else "body"
    names = ["bias", f"role:{role(index)}", f"reason:{reason}", f"role+reason:{role(index)} {reason}"]
    names += [f"before:{role(index - 1)} {role(index)}", f"after:{role(index + 1)} {role(index)}"]
    names += [f"zone:{zone} {role(index)}"] + [f"{f} {role(index)}" for f in look(block["text"])]
    return names + [f"{f} {zone}" for f in look(block["text"])]


def train(rows, size, strength, rounds=60):
    """Softmax regression that starts from the shipped role, by full-batch gradient steps."""
    weights = numpy.zeros((size, len(ROLES)))
    for _ in range(rounds):
        step = numpy.zeros_like(weights)
        for columns, given, wanted in rows:
            scores = weights[columns].sum(axis=0)
            scores[given] += 3
            chance = numpy.exp(scores - scores.max())
            chance /= chance.sum()
            chance[wanted] -= 1
            step[columns] -= chance
        weights += 0.3 * (step / len(rows) * 20 - strength * weights)
    return weights


def main():
    folder, program = sys.argv[1:3]
    pages = [page(program, gold) for gold in sorted(glob.glob(f"{folder}/*.structure.tsv"))]
    names = {}
    rows = []
    for blocks in pages:
        rows.append([])
        for index in range(len(blocks)):
            columns = [names.setdefault(name, len(names)) for name in features(blocks, index)]
            given, wanted = ROLES.index(blocks[index][0]["role"]), ROLES.index(blocks[index][1])
            rows[-1].append((columns, given, wanted))
    total = sum(map(len, rows))
    shipped = sum(given == wanted for part in rows for _, given, wanted in part)
    print(f"blocks {total}, right as shipped {shipped}")
    for strength in (0.3, 0.1, 0.03):
        right = 0
        for left in range(len(rows)):
            known = [row for index, part in enumerate(rows) if index != left for row in part]
            weights = train(known, len(names), strength)
            for columns, given, wanted in rows[left]:
                scores = weights[columns].sum(axis=0)
                scores[given] += 3
                right += int(scores.argmax() == wanted)
        print(f"strength {strength}: right with fitted weights, page left out: {right}")


if __name__ == "__main__":
    main()
