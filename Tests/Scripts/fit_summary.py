#!/usr/bin/env python3
"""Fits the weights of the default summaries and prints cross-validated scores with intervals.

    fit_summary.py DATA_FOLDER PROGRAM Sources/Summarization/Data/summary-weights.tsv [--shuffles 3] [--ablate]

DATA_FOLDER holds vmds_dev.jsonl: 100 clusters of VietnameseMDS with two summaries each. Its articles belong to the
newspapers; no text of them goes into the weights, only fitted coefficients. PROGRAM is the songngu binary: it computes
the features and makes and scores every summary, so that what is measured is what is shipped.

Ridge regression on standardised features. Sentences: the share of a sentence's pairs that stand in a reference. Pairs:
the share of the references that hold it. Articles: the share of a sentence's pairs that stand in the article's lede.
Cross-validated: weights of 4/5 of the clusters, scored on the rest.
"""
import json, os, random, re, subprocess, sys, tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from linear import solve

LAMBDA = {"sentence": 30.0, "pair": 100.0, "article": 30.0}
HEAD = """# Weights of the default summaries, made by Tests/Scripts/fit_summary.py: ridge regression on standardised features.
# Fitted on 100 clusters of VietnameseMDS (github.com/lupanh/VietnameseMDS, no licence stated; the articles belong to the newspapers).
# The file holds fitted coefficients and no text. sentence, pair: several articles; article: one; search: set by hand.
"""


def joined(text):
    """word-segmented text as it was printed"""
    text = text.replace("_", " ").replace("``", '"').replace("''", '"').replace("LBKT", "(").replace("RBKT", ")")
    text = re.sub(r"\s+([.,;:!?…)\]}”’%]+)", r"\1", text)
    return re.sub(r"([(\[“‘{])\s+", r"\1", text).strip()


def iso(time):
    m = re.match(r"(\d+)/(\d+)/(\d+)\s+(\d+):(\d+)", time or "")
    return "%s-%02d-%02dT%02d:%02d" % (m[3], int(m[2]), int(m[1]), int(m[4]), int(m[5])) if m else ""


def stories(data):
    rows = [json.loads(l) for l in open(os.path.join(data, "vmds_dev.jsonl"), encoding="utf-8")]
    return [
        {"id": r["cluster"], "references": r["refs"], "documents": [
            {"id": d["id"], "title": joined(d["title"]), "lead": joined(d["sapo"]), "text": d["body"],
             "published": iso(d["time"])} for d in r["docs"]]} for r in rows]


def articles(stories):
    """each article alone, with its lede as the text to be like"""
    out = []
    for story in stories:
        own = []
        for d in story["documents"]:
            if len(d["lead"].split()) >= 10 and len(d["text"].split()) >= 140:
                own.append({"id": d["id"], "references": [d["lead"]],
                            "documents": [{"id": d["id"], "title": d["title"], "text": d["text"]}]})
        out.append(own)
    return out


class Program:
    def __init__(self, path):
        self.path = path

    def run(self, command, records, *options):
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
            f.writelines(json.dumps(r, ensure_ascii=False) + "\n" for r in records)
            f.flush()
            call = [self.path, "evaluate", command, f.name, "--quiet", *options]
            return subprocess.run(call, check=True, capture_output=True, text=True).stdout.splitlines()

    def features(self, records, *options):
        return [json.loads(l) for l in self.run("features", records, *options)]

    def scores(self, records, method, weights, words, *options):
        """[(R1, R2, RL)]"""
        with tempfile.NamedTemporaryFile("w", suffix=".tsv") as f:
            f.write(table(weights))
            f.flush()
            lines = self.run("summary", records, "--methods", method, "--each", "--words", str(words),
                             "--weights", f.name, *options)
        return [tuple(map(float, l.split("\t")[2:5])) for l in lines]


def table(weights):
    rows = [f"{model}\t{name}\t{value:.4f}\n" for model in weights for name, value in weights[model].items()]
    return HEAD + "model\tfeature\tweight\n" + "".join(rows)


class Sums:
    """what a weighted ridge regression needs of rows: counts, sums and products"""

    def __init__(self, size):
        self.n, self.y = 0.0, 0.0
        self.x, self.xy, self.xx = [0.0] * size, [0.0] * size, [[0.0] * size for _ in range(size)]

    def add(self, rows):
        size = len(self.x)
        for r in rows:
            x, w = r["features"], float(r["weight"])
            self.n += w
            self.y += w * r["target"]
            for i in range(size):
                if x[i]:
                    wx, row = w * x[i], self.xx[i]
                    self.x[i] += wx
                    self.xy[i] += wx * r["target"]
                    for j in range(size):
                        row[j] += wx * x[j]
        return self

    def plus(self, other):
        new, size = Sums(len(self.x)), len(self.x)
        new.n, new.y = self.n + other.n, self.y + other.y
        new.x = [a + b for a, b in zip(self.x, other.x)]
        new.xy = [a + b for a, b in zip(self.xy, other.xy)]
        new.xx = [[self.xx[i][j] + other.xx[i][j] for j in range(size)] for i in range(size)]
        return new


