"""What one part of a page says of one field, before it is decided which part is believed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from dragoman.records import Statement
from dragoman.records.article import ArticleField


class Said(NamedTuple):
    """`value` as the records keep it, `where` in the page it stands."""

    value: str
    where: str


def statements(
    field: ArticleField, said: Iterable[Said], taken: str | None
) -> tuple[Statement, ...]:
    """One statement for each value and place, in order; taken are those that say what was taken."""
    seen = dict.fromkeys(said)
    return tuple(
        Statement(field=field, value=one.value, where=one.where, taken=one.value == taken)
        for one in seen
    )
