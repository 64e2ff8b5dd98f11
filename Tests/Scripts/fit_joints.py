#!/usr/bin/env python3
"""Fits the weights of joints: where a line of a page falls apart into blocks (JointFeatures.swift).

    fit_joints.py DATA_FOLDER PAGES... > Sources/Segmentation/Data/joint-weights.tsv
    fit_joints.py --score DATA_FOLDER PAGES...

Rows of the pages to look at that stand side by side are glued anew, with nothing or with a space between
them, in several ways: thousands of joints that are known. Every other place where a line might part is
known not to be one; sentences of the treebank (DATA_FOLDER/ud_vtb) add those of running text. Weights are
those of a logistic regression. --score leaves out each group of pages in turn (a group: one folder, or
the pages that one hand wrote, see HANDS) and prints what the weights of the others find there. Needs numpy.
"""
import collections, glob, os, random, re, sys

import numpy

import treebank

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "../../Sources/Segmentation/Data")
HANDS = [14, 46, 60, 72, 76, 80, 84]  # the last page of each hand in tune/
WAYS = 5  # how often each page is glued anew
DRAWS = 3  # how often all of that is done; the weights are the mean
STRENGTH = 3e-4  # of the pull of weights to zero
LIMIT = 0.3  # how much must speak for a cut
STOPS = ".?!~"
# The letters that stand for marks in names of features.
MARKS = {mark: name for names, marks in [
    (".", "."), ("?", "?"), ("!", "!"), ("~", "…"), (")", ")"), ("]", "]"), ("}", "”"), ('"', '"'), ("{", "“"),
    (":", ":"), (",", ","), (";", ";"), ("-", "-–—"), ("/", "/"), ("|", "|•·"), (">", ">»›►▶→"), ("#", "#"),
    ("%", "%"), ("+", "+"), ("(", "("), ("[", "["), ("*", "*"), ("@", "©"), ("&", "@")] for mark in marks for name in names}
OPENERS = set('{"([#>|-+*@o')
TOKEN = re.compile(r"[^\W\d_](?:[^\W_]|['’](?=[^\W\d_]))*|\d+(?:[.,:/]\d+)*(?:[^\W\d_](?:[^\W_]|['’](?=[^\W\d_]))*)?|[^\w\s]|_")


def folded(text):
    return re.sub(r"\s+", " ", re.sub(r"\d+", "#", text.lower().replace("#", "♯")))


class Cues:
    def __init__(self):
        self.lines, self.prefixes, self.credit, self.names, self.days = {}, {}, set(), set(), set()
        for line in open(os.path.join(DATA, "structure-cues.tsv"), encoding="utf-8"):
            cells = line.rstrip("\n").split("\t") + [""] * 8
            cue = cells[0].lower()
            if line.startswith("# ") or cue == "cue":
                continue
            if cells[1] == "line":
                self.lines[cue] = cells[2]
            elif cells[1] == "prefix":
                self.prefixes.setdefault(cue[0], {})[cue] = (cells[2], float(cells[3]))
            elif cells[1] == "credit-word":
                self.credit.add(cue)
            elif cells[1] == "date-word":
                self.days.add(cue)
            elif cells[1] == "brand":
                self.names.add(cue)
        for line in open(os.path.join(DATA, "outlets.tsv"), encoding="utf-8"):
            if line[0] != "#":
                for cell in line.rstrip("\n").split("\t"):
                    self.names.update(folded(form) for form in cell.split("|") if " " not in form)
        path = os.path.join(DATA, "abbreviations.tsv")
        rows = [line.split("\t") for line in open(path, encoding="utf-8") if line[0] != "#"]
        self.short = {cells[0] for cells in rows if cells[1] == "never"}

    def beginning(self, text):
        """role and weight of the strongest beginning of a control, credit or caption"""
        best = None
        for cue, (role, weight) in self.prefixes.get(text[0], {}).items():
            ends = not cue[-1].isalnum() or not text[len(cue):][:1].isalpha()
            if text.startswith(cue) and ends and weight >= 3 and (best is None or weight > best[1]):
                best = role, weight
        return best


