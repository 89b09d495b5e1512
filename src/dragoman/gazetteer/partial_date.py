"""Dates known to the year, the month or the day ("2013", "2013-03", "2013-03-14")."""

from __future__ import annotations

import calendar
from datetime import date


def earliest(text: str) -> date:
    """The first day that `text` can mean. Raises `ValueError` where there is no such date."""
    parts = [int(part) for part in text.split("-")]
    return date(*[*parts, 1, 1][:3])


def latest(text: str) -> date:
    """The last day that `text` can mean. Raises `ValueError` where there is no such date."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    if len(parts) == 2:
        first = date(parts[0], parts[1], 1)
        return first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return date(*parts)
