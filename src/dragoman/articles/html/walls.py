"""Pages that hold back their text: for subscribers, until cookies are agreed to, from programs."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from dragoman.articles.html.cues import cues
from dragoman.articles.html.jsonld import Linked, Object, text_in
from dragoman.languages.furniture import plain_form
from dragoman.records.article import Wall

_LITTLE = 700  # characters: what stands before a wall is hardly more than a lead
_NOTHING = 200
_LOOKED_AT = 60_000
_FALSE = ("false", "0", "no")

MESSAGES: dict[Wall, str] = {
    "login": "the page gives its text to subscribers only (a login or payment wall)",
    "cookies": "the page asks for consent to cookies in place of its text (a cookie wall)",
    "robots": "the page is a check for robots, or needs a script to show its text",
}


def wall_of(
    tree: LexborHTMLParser, linked: Linked, article: Object | None, body: str
) -> Wall | None:
    """What a page holds back its text for; null where it gives it.

    A page with a text of some length is behind no wall, whatever it says of itself: JSON-LD's
    "isAccessibleForFree" is about readers, and much is marked so that is there.
    """
    length = len(body)
    if length >= _LITTLE and not (_said_closed(linked, article) and length < 2 * _LITTLE):
        return None
    page = plain_form((tree.body.text(separator=" ") if tree.body else "")[:_LOOKED_AT])
    if _said_closed(linked, article):
        return "login"
    walls = cues().walls
    if length < _NOTHING:
        title = tree.css_first("title")
        head = plain_form(title.text()[:300]) if title else ""
        short = len(page) < 3_000
        hidden = " ".join(plain_form(n.text()[:2_000]) for n in tree.css("noscript")[:5])
        if any(p in head for p in walls["robots"]) or (
            short and any(p in page or p in hidden for p in walls["robots"])
        ):
            return "robots"
        if any(p in page for p in walls["cookies"]):
            return "cookies"
    return "login" if any(p in page for p in walls["login"]) else None


def _said_closed(linked: Linked, article: Object | None) -> bool:
    values = [article.get("isAccessibleForFree")] if article else []
    values += [one.get("isAccessibleForFree") for one in linked.of_type("webpageelement")]
    return any(
        v is False or (isinstance(v, str) and (text_in(v) or "").casefold() in _FALSE)
        for v in values
    )
