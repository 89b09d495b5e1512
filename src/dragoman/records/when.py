from __future__ import annotations

from datetime import date
from typing import Literal

from dragoman.records.model import Record

Precision = Literal["day", "week", "month", "year", "unknown"]
Basis = Literal[
    "expression",  # the words themselves give the whole date ("le 25 juin 2016")
    "published",  # reckoned from the date of publication
    "dateline",  # reckoned from a dateline ("PARIS, 12 mars (Reuters)")
    "caption",  # reckoned from the date in a related caption
    "url",  # reckoned from a date in the page's address
    "given",  # reckoned from a date that the caller gave
    "none",  # nothing to reckon from: start and end are null
]


class When(Record):
    """When something happened: an interval of days, both ends included.

    `text` is the expression in the article, null where none was found; `basis` says what the
    dates were reckoned from. With precision "unknown" `start` and `end` may be null.
    """

    start: date | None = None
    end: date | None = None
    precision: Precision = "unknown"
    text: str | None = None
    basis: Basis = "none"


class Anchor(Record):
    """The day that an article's relative dates are reckoned from, and how it is known."""

    day: date
    basis: Basis
    text: str | None = None
