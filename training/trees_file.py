"""A LightGBM model as the file that `dragoman.articles.trees` reads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np


def write_trees(
    model: lightgbm.Booster, path: Path, *, names: Sequence[str], classes: Sequence[str]
) -> None:
    """Write the model for the columns `names`; the sum over a class's trees is its score."""
    nodes: list[tuple[int, float, int, int, float]] = []
    roots = []
    deepest = 0

    def add(node: dict[str, Any], depth: int) -> int:
        nonlocal deepest
        deepest = max(deepest, depth)
        at = len(nodes)
        if "leaf_value" in node and "split_feature" not in node:
            nodes.append((0, np.inf, at, at, node["leaf_value"]))
            return at
        nodes.append((0, 0.0, 0, 0, 0.0))
        left = add(node["left_child"], depth + 1)
        right = add(node["right_child"], depth + 1)
        nodes[at] = (node["split_feature"], _float_below(node["threshold"]), left, right, 0.0)
        return at

    for tree in model.dump_model()["tree_info"]:
        roots.append(add(tree["tree_structure"], 0))
    feature, threshold, left, right, value = zip(*nodes, strict=True)
    np.savez_compressed(
        path,
        names=np.array(list(names)),
        classes=np.array(list(classes)),
        depth=np.array(deepest),
        roots=np.array(roots, dtype=np.int32),
        feature=np.array(feature, dtype=np.int16),
        threshold=np.array(threshold, dtype=np.float32),
        left=np.array(left, dtype=np.int32),
        right=np.array(right, dtype=np.int32),
        value=np.array(value, dtype=np.float32),
    )


def _float_below(value: float) -> np.float32:
    """The greatest 32-bit number not above `value`, so that `x <= value` stays what it was."""
    near = np.float32(value)
    return near if near <= value else np.nextafter(near, np.float32(-np.inf))
