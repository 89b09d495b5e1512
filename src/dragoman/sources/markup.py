"""Whether a text is markup."""

from __future__ import annotations

import re

_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html)\b",
    re.I | re.S,
)
_TAG = re.compile(
    r"</?(?:html|head|body|div|p|a|span|article|section|meta|script|h[1-6]|br|img|figure)\b[^<>]{0,500}>",
    re.I,
)
_LOOKED_AT = 20_000
_ENOUGH = 8


def begins_html(text: str) -> bool:
    """Whether a text begins as an HTML page does."""
    return _START.match(text[:4096]) is not None


def is_html(text: str) -> bool:
    """Whether a text is HTML: it begins as a page does, or tags abound in it."""
    head = text[:_LOOKED_AT]
    if begins_html(head):
        return True
    if "<" not in head:
        return False
    tags = len(_TAG.findall(head))
    return tags >= _ENOUGH and tags * 400 >= len(head)
