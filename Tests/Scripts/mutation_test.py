#!/usr/bin/env python3
"""Changes one thing between two runs, a hundred times, and checks that songngu names it as the cause.

    python3 Tests/Scripts/mutation_test.py [--program .build/release/songngu] [--count 100] [--seed 1]

Each round briefs one seed, changes one factor, briefs again, and reads `songngu diff --format json`. Factors:
the rendering of a term, an option, a word of the source, a weight, a rule of the grammar, the rows of another
data file that stand in the article (cues, word lists), its date, the style of the English, an approved translation. A
second factor that does nothing (the title, or a glossary row of a word that does not stand in the article)
changes in every other round, so that the cause must be found by experiment. A round is right when every
change of the article names the factor, and the row or option itself, and nothing else. Rounds without any
change are drawn again.

The program, its data and the shipped glossaries are copied first, and every round runs the copy: nothing that
is built or edited meanwhile comes between two runs.
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
KINDS = ["rendering", "option", "edit", "weight", "rule", "data", "date", "style", "memory"]
# Tables whose first column is a text that an article can hold.
TABLES = ["Annotation/Data/phrases", "Annotation/Data/surnames", "Annotation/Data/figures",
          "Annotation/Data/numerals", "Annotation/Data/calendar", "Segmentation/Data/structure-cues",
          "Segmentation/Data/outlets", "Summarization/Data/openings", "Summarization/Data/stop-words"]
HEADER = "vi\ttag\ten\n"


def installed(program, folder):
    """A copy of the program with its data and the glossaries of this folder, as an installation has them."""
    shutil.copy(program, folder)
    for data in glob.glob(os.path.join(os.path.dirname(program), "songngu_*.resources")):
        shutil.copytree(data, os.path.join(folder, os.path.basename(data)))
    shutil.copytree(os.path.join(ROOT, "Glossaries"), os.path.join(folder, "Glossaries"))
    shutil.copytree(os.path.join(ROOT, "Sources"), os.path.join(folder, "Sources"),
                    ignore=shutil.ignore_patterns("*.swift", "*.c", "*.cpp", "*.h"))
    return os.path.join(folder, "songngu")


class Round:
    def __init__(self, program, rng):
        self.program, self.rng = program, rng
        self.home = os.path.dirname(program)
        self.folder = tempfile.mkdtemp(prefix="songngu-mutation-")
        shutil.copy(rng.choice(SEEDS), os.path.join(self.folder, "article.txt"))
        self.rows, self.options = {"không có chữ này": "nothing"}, {"--sentences": "5"}
        self.run("init", self.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *words):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("SONGNGU_")}
        done = subprocess.run([self.program, *words], capture_output=True, text=True, cwd=self.home,
                              env=environment)
        if done.returncode:
            raise SystemExit(f"songngu {' '.join(words)}: {done.returncode}\n{done.stderr}")
        return done.stdout

    def brief(self):
        with open(self.path("own.tsv"), "w", encoding="utf-8") as out:
            out.write(HEADER + "".join(f"{vi}\tN\t{en}\n" for vi, en in sorted(self.rows.items())))
        self.run("brief", self.path("article.txt"), "--workspace", self.folder,
                 "--output", self.path("reports"), "--format", "json", "--quiet",
                 "--glossary", self.path("own.tsv"),
                 *[word for option in self.options.items() for word in option])

    def diff(self):
        return json.loads(self.run("diff", "--workspace", self.folder, "--format", "json"))["diff"]

    def noise(self):
        if self.rng.random() < 0.5:
            self.options["--title"] = f"title {self.rng.randrange(1000)}"
        else:
            self.rows["không có chữ này"] = f"nothing {self.rng.randrange(1000)}"

    def report(self):
        with open(glob.glob(self.path("reports/articles/*.json"))[0], encoding="utf-8") as file:
            return json.load(file)

    def points(self):
        brief = self.report()
        return brief["points"] + brief["leftOut"]

    def text(self):
        with open(self.path("article.txt"), encoding="utf-8") as file:
            return file.read()

    def table(self, name):
        with open(os.path.join(self.home, "Sources", name + ".tsv"), encoding="utf-8") as file:
            return file.read().split("\n")

    def replace(self, name, lines):
        """Puts a changed table in place of the shipped one."""
        os.makedirs(self.path("data"), exist_ok=True)
        with open(self.path(f"data/{os.path.basename(name)}.tsv"), "w", encoding="utf-8") as file:
            file.write("\n".join(lines))
        self.options["--data"] = self.path("data")

    # Each of these changes a factor and says what its cause must be, as (factor, text); None where the
    # article has nothing to change.

    def rendering(self):
        marks = [m for point in self.points() for m in point["annotations"]]
        terms = sorted({m["surface"] for m in marks if m["kind"] == "term"
                        and re.fullmatch(r"[^\W\d_]+( [^\W\d_]+)+", m["surface"])})
        if not terms:
            return None
        term = self.rng.choice(terms).lower()
        self.rows[term] = f"mutant {self.rng.randrange(1000)}"
        return "glossary", f"‘{term}’"

    def option(self):
        self.options["--sentences"] = str(self.rng.choice([1, 2, 3, 4, 6]))
        return "option", "sentences"

    def edit(self):
        text = self.text()
        word = self.rng.choice([m for m in re.finditer(r"(?<= )[a-zà-ỹ]{3,}(?= )", text)])
        text = text[:word.start()] + self.rng.choice(["khác", "mới", "1.234"]) + text[word.end():]
        with open(self.path("article.txt"), "w", encoding="utf-8") as file:
            file.write(text)
        return "input", "bytes"

    def weight(self):
        name = "Summarization/Data/summary-weights"
        lines = self.table(name)
        row = self.rng.choice([n for n, line in enumerate(lines)
                               if re.match(r"article\t\S+\t-?\d+\.\d+", line)])
        lines[row] = re.sub(r"\t-?\d+\.\d+", f"\t{self.rng.uniform(-2, 2):.3f}", lines[row], count=1)
        self.replace(name, lines)
        return "weights", "summary-weights.tsv"

    def rule(self):
        used = sorted({rule for point in self.points() for word in point["english"]["words"]
                       for rule in word["rules"]})
        lines = self.table("Translation/Data/grammar")
        rows = [n for n, line in enumerate(lines) if line.split("\t")[0] in used]
        if not rows:
            return None
        row = self.rng.choice(rows)
        if self.rng.random() < 0.5:
            del lines[row]
        else:
            cells = lines[row].split("\t")
            cells[4] = str(round(float(cells[4]) + self.rng.choice([-2, 3]), 2))
            lines[row] = "\t".join(cells)
        self.replace("Translation/Data/grammar", lines)
        return "data", "grammar.tsv"

    def data(self):
        name, text = self.rng.choice(TABLES), f" {self.text().lower()} "
        lines = self.table(name)
        header = next(n for n, line in enumerate(lines) if not line.startswith("#"))
        rows = [n for n, line in enumerate(lines) if n > header
                and re.search(r"(?<!\w)" + re.escape(line.split("\t")[0].lower()) + r"(?!\w)", text)
                and line.split("\t")[0]]
        if not rows:
            return None
        self.replace(name, [line for n, line in enumerate(lines) if n not in rows])
        return "data", os.path.basename(name) + ".tsv"

    def date(self):
        self.options["--date"] = f"{self.rng.randrange(2019, 2026)}-0{self.rng.randrange(1, 10)}-17"
        return "option", "date"

    def style(self):
        self.options["--style"] = self.rng.choice(["american", "british", "united-nations", "wire"])
        return "option", "style"

    def memory(self):
        point = self.rng.choice(self.points())
        with open(self.path("approved.tsv"), "w", encoding="utf-8") as file:
            file.write(f"vi\ten\n{point['vi']}\tA mutant sentence {self.rng.randrange(1000)}.\n")
        self.run("memory", "import", self.path("approved.tsv"), "--approve", "--workspace", self.folder)
        return "memory", " ".join(point["vi"].split()[:3])


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
    parser.add_argument("--kinds", default=",".join(KINDS), help="separated by commas")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    kinds = options.kinds.split(",")
    right, total, wrong = {}, {}, []
    done = attempts = 0
    with tempfile.TemporaryDirectory(prefix="songngu-mutation-") as home:
        program = installed(os.path.abspath(options.program), home)
        while done < options.count and attempts < options.count * 5:
            kind, attempts = kinds[attempts % len(kinds)], attempts + 1
            trial = Round(program, rng)
            trial.brief()
            expected = getattr(trial, kind)()
            if expected:
                if attempts % 2:
                    trial.noise()
                trial.brief()
                diff = trial.diff()
                verdict = judge(diff, expected)
                if verdict is not None:
                    done += 1
                    if done % 10 == 0:
                        print(f"{done} rounds", file=sys.stderr, flush=True)
                    total[kind] = total.get(kind, 0) + 1
                    right[kind] = right.get(kind, 0) + verdict
                    if not verdict:
                        changes = [c for article in diff["articles"] for c in article["changes"]]
                        wrong.append((kind, expected, [(c["kind"], c["causes"]) for c in changes]))
            shutil.rmtree(trial.folder)
    for kind in kinds:
        print(f"{kind}: {right.get(kind, 0)} of {total.get(kind, 0)}")
    print(f"all: {sum(right.values())} of {done}")
    for item in wrong[:5]:
        print("wrong:", json.dumps(item, ensure_ascii=False)[:900])
    sys.exit(0 if done and sum(right.values()) >= 0.98 * done else 1)


main()
