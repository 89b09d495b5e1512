"""Between whom an agreement is."""

from __future__ import annotations

from dragoman.analysis.document import Document, Mention, Node, Sentence
from dragoman.analysis.parties import state_party
from dragoman.analysis.syntax import is_passive
from dragoman.coding.agreement_status import Standing
from dragoman.coding.agreement_terms import name_of
from dragoman.coding.slots import fill, parties
from dragoman.languages.agreements import AgreementWords
from dragoman.languages.lexicon import Lexicon
from dragoman.records import Party

NEAR = 1  # sentences back in which two states alone are taken for the parties


def parties_of(
    node: Node,
    status: Standing,
    sentence: Sentence,
    document: Document,
    lex: Lexicon,
    words: AgreementWords,
) -> tuple[tuple[Party, ...], tuple[Party, ...], tuple[str, ...]]:
    """Parties, signatories, and the names of the fields that were inferred."""
    actors: list[Party] = []
    verb = status.node if status.node.pos in ("VERB", "AUX") else None
    if verb is not None:
        for filler in fill(verb, "subject", lex):
            if filler is not node:
                actors += parties(filler)
        for word in words.words["with"]:
            for filler in fill(verb, word, lex):
                actors += parties(filler)
        offered = status.status == "proposed"  # "proposé à Helsinki", but "signé à Helsinki"
        for filler in fill(verb, "indirect", lex) if offered else verb.all("indirect"):
            actors += parties(filler, places=offered)
    own = [p for n in _inside(node) if n.mention is not None for p in _not_place(n.mention)]
    if status.node.pos == "NOUN":
        own += [p for n in _inside(status.node) if n.mention for p in _not_place(n.mention)]
    if len(sides(_states(_unique(own)))) >= 2 and _names_both(node, words):
        actors = []  # "Qatar brokered a truce between Chad and Niger"
    found = _states(_unique([*actors, *own]))
    signatories = tuple(p for p in _unique(actors) if p.kind == "person" or p.sector == "GOV")
    if len(sides(found)) >= 2:
        return found, signatories, ()
    if (
        verb is not None
        and not actors
        and any(n is not node and not is_passive(verb) for n in verb.all("subject"))
    ):
        return (), (), ()  # somebody does it, but no party that is named
    rest = [p for m in sentence.mentions for p in _not_place(m)]
    if verb is None or not actors:
        wider = _states(_unique([*found, *rest]))
        pair = [m for m in sentence.mentions if len(sides(m.parties)) == 2]
        if pair and not sides(found):
            wider = _states(pair[0].parties)
        if len(sides(wider)) == 2:
            return wider, signatories, ()
    if name_of(node, document) is not None:
        return (
            found,
            signatories,
            (),
        )  # "l'accord de Paris" is known, and not by what stands around it
    before = _pair_before(sentence, document)
    if before and (not found or {p.country for p in found} & {p.country for p in before}):
        return before, signatories, ("parties",)
    return found, signatories, ()


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
            if c.relation
            in (
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
            and not (c.relation == "conj" and current is node)
        )
    return sorted(result, key=lambda n: n.index)


def _not_place(mention: Mention) -> tuple[Party, ...]:
    return mention.parties if mention.form != "place" else ()


def _unique(found: list[Party]) -> tuple[Party, ...]:
    return tuple({p.key: p for p in reversed(found)}.values())[::-1]


def _states(found: tuple[Party, ...]) -> tuple[Party, ...]:
    """Persons and ministries sign for their state: each side once, by its state where it has one."""
    sides: dict[str, Party] = {}
    for party in found:
        if party.country and party.kind != "group":
            side = state_party(party.country, party.text)
        else:
            side = party
        if side.kind == "person" and side.country is None and side.office is None:
            continue
        sides.setdefault(side.key, side)
    return tuple(sides.values())


def sides(found: tuple[Party, ...]) -> set[str]:
    return {p.country or p.key for p in found}


def _pair_before(sentence: Sentence, document: Document) -> tuple[Party, ...]:
    """The two states that the article joined last: in one phrase, or as the only two of the sentence
    before. A sentence of more states than two settles nothing."""
    for earlier in reversed(document.sentences[: sentence.index + 1]):
        if earlier.start >= document.caption_from:
            continue
        for mention in reversed(earlier.mentions):
            if len(sides(mention.parties)) == 2:
                return _states(mention.parties)
        named = _states(_unique([p for m in earlier.mentions for p in _not_place(m)]))
        states = [p for p in named if p.kind == "state"]
        if len(states) == 2 and sentence.index - earlier.index <= NEAR:
            return tuple(states)
        if len(states) > 2:
            return ()
    return ()


def _names_both(node: Node, words: AgreementWords) -> bool:
    """Whether "between" under the agreement gives its parties."""
    return any(n.case in words.words["between"] for n in _inside(node))
