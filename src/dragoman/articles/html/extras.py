"""Tags and the number of comments."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from dragoman.articles.html.jsonld import Object, text_in, texts_in
from dragoman.articles.html.nodes import text_of, words_of

_MOST_TAGS = 30
_LONGEST_TAG = 60
_COUNT = '[class*="comment" i][class*="count" i], [class*="comments-number" i], [itemprop~="commentCount"], [itemprop~="interactionCount"], [data-comment-count]'
_FIGURES = re.compile(r"\d{1,3}(?:[.,  ]\d{3})+|\d{1,7}")


def tags_of(
    tree: LexborHTMLParser, meta: dict[str, list[str]], article: Object | None
) -> tuple[str, ...]:
    """The article's tags: as meta elements, as links that say so, else JSON-LD's keywords.

    Keywords are taken only where they are a list of few and short ones; else they are written for
    search engines.
    """
    found = meta.get("article:tag", [])
    if not found:
        found = [text_of(a) for a in tree.css('a[rel~="tag"]')[:_MOST_TAGS]]
    if not found and article:
        found = texts_in(article.get("keywords"))
    if len(found) == 1:
        found = re.split(r"\s*[,;]\s*", found[0])
    tags = [t for t in (words_of(f).lstrip("#") for f in found) if t]
    if len(tags) > _MOST_TAGS or any(len(t) > _LONGEST_TAG for t in tags):
        tags = [t for t in tags if len(t) <= _LONGEST_TAG] if len(tags) <= _MOST_TAGS else []
    return tuple(dict.fromkeys(tags))


def comments_of(tree: LexborHTMLParser, article: Object | None) -> int | None:
    """How many comments the page says that it has, or null."""
    if article:
        said = text_in(article.get("commentCount"))
        if said and said.isascii() and said.isdigit():
            return int(said[:9])
    for node in tree.css(_COUNT)[:5]:
        attributes = node.attributes
        text = attributes.get("data-comment-count") or attributes.get("content") or text_of(node)
        figures = _FIGURES.findall(text[:80])
        if len(figures) == 1:
            return int(re.sub(r"\D", "", figures[0]))
    return None
