"""Whether what the tables say for a time held on a day."""

from __future__ import annotations

from datetime import date

from dragoman.gazetteer.entries import Lasting
from dragoman.gazetteer.partial_date import earliest, latest


def last_day(entry: Lasting) -> date:
    """The last day on which it can have held; the end of time where it holds still."""
    return latest(entry.until) if entry.until else date.max


def lasted(entry: Lasting, day: date) -> bool:
    """Whether it held beyond doubt: a year or month is taken at its shortest."""
    begin = latest(entry.begun) if entry.begun else date.min
    end = earliest(entry.until) if entry.until else date.max
    return begin <= day <= end
