"""How expressions that tell a day, or days one by one, are reckoned."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.analysis.times import intervals
from dragoman.analysis.times.reading import AHEAD, Reading, Reckoned, one_day

_SOON = 3
"""Days within which a weekday follows the one that it is joined to, where it is still to come."""


def weekday(reading: Reading) -> Reckoned:
    day = reading.weekday()
    anchor = reading.anchor
    of_week = any(word in reading.slots for word in ("of_last", "of_next", "of_this"))
    bare = reading.by == 0 and not of_week
    if anchor is None or day is None:
        return Reckoned(None, "day", bare_weekday=bare)
    if of_week:
        monday = intervals.unit(anchor, "week", reading.of)[0]
        return Reckoned(one_day(monday + timedelta(days=day)), "day")
    if reading.by:
        base = (reading.said if reading.narrates else None) or anchor
        return Reckoned(one_day(intervals.beyond(base, day, reading.by)), "day")
    found = intervals.weekday(anchor, day, reading.ask())
    if reading.beside and found < reading.beside:
        after = intervals.weekday(reading.beside, day, "future")
        if after <= anchor or (after - reading.beside).days <= _SOON:
            found = after
    return Reckoned(one_day(found), "day", bare_weekday=True)


def weekday_in(reading: Reading) -> Reckoned:
    """ "mardi en huit": a week from the coming Tuesday."""
    day = reading.weekday()
    if reading.anchor is None or day is None:
        return Reckoned(None, "day")
    coming = intervals.weekday(reading.anchor, day, "future")
    return Reckoned(one_day(coming + timedelta(days=reading.settings["days"])), "day")


def weekday_range(reading: Reading) -> Reckoned:
    first, last = reading.weekday(), reading.weekday("2")
    if reading.anchor is None or first is None or last is None:
        return Reckoned(None, "day", kind="range")
    sense = reading.ask()
    if sense in AHEAD:
        start = intervals.weekday(reading.anchor, first, sense)
        return Reckoned((start, intervals.weekday(start, last, sense)), "day", kind="range")
    end = intervals.weekday(reading.anchor, last, sense)
    return Reckoned((intervals.weekday(end, first, sense), end), "day", kind="range")


def date_of(reading: Reading) -> Reckoned | None:
    day, month, year = reading.day(), reading.month(), reading.year()
    if day is None or month is None or month > 12:
        return None
    if year is not None:
        return Reckoned(one_day(date(year, month, day)), "day", absolute=True)
    if reading.anchor is None:
        return Reckoned(None, "day")
    if reading.has("year_word"):
        return Reckoned(one_day(date(reading.anchor.year + reading.of, month, day)), "day")
    if reading.by:
        found = intervals.strictly(reading.anchor, month, day, reading.by)
        return Reckoned(one_day(found), "day") if found else None
    on = reading.weekday()
    sense = None if on is not None else reading.ask()
    found = intervals.day_of_year(reading.anchor, month, day, sense, on)
    return Reckoned(one_day(found), "day") if found else None


def day_alone(reading: Reading) -> Reckoned | None:
    """ "le 26": of the month last spoken of, else the nearest day of that number gone by."""
    day = reading.day()
    base = reading.said or reading.anchor
    if day is None or base is None:
        return Reckoned(None, "day") if day else None
    on = reading.weekday()
    spans = range(-12, 13) if on is not None else (0, -1, 1)
    for by in sorted(spans, key=lambda by: (abs(by), by)):
        year, month = intervals.shifted_month(base, by)
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if on is not None and found.weekday() != on:
            continue
        if on is None and reading.said is None and by == 0 and found > base:
            continue
        return Reckoned(one_day(found), "day")
    return None


def day_range(reading: Reading) -> Reckoned | None:
    first, last = reading.day(), reading.day("2")
    month2 = reading.month("2")
    if first is None or last is None or month2 is None:
        return None
    month = reading.month() or month2
    year2 = reading.year("2") or reading.year()
    if year2 is None:
        if reading.anchor is None:
            return Reckoned(None, "day", kind="range")
        on = reading.weekday("2")
        sense = None if on is not None else reading.ask()
        end = intervals.day_of_year(reading.anchor, month2, last, sense, on)
        if end is None:
            return None
        year2 = end.year
    year = reading.year() or year2 - (month > month2)
    start, end = date(year, month, first), date(year2, month2, last)
    if start > end:
        return None
    return Reckoned((start, end), "day", absolute=reading.names_year, kind="range")


def deictic(reading: Reading) -> Reckoned:
    if reading.anchor is None:
        return Reckoned(None, "day")
    by = reading.words.deictic[reading.slots["deictic"]] if reading.has("deictic") else 0
    return Reckoned(one_day(reading.anchor + timedelta(days=by)), "day")


def narrative(reading: Reading) -> Reckoned:
    base = reading.said or reading.anchor
    if base is None:
        return Reckoned(None, "day")
    by = reading.words.narrative[reading.slots["narrative"]]
    return Reckoned(one_day(base + timedelta(days=by)), "day")


def offset(reading: Reading) -> Reckoned:
    """ "deux semaines avant le 13 mai", "la veille de Noël": from the expression behind it, whose
    first day is `said`."""
    if reading.said is None:
        return Reckoned(None, "day")
    if reading.has("narrative"):
        by = reading.words.narrative[reading.slots["narrative"]]
        return Reckoned(one_day(reading.said + timedelta(days=by)), "day")
    number = reading.number() if reading.has("number") else 1
    name = reading.unit() or "day"
    if number is None:
        return Reckoned(None, "unknown")
    day = intervals.edge(reading.said, name, number * reading.settings["sign"])
    return Reckoned(one_day(day), "day")


def fixed(reading: Reading) -> Reckoned:
    return Reckoned(one_day(date.fromisoformat(reading.settings["day"])), "day", absolute=True)


def holiday(reading: Reading) -> Reckoned | None:
    month, day = (int(part) for part in reading.words.holidays[reading.slots["holiday"]].split("-"))
    year = reading.year()
    if year is not None:
        return Reckoned(one_day(date(year, month, day)), "day", absolute=True)
    if reading.anchor is None:
        return Reckoned(None, "day")
    if reading.by:
        return Reckoned(one_day(intervals.strictly(reading.anchor, month, day, reading.by)), "day")
    found = intervals.day_of_year(reading.anchor, month, day, reading.ask())
    return Reckoned(one_day(found), "day")


def idiom(_reading: Reading) -> None:
    """Words that only look like a time: passed over, and nothing in them is looked at again."""
