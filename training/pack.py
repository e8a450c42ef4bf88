"""Writes the word pack; the format is in docs/words.md, the reader in src/segment/pack.rs."""

import struct
import zlib

import numpy as np

from corpus import SHAPES, SPECIALS, Syllables
from features import WIDTH

STEP = 1 / 8  # what one unit of a weight is worth
TABLES = {"shape": SHAPES**4, "cover": 1 << 10, "cover_shape": 8 * SHAPES**2}
VERSION = 3
KEY = 16  # bytes of the longest syllable
PAGES = (256, 768, 1792)  # ids at which syllables that fewer runs go on with begin; in each page they are sorted
LOWER, MIXED = 1, 6  # shapes, as in src/segment/syllables.rs


def rounded(weights, step, least):
    """Weights as multiples of `step`, those below `least` left out."""
    out = {"bias": {0: 0.0}}
    for name, table in weights.items():
        limit = 32767 if name in TABLES or name == "bias" else 127
        steps = ((k, round(w / step)) for k, w in table.items() if abs(w) >= least or name == "bias")
        out[name] = {k: max(-limit, min(limit, s)) * step for k, s in steps if s or name == "bias"}
    return out


def _units(table):
    return {k: round(w / STEP) for k, w in table.items()}


def _numbers(values):
    b = np.array(values).astype(np.int64).astype(np.uint16)
    return (b & 0xFF).astype(np.uint8).tobytes() + (b >> 8).astype(np.uint8).tobytes()


def _bytes(values):
    return np.array(values, dtype=np.int64).astype(np.uint8).tobytes()


def _used(syllables, words, weights):
    """The syllables without those that neither the list nor a weight names; old id → new id."""
    used = {s for n in words.by_length.values() for w in n for s in w}
    for name, digits in (("a", 1), ("b", 1), ("c", 1), ("d", 1), ("ab", 2), ("bc", 2), ("cd", 2), ("abc", 3), ("bcd", 3)):
        for code in weights[name]:
            for _ in range(digits):
                code, s = divmod(code, WIDTH)
                used.add(s)
    name = lambda s: syllables.names[s - SPECIALS]
    others = {name(s) for s in used if s >= syllables.strangers_from}
    small = Syllables(syllables.listed, others)
    for s in small.names:
        if len(s.encode()) > KEY:
            small = Syllables([x for x in small.listed if len(x.encode()) <= KEY], [x for x in others if len(x.encode()) <= KEY])
            break
    return small, lambda s: s if s < SPECIALS else small.ids.get(name(s))


def _order(small, runs):
    """Ids as they are stored: small numbers for syllables that many runs go on with; old id → new id."""
    n_runs = [0] * len(small)
    for group in runs.values():
        for run in group:
            n_runs[run[-1]] += 1
    common = sorted(range(SPECIALS, small.strangers_from), key=lambda s: (-n_runs[s], s))
    order = list(range(SPECIALS))
    for end in (*PAGES, small.strangers_from):
        order += sorted(common[len(order) - SPECIALS : end - SPECIALS])
    order += range(small.strangers_from, len(small))
    return dict(zip(order, range(len(order))))


def _names(names):
    """Of each how many bytes it has in common with the one before it, and its other bytes."""
    out, before = bytearray(), b""
    for name in map(str.encode, names):
        assert min(name) >= 32
        shared = next((i for i, (a, b) in enumerate(zip(name, before)) if a != b), min(len(name), len(before)))
        out += bytes([shared]) + name[shared:]
        before = name
    return bytes(out)


def _level(nodes, parents):
    """How many children each parent has, in order; their syllables, ascending in a parent, each but the first as how many
    ids lie between it and the one before; the nodes in order."""
    place = {p: i for i, p in enumerate(parents)}
    ordered = sorted(nodes, key=lambda n: (place[n[:-1]], n[-1]))
    counts, steps, before = [0] * len(parents), [], None
    for n in ordered:
        counts[place[n[:-1]]] += 1
        steps.append(n[-1] - before[-1] - 1 if before and before[:-1] == n[:-1] else n[-1])
        before = n
    assert max(counts) < 256
    return [_bytes(counts), _numbers(steps)], ordered


def _checksum(data):
    """As in src/segment/pack.rs."""
    mask, total = (1 << 64) - 1, len(data)
    for at in range(0, len(data) // 8 * 8 + 8, 8):
        total = (total ^ int.from_bytes(data[at : at + 8], "little")) * 0x9E3779B97F4A7C15 & mask
        total = (total << 29 | total >> 35) & mask
    return total ^ total >> 32


def write(path, syllables, words, weights):
    small, new = _used(syllables, words, weights)
    runs = {n: {} for n in range(2, 6)}  # run of new ids → is a word
    pair_weights, triple_weights = {}, {}
    for n, group in words.by_length.items():
        for word in group:
            run = tuple(map(new, word))
            if None not in run:
                runs[n][run] = True
                for k in range(2, n):
                    runs[k].setdefault(run[:k], False)
    for names, size, store in ((("ab", "bc", "cd"), 2, pair_weights), (("abc", "bcd"), 3, triple_weights)):
        for column, name in enumerate(names):
            for code, w in _units(weights[name]).items():
                run = []
                for _ in range(size):
                    code, s = divmod(code, WIDTH)
                    run.append(new(s))
                run = tuple(run[::-1])
                if None in run:
                    continue
                runs[size].setdefault(run, False)
                if size == 3:
                    runs[2].setdefault(run[:2], False)
                store.setdefault(run, [0] * len(names))[column] = w
    place = _order(small, runs)
    placed = lambda group: {tuple(place[s] for s in run): value for run, value in group.items()}
    runs = {n: placed(group) for n, group in runs.items()}
    pair_weights, triple_weights = placed(pair_weights), placed(triple_weights)
    single = np.zeros((4, len(small)), np.int64)
    for column, name in enumerate("abcd"):
        for code, w in _units(weights[name]).items():
            if new(code) is not None:
                single[column, place[new(code)]] = w
    names = sorted(small.names, key=lambda name: place[small.ids[name]])
    sections = [
        _numbers([len(small.listed), _units(weights["bias"])[0]]),
        _names(names),
        _bytes([MIXED if any(c in "0123456789" for c in s) else LOWER for s in names]),
        _bytes(single.T.ravel()),
    ]
    parents = [(i,) for i in range(len(small))]
    for n in range(2, 6):
        level, parents = _level(runs[n], parents)
        sections += level
        store, width = {2: (pair_weights, 3), 3: (triple_weights, 2)}.get(n, ({}, 0))
        if n < 5:
            sections.append(_bytes([[*store.get(r, [0] * width), runs[n][r]] for r in parents]))
    for name, size in TABLES.items():
        table = np.zeros(size, np.int64)
        for code, w in _units(weights[name]).items():
            table[code] = w
        sections.append(_numbers(table))
    body = b"".join(struct.pack("<I", len(s)) + s for s in sections)
    data = b"LKWP" + struct.pack("<HHQ", VERSION, 0, _checksum(body)) + body
    with open(path, "wb") as f:
        f.write(data)
    compressed = len(zlib.compress(data, 9))
    print(f"pack: {len(data)} bytes, {compressed} compressed; syllables {len(small.names)}, "
          + ", ".join(f"{len(runs[n])} runs of {n}" for n in runs))
