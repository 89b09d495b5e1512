"""Train the model that tells which event two marked parties have.

    python -m training.relations [--write]

Needs the development data (see benchmarks/measure.py). It learns from them and from the project's own
sentences (`marked_sentences`), and writes the model into the package with `--write`. How good it is on
what it was not trained on, `python -m benchmarks relations` tells, with the functions of this module.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.coding.pair import Opinion
from dragoman.coding.pair_marks import marks, merged
from dragoman.coding.pair_model import FILE, PairModel, key, likeliest
from dragoman.coding.relate import opened
from dragoman.languages.lexicon import lexicon
from training.marked import Marked, development, own
from training.regression import fit

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "coding"
YIELDS = ("CONCEDE", "RETREAT")
PENALTY = 0.02
OWN_WEIGHT = 0.5  # of a sentence of our own beside one of the development data
SMALLEST = 1e-2  # what weighs less in every class is left out of the file


@dataclass(frozen=True, slots=True)
class Row:
    """A marked sentence with what the model sees of it."""

    marked: Marked
    told: list[Opinion]
    marks: dict[str, float]


def rows_of(sentences: Sequence[Marked]) -> list[Row]:
    rows = []
    for one in sentences:
        _, pair, told = opened(one.text, one.actor, one.recipient, one.language)
        rows.append(Row(one, told, marks(pair, told, lexicon(one.language))))
    return rows


class Space:
    """All rows that are to be trained on or asked about, as points of as few dimensions as there are
    rows: distances stay what they are, and a model is trained a hundred times faster."""

    def __init__(self, rows: Sequence[Row]) -> None:
        keys = sorted({key(name) for row in rows for name in row.marks})
        self.keys = np.array(keys, dtype=np.uint32)
        place = {k: i for i, k in enumerate(keys)}
        self.sparse = np.zeros((len(rows), len(keys)), dtype=np.float32)
        for line, row in zip(self.sparse, rows, strict=True):
            length = float(np.sqrt(sum(weight**2 for weight in row.marks.values()))) or 1.0
            for name, weight in row.marks.items():
                line[place[key(name)]] += weight / length
        values, vectors = np.linalg.eigh((self.sparse @ self.sparse.T).astype(np.float64))
        kept = values > 1e-6
        self._axes = vectors[:, kept] / np.sqrt(values[kept])
        self.points: NDArray[np.float64] = vectors[:, kept] * np.sqrt(values[kept])

    def model(
        self, chosen: Sequence[int], labels: Sequence[str], weights: Sequence[float]
    ) -> PairModel:
        """A model trained on the rows of these numbers."""
        classes = sorted(set(labels))
        fitted = fit(
            self.points[list(chosen)],
            np.array([classes.index(label) for label in labels]),
            np.array(weights),
            len(classes),
            PENALTY,
        )
        found = self.sparse.T @ (self._axes @ fitted[:-1])
        kept = np.abs(found).max(axis=1) >= SMALLEST
        return PairModel(
            classes=tuple(classes),
            base=fitted[-1],
            keys=self.keys[kept],
            weights=found[kept].astype(np.float16).astype(np.float64),
        )


def train(space: Space, rows: Sequence[Row], chosen: Sequence[int]) -> PairModel:
    """A model of the rows of these numbers. The development data tell CONCEDE and RETREAT not apart:
    which of the two their YIELD is, a first model says that knows our own sentences alone."""
    ours = [i for i in chosen if rows[i].marked.event_type in YIELDS]
    first = space.model(ours, [rows[i].marked.event_type for i in ours], [1.0] * len(ours))
    return space.model(
        chosen,
        [_label(rows[i], first) for i in chosen],
        [OWN_WEIGHT if rows[i].marked.ours else 1.0 for i in chosen],
    )


def _label(row: Row, first: PairModel) -> str:
    if row.marked.event_type != merged("CONCEDE"):
        return row.marked.event_type
    return likeliest(first.likely(row.marks))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the model into the package")
    options = parser.parse_args()
    rows = rows_of([*development(), *own()])
    model = train(Space(rows), rows, range(len(rows)))
    right = sum(
        merged(likeliest(model.likely(row.marks))) == merged(row.marked.event_type) for row in rows
    )
    print(f"{len(rows)} sentences, {len(model.keys)} marks; {right / len(rows):.3f} of them learnt")
    if options.write:
        np.savez_compressed(
            PACKAGE / FILE,
            classes=np.array(model.classes),
            base=model.base.astype(np.float32),
            keys=model.keys,
            weights=model.weights.astype(np.float16),
        )
        print(f"{PACKAGE / FILE}: {(PACKAGE / FILE).stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
