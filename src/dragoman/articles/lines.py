"""A page's lines, with the paragraphs that were wrapped at a fixed width put together again."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cached_property

from dragoman.languages.dates import absolute_dates
from dragoman.languages.remembered import remembered

_BULLET = re.compile(r"(?:[*+•·▪◦‣►▶○●■□➤✓✔→]|[-–—](?=\s)|o(?=\s{1,3}\S)|\d{1,2}[.)](?=\s))\s*")
_DATE = 40  # characters that hold a written date
_TERMINAL = frozenset(".!?。！？।؟")
_CUT_OFF = 120
_CLOSERS = " \"'’”»)]›"
_IN_PARENTHESES = re.compile(r"(?<=[.!?»”\"])\s*\([^()]{2,60}\)$")
_NARROWEST, _WIDEST = 40, 180
_LEAST_ROW = 20  # a shorter one is rather a label than a paragraph's
_ENOUGH_WRAPS = 3
_BROKEN = 0.15  # of a wrapped page's rows break off in a sentence
_AROUND = 3
_RAGGED = 0.85
_FEW = 0.05  # of a wrapped page's text stands in longer rows


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

    @cached_property
    def units(self) -> float:
        """Length in characters, a Chinese, Japanese or Korean one counted as more."""
        return _units(self.text)

    @cached_property
    def words(self) -> float:
        """How many words, counted from the length where a script writes none apart."""
        return max(len(self.text.split()), (self.units - len(self.text)) / 2)

    @cached_property
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


def wrap_widths(rows: list[str]) -> list[int] | None:
    """For each row the width that it was wrapped at, or null where the page was not wrapped.

    Mail, terminals and PDF break a paragraph into rows. Such a page has hardly a long row, and many
    rows break off in a sentence or could not have taken the next one's first word. A PDF has
    columns of several widths and counts in millimetres, so the width is that of the rows around.
    """
    pairs = [
        (row, after)
        for row, after in itertools.pairwise(rows)
        if len(row) >= _LEAST_ROW and after and not _bullet(after)
    ]
    longest = max(map(len, rows), default=0)
    longer = sum(len(row) for row in rows if len(row) > _WIDEST)
    if len(pairs) < _ENOUGH_WRAPS or longer > _FEW * sum(map(len, rows)):
        return None
    broken = sum(_breaks_off(row, after) for row, after in pairs)
    full = sum(_overflows(row, after, longest) for row, after in pairs)
    exact = _NARROWEST <= longest <= _WIDEST and full >= max(_ENOUGH_WRAPS, 0.5 * len(pairs))
    if exact:
        return [longest] * len(rows)
    if broken < max(_ENOUGH_WRAPS, _BROKEN * len(pairs)):
        return None
    return [max(map(len, rows[max(0, i - _AROUND) : i + _AROUND + 1])) for i in range(len(rows))]


def _bullet(row: str) -> re.Match[str] | None:
    """The sign or number of a list's item at a row's start; the day of "21. Mai 2026" is none."""
    found = _BULLET.match(row)
    if found and row[0].isdigit() and _begins_with_date(row[:_DATE]):
        return None
    return found


@remembered(1024)
def _begins_with_date(text: str) -> bool:
    return any(found.start == 0 for found in absolute_dates(text, None))


def _breaks_off(row: str, after: str) -> bool:
    return after[0].islower() and not ends_sentence(row)


def _overflows(row: str, after: str, width: int) -> bool:
    return len(row) + 1 + len(after.split(" ", 1)[0]) > width


def continues(row: str, after: str, width: int) -> bool:
    """Whether `after` is the rest of the paragraph that `row` belongs to, in a page wrapped at
    `width` there."""
    if not (row and after) or len(row) < _LEAST_ROW or _bullet(after):
        return False
    if _breaks_off(row, after):
        return True
    ragged = width if ends_sentence(row) else int(width * _RAGGED)
    return width >= _NARROWEST and _overflows(row, after, ragged)


def page_lines(text: str) -> list[Line]:
    """The lines of a normalised page (LF line ends, single spaces), blank ones left out."""
    rows = text.split("\n")
    widths = wrap_widths(rows)
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
        if widths is not None:
            parts = [row]
            while number < len(rows) and continues(parts[-1], rows[number], widths[number - 1]):
                parts.append(rows[number])
                number += 1
            row = " ".join(parts)
        bullet = _bullet(row)
        bare = row[bullet.end() :] if bullet else row
        if bare:
            lines.append(Line(bare, first, bullet is not None, gap or not lines))
        gap = False
    return lines
