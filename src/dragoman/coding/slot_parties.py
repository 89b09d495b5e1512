"""Which parties stand in a filled slot."""

from __future__ import annotations

from dragoman.analysis.document import Node
from dragoman.analysis.syntax import coordinated
from dragoman.coding.slots import BY, DEPTH, OF, PLACES
from dragoman.records import Party

INNER = ("poss", "nmod", "amod", "appos", "flat", "compound", "det")  # what a party hides under


def parties(node: Node, *, places: bool = False, deep: bool = True) -> list[Party]:
    """The parties that a filled slot names: its own, those coordinated with it, or one inside it.

    `places`: a capital as a place counts too. `deep`: without it a noun phrase that only contains a
    party ("la décision de la France") names none.
    """
    found: list[Party] = []
    for member in coordinated(node):
        own = own_parties(member, places=places, deep=deep)
        for party in own:
            if party.key not in {p.key for p in found}:
                found.append(party)
    return found


def own_parties(
    node: Node,
    *,
    places: bool = False,
    deep: bool = True,
    but: frozenset[str] = frozenset(),
) -> tuple[Party, ...]:
    """The parties of a word by itself, without those coordinated with it; see `parties`. `but` are keys
    of parties that are looked past: "its *European* partners", said of who "its" is."""
    own = node.mention.parties if node.mention and (places or node.mention.form != "place") else ()
    own = tuple(p for p in own if p.key not in but)
    if any(p.id or p.country or p.office for p in own) or not (deep or own):
        return own
    return tuple(
        _inside(node, BY, but) or _inside(node, (*OF, *BY), but) or _inside(node, None, but) or own
    )


def _inside(node: Node, cases: tuple[str, ...] | None, but: frozenset[str]) -> list[Party]:
    """The nearest party inside a noun phrase, under these prepositions (None: under any)."""
    level = [node]
    for _ in range(DEPTH):
        level = [
            child
            for parent in level
            for child in sorted(parent.children, key=_closeness)
            if child.relation in INNER
            and (
                child.relation != "nmod" or child.case in (None, *cases)
                if cases is not None
                else child.case not in PLACES
            )
        ]
        for child in level:
            named = [n.mention for n in coordinated(child) if n.mention is not None]
            found = [
                p
                for mention in named
                if mention.form != "place"
                for p in mention.parties
                if p.key not in but
            ]
            if child.mention is not None and child.mention.form != "place" and found:
                return found
    return []


def _closeness(node: Node) -> int:
    order = ("poss", "det", "amod", "flat", "appos", "compound", "nmod")
    return order.index(node.relation) if node.relation in order else len(order)
