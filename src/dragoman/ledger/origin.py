"""Where an article's word comes from, so that reprints are not counted as witnesses."""

from __future__ import annotations

from urllib.parse import urlsplit

from dragoman.records import Article


def origin_of(article: Article) -> str:
    """The first agency that the page credits; else its outlet; else the host of its address.

    Folded, so that the same agency is the same origin however it is spelt. An article that names
    none of them is its own origin ("article:" and its id).
    """
    agencies = [credit.name for credit in article.credits if credit.role == "agency"]
    for name in (*agencies, article.outlet, _host(article.url)):
        folded = " ".join((name or "").casefold().split())
        if folded:
            return folded
    return f"article:{article.id}"


def _host(url: str | None) -> str | None:
    if url is None:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
