"""Between whom an agreement is, and who of them does what its status tells."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.analysis.document import Document, Mention, Node, Sentence
from dragoman.analysis.parties import party
from dragoman.analysis.syntax import coordinated, is_passive
from dragoman.coding.agreement_earlier import is_definite
from dragoman.coding.agreement_sides import side, sided, sides
from dragoman.coding.agreement_slots import Reading, beside, in_name, named, told
from dragoman.coding.claims import unique
from dragoman.coding.slots import PLACES
from dragoman.gazetteer.treaties import Treaty
from dragoman.records import Party

SIDED = ("proposed", "ratified", "suspended", "terminated", "violated", "rejected")  # by one side
TOGETHER = ("ratified", "violated", "proposed")  # what all sides may do
NEAR = 1  # sentences back in which two states alone are taken for the parties
INSIDE = (
    "nmod",
    "amod",
    "poss",
    "det",
    "appos",
    "conj",
    "compound",
    "participle",
    "oblique",
    "agent",
)


@dataclass(frozen=True, slots=True)
class Involved:
    """The sides; who of the people signed; who did what the status tells, as far as one side did;
    fields not in the passage; and how many sides the verb itself has."""

    parties: tuple[Party, ...]
    signatories: tuple[Party, ...] = ()
    by: tuple[Party, ...] = ()
    inferred: tuple[str, ...] = ()
    acting: int = 0


def involved(one: Reading) -> Involved:
    """The parties of an agreement; no parties where none can be told."""
    doers, others, foreign = told(one)
    own = _own(one)
    if len(sides(sided(own))) >= 2 and _names_both(one):
        third = [p for p in doers if side(p) not in {side(o) for o in own}]
        doers = [
            p for p in doers if p not in third
        ]  # "Qatar brokered a truce between Chad and Niger"
        others = []
    if len(sides(sided(doers))) >= 2:
        own = []  # they stand at the verb; what hangs from the noun is told of them
    found = sided([*doers, *others, *own])
    signatories = tuple(
        p for p in unique([*doers, *others]) if p.kind == "person" or p.sector == "GOV"
    )
    by = sided(doers) if one.status.status in SIDED and not one.status.wished else ()
    if sides(by) >= sides(found) and one.status.status not in TOGETHER:
        by = ()  # nobody withdraws from all of it at once: the words were taken for too many
    if one.treaty is not None:
        return _of_treaty(one.treaty, found, by)
    if len(sides(found)) >= 2:
        return Involved(found, signatories, by)
    if foreign:
        return Involved((), (), ())  # between others than states: their names are not known
    if _has_unnamed(one):
        # "its deals with the drug makers": with others than those whom the article names elsewhere
        return Involved(found, signatories, by, acting=len(sides(sided(doers))))
    known = [p for p in found if p.country or p.id]
    if one.earlier is not None and sides(known) <= sides(one.earlier.parties):
        return Involved(one.earlier.parties, signatories, by, ("parties",))
    wider = _wider(one, found, doers) if not _is_bare(one) else None
    if wider is not None:
        return Involved(wider[0], signatories, by, wider[1])
    return Involved(found, signatories, by, acting=len(sides(sided(doers))))


def _has_unnamed(one: Reading) -> bool:
    """Whether those with whom it is stand there without a name."""
    words = (
        [one.node] if one.status.node.pos not in ("VERB", "AUX") else [one.node, one.status.node]
    )
    found = [n for word in words for n in beside(word, one)]
    nouns = [n for n in found if n.pos != "PRON" and n.lemma not in one.words.words["states"]]
    return any(not named(n, one) for n in nouns)


def _own(one: Reading) -> list[Party]:
    """The parties inside the agreement's own phrase, and in that of the noun that gives its status."""
    nodes = [one.node] if one.status.node.pos != "NOUN" else [one.node, one.status.node]
    return [
        p
        for top in nodes
        for n in _inside(top)
        if n.mention is not None and not in_name(n.mention, one) and not _is_its_town(n, top, one)
        for p in _not_place(n.mention, n)
    ]


