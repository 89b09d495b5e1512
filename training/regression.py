"""Multinomial logistic regression with an L2 penalty, by L-BFGS, with NumPy alone: for a few thousand rows."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
MEMORY = 10
ROUNDS = 300
ENOUGH = 1e-3  # of the first gradient's length


def fit(
    rows: Array, labels: NDArray[np.int64], weights: Array, classes: int, penalty: float
) -> Array:
    """One column of coefficients a class; the last row is the base, which is not punished.

    `labels` are class numbers, `weights` how much each row counts; the sum of squares counts `penalty` / 2.
    """
    data = np.hstack([rows, np.ones((len(rows), 1))])
    wanted = np.eye(classes)[labels]
    punished = np.full((data.shape[1], 1), penalty)
    punished[-1] = 0.0

    def loss(at: Array) -> tuple[float, Array]:
        scores = data @ at
        scores -= scores.max(axis=1, keepdims=True)
        total = np.log(np.exp(scores).sum(axis=1, keepdims=True))
        missing = weights[:, None] * (np.exp(scores - total) - wanted)
        value = -float((weights * ((scores - total) * wanted).sum(axis=1)).sum())
        return value + float((punished * at**2).sum()) / 2, data.T @ missing + punished * at

    return _lowest(loss, np.zeros((data.shape[1], classes)))


def _lowest(loss: Callable[[Array], tuple[float, Array]], at: Array) -> Array:
    """Where a smooth convex function is lowest, near enough."""
    value, slope = loss(at)
    first = np.linalg.norm(slope)
    steps: deque[tuple[Array, Array, float]] = deque(maxlen=MEMORY)
    for _ in range(ROUNDS):
        if np.linalg.norm(slope) <= ENOUGH * first:
            break
        way = _direction(slope, steps)
        length = 1.0 if steps else 1.0 / max(float(np.linalg.norm(slope)), 1.0)
        fall = float((slope * way).sum())
        while True:
            after, next_slope = loss(at + length * way)
            if after <= value + 1e-4 * length * fall or length < 1e-10:
                break
            length /= 2
        moved, changed = length * way, next_slope - slope
        curve = float((moved * changed).sum())
        if curve > 0:
            steps.append((moved, changed, curve))
        at, value, slope = at + moved, after, next_slope
    return at


def _direction(slope: Array, steps: deque[tuple[Array, Array, float]]) -> Array:
    way = -slope
    shares = []
    for moved, changed, curve in reversed(steps):
        share = float((moved * way).sum()) / curve
        way = way - share * changed
        shares.append(share)
    if steps:
        _, changed, curve = steps[-1]
        way = way * (curve / float((changed**2).sum()))
    for (moved, changed, curve), share in zip(steps, reversed(shares), strict=True):
        way = way + (share - float((changed * way).sum()) / curve) * moved
    return way
