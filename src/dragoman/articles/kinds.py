"""What a line is by itself, before its neighbours are looked at."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

from dragoman.articles.credits import byline, credit_line, photo_credit
from dragoman.articles.lines import Line
from dragoman.articles.pagedates import is_date_line
from dragoman.languages.furniture import all_furniture, bare_form, plain_form

_SHORT = 220
_COUNT = re.compile(r"^[\W\d]*$|^\d[\d.,\s]*(?:k|m)?\s+\w{3,14}$", re.IGNORECASE)
_LONG_PHRASE = 12


class Kind(Enum):
    FURNITURE = auto()  # menus, buttons, notices
    POINTER = auto()  # a box that points to another page
    CLOSING = auto()  # a heading after which the article is over
    DATE = auto()
    BYLINE = auto()
    CREDIT = auto()
    PHOTO = auto()  # a picture's credit in a line of its own
    TEXT = auto()  # a sentence or more
    SHORT = auto()  # anything else: a title, a heading, a menu entry


@lru_cache(maxsize=1)
def _holding() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(p) for p in all_furniture().holding))


def kind_of(line: Line) -> Kind:
    """The kind of one line, by its own words and shape alone."""
    furniture = all_furniture()
    text = line.text
    form = plain_form(text)
    bare = bare_form(text)
    short = len(text) <= _SHORT
    if short and bare in furniture.closing:
        return Kind.CLOSING
    if short:
        credits = credit_line(text)
        if credits is not None and (not credits or bare not in furniture.whole):
            photo = bool(credits) and all(c.role == "photo" for c in credits)
            return Kind.PHOTO if photo or photo_credit(text) else Kind.CREDIT
        if is_date_line(text):
            return Kind.DATE
    if len(text) <= 2 * _SHORT and byline(text) is not None:
        return Kind.BYLINE
    if not bare or bare in furniture.whole or _COUNT.match(bare):
        return Kind.FURNITURE
    if short and form.startswith(furniture.pointers):
        return Kind.POINTER
    for phrase in furniture.opening:
        if form.startswith(phrase) and (short or len(phrase) >= _LONG_PHRASE):
            return Kind.FURNITURE
    if short and _holding().search(form):
        return Kind.FURNITURE
    return Kind.TEXT if is_text(line) else Kind.SHORT


def is_text(line: Line) -> bool:
    """Whether a line reads as a sentence or more rather than as a heading or a menu entry."""
    units = line.units
    if line.ends_sentence:
        return units >= 45 or (units >= 24 and not line.bullet and line.words >= 4)
    return units >= 160
