"""Where and when an agency's report was sent: "PARIS, 12 mars (Reuters) - ..."."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from dragoman.articles.credits import trailing_agency
from dragoman.languages.dates import absolute_dates, days_of_month
from dragoman.records import Credit

_DATELINE = re.compile(
    r"^(?P<head>[^\W_][\w' ./-]{1,40}(?:,\s*[\w'. ]{2,30}){0,3}?"
    r"(?:\s*[(\[](?P<agency>[^()\[\]]{2,40})[)\]])?)\s*(?:--|[-–—])\s+(?=[^\W_]|[\"«“'])"
)

_LONGEST_PLACE = 3  # words: "RIO DE JANEIRO"; more in capitals are a kicker


class Dateline(NamedTuple):
    """`text` as it stood; `day` where it names a whole date, else day and month, or null."""

    text: str
    end: int
    day: datetime.date | None
    day_month: tuple[int, int] | None
    credits: tuple[Credit, ...]


def dateline(paragraph: str, language: str | None) -> Dateline | None:
    """The dateline that a report's first paragraph begins with, or null.

    It needs a place in capitals, an agency in parentheses or a date (which may stand alone); a mere
    dash is not enough.
    """
    match = _DATELINE.match(paragraph[:160])
    if not match:
        return None
    head = match["head"]
    _, credits = trailing_agency(head, language) if match["agency"] else (head, ())
    whole = absolute_dates(head, language)
    partial = days_of_month(head, language)
    place = re.split(r"[,(\[]", head, maxsplit=1)[0].strip()
    capitals = place.isupper() and len(place) > 2 and len(place.split()) <= _LONGEST_PLACE
    if not place[:1].isalpha() and not whole:
        return None
    named = place[:1].isupper() or not place[:1].isalpha()
    if not (credits or ((whole or partial) and named) or (capitals and "," not in head)):
        return None
    return Dateline(
        text=match.group().strip(),
        end=match.end(),
        day=whole[0].day if whole else None,
        day_month=(partial[0].day, partial[0].month) if partial else None,
        credits=tuple(c.model_copy(update={"text": match.group().strip()}) for c in credits),
    )


def nearest_year(day: int, month: int, known: datetime.date) -> datetime.date | None:
    """The day and month in the year that brings it nearest to a day that is known."""
    candidates = []
    for year in (known.year - 1, known.year, known.year + 1):
        try:
            candidates.append(datetime.date(year, month, day))
        except ValueError:
            continue
    return min(candidates, key=lambda d: abs(d - known), default=None)
