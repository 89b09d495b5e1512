"""A piece of HTML that is an article's text and no page: to plain paragraphs."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.sources.block_elements import BLOCKS
from dragoman.sources.bounds import depth_of, has_long_tag

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_TAG = re.compile(
    r"<(?:/?(?:p|div|br|b|i|em|strong|a|span|ul|ol|li|h[1-6]|blockquote|section|table|img|figure))\b[^<>]{0,2000}>",
    re.I,
)
_ANY_TAG = re.compile(r"</?[a-z][a-z0-9]*[^<>]*>?", re.I)
_DEEPEST = 500  # levels, beyond any article's
_LEFT_OUT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "figure",
        "figcaption",
        "iframe",
        "svg",
        "form",
        "button",
        "select",
        "head",
    ]
)
_BREAK, _PARAGRAPH = "\ue000", "\ue001"  # private signs, for what the markup says of line ends
_SPACE = re.compile(r"\s+")
_BREAKS = re.compile(rf" ?{_BREAK}(?: ?{_BREAK})+ ?")
_PARAGRAPHS = re.compile(rf"(?:[ {_BREAK}]*{_PARAGRAPH})+[ {_BREAK}]*")


def has_tags(text: str) -> bool:
    """Whether a text has HTML tags in it: those that articles are written with."""
    return "<" in text and _TAG.search(text) is not None


def fragment_text(markup: str) -> str:
    """The words of a fragment, a paragraph for each block, with blank lines between them.

    Pictures with their captions, scripts and forms are left out.
    """
    markup = markup.replace(_BREAK, " ").replace(_PARAGRAPH, " ")
    if depth_of(markup) > _DEEPEST or has_long_tag(markup):
        text = html.unescape(_ANY_TAG.sub(_PARAGRAPH, markup))
    else:
        from selectolax.lexbor import LexborHTMLParser

        body = LexborHTMLParser(markup).body
        text = "".join(_pieces(body)) if body is not None else ""
    text = _SPACE.sub(" ", text)
    text = _BREAKS.sub(_PARAGRAPH, text)
    text = _PARAGRAPHS.sub(_PARAGRAPH, text).strip(f" {_BREAK}{_PARAGRAPH}")
    paragraphs = (part.strip() for part in text.split(_PARAGRAPH))
    return "\n\n".join(part.replace(_BREAK, "\n") for part in paragraphs if part)


def _pieces(body: LexborNode) -> Iterator[str]:
    """The texts inside an element with signs between them. It walks without recursion and without
    looking around: depth costs nothing."""
    node, depth, entering = body.child, 1, True
    while node is not None and depth:
        tag = node.tag or ""
        if entering:
            if tag == "-text":
                yield node.text(deep=False)
            elif tag == "br":
                yield _BREAK
            elif tag in BLOCKS:
                yield _PARAGRAPH
            if tag not in _LEFT_OUT and (inner := node.child) is not None:
                node, depth = inner, depth + 1
                continue
        if tag in BLOCKS:
            yield _PARAGRAPH
        following = node.next
        entering = following is not None
        node, depth = (following, depth) if entering else (node.parent, depth - 1)


def one_line_text(value: str) -> str:
    """A title or name without tags and character references, on one line."""
    if has_tags(value):
        value = fragment_text(value)
    elif "&" in value:
        value = html.unescape(value)
    return " ".join(value.split())
