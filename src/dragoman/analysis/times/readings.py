"""The reckonings that the tables name: one function for each `read`.

A reading takes what the slots hold and gives days, or null where the words turn out to be no time.
Arithmetic that leaves the calendar raises `ValueError` or `OverflowError`; the finder makes of that
an expression without days.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dragoman.analysis.times import days, durations, parts, stretches
from dragoman.analysis.times.reading import Reading, Reckoned

READINGS: Mapping[str, Callable[[Reading], Reckoned | None]] = {
    "weekday": days.weekday,
    "weekday_in": days.weekday_in,
    "weekday_range": days.weekday_range,
    "date": days.date_of,
    "day_alone": days.day_alone,
    "day_range": days.day_range,
    "deictic": days.deictic,
    "narrative": days.narrative,
    "offset": days.offset,
    "fixed": days.fixed,
    "holiday": days.holiday,
    "idiom": days.idiom,
    "month": stretches.month,
    "month_range": stretches.month_range,
    "year": stretches.year,
    "year_range": stretches.year_range,
    "decade": stretches.decade,
    "unit": stretches.unit,
    "that_unit": stretches.that_unit,
    "weekend": stretches.weekend,
    "week_of": stretches.week_of,
    "quarter": stretches.quarter,
    "season": stretches.season,
    "nth": parts.nth,
    "ago": durations.ago,
    "since_span": durations.since_span,
    "window": durations.window,
    "duration": durations.duration,
}
