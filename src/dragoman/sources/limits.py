"""What every source holds to, wherever the page comes from."""

from __future__ import annotations

from dragoman.errors import InputError

MAX_BYTES = 20 * 1024 * 1024


def check_size(size: int, *, name: str) -> None:
    """Raises InputError for a page over 20 MB."""
    if size > MAX_BYTES:
        raise InputError(
            f"{name}: over {MAX_BYTES // (1024 * 1024)} MB; a page of text is far smaller, "
            "so give one page at a time"
        )
