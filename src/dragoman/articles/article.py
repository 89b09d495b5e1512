"""A page's text to an `Article`."""

from __future__ import annotations

import datetime
from dataclasses import replace

from dragoman.articles.anchors import anchor_of
from dragoman.articles.dump import Parts, other_days, take_apart
from dragoman.articles.known import with_known
from dragoman.articles.lined import lined
from dragoman.articles.outlets import publisher_of_url
from dragoman.articles.pagedates import url_date
from dragoman.articles.placed import judged, photos, with_captions
from dragoman.articles.plain import paragraphs_of, plain_text
from dragoman.articles.several import article_spans
from dragoman.articles.tongue import language_of
from dragoman.articles.walls import MESSAGES, wall_in
from dragoman.errors import EmptyInput, NoText
from dragoman.languages.furniture import plain_form
from dragoman.records import Anchor, Article, article_id
from dragoman.sources import Page, page_of

_WALL_WITHIN = (
    4_000  # characters of a page without an article in which a wall's words are looked for
)


def read_articles(
    page: Page, *, published: datetime.date | None = None, language: str | None = None
) -> tuple[Article, ...]:
    """The articles in a page, in their order; mostly one.

    `published` and `language` (ISO 639-1), where given, win over what the page says. The text of an
    "article" page has nothing removed, and `articles.plain.plain_text` maps offsets back to it.

    Raises EmptyInput for nothing but white space, NoText where there is no article in the page.
    """
    if not page.text.strip():
        raise EmptyInput("nothing but white space; the text of a page is needed")
    if page.form == "html":
        from dragoman.articles.html.article import html_article

        article = html_article(
            page,
            published=published or page.known.published,
            language=language or page.known.language,
        )
        return (with_known(article, page.known, published=published, language=language),)
    if page.form == "article":
        return (_plain_article(page, published=published, language=language),)
    return _dumped(page, published=published, language=language)


def _dumped(
    page: Page, *, published: datetime.date | None, language: str | None
) -> tuple[Article, ...]:
    """The articles in a page's text."""
    whole = lined(page.text)
    spans = article_spans(whole)
    # The container's title is that of the collection, where it holds several.
    known = page.known if len(spans) == 1 else replace(page.known, title=None, id=None)
    articles = []
    for start, end in spans:
        parts = take_apart(whole.part(start, end))
        if parts is None:
            continue
        if parts.wall in ("cookies", "robots"):
            raise NoText(f"no article in the page: {MESSAGES[parts.wall]}")
        article = _page_article(
            parts,
            url=page.url,
            published=published or known.published,
            language=language or known.language,
        )
        articles.append(with_known(article, known, published=published, language=language))
    if not articles:
        wall = wall_in(plain_form(page.text[:_WALL_WITHIN]), 0, whole.language)
        raise NoText(
            f"no article in the page: {MESSAGES[wall]}"
            if wall
            else "no article in the page: no line reads as a sentence; give the whole page as "
            "text, or --plain for text that is no page"
        )
    return tuple(articles)


def read_article(
    page_text: str,
    *,
    url: str | None = None,
    published: datetime.date | None = None,
    language: str | None = None,
    plain: bool = False,
) -> Article:
    """The first article in the text of a page: `read_articles` for one who has no `Page`."""
    page = page_of(page_text, url=url, plain=plain)
    return read_articles(page, published=published, language=language)[0]


def _plain_article(page: Page, *, published: datetime.date | None, language: str | None) -> Article:
    text = plain_text(page.text).text
    if not text:
        raise EmptyInput("nothing but white space; the text of an article is needed")
    outlet = publisher_of_url(page.url)
    article = Article(
        id=article_id(url=page.url, title=None, text=text),
        url=page.url,
        outlet=outlet.name if outlet else None,
        language=language or page.known.language or language_of(text),
        published=published,
        anchor=_anchor(published, page.url),
        paragraphs=paragraphs_of(text),
        text=text,
    )
    return with_known(article, page.known, published=published, language=language)


def _anchor(published: datetime.date | None, url: str | None) -> Anchor | None:
    if published:
        return Anchor(day=published, basis="given")
    in_url = url_date(url)
    return Anchor(day=in_url, basis="url", text=url) if in_url else None


def _page_article(
    parts: Parts, *, url: str | None, published: datetime.date | None, language: str | None
) -> Article:
    language = language or parts.language
    in_url = url_date(url)
    told = [*parts.lead, *parts.paragraphs]
    captions = judged(
        parts.captions,
        title=parts.title,
        paragraphs=told,
        days=other_days(parts, [published, in_url]),
        language=language,
    )
    text, placed = with_captions(told, captions)
    credits = [*parts.credits, *photos(parts.captions, placed)]
    outlet = next((c.name for c in credits if c.role == "outlet"), None)
    if outlet is None:
        from_url = publisher_of_url(url)
        outlet = from_url.name if from_url else None
    said = parts.published
    page_day = said.day if said and not said.updated else None
    return Article(
        id=article_id(url=url, title=parts.title, text=text),
        url=url,
        outlet=outlet,
        title=parts.title,
        language=language,
        published=published or page_day,
        anchor=anchor_of(
            given=published,
            published=said.day if said else None,
            sent=parts.dateline,
            lines=parts.captions,
            captions=placed,
            url=url,
        ),
        section=parts.section,
        credits=tuple(credits),
        captions=tuple(placed),
        dateline=parts.dateline.text if parts.dateline else None,
        lead=tuple(parts.lead),
        paragraphs=tuple(parts.paragraphs),
        tags=parts.tags,
        comments=parts.comments,
        teasers=tuple(parts.teasers),
        wall=parts.wall,
        furniture=tuple(parts.furniture),
        text=text,
    )
