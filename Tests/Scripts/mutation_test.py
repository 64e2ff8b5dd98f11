#!/usr/bin/env python3
"""Changes one thing between two runs, a hundred times, and checks that songngu names it as the cause.

    python3 Tests/Scripts/mutation_test.py [--program .build/release/songngu] [--count 100] [--seed 1]

Each round briefs one seed, changes one factor (the rendering of a term, an option, a word or sentence of the
source, a weight in a data file), briefs again, and reads `songngu diff --format json`. A second factor that
does nothing (the title, or a glossary row of a word that does not stand in the article) changes in every
other round, so that the cause must be found by experiment. A round is right when every change of the article
names the factor, and the row or option itself, and nothing else. Rounds without any change are drawn again.
"""
import argparse
import glob
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SEEDS = sorted(glob.glob(os.path.join(ROOT, "seeds", "*.txt")))
WEIGHTS = os.path.join(ROOT, "Sources/Summarization/Data/summary-weights.tsv")
HEADER = "vi\ttag\ten\n"


class Round:
    def __init__(self, program, rng):
        self.program, self.rng = program, rng
        self.folder = tempfile.mkdtemp(prefix="songngu-mutation-")
        shutil.copy(rng.choice(SEEDS), os.path.join(self.folder, "article.txt"))
        self.rows, self.options = {"không có chữ này": "nothing"}, {"--sentences": "5"}
        subprocess.run([program, "init", self.folder], check=True, capture_output=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def brief(self):
        with open(self.path("own.tsv"), "w", encoding="utf-8") as out:
            out.write(HEADER + "".join(f"{vi}\tN\t{en}\n" for vi, en in sorted(self.rows.items())))
        command = [self.program, "brief", self.path("article.txt"), "--workspace", self.folder,
                   "--output", self.path("reports"), "--format", "json", "--quiet",
                   "--glossary", self.path("own.tsv")]
        for name, value in self.options.items():
            command += [name, value]
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT)

    def diff(self):
        found = subprocess.run(
            [self.program, "diff", "--workspace", self.folder, "--format", "json"],
            check=True, capture_output=True, text=True, cwd=ROOT)
        return json.loads(found.stdout)["diff"]

    def noise(self):
        if self.rng.random() < 0.5:
            self.options["--title"] = f"title {self.rng.randrange(1000)}"
        else:
            self.rows["không có chữ này"] = f"nothing {self.rng.randrange(1000)}"

    def mutate(self, kind):
        """Changes the factor; what its cause must say, as (factor, text)."""
        if kind == "rendering":
            with open(glob.glob(self.path("reports/articles/*.json"))[0], encoding="utf-8") as file:
                brief = json.load(file)
            marks = [m for point in brief["points"] + brief["leftOut"] for m in point["annotations"]]
            terms = sorted({m["surface"] for m in marks if m["kind"] == "term" and " " in m["surface"]
                            and re.fullmatch(r"[^\W\d_]+( [^\W\d_]+)+", m["surface"])})
            if not terms:
                return None
            term = self.rng.choice(terms).lower()
            self.rows[term] = f"mutant {self.rng.randrange(1000)}"
            return "glossary", f"‘{term}’"
        if kind == "option":
            self.options["--sentences"] = str(self.rng.choice([1, 2, 3, 4, 6]))
            return "option", "sentences"
        if kind == "edit":
            with open(self.path("article.txt"), encoding="utf-8") as file:
                text = file.read()
            words = [m for m in re.finditer(r"(?<= )[a-zà-ỹ]{3,}(?= )", text)]
            word = self.rng.choice(words)
            text = text[:word.start()] + self.rng.choice(["khác", "mới", "1.234"]) + text[word.end():]
            with open(self.path("article.txt"), "w", encoding="utf-8") as file:
                file.write(text)
            return "input", "bytes"
        os.makedirs(self.path("data"), exist_ok=True)
        with open(WEIGHTS, encoding="utf-8") as file:
            lines = file.read().split("\n")
        numbers = [n for n, line in enumerate(lines)
                   if re.match(r"article\t\S+\t-?\d+\.\d+", line)]
        row = self.rng.choice(numbers)
        lines[row] = re.sub(r"\t-?\d+\.\d+", f"\t{self.rng.uniform(-2, 2):.3f}", lines[row], count=1)
        with open(self.path("data/summary-weights.tsv"), "w", encoding="utf-8") as file:
            file.write("\n".join(lines))
        self.options["--data"] = self.path("data")
        return "weights", "summary-weights.tsv"


def judge(diff, expected):
    """Whether every change of the article names the cause; None when nothing changed."""
    changes = [change for article in diff["articles"] for change in article["changes"]]
    if not changes:
        return None
    factor, text = expected
    return all(
        change["causes"] and all(
            cause["factor"] == factor and text in cause["detail"] for cause in change["causes"])
        for change in changes)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=os.path.join(ROOT, ".build/release/songngu"))
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    kinds = ["rendering", "option", "edit", "weight"]
    right, total, wrong = {}, {}, []
    done = attempts = 0
    while done < options.count and attempts < options.count * 3:
        kind, attempts = kinds[attempts % len(kinds)], attempts + 1
        trial = Round(os.path.abspath(options.program), rng)
        trial.brief()
        expected = trial.mutate(kind)
        if expected:
            if attempts % 2:
                trial.noise()
            trial.brief()
            diff = trial.diff()
            verdict = judge(diff, expected)
            if verdict is not None:
                done += 1
                total[kind] = total.get(kind, 0) + 1
                right[kind] = right.get(kind, 0) + verdict
                if not verdict:
                    wrong.append((kind, expected, diff["articles"][0]["changes"][0]))
        shutil.rmtree(trial.folder)
    for kind in kinds:
        print(f"{kind}: {right.get(kind, 0)} of {total.get(kind, 0)}")
    print(f"all: {sum(right.values())} of {done}")
    for item in wrong[:5]:
        print("wrong:", json.dumps(item, ensure_ascii=False)[:600])
    sys.exit(0 if done and sum(right.values()) >= 0.98 * done else 1)


main()
