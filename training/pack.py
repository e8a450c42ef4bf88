"""Writes the word pack; the format is in docs/words.md, the reader in src/segment/pack.rs."""

import struct
import zlib

import numpy as np

from corpus import SHAPES, SPECIALS, Syllables
from features import WIDTH

STEP = 1 / 8  # what one unit of a weight is worth
TABLES = {"shape": SHAPES**4, "cover": 1 << 10, "cover_shape": 8 * SHAPES**2}
VERSION = 2
KEY = 16  # bytes of the longest syllable
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


def _level(nodes, parents):
    """How many children each parent has, in order, and their syllables, ascending in a parent; the nodes in order."""
    place = {p: i for i, p in enumerate(parents)}
    ordered = sorted(nodes, key=lambda n: (place[n[:-1]], n[-1]))
    counts = [0] * len(parents)
    for n in ordered:
        counts[place[n[:-1]]] += 1
    assert max(counts) < 256
    return [_bytes(counts), _numbers([n[-1] for n in ordered])], ordered


def _checksum(data):
    """As in src/segment/pack.rs."""
    mask, total = (1 << 64) - 1, len(data)
    for at in range(0, len(data) // 8 * 8 + 8, 8):
        total = (total ^ int.from_bytes(data[at : at + 8], "little")) * 0x9E3779B97F4A7C15 & mask
        total = (total << 29 | total >> 35) & mask
    return total ^ total >> 32


def write(path, syllables, words, weights):
    small, new = _used(syllables, words, weights)
    n_ids = len(small)
    single = np.zeros((4, n_ids), np.int64)
    for column, name in enumerate("abcd"):
        for code, w in _units(weights[name]).items():
            if new(code) is not None:
                single[column, new(code)] = w
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
    sections = [
        _numbers([len(small.listed), _units(weights["bias"])[0]]),
        b"".join(s.encode().ljust(KEY, b"\0") for s in small.names),
        _bytes([MIXED if any(c in "0123456789" for c in s) else LOWER for s in small.names]),
        _bytes(single.T.ravel()),
    ]
    parents = [(i,) for i in range(n_ids)]
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
