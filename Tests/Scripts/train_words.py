#!/usr/bin/env python3
"""Trains the word segmenter and prints its F1 on the part it was not trained on.

    train_words.py DATA_FOLDER Glossaries Sources/Segmentation/Data

DATA_FOLDER/ud_vtb holds train.conllu and dev.conllu (UD_Vietnamese-VTB, CC BY-SA 4.0). First it trains on train and
scores on dev; then it trains on both and writes word-weights.tsv and word-counts.tsv.

The model: a sentence is cut into the words with the highest sum of weights (semi-Markov, averaged structured
perceptron, Collins, EMNLP 2002). Its features are those of Sources/Segmentation/WordFeatures.swift, spelled the same.
"""
import collections, glob, math, os, random, sys

LONGEST, EPOCHS, SCALE = 7, 8, 100


def sentences(path):
    """[(syllables, words as spans)]; numbers that the treebank tears apart are joined"""
    rows, words = [], []
    for line in list(open(path, encoding="utf-8")) + ["\n"]:
        cells = line.rstrip("\n").split("\t")
        if line.strip() == "":
            if words:
                rows.append(joined(words))
            words = []
        elif cells[0].isdigit():
            words.append(cells[1].replace("LBKT", "(").replace("RBKT", ")"))
    out = []
    for words in rows:
        tokens, spans = [], []
        for word in words:
            parts = word.split(" ")
            spans.append((len(tokens), len(tokens) + len(parts)))
            tokens += parts
        out.append((tokens, spans))
    return out


def joined(words):
    out, i = [], 0
    while i < len(words):
        w = words[i:i + 3]
        if len(w) == 3 and w[0].isdigit() and w[2].isdigit() and (w[1] == "." and len(w[2]) == 3 or w[1] == "," and len(w[2]) <= 2):
            out.append("".join(w))
            i += 3
        else:
            out.append(words[i])
            i += 1
    return out


def lexicon(folder):
    """lower-case word -> (kind, band, tag): p name, g glossary, v vocabulary; the commonest band wins"""
    words = {}
    for path in sorted(glob.glob(os.path.join(folder, "**/*.tsv"), recursive=True)):
        lines = open(path, encoding="utf-8").read().split("\n")
        place = {name: i for i, name in enumerate(lines[0].split("\t"))}
        for line in lines[1:]:
            cells = line.split("\t")
            if len(cells) < 3:
                continue
            band = int(cells[place["band"]] or 4)
            kind = "p" if cells[1] == "PN" else "v" if "vocabulary" in path else "g"
            for form in [cells[0]] + [v for v in cells[place["variants"]].split("|") if v]:
                word = tuple(form.lower().split(" "))
                if word not in words or words[word][1] > band:
                    words[word] = (kind, band, cells[1])
    return words


def is_mark(token):
    return not any(c.isalnum() for c in token)


def shape(token):
    if is_mark(token):
        return "p"
    if token[0].isdigit():
        return "n"
    if token.isupper() and len(token) > 1:
        return "A"
    return "C" if token[0].isupper() else "l"


class Model:
    def __init__(self, words, counts):
        self.words, self.counts, self.weights = words, counts, collections.defaultdict(float)

    def word_features(self, low, shapes, i, j):
        n, word = j - i, tuple(low[i:j])
        length = min(n, 5)
        entry, count = self.words.get(word), self.counts.get(word, 0)
        found = [f"L{entry[0]}{entry[1]}:{length}", f"T{entry[2]}:{length}"] if entry else [f"N:{length}"]
        if count:
            found.append(f"F{min(6, int(math.log2(count)))}:{length}")
        pattern = "".join(shapes[i:j]) if n <= 4 else shapes[i] + "+" + str(min(n, 6))
        found.append("S" + pattern + ("s" if i == 0 or shapes[i - 1] == "p" else ""))
        if n == 1:
            found.append("u" + word[0])
        elif all(s in "CA" for s in shapes[i:j]):
            found += [f"m{length}", "f" + low[i]]
        if j < len(low):
            found.append("R" + shapes[i] + shapes[j - 1] + shapes[j] + str(min(n, 3)))
        return found

    def join_features(self, low, shapes, i):
        a, b = low[i - 1], low[i]
        return [f"j{a} {b}", "a" + a, "b" + b, "h" + shapes[i - 1] + shapes[i]]

    def score(self, features):
        return sum(self.weights.get(f, 0.0) for f in features)

    def ends(self, low, shapes, i):
        yield i + 1
        if shapes[i] == "p":
            return
        for j in range(i + 2, min(len(low), i + LONGEST) + 1):
            if shapes[j - 1] == "p":
                return
            word = tuple(low[i:j])
            if j - i == 2 or word in self.words or word in self.counts or all(s in "CAn" for s in shapes[i:j]):
                yield j

    def decode(self, tokens):
        low, shapes, n = [t.lower() for t in tokens], [shape(t) for t in tokens], len(tokens)
        best, back = [-1e18] * (n + 1), [0] * (n + 1)
        best[0] = 0
        joins = [0.0] + [self.score(self.join_features(low, shapes, i)) for i in range(1, n)]
        for i in range(n):
            for j in self.ends(low, shapes, i):
                total = best[i] + self.score(self.word_features(low, shapes, i, j)) + sum(joins[i + 1:j])
                if total > best[j]:
                    best[j], back[j] = total, i
        spans, j = [], n
        while j:
            spans.append((back[j], j))
            j = back[j]
        return spans[::-1], low, shapes

    def features(self, low, shapes, spans):
        found = collections.Counter()
        for i, j in spans:
            found.update(self.word_features(low, shapes, i, j))
            for k in range(i + 1, j):
                found.update(self.join_features(low, shapes, k))
        return found