def ridge(s, names, penalty, without=()):
    """{name: weight}; the first feature is the constant"""
    keep = [i for i in range(1, len(names)) if names[i] not in without]
    mean = [v / s.n for v in s.x]
    spread = {i: max(1e-12, s.xx[i][i] / s.n - mean[i] ** 2) ** 0.5 for i in keep}
    keep = [i for i in keep if spread[i] > 1e-5]
    a = [[(s.xx[i][j] - s.n * mean[i] * mean[j]) / spread[i] / spread[j] + (penalty if i == j else 0) for j in keep]
         for i in keep]
    b = [(s.xy[i] - mean[i] * s.y) / spread[i] for i in keep]
    beta = solve(a, b)
    weights = {names[i]: v / spread[i] for i, v in zip(keep, beta)}
    constant = s.y / s.n - sum(weights[names[i]] * mean[i] for i in keep)
    return {names[0]: constant, **weights}


def gather(features, kind):
    names = features[0]["pairNames" if kind == "pair" else "sentenceNames"]
    return names, [Sums(len(names)).add(f["pairs" if kind == "pair" else "sentences"]) for f in features]


def total(sums, indices):
    out = None
    for i in indices:
        if sums[i] is not None:
            out = sums[i] if out is None else out.plus(sums[i])
    return out


def interval(values, seed=20260):
    r, n = random.Random(seed), len(values)
    means = sorted(sum(r.choices(values, k=n)) / n for _ in range(1000))
    return sum(values) / n, means[25], means[974]


def show(name, rows, base):
    cells = [100 * sum(x[k] for x in rows) / len(rows) for k in range(3)]
    mean, low, high = (100 * v for v in interval([a[1] - b[1] for a, b in zip(rows, base)]))
    print(f"{name:34s} R1 {cells[0]:.1f}  R2 {cells[1]:.1f}  RL {cells[2]:.1f}   R2 minus baseline {mean:+.1f} [{low:+.1f}, {high:+.1f}]",
          flush=True)


class Fit:
    def __init__(self, program, clusters, single, shuffles, options=()):
        self.program, self.clusters, self.single, self.shuffles = program, clusters, single, shuffles
        self.options = options
        self.search = {"balance": 0.1, "width": 12, "article-redundancy": 0.3}
        features = program.features(clusters, *options)
        self.names, self.sums = {}, {}
        for kind in ("sentence", "pair"):
            self.names[kind], self.sums[kind] = gather(features, kind)
        flat = [a for own in single for a in own]
        features = iter(program.features(flat, *options))
        parts = [[next(features) for _ in own] for own in single]
        self.names["article"] = next(f for own in parts for f in own)["sentenceNames"]
        self.sums["article"] = []
        for own in parts:
            s = Sums(len(self.names["article"]))
            for f in own:
                s.add(f["sentences"])
            self.sums["article"].append(s)

    def weights(self, indices, without=()):
        out = {k: ridge(total(self.sums[k], indices), self.names[k], LAMBDA[k],
                        [w.split(":")[1] for w in without if w.split(":")[0] == k])
               for k in ("sentence", "pair", "article")}
        return {**out, "search": self.search}

    def folds(self):
        for seed in range(self.shuffles):
            order = list(range(len(self.clusters)))
            random.Random(seed).shuffle(order)
            for k in range(5):
                test = order[k::5]
                yield [i for i in order if i not in set(test)], test

    def cross(self, without=(), task="story", options=()):
        """mean over shuffles, by cluster or article"""
        got = {}
        for train, test in self.folds():
            weights = self.weights(train, without)
            if task == "story":
                rows = self.program.scores([self.clusters[i] for i in test], "coverage", weights, 180,
                                           *self.options, *options)
                keys = test
            else:
                items = [a for i in test for a in self.single[i]]
                rows = self.program.scores(items, "coverage", weights, 70, *self.options, *options)
                keys = [a["id"] for a in items]
            for key, row in zip(keys, rows):
                got.setdefault(key, []).append(row)
        order = range(len(self.clusters)) if task == "story" else [a["id"] for own in self.single for a in own]
        return [tuple(sum(r[k] for r in got[i]) / len(got[i]) for k in range(3)) for i in order]

    def baseline(self, task, method):
        weights = self.weights(range(len(self.clusters)))
        items = self.clusters if task == "story" else [a for own in self.single for a in own]
        return self.program.scores(items, method, weights, 180 if task == "story" else 70, *self.options)


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    shuffles = int(next((a.split("=")[1] for a in sys.argv if a.startswith("--shuffles=")), 3))
    data, program, target = arguments[:3]
    clusters = stories(data)
    fit = Fit(Program(program), clusters, articles(clusters), shuffles)
    robin, lead = fit.baseline("story", "round-robin"), fit.baseline("article", "lead")
    print(f"{len(clusters)} clusters, {len(lead)} articles, {shuffles} shuffles of 5 folds")
    show("stories: round robin", robin, robin)
    show("stories: cross-validated", fit.cross(), robin)
    show("articles: lead", lead, lead)
    show("articles: cross-validated", fit.cross(task="article"), lead)
    if "--ablate" in sys.argv:
        for kind in ("sentence", "pair"):
            for name in fit.names[kind][1:]:
                show(f"stories without {kind}:{name}", fit.cross([f"{kind}:{name}"]), robin)
        for name in fit.names["article"][1:]:
            show(f"articles without {name}", fit.cross([f"article:{name}"], "article"), lead)
    with open(target, "w", encoding="utf-8") as f:
        f.write(table(fit.weights(range(len(clusters)))))


if __name__ == "__main__":
    main()
