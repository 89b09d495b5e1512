"""How a part that is counted within a whole is reckoned: "the last week of 2016"."""

from __future__ import annotations

from dragoman.analysis.times import intervals
from dragoman.analysis.times.intervals import Interval
from dragoman.analysis.times.reading import PRECISIONS, Reading, Reckoned
from dragoman.records.when import Precision


def nth(reading: Reading) -> Reckoned | None:
    """ "la dernière semaine de 2016", "the first Monday of the month": a part counted in a whole."""
    number = reading.ordinal
    part = reading.unit() or "weekday"
    whole = _whole(reading)
    if number == 0 or (part in ("year", "decade", "hour") and not reading.has("whole")):
        return None
    precision: Precision = "day" if part == "weekday" else PRECISIONS[part]
    if whole is None:
        return Reckoned(None, precision)
    parts = intervals.parts(whole, part, reading.weekday())
    if reading.has("number"):
        return _run(reading, parts, precision)
    index = number if number < 0 else number - 1
    if not -len(parts) <= index < len(parts):
        return None
    return Reckoned(parts[index], precision, absolute=reading.year() is not None)


def _run(reading: Reading, parts: list[Interval], precision: Precision) -> Reckoned | None:
    """The first or last few of the parts: "the last three weeks of 2016"."""
    count = reading.number() or 0
    if not 0 < count <= len(parts) or (reading.has("ordinal") and reading.ordinal != 1):
        return None
    run = parts[-count:] if reading.has("last") else parts[:count]
    absolute = reading.year() is not None
    return Reckoned((run[0][0], run[-1][1]), precision, absolute=absolute, kind="range")


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
    return intervals.unit(anchor, reading.words.units[reading.slots["whole"]], reading.of)
