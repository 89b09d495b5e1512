"""How likely each event is between two marked parties, by a small linear model.

`training/relations.py` makes `pair_model.npz` and says how good it is on sentences that it was not
trained on. The file (NumPy's npz, no pickle) holds `classes` (PLOVER's events, and "none" for no event
at all), `base` (one number a class), `keys` (the CRC-32 of each mark's name, ascending) and `weights`
(one row a key, one column a class).
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import DataError
from dragoman.languages.lexicon import NO_EVENT
from dragoman.ontology import plover

FILE = "pair_model.npz"


@dataclass(frozen=True, eq=False)
class PairModel:
    classes: tuple[str, ...]
    base: NDArray[np.float64]
    keys: NDArray[np.uint32]
    weights: NDArray[np.float64]

    def likely(self, marks: Mapping[str, float]) -> dict[str, float]:
        """How likely each class is; they add up to 1. Marks that the model does not know count only
        in the length of the row."""
        wanted = np.array([key(name) for name in marks], dtype=np.uint32)
        values = np.array(list(marks.values()), dtype=np.float64)
        scores = self.base.copy()
        if len(wanted):
            values /= np.sqrt((values**2).sum())
            at = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
            known = self.keys[at] == wanted
            scores += values[known] @ self.weights[at[known]]
        powers = np.exp(scores - scores.max())
        return dict(zip(self.classes, (powers / powers.sum()).tolist(), strict=True))


def likeliest(likely: Mapping[str, float]) -> str:
    """The class that the model finds likeliest; the first of several."""
    return max(likely, key=lambda name: likely[name])


def key(name: str) -> int:
    """By what a mark is known in the model."""
    return zlib.crc32(name.encode("utf-8", "surrogatepass"))


@cache
def pair_model() -> PairModel:
    """The model of the package. Raises DataError where its file does not fit the ontology."""
    path = resources.files("dragoman.coding") / FILE
    with path.open("rb") as stream, np.load(stream, allow_pickle=False) as held:
        model = PairModel(
            classes=tuple(map(str, held["classes"])),
            base=held["base"].astype(np.float64),
            keys=held["keys"],
            weights=held["weights"].astype(np.float64),
        )
    if set(model.classes) != {*plover.plover().events, NO_EVENT}:
        raise DataError(f"coding/{FILE}: its classes are not PLOVER's: {', '.join(model.classes)}")
    if model.weights.shape != (len(model.keys), len(model.classes)) or not len(model.keys):
        raise DataError(f"coding/{FILE}: {model.weights.shape} weights, {len(model.keys)} keys")
    return model
