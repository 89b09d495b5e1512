"""A page of a made-up paper, whose parts a test replaces one by one."""

from __future__ import annotations

import datetime

from dragoman.articles import read_articles
from dragoman.records import Article
from dragoman.sources import Page

BODY = (
    "The ministers of Arvonia and Belmark met for three hours on Tuesday in the border town of "
    "Kesten, where they spoke about the bridge that the flood of last spring had carried away.",
    "Both sides said afterwards that they would share the cost of a new bridge, which engineers "
    "put at forty million crowns, and that work would begin before the first frost of the year.",
    "The mayor of Kesten, who had waited for them in the rain, said that her town had lived for "
    "eight months with a ferry that carries twelve cars and stops when the wind is from the west.",
)
HEADLINE = "Arvonia and Belmark agree to share the cost of Kesten bridge"
URL = "https://www.example.org/world/europe/kesten-bridge-deal-19283"


def page_of_parts(
    *,
    head: str = "",
    above: str = f"<h1>{HEADLINE}</h1>",
    body: tuple[str, ...] = BODY,
    inside: str = "",
    after: str = "",
    lang: str = "en",
) -> str:
    paragraphs = "".join(f"<p>{p}</p>" for p in body)
    return (
        f'<!doctype html><html lang="{lang}"><head>{head}</head><body><main><article>{above}'
        f"{inside}{paragraphs}</article></main>{after}</body></html>"
    )


def read_html(
    html: str,
    *,
    url: str | None = URL,
    published: datetime.date | None = None,
    language: str | None = None,
) -> Article:
    page = Page(html, form="html", url=url)
    return read_articles(page, published=published, language=language)[0]


def said(article: Article, field: str) -> list[tuple[str, str, bool]]:
    return [(s.value, s.where, s.taken) for s in article.statements if s.field == field]
