"""What every source holds to, wherever the page comes from."""

from __future__ import annotations

import re

from dragoman.errors import InputError

MAX_BYTES = 20 * 1024 * 1024
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html)\b",
    re.I | re.S,
)


def check_size(size: int, *, name: str) -> None:
    """Raises InputError for a page over 20 MB."""
    if size > MAX_BYTES:
        raise InputError(
            f"{name}: over {MAX_BYTES // (1024 * 1024)} MB; a page of text is far smaller, "
            "so give one page at a time"
        )


def check_not_html(text: str, *, name: str) -> None:
    """Raises InputError for a page that is still HTML."""
    if _HTML.match(text[:4096]):
        raise InputError(
            f"{name}: HTML pages are not read yet; open the page in a browser, select all, copy, "
            "and give that text"
        )
