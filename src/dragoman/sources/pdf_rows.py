"""The rows of a PDF's sheet, and which of them the layout sets apart from the row above."""

from __future__ import annotations

import itertools
import math
import statistics
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

_WIDER = 1.2  # times the usual step from row to row, beyond which a paragraph ends
_USUAL_STEP = 1.5  # in letter sizes, where the document tells none
_SAME_SIZE = 0.04
_INDENT = 0.7, 4.0  # letter sizes by which the first row of a paragraph may stand in
_FAR = 0.3  # letter sizes that rows at one edge differ by at most


@dataclass(frozen=True)
class Row:
    """One row: `x` and `y` say where it begins, `y` upwards, `size` is that of its letters, in points;
    nulls where the document does not tell."""

    text: str
    x: float = math.nan
    y: float = math.nan
    size: float = math.nan


def sheet_rows(sheet: Any) -> tuple[str, list[Row]]:
    """The text of a pypdf page, and its rows, blank ones among them."""
    pieces: list[tuple[str, float, float, float]] = []

    def piece(text: str, cm: Sequence[float], tm: Sequence[float], _: Any, size: float) -> None:
        pieces.append((text, *_place(cm, tm, size)))

    whole = sheet.extract_text(visitor_text=piece)
    return whole, list(_rows(pieces))


def _place(cm: Sequence[float], tm: Sequence[float], size: float) -> tuple[float, float, float]:
    """Where a piece of text stands and how high its letters are, by the two matrices around it."""
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    up = math.hypot(tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3])
    return x, y, abs(size * up)


def _rows(pieces: Sequence[tuple[str, float, float, float]]) -> Iterator[Row]:
    row, place = "", None
    for text, *where in pieces:
        first, *others = text.split("\n")
        for number, part in enumerate((first, *others)):
            if number:
                yield Row(row.strip(), *(place or ()))
                row, place = "", None
            row += part
            if place is None and part.strip():
                place = where
    if row.strip():
        yield Row(row.strip(), *(place or ()))


def apart(rows: Sequence[Row]) -> set[int]:
    """The numbers of the rows that more space, another letter size or an indentation sets apart from
    the row above. Blank rows are passed over; a step upwards (the next column, the next sheet) tells
    nothing."""
    filled = [i for i, row in enumerate(rows) if row.text and not math.isnan(row.size)]
    pairs = list(itertools.pairwise(filled))
    steps = {
        below: (rows[above].y - rows[below].y) / rows[below].size
        for above, below in pairs
        if rows[below].size and _same_size(rows[above], rows[below])
    }
    usual = _usual(rows, steps)
    widest = {i: _WIDER * usual.get(_rounded(rows[i]), usual[None]) for i in filled}
    spaced = {below for _, below in pairs if below not in steps or steps[below] > widest[below]}
    indented = {
        middle
        for (above, middle), (_, below) in itertools.pairwise(pairs)
        if middle in steps and _indented(rows[above], rows[middle], rows[below])
    }
    return spaced | indented


def _same_size(one: Row, other: Row) -> bool:
    return abs(one.size - other.size) <= _SAME_SIZE * max(one.size, other.size)


def _rounded(row: Row) -> int:
    return round(row.size)


def _usual(rows: Sequence[Row], steps: dict[int, float]) -> dict[int | None, float]:
    """The usual step for each letter size: that to rows that go on in lower case; under null the
    document's."""
    going_on: dict[int | None, list[float]] = defaultdict(list)
    for i, step in steps.items():
        if step > 0 and rows[i].text[0].islower():
            going_on[_rounded(rows[i])].append(step)
            going_on[None].append(step)
    return {None: _USUAL_STEP} | {size: statistics.median(some) for size, some in going_on.items()}


def _indented(above: Row, row: Row, below: Row) -> bool:
    """Whether a row stands in from those above and below, which begin at one edge."""
    inwards = (row.x - above.x) / row.size
    edge = abs(above.x - below.x) <= _FAR * row.size
    return edge and _INDENT[0] <= inwards <= _INDENT[1]
