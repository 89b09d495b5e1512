"""Answers about lines kept for when the same line is asked about again, long lines aside."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")

LONGEST = 2_000
"""Characters of a text that is kept: those of whole articles on one line would fill the memory."""


def remembered(
    most: int,
) -> Callable[[Callable[Concatenate[str, P], T]], Callable[Concatenate[str, P], T]]:
    """A function of a text that answers from memory for the last `most` short texts."""

    def kept(function: Callable[Concatenate[str, P], T]) -> Callable[Concatenate[str, P], T]:
        memory = cast("Callable[Concatenate[str, P], T]", lru_cache(maxsize=most)(function))

        @wraps(function)
        def asked(text: str, /, *args: P.args, **kwargs: P.kwargs) -> T:
            return (memory if len(text) <= LONGEST else function)(text, *args, **kwargs)

        return asked

    return kept
