#!/usr/bin/env python3
"""Trains the word segmenter and prints its F1 on the part it was not trained on.

    train_words.py DATA_FOLDER Glossaries Sources/Segmentation/Data [train|both]

DATA_FOLDER/ud_vtb holds train.conllu and dev.conllu (UD_Vietnamese-VTB, CC BY-SA 4.0). First it trains on train and
scores on dev; then it trains on both, unless `train` is asked for, and writes word-weights.tsv and word-counts.tsv.
The sentences of press_words.txt, our own, are always added: the treebank has few foreign names.

The model: a sentence is cut into the words with the highest sum of weights (semi-Markov, averaged structured
perceptron, Collins, EMNLP 2002; the mean of three runs over shuffled data). Its features are those of
Sources/Segmentation/WordFeatures.swift, spelled the same.
"""
import collections, math, os, random, sys
from treebank import HEAD, fold, is_mark, is_syllable, key, lexicon, press, sentences, shape

LONGEST, EPOCHS, RUNS, PRESS, SCALE = 7, 10, 3, 1, 100


def spans(sentences):
    """[(tokens, words as ranges of tokens)]"""
    out = []
    for words in sentences:
        tokens, ranges = [], []
        for word in words:
            parts = word.split(" ")
            ranges.append((len(tokens), len(tokens) + len(parts)))
            tokens += parts
        out.append((tokens, ranges))
    return out


class Features:
    def __init__(self, words, counts):
        self.words, self.counts, self.known = words, counts, {}

    def tag(self, word):
        entry = self.words.get(word)
        return entry.tag if entry else "?"

    def band(self, word):
        entry = self.words.get(word)
        return entry.band if entry else 9

    def name_part(self, syllable):
        """P a name by itself, F no Vietnamese syllable, V another"""
        return "P" if self.tag((syllable,)) == "PN" else "V" if is_syllable(syllable) else "F"

    def of_word(self, word):
        """what the lexicon says of a word"""
        if word in self.known:
            return self.known[word]
        n, entry = len(word), self.words.get(word)
        length, parts = min(n, 5), self.tag(word[:1]) + "+" + self.tag(word[1:2])
        if entry:
            found = [f"L{entry.kind}{entry.band}:{length}", f"T{entry.tag}:{length}", f"E{min(entry.shortest, 4)}{entry.tag}:{length}"]
            if n == 2:
                bands = f"B{self.band(word[:1])}{self.band(word[1:])}"
                found += ["P" + parts, f"P{parts}={entry.tag}", bands, bands + str(entry.band)]
                heads = [self.words[part].english[0] if part in self.words else "" for part in (word[:1], word[1:])]
                found.append("C" + "".join(str(int(head in entry.english)) for head in heads) + str(min(len(entry.english), 3)))
            for k in range(1, n):
                if n > 2 and word[:k] in self.words and word[k:] in self.words:
                    found += [f"I{k}{min(n, 9)}", f"H{self.tag(word[:k])}+{self.tag(word[k:])}"]
        else:
            found = [f"N:{length}"]
            if n == 2:
                found += ["Q" + parts] + (["N="] if word[0] == word[1] else [])
        self.known[word] = found
        return found

    def of_span(self, low, shapes, i, j, count):
        n, word = j - i, tuple(low[i:j])
        length, short, ends = min(n, 5), str(min(n, 3)), shapes[i] + shapes[j - 1]
        before = shapes[i - 1] if i and low[i - 1] not in ".!?" else "^"
        found = list(self.of_word(word))
        if count > 0:
            found.append(f"F{min(6, int(math.log2(count)))}:{length}")
        pattern = "".join(shapes[i:j]) if n <= 4 else shapes[i] + "+" + str(min(n, 6))
        found += ["S" + pattern + ("s" if before in "p^" else ""), "l" + before + ends + short]
        if j < len(low):
            found.append("R" + ends + shapes[j] + short)
        if n == 1:
            found.append("u" + word[0])
        elif all(s in "CA" for s in shapes[i:j]):
            found += [f"m{length}", "f" + low[i]]
        for k in range(i + 1, j):
            found += [f"j{low[k - 1]} {low[k]}", "a" + low[k - 1], "b" + low[k], "h" + shapes[k - 1] + shapes[k]]
            if all(s in "CA" for s in shapes[k - 1:k + 1]):
                found.append("x" + self.name_part(low[k - 1]) + self.name_part(low[k]))
        return found