CUES = Cues()
PAIRS = {pair for words in treebank.lexicon(os.path.join(HERE, "../../Glossaries")) for pair in zip(words, words[1:])}


class Atom:
    def __init__(self, text, start, space):
        self.text, self.start, self.end, self.space = text, start, start + len(text), space
        self.kind = "n" if text[0].isdigit() else "w" if text[0].isalpha() else "m"
        self.capital = self.kind == "w" and text[0].isupper()
        self.all = self.kind == "w" and len(text) > 1 and text.isupper()
        self.key = treebank.fold(text) if self.kind == "w" else text
        self.look = self.looks()
        self.coarse = self.coarsely()
        self.stops = self.look in STOPS

    def looks(self):
        if self.kind == "m":
            return MARKS.get(self.text, "o")
        if self.kind == "n":
            return "d" if self.text.count("/") == 2 else "t" if ":" in self.text else "n"
        syllable = treebank.is_syllable(self.key)
        if not self.capital:
            return "s" if syllable else "f"
        return "A" if self.all else "I" if len(self.text) == 1 else "C" if syllable else "F"

    def coarsely(self):
        for names, name in [(STOPS, "."), (')]}"%', ")"), ("sf", "s"), ("CFI", "C"), ("ndt", "n"), ("A", "A")]:
            if self.look in names:
                return name
        return "m"


def seams(text):
    """where a token falls into atoms: small letter and capital, letter and digit, `HCMTrong`"""
    if not text[0].isalnum() or folded(text) in CUES.names:
        return []
    head = re.match(r"\d+(?:[.,:/]\d+)*", text)
    start = head.end() if head else 0
    places = [start] if head and start < len(text) else []
    for i in range(start + 1, len(text)):
        before, after = text[i - 1], text[i]
        rises = after.isupper() and not before.isupper() and not before.isdigit()
        short = before.isupper() and after.isupper() and text[i + 1:i + 2].islower()
        if rises or short or before.isdigit() != after.isdigit():
            places.append(i)
    return places


def atoms(text):
    found = []
    for match in TOKEN.finditer(text):
        token, start = match.group(), match.start()
        edges = [0] + seams(token) + [len(token)]
        for first, last in zip(edges, edges[1:]):
            space = first == 0 and (start == 0 or text[start - 1].isspace())
            found.append(Atom(token[first:last], start + first, space))
    return found


def bucket(count):
    return str(count) if count < 5 else next(str(low) for low in (25, 15, 10, 7, 5) if count >= low)


