"""A page's lines, with the paragraphs that were wrapped at a fixed width put together again."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

_BULLET = re.compile(r"(?:[*+•·▪◦‣►▶○●■□➤✓✔→]|[-–—](?=\s)|o(?=\s{1,3}\S)|\d{1,2}[.)](?=\s))\s*")
_TERMINAL = frozenset(".!?。！？।؟")
_CUT_OFF = 120
_CLOSERS = " \"'’”»)]›"
_IN_PARENTHESES = re.compile(r"(?<=[.!?»”\"])\s*\([^()]{2,60}\)$")
_WIDTHS = range(50, 131)
_ENOUGH_WRAPS = 3


@dataclass(frozen=True)
class Line:
    """One line of the page, or a wrapped paragraph put together.

    `text` is without its bullet; `number` counts the page's lines from 0; `gap` tells whether a
    blank line stands before it.
    """

    text: str
    number: int
    bullet: bool
    gap: bool

    @property
    def units(self) -> float:
        """Length in characters, a Chinese, Japanese or Korean one counted as more."""
        return _units(self.text)

    @property
    def words(self) -> float:
        """How many words, counted from the length where a script writes none apart."""
        return max(len(self.text.split()), (self.units - len(self.text)) / 2)

    @property
    def ends_sentence(self) -> bool:
        return ends_sentence(self.text)


def _units(text: str) -> float:
    if text.isascii():
        return float(len(text))
    wide = sum(
        c >= "\u1100" and ("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af") for c in text
    )
    return len(text) + 1.5 * wide


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does, closing marks and a credit in parentheses aside;
    a title cut off by an ellipsis does not."""
    stripped = _IN_PARENTHESES.sub("", text[-_CUT_OFF:]).rstrip(_CLOSERS)
    if stripped.endswith(("...", "…")):
        return len(text) > _CUT_OFF
    return bool(stripped) and stripped[-1] in _TERMINAL


def wrap_width(rows: list[str]) -> int | None:
    """The width that the page's lines were wrapped at, or null where they were not.

    A wrapped page has no line over the width, and most lines with another directly below could
    not have taken that line's first word.
    """
    longest = max(map(len, rows), default=0)
    if longest not in _WIDTHS:
        return None
    full = pairs = 0
    for row, after in itertools.pairwise(rows):
        if row and after and len(row) > longest * 0.5:
            pairs += 1
            full += _overflows(row, after, longest)
    return longest if full >= _ENOUGH_WRAPS and full >= 0.5 * pairs else None


def _overflows(row: str, after: str, width: int) -> bool:
    return len(row) + 1 + len(after.split(" ", 1)[0]) > width


def continues(row: str, after: str, width: int) -> bool:
    """Whether `after` is the rest of the paragraph that `row` belongs to."""
    return bool(row and after) and _overflows(row, after, width) and not _BULLET.match(after)


def page_lines(text: str) -> list[Line]:
    """The lines of a normalised page (LF line ends, single spaces), blank ones left out."""
    rows = text.split("\n")
    width = wrap_width(rows)
    lines: list[Line] = []
    gap = False
    number = 0
    while number < len(rows):
        row = rows[number]
        first = number
        number += 1
        if not row:
            gap = True
            continue
        if width is not None:
            parts = [row]
            while number < len(rows) and continues(parts[-1], rows[number], width):
                parts.append(rows[number])
                number += 1
            row = " ".join(parts)
        bullet = _BULLET.match(row)
        bare = row[bullet.end() :] if bullet else row
        if bare:
            lines.append(Line(bare, first, bullet is not None, gap or not lines))
        gap = False
    return lines
