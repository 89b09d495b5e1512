"""Which of a page's lines are the article: the run of lines with the most text in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.articles.kinds import Kind
from dragoman.articles.lines import Line

# What a line adds to the run that it stands in. Text adds more the longer it is, up to a limit;
# everything else takes away, so that a run ends where menus and teasers outweigh what text follows.
_FULL_TEXT = 300.0
_COST = {
    Kind.FURNITURE: 0.35,
    Kind.POINTER: 0.2,
    Kind.CLOSING: 1.0,
    Kind.DATE: 0.8,
    Kind.BYLINE: 0.3,
    Kind.CREDIT: 0.2,
    Kind.PHOTO: 0.1,
    Kind.SHORT: 0.3,
}
_BULLET_COST = 0.2
_TEASER_COST = 0.5
_TEASER_MARKS = (Kind.SHORT, Kind.DATE, Kind.BYLINE)
_REPEATED = 4


@dataclass(frozen=True)
class Body:
    """Numbers in the list of lines: the run is first to last, `members` are the paragraphs and
    headings in it."""

    first: int
    last: int
    members: tuple[int, ...]


def find_body(lines: Sequence[Line], kinds: Sequence[Kind]) -> Body | None:
    """The article's run of lines, or null where there is no line of text."""
    values = _values(lines, kinds)
    best = total = 0.0
    first = last = start = -1
    for i, value in enumerate(values):
        if total <= 0:
            total, start = 0.0, i
        total += value
        if total > best:
            best, first, last = total, start, i
    if first < 0:
        return None
    while kinds[first] is not Kind.TEXT:
        first += 1
    members = [i for i in range(first, last + 1) if belongs(i, first, last, lines, kinds)]
    return Body(first, last, tuple(members))


def _values(lines: Sequence[Line], kinds: Sequence[Kind]) -> list[float]:
    times = Counter(line.text for line in lines)
    values = []
    for i, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind in (Kind.SHORT, Kind.FURNITURE) and times[line.text] >= _REPEATED:
            values.append(0.0)  # the same label between all paragraphs says nothing
            continue
        if kind is not Kind.TEXT:
            values.append(-_COST[kind] - (_BULLET_COST if line.bullet else 0.0))
            continue
        value = 0.25 + min(line.units, _FULL_TEXT) / _FULL_TEXT
        if times[line.text] > 1:
            value = 0.0
        elif _is_teaser(i, lines, kinds):
            value -= _TEASER_COST
        values.append(value)
    return values


def _is_teaser(i: int, lines: Sequence[Line], kinds: Sequence[Kind]) -> bool:
    """A sentence or two between headings, as lists of other articles have them."""
    if lines[i].units > 260:
        return False
    before = i > 0 and kinds[i - 1] in _TEASER_MARKS
    after = i + 1 < len(lines) and kinds[i + 1] in _TEASER_MARKS
    return before and after


def belongs(i: int, first: int, last: int, lines: Sequence[Line], kinds: Sequence[Kind]) -> bool:
    """Whether line i is a paragraph or heading of the run that goes from first to last."""
    if kinds[i] is Kind.TEXT:
        return True
    if kinds[i] is not Kind.SHORT or lines[i].bullet or not first < i < last:
        return False
    if lines[i].ends_sentence and lines[i].units >= 10:
        return True
    # A heading: text directly after it, or after a second line of the same heading.
    following = kinds[i + 1]
    if following is Kind.SHORT and i + 2 <= last and not lines[i + 1].bullet:
        following = kinds[i + 2]
    return following is Kind.TEXT and lines[i].units >= 4
