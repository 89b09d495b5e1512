"""Which organisations have members, and which parties may be one."""

from __future__ import annotations

from dragoman.analysis.document import Node
from dragoman.analysis.parties import state_party
from dragoman.analysis.syntax import coordinated
from dragoman.gazetteer.lookup import organisation
from dragoman.records import Party

# The kinds of bodies that states are members of.
BODIES = ("igo", "alliance", "union", "forum", "agency", "bank", "court")


def bodies(node: Node) -> tuple[Party, ...]:
    """The organisations with members that a node and those coordinated with it name."""
    found: dict[str, Party] = {}
    for member in coordinated(node):
        for party in member.mention.parties if member.mention is not None else ():
            if is_body(party):
                found.setdefault(party.key, party)
    return tuple(found.values())


def is_body(party: Party) -> bool:
    """Whether states, or organisations of states, are its members."""
    if party.kind != "organisation" or party.country or not (party.id or "").startswith("org:"):
        return False
    return organisation(party.id or "").kind in BODIES


def members(nodes: list[Node]) -> tuple[Party, ...]:
    """The states, or organisations, that nodes name; never persons."""
    found: dict[str, Party] = {}
    for node in nodes:
        for member in coordinated(node):
            if member.mention is None or member.mention.form in ("people", "office"):
                continue
            for party in member.mention.parties:
                if party.kind == "state" and party.country:
                    plain = state_party(party.country, party.text)
                    found.setdefault(plain.key, plain)
                elif is_body(party):
                    found.setdefault(party.key, party)
    return tuple(found.values())
