"""Days as they are typed: 2024-03-12, or a whole month 2024-03, or a whole year 2024."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

import typer

_TYPED = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def first_day(typed: str) -> date:
    """The first day of a typed year, month or day. Raises BadParameter."""
    year, month, day = _parts(typed)
    return _date(typed, year, month or 1, day or 1)


def last_day(typed: str) -> date:
    """The last day of a typed year, month or day. Raises BadParameter."""
    year, month, day = _parts(typed)
    month = month or 12
    first = _date(typed, year, month, day or 1)
    return first if day else first.replace(day=monthrange(year, month)[1])


def one_day(typed: str) -> date:
    """A typed day; a month or a year is none. Raises BadParameter."""
    year, month, day = _parts(typed)
    if not (month and day):
        raise typer.BadParameter(f"{typed!r} is not one day; write it as 2024-03-12")
    return _date(typed, year, month, day)


def _parts(typed: str) -> tuple[int, int | None, int | None]:
    found = _TYPED.fullmatch(typed.strip())
    if found is None:
        raise typer.BadParameter(f"{typed!r} is not a day; write 2024-03-12, 2024-03 or 2024")
    year, month, day = (int(part) if part else None for part in found.groups())
    return year or 0, month, day


def _date(typed: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise typer.BadParameter(f"{typed!r} is no day of the calendar: {error}") from error
