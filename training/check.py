"""Scores of our own sentences under the weights of a pack, for the test that the program gives the same."""

import os

import numpy as np

from corpus import raw
from features import features, match
from pack import STEP

SENTENCES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "check.txt")


def write(path, syllables, words, weights, apply):
    """One line a sentence: the sentence, a tab, the scores of its learned gaps as whole numbers."""
    corpus = raw(SENTENCES)
    syllables.encode(corpus)
    match(corpus, words)
    scores = np.rint(apply(weights, features(corpus, corpus.gaps)) / STEP).astype(int)
    line = corpus.line[corpus.gaps]
    with open(SENTENCES, encoding="utf8") as f:
        sentences = f.read().splitlines()
    with open(path, "w", encoding="utf8") as f:
        f.write("# Written by training/train.py: sentences of our own, scores of their gaps under words.pack.\n")
        for i, sentence in enumerate(sentences):
            f.write(sentence + "\t" + " ".join(map(str, scores[line == i])) + "\n")
