"""Who belonged to an organisation on a day, and what a state belonged to."""

from __future__ import annotations

from datetime import date

from dragoman.gazetteer.entries import Membership, Relation
from dragoman.gazetteer.lasting import lasted
from dragoman.gazetteer.lookup import organisation, state, tables_in_use

BELONGING: tuple[Relation, ...] = ("member", "permanent", "elected")


def members(
    organisation_id: str, day: date, relations: tuple[Relation, ...] = BELONGING
) -> tuple[str, ...]:
    """The party ids of those who stood in one of the relations to an organisation ("NATO" or
    "org:NATO") on that day, in alphabetical order: beyond doubt, so that with "2004" as the
    beginning that is from the end of 2004. A suspended member is a member still.

    Empty where the table holds nothing about the organisation. Raises `NotFound` for one that is
    unknown.
    """
    party_id = organisation(organisation_id).party_id
    found = {
        member
        for entry in tables_in_use().memberships
        if entry.party_id == party_id and entry.relation in relations and lasted(entry, day)
        for member in entry.member_ids
    }
    return tuple(sorted(found))


def memberships(member_id: str, day: date) -> tuple[Membership, ...]:
    """The spells that a state ("MLI" or "state:MLI") or an organisation ("org:EU") was in on that
    day, in the order of the organisations' ids. Raises `NotFound` for one that is unknown."""
    if member_id.startswith("org:"):
        party_id = organisation(member_id).party_id
    else:
        party_id = state(member_id).party_id
    found = [
        entry
        for entry in tables_in_use().memberships
        if party_id in entry.member_ids and lasted(entry, day)
    ]
    return tuple(sorted(found, key=lambda entry: (entry.organisation, entry.relation)))
