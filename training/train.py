"""Trains the word segmenter and writes the pack. See README.md.

    python train.py --gold TRAIN.txt --dev DEV.txt --raw NEWS.txt --work CACHE --pack words.pack

Without `--dev` nothing is measured: the shipped pack is learned from both parts.
"""

import argparse
import os
import pickle
import time
import unicodedata
from collections import Counter

import numpy as np
import scipy.sparse as sparse

import check
import pack
import teachers
from corpus import SPECIALS, Syllables, alone, gold, neighbour, raw, with_gaps, word_f1
from features import WordList, codes_of, features, match, occurrences
from learn import Index, follow_the_leader, lasso
from tokens import WORD, fold

START = time.time()
OWN_TIMES = 16  # how often each of our own words is shown, alone on its line


def say(*words):
    print(f"{time.time() - START:6.0f} s ", *words, flush=True)


def log_odds(p):
    p = np.asarray(p, dtype=np.float64)
    return np.clip(np.log(p + 1e-9) - np.log(1 - p + 1e-9), -8, 8)


def cached(path, make):
    if not os.path.exists(path):
        value = make()
        with open(path, "wb") as f:
            pickle.dump(value, f, protocol=4)
        return value
    with open(path, "rb") as f:
        return pickle.load(f)


def ask_teachers(corpus, names):
    text = teachers.as_printed_text(corpus)
    return tuple(getattr(teachers, name)(text).astype(np.float32) for name in names)


def advice(corpus, at):
    """What the teachers say of the gap and its neighbours."""
    columns = [neighbour(corpus, at, o, log_odds(p), -8) for o in (-1, 0, 1) for p in corpus.taught]
    return sparse.csr_matrix(np.array(columns).T / 4)


def known_syllables(listed, corpora, raw_corpus):
    """The syllables that get an id: those of listed words, and others that are frequent."""
    counts = Counter()
    for c, weight in [(raw_corpus, 1), *((c, 10) for c in corpora)]:
        n = np.bincount(c.spelling, minlength=len(c.spellings))
        kind = np.zeros(len(c.spellings), np.int8)
        kind[c.spelling] = c.kind
        for spelling, k, many in zip(c.spellings, kind.tolist(), n.tolist()):
            if k == WORD or k == 3:
                counts[fold(spelling)] += weight * many
    of_words = {s for w in listed if len(w) > 1 for s in w}
    seen = {s for w in listed for s in w if counts[s] >= 3}
    return Syllables(of_words | seen, {s for s, n in counts.items() if n >= 30})


def head_teacher(train):
    """Logistic regression on our features and on what the teachers say; gives a function to score gaps with."""
    found = features(train, train.gaps)
    index = Index(found, 1)
    model = lasso(1.0).fit(sparse.hstack([index.matrix(found), advice(train, train.gaps)]).tocsr(), train.y[train.gaps])

    def scores(corpus, at):
        return model.decision_function(sparse.hstack([index.matrix(features(corpus, at)), advice(corpus, at)]).tocsr())

    return scores


