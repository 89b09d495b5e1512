"""Text that remembers where it came from, through any number of rewritings."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Rewriting:
    """Which stretches of a text were replaced by what, in order and apart from one another.

    Parallel tuples: where each replaced stretch begins and ends in the text before, and in the
    text after. What lies between them is the same in both.
    """

    before_start: tuple[int, ...]
    before_end: tuple[int, ...]
    after_start: tuple[int, ...]
    after_end: tuple[int, ...]

    def back(self, offset: int, *, end: bool) -> int:
        """The offset before for one after; inside a replaced stretch its start, or its `end`."""
        find = bisect_left if end else bisect_right
        i = find(self.after_start, offset) - 1
        if i < 0:
            return offset
        if end and offset <= self.after_end[i]:
            return self.before_end[i]
        if not end and offset < self.after_end[i]:
            return self.before_start[i]
        return self.before_end[i] + offset - self.after_end[i]


@dataclass(frozen=True)
class MappedText:
    """`text` with the rewritings that made it, the first one first."""

    text: str
    rewritings: tuple[Rewriting, ...] = ()

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source that text[start:end] came from (0-based, end-exclusive)."""
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"span {start}:{end} is outside a text of {len(self.text)} characters")
        for rewriting in reversed(self.rewritings):
            first, last = rewriting.back(start, end=False), rewriting.back(end, end=True)
            start, end = first, max(first, last)
        return start, end

    def rewrite(self, pattern: re.Pattern[str], by: Callable[[re.Match[str]], str]) -> MappedText:
        """Every match replaced by what `by` makes of it; matches that stay are not recorded."""
        return self.replace((m.start(), m.end(), by(m)) for m in pattern.finditer(self.text))

    def replace(self, new: Iterable[tuple[int, int, str]]) -> MappedText:
        """Each stretch (start, end) replaced by its text; they come in order and do not overlap."""
        pieces: list[str] = []
        edits: list[tuple[int, int, int, int]] = []
        done = 0
        length = 0
        for start, end, text in new:
            if text == self.text[start:end]:
                continue
            kept = self.text[done:start]
            length += len(kept)
            edits.append((start, end, length, length + len(text)))
            pieces += (kept, text)
            length += len(text)
            done = end
        if not edits:
            return self
        pieces.append(self.text[done:])
        columns = tuple(zip(*edits, strict=True))
        return MappedText(
            "".join(pieces),
            (*self.rewritings, Rewriting(columns[0], columns[1], columns[2], columns[3])),
        )
