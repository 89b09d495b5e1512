"""Markup that no parser should be given: what makes them crawl is refused before it is parsed."""

from __future__ import annotations

import re
from itertools import accumulate

from dragoman.errors import InputError

MAX_DEPTH = 5_000
MAX_ATTRIBUTES = 5_000
# Elements that have no end, or whose end is mostly left out, nest nothing by themselves.
_LEVEL = re.compile(
    r"<(/?)(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"
    r"|p|li|dt|dd|option|tr|td|th|thead|tbody|tfoot|body|html|head|path)\b)[a-z]",
    re.IGNORECASE,
)
_VALUE = re.compile(r"=\s*(?:\"[^\"]*\"|'[^']*')")
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{10000,}")
_STEP = {"": 1, "/": -1}


def depth_of(html: str) -> int:
    """How deep elements are nested at most, by a count of tags: never less than it truly is by
    much, and linear in the page."""
    levels = accumulate((_STEP[slash] for slash in _LEVEL.findall(html)), _down)
    return max(levels, default=0)


def has_long_tag(html: str) -> bool:
    """Whether a tag is longer than any that people write: it may have attributes without number."""
    return _LONG_TAG.search(html) is not None


def _down(level: int, step: int) -> int:
    return max(0, level + step)


def check_markup(html: str, *, name: str) -> None:
    """Raises InputError for nesting, or attributes of one element, beyond what any page has.

    Parsers take time that grows with the square of either.
    """
    depth = depth_of(html)
    if depth > MAX_DEPTH:
        raise InputError(
            f"{name}: elements nested {depth} deep; a page has {MAX_DEPTH} levels at most, so give "
            "its text (select all, copy)"
        )
    if not has_long_tag(html) and html.count("=") <= MAX_ATTRIBUTES:
        return
    bare = _VALUE.sub("=_", html)
    for tag in _LONG_TAG.finditer(bare):
        attributes = len(tag.group().split())
        if attributes > MAX_ATTRIBUTES:
            raise InputError(
                f"{name}: an element with {attributes} attributes; a page's has "
                f"{MAX_ATTRIBUTES} at most, so give its text (select all, copy)"
            )
