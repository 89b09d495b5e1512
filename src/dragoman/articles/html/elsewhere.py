"""Which parts of a page belong to other articles than its own."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from dragoman.articles.html.cues import Cues
from dragoman.articles.html.nodes import ancestors, called

_OUTSIDE = frozenset(("aside", "footer", "nav"))


def main_article(tree: LexborHTMLParser) -> LexborNode | None:
    """The <article> with the page's heading in it, or the only one; null where none can be told."""
    articles = tree.css("article")
    with_heading = [a for a in articles[:50] if a.css_first("h1")]
    if with_heading:
        return with_heading[0]
    return articles[0] if len(articles) == 1 else None


def is_elsewhere(node: LexborNode, main: LexborNode | None, known: Cues) -> bool:
    """Whether a caption stands with other articles: in a box of links, a list of cards, or an
    <article> of its own."""
    inside = False
    linked = heading = False
    for a in ancestors(node):
        if main is not None and a.mem_id == main.mem_id:
            inside = True
            break
        if a.tag in _OUTSIDE:
            return True
        if a.tag == "a" and a.css_first("h2, h3, h4"):
            return True
        names = called(a)
        if names & known.elsewhere and a.tag not in ("body", "html", "main"):
            return True
        if names & known.cards:
            linked = True
        if a.tag == "article" and main is not None and a.css_first("h2, h3, h4, a[href] img"):
            return True
        if a.tag in ("li", "article") and a.css_first("h2 a, h3 a, h4 a, a h2, a h3, a h4"):
            heading = True
    return (linked and heading) or (heading and not inside)
