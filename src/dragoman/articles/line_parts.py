"""Which part of the page each line is, by the trained model: the article's body, its lead, a
caption, or something else.

`training/lines.py` makes `line_parts.npz` and prints how good it is on outlets that it was not
trained on.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from dragoman.articles.marks import NAMES
from dragoman.articles.trees import Trees, load_trees

PARTS = ("other", "body", "lead", "caption")


@lru_cache(maxsize=1)
def _trees() -> Trees:
    return load_trees(resources.files("dragoman.articles") / "line_parts.npz", NAMES)


def line_parts(marks: NDArray[np.float32]) -> NDArray[np.float64]:
    """How likely each line is each of PARTS: one row a line, one column a part."""
    return _trees().probabilities(marks)
