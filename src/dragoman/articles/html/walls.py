"""Pages that hold back their text: for subscribers, until cookies are agreed to, from programs."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from dragoman.articles.html.jsonld import Linked, Object, text_in
from dragoman.articles.walls import LITTLE, NOTHING, asked_for
from dragoman.languages.furniture import plain_form
from dragoman.records.article import Wall

_LOOKED_AT = 60_000
_SHORT_PAGE = 3_000
_FALSE = ("false", "0", "no")


def wall_of(
    tree: LexborHTMLParser, linked: Linked, article: Object | None, body: str, language: str | None
) -> Wall | None:
    """What a page holds back its text for; null where it gives it.

    A page with a text of some length is behind no wall, whatever it says of itself: JSON-LD's
    "isAccessibleForFree" is about readers, and much is marked so that is there.
    """
    length = len(body)
    if length >= LITTLE and not (_said_closed(linked, article) and length < 2 * LITTLE):
        return None
    page = plain_form((tree.body.text(separator=" ") if tree.body else "")[:_LOOKED_AT])
    if _said_closed(linked, article):
        return "login"
    if length < NOTHING:
        title = tree.css_first("title")
        head = plain_form(title.text()[:300]) if title else ""
        hidden = " ".join(plain_form(n.text()[:2_000]) for n in tree.css("noscript")[:5])
        seen = f"{head} {page} {hidden}" if len(page) < _SHORT_PAGE else head
        if asked_for("robots", seen, language):
            return "robots"
        if asked_for("cookies", page, language):
            return "cookies"
    return "login" if asked_for("login", page, language) else None


def _said_closed(linked: Linked, article: Object | None) -> bool:
    values = [article.get("isAccessibleForFree")] if article else []
    values += [one.get("isAccessibleForFree") for one in linked.of_type("webpageelement")]
    return any(
        v is False or (isinstance(v, str) and (text_in(v) or "").casefold() in _FALSE)
        for v in values
    )
