"""How months, years, weeks and other stretches of the calendar are reckoned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dragoman.analysis.times import intervals
from dragoman.analysis.times.days import date_of
from dragoman.analysis.times.intervals import Interval, Sense
from dragoman.analysis.times.reading import AHEAD, CENTURY_TURN, PRECISIONS, Reading, Reckoned

_TURN = 10
"""Years that a span like "1999-00" has at most."""


def month(reading: Reading) -> Reckoned | None:
    number, year = reading.month(), reading.year()
    if number is None:
        return None
    absolute = year is not None
    if year is None:
        anchor = reading.anchor
        if anchor is None:
            return Reckoned(None, "month")
        if reading.has("year_word"):
            year = anchor.year + reading.of
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
    return Reckoned((start, end), "month", absolute=reading.names_year, kind="range")


def year(reading: Reading) -> Reckoned | None:
    number = reading.year()
    if number is None:
        return None
    return _part(reading, intervals.years(number, number), "year", absolute=True)


def year_range(reading: Reading) -> Reckoned | None:
    first, last = reading.year(), reading.year("2")
    if first is None or last is None:
        return None
    if reading.has("short_year2"):  # "2018-19", "1914-18", "1999-00"
        last = first // 100 * 100 + last % 100
        last += 100 * (last + 100 - first <= _TURN)
    if first >= last:
        return None
    return Reckoned(intervals.years(first, last), "year", absolute=True, kind="range")


def decade(reading: Reading) -> Reckoned:
    if reading.has("decade_word"):
        first = reading.words.decades[reading.slots["decade_word"]]
        return Reckoned(intervals.years(first, first + 9), "year", absolute=True)
    number = int(reading.slots.get("decade") or reading.slots["long_decade"])
    first = number if number > 99 else number + (1900 if number > CENTURY_TURN else 2000)
    return Reckoned(intervals.years(first, first + 9), "year", absolute=True)


def unit(reading: Reading) -> Reckoned | None:
    name = reading.unit()
    if name == "weekend" and not reading.by:
        return weekend(reading)
    by = reading.by
    then = reading.base(name) if reading.narrates and name != "weekend" else None
    if then is not None:
        return _part(reading, intervals.unit(then, name, by), name)
    if reading.anchor is None:
        return Reckoned(None, PRECISIONS[name])
    if name == "weekend" and by < 0:
        return Reckoned(intervals.weekend(reading.anchor - timedelta(days=1), None), "week")
    if name == "weekend" and by > 0:
        return Reckoned(
            intervals.unit(reading.anchor, name, int(reading.anchor.weekday() >= 5)), "week"
        )
    if name == "hour":
        return None
    whole = intervals.unit(reading.anchor, name, by)
    if reading.has("clip_past"):
        whole = whole[0], reading.anchor
    if reading.has("clip_future") or reading.has("clip_rest"):
        whole = reading.anchor, whole[1]
    return _part(reading, whole, name)


def that_unit(reading: Reading) -> Reckoned | None:
    """ "cette année-là", "that week": the one around the time last told."""
    name = reading.unit()
    if name in ("day", "hour"):
        return None
    base = reading.base(name)
    days = intervals.unit(base, name, 0) if base else None
    return Reckoned(days, PRECISIONS[name])


def weekend(reading: Reading) -> Reckoned:
    if reading.anchor is None:
        return Reckoned(None, "week")
    return Reckoned(intervals.weekend(reading.anchor, reading.ask()), "week")


def week_of(reading: Reading) -> Reckoned | None:
    """ "la semaine du 7 octobre": the Monday to Sunday around that day."""
    day = date_of(reading)
    if day is None or day.days is None:
        return day
    return replace(day, days=intervals.week(day.days[0]), precision="week")


def quarter(reading: Reading) -> Reckoned | None:
    """ "le premier trimestre 2020", "the second half of last year"."""
    months = _quarter_months(reading)
    if months is None:
        return None
    year = reading.year()
    if year is None and reading.anchor is None:
        return Reckoned(None, "month")
    if year is None and reading.anchor is not None:
        year = reading.anchor.year + reading.by
        if not reading.by and not reading.has("of_this"):
            begins = date(year, months[0], 1)
            sense = reading.ask()
            if sense not in AHEAD and begins > reading.anchor:
                year -= 1
    assert year is not None
    days = intervals.months(year, *months)
    return Reckoned(days, "month", absolute=reading.names_year)


def _quarter_months(reading: Reading) -> tuple[int, int] | None:
    """First and last month of "the second quarter", "Q2"."""
    if reading.has("quarter"):
        return reading.words.quarters[reading.slots["quarter"]]
    size = {"quarter": 3, "half": 6}.get(reading.unit())
    number = reading.ordinal
    if size is None or not 0 < number * size <= 12:
        return None
    return (number - 1) * size + 1, number * size


def season(reading: Reading) -> Reckoned:
    word = reading.slots.get("season") or reading.slots["season_homograph"]
    first, last = reading.words.seasons[word]
    year = reading.year()
    absolute = year is not None
    if year is None:
        if reading.anchor is None:
            return Reckoned(None, "month")
        sense: Sense = "past" if reading.by < 0 else "future" if reading.by > 0 else reading.ask()
        ends = [
            _season(year, first, last)
            for year in range(reading.anchor.year - 1, reading.anchor.year + 2)
        ]
        gone = [days for days in ends if days[0] <= reading.anchor]
        coming = [days for days in ends if days[1] >= reading.anchor]
        if reading.by:
            gone = [days for days in ends if days[1] < reading.anchor]
            coming = [days for days in ends if days[0] > reading.anchor]
        days = (coming or ends)[0] if sense in AHEAD else (gone or ends)[-1]
    else:
        days = _season(year, first, last)
    return _part(reading, days, "quarter", absolute)


def _season(year: int, first: int, last: int) -> Interval:
    if first <= last:
        return intervals.months(year, first, last)
    return intervals.months(year - 1, first, 12)[0], intervals.months(year, 1, last)[1]


def _part(reading: Reading, whole: Interval, name: str, absolute: bool = False) -> Reckoned:
    if reading.third and name != "day":
        whole = intervals.third(whole, reading.third, name)
    precision = PRECISIONS[name]
    if reading.third and name == "year":
        precision = "month"
    return Reckoned(whole, precision, absolute=absolute)
