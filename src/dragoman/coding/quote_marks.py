"""Where quotation marks open and close."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

PAIRS = {"«": "»", "“": "”", "‘": "’"}
STRAIGHT = '"'
DOUBLED = "''"  # two apostrophes, as some agencies type them
OPENING = (*PAIRS, STRAIGHT, "'")
MAX_NESTED = 20
_BLANK = " \t\n\r\xa0\u202f\u2009\0"
_STOP = re.compile(r"[.!?…](?=\s|$|[A-ZÀ-Þ])")
_SOFT_STOP = re.compile(r"[,;]\s|[.!?…]\s")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between marks, outermost only. `start`, `end` include the marks; `inner_start`, `inner_end`
    do not, nor white space inside them, nor a comma before the closing mark. `closed` is false where the closing mark is missing."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True


def quoted(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Quoted]:
    """The quoted stretches of the text, in order; `paragraphs` are spans of it.

    Straight marks are paired paragraph by paragraph. Where a quotation runs over paragraphs each of
    them has a stretch of its own, open at its end or its start.
    """
    found: list[Quoted] = []
    carried: str | None = None
    text = text.replace(DOUBLED, STRAIGHT + "\0")  # of the same length
    for number, (start, end) in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        carried = _paragraph(text, start, end, following, carried, found)
    return found


def _paragraph(
    text: str,
    start: int,
    end: int,
    following: tuple[int, int] | None,
    carried: str | None,
    found: list[Quoted],
) -> str | None:
    """Adds a paragraph's stretches; returns the mark that is still open in the next paragraph."""
    mark, opened, depth = carried, start, 0
    inside_from = start
    for at in range(start, end):
        sign = text[at]
        if mark is None:
            if _opens(text, at, start, end):
                mark, opened, inside_from, depth = "“" if sign == "”" else sign, at, at + 1, 0
            continue
        if mark == STRAIGHT:
            if sign != STRAIGHT and sign != "”":
                continue
            if _looks_opening(text, at, start, end) and not _looks_closing(text, at, end):
                _add(text, opened, inside_from, _cut(text, inside_from, at), False, found)
                opened, inside_from = at, at + 1
                continue
            _add(text, opened, inside_from, at, True, found)
            mark = None
        elif sign == mark and depth < MAX_NESTED and mark != "‘":
            depth += 1
        elif sign in _closing(mark, text, at, end) and not (
            mark == "‘" and _is_apostrophe(text, at, end)
        ):
            if depth:
                depth -= 1
                continue
            _add(text, opened, inside_from, at, True, found)
            mark = None
    if mark is None:
        return None
    if following is not None and text[following[0]] == mark:
        _add(text, opened, inside_from, end, False, found)
        return None
    if following is not None and mark != STRAIGHT and _closes_first(text, following, mark):
        _add(text, opened, inside_from, end, False, found)
        return mark
    stop = _STOP.search(text, inside_from, end)
    _add(text, opened, inside_from, stop.start() if stop else end, False, found)
    return None


def _closing(mark: str, text: str, at: int, end: int) -> str:
    """Marks that close: its own, and a straight one by slip."""
    slip = mark == "“" and text[at] == STRAIGHT and _looks_closing(text, at, end)
    return STRAIGHT if slip else PAIRS[mark]


def _add(
    text: str, start: int, inside_from: int, inside_to: int, closed: bool, found: list[Quoted]
) -> None:
    inner = text[inside_from:inside_to]
    lead = len(inner) - len(inner.lstrip(_BLANK))
    inner_start = inside_from + lead
    inner_end = inner_start + len(inner.strip(_BLANK).removesuffix(","))
    if inner_end > inner_start:
        end = inside_to + 1 + (text[inside_to + 1 : inside_to + 2] == "\0") if closed else inner_end
        found.append(Quoted(start, end, inner_start, inner_end, closed))


def _opens(text: str, at: int, start: int, end: int) -> bool:
    sign = text[at]
    if sign in "«“":
        return True
    if sign == "”":  # a slip of typing, where nothing else can be meant
        return at == start and "”" in text[at + 1 : end]
    if sign == "‘":
        before = text[at - 1] if at > start else " "
        return not before.isalnum() and any(
            not _is_apostrophe(text, other, end)
            for other in range(at + 1, end)
            if text[other] == "’"
        )
    return sign == STRAIGHT and (
        _looks_opening(text, at, start, end) or not _looks_closing(text, at, end)
    )


def _looks_opening(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = _after(text, at, end)
    return (before.isspace() or before in "([{'’-–—") and not after.isspace()


def _after(text: str, at: int, end: int) -> str:
    place = at + 2 if text[at + 1 : at + 2] == "\0" else at + 1
    return text[place] if place < end else " "


def _looks_closing(text: str, at: int, end: int) -> bool:
    after = _after(text, at, end)
    return after.isspace() or after in ",.;:!?)]}…-–—"


def _is_apostrophe(text: str, at: int, end: int) -> bool:
    return at + 1 < end and text[at + 1].isalnum()


def _closes_first(text: str, paragraph: tuple[int, int], mark: str) -> bool:
    block = text[paragraph[0] : paragraph[1]]
    closing, opening = block.find(PAIRS[mark]), block.find(mark)
    return closing >= 0 and (opening < 0 or closing < opening)


def _cut(text: str, start: int, end: int) -> int:
    """Where a stretch without a closing mark ends: before the first comma or stop."""
    stop = _SOFT_STOP.search(text, start, end)
    return stop.start() if stop else end


def overlapping(stretches: Sequence[Quoted], start: int, end: int) -> Iterator[Quoted]:
    """Those that share a character with start..end."""
    first = bisect.bisect_right(stretches, start, key=lambda q: q.end)
    for place in range(first, len(stretches)):
        if stretches[place].start >= end:
            break
        yield stretches[place]
