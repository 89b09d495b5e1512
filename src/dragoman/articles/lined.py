"""A page's lines with what each is by itself: what both the reader and the training start from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.articles.kinds import Kind, kind_of
from dragoman.articles.lines import Line, page_lines
from dragoman.articles.mended import mended
from dragoman.articles.tongue import language_of
from dragoman.errors import InputError

_LONG_SHORT = 60.0
_MOST_LINES = 50_000
_LONGEST_LINES = 12


@dataclass(frozen=True)
class Lined:
    """A page's lines, what each is by itself, and the page's language."""

    lines: list[Line]
    kinds: list[Kind]
    language: str | None

    def part(self, start: int, end: int) -> Lined:
        """The lines from `start` to `end` (end-exclusive) as a page of their own."""
        if (start, end) == (0, len(self.lines)):
            return self
        return Lined(self.lines[start:end], self.kinds[start:end], self.language)


def lined(page_text: str) -> Lined:
    """The lines of a page; raises InputError for more of them than any page has."""
    return _lined(page_lines(mended(page_text).text))


def lined_rows(rows: Sequence[tuple[str, bool]]) -> Lined:
    """Texts that markup parts, each with whether it is an item of a list, as lines of a page."""
    return _lined([Line(text, i, bullet, gap=True) for i, (text, bullet) in enumerate(rows)])


def _lined(lines: list[Line]) -> Lined:
    if len(lines) > _MOST_LINES:
        raise InputError(
            f"the page has {len(lines)} lines; a page has {_MOST_LINES} at most, so give one page "
            "at a time"
        )
    language = _language(lines)
    known: dict[tuple[str, bool], Kind] = {}
    kinds = []
    for line in lines:
        key = (line.text, line.bullet)
        if key not in known:
            known[key] = kind_of(line, language)
        kinds.append(known[key])
    if Kind.TEXT not in kinds:
        for i, line in enumerate(lines):
            if kinds[i] is Kind.SHORT and line.units >= _LONG_SHORT:
                kinds[i] = Kind.TEXT
    return Lined(lines, kinds, language)


def _language(lines: Sequence[Line]) -> str | None:
    """The language of a page, told by its longest lines; null where they tell nothing."""
    longest = sorted(lines, key=lambda line: -line.units)[:_LONGEST_LINES]
    return language_of(" ".join(line.text for line in longest))