class Line:
    def __init__(self, text, parts, prose):
        self.text, self.atoms, self.prose = text, parts, min(prose, 2)
        self.pairs_here = collections.Counter((a.key, b.key) for a, b in zip(parts, parts[1:]) if a.kind == "w" and b.space and b.capital)
        self.find_phrases()
        self.find_rests()

    def between(self, first, last):
        return folded(self.text[self.atoms[first].start:self.atoms[last - 1].end])

    def find_phrases(self):
        """the longest phrases of the list that begin and end at each atom"""
        count = len(self.atoms)
        self.opens, self.closes, self.begins = [None] * count, [None] * (count + 1), [None] * count
        for first, atom in enumerate(self.atoms):
            if atom.kind != "w" or atom.capital:
                self.begins[first] = CUES.beginning(self.between(first, min(count, first + 9)))
            if atom.look not in ">#@(" if atom.kind == "m" else atom.look in "sf" and first > 0 and atom.space:
                continue
            for last in range(min(count, first + 9), first, -1):
                role = CUES.lines.get(self.between(first, last))
                if role and (last - first > 1 or atom.kind != "n"):
                    self.opens[first] = self.opens[first] or (last, role)
                    self.closes[last] = self.closes[last] or (first, role)

    def find_rests(self):
        """how many words and numbers stand before the next stop or seam, and which it is"""
        count = len(self.atoms)
        self.rests = [(0, "e")] * (count + 1)
        for i in reversed(range(count)):
            atom = self.atoms[i]
            if atom.stops:
                self.rests[i] = 0, atom.look
            elif i + 1 < count and not self.atoms[i + 1].space and self.atoms[i + 1].capital and atom.kind == "w" and not atom.all:
                self.rests[i] = 1, "S"
            else:
                self.rests[i] = self.rests[i + 1][0] + (atom.kind != "m"), self.rests[i + 1][1]

    def is_candidate(self, i):
        left, right = self.atoms[i - 1], self.atoms[i]
        if i > 1 and left.text == "." and not left.space and self.atoms[i - 2].text.lower() in CUES.short:
            return False
        if self.is_code(left, right) or right.space and right.capital and self.pairs_here[left.key, right.key] > 1:
            return False
        if right.kind == "w":
            return right.capital or (not right.space and left.look in ').?!~]}"')
        if right.kind == "n":
            return not right.space or left.look not in "sfC,:"
        return right.look in OPENERS and not (right.space and right.look in "#>")

    def is_code(self, left, right):
        """`SE1`, `9:05PM`"""
        if right.space:
            return False
        if right.kind == "n":
            return left.look in "AI" and right.text.isdigit() and len(right.text) < 4
        return left.kind == "n" and right.look == "A" and len(right.text) < 4 and folded(right.text) in CUES.days

    def features(self, i, block):
        """the features of a cut before an atom; the block before it began at another"""
        atoms, count = self.atoms, len(self.atoms)
        left, right = atoms[i - 1], atoms[i]
        before = atoms[i - 2] if i - 2 >= block else None
        after = atoms[i + 1] if i + 1 < count else None
        space = "_" if right.space else ""
        kind = space + left.coarse + right.coarse
        sentence = next((j + 1 for j in range(i - 2, block - 1, -1) if atoms[j].stops and atoms[j + 1].space), block)
        far = atoms[i - 2] if i > 1 else None
        names = ["r" + right.look + (("_" if after.space else "") + after.look if after else "$")]
        names.append("l" + (("_" if left.space else "") + before.look if before else "^") + left.look)
        names += self.pairs(far, left, right, after)
        names.append("ls" + bucket(sum(atom.kind != "m" for atom in atoms[sentence:i])))
        names.append("lu" + bucket(sum(atom.kind != "m" for atom in atoms[block:i])) + ("=" if sentence == block else ""))
        names.append("rl" + bucket(self.rests[i][0]) + self.rests[i][1])
        names += self.phrases(i, block) + self.open_marks(i, block)
        names += ["cw" + self.credit(i, block), f"pr{self.prose}", "n" + bucket(count) + ("." if atoms[-1].stops else "")]
        if block == 0:
            names.append("u0")
        if not right.space and left.kind == right.kind == "w" and (left.text + right.text).isascii():
            names.append("as" + ("." if atoms[-1].stops else ""))
        return ["T" + space + left.look + right.look, "t" + kind] + names + [name + "¦" + kind for name in names]

    def pairs(self, before, left, right, after):
        def is_pair(first, second):
            return first and second and first.kind == second.kind == "w" and (first.key, second.key) in PAIRS

        names = ["pl"] if is_pair(before, left) else []
        names += ["pm"] if is_pair(left, right) else []
        return names + (["pr" + ("c" if after.capital else "s")] if is_pair(right, after) else [])

    def phrases(self, i, block):
        names = []
        if self.closes[i] and self.closes[i][0] >= block:
            first, role = self.closes[i]
            whole = "=" if first == block else ""
            names += ["ce" + role + whole, "cl" + bucket(i - first) + whole]
        if self.opens[i]:
            last, role = self.opens[i]
            whole = "=" if last == len(self.atoms) else ""
            names += ["cb" + role + whole, "cm" + bucket(last - i) + whole]
        for name, begins in (("pb", self.begins[i]), ("pu", self.begins[block])):
            if begins:
                names.append(name + begins[0] + ("4" if begins[1] >= 4 else "3"))
        return names

    def open_marks(self, i, block):
        part = self.atoms[block:i]
        looks = [atom.text for atom in part]
        names = ["op"] if looks.count("(") > looks.count(")") else []
        if (looks.count("“") - looks.count("”") or looks.count('"') % 2) > 0:
            names.append("q")
        names += ["co"] if any(atom.look == ":" for atom in part[-8:]) else []
        return names + (["cc"] if any(atom.look == "," for atom in part[-10:]) else [])

    def credit(self, i, block):
        """how far back the colon of a credit stands, and whether only names follow it"""
        for j in range(i - 1, max(block, i - 9) - 1, -1):
            if self.atoms[j].look == ":" and j > block and folded(self.atoms[j - 1].text) in CUES.credit:
                names = all(atom.capital or atom.kind == "m" for atom in self.atoms[j + 1:i])
                return str(min(6, i - 1 - j)) + ("c" if names else "x")
        return "-"


