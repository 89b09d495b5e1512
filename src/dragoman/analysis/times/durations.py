"""How expressions with a number of days, weeks or years are reckoned."""

from __future__ import annotations

from dragoman.analysis.times import intervals
from dragoman.analysis.times.reading import PRECISIONS, Reading, Reckoned


def ago(reading: Reading) -> Reckoned:
    name = reading.unit()
    number = reading.number()
    base = reading.base(name) if reading.settings.get("narrative") else reading.anchor
    if base is None or number is None:
        return Reckoned(None, PRECISIONS[name] if number is not None else "unknown")
    days = intervals.distance(base, name, number * reading.settings["sign"])
    return Reckoned(days, PRECISIONS[name])


def since_span(reading: Reading) -> Reckoned:
    """ "depuis trois ans": from the very day three years back to the anchor."""
    number = reading.number()
    if reading.anchor is None or number is None:
        return Reckoned(None, "unknown", kind="since")
    start = intervals.edge(reading.anchor, reading.unit(), -number)
    return Reckoned((start, reading.anchor), PRECISIONS[reading.unit()], kind="since")


def window(reading: Reading) -> Reckoned:
    """ "ces trois derniers mois": to the anchor, or from it."""
    number = reading.number()
    name = reading.unit()
    if reading.anchor is None or number is None:
        return Reckoned(None, "unknown", kind="range")
    limit = intervals.edge(reading.anchor, name, number * reading.by)
    days = (limit, reading.anchor) if reading.by < 0 else (reading.anchor, limit)
    return Reckoned(days, PRECISIONS[name], kind="range")


def duration(_reading: Reading) -> Reckoned:
    return Reckoned(None, "unknown", kind="duration")
