from __future__ import annotations

import datetime
import hashlib
from typing import Literal

from dragoman.records.model import Record
from dragoman.records.when import Anchor

CreditRole = Literal["outlet", "agency", "photo", "author"]


class Credit(Record):
    """Who made a part of the page; `text` is the line as it stood ("Avec Xinhua")."""

    role: CreditRole
    name: str
    text: str


class Caption(Record):
    """A picture's caption. One that belongs to another story is kept with `related` false and the
    `reason`, and nothing is coded from it; a related one stands in `article.text` at start:end."""

    text: str
    language: str | None = None
    date: datetime.date | None = None
    credit: str | None = None
    related: bool = True
    reason: str
    start: int | None = None
    end: int | None = None


class Article(Record):
    """One article, cleaned of its page.

    `text` is the paragraphs joined by a blank line, without the title; related captions come after
    the body, each joined by a blank line too. `published` is only what the page or the caller says;
    `anchor` is the day to reckon from, which may be known otherwise. `furniture` holds the lines
    that were taken off, so that nothing is lost unseen.
    """

    id: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    language: str | None = None
    published: datetime.date | None = None
    anchor: Anchor | None = None
    section: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    captions: tuple[Caption, ...] = ()
    paragraphs: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()
    text: str


def article_id(*, url: str | None, title: str | None, text: str) -> str:
    """The same page always gets the same id: 16 hex digits over address, title and text."""
    content = "\x1f".join((url or "", title or "", text))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]
