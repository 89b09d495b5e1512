"""What every source holds to, wherever the page comes from."""

from __future__ import annotations

from dragoman.errors import TooLarge

MAX_BYTES = 20 * 1024 * 1024
"""A page, a row of a corpus, a mail, a document: bytes as they are read, decompressed."""
MAX_PDF_PAGES = 500
MAX_MAIL_DEPTH = 5
"""Mails inside mails."""


def check_size(size: int, *, name: str) -> None:
    """Raises TooLarge for a page over 20 MB."""
    if size > MAX_BYTES:
        raise TooLarge(
            f"{name}: over {MAX_BYTES // (1024 * 1024)} MB; a page of text is far smaller, "
            "so give one page at a time"
        )
