"""Text that a PDF draws twice in one place, for weight or an outline: read once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.sources.pdf_rows import Row

_LEAST_ROWS, _SHARE = 3, 0.3  # rows that are doubled, for the document to draw twice
_LEAST_LENGTH = 8  # characters: "no no" is a row that somebody wrote
_LONGEST = 1_000


def drawn_once(sheets: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """The rows of each sheet, doubled ones halved, where so many are that the document draws its text
    twice. A parser gives such a row as "World newsWorld news", or as doubled pieces one after
    another."""
    rows = [row.text for sheet in sheets for row in sheet if len(row.text) >= _LEAST_LENGTH]
    doubled = sum(_half(row) is not None for row in rows)
    if doubled < max(_LEAST_ROWS, _SHARE * len(rows)):
        return [list(sheet) for sheet in sheets]
    return [[replace(row, text=_once(row.text)) for row in sheet] for sheet in sheets]


def _once(row: str) -> str:
    if len(row) > 2 * _LONGEST:
        return row
    half = _half(row)
    return half if half is not None else _pieces(row)


def _half(row: str) -> str | None:
    """What a row says twice, with or without a space between; null where it does not."""
    row = row.strip()
    middle = (len(row) + 1) // 2
    first, second = row[:middle].strip(), row[len(row) // 2 :].strip()
    return first if first and first == second else None


def _pieces(row: str) -> str:
    """A row of doubled pieces with each once; as it is where a part of it is not doubled."""
    found: list[str] = []
    at = 0
    while at < len(row):
        if row[at] == " ":
            found.append(" ")
            at += 1
            continue
        length = next(
            (
                size
                for size in range((len(row) - at) // 2, 0, -1)
                if row.startswith(row[at : at + size], at + size)
            ),
            0,
        )
        if not length:
            return row
        found.append(row[at : at + length])
        at += 2 * length
    return "".join(found)
