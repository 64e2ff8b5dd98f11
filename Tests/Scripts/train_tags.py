#!/usr/bin/env python3
"""Trains the tagger of words and prints its accuracy, on gold words, on the part it was not trained on.

    train_tags.py DATA_FOLDER Glossaries Sources/Segmentation/Data [train|both]

DATA_FOLDER/ud_vtb holds train.conllu and dev.conllu (UD_Vietnamese-VTB, CC BY-SA 4.0). First it trains on train and
scores on dev; then it trains on both, unless `train` is asked for, and writes tag-weights.tsv.

The model: from left to right each word gets the Universal POS tag with the highest sum of weights (averaged
perceptron, Collins, EMNLP 2002). Its features are those of Sources/Segmentation/TagFeatures.swift, spelled the same.
"""
import collections, os, random, sys
from treebank import HEAD, fold, lexicon, sentences, shape

EPOCHS, SCALE, LEAST = 8, 100, 20


def fixed(words, entries):
    """for each word the features that do not depend on the tags before it"""
    keys = [tuple(fold(part) for part in word.split(" ")) for word in words]
    known = ["|".join(sorted(entries[k].tags)) if k in entries else "-" for k in keys]
    shapes, found = [[shape(part) for part in word.split(" ")] for word in words], []
    for i, word in enumerate(keys):
        after, known_after = (" ".join(keys[i + 1]), known[i + 1]) if i + 1 < len(words) else ("", "$")
        before = " ".join(keys[i - 1]) if i else ""
        form = shapes[i][0] + (shapes[i][-1] if len(word) > 1 else "")
        first = "s" if i == 0 or shapes[i - 1][0] == "p" else ""
        found.append([
            "w" + " ".join(word), "p" + before, "n" + after, "f" + word[0], "g" + word[-1],
            "K" + known[i], "L" + known_after, "S" + form + first, "T" + form + known[i], f"C{min(len(word), 5)}"])
    return found


def with_tags(found, known, one, two):
    return found + ["A" + one, "B" + two + " " + one, "E" + one + " " + known]


def choose(weights, names, tags):
    scores = collections.Counter()
    for name in names:
        for tag, value in weights.get(name, {}).items():
            scores[tag] += value
    return max(tags, key=lambda tag: (scores[tag], tag))


class Tagger:
    def __init__(self, data, entries):
        self.entries, self.tags = entries, sorted({tag for words in data for _, tag in words})
        self.weights = collections.defaultdict(dict)
        totals, last, step = collections.Counter(), collections.Counter(), 0
        features = [fixed([word for word, _ in words], entries) for words in data]
        order, generator = list(range(len(data))), random.Random(1)
        for _ in range(EPOCHS):
            generator.shuffle(order)
            for index in order:
                one = two = "^"
                for found, (_, gold) in zip(features[index], data[index]):
                    step += 1
                    names = with_tags(found, found[5], one, two)
                    guess = choose(self.weights, names, self.tags)
                    if guess != gold:
                        for name in names:
                            row = self.weights[name]
                            for tag, change in ((gold, 1), (guess, -1)):
                                totals[name, tag] += (step - last[name, tag]) * row.get(tag, 0)
                                last[name, tag] = step
                                row[tag] = row.get(tag, 0) + change
                    one, two = guess, one
        for name, row in self.weights.items():
            means = {tag: round(SCALE * (totals[name, tag] + (step - last[name, tag]) * value) / step) for tag, value in row.items()}
            self.weights[name] = {tag: mean for tag, mean in means.items() if abs(mean) >= LEAST}

    def tag(self, words):
        out, one, two = [], "^", "^"
        for found in fixed(words, self.entries):
            one, two = choose(self.weights, with_tags(found, found[5], one, two), self.tags), one
            out.append(one)
        return out

    def accuracy(self, data):
        right = [found == gold for words in data for found, (_, gold) in zip(self.tag([w for w, _ in words]), words)]
        return sum(right) / len(right)


def write(tagger, folder, parts, spelling):
    """features are spelled with the syllables of the texts; songngu folds them when it reads them"""
    def spelled(name):
        return name[0] + " ".join(spelling.get(s, s) for s in name[1:].split(" ")) if name[0] in "wpnfg" else name

    rows = sorted((spelled(name), row) for name, row in tagger.weights.items() if row)
    with open(os.path.join(folder, "tag-weights.tsv"), "w", encoding="utf-8") as out:
        out.write(HEAD.format("Weights of the features of tags, in hundredths.", "train_tags.py", parts))
        out.write("feature\t" + "\t".join(tagger.tags) + "\n")
        for name, row in rows:
            out.write((name + "\t" + "\t".join(str(row.get(tag, "")) for tag in tagger.tags)).rstrip("\t") + "\n")
    print(f"trained on {parts}: {len(rows)} features, {sum(map(len, tagger.weights.values()))} weights")


def main():
    data, glossaries, folder = sys.argv[1:4]
    entries = lexicon(glossaries)
    train, dev = [sentences(os.path.join(data, "ud_vtb", name)) for name in ("train.conllu", "dev.conllu")]
    spelling = {}
    for words in train + dev:
        for word, _ in words:
            for part in word.split(" "):
                spelling.setdefault(fold(part), part.lower())
    tagger = Tagger(train, entries)
    print(f"trained on train, accuracy on dev: {100 * tagger.accuracy(dev):.1f}", flush=True)
    if sys.argv[4:] == ["train"]:
        write(tagger, folder, "train", spelling)
    else:
        write(Tagger(train + dev, entries), folder, "train and dev", spelling)


if __name__ == "__main__":
    main()
