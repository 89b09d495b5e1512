"""The sides of an agreement: who counts for whom."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.analysis.parties import organisation_party, state_party
from dragoman.coding.claims import unique
from dragoman.records import Party

ARMED = ("REB", "PRM", "UAF", "OPP", "PRE")  # sectors of groups that are a side of their own


def sides(found: Iterable[Party]) -> set[str]:
    """What the parties count for: each country or organisation once."""
    return {side(p) for p in found}


def side(one: Party) -> str:
    """A country, an organisation, or the party itself."""
    if one.kind == "group" and one.sector in ARMED:
        return one.key  # rebels are another side than the state that they fight
    return one.country or (one.office.of if one.office is not None else None) or one.key


def sided(found: Iterable[Party]) -> tuple[Party, ...]:
    """Persons and ministries sign for their state: each side once, by its state where it has one."""
    kept: dict[str, Party] = {}
    for one in unique(found):
        of = one.office.of if one.office is not None else ""
        if one.country and (one.kind != "group" or one.sector == "GOV"):
            chosen = state_party(one.country, one.text)
        elif of.startswith("org:"):
            chosen = organisation_party(of, one.text)
        elif one.kind == "person" and one.office is None:
            continue
        else:
            chosen = one
        kept.setdefault(chosen.key, chosen)
    return tuple(kept.values())
