"""A piece of HTML that is an article's text and no page: to plain paragraphs."""

from __future__ import annotations

import html
import re

_TAG = re.compile(
    r"<(?:/?(?:p|div|br|b|i|em|strong|a|span|ul|ol|li|h[1-6]|blockquote|section|table|img|figure))\b[^<>]{0,2000}>",
    re.I,
)
_LEFT_OUT = (
    "script, style, noscript, template, figure, figcaption, iframe, svg, form, button, select, head"
)
_BLOCKS = (
    "p, div, h1, h2, h3, h4, h5, h6, li, ul, ol, blockquote, section, article, tr, table, pre, "
    "dd, dt, hr, header, footer, aside, main, hl1, hl2, media"
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
    from selectolax.lexbor import LexborHTMLParser

    parser = LexborHTMLParser(markup.replace(_BREAK, " ").replace(_PARAGRAPH, " "))
    body = parser.body
    if body is None:
        return ""
    for node in body.css(_LEFT_OUT):
        node.decompose()
    for node in body.css("br"):
        node.replace_with(_BREAK)
    for node in body.css(_BLOCKS):
        node.insert_before(_PARAGRAPH)
        node.insert_after(_PARAGRAPH)
    text = _SPACE.sub(" ", body.text(deep=True, separator=""))
    text = _BREAKS.sub(_PARAGRAPH, text)
    text = _PARAGRAPHS.sub(_PARAGRAPH, text).strip(f" {_BREAK}{_PARAGRAPH}")
    paragraphs = (part.strip() for part in text.split(_PARAGRAPH))
    return "\n\n".join(part.replace(_BREAK, "\n") for part in paragraphs if part)


def one_line_text(value: str) -> str:
    """A title or name without tags and character references, on one line."""
    if has_tags(value):
        value = fragment_text(value)
    elif "&" in value:
        value = html.unescape(value)
    return " ".join(value.split())
