from __future__ import annotations

import datetime
import hashlib
from typing import Literal

from dragoman.records.model import Record
from dragoman.records.when import Anchor

CreditRole = Literal["outlet", "agency", "photo", "author"]
ArticleField = Literal[
    "url",
    "title",
    "lead",
    "published",
    "updated",
    "language",
    "outlet",
    "agency",
    "author",
    "section",
]
Wall = Literal["login", "cookies", "robots"]


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


class Statement(Record):
    """What one part of a page says of one field: `value` as it is compared (dates in ISO form),
    `where` it stands ("json-ld", "og:title", "h1", "line 12"), and whether it was `taken`. Those
    that were not are kept: a page may contradict itself."""

    field: ArticleField
    value: str
    where: str
    taken: bool


class Article(Record):
    """One article, cleaned of its page.

    `text` is the lead and the paragraphs of the body joined by a blank line, without the title;
    related captions come after the body, each joined by a blank line too. `published` is only what
    the page or the caller says, `published_at` the same with time and zone where both are said;
    `anchor` is the day to reckon from, which may be known otherwise. `teasers` are the titles and
    leads of other articles, `furniture` the other lines that were taken off, so that nothing is
    lost unseen. `wall` says that the page held back its text, and what for.
    """

    id: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    language: str | None = None
    published: datetime.date | None = None
    published_at: datetime.datetime | None = None
    anchor: Anchor | None = None
    section: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    captions: tuple[Caption, ...] = ()
    dateline: str | None = None
    lead: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    comments: int | None = None
    teasers: tuple[str, ...] = ()
    wall: Wall | None = None
    statements: tuple[Statement, ...] = ()
    furniture: tuple[str, ...] = ()
    text: str


def article_id(*, url: str | None, title: str | None, text: str) -> str:
    """The same page always gets the same id: 16 hex digits over address, title and text."""
    content = "\x1f".join((url or "", title or "", text))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]
