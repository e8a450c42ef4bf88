"""Gold and raw text as arrays over tokens."""

import unicodedata
from dataclasses import dataclass, field

import numpy as np

from tokens import ADDRESS, MARK, NUMBER, WORD, fold, tokens

NONE, A_NUMBER, A_MARK, AN_ADDRESS, UNKNOWN = range(5)  # ids that are no syllable
SPECIALS = 5
(S_NONE, S_LOWER, S_TITLE, S_UPPER, S_NUMBER, S_MARK, S_MIXED, S_CAPITAL, S_STRANGE, S_STRANGE_TITLE) = range(10)
SHAPES = 10


@dataclass
class Corpus:
    """Tokens of many lines, flat. `y` is whether a token goes on with the word of the token before."""

    spellings: list  # each spelling once
    spelling: np.ndarray  # of each token, as index into spellings
    kind: np.ndarray
    glued: np.ndarray
    y: np.ndarray
    starts: np.ndarray
    line: np.ndarray = field(init=False)
    first: np.ndarray = field(init=False)
    gaps: np.ndarray = field(init=False)

    def __post_init__(self):
        n = np.diff(self.starts)
        self.line = np.repeat(np.arange(len(n)), n)
        self.first = np.zeros(len(self.kind), bool)
        self.first[self.starts[:-1][n > 0]] = True
        before = np.concatenate([[MARK], self.kind[:-1]])
        # The gaps that are learned: white space between two words. All others are left to rules.
        self.gaps = np.where((self.kind == WORD) & (before == WORD) & ~self.glued & ~self.first)[0]


def _corpus(rows):
    flat = lambda j, t: np.array([x for r in rows for x in r[j]], dtype=t)
    starts = np.concatenate([[0], np.cumsum([len(r[0]) for r in rows])]).astype(np.int64)
    seen = {}
    spelling = np.array([seen.setdefault(t, len(seen)) for r in rows for t in r[0]], dtype=np.int64)
    return Corpus(list(seen), spelling, flat(1, np.int8), flat(2, bool), flat(3, bool), starts)


def _row(raw, word_starts=None):
    found = tokens(raw)
    if word_starts is None:
        joined = [False] * len(found)
    else:
        solid = np.concatenate([[0], np.cumsum([not c.isspace() for c in raw])])
        joined = [int(solid[a]) not in word_starts for a, _, _ in found]
    glued = [i > 0 and found[i - 1][1] == found[i][0] for i in range(len(found))]
    return [raw[a:b] for a, b, _ in found], [k for _, _, k in found], glued, joined


def gold(paths):
    """Segmented sentences, one a line: words between blanks, syllables joined by `_`."""
    rows = []
    for path in paths:
        for line in open(path, encoding="utf8"):
            line = unicodedata.normalize("NFC", line.rstrip("\n"))
            starts, at = set(), 0
            for word in line.split():
                starts.add(at)
                at += len(word.replace("_", ""))
            rows.append(_row(line.replace("_", " "), starts))
    return _corpus(rows)


def raw(path):
    """Running text, one paragraph a line."""
    lines = (unicodedata.normalize("NFC", line.rstrip("\n")) for line in open(path, encoding="utf8"))
    return _corpus([r for r in map(_row, lines) if len(r[0]) > 1])


def alone(words):
    """Each word on a line of its own."""
    return _corpus([_row(word) for word in words])


def shape(token, kind):
    """The shape of a token, strangers not yet told apart."""
    if kind != WORD:
        return {NUMBER: S_NUMBER, MARK: S_MARK, ADDRESS: S_MIXED}[kind]
    letters = [c for c in token if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    if any(c in "0123456789" for c in token):
        return S_MIXED
    if upper == 0:
        return S_LOWER
    if upper == len(letters):
        return S_UPPER if upper > 1 else S_CAPITAL
    return S_TITLE if upper == 1 and token[0].isupper() else S_MIXED


def lines_in_capitals(corpus, shapes):
    """Which lines are written in capitals only."""
    many = lambda wanted: np.bincount(corpus.line, weights=np.isin(shapes, wanted), minlength=len(corpus.starts) - 1)
    return (many([S_UPPER]) >= 3) & (many([S_LOWER, S_TITLE, S_STRANGE, S_STRANGE_TITLE]) == 0)


class Syllables:
    """Ids of folded tokens. Those of the word list come first: a token beyond them is a stranger."""

    def __init__(self, listed, others):
        self.listed = sorted(set(listed))
        self.names = self.listed + sorted(set(others) - set(listed))
        self.ids = {s: SPECIALS + i for i, s in enumerate(self.names)}
        self.strangers_from = SPECIALS + len(self.listed)

    def __len__(self):
        return SPECIALS + len(self.names)

    def id(self, token, kind):
        if kind == NUMBER:
            return A_NUMBER
        if kind == ADDRESS:
            return AN_ADDRESS
        return self.ids.get(fold(token), A_MARK if kind == MARK else UNKNOWN)

    def encode(self, corpus):
        """Sets `ids` and `shapes` of the corpus."""
        kind = np.zeros(len(corpus.spellings), np.int8)
        kind[corpus.spelling] = corpus.kind
        seen = list(zip(corpus.spellings, kind.tolist()))
        ids = np.array([self.id(t, k) for t, k in seen], dtype=np.int64)
        shapes = np.array([shape(t, k) for t, k in seen], dtype=np.int64)
        word = kind == WORD
        strange = word & ((ids == UNKNOWN) | (ids >= self.strangers_from))
        shapes[strange & (shapes == S_LOWER)] = S_STRANGE
        shapes[strange & (shapes == S_TITLE)] = S_STRANGE_TITLE
        corpus.ids, corpus.shapes = ids[corpus.spelling], shapes[corpus.spelling]
        # A line in capitals is read as one in small letters.
        capitals = lines_in_capitals(corpus, corpus.shapes)
        corpus.shapes[capitals[corpus.line] & np.isin(corpus.shapes, [S_UPPER, S_CAPITAL])] = S_LOWER


def neighbour(corpus, at, offset, values, missing=0):
    """values[at + offset], or `missing` where that is on another line."""
    p = at + offset
    inside = np.clip(p, 0, len(values) - 1)
    ok = (p >= 0) & (p < len(values)) & (corpus.line[inside] == corpus.line[at])
    return np.where(ok, values[inside], missing)


def word_f1(corpus, joined):
    """F1 over words, glued tokens taken as joined (as they are in text with blanks between words)."""
    joined = (joined | corpus.glued) & ~corpus.first
    ends = lambda j: np.append(np.where(~j)[0], len(j))
    g, s = ends(corpus.y), ends(joined)
    words = lambda e: set(zip(e[:-1].tolist(), e[1:].tolist()))
    a, b = words(g), words(s)
    return 200 * len(a & b) / (len(a) + len(b))


def with_gaps(corpus, scores):
    """joined-flags from scores of the learned gaps."""
    out = np.zeros(len(corpus.kind), bool)
    out[corpus.gaps] = scores > 0
    return out
