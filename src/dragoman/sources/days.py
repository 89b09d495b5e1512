"""Days and times as containers write them: read where they are clear, refused where they are not."""

from __future__ import annotations

import datetime
import re
from email.utils import parsedate_to_datetime
from typing import Literal, NamedTuple

from dragoman.errors import BadColumns
from dragoman.languages.dates import absolute_dates

Order = Literal["dmy", "mdy", "ymd"]

_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(.*)", re.S)
_FIGURES = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(.*)", re.S)
_TIME = re.compile(
    r"[T\s,]*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?\s*",
    re.I,
)
_EPOCH = re.compile(r"\d{10}(?:\.\d{1,6})?|\d{13}")
_LONGEST = 120


class Told(NamedTuple):
    """A day, and the time with its zone where both are told; both null where nothing was read."""

    day: datetime.date | None = None
    at: datetime.datetime | None = None


class UnclearOrder(BadColumns):
    """A date in figures of which nobody can say what is the day and what the month."""


def read_day(value: object, *, language: str | None = None, order: str | None = None) -> Told:
    """The day that a column or a header tells.

    ISO forms, `20240312`, seconds since 1970, the form of mails, figures of a clear order, and
    dates in words (`languages.dates`). `order` is "dmy", "mdy" or "ymd", or a pattern of
    `strptime`. Nothing is guessed: "12/03/2024" without an order raises UnclearOrder, and what is
    no date gives an empty `Told`.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return Told()
    text = str(value).strip()[:_LONGEST]
    if order and "%" in order:
        return _by_pattern(text, order)
    return (
        _compact(text)
        or _epoch(text)
        or _year_first(text)
        or _in_figures(text, order)
        or _of_mail(text)
        or _in_words(text, language)
        or Told()
    )


def order_of(value: object) -> Order | None:
    """What a date in figures shows of its order: "dmy" for "25/03/2024"; null where it shows none."""
    match = _FIGURES.fullmatch(value.strip()[:_LONGEST]) if isinstance(value, str) else None
    if not match:
        return None
    first, second = int(match[1]), int(match[3])
    if match[2] == "." or first > 12 >= second:
        return "dmy"
    return "mdy" if second > 12 >= first else None


def check_order(order: str) -> str:
    """The order or pattern itself; raises BadColumns for what is neither."""
    if order.casefold() in ("dmy", "mdy", "ymd"):
        return order.casefold()
    if "%" in order and "%y" in order.casefold():
        try:
            sample = datetime.datetime(2001, 2, 3, 4, 5, 6, tzinfo=datetime.UTC)
            datetime.datetime.strptime(sample.strftime(order), order)
        except ValueError:
            pass
        else:
            return order
    raise BadColumns(
        f"date format {order!r}: dmy, mdy, ymd, or a pattern with a year such as %d/%m/%Y is needed"
    )


def _by_pattern(text: str, pattern: str) -> Told:
    try:
        read = datetime.datetime.strptime(text, pattern)
    except (ValueError, re.error):
        return Told()
    return Told(read.date(), read if read.tzinfo else None)


def _compact(text: str) -> Told | None:
    match = _COMPACT.fullmatch(text)
    if not match:
        return None
    day = _day(int(match[1]), int(match[2]), int(match[3]))
    if day is None or match[4] is None:
        return Told(day) if day else None
    return _timed(day, f"{match[4]}:{match[5]}:{match[6] or '00'}{match[7] or ''}")


def _epoch(text: str) -> Told | None:
    if not _EPOCH.fullmatch(text):
        return None
    seconds = float(text) if len(text.split(".")[0]) == 10 else float(text) / 1000
    at = datetime.datetime.fromtimestamp(seconds, datetime.UTC)
    return Told(at.date(), at)


def _year_first(text: str) -> Told | None:
    match = _YEAR_FIRST.fullmatch(text)
    day = _day(int(match[1]), int(match[2]), int(match[3])) if match else None
    return _timed(day, match[4]) if match and day else None


def _in_figures(text: str, order: str | None) -> Told | None:
    match = _FIGURES.fullmatch(text)
    if not match:
        return None
    first, second = int(match[1]), int(match[3])
    if len(match[4]) == 2 and order is None:
        raise UnclearOrder(f"date {text!r}: its year has two figures")
    year = int(match[4]) if len(match[4]) == 4 else _century(int(match[4]))
    if order == "ymd" and len(match[4]) == 2:
        year, second, first = _century(first), second, int(match[4])
        order = "dmy"
    order = order or order_of(text) or ("dmy" if first == second else None)
    if order is None:
        raise UnclearOrder(f"date {text!r}: day and month may be either")
    day = _day(year, first, second) if order == "mdy" else _day(year, second, first)
    return _timed(day, match[5]) if day else None


def _century(year: int) -> int:
    """As the C library has it: 69 to 99 are of the last century."""
    return year + (1900 if year >= 69 else 2000)


def _of_mail(text: str) -> Told | None:
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if not re.search(r"\d{1,2} \w{3} \d{4}", text):
        return None
    return Told(at.date(), at if at.tzinfo else None)


def _in_words(text: str, language: str | None) -> Told | None:
    found = absolute_dates(text, language)
    return Told(found[0].day) if len({one.day for one in found}) == 1 else None


def _timed(day: datetime.date, rest: str) -> Told:
    """The day with the time behind it, where that has a zone; other words behind it are let be."""
    match = _TIME.fullmatch(rest)
    if not match or not match[4]:
        return Told(day)
    zone = match[4].upper()
    zone = "+00:00" if zone in ("Z", "UTC", "GMT") else zone
    digits = zone[1:].replace(":", "").ljust(4, "0")
    try:
        offset = datetime.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        where = datetime.timezone(offset if zone[0] == "+" else -offset)
        at = datetime.datetime.combine(
            day, datetime.time(int(match[1]), int(match[2]), int(match[3] or 0), tzinfo=where)
        )
    except ValueError:
        return Told(day)
    return Told(day, at)


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
