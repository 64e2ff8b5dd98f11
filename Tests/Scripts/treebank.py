"""What train_words.py and train_tags.py share: the treebank, the glossaries and the key under which words are looked up."""
import collections, glob, os, re, unicodedata

TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
FIRST = ["titles", "government-bodies", "organizations", "places", "people"]
HEAD = """# {} Written by Tests/Scripts/{}
# from UD_Vietnamese-VTB (Universal Dependencies, {}, CC BY-SA 4.0) and the glossaries; shared under CC BY-SA 4.0.
"""


def fold(syllable, cache={}):
    """the match key of a syllable: case, tone placement, i or y and the two Đ do not matter"""
    if syllable not in cache:
        letters, tone = [], ""
        for char in unicodedata.normalize("NFD", syllable.lower().replace("ð", "đ")):
            if char in TONES:
                tone += TONES[char]
            else:
                letters.append(char)
        key = unicodedata.normalize("NFC", "".join(letters))
        cache[syllable] = re.sub(r"^(qu|[bcdđghklmnpqrstvx]*)y$", r"\1i", key) + tone
    return cache[syllable]


def key(words):
    return tuple(fold(word) for word in words)


def sentences(path):
    """[[(word, universal tag)]]; numbers that the treebank tears apart are joined"""
    found, words = [], []
    for line in list(open(path, encoding="utf-8")) + ["\n"]:
        cells = line.rstrip("\n").split("\t")
        if line.strip() == "":
            if words:
                found.append(joined(words))
            words = []
        elif cells[0].isdigit():
            words.append((cells[1].replace("LBKT", "(").replace("RBKT", ")"), cells[3]))
    return found


def joined(words):
    out, i = [], 0
    while i < len(words):
        w = [word for word, _ in words[i:i + 3]]
        if len(w) == 3 and w[0].isdigit() and w[2].isdigit() and (w[1] == "." and len(w[2]) == 3 or w[1] == "," and len(w[2]) <= 2):
            out.append(("".join(w), "NUM"))
            i += 3
        else:
            out.append(words[i])
            i += 1
    return out


class Entry:
    """a word of the glossaries: p name, g glossary, v vocabulary; of its rows the first with the commonest band counts"""
    def __init__(self):
        self.kind, self.band, self.tag, self.english, self.shortest, self.tags = None, 9, None, [], 9, set()


def lexicon(folder):
    """match key -> Entry; files in the order in which songngu reads them"""
    def order(path):
        name = os.path.basename(path)[:-4]
        return "vocabulary" in path, FIRST.index(name) if name in FIRST else len(FIRST), name

    words = {}
    for path in sorted(glob.glob(os.path.join(folder, "**/*.tsv"), recursive=True), key=order):
        lines = open(path, encoding="utf-8").read().split("\n")
        place = {name: i for i, name in enumerate(lines[0].split("\t"))}
        for line in lines[1:]:
            cells = line.split("\t")
            if len(cells) < 3:
                continue
            band, tag, english = int(cells[place["band"]] or 4) or 4, cells[1], cells[2].split(" ")
            for form in [cells[0]] + [v for v in cells[place["variants"]].split("|") if v]:
                entry = words.setdefault(key(form.split(" ")), Entry())
                entry.tags.add(tag)
                entry.shortest = min(entry.shortest, len(english))
                if entry.band > band:
                    entry.kind = "p" if tag == "PN" else "v" if "vocabulary" in path else "g"
                    entry.band, entry.tag, entry.english = band, tag, english
    return words


HERE = os.path.dirname(os.path.abspath(__file__))
TABLES = os.path.join(HERE, "../../Sources/Vietnamese/Data")


def column(name):
    rows = [line.rstrip("\n").split("\t")[0] for line in open(os.path.join(TABLES, name + ".tsv"), encoding="utf-8") if line[0] != "#"]
    return set(rows[1:])


ONSETS, RIMES = column("onsets") | {""}, column("rimes")


def is_syllable(key):
    """whether a word with this match key is made like a Vietnamese syllable"""
    base = key.rstrip("12345")
    return any(base[:cut] in ONSETS and base[cut:] in RIMES for cut in range(4))


def press():
    """[[word]]: our own sentences with the names of the foreign-news press"""
    path = os.path.join(HERE, "press_words.txt")
    return [line.rstrip("\n").split("|") for line in open(path, encoding="utf-8") if line[0] != "#"]


def is_mark(token):
    return not any(c.isalnum() for c in token)


def shape(token):
    """p mark, n number, A all capitals, C capitalized, l other"""
    if is_mark(token):
        return "p"
    if token[0].isdigit():
        return "n"
    if token.isupper() and len(token) > 1:
        return "A"
    return "C" if token[0].isupper() else "l"
