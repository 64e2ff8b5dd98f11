#!/usr/bin/env python3
"""Fits the weights of the gist's confidence, and says how well it tells good sentences from bad ones.

    fit_confidence.py NEWS.tsv PROGRAM Sources/Translation/Data/confidence.tsv
    fit_confidence.py NEWS.tsv PROGRAM --score

NEWS.tsv holds rows of document, Vietnamese, English: the development half of NTREX-128 (Microsoft, CC BY-SA 4.0). The
weights are fitted on its even documents alone; the odd ones are only scored. PROGRAM is the songngu binary: it computes
chrF2, confidence and features, so that what is measured is what is shipped.

Logistic regression with a ridge on standardised features: whether a segment's chrF2 is above the median of the even
documents. The strength of the ridge is chosen by cross-validation over the even documents.
"""
import math, os, subprocess, sys, tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from linear import solve

HEAD = """# Weights of the gist's confidence, made by Tests/Scripts/fit_confidence.py: logistic regression with a ridge.
# Fitted on the even documents of the development half of NTREX-128 (github.com/MicrosoftTranslator/NTREX, CC BY-SA 4.0).
# The file holds fitted coefficients and no text. docs/design/translation.md says what the features are.
"""


def rows(pairs, program):
    """(chrF2, confidence, features) of every segment, and the names of the features"""
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8", delete=False) as file:
        file.write("".join(f"{vi}\t{en}\n" for vi, en in pairs))
    out = subprocess.run([program, "evaluate", "translation", file.name, "--features"], check=True,
                         capture_output=True, text=True).stdout.splitlines()
    os.unlink(file.name)
    table = [[float(cell) for cell in line.split("\t")] for line in out[1:]]
    assert len(table) == len(pairs)
    return [(row[0], row[1], row[2:]) for row in table], out[0].split("\t")[2:]


def fit(features, labels, ridge, steps=60):
    """weights, the constant last, by Newton's method"""
    size = len(features[0]) + 1
    data = [row + [1.0] for row in features]
    weights = [0.0] * size
    for _ in range(steps):
        gradient = [-ridge * w for w in weights[:-1]] + [0.0]
        hessian = [[0.0] * size for _ in range(size)]
        for row, label in zip(data, labels):
            chance = 1 / (1 + math.exp(-sum(w * x for w, x in zip(weights, row))))
            spread = chance * (1 - chance)
            for i in range(size):
                gradient[i] += (label - chance) * row[i]
                for j in range(size):
                    hessian[i][j] += spread * row[i] * row[j]
        for i in range(size - 1):
            hessian[i][i] += ridge
        step = solve(hessian, gradient)
        weights = [w + s for w, s in zip(weights, step)]
        if max(abs(s) for s in step) < 1e-9:
            break
    return weights


def scaled(features):
    count = len(features)
    means = [sum(column) / count for column in zip(*features)]
    spreads = [math.sqrt(sum((x - m) ** 2 for x in column) / count) or 1.0
               for column, m in zip(zip(*features), means)]
    return [[(x - m) / s for x, m, s in zip(row, means, spreads)] for row in features], means, spreads


def rank(values):
    order = sorted(range(len(values)), key=lambda i: values[i])
    ranks, i = [0.0] * len(values), 0
    while i < len(order):
        j = i
        while j < len(order) and values[order[j]] == values[order[i]]:
            j += 1
        for k in order[i:j]:
            ranks[k] = (i + j - 1) / 2
        i = j
    return ranks


def spearman(left, right):
    a, b = rank(left), rank(right)
    ma, mb = sum(a) / len(a), sum(b) / len(b)
    top = sum((x - ma) * (y - mb) for x, y in zip(a, b))
    low = math.sqrt(sum((x - ma) ** 2 for x in a) * sum((y - mb) ** 2 for y in b))
    return top / low if low else 0.0


def report(name, table):
    scores, confidences = [r[0] for r in table], [r[1] for r in table]
    print(f"{name}: {len(table)} segments, rank correlation {spearman(confidences, scores):.3f}")
    ordered = sorted(table, key=lambda r: r[1])
    for quarter in range(4):
        part = ordered[len(ordered) * quarter // 4:len(ordered) * (quarter + 1) // 4]
        mean = sum(r[0] for r in part) / len(part)
        print(f"  confidence {part[0][1]:.2f} to {part[-1][1]:.2f}  mean chrF2 of a segment {mean:.1f}")


def main():
    news, program, target = sys.argv[1:4]
    order, even, odd = {}, [], []
    documents = []
    for line in open(news, encoding="utf-8"):
        document, vi, en = line.rstrip("\n").split("\t")
        number = order.setdefault(document, len(order))
        (odd if number % 2 else even).append((vi, en))
        if number % 2 == 0:
            documents.append(number)
    read, names = rows(even, program)
    unread, _ = rows(odd, program)
    if target == "--score":
        report("read", read)
        report("unread", unread)
        return
    median = sorted(r[0] for r in read)[len(read) // 2]
    labels = [1.0 if r[0] > median else 0.0 for r in read]
    scores = [r[0] for r in read]
    features, means, spreads = scaled([r[2] for r in read])
    best = None
    for ridge in (1.0, 3.0, 10.0, 30.0, 100.0):
        guesses = [0.0] * len(read)
        for fold in range(5):
            inside = [i for i, d in enumerate(documents) if d // 2 % 5 != fold]
            weights = fit([features[i] for i in inside], [labels[i] for i in inside], ridge)
            for i, d in enumerate(documents):
                if d // 2 % 5 == fold:
                    guesses[i] = sum(w * x for w, x in zip(weights, features[i] + [1.0]))
        found = spearman(guesses, scores)
        print(f"ridge {ridge:g}: cross-validated rank correlation {found:.3f}")
        if best is None or found > best[0]:
            best = (found, ridge)
    weights = fit(features, labels, best[1])
    plain = [w / s for w, s in zip(weights, spreads)]
    constant = weights[-1] - sum(w * m for w, m in zip(plain, means))
    for name, weight in zip(names, weights):
        print(f"  {name}\t{weight:+.3f} for one standard deviation")
    with open(target, "w", encoding="utf-8") as file:
        file.write(HEAD + "feature\tweight\n" + f"constant\t{constant:.4f}\n")
        file.write("".join(f"{name}\t{weight:.4f}\n" for name, weight in zip(names, plain)))
    print(f"weights written to {target}; score them with --score")


main()
