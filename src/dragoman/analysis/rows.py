"""Capitals in a row: what the preposition before the first says, it says of all ("à Moscou et Pékin")."""

from __future__ import annotations

from dragoman.gazetteer.matcher import Hit
from dragoman.languages.coreference import coreference

SEATS = ("capital", "seat")


def first_of_row(text: str, hits: list[Hit], index: int, language: str) -> int:
    """The index of the first hit of the row of capitals that the hit of that index stands in; its own
    where it stands in none. A row ends with an "and": "à Oslo, Pékin a protesté" holds none."""
    joins = coreference(language).conjunctions

    def between(right: int) -> str | None:
        if right < 1 or right >= len(hits):
            return None
        left_hit, right_hit = hits[right - 1], hits[right]
        join = text[left_hit.end : right_hit.start].strip().lower()
        seats = left_hit.kind in SEATS and right_hit.kind in SEATS
        return join if seats and join in (",", *joins) else None

    last = index
    while between(last) in (None, ",") and between(last + 1) is not None:
        last += 1
    if between(last) not in joins:
        return index
    first = index
    while between(first) is not None and not (
        between(first) == "," and _opens(text, hits[first - 1])
    ):
        first -= 1
    return first


def _opens(text: str, hit: Hit) -> bool:
    """Whether a name ends a phrase that opens its sentence: "À Oslo, Pékin et Tokyo ont protesté"."""
    return len(text[: hit.start].split()) <= 1
