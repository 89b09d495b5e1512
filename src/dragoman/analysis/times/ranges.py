"""Expressions that open, limit or span an interval: "depuis mars", "d'ici juillet", "from May to June"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from dragoman.analysis.forms import BLANK, words_slot
from dragoman.analysis.times import intervals
from dragoman.analysis.times.expression import TimeExpression
from dragoman.languages.times import TimeWords

_BEHIND = 16
"""Characters before the first expression in which the word that opens a range is looked for."""


def opened(expression: TimeExpression, anchor: date | None) -> TimeExpression:
    """The expression as the day since when: up to the anchor, where that is not before it."""
    end = anchor if anchor and expression.start and anchor >= expression.start else None
    return replace(expression, end=end, kind="since", since=True)


def limited(expression: TimeExpression, anchor: date | None) -> TimeExpression:
    """The expression as a limit reckoned from the anchor: "d'ici juillet"."""
    start = expression.start
    if anchor and expression.end and anchor <= expression.end:
        start = anchor
    return replace(expression, start=start, kind="until")


def join(text: str, found: list[TimeExpression], words: TimeWords) -> list[TimeExpression]:
    """The expressions with every pair that makes a range put together."""
    opens, links, strong, held_opens = _range_words(words)
    joined: list[TimeExpression] = []
    index = 0
    while index < len(found):
        first = found[index]
        second = found[index + 1] if index + 1 < len(found) else None
        floor = joined[-1].end_char if joined else 0
        spanned = None
        if second is not None:
            between = text[first.end_char : second.start_char].replace("\u2019", "'")
            limit = second.kind == "until" and not between.strip()
            linked = limit or links.fullmatch(between) or _held(links, between, second)
            if len(between) <= _BEHIND and linked:
                begin = max(floor, first.start_char - _BEHIND)
                lead = opens.search(text[begin : first.start_char].replace("\u2019", "'"))
                if lead or _held(held_opens, "", first) or strong.fullmatch(between):
                    start = begin + lead.start(1) if lead else first.start_char
                    now = second.text.lower().replace("\u2019", "'") in words.deictic
                    spanned = _span(text, start, first, second, now)
        if spanned is None:
            joined.append(first)
            index += 1
        else:
            joined.append(spanned)
            index += 2
    return joined


def _held(linked: re.Pattern[str], between: str, expression: TimeExpression) -> bool:
    """Whether the word that links is part of the expression: "du printemps 2015 à l'été 2016"."""
    return not between.strip() and bool(linked.match(expression.text.replace("\u2019", "'")))


def _span(
    text: str, start: int, first: TimeExpression, second: TimeExpression, now: bool
) -> TimeExpression | None:
    if first.kind != "point" or second.kind not in ("point", "until"):
        return None
    if {first.precision, second.precision} == {"year", "day"} and first.basis != second.basis:
        return None
    days = _days(first, second, now)
    if days is False:
        return None
    begin, end = days if days else (None, None)
    return TimeExpression(
        start_char=start,
        end_char=second.end_char,
        text=text[start : second.end_char],
        start=begin,
        end=end,
        precision=second.precision,
        basis=second.basis,
        kind="range",
    )


def _days(
    first: TimeExpression, second: TimeExpression, now: bool
) -> tuple[date, date] | Literal[False] | None:
    """Null where nothing is known yet, False where the two cannot make a range; `now`: the second is
    a day like "today", which is never a year off."""
    if second.start is None or second.end is None:
        return None if first.start is None else False
    begin = first.start
    if first.basis == "anchor" and second.basis == "expression":
        begin = _in_year(first, second)
    if begin is None:
        return False
    if begin > second.end and second.precision == "day" and second.bare_weekday:
        days = (second.end.weekday() - begin.weekday()) % 7
        return begin, date.fromordinal(begin.toordinal() + days)
    if begin > second.end and first.basis == "anchor" and now:
        begin = _year_before(begin)
        return (begin, second.end) if begin and begin <= second.end else False
    if begin > second.end and first.basis == second.basis == "anchor":
        end = _year_later(second.end)
        return (begin, end) if end and begin <= end else False
    return (begin, second.end) if begin <= second.end else False


def _in_year(first: TimeExpression, second: TimeExpression) -> date | None:
    """The first day in the year that only the second names: "between March and May 2015"."""
    assert second.start is not None
    if first.start is None or first.bare_weekday:
        return first.start
    day = second.start + timedelta(days=1)
    return intervals.strictly(day, first.start.month, first.start.day, -1)


def _year_before(day: date) -> date | None:
    return intervals.same_day(day, -12) if day.year > 1 else None


def _year_later(day: date) -> date | None:
    return intervals.same_day(day, 12) if day.year < 9999 else None


@lru_cache(maxsize=32)
def _patterns(
    opens: tuple[str, ...], links: tuple[str, ...], strong: tuple[str, ...]
) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"(?<!\w)({words_slot(opens).regex}){BLANK}?\Z", re.IGNORECASE),
        re.compile(rf"{BLANK}?{words_slot(links).regex}{BLANK}?", re.IGNORECASE),
        re.compile(rf"{BLANK}?(?:{words_slot(strong).regex}|[-–]){BLANK}?", re.IGNORECASE),
        re.compile(rf"{words_slot(opens).regex}", re.IGNORECASE),
    )


def _range_words(
    words: TimeWords,
) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What opens a range, what links its ends, what links them where nothing
    opens it; and what opens one that has the word in its first expression."""
    return _patterns(words.range_open, words.range_links, words.range_strong_links)
