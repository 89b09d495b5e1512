"""The article's paragraphs in an HTML page."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True)
class HtmlBody:
    """`lead` and `paragraphs` are the article's text; `teasers` and `furniture` what else stands in
    the page's running text."""

    lead: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    teasers: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()


def html_body(
    html: str, *, url: str | None, title: str | None, captions: Collection[str]
) -> HtmlBody:
    """The body of a page, by trafilatura in its precise mode, without the title and captions."""
    import trafilatura

    found = trafilatura.extract(html, url=url, favor_precision=True, include_comments=False)
    apart = {title, *captions}
    return HtmlBody(paragraphs=tuple(p for p in (found or "").split("\n") if p and p not in apart))
