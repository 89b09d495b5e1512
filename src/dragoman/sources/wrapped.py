"""Lines that were broken at the width of a column, put together to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Collection

_FULL = 0.8
"""A line of this share of the usual width goes on in the next."""
_LEAST_WIDTH, _COLUMN = 30, 0.9
_HYPHEN = re.compile(r"(\w+)[-\u00ad\u2010]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"\w+(?:[-\u2010]\w+)*")
_BULLET = re.compile(r"[•▪◦‣►●■□*]\s|[-–—]\s|\d{1,2}[.)]\s")
_ENDED = re.compile(r"[.!?…:»”\"')\]]\s*$")


def unwrapped(rows: list[str], apart: Collection[int] = ()) -> str:
    """The rows as paragraphs, one a line, with blank lines between them.

    A row that fills the column, or breaks off inside a sentence before one that begins in lower
    case, goes on in the next. A word that a hyphen parts at the end of a row is joined, and keeps
    the hyphen where the text has it so elsewhere. The rows with the numbers `apart` begin a paragraph
    for all that their length says, unless they go on with a sentence.
    """
    width = _width(rows)
    words = {word.casefold() for row in rows for word in _WORD.findall(row)}
    paragraphs: list[str] = []
    before = ""
    for number, row in enumerate(rows):
        row = " ".join(row.split())
        usual = 0.0 if number in apart else width
        if row and before and _goes_on(before, row, usual):
            paragraphs[-1] = _joined(paragraphs[-1], row, words)
        elif row:
            paragraphs.append(row)
        before = row
    return "\n\n".join(paragraphs)


def _width(rows: list[str]) -> float:
    """The length that most of the text's rows come near: that of the ninth in ten of the long ones."""
    lengths = sorted(len(row) for row in rows if len(row) >= _LEAST_WIDTH)
    return float(lengths[int(len(lengths) * _COLUMN)]) if lengths else 0.0


def _goes_on(row: str, after: str, width: float) -> bool:
    if _BULLET.match(after):
        return False
    if _HYPHEN.search(row) and after[:1].islower():
        return True
    first = after[:1]
    if first.islower() and not _ENDED.search(row):
        return True
    room = len(row) + 1 + len(after.split(" ", 1)[0])
    return width > 0 and len(row) >= _FULL * width and room > width * _COLUMN


def _joined(paragraph: str, row: str, words: set[str]) -> str:
    broken, first = _HYPHEN.search(paragraph), _FIRST_WORD.match(row)
    if not broken or not first:
        return f"{paragraph} {row}"
    if not row[:1].islower():
        return paragraph + row
    whole = broken[1] + first[0]
    hyphened = f"{broken[1]}-{first[0]}"
    if hyphened.casefold() in words and whole.casefold() not in words:
        return paragraph + row
    return paragraph[: broken.end(1)] + row
