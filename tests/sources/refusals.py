from __future__ import annotations

from collections.abc import Callable

from dragoman.errors import InputError


def refusal(read: Callable[[], object]) -> str | None:
    """What an input was refused with, null where it was read."""
    try:
        read()
    except InputError as error:
        return str(error)
    return None
