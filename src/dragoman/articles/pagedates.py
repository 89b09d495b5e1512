"""The page's own date: "Publié le 12 mars 2024 à 10h", "March 3, 2024", a date in its address."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from dragoman.languages.dates import WrittenDate, absolute_dates
from dragoman.languages.furniture import page_furniture, plain_form

_LONGEST = 160
_LONGEST_BARE = 90
_LONGEST_LEAD = 40
_MOST_WORDS = 3
_DISTINCT = 7
_MOST_SIGNED = 8
_TIME = re.compile(
    r"\b\d{1,2}\s?(?:h|:|\.)\s?\d{2}(?::\d{2})?\b|\b\d{1,2}\s?h\b|\b[ap]\.?m\b\.?|\b(?:utc|gmt|cet|cest|est|edt|bst|et)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_IN_URL = re.compile(r"(?<!\d)((?:19|20)\d{2})[-/_]?(\d{2})[-/_]?(\d{2})(?!\d)")


class PageDate(NamedTuple):
    """A date that the page gives for itself; `updated` where it is that of a change."""

    day: datetime.date
    labelled: bool
    updated: bool


def page_date(line: str, language: str | None = None) -> PageDate | None:
    """The page's date in a line that consists of one, with or without a label, time and weekday.

    Of several ("Publié le ... Mis à jour le ...") the first that is not an update.
    """
    if len(line) > _LONGEST:
        return None
    # A site's dates are not always in the language of its articles.
    dates = absolute_dates(line, language) or absolute_dates(line, None)
    if not dates:
        return None
    furniture = page_furniture(language)
    updates: list[PageDate] = []
    before = 0
    bare = len(line) <= _LONGEST_BARE
    for written in dates:
        lead = plain_form(line[before : written.start]).rstrip(" :,-–|")
        before = written.end
        if any(label in lead for label in furniture.updated):
            updates.append(PageDate(written.day, True, True))
            continue
        if any(_has_label(lead, label) for label in furniture.published):
            return PageDate(written.day, True, False)
        if bare and _only_date(line, dates, language):
            return PageDate(written.day, False, False)
    return updates[0] if updates else None


def _has_label(lead: str, label: str) -> bool:
    return len(lead) <= _LONGEST_LEAD and (
        lead.startswith(label)
        or lead.endswith((" " + label, "|" + label))
        # Copying may run a name and a label together: "Ann SmithPublished".
        or (len(label) >= _DISTINCT and lead.endswith(label))
    )


def _only_date(line: str, dates: list[WrittenDate], language: str | None) -> bool:
    """Whether hardly a word stands beside dates and times: a weekday, a place; or a byline."""
    rest = line
    for start, end, _ in reversed(dates):
        rest = rest[:start] + " " + rest[end:]
    words = len(_WORD.findall(_TIME.sub(" ", rest)))
    form = plain_form(line)
    signed = any(
        form[len(b) :][:1] == " " for b in page_furniture(language).at_start("bylines", form)
    )
    return words <= (_MOST_SIGNED if signed else _MOST_WORDS)


def is_date_line(line: str, language: str | None = None) -> bool:
    return page_date(line, language) is not None


def url_date(url: str | None) -> datetime.date | None:
    """A whole date in an address (".../2024/03/12/...", "...-20240312"), or null."""
    for match in _IN_URL.finditer(url or ""):
        try:
            return datetime.date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            continue
    return None
