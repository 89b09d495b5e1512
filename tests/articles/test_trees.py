from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from dragoman.articles.trees import load_trees
from dragoman.errors import DataError


def written(path: Path, classes: tuple[str, ...] = ("yes",)) -> Path:
    """One tree a class: column `a` at most 1 gives -2, else 2 for the first class; 0 for others."""
    rest = len(classes) - 1
    roots = [0, *range(3, 3 + rest)]
    nodes = 3 + rest
    feature, threshold = np.zeros(nodes, np.int16), np.full(nodes, np.inf, np.float32)
    left = right = np.arange(nodes, dtype=np.int32)
    left, right = left.copy(), right.copy()
    threshold[0], left[0], right[0] = 1.0, 1, 2
    value = np.zeros(nodes, np.float32)
    value[1], value[2] = -2.0, 2.0
    np.savez(
        path, names=np.array(["a", "b"]), classes=np.array(classes), depth=np.array(1),
        roots=np.array(roots, np.int32), feature=feature, threshold=threshold, left=left,
        right=right, value=value,
    )  # fmt: skip
    return path


def rows(*values: float) -> NDArray[np.float32]:
    return np.array([[value, 0.0] for value in values], dtype=np.float32)


def test_a_value_at_the_threshold_goes_left(tmp_path: Path) -> None:
    trees = load_trees(written(tmp_path / "t.npz"), ("a", "b"))
    likely = trees.probabilities(rows(0.5, 1.0, 1.5))[:, 0]
    assert likely[0] == likely[1] == pytest.approx(1 / (1 + np.exp(2)))
    assert likely[2] == pytest.approx(1 / (1 + np.exp(-2)))


def test_probabilities_of_classes_add_up(tmp_path: Path) -> None:
    trees = load_trees(written(tmp_path / "t.npz", ("yes", "no", "maybe")), ("a", "b"))
    likely = trees.probabilities(rows(*np.linspace(0, 2, 3000)))
    assert likely.shape == (3000, 3)
    assert likely.sum(axis=1) == pytest.approx(np.ones(3000))
    assert likely[0].argmax() != 0
    assert likely[-1].argmax() == 0


def test_no_rows_give_no_rows(tmp_path: Path) -> None:
    trees = load_trees(written(tmp_path / "t.npz"), ("a", "b"))
    assert trees.probabilities(np.zeros((0, 2), np.float32)).shape == (0, 1)


def test_other_columns_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"t\.npz: made for other columns \(c\)"):
        load_trees(written(tmp_path / "t.npz"), ("a", "b", "c"))
    with pytest.raises(DataError, match="their order"):
        load_trees(written(tmp_path / "t.npz"), ("b", "a"))
