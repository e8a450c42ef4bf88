"""Logistic regression over sparse features, two ways: many soft labels in one pass (FTRL), few hard ones (L1)."""

import numba
import numpy as np
import scipy.sparse as sparse
from sklearn.linear_model import LogisticRegression


class Index:
    """Columns for the codes of each kind of feature that are seen often enough; column 0 is always on."""

    def __init__(self, found, at_least):
        self.codes, self.offset, self.width = {}, {}, 1
        for name, code in found.items():
            codes, counts = np.unique(code, return_counts=True)
            codes = codes[(counts >= at_least) & (codes >= 0)]
            self.codes[name], self.offset[name] = codes, self.width
            self.width += len(codes)
        self.nothing = self.width  # column of what has none; its weight stays 0

    def columns(self, found):
        rows = len(next(iter(found.values())))
        out = np.full((rows, len(self.codes) + 1), self.nothing, np.int32)
        out[:, -1] = 0
        for j, (name, codes) in enumerate(self.codes.items()):
            if len(codes) == 0:
                continue
            p = np.clip(np.searchsorted(codes, found[name]), 0, len(codes) - 1)
            ok = codes[p] == found[name]
            out[ok, j] = p[ok] + self.offset[name]
        return out

    def matrix(self, found):
        columns = self.columns(found)
        rows, width = columns.shape
        m = sparse.csr_matrix(
            (np.ones(columns.size, np.float32), columns.ravel(), np.arange(0, columns.size + 1, width)),
            shape=(rows, self.width + 1))
        return m[:, : self.width]

    def named(self, weights):
        """{name: {code: weight}} of what is not 0; the bias under "bias"."""
        out = {"bias": {0: float(weights[0])}}
        for name, codes in self.codes.items():
            w = weights[self.offset[name] : self.offset[name] + len(codes)]
            keep = np.nonzero(w)[0]
            out[name] = dict(zip(codes[keep].tolist(), w[keep].tolist()))
        return out


@numba.njit
def _pass(X, y, order, z, n, nothing, alpha, l1, l2):
    w = np.zeros(X.shape[1])
    loss = 0.0
    for i in order:
        s = 0.0
        for f in range(X.shape[1]):
            k = X[i, f]
            w[f] = 0.0
            if k != nothing and abs(z[k]) > l1:
                w[f] = -(z[k] - np.sign(z[k]) * l1) / ((1.0 + np.sqrt(n[k])) / alpha + l2)
            s += w[f]
        p = 1.0 / (1.0 + np.exp(-s))
        g = p - y[i]
        loss -= y[i] * np.log(p + 1e-12) + (1 - y[i]) * np.log(1 - p + 1e-12)
        for f in range(X.shape[1]):
            k = X[i, f]
            sigma = (np.sqrt(n[k] + g * g) - np.sqrt(n[k])) / alpha
            z[k] += g - sigma * w[f]
            n[k] += g * g
    return loss / len(order)


def follow_the_leader(X, y, width, passes=2, alpha=0.1, l1=1.0, l2=1.0, seed=1):
    """Weights of a logistic regression on soft labels `y` (FTRL-proximal)."""
    z, n = np.zeros(width + 1), np.zeros(width + 1)
    random = np.random.default_rng(seed)
    for _ in range(passes):
        loss = _pass(X, y, random.permutation(len(y)), z, n, width, alpha, l1, l2)
        print(f"  loss {loss:.5f}", flush=True)
    w = -(z - np.sign(z) * l1) / ((1.0 + np.sqrt(n)) / alpha + l2)
    w[np.abs(z) <= l1] = 0
    w[width] = 0
    return w


def lasso(C):
    return LogisticRegression(l1_ratio=1.0, C=C, solver="liblinear", random_state=1)
