"""Stretches of the calendar: pure arithmetic on days, no words."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

Interval = tuple[date, date]
Sense = Literal["past", "future", "ahead", "near"] | None
"""Where the words look; "ahead" is a future that is sure, however far; "near" one seen from the past,
which may have gone by: whichever is nearer ("he would leave on Friday")."""

Third = Literal["start", "middle", "end"]

LOOK_AHEAD = 60
"""Days ahead within which a day without a year is still to come, whatever the verb: a newspaper gives
the year to one that lies ten months back."""

FAR_AHEAD = 330
"""Days ahead beyond which a day without a year is not meant, even where the text looks forward."""

MONTHS_AHEAD = 8
"""Months ahead beyond which a month without a year is not meant, even where the text looks forward."""

_AHEAD = ("future", "ahead")
_FORTNIGHT = 14
_YEAR_OR_SO = 400
_THURSDAY, _SATURDAY = 3, 5
_YEAR_THIRDS = {"start": (1, 3), "middle": (5, 8), "end": (9, 12)}
_WEEK_THIRDS = {"start": (0, 1), "middle": (2, 3), "end": (4, 6)}


def months(year: int, first: int, last: int) -> Interval:
    """From the first day of month `first` to the last day of month `last` of one year."""
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def years(first: int, last: int) -> Interval:
    return date(first, 1, 1), date(last, 12, 31)


def week(day: date) -> Interval:
    """The Monday to Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def shifted_month(day: date, by: int) -> tuple[int, int]:
    """Year and month, `by` months from the month of `day`."""
    count = day.year * 12 + day.month - 1 + by
    return count // 12, count % 12 + 1


def same_day(day: date, by_months: int) -> date:
    """The same day of the month `by_months` away, or that month's last."""
    year, month = shifted_month(day, by_months)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def unit(anchor: date, name: str, by: int) -> Interval:
    """The whole week, month, year ... `by` of them away from the anchor's own.

    Raises `ValueError` or `OverflowError` outside the calendar.
    """
    if name in ("day", "hour"):
        day = anchor + timedelta(days=by if name == "day" else 0)
        return day, day
    if name == "week":
        return week(anchor + timedelta(days=7 * by))
    if name == "fortnight":
        start = week(anchor)[0] + timedelta(days=_FORTNIGHT * by)
        return start, start + timedelta(days=_FORTNIGHT - 1)
    if name == "weekend":
        saturday = week(anchor)[0] + timedelta(days=5 + 7 * by)
        return saturday, saturday + timedelta(days=1)
    if name in ("month", "quarter", "half"):
        size = {"month": 1, "quarter": 3, "half": 6}[name]
        first = (anchor.month - 1) // size * size + 1
        year, month = shifted_month(date(anchor.year, first, 1), by * size)
        return months(year, month, month + size - 1)
    if name == "year":
        return years(anchor.year + by, anchor.year + by)
    decade = anchor.year // 10 * 10 + 10 * by
    return years(decade, decade + 9)


def distance(anchor: date, name: str, by: int) -> Interval:
    """What lies `by` units away, as exact as such words are.

    Three days ago is a day; two weeks ago the seven days around it; two months ago that month, two
    years ago that year.
    """
    if name in ("week", "fortnight"):
        day = anchor + timedelta(days=(7 if name == "week" else _FORTNIGHT) * by)
        return day - timedelta(days=3), day + timedelta(days=3)
    if name in ("quarter", "half"):
        year, month = shifted_month(anchor, by * (3 if name == "quarter" else 6))
        return months(year, month, month)
    if name == "decade":
        return years(anchor.year + 10 * by, anchor.year + 10 * by)
    return unit(anchor, name, by)


def edge(anchor: date, name: str, by: int) -> date:
    """The very day that lies `by` units away: where "for the last three months" begins."""
    sizes = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
    if name in sizes:
        return same_day(anchor, sizes[name] * by)
    days = {"day": 1, "week": 7, "fortnight": _FORTNIGHT, "weekend": 7, "hour": 0}[name]
    return anchor + timedelta(days=days * by)


