"""The pages that the models of `articles` are trained on: dumps of each kind, with their truth.

A kind of dump is a folder of NAME.txt: the one that comes with the development data, and any that
`--dumps` names (`training/browser_dumps.py` makes a browser's own text and that of its PDF). From
each dump smaller pages are cut, since a page may also be copied without its menus, or be short.
"""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.measure import read_lines, shared_file

from dragoman.articles.lined import Lined, lined
from training.labels import LABELS, labelled

FOLDS = 5
_LAYOUT = re.compile(r"^[ \t]*(?:[*+o-][ ]+|\d+\.[ ]+)?", re.MULTILINE)
_BODY, _OTHER = LABELS.index("body"), LABELS.index("other")
_LEAST_LINES = 3


def fold_of(name: str) -> int:
    """Of FOLDS; all pages of an outlet are in one."""
    return zlib.crc32(("fold " + name.split("_")[0]).encode()) % FOLDS


@dataclass(frozen=True)
class TrainingPage:
    """One dump: `kind` says who made it, `labels` are numbers in LABELS, one a line."""

    name: str
    kind: str
    truth: dict[str, Any]
    page: Lined
    labels: list[int]

    @property
    def fold(self) -> int:
        return fold_of(self.name)


def training_pages(folders: Sequence[Path], *, cuts: int) -> Iterator[TrainingPage]:
    """All dumps of all pages, and `cuts` smaller pages from each of the first kind."""
    own = shared_file("bench/pages/dump")
    for truth in read_lines("bench/pages/index.jsonl"):
        name = truth["name"]
        text = (own / f"{name}.txt").read_text(encoding="utf-8")
        whole = _page(truth, "dump", text)
        yield from (p for p in (whole, _page(truth, "flat", flattened(text))) if p)
        for folder in folders:
            path = folder / f"{name}.txt"
            if path.exists():
                other = _page(truth, folder.name, path.read_text(encoding="utf-8"))
                if other:
                    yield other
        if whole:
            chance = random.Random(name)
            for _ in range(cuts):
                part = _page(truth, "cut", _cut(whole, chance))
                if part and _BODY in part.labels:
                    yield part


def flattened(dump: str) -> str:
    """A dump without indentation, bullets and blank lines."""
    return "\n".join(row for row in _LAYOUT.sub("", dump).split("\n") if row.strip())


def _page(truth: dict[str, Any], kind: str, text: str) -> TrainingPage | None:
    page = lined(text)
    if not page.lines:
        return None
    return TrainingPage(truth["name"], kind, truth, page, labelled(page.lines, truth))


def _cut(whole: TrainingPage, chance: random.Random) -> str:
    """The article with few or none of the lines around it, and maybe not to its end."""
    inside = [i for i, label in enumerate(whole.labels) if label == _BODY]
    if not inside:
        return ""
    first, last = inside[0], inside[-1]
    if chance.random() < 0.5:
        last = inside[min(len(inside) - 1, chance.choice((0, 1, 2, 4, 8, 16)))]
    first = max(0, first - chance.choice((0, 2, 4, 8, 16, 30)))
    last = min(len(whole.labels) - 1, last + chance.choice((0, 0, 2, 5, 12, 30)))
    rows = []
    for line in whole.page.lines[first : last + 1]:
        rows += ["", line.text] if line.gap else [line.text]
    return "\n".join(rows)
