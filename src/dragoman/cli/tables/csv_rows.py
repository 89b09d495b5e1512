"""Claims as rows for a spreadsheet.

A text that a spreadsheet would run as a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

from dragoman.ledger import Found
from dragoman.ledger.roles import SIDES
from dragoman.records import AnyClaim, ClaimType, Party

Cell = str | int | float | bool | None

# What a type has of its own beside its parties: columns by dotted path into the record.
OWN: dict[ClaimType, tuple[str, ...]] = {
    "event": (
        "event_type",
        "mode",
        "quad",
        "contexts",
        "reciprocal",
        "place.name",
        "cameo",
        "goldstein",
        "trigger.text",
    ),
    "agreement": (
        "count",
        "value.amount",
        "value.currency",
        "value.approximate",
        "instrument",
        "name",
        "subject",
        "status",
        "forum",
        "part_of",
    ),
    "visit": ("kind", "status", "ordinal", "counted_since", "place.name"),
    "quotation": ("kind", "content.text", "stance"),
    "membership": ("relation",),
    "office": ("title", "since", "until"),
}
COMMON = (
    "modality",
    "when.start",
    "when.end",
    "when.precision",
    "when.basis",
    "attributed_to.name",
    "inferred",
    "confidence",
    "coder",
    "evidence.start",
    "evidence.end",
    "evidence.text",
)
ARTICLE = ("id", "outlet", "title", "published", "language", "url", "origin")


def header(kind: ClaimType) -> list[str]:
    """The column names for claims of one type."""
    parties = [name for role in SIDES[kind] for name in (role, f"{role}_ids")]
    told = [path.replace(".", "_") for path in (*OWN[kind], *COMMON)]
    return ["id", *parties, *told, *(f"article_{name}" for name in ARTICLE)]


def row(found: Found) -> list[Cell]:
    """One claim under the columns of `header`."""
    claim = found.claim
    parties = [cell for role in SIDES[claim.type] for cell in _party_cells(getattr(claim, role))]
    told = [_at(claim, path) for path in (*OWN[claim.type], *COMMON)]
    article = [_cell(getattr(found.article, name)) for name in ARTICLE]
    return [claim.id, *parties, *told, *article]


def write(out: TextIO, names: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    """Write the names and the rows, and give the number of rows."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    written = 0
    for cells in rows:
        writer.writerow([_harmless(cell) for cell in cells])
        written += 1
    return written


def _party_cells(held: object) -> tuple[str, str]:
    parties = held if isinstance(held, tuple) else (held,)
    known = [party for party in parties if isinstance(party, Party)]
    return "; ".join(p.name for p in known), "; ".join(p.id or "" for p in known)


def _at(claim: AnyClaim, path: str) -> Cell:
    value: object = claim
    for name in path.split("."):
        value = getattr(value, name) if value is not None else None
    return _cell(value)


def _cell(value: object) -> Cell:
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    if value is None or isinstance(value, (bool, int, float)):
        return value
    return str(value)


def _harmless(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.lstrip(" \u00a0\ufeff")[:1] in _FORMULA_STARTS:
        return f"'{cell}"
    return cell


_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