class Lattice:
    """the words that a sentence may be cut into, with the numbers of their features"""
    def __init__(self, tokens, gold, features, numbers, is_training):
        low, shapes = [fold(t) for t in tokens], [shape(t) for t in tokens]
        own = collections.Counter(tuple(low[i:j]) for i, j in gold) if is_training else {}
        known = set(gold) if is_training else set()
        self.ending = [[] for _ in range(len(tokens) + 1)]  # by end: (start, features)
        self.at = {}
        for i in range(len(tokens)):
            for j in range(i + 1, min(len(tokens), i + LONGEST) + 1):
                word = tuple(low[i:j])
                count = features.counts.get(word, 0) - own.get(word, 0)  # as if this sentence had not been seen
                is_open = j == i + 1 or "p" not in shapes[i:j] and (
                    j == i + 2 or word in features.words or count > 0 or all(s in "CAn" for s in shapes[i:j]))
                if is_open or (i, j) in known:
                    self.at[i, j] = tuple(numbers[name] for name in features.of_span(low, shapes, i, j, count))
                    self.ending[j].append((i, self.at[i, j]))

    def best(self, weights):
        n = len(self.ending) - 1
        total, back = [0.0] + [-1e18] * n, [0] * (n + 1)
        for j in range(1, n + 1):
            for i, found in self.ending[j]:
                score = total[i]
                for number in found:
                    score += weights[number]
                if score > total[j]:
                    total[j], back[j] = score, i
        words, j = [], n
        while j:
            words.append((back[j], j))
            j = back[j]
        return words[::-1]


class Numbers(dict):
    def __missing__(self, name):
        self[name] = len(self)
        return self[name]


def perceptron(lattices, data, size, seed):
    weights, totals, last, step = [0.0] * size, [0.0] * size, [0] * size, 0
    order, generator = list(range(len(data))), random.Random(seed)
    for _ in range(EPOCHS):
        generator.shuffle(order)
        for index in order:
            step += 1
            lattice, gold = lattices[index], data[index][1]
            found = lattice.best(weights)
            if found == gold:
                continue
            change = collections.Counter()
            for span in gold:
                change.update(lattice.at[span])
            for span in found:
                change.subtract(lattice.at[span])
            for number, value in change.items():
                if value:
                    totals[number] += (step - last[number]) * weights[number]
                    last[number] = step
                    weights[number] += value
    return [(totals[k] + (step - last[k]) * weights[k]) / step for k in range(size)]


class Model:
    def __init__(self, words, data):
        self.counts = collections.Counter(key(t[i:j]) for t, s in data for i, j in s)
        self.features, self.numbers = Features(words, self.counts), Numbers()
        lattices = [Lattice(t, s, self.features, self.numbers, True) for t, s in data]
        runs = [perceptron(lattices, data, len(self.numbers), seed) for seed in range(1, RUNS + 1)]
        self.weights = [round(SCALE * sum(values) / RUNS) for values in zip(*runs)]

    def cut(self, tokens):
        lattice = Lattice(tokens, [], self.features, self.numbers, False)
        self.weights += [0] * (len(self.numbers) - len(self.weights))
        return lattice.best(self.weights)

    def f1(self, data):
        right = found = wanted = 0
        for tokens, gold in data:
            real = lambda words: {s for s in words if not (s[1] - s[0] == 1 and is_mark(tokens[s[0]]))}
            p, g = real(self.cut(tokens)), real(gold)
            right, found, wanted = right + len(p & g), found + len(p), wanted + len(g)
        return 2 * right / (found + wanted)


def write(model, folder, parts, spelling):
    """features are spelled with the syllables of the texts; songngu folds them when it reads them"""
    def spelled(name):
        return name[0] + " ".join(spelling.get(s, s) for s in name[1:].split(" ")) if name[0] in "uabfj" else name

    rows = sorted((spelled(n), model.weights[k]) for n, k in model.numbers.items() if k < len(model.weights) and model.weights[k])
    with open(os.path.join(folder, "word-weights.tsv"), "w", encoding="utf-8") as out:
        out.write(HEAD.format("Weights of the features of words, in hundredths.", "train_words.py", parts) + "feature\tweight\n")
        out.writelines(f"{name}\t{value}\n" for name, value in rows)
    counts = sorted((" ".join(spelling[s] for s in word), count) for word, count in model.counts.items() if not any(map(is_mark, word)))
    with open(os.path.join(folder, "word-counts.tsv"), "w", encoding="utf-8") as out:
        out.write(HEAD.format("How often words stand in a treebank.", "train_words.py", parts) + "word\tcount\n")
        out.writelines(f"{word}\t{count}\n" for word, count in counts)
    print(f"trained on {parts}: {len(rows)} weights, {len(counts)} words")


def main():
    data, glossaries, folder = sys.argv[1:4]
    words = lexicon(glossaries)
    paths = [os.path.join(data, "ud_vtb", name) for name in ("train.conllu", "dev.conllu")]
    train, dev = [spans([word for word, _ in words] for words in sentences(path)) for path in paths]
    own = spans(press()) * PRESS
    spelling = {}
    for tokens, _ in train + dev + own:
        for token in tokens:
            spelling.setdefault(fold(token), token.lower())
    model = Model(words, train + own)
    if sys.argv[4:] == ["train"]:
        write(model, folder, "train", spelling)
    print(f"trained on train, F1 on dev: {100 * model.f1(dev):.1f}", flush=True)
    if sys.argv[4:] != ["train"]:
        write(Model(words, train + dev + own), folder, "train and dev", spelling)


if __name__ == "__main__":
    main()
