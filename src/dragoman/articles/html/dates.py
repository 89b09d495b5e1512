"""When the article was published: from metadata, the page's own words, its address."""

from __future__ import annotations

import datetime
import email.utils
import re
from collections.abc import Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from dragoman.articles.html.cues import cues, selecting
from dragoman.articles.html.jsonld import Object, text_in
from dragoman.articles.html.nodes import ancestors, called, names_in, text_of
from dragoman.articles.html.said import Said
from dragoman.articles.pagedates import page_date, url_date
from dragoman.languages.dates import absolute_dates

# Meta elements that say when an article appeared, and those that say when it changed.
_FIRST, _LAST = 1990, 2099
_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?"
)
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?$")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?$")
_MOST_TIMES = 40
_LONGEST = 200


@dataclass(frozen=True)
class Moment:
    """A day, and the time with its zone where both are said; `where` in the page."""

    day: datetime.date
    at: datetime.datetime | None
    where: str

    @property
    def said(self) -> Said:
        return Said(self.at.isoformat() if self.at else self.day.isoformat(), self.where)


def moment(value: str | None, where: str, language: str | None = None) -> Moment | None:
    """A date as metadata write it: ISO 8601 and what is near it, RFC 2822, seconds since 1970, or
    in words; null for what is none, and for days that no page is of."""
    if not value:
        return None
    text = value.strip()[:_LONGEST]
    found = _iso(text) or _epoch(text) or _mail(text)
    if found is None:
        days = absolute_dates(text, language) or absolute_dates(text, None)
        found = days[0].day if days else None
    if found is None or not _FIRST <= found.year <= _LAST:
        return None
    if isinstance(found, datetime.datetime):
        zoned = found if found.tzinfo is not None else None
        return Moment(found.date(), zoned, where)
    return Moment(found, None, where)


def _iso(text: str) -> datetime.datetime | datetime.date | None:
    match = _ISO.match(text) or _COMPACT.match(text)
    if not match:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    try:
        if hour is None:
            return datetime.date(int(year), int(month), int(day))
        return datetime.datetime(
            int(year), int(month), int(day), int(hour), int(minute), int(second or 0),
            tzinfo=_zone(zone),
        )  # fmt: skip
    except ValueError:
        return None


def _zone(text: str | None) -> datetime.tzinfo | None:
    if not text:
        return None
    if text in ("Z", "UTC", "GMT"):
        return datetime.UTC
    figures = text[1:].replace(":", "").ljust(4, "0")
    minutes = int(figures[:2]) * 60 + int(figures[2:])
    return datetime.timezone(datetime.timedelta(minutes=-minutes if text[0] == "-" else minutes))


def _epoch(text: str) -> datetime.datetime | None:
    if not _EPOCH.match(text):
        return None
    return datetime.datetime.fromtimestamp(int(text[:10]), tz=datetime.UTC)


def _mail(text: str) -> datetime.datetime | None:
    try:
        return email.utils.parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def moments(
    tree: LexborHTMLParser,
    meta: dict[str, list[str]],
    article: Object | None,
    *,
    url: str | None,
    language: str | None,
) -> tuple[list[Moment], list[Moment]]:
    """What the page says of its publication and of its changes, the most trusted first."""
    published: list[Moment | None] = []
    updated: list[Moment | None] = []
    if article:
        for key in ("datePublished", "dateCreated", "uploadDate"):
            where = "json-ld" if key == "datePublished" else f"json-ld {key}"
            published.append(moment(text_in(article.get(key)), where, language))
        updated.append(moment(text_in(article.get("dateModified")), "json-ld", language))
    for name in cues().meta["published"]:
        published += (moment(value, name, language) for value in meta.get(name, ())[:2])
    for name in cues().meta["updated"]:
        updated += (moment(value, name, language) for value in meta.get(name, ())[:2])
    for node, is_update in _times(tree):
        value = node.attributes.get("datetime") or node.attributes.get("content")
        found = moment(value, "time", language)
        (updated if is_update else published).append(found)
    for one, is_update in _visible(tree, language):
        (updated if is_update else published).append(one)
    in_url = url_date(url)
    if in_url:
        published.append(Moment(in_url, None, "url"))
    return [m for m in published if m], [m for m in updated if m]


def _times(tree: LexborHTMLParser) -> list[tuple[LexborNode, bool]]:
    """The <time> elements that may be the article's, those marked as its publication first."""
    marked, near = [], []
    title = _head(tree)
    nodes = tree.css('time[datetime], [itemprop~="datePublished"][content]')[:_MOST_TIMES]
    for node in nodes:
        names = called(node)
        update = bool(names & cues().updated) or any(
            called(a) & cues().updated for _, a in zip(range(2), ancestors(node), strict=False)
        )
        if (
            "pubdate" in node.attributes
            or "datepublished" in (node.attributes.get("itemprop") or "").casefold()
        ):
            marked.append((node, False))
        elif title is not None and _beside(node, title):
            near.append((node, update))
    return [*marked, *near]


def _head(tree: LexborHTMLParser) -> LexborNode | None:
    """The element that holds the title and what stands around it."""
    return tree.css_first("article h1, main h1") or tree.css_first("h1")


def _beside(node: LexborNode, title: LexborNode) -> bool:
    """Whether an element stands near the title rather than in a list of other articles."""
    above = {a.mem_id for a, _ in zip(ancestors(title), range(5), strict=False)}
    for a in ancestors(node):
        if a.mem_id in above:
            return a.tag not in ("body", "html")
        if a.tag in ("aside", "footer", "nav", "li", "a") or called(a) & cues().elsewhere:
            return False
    return False


def _visible(tree: LexborHTMLParser, language: str | None) -> list[tuple[Moment, bool]]:
    title = _head(tree)
    if title is None:
        return []
    found = []
    for node in [*tree.css("time"), *tree.css(selecting(cues().date_parts))][: 3 * _MOST_TIMES]:
        if node.tag != "time" and not names_in(node.attributes.get("class") or "") & cues().date:
            continue
        if not _beside(node, title):
            continue
        text = text_of(node)
        if len(text) > _LONGEST:
            continue
        said = page_date(text, language)
        if said and _FIRST <= said.day.year <= _LAST:
            found.append((Moment(said.day, None, "visible date"), said.updated))
    return found[:6]


def take_moment(published: Sequence[Moment], updated: Sequence[Moment]) -> Moment | None:
    """The moment to believe: the most trusted, unless it is later than the day that two others say.

    A day told in UTC gives way to the same moment in the outlet's own zone, where the page says
    that too: the day is the one that its readers had.
    """
    if not published:
        return None
    first = published[0]
    days = [m.day for m in published]
    if days.count(first.day) == 1 and len(days) > 2:
        # A template fills in the day of the visit; what others agree on is the article's.
        earlier = [d for d in days[1:] if d < first.day and days.count(d) >= 2]
        if earlier:
            first = next(m for m in published if m.day == earlier[0])
    same = [m for m in (*published, *updated) if m.at and first.at and m.at == first.at]
    local = next((m for m in same if m.at and m.at.utcoffset()), None)
    if local and first.at and not first.at.utcoffset():
        return local
    if first.at is None:
        zoned = next((m for m in published if m.at and m.day == first.day), None)
        return zoned or first
    return first
