"""How sure three open segmenters are that a token goes on with the word before it.

The models are those of pyvi (MIT), ViNLP (MIT) and underthesea's word_tokenize (Apache-2.0), read with
python-crfsuite. The code of underthesea_core is not used. Nor are the word lists of underthesea and ViNLP, whose
licence is not clear: underthesea's model was trained with the look-ups in it all failing, so they are given as failing
here; ViNLP's model is given the list of pyvi (MIT) instead.
"""

import copy
import glob
import os
import pickle
import re
import string
import tempfile
from importlib.util import find_spec

import numba
import numpy as np
import pycrfsuite

from corpus import S_CAPITAL, S_UPPER, lines_in_capitals, shape
from tokens import as_printed


def _package(name):
    return os.path.dirname(find_spec(name).origin)


def as_printed_text(corpus):
    """The corpus in the spelling that the teachers were trained on, lines in capitals in small letters."""
    kind = np.zeros(len(corpus.spellings), np.int8)
    kind[corpus.spelling] = corpus.kind
    shapes = np.array([shape(s, k) for s, k in zip(corpus.spellings, kind.tolist())])[corpus.spelling]
    low = lines_in_capitals(corpus, shapes)[corpus.line] & np.isin(shapes, [S_UPPER, S_CAPITAL])
    seen = {}
    number = lambda spellings: np.array([seen.setdefault(s, len(seen)) for s in spellings])
    printed = [as_printed(s) for s in corpus.spellings]
    kept, lowered = number(printed), number([s.lower() for s in printed])
    out = copy.copy(corpus)
    out.spelling = np.where(low, lowered[corpus.spelling], kept[corpus.spelling])
    out.spellings = list(seen)
    return out


@numba.njit(cache=True)
def _marginals(emission, starts, tt):
    """P(label I) of every token; emission is the score of I over B, tt the transition scores [from][to]."""
    out = np.zeros(len(emission))
    for s in range(len(starts) - 1):
        lo, hi = starts[s], starts[s + 1]
        n = hi - lo
        if n == 0:
            continue
        f = np.zeros((n, 2))
        b = np.zeros((n, 2))
        f[0, 1] = emission[lo]
        for i in range(1, n):
            for k in range(2):
                x, y = f[i - 1, 0] + tt[0, k], f[i - 1, 1] + tt[1, k]
                m = max(x, y)
                f[i, k] = m + np.log(np.exp(x - m) + np.exp(y - m)) + k * emission[lo + i]
        for i in range(n - 2, -1, -1):
            for k in range(2):
                x = b[i + 1, 0] + tt[k, 0]
                y = b[i + 1, 1] + tt[k, 1] + emission[lo + i + 1]
                m = max(x, y)
                b[i, k] = m + np.log(np.exp(x - m) + np.exp(y - m))
        for i in range(n):
            d = (f[i, 0] + b[i, 0]) - (f[i, 1] + b[i, 1])
            out[lo + i] = 1.0 / (1.0 + np.exp(d))
    return out


class _Text:
    """Tokens of many lines as ids of their spellings, with look-ups over neighbours done once for each kind."""

    def __init__(self, corpus):
        self.words, self.ids = corpus.spellings, corpus.spelling
        self.starts, self.line = corpus.starts, corpus.line

    def sums(self, lo, hi, score, bos, eos):
        """score(spellings of the tokens from lo to hi) for each token; bos or eos where the range leaves the line."""
        n = len(self.ids)
        pos = np.arange(n)
        first, last = self.starts[self.line], self.starts[self.line + 1]
        before, after = pos + lo < first, pos + hi >= last
        code = np.zeros(n, dtype=np.int64)
        width = len(self.words)
        for k in range(lo, hi + 1):
            code = code * width + self.ids[np.clip(pos + k, 0, n - 1)]
        keep = ~(before | after)
        uniq, back = np.unique(code[keep], return_inverse=True)
        values = np.empty(len(uniq))
        for i, c in enumerate(uniq.tolist()):
            parts = []
            for _ in range(lo, hi + 1):
                c, r = divmod(c, width)
                parts.append(self.words[r])
            values[i] = score(parts[::-1])
        out = np.where(before, bos, eos).astype(float)
        out[keep] = values[back]
        return out


def _weights(tagger, outside, inside):
    """Score of each attribute for the label `inside` over `outside`, and the transition scores [from][to]."""
    with tempfile.NamedTemporaryFile() as f:
        tagger.dump(f.name)
        dump = open(f.name, encoding="utf8", newline="\n").read()
    w, t = {}, {}
    for m in re.finditer(r"^  \((\d)\) (.*?) --> (\S+): (\S+)$", dump, re.M):
        kind, source, label, value = m.groups()
        if kind == "1":
            t[source, label] = float(value)
        else:
            w[source] = w.get(source, 0.0) + float(value) * (1 if label == inside else -1)
    labels = (outside, inside)
    return w, np.array([[t.get((a, b), 0.0) for b in labels] for a in labels])