def lines(rows, joints):
    """[(Line, starts of rows in it)]"""
    texts, text, starts = [], rows[0][1].strip(), {}
    for (role, row), joint in zip(rows[1:], joints):
        if joint == "\n":
            texts.append((text, starts))
            text, starts = "", {}
        else:
            text += joint
            starts[len(text)] = role
        text += row.strip()
    found, prose = [], 0
    for text, starts in texts + [(text, starts)]:
        parts = atoms(text)
        if parts:
            found.append((Line(text, parts, prose), starts))
            prose += sum(atom.kind == "w" for atom in parts) >= 10 and parts[-1].stops
    return found


def read(gold):
    """the rows of a page and what stands between them"""
    rows = [tuple(line.rstrip("\n").split("\t", 1)) for line in open(gold, encoding="utf-8") if "\t" in line]
    path = gold[: -len(".structure.tsv")] + ".txt"
    if not os.path.exists(path):  # a saved page, or a page that stands elsewhere
        return rows, ["\n"] * (len(rows) - 1)
    text, place, joints = open(path, encoding="utf-8").read(), 0, []
    for _, row in rows:
        for char in re.sub(r"\s", "", row):
            place = text.index(char, place) + 1
        space = re.match(r"\s*", text[place:]).group()
        joints.append("\n" if "\n" in space else " " if space else "")
    return rows, joints[:-1]


def bars(line, starts, rows):
    """places inside rows of controls: such a bar may be one row or several"""
    widgets = {text.strip() for role, text in rows if role == "widget"}
    edges = sorted([0, len(line.text), *starts])
    return {place for first, last in zip(edges, edges[1:]) if line.text[first:last].strip() in widgets for place in range(first + 1, last)}


def examples(line, starts, passed=()):
    block = 0
    for i in range(1, len(line.atoms)):
        start = line.atoms[i].start
        is_cut = start in starts
        # Two paragraphs with a space between them are one for all that can be seen.
        hidden = is_cut and line.atoms[i].space and line.atoms[i - 1].stops and starts[start] == "body"
        if line.is_candidate(i) and not hidden and (is_cut or start not in passed):
            yield line.features(i, block), is_cut
        if is_cut:
            block = i


def glued(joints, share, rng):
    return [("" if rng.random() < 0.6 else " ") if joint == "\n" and rng.random() < share else joint for joint in joints]


def page_examples(gold, rows, joints, rng):
    has_bars = hand(gold) > ("tune", 3)
    for draw in range(DRAWS):
        for way in range(WAYS + 1):
            for line, starts in lines(rows, glued(joints, 0.15 + 0.15 * way, rng) if way else joints):
                for names, is_cut in examples(line, starts, bars(line, starts, rows) if has_bars else ()):
                    yield draw, names, is_cut


def prose_examples(folder, rng):
    """paragraphs of the treebank, some glued to the next"""
    paragraphs, paragraph = [], []
    parts = [os.path.join(folder, "ud_vtb", part + ".conllu") for part in ("train", "dev")]
    for words in [words for part in parts for words in treebank.sentences(part)]:
        text = re.sub(r" ([,.;:?!…%)])", r"\1", " ".join(word for word, _ in words)).replace("( ", "(")
        paragraph.append(re.sub(r'" ([^"]*?) "', r'"\1"', text))
        if rng.random() < 0.6:
            paragraphs.append(("body", " ".join(paragraph)))
            paragraph = []
    joints = ["" if rng.random() < 0.15 and text[-1] in ".?!" else "\n" for _, text in paragraphs[:-1]]
    for line, starts in lines(paragraphs, joints):
        for names, is_cut in examples(line, starts):
            yield None, names, is_cut


