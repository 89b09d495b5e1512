"""Which kinds of event are told of one happening; the table is near.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import get_args

from dragoman.errors import DataError, one_of
from dragoman.records import EventType


def near(kind: str) -> frozenset[str]:
    """The kinds that a report of the same happening may have, the kind itself among them."""
    return _table().get(kind, frozenset()) | {kind}


@cache
def _table() -> dict[str, frozenset[str]]:
    read = tomllib.loads(files("dragoman.ledger").joinpath("near.toml").read_text("utf-8"))
    found: dict[str, set[str]] = {}
    for pair in read["pairs"]:
        for kind in pair:
            if kind not in get_args(EventType):
                raise DataError(
                    f"ledger/near.toml: {kind!r} is no event type; {one_of(get_args(EventType))}"
                )
        one, other = pair
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {kind: frozenset(kinds) for kind, kinds in found.items()}