def underthesea(corpus):
    """P(joined to the token before) by underthesea's model, one array over all tokens."""
    folder = glob.glob(_package("underthesea") + "/pipeline/word_tokenize/models/ws_crf_vlsp2013_*")[0]
    tagger = pycrfsuite.Tagger()
    tagger.open(folder + "/models.bin")
    w, transitions = _weights(tagger, "B-W", "I-W")
    text = _Text(corpus)
    total = np.zeros(len(text.ids))
    title = lambda parts: all(not p[:1].islower() for p in parts)
    for lo, hi in [(-2, -2), (-1, -1), (0, 0), (1, 1), (2, 2), (-2, -1), (-1, 0), (0, 1), (1, 2), (-2, 0), (-1, 1), (0, 2)]:
        name = f"T[{lo}]" if lo == hi else f"T[{lo},{hi}]"
        kinds = [(name + "=", lambda p: " ".join(p))]
        if (lo, hi) not in [(-2, 0), (-1, 1), (0, 2)]:
            kinds.append((name + ".lower=", lambda p: " ".join(p).lower()))
        if lo == hi and abs(lo) < 2:
            kinds.append((name + ".isdigit=", lambda p: str(p[0].isdigit())))
        if lo == hi or (lo, hi) in [(0, 1), (0, 2)]:
            kinds.append((name + ".istitle=", lambda p: str(title(p))))
        kinds.append((name + ".is_in_dict=", lambda p: "False"))
        score = lambda parts: sum(w.get(k + f(parts), 0.0) for k, f in kinds)
        bos, eos = (sum(w.get(k + edge, 0.0) for k, _ in kinds) for edge in ("BOS", "EOS"))
        total += text.sums(lo, hi, score, bos, eos)
    return _marginals(total, text.starts, transitions)


def pyvi_words():
    """The word list of pyvi."""
    with open(_package("pyvi") + "/models/words.txt", encoding="utf8") as f:
        return [line.strip() for line in f if line.strip()]


def pyvi(corpus):
    """P(joined to the token before) by pyvi's model, one array over all tokens."""
    with open(_package("pyvi") + "/models/pyvi3.pkl", "rb") as f:
        tagger = pickle.load(f).tagger_
    w, transitions = _weights(tagger, "B_W", "I_W")
    words = pyvi_words()
    two, three = ({x for x in words if x.count(" ") == n} for n in (1, 2))
    text = _Text(corpus)
    low = lambda p: " ".join(p).lower()
    flags = lambda pre, x: sum(
        w.get(pre + name, 0.0) for name, on in
        (("isupper()", x.isupper()), ("istitle()", x.istitle()), ("isdigit()", x.isdigit() and pre == "word.")) if on)
    bi = lambda name: lambda p: w.get(name, 0.0) * (low(p) in two)
    tri = lambda name: lambda p: w.get(name, 0.0) * (low(p) in three)
    total = np.full(len(text.ids), w.get("bias", 0.0))
    total += text.sums(0, 0, lambda p: w.get("word.lower():" + low(p), 0.0) + flags("word.", p[0]), 0, 0)
    for k in (-1, 1):
        name = f"{k:+d}:word."
        total += text.sums(k, k, lambda p: w.get(f"{name}lower():" + low(p), 0.0) + flags(name, p[0]), 0, 0)
    total += text.sums(-1, 0, bi("-1:word.bi_gram()"), 0, 0)
    total += text.sums(0, 1, bi("+1:word.bi_gram()"), 0, 0)
    total += text.sums(-2, 0, tri("-2:word.tri_gram()"), 0, 0)
    total += text.sums(0, 2, tri("+2:word.tri_gram()"), 0, 0)
    return _marginals(total, text.starts, transitions)


def vinlp(corpus):
    """P(joined to the token before) by ViNLP's model, one array over all tokens."""
    tagger = pycrfsuite.Tagger()
    tagger.open(_package("ViNLP") + "/pipeline/bin/ws.crfsuite")
    w, transitions = _weights(tagger, "B-W", "I-W")
    words = {x.lower() for x in pyvi_words()}
    syllables = {s for x in words for s in x.split()}
    text = _Text(corpus)
    low = lambda p: " ".join(p).lower()
    get = lambda name: w.get(name, 0.0)

    def is_number(x):
        try:
            float(x)
            return True
        except ValueError:
            return False

    def one(name):
        flags = [(name + ".istitle", str.istitle), (name + ".is_number", is_number),
                 (name + ".is_punct", lambda x: all(c in string.punctuation for c in x)),
                 (name + ".is_vi_word", lambda x: x.lower() in syllables),
                 (name + ".is_in_dict", lambda x: x.lower() in words)]
        flags = [(get(n), f) for n, f in flags]
        return lambda p: get(f"{name}:{p[0]}") + get(f"{name}.lower:{low(p)}") + sum(v for v, f in flags if f(p[0]))

    def many(name):
        listed, title = get(name + ".is_in_dict"), get(name + ".istitle")
        return lambda p: (get(f"{name}:" + " ".join(p)) + listed * (low(p) in words)
                          + title * all(x.istitle() for x in p))

    total = np.full(len(text.ids), get("bias"))
    for k in range(-2, 3):
        total += text.sums(k, k, one(f"[{k:+d}]" if k else "[0]"), 0, 0)
    for lo, hi, name in [(-1, 0, "[-1,0]"), (-2, -1, "[-2,-1]"), (-2, 0, "[-2,0]"), (0, 1, "[0,+1]"), (1, 2, "[+1,+2]"),
                         (0, 2, "[0,+2]"), (-1, 1, "[-1,+1]")]:
        total += text.sums(lo, hi, many(name), 0, 0)
    position = np.arange(len(text.ids)) - text.starts[text.line]
    left = text.starts[text.line + 1] - 1 - np.arange(len(text.ids)) - text.starts[0]
    total += get("[-1].BOS") * (position == 0) + get("[-2].BOS") * (position == 1)
    total += get("[+1].EOS") * (left == 0) + get("[+2].EOS") * (left == 1)
    return _marginals(total, text.starts, transitions)
