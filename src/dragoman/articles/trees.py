"""Boosted decision trees, evaluated: what `training` learnt, read from a small file of numbers.

The file (NumPy's npz, no pickle) holds all trees' nodes end to end. Node i sends a row with
value <= `threshold[i]` of column `feature[i]` to `left[i]`, else to `right[i]`; a leaf sends it to
itself and has `value[i]`. `roots` are the trees' first nodes, one tree a class in turn; `depth` is
that of the deepest; `names` are the columns, `classes` the classes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import DataError

_ROWS = 1024  # at a time, so that memory stays flat on a page of many lines


@dataclass(frozen=True, eq=False)
class Trees:
    names: tuple[str, ...]
    classes: tuple[str, ...]
    depth: int
    roots: NDArray[np.int32]
    feature: NDArray[np.int16]
    threshold: NDArray[np.float32]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: NDArray[np.float32]

    def probabilities(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """One row of class probabilities for each row of `names`; they add up to 1.

        With one class it is that class's probability alone.
        """
        parts = [self._scores(rows[i : i + _ROWS]) for i in range(0, len(rows), _ROWS)]
        scores = np.vstack(parts) if parts else np.zeros((0, len(self.classes)))
        if len(self.classes) == 1:
            return 1.0 / (1.0 + np.exp(-scores))
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        result: NDArray[np.float64] = powers / powers.sum(axis=1, keepdims=True)
        return result

    def _scores(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        at = np.broadcast_to(self.roots, (len(rows), len(self.roots))).copy()
        flat, width = rows.ravel(), rows.shape[1]
        starts = (np.arange(len(rows)) * width)[:, None]
        for _ in range(self.depth):
            stays = flat[starts + self.feature[at]] <= self.threshold[at]
            at = np.where(stays, self.left[at], self.right[at])
        each = self.value[at].astype(np.float64)
        count = len(self.classes)
        result: NDArray[np.float64] = each.reshape(len(rows), -1, count).sum(axis=1)
        return result


def load_trees(path: Traversable, names: Sequence[str]) -> Trees:
    """The trees in a file, made for the columns `names`; DataError where it was made for others."""
    with path.open("rb") as stream, np.load(stream, allow_pickle=False) as held:
        made_for = tuple(str(name) for name in held["names"])
        if made_for != tuple(names):
            wrong = ", ".join(sorted(set(made_for) ^ set(names))) or "their order"
            raise DataError(
                f"{path.name}: made for other columns ({wrong}); train it again, see training/"
            )
        return Trees(
            names=made_for,
            classes=tuple(str(name) for name in held["classes"]),
            depth=int(held["depth"]),
            **{
                key: held[key]
                for key in ("roots", "feature", "threshold", "left", "right", "value")
            },
        )