def in_parts(corpus, f, size=400_000):
    return np.concatenate([f(corpus, at) for at in np.array_split(corpus.gaps, len(corpus.gaps) // size + 1)])


def found_words(news, scores, words, at_least=3, share=0.5):
    """Runs that the teacher joins in most places where they stand, and often enough."""
    joined = with_gaps(news, scores)
    begin = np.where(~joined)[0]
    end = np.append(begin[1:], len(joined))
    out = set()
    for n in words.by_length:
        code = occurrences(news, n)
        everywhere, counts = np.unique(code, return_counts=True)
        at = begin[end - begin == n]
        as_word, n_word = np.unique(code[at], return_counts=True)
        n_all = counts[np.searchsorted(everywhere, as_word)]
        keep = set(as_word[(n_word >= at_least) & (n_word >= share * n_all)].tolist())
        for i in at.tolist():
            if int(code[i]) in keep:
                keep.remove(int(code[i]))
                word = tuple(news.ids[i : i + n].tolist())
                if min(word) >= SPECIALS:
                    out.add(word)
    return out


def join_own(news, scores, own):
    """Raises the scores of the gaps inside our own words, wherever the teacher joins them to nothing beside them."""
    joined = with_gaps(news, scores)
    gap = np.full(len(news.kind) + 1, -1)
    gap[news.gaps] = np.arange(len(news.gaps))
    out = scores.copy()
    for n, group in own.by_length.items():
        if not group:
            continue
        at = np.where(np.isin(occurrences(news, n), codes_of(group, n)))[0]
        at = at[~joined[at] & ~np.append(joined, False)[at + n]]
        for k in range(1, n):
            inside = gap[at + k]
            inside = inside[inside >= 0]
            out[inside] = np.maximum(out[inside], 3.0)
    return out


def student(train, news, chance, own, args):
    """{feature: {code: weight}}: silver labels and our own words first, then gold on top of what they taught."""
    all_found = {}
    for part in np.array_split(news.gaps, 8):
        for name, code in features(news, part).items():
            all_found.setdefault(name, []).append(code)
    if own:
        for name, code in features(own, np.tile(own.gaps, OWN_TIMES)).items():
            all_found[name].append(code)
        chance = np.append(chance, np.full(OWN_TIMES * len(own.gaps), 0.95))
    all_found = {name: np.concatenate(codes) for name, codes in all_found.items()}
    gold_found = features(train, train.gaps)
    both = {name: np.concatenate([codes, np.repeat(gold_found[name], args.silver_at_least)]) for name, codes in all_found.items()}
    index = Index(both, args.silver_at_least)
    del both
    X = index.columns(all_found)
    del all_found
    say("features", index.width, "rows", len(X))
    silver = follow_the_leader(X, chance, index.width, l1=args.l1)
    say("student, silver only: weights", (silver != 0).sum())
    scores = np.append(silver[: index.width], 0)[index.columns(gold_found)].sum(axis=1)
    return on_top(index.named(silver), gold_found, scores, train.y[train.gaps], args.C)


def on_top(weights, found, scores, y, C):
    """The weights, scaled and with a few more, fitted to gold labels."""
    index = Index(found, 1)
    X = sparse.hstack([sparse.csr_matrix(scores[:, None] / 2), index.matrix(found)]).tocsr()
    model = lasso(C).fit(X, y)
    trust, own = model.coef_[0][0] / 2, model.coef_[0][1:].copy()
    own[0] += model.intercept_[0]
    out = {name: {code: w * trust for code, w in table.items()} for name, table in weights.items()}
    for name, table in index.named(own).items():
        for code, w in table.items():
            out[name][code] = out[name].get(code, 0.0) + w
    say("gold weights", (own != 0).sum(), "the others times", round(trust, 2))
    return out


def apply(weights, found):
    """Scores under named weights."""
    total = np.full(len(next(iter(found.values()))), weights["bias"][0], dtype=np.float64)
    for name, codes in found.items():
        table = weights.get(name, {})
        if not table:
            continue
        keys = np.array(sorted(table), dtype=np.int64)
        values = np.array([table[k] for k in keys.tolist()])
        p = np.clip(np.searchsorted(keys, codes), 0, len(keys) - 1)
        total += np.where(keys[p] == codes, values[p], 0)
    return total


def own_words():
    """The words of own.txt."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../data/words/own.txt")
    with open(path, encoding="utf8") as f:
        return [line.strip() for line in f if line.strip() and line[0] != "#"]


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--gold", nargs="+", required=True)
    ap.add_argument("--dev", help="only measured on")
    ap.add_argument("--raw", required=True)
    ap.add_argument("--work", required=True)
    ap.add_argument("--pack", required=True)
    ap.add_argument("--check", help="where to write the scores of our own sentences")
    ap.add_argument("--teachers", nargs="+", default=["underthesea", "pyvi", "vinlp"])
    ap.add_argument("--no-own", action="store_true", help="leave data/words/own.txt out")
    ap.add_argument("--l1", type=float, default=2.0)
    ap.add_argument("--C", type=float, default=1.0)
    ap.add_argument("--silver-at-least", type=int, default=4)
    ap.add_argument("--least", type=float, default=0.2, help="smaller weights are left out")
    args = ap.parse_args()
    name = lambda *parts: os.path.join(args.work, "-".join(["+".join(args.teachers), *parts]) + ".pickle")
    taught = lambda tag, corpus: cached(name("taught", tag), lambda: ask_teachers(corpus, args.teachers))
    train, dev = gold(args.gold), gold([args.dev]) if args.dev else None
    news = cached(os.path.join(args.work, "raw.pickle"), lambda: raw(args.raw))
    say("text read", len(news.kind))
    news.taught = taught("raw", news)
    train.taught = taught("+".join(map(os.path.basename, args.gold)), train)
    say("teachers asked")
    split = lambda words: [[fold(s) for s in unicodedata.normalize("NFC", w).split()] for w in words]
    own = [] if args.no_own else own_words()
    listed = split(teachers.pyvi_words() + own)
    own_text = alone(own) if own else None
    corpora = [c for c in (train, news, own_text, dev) if c]

    def encode(listed):
        syllables = known_syllables(listed, [train], news)
        words = WordList([tuple(syllables.ids[s] for s in w) for w in listed if all(s in syllables.ids for s in w)])
        for c in corpora:
            syllables.encode(c)
            match(c, words)
        say("syllables", len(syllables), "words", len(words))
        return syllables, words

    syllables, words = encode(listed)
    judged = in_parts(news, head_teacher(train))
    judged = join_own(news, judged, WordList([tuple(syllables.ids[s] for s in w) for w in split(own)]))
    say("labelled, joined", round(float((judged > 0).mean()), 4))
    more = found_words(news, judged, words)
    syllables, words = encode(listed + [[syllables.names[s - SPECIALS] for s in w] for w in sorted(more)])
    weights = student(train, news, 1 / (1 + np.exp(-judged)), own_text, args)
    packed = pack.rounded(weights, pack.STEP, args.least)
    if dev:
        say("dev, as packed", f"{word_f1(dev, with_gaps(dev, apply(packed, features(dev, dev.gaps)))):.2f}")
    pack.write(args.pack, syllables, words, packed)
    if args.check:
        check.write(args.check, syllables, words, packed, apply)


if __name__ == "__main__":
    main()
