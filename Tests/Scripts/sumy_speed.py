#!/usr/bin/env python3
"""Articles a second of sumy's LexRank, to stand beside `songngu-bench summaries FILE…`.

    sumy_speed.py PROGRAM FILE…

Sentences come from PROGRAM (the songngu binary) and words are runs of letters or digits, as sumy has no Vietnamese.
Prints processor seconds for reading (cutting sentences into words) and for choosing three of them. Needs sumy (PyPI).
"""
import re, subprocess, sys, time


def main():
    program, paths = sys.argv[1], sys.argv[2:]
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.summarizers.lex_rank import LexRankSummarizer

    class Words:
        def to_words(self, text):
            return tuple(re.findall(r"[^\W_]+", text.lower()))

    articles = [subprocess.run([program, "sentences", path], check=True, capture_output=True, text=True).stdout.splitlines()
                for path in paths]
    size = sum(len(line.encode()) for article in articles for line in article)
    best = [float("inf")] * 2
    for _ in range(5):
        start = time.process_time()
        read = [ObjectDocumentModel([Paragraph([Sentence(line, Words()) for line in article])]) for article in articles]
        for document in read:
            for sentence in document.sentences:
                sentence.words
        middle = time.process_time()
        for document in read:
            LexRankSummarizer()(document, 3)
        end = time.process_time()
        best = [min(best[0], middle - start), min(best[1], end - middle)]
    print(f"{len(paths)} articles of {size // len(paths)} bytes; articles a second")
    print(f"choosing\t{len(paths) / best[1]:.0f}")
    print(f"reading and choosing\t{len(paths) / sum(best):.0f}")


if __name__ == "__main__":
    main()
