"""The page's head: meta elements, title, canonical address, language."""

from __future__ import annotations

import html
from collections import defaultdict

from selectolax.lexbor import LexborHTMLParser

_MOST = 2_000
_LONGEST = 5_000
_KEYS = ("property", "name", "itemprop", "http-equiv")


def meta_values(tree: LexborHTMLParser) -> dict[str, list[str]]:
    """What each meta element says, by its name in small letters: in order, none empty."""
    found: dict[str, list[str]] = defaultdict(list)
    for node in tree.css("meta")[:_MOST]:
        attributes = node.attributes
        content = (attributes.get("content") or "")[:_LONGEST].strip()
        if not content:
            continue
        if "&" in content:  # escaped twice
            content = html.unescape(content)
        for key in _KEYS:
            name = attributes.get(key)
            if name:
                found[name.strip().casefold()].append(content)
    return dict(found)


def canonical(tree: LexborHTMLParser, meta: dict[str, list[str]]) -> tuple[str, str] | None:
    """The page's own address and where it stands, or null."""
    for node in tree.css('link[rel~="canonical" i]')[:3]:
        href = (node.attributes.get("href") or "").strip()
        if href.startswith(("http://", "https://")):
            return href, "canonical link"
    for value in meta.get("og:url", ()):
        if value.startswith(("http://", "https://")):
            return value, "og:url"
    return None
