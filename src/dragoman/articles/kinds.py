"""What a line is by itself, before its neighbours are looked at."""

from __future__ import annotations

import re
from enum import Enum, auto

from dragoman.articles.credits import byline, credit_line, photo_credit
from dragoman.articles.lines import Line
from dragoman.articles.pagedates import is_date_line
from dragoman.languages.furniture import bare_form, page_furniture, plain_form

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


def kind_of(line: Line, language: str | None = None) -> Kind:
    """The kind of one line, by its own words and shape alone. `language` is the page's, or null
    where it is not known."""
    furniture = page_furniture(language)
    text = line.text
    form = plain_form(text)
    bare = bare_form(text)
    short = len(text) <= _SHORT
    if short and bare in furniture.closing:
        return Kind.CLOSING
    if short:
        credits = credit_line(text, language)
        if credits is not None and (not credits or bare not in furniture.whole):
            photo = bool(credits) and all(c.role == "photo" for c in credits)
            return Kind.PHOTO if photo or photo_credit(text, language) else Kind.CREDIT
        if is_date_line(text, language):
            return Kind.DATE
    if len(text) <= 2 * _SHORT and byline(text, language) is not None:
        return Kind.BYLINE
    if not bare or bare in furniture.whole or _COUNT.match(bare):
        return Kind.FURNITURE
    if short and furniture.at_start("pointers", form):
        return Kind.POINTER
    if any(short or len(p) >= _LONG_PHRASE for p in furniture.at_start("opening", form)):
        return Kind.FURNITURE
    if short and furniture.within("holding", form):
        return Kind.FURNITURE
    return Kind.TEXT if is_text(line) else Kind.SHORT


def is_text(line: Line) -> bool:
    """Whether a line reads as a sentence or more rather than as a heading or a menu entry."""
    units = line.units
    if line.ends_sentence:
        return units >= 45 or (units >= 24 and not line.bullet and line.words >= 4)
    return units >= 160
