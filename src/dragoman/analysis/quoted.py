"""Which characters of an article stand between quotation marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import groupby

from dragoman.analysis.document import Sentence

_OPEN, _CLOSE, _STRAIGHT = "«“„", "»”", '"'


class Quoted:
    """The quoted stretches of an article's sentences; asked by offset in its text.

    Marks are matched within a paragraph: one that opens and is not closed there runs to its end,
    and the last of an odd number of straight marks is none.
    """

    def __init__(self, sentences: Iterable[Sentence] = ()) -> None:
        self._spans: list[tuple[int, int]] = []
        for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
            self._paragraph(list(group))
        self._starts = [start for start, _ in self._spans]

    def __contains__(self, position: int) -> bool:
        return self.span_at(position) is not None

    def span_at(self, position: int) -> tuple[int, int] | None:
        """The quoted stretch with its marks in which a position lies; null where it lies in none."""
        index = bisect_right(self._starts, position) - 1
        return self._spans[index] if index >= 0 and position < self._spans[index][1] else None

    def _paragraph(self, sentences: list[Sentence]) -> None:
        marks = [
            (sentence.start + offset, char)
            for sentence in sentences
            for offset, char in enumerate(sentence.text)
            if char in _OPEN + _CLOSE + _STRAIGHT
        ]
        straight = [place for place, char in marks if char == _STRAIGHT]
        stray = straight[-1] if len(straight) % 2 else None
        opened: int | None = None
        for place, char in marks:
            if place == stray:
                continue
            if opened is None and char not in _CLOSE:
                opened = place
            elif opened is not None and char not in _OPEN:
                self._spans.append((opened, place + 1))
                opened = None
        if opened is not None:
            self._spans.append((opened, sentences[-1].end))
