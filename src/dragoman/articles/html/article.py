"""An HTML page to an `Article`."""

from __future__ import annotations

import datetime

from dragoman.articles.html.body import html_body
from dragoman.articles.tongue import language_of
from dragoman.errors import NoText
from dragoman.records import Anchor, Article, article_id
from dragoman.sources import Page


def html_article(
    page: Page, *, published: datetime.date | None = None, language: str | None = None
) -> Article:
    """The article of an HTML page; raises NoText where there is none in it."""
    body = html_body(page.text, url=page.url, title=None, captions=())
    text = "\n\n".join((*body.lead, *body.paragraphs))
    if not text:
        raise NoText("no article in the page")
    return Article(
        id=article_id(url=page.url, title=None, text=text),
        url=page.url,
        language=language or language_of(text),
        published=published,
        anchor=Anchor(day=published, basis="given") if published else None,
        lead=body.lead,
        paragraphs=body.paragraphs,
        text=text,
    )
