"""Where an article's word comes from, so that reprints are not counted as witnesses."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from dragoman.records import Article


@dataclass(frozen=True)
class Origin:
    """Whose word an article is, folded so that one name is spelt one way; `agency`: whether the page
    credits it, and so every reprint of the text has it too."""

    name: str
    agency: bool


def origin_of(article: Article) -> Origin:
    """The first agency that the page credits; else its outlet; else the host of its address.

    An article that names none of them is its own origin ("article:" and its id).
    """
    for credit in article.credits:
        if credit.role == "agency" and (folded := _folded(credit.name)):
            return Origin(folded, True)
    for name in (article.outlet, _host(article.url)):
        if folded := _folded(name):
            return Origin(folded, False)
    return Origin(f"article:{article.id}", False)


def address_of(url: str | None) -> str | None:
    """The address without what changes from visit to visit: fragment, tracking parameters, the
    letters' case in the host; null where it is none."""
    if url is None:
        return None
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    if not host:
        return None
    kept = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not name.lower().startswith(TRACKING)
    ]
    return f"{host}{parts.path.rstrip('/')}{'?' + urlencode(sorted(kept)) if kept else ''}"


TRACKING = ("utm_", "fbclid", "gclid", "mc_", "xtor", "cmpid", "ref_src", "at_", "ns_")


def _folded(name: str | None) -> str:
    return " ".join((name or "").casefold().split())


def _host(url: str | None) -> str | None:
    address = address_of(url)
    return address.partition("/")[0].partition("?")[0] if address else None
