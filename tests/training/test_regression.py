"""Logistic regression against what is known of it."""

from __future__ import annotations

import numpy as np
from training.regression import fit


def gradient(
    data: np.ndarray, labels: np.ndarray, weights: np.ndarray, at: np.ndarray, penalty: float
) -> np.ndarray:
    """Of the punished loss, written out anew."""
    rows = np.hstack([data, np.ones((len(data), 1))])
    scores = rows @ at
    likely = np.exp(scores - scores.max(axis=1, keepdims=True))
    likely /= likely.sum(axis=1, keepdims=True)
    likely[np.arange(len(labels)), labels] -= 1
    punished = penalty * at
    punished[-1] = 0
    return rows.T @ (weights[:, None] * likely) + punished


def test_at_the_lowest_point_the_slope_is_nil() -> None:
    random = np.random.default_rng(3)
    data, labels = random.normal(size=(60, 7)), random.integers(0, 3, 60)
    weights = random.uniform(0.2, 1.0, 60)
    fitted = fit(data, labels, weights, 3, 0.5)
    start = np.zeros_like(fitted)
    first = np.linalg.norm(gradient(data, labels, weights, start, 0.5))
    assert np.linalg.norm(gradient(data, labels, weights, fitted, 0.5)) < 0.01 * first


def test_weights_say_how_much_a_row_counts() -> None:
    """Two rows that say the same of the same point as one that counts twice."""
    data = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0]])
    labels = np.array([0, 1, 0])
    thrice = fit(data, labels, np.ones(3), 2, 0.1)
    twice = fit(data[:2], labels[:2], np.array([2.0, 1.0]), 2, 0.1)
    assert np.allclose(thrice, twice, atol=0.02)


def test_the_base_is_not_punished() -> None:
    """Of rows that say nothing, the base alone tells how frequent the classes are."""
    fitted = fit(np.zeros((10, 1)), np.array([0] * 9 + [1]), np.ones(10), 2, 100.0)
    assert np.isclose(fitted[-1, 0] - fitted[-1, 1], np.log(9), atol=0.05)
