"""Pages that hold back their text: for subscribers, until cookies are agreed to, from programs."""

from __future__ import annotations

from dragoman.languages.furniture import page_furniture
from dragoman.records.article import Wall

LITTLE = 700  # characters: what stands before a wall is hardly more than a lead
NOTHING = 200

MESSAGES: dict[Wall, str] = {
    "login": "the page gives its text to subscribers only (a login or payment wall)",
    "cookies": "the page asks for consent to cookies in place of its text (a cookie wall)",
    "robots": "the page is a check for robots, or needs a script to show its text",
}


def asked_for(wall: Wall, form: str, language: str | None) -> bool:
    """Whether the plain form of a page's words has a phrase by which pages of the language, or
    English ones, hold back their text."""
    return page_furniture(language).within(f"wall_{wall}", form)


def wall_in(around: str, length: int, language: str | None) -> Wall | None:
    """What a page's text is held back for, by the plain form of the words around it; null where it
    is not. A text of some `length` (characters) is behind no wall, whatever stands around it."""
    if length < NOTHING:
        for wall in ("robots", "cookies"):
            if asked_for(wall, around, language):
                return wall
    return "login" if length < LITTLE and asked_for("login", around, language) else None