def _is_its_town(node: Node, noun: Node, one: Reading) -> bool:
    """ "l'accord *de Vienne*", "the *Minsk* agreement": where it was made, not who made it."""
    called = node.relation == "compound" or node.case in one.words.words["of"]
    alone = len(coordinated(node)) == 1 and node.head is noun
    return node.mention is not None and node.mention.form == "metonym" and called and alone


def _of_treaty(treaty: Treaty, found: tuple[Party, ...], by: tuple[Party, ...]) -> Involved:
    """A treaty that has a name is between its parties, as far as these are few; otherwise, those who do
    something about it."""
    if not treaty.parties:
        return Involved(by or found, (), by)
    known = tuple(party(id, "", None) for id in treaty.parties)
    named = {side(p): p for p in found}
    full = tuple(named.get(side(p), p.model_copy(update={"text": p.name})) for p in known)
    rest = () if sides(known) <= set(named) else ("parties",)
    return Involved(full, (), tuple(p for p in by if side(p) in sides(known)), rest)


def _wider(
    one: Reading, found: tuple[Party, ...], doers: list[Party]
) -> tuple[tuple[Party, ...], tuple[str, ...]] | None:
    """The parties out of the rest of the sentence, or of what stands before it."""
    verb = one.status.node if one.status.node.pos in ("VERB", "AUX") else None
    if verb is not None and not doers and not is_passive(verb):
        own = [n for n in verb.all("subject") if n is not one.node]
        if own:
            return None  # somebody does it, but no party that is named
    if verb is None or not doers:
        rest = [
            p
            for m in one.sentence.mentions
            if not in_name(m, one) and not (one.status.assumed and m.form == "demonym")
            for p in _not_place(m, one.sentence.node_at(m.start))
        ]
        wider = sided([*found, *rest])
        pair = [m for m in one.sentence.mentions if len(sides(m.parties)) == 2]
        if pair and not sides(found):
            wider = sided(pair[0].parties)
        if len(sides(wider)) == 2:
            return wider, ()
    before = _pair_before(one.sentence, one.document)
    if before and (not found or {p.country for p in found} & {p.country for p in before}):
        return before, ("parties",)
    return None


def _is_bare(one: Reading) -> bool:
    """Nothing is said of it, and it is not one that the reader is taken to know ("the treaty")."""
    known = is_definite(one.node, one.words) and one.node.lemma not in one.words.weak
    return one.status.assumed and not known


def _inside(node: Node) -> list[Node]:
    """The nodes of the agreement's own phrase, its participles with theirs."""
    result = []
    stack = [node]
    while stack:
        current = stack.pop()
        result.append(current)
        stack.extend(
            c
            for c in current.children
            if c.relation in INSIDE and not (c.relation == "conj" and current is node)
        )
    return sorted(result, key=lambda n: n.index)


def _not_place(mention: Mention, node: Node | None) -> tuple[Party, ...]:
    if mention.form == "place" or (node is not None and node.case in PLACES):
        return ()
    return mention.parties


def _pair_before(sentence: Sentence, document: Document) -> tuple[Party, ...]:
    """The two states that the article joined last: in one phrase, or as the only two of the sentence
    before. A sentence of more states than two settles nothing."""
    for earlier in reversed(document.sentences[: sentence.index + 1]):
        if earlier.start >= document.caption_from:
            continue
        for mention in reversed(earlier.mentions):
            if len(sides(mention.parties)) == 2:
                return sided(mention.parties)
        named = sided(p for m in earlier.mentions for p in _not_place(m, earlier.node_at(m.start)))
        states = [p for p in named if p.kind == "state"]
        if len(states) == 2 and sentence.index - earlier.index <= NEAR:
            return tuple(states)
        if len(states) > 2:
            return ()
    return ()


def _names_both(one: Reading) -> bool:
    """Whether "between" under the agreement gives its parties."""
    return any(n.case in one.words.words["between"] for n in _inside(one.node))