def third(interval: Interval, part: Third, name: str) -> Interval:
    """The beginning, middle or end of a week, month, year or other stretch."""
    start, end = interval
    if name == "week":
        first, last = _WEEK_THIRDS[part]
        return start + timedelta(days=first), start + timedelta(days=last)
    if name == "month":
        first, last = {"start": (1, 10), "middle": (11, 20), "end": (21, end.day)}[part]
        return start.replace(day=first), start.replace(day=last)
    if name == "year":
        return months(start.year, *_YEAR_THIRDS[part])
    length = (end - start).days + 1
    one, two = start + timedelta(days=length // 3), start + timedelta(days=2 * length // 3)
    day = timedelta(days=1)
    return {"start": (start, one - day), "middle": (one, two - day), "end": (two, end)}[part]


def weekday(anchor: date, day: int, sense: Sense) -> date:
    """The last such weekday, the anchor itself included; the coming one where sense is future."""
    back = (anchor.weekday() - day) % 7
    if sense in _AHEAD or (sense == "near" and back > 3):
        return anchor + timedelta(days=(day - anchor.weekday()) % 7)
    return anchor - timedelta(days=back)


def beyond(anchor: date, day: int, by: int) -> date:
    """The last (`by` < 0) or next such weekday, never the anchor itself."""
    if by < 0:
        return anchor - timedelta(days=(anchor.weekday() - day - 1) % 7 + 1)
    return anchor + timedelta(days=(day - anchor.weekday() - 1) % 7 + 1)


def weekend(anchor: date, sense: Sense) -> Interval:
    """The last weekend, one that has begun included; the coming one where sense is future."""
    this = unit(anchor, "weekend", 0)
    if sense in _AHEAD or this[0] <= anchor:
        return this
    return unit(anchor, "weekend", -1)


def day_of_year(
    anchor: date, month: int, day: int, sense: Sense, on_weekday: int | None = None
) -> date | None:
    """The day without a year that the words mean; null if the calendar has no such day.

    A weekday beside it settles the year. Otherwise the last one, save where the next is near
    (`LOOK_AHEAD`), or where the sense is future and the next not far (`FAR_AHEAD`).
    """
    days = list(_days(range(anchor.year - 7, anchor.year + 8), month, day))
    told = [found for found in days if found.weekday() == on_weekday]
    nearest = min(told, key=lambda found: abs((found - anchor).days), default=None)
    if nearest and abs((nearest - anchor).days) <= _YEAR_OR_SO:
        return nearest
    coming = min((found for found in days if found >= anchor), default=None)
    gone = max((found for found in days if found <= anchor), default=None)
    reach = FAR_AHEAD if sense in _AHEAD else LOOK_AHEAD
    if coming and (gone is None or sense == "ahead" or (coming - anchor).days <= reach):
        return coming
    return gone


def parts(whole: Interval, name: str, on_weekday: int | None) -> list[Interval]:
    """The days, weeks, months ... or the Mondays of a stretch, in order.

    A week belongs to the stretch that holds its Thursday, a fortnight of a month is its half.
    """
    start, end = whole
    days = [start + timedelta(days=count) for count in range((end - start).days + 1)]
    if on_weekday is not None:
        return [(day, day) for day in days if day.weekday() == on_weekday]
    if name in ("day", "hour"):
        return [(day, day) for day in days]
    if name == "fortnight":
        if (start.year, start.month) != (end.year, end.month):
            return []
        return [(start, start.replace(day=15)), (start.replace(day=16), end)]
    if name == "week":
        return [week(day) for day in days if day.weekday() == _THURSDAY]
    if name == "weekend":
        return [unit(day, name, 0) for day in days if day.weekday() == _SATURDAY]
    return list(dict.fromkeys(unit(day, name, 0) for day in days))


def strictly(anchor: date, month: int, day: int, by: int) -> date | None:
    """The last (`by` < 0) or next such day of the year, never the anchor itself."""
    days = list(_days(range(anchor.year - 7, anchor.year + 8), month, day))
    if by < 0:
        return max((found for found in days if found < anchor), default=None)
    return min((found for found in days if found > anchor), default=None)


def month_of_year(anchor: date, month: int, sense: Sense) -> int:
    """The year of a month without one: the last, this month included; where the sense is future and
    the next not far (`MONTHS_AHEAD`), the next."""
    ahead = (month - anchor.month) % 12
    if sense == "ahead" or (sense == "future" and ahead <= MONTHS_AHEAD):
        return anchor.year + (month < anchor.month)
    return anchor.year - (month > anchor.month)


def _days(span: Iterable[int], month: int, day: int) -> Iterable[date]:
    for year in span:
        if 1 <= year <= 9999 and day <= monthrange(year, month)[1]:
            yield date(year, month, day)