def fit(rows, labels, size, rounds=30, rate=0.5):
    """logistic regression by AdaGrad over small batches"""
    rng = numpy.random.default_rng(1)
    weights, squares = numpy.zeros(size), numpy.full(size, 1e-3)
    lengths = numpy.array([len(row) for row in rows])
    order = numpy.arange(len(rows))
    for _ in range(rounds):
        rng.shuffle(order)
        for first in range(0, len(rows), 256):
            batch = order[first:first + 256]
            columns = numpy.concatenate([rows[k] for k in batch])
            places = numpy.repeat(numpy.arange(len(batch)), lengths[batch])
            sums = numpy.bincount(places, weights[columns], len(batch))
            wrong = 1 / (1 + numpy.exp(-numpy.clip(sums, -30, 30))) - labels[batch]
            steps = numpy.bincount(columns, wrong[places], minlength=size)
            used = numpy.nonzero(steps)[0]
            step = steps[used] / len(batch) + STRENGTH * weights[used]
            squares[used] += step * step
            weights[used] -= rate * step / numpy.sqrt(squares[used])
        weights *= 0.999
    return weights


def train(found):
    """the mean of the weights over the draws"""
    mean = collections.Counter()
    for draw in range(DRAWS):
        drawn = [names_and_label for own, *names_and_label in found if own in (draw, None)]
        counts = collections.Counter(name for names, _ in drawn for name in names)
        place = {name: i for i, name in enumerate(sorted(name for name in counts if counts[name] > 2))}
        rows = [numpy.array([place[name] for name in names if name in place]) for names, _ in drawn]
        weights = fit(rows, numpy.array([float(is_cut) for _, is_cut in drawn]), len(place))
        for name, i in place.items():
            mean[name] += weights[i] / DRAWS
    return mean


def cuts(line, weights, limit=LIMIT):
    block, found = 0, set()
    for i in range(1, len(line.atoms)):
        if line.is_candidate(i) and sum(weights.get(name, 0) for name in line.features(i, block)) > limit:
            found.add(line.atoms[i].start)
            block = i
    return found


def hand(gold):
    folder, name = os.path.split(gold)
    return os.path.basename(folder), sum(int(name[:2]) > last for last in HANDS)


def score(pages, prose):
    """each hand's pages by the weights of the others'"""
    total = collections.Counter()
    for left in sorted({hand(gold) for gold in pages}):
        weights = train([e for gold, (_, _, found) in pages.items() if hand(gold) != left for e in found] + prose)
        count = collections.Counter()
        for gold, (rows, joints, _) in pages.items():
            for line, starts in lines(rows, joints) if hand(gold) == left else ():
                found = cuts(line, weights)
                count["joints"] += len(starts)
                count["found"] += len(found & set(starts))
                count["wrong"] += len(found - set(starts) - bars(line, starts, rows))
        total += count
        print(left, dict(count))
    print("all", dict(total))


def main():
    arguments = [a for a in sys.argv[1:] if a != "--score"]
    rng = random.Random(3)
    pages = {}
    for folder in arguments[1:]:
        for gold in sorted(glob.glob(f"{folder}/*.structure.tsv")):
            rows, joints = read(gold)
            pages[gold] = rows, joints, list(page_examples(gold, rows, joints, rng))
    prose = list(prose_examples(arguments[0], rng))
    if "--score" in sys.argv:
        return score(pages, prose)
    weights = train([e for _, _, found in pages.values() for e in found] + prose)
    print("# What speaks for a cut of a line (JointFeatures.swift names the features), in hundredths; limit: what must be passed.")
    print("# Written by Tests/Scripts/fit_joints.py from pages of Tests/Fixtures/pages/tune and UD_Vietnamese-VTB")
    print("# (Universal Dependencies, train, CC BY-SA 4.0); shared under CC BY-SA 4.0.")
    print(f"feature\tweight\nlimit\t{round(100 * LIMIT)}")
    for name in sorted(weights):
        if abs(weights[name]) >= 0.03:
            print(f"{name}\t{round(100 * weights[name])}")


if __name__ == "__main__":
    main()