def train(words, data):
    full = collections.Counter(tuple(" ".join(t[i:j]).lower().split(" ")) for t, s in data for i, j in s)
    model, totals, last, step = Model(words, dict(full)), collections.defaultdict(float), {}, 0
    order, generator = list(range(len(data))), random.Random(1)
    for _ in range(EPOCHS):
        generator.shuffle(order)
        for index in order:
            tokens, gold = data[index]
            step += 1
            own = collections.Counter(tuple(" ".join(tokens[i:j]).lower().split(" ")) for i, j in gold)
            for word, count in own.items():  # counts as if this sentence had not been seen
                model.counts[word] = full[word] - count
            found, low, shapes = model.decode(tokens)
            if found != gold:
                change = model.features(low, shapes, gold)
                change.subtract(model.features(low, shapes, found))
                for name, value in change.items():
                    if value:
                        totals[name] += (step - last.get(name, 0)) * model.weights[name]
                        last[name] = step
                        model.weights[name] += value
            for word in own:
                model.counts[word] = full[word]
    result = Model(words, dict(full))
    for name, value in model.weights.items():
        mean = (totals[name] + (step - last.get(name, 0)) * value) / step
        if round(mean * SCALE):
            result.weights[name] = round(mean * SCALE)
    return result


def f1(model, data):
    right = found = wanted = 0
    for tokens, gold in data:
        real = lambda spans: {s for s in spans if not (s[1] - s[0] == 1 and is_mark(tokens[s[0]]))}
        p, g = real(model.decode(tokens)[0]), real(gold)
        right, found, wanted = right + len(p & g), found + len(p), wanted + len(g)
    return 2 * right / (found + wanted)


HEAD = """# {} Written by Tests/Scripts/train_words.py
# from UD_Vietnamese-VTB (Universal Dependencies, train and dev, CC BY-SA 4.0) and the glossaries; shared under CC BY-SA 4.0.
"""


def write(model, folder):
    with open(os.path.join(folder, "word-weights.tsv"), "w", encoding="utf-8") as out:
        out.write(HEAD.format("Weights of the features of words, in hundredths.") + "feature\tweight\n")
        for name, value in sorted(model.weights.items()):
            out.write(f"{name}\t{int(value)}\n")
    with open(os.path.join(folder, "word-counts.tsv"), "w", encoding="utf-8") as out:
        out.write(HEAD.format("How often words stand in a treebank.") + "word\tcount\n")
        for word, count in sorted(model.counts.items()):
            if not any(is_mark(part) for part in word):
                out.write(f"{' '.join(word)}\t{count}\n")


def main():
    data, glossaries, folder = sys.argv[1:4]
    words = lexicon(glossaries)
    parts = [sentences(os.path.join(data, "ud_vtb", name)) for name in ("train.conllu", "dev.conllu")]
    print(f"trained on train, F1 on dev: {100 * f1(train(words, parts[0]), parts[1]):.1f}")
    model = train(words, parts[0] + parts[1])
    write(model, folder)
    print(f"trained on both: {len(model.weights)} weights, {len(model.counts)} words")


main()
