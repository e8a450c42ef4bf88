"""What the segmenter looks at in a gap, as in src/segment/model.rs: a change there is a change here.

The gap lies between b and c in the window z a b | c d f.
"""

import numpy as np

from corpus import SHAPES, neighbour

WIDTH = 1 << 15  # more than there are syllables
LONGEST = 5


class WordList:
    """Words as tuples of syllable ids, by length."""

    def __init__(self, words):
        self.by_length = {n: set() for n in range(2, LONGEST + 1)}
        for word in words:
            if 2 <= len(word) <= LONGEST:
                self.by_length[len(word)].add(tuple(word))

    def __contains__(self, word):
        return word in self.by_length.get(len(word), ())

    def __len__(self):
        return sum(map(len, self.by_length.values()))


def _codes(ids, n):
    code = np.zeros(max(len(ids) - n + 1, 0), np.uint64)
    for k in range(n):
        code = code * np.uint64(1000003) + ids[k : len(ids) - n + 1 + k].astype(np.uint64)
    return code


def occurrences(corpus, n):
    """Codes (hashes) of the runs of n tokens in one line, 0 where there is none."""
    code = _codes(corpus.ids, n)
    same = corpus.line[: len(code)] == corpus.line[n - 1 :]
    return np.where(same, code, 0)


def codes_of(words, n):
    words = np.array(sorted(words), dtype=np.uint64).reshape(-1, n)
    code = np.zeros(len(words), np.uint64)
    for k in range(n):
        code = code * np.uint64(1000003) + words[:, k]
    return code


def match(corpus, words):
    """Sets `starts_word[n]`, `forward` and `backward`: words of n syllables that start here, longest matches."""
    n_tokens = len(corpus.ids)
    corpus.starts_word = {}
    for n in words.by_length:
        hit = np.zeros(n_tokens, bool)
        if words.by_length[n]:
            known = np.sort(codes_of(words.by_length[n], n))
            code = occurrences(corpus, n)
            p = np.clip(np.searchsorted(known, code), 0, len(known) - 1)
            hit[: len(code)] = (known[p] == code) & (code > 0)
        corpus.starts_word[n] = hit
    masks = sum(corpus.starts_word[n].astype(np.uint8) << n for n in words.by_length)
    corpus.forward, corpus.backward = _longest(masks, corpus.starts)


def _longest(masks, starts):
    import numba

    @numba.njit
    def run(masks, starts):
        n = len(masks)
        forward, backward = np.zeros(n, np.bool_), np.zeros(n, np.bool_)
        for s in range(len(starts) - 1):
            lo, hi = starts[s], starts[s + 1]
            i = lo
            while i < hi:
                step = 1
                for k in range(5, 1, -1):
                    if (masks[i] >> k) & 1 and i + k <= hi:
                        step = k
                        break
                for k in range(i + 1, i + step):
                    forward[k] = True
                i += step
            i = hi
            while i > lo:
                step = 1
                for k in range(5, 1, -1):
                    if i - k >= lo and (masks[i - k] >> k) & 1:
                        step = k
                        break
                for k in range(i - step + 1, i):
                    backward[k] = True
                i -= step
        return forward, backward

    return run(masks, starts.astype(np.int64))


def features(corpus, at):
    """name → code of the feature in each gap before the tokens `at`; code -1 where there is none."""
    sid = lambda o: neighbour(corpus, at, o, corpus.ids)
    shape = lambda o: neighbour(corpus, at, o, corpus.shapes)
    word = lambda n, o: neighbour(corpus, at, o, corpus.starts_word[n], False).astype(np.int64)
    a, b, c, d = (sid(o) for o in (-2, -1, 0, 1))
    no = 4  # a syllable without an id says nothing
    one = lambda x: np.where(x == no, -1, x)
    two = lambda x, y: np.where((x == no) | (y == no), -1, x * WIDTH + y)
    three = lambda x, y, z: np.where((x == no) | (y == no) | (z == no), -1, (x * WIDTH + y) * WIDTH + z)
    out = {"a": one(a), "b": one(b), "c": one(c), "d": one(d)}
    out |= {"ab": two(a, b), "bc": two(b, c), "cd": two(c, d), "abc": three(a, b, c), "bcd": three(b, c, d)}
    ha, hb, hc, hd = (shape(o) for o in (-2, -1, 0, 1))
    out["shape"] = ((ha * SHAPES + hb) * SHAPES + hc) * SHAPES + hd
    inside, left, right = word(2, -1), word(2, -2), word(2, 0)
    near = inside | left << 1 | right << 2
    long = word(4, -2) | word(4, -3) | word(4, -1)
    longest = word(5, -4) | word(5, -3) | word(5, -2) | word(5, -1)
    forward, backward = corpus.forward[at].astype(np.int64), corpus.backward[at].astype(np.int64)
    cover = near | word(3, -2) << 3 | word(3, -1) << 4 | (long | longest) << 5 | forward << 6 | backward << 7
    out["cover"] = cover | word(3, -3) << 8 | word(3, 0) << 9
    out["cover_shape"] = (near * SHAPES + hb) * SHAPES + hc
    return out
