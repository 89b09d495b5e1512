"""How each kind of form is reckoned: one function a `read` of the tables.

A reading takes what the slots hold and gives days, or null where the words turn out to be no time
("31 février"). Arithmetic that leaves the calendar raises `ValueError` or `OverflowError`; the
finder makes of that an expression without days.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, cast

from dragoman.analysis.numerals import NumeralReader
from dragoman.analysis.times import intervals
from dragoman.analysis.times.expression import TimeKind
from dragoman.analysis.times.intervals import Interval, Sense, Third
from dragoman.languages.times import TimeWords
from dragoman.records.when import Precision

_PRECISIONS: Mapping[str, Precision] = {
    "hour": "day",
    "day": "day",
    "week": "week",
    "weekend": "week",
    "fortnight": "week",
    "month": "month",
    "quarter": "month",
    "half": "month",
    "year": "year",
    "decade": "year",
}
_CENTURY_TURN = 29
"""A year of two digits up to this one is of the 2000s."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The days of an expression, before its place is known."""

    days: Interval | None
    precision: Precision
    absolute: bool = False
    kind: TimeKind = "point"
    bare_weekday: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression is reckoned from.

    `slots`: what stands in them, in lower case. `anchor`: null where none is known. `said`: the day
    last spoken of before. `sense`: asked only where the words leave the direction open.
    """

    slots: Mapping[str, str]
    settings: Mapping[str, Any]
    words: TimeWords
    numbers: NumeralReader
    ordinals: Mapping[str, int]
    anchor: date | None
    said: date | None
    ask: Callable[[], Sense]

    def has(self, slot: str) -> bool:
        return slot in self.slots

    @property
    def by(self) -> int:
        """-1 with a word for last, 1 with one for next, else 0."""
        return -1 if self.has("last") else 1 if self.has("next") else 0

    @property
    def third(self) -> Third | None:
        return cast(Third, self.words.thirds[self.slots["third"]]) if self.has("third") else None

    def month(self, suffix: str = "") -> int | None:
        if "month" + suffix in self.slots:
            return self.words.months[self.slots["month" + suffix]]
        number = self.slots.get("month_number" + suffix)
        return int(number) if number else None

    def day(self, suffix: str = "") -> int | None:
        figures = self.slots.get("day" + suffix) or self.slots.get("ordinal_day" + suffix)
        if not figures:
            return None
        digits = re.match(r"\d+", figures)
        return int(digits.group()) if digits else self.ordinals[figures]

    def weekday(self, suffix: str = "") -> int | None:
        if "weekday" + suffix in self.slots:
            return self.words.weekdays[self.slots["weekday" + suffix]]
        short = self.slots.get("weekday_short" + suffix)
        return self.words.weekdays_short[short] if short else None

    def year(self, suffix: str = "") -> int | None:
        for slot in ("year", "recent_year"):
            if slot + suffix in self.slots:
                return int(self.slots[slot + suffix])
        short = self.slots.get("short_year" + suffix)
        if not short:
            return None
        return int(short) + (2000 if int(short) <= _CENTURY_TURN else 1900)

    def unit(self) -> str:
        for slot in ("unit", "units", "units_plural"):
            if word := self.slots.get(slot):
                return self.words.units.get(word) or self.words.units_plural[word]
        return ""

    def number(self) -> int | None:
        """The number before a unit; null for "a few"."""
        text = self.slots.get("number")
        numeral = self.numbers.at(text, 0) if text else None
        return int(numeral.value) if numeral else None


def _day(day: date | None) -> Interval | None:
    return (day, day) if day else None


def weekday(reading: Reading) -> Reckoned:
    day = reading.weekday()
    anchor = reading.anchor
    of_week = any(word in reading.slots for word in ("of_last", "of_next", "of_this"))
    bare = reading.by == 0 and not of_week
    if anchor is None or day is None:
        return Reckoned(None, "day", bare_weekday=bare)
    if of_week:
        by = -1 if reading.has("of_last") else 1 if reading.has("of_next") else 0
        monday = intervals.unit(anchor, "week", by)[0]
        return Reckoned(_day(monday + timedelta(days=day)), "day")
    if reading.by:
        return Reckoned(_day(intervals.beyond(anchor, day, reading.by)), "day")
    return Reckoned(_day(intervals.weekday(anchor, day, reading.ask())), "day", bare_weekday=True)


def weekday_in(reading: Reading) -> Reckoned:
    """ "mardi en huit": a week from the coming Tuesday."""
    day = reading.weekday()
    if reading.anchor is None or day is None:
        return Reckoned(None, "day")
    coming = intervals.weekday(reading.anchor, day, "future")
    return Reckoned(_day(coming + timedelta(days=reading.settings["days"])), "day")


def weekday_range(reading: Reading) -> Reckoned:
    first, last = reading.weekday(), reading.weekday("2")
    if reading.anchor is None or first is None or last is None:
        return Reckoned(None, "day", kind="range")
    sense = reading.ask()
    if sense == "future":
        start = intervals.weekday(reading.anchor, first, sense)
        return Reckoned((start, intervals.weekday(start, last, sense)), "day", kind="range")
    end = intervals.weekday(reading.anchor, last, sense)
    return Reckoned((intervals.weekday(end, first, sense), end), "day", kind="range")


def date_of(reading: Reading) -> Reckoned | None:
    day, month, year = reading.day(), reading.month(), reading.year()
    if day is None or month is None or month > 12:
        return None
    if year is not None:
        return Reckoned(_day(date(year, month, day)), "day", absolute=True)
    if reading.anchor is None:
        return Reckoned(None, "day")
    if reading.by:
        found = intervals.strictly(reading.anchor, month, day, reading.by)
        return Reckoned(_day(found), "day") if found else None
    on = reading.weekday()
    sense = None if on is not None else reading.ask()
    found = intervals.day_of_year(reading.anchor, month, day, sense, on)
    return Reckoned(_day(found), "day") if found else None


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
        return Reckoned(_day(found), "day")
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
    return Reckoned((start, end), "day", absolute=_has_year(reading), kind="range")


def _has_year(reading: Reading) -> bool:
    return reading.year() is not None or reading.year("2") is not None


def month(reading: Reading) -> Reckoned | None:
    number, year = reading.month(), reading.year()
    if number is None:
        return None
    absolute = year is not None
    if year is None:
        anchor = reading.anchor
        if anchor is None:
            return Reckoned(None, "month")
        if reading.has("of_last") or reading.has("of_next"):
            year = anchor.year + (1 if reading.has("of_next") else -1)
        elif reading.by:
            nearest = date(*intervals.shifted_month(anchor, reading.by), 1)
            sense: Sense = "future" if reading.by > 0 else "past"
            year = intervals.month_of_year(nearest, number, sense)
        else:
            year = intervals.month_of_year(anchor, number, reading.ask())
    return _part(reading, intervals.months(year, number, number), "month", absolute)


def month_range(reading: Reading) -> Reckoned | None:
    first, last = reading.month(), reading.month("2")
    if first is None or last is None:
        return None
    year2 = reading.year("2")
    if year2 is None:
        if reading.anchor is None:
            return Reckoned(None, "month", kind="range")
        year2 = intervals.month_of_year(reading.anchor, last, reading.ask())
    year = reading.year() or year2 - (first > last)
    start, end = date(year, first, 1), intervals.months(year2, last, last)[1]
    if start > end:
        return None
    return Reckoned((start, end), "month", absolute=_has_year(reading), kind="range")


def _part(reading: Reading, whole: Interval, name: str, absolute: bool = False) -> Reckoned:
    if reading.third:
        whole = intervals.third(whole, reading.third, name)
    precision = _PRECISIONS[name]
    if reading.third and name == "year":
        precision = "month"
    return Reckoned(whole, precision, absolute=absolute)


def year(reading: Reading) -> Reckoned | None:
    number = reading.year()
    if number is None:
        return None
    return _part(reading, intervals.years(number, number), "year", absolute=True)


def year_range(reading: Reading) -> Reckoned | None:
    first, last = reading.year(), reading.year("2")
    if first is None or last is None or first >= last:
        return None
    return Reckoned(intervals.years(first, last), "year", absolute=True, kind="range")


def decade(reading: Reading) -> Reckoned:
    if reading.has("decade_word"):
        first = reading.words.decades[reading.slots["decade_word"]]
        return Reckoned(intervals.years(first, first + 9), "year", absolute=True)
    number = int(reading.slots.get("decade") or reading.slots["long_decade"])
    first = number if number > 99 else number + (1900 if number > _CENTURY_TURN else 2000)
    return Reckoned(intervals.years(first, first + 9), "year", absolute=True)


def unit(reading: Reading) -> Reckoned:
    name = reading.unit()
    if name == "weekend" and not reading.by:
        return weekend(reading)
    if reading.anchor is None:
        return Reckoned(None, _PRECISIONS[name])
    by = -1 if reading.has("of_last") else 1 if reading.has("of_next") else reading.by
    if name == "weekend" and by < 0:
        return Reckoned(intervals.weekend(reading.anchor - timedelta(days=1), None), "week")
    if name == "weekend" and by > 0:
        return Reckoned(
            intervals.unit(reading.anchor, name, int(reading.anchor.weekday() >= 5)), "week"
        )
    whole = intervals.unit(reading.anchor, name, by)
    if reading.has("clip_past"):
        whole = whole[0], reading.anchor
    if reading.has("clip_future"):
        whole = reading.anchor, whole[1]
    return _part(reading, whole, name)


def nth(reading: Reading) -> Reckoned | None:
    """ "la dernière semaine de 2016", "the first Monday of the month": a part counted in a whole."""
    number = _ordinal(reading)
    part = reading.unit() or "weekday"
    whole = _whole(reading)
    if number == 0 or (part in ("year", "decade", "hour") and not reading.has("whole")):
        return None
    precision: Precision = "day" if part == "weekday" else _PRECISIONS[part]
    if whole is None:
        return Reckoned(None, precision)
    parts = intervals.parts(whole, part, reading.weekday())
    index = number if number < 0 else number - 1
    if not -len(parts) <= index < len(parts):
        return None
    return Reckoned(parts[index], precision, absolute=reading.year() is not None)


def _whole(reading: Reading) -> Interval | None:
    number, year = reading.month(), reading.year()
    if year is not None:
        return intervals.months(year, number or 1, number or 12)
    anchor = reading.anchor
    if anchor is None:
        return None
    if number is not None:
        year = intervals.month_of_year(anchor, number, reading.ask())
        return intervals.months(year, number, number)
    by = -1 if reading.has("of_last") else 1 if reading.has("of_next") else 0
    return intervals.unit(anchor, reading.words.units[reading.slots["whole"]], by)


def _ordinal(reading: Reading) -> int:
    """The value of the ordinal; -1 for "last"."""
    word = reading.slots.get("ordinal")
    if word is None:
        return -1
    digits = re.match(r"[0-9]+", word)
    return int(digits.group()) if digits else reading.ordinals[word]


def week_of(reading: Reading) -> Reckoned | None:
    """ "la semaine du 7 octobre": the Monday to Sunday around that day."""
    day = date_of(reading)
    if day is None or day.days is None:
        return day
    return replace(day, days=intervals.week(day.days[0]), precision="week")


def offset(reading: Reading) -> Reckoned:
    """ "deux semaines avant le 13 mai", "la veille de Noël": from the expression behind it, whose
    first day is `said`."""
    if reading.said is None:
        return Reckoned(None, "day")
    if reading.has("narrative"):
        by = reading.words.narrative[reading.slots["narrative"]]
        return Reckoned(_day(reading.said + timedelta(days=by)), "day")
    number = reading.number() if reading.has("number") else 1
    name = reading.unit() or "day"
    if number is None:
        return Reckoned(None, "unknown")
    day = intervals.edge(reading.said, name, number * reading.settings["sign"])
    return Reckoned(_day(day), "day")


def fixed(reading: Reading) -> Reckoned:
    return Reckoned(_day(date.fromisoformat(reading.settings["day"])), "day", absolute=True)


def weekend(reading: Reading) -> Reckoned:
    if reading.anchor is None:
        return Reckoned(None, "week")
    return Reckoned(intervals.weekend(reading.anchor, reading.ask()), "week")


def ago(reading: Reading) -> Reckoned:
    name = reading.unit()
    number = reading.number()
    base = reading.anchor
    if reading.settings.get("narrative"):
        base = reading.said or base
    if base is None or number is None:
        return Reckoned(None, _PRECISIONS[name] if number is not None else "unknown")
    days = intervals.distance(base, name, number * reading.settings["sign"])
    return Reckoned(days, _PRECISIONS[name])


def since_span(reading: Reading) -> Reckoned:
    """ "depuis trois ans": from the very day three years back to the anchor."""
    number = reading.number()
    if reading.anchor is None or number is None:
        return Reckoned(None, "unknown", kind="since")
    start = intervals.edge(reading.anchor, reading.unit(), -number)
    return Reckoned((start, reading.anchor), _PRECISIONS[reading.unit()], kind="since")


def window(reading: Reading) -> Reckoned:
    """ "ces trois derniers mois": to the anchor, or from it."""
    number = reading.number()
    name = reading.unit()
    if reading.anchor is None or number is None:
        return Reckoned(None, "unknown", kind="range")
    limit = intervals.edge(reading.anchor, name, number * reading.by)
    days = (limit, reading.anchor) if reading.by < 0 else (reading.anchor, limit)
    return Reckoned(days, _PRECISIONS[name], kind="range")


def duration(_reading: Reading) -> Reckoned:
    return Reckoned(None, "unknown", kind="duration")


def deictic(reading: Reading) -> Reckoned:
    if reading.anchor is None:
        return Reckoned(None, "day")
    by = reading.words.deictic[reading.slots["deictic"]] if reading.has("deictic") else 0
    return Reckoned(_day(reading.anchor + timedelta(days=by)), "day")


def narrative(reading: Reading) -> Reckoned:
    base = reading.said or reading.anchor
    if base is None:
        return Reckoned(None, "day")
    by = reading.words.narrative[reading.slots["narrative"]]
    return Reckoned(_day(base + timedelta(days=by)), "day")


def quarter(reading: Reading) -> Reckoned | None:
    """ "le premier trimestre 2020", "the second half of last year"."""
    size = {"quarter": 3, "half": 6}.get(reading.unit())
    number = _ordinal(reading)
    if size is None or number * size > 12:
        return None
    year = reading.year()
    if year is None and reading.anchor is None:
        return Reckoned(None, "month")
    if year is None and reading.anchor is not None:
        year = reading.anchor.year + reading.by
        if not reading.by and not reading.has("of_this"):
            begins = date(year, (number - 1) * size + 1, 1)
            sense = reading.ask()
            if sense != "future" and begins > reading.anchor:
                year -= 1
    assert year is not None
    days = intervals.months(year, (number - 1) * size + 1, number * size)
    return Reckoned(days, "month", absolute=_has_year(reading))


def season(reading: Reading) -> Reckoned:
    first, last = reading.words.seasons[reading.slots["season"]]
    year = reading.year()
    absolute = year is not None
    if year is None:
        if reading.anchor is None:
            return Reckoned(None, "month")
        sense: Sense = {-1: "past", 1: "future"}.get(reading.by) or reading.ask()  # type: ignore[assignment]
        ends = [
            _season(year, first, last)
            for year in range(reading.anchor.year - 1, reading.anchor.year + 2)
        ]
        gone = [days for days in ends if days[0] <= reading.anchor]
        coming = [days for days in ends if days[1] >= reading.anchor]
        if reading.by:
            gone = [days for days in ends if days[1] < reading.anchor]
            coming = [days for days in ends if days[0] > reading.anchor]
        days = (coming or ends)[0] if sense == "future" else (gone or ends)[-1]
    else:
        days = _season(year, first, last)
    return _part(reading, days, "quarter", absolute)


def _season(year: int, first: int, last: int) -> Interval:
    if first <= last:
        return intervals.months(year, first, last)
    return intervals.months(year - 1, first, 12)[0], intervals.months(year, 1, last)[1]


def holiday(reading: Reading) -> Reckoned | None:
    month, day = (int(part) for part in reading.words.holidays[reading.slots["holiday"]].split("-"))
    year = reading.year()
    if year is not None:
        return Reckoned(_day(date(year, month, day)), "day", absolute=True)
    if reading.anchor is None:
        return Reckoned(None, "day")
    if reading.by:
        return Reckoned(_day(intervals.strictly(reading.anchor, month, day, reading.by)), "day")
    found = intervals.day_of_year(reading.anchor, month, day, reading.ask())
    return Reckoned(_day(found), "day")


READINGS: Mapping[str, Callable[[Reading], Reckoned | None]] = {
    "weekday": weekday,
    "weekday_in": weekday_in,
    "weekday_range": weekday_range,
    "date": date_of,
    "day_alone": day_alone,
    "day_range": day_range,
    "month": month,
    "month_range": month_range,
    "year": year,
    "year_range": year_range,
    "decade": decade,
    "unit": unit,
    "nth": nth,
    "week_of": week_of,
    "offset": offset,
    "fixed": fixed,
    "weekend": weekend,
    "ago": ago,
    "since_span": since_span,
    "window": window,
    "duration": duration,
    "deictic": deictic,
    "narrative": narrative,
    "quarter": quarter,
    "season": season,
    "holiday": holiday,
}
