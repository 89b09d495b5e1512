"""Who acts and who undergoes: from a frame's slots to the parties of an event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.analysis.document import Node, Sentence
from dragoman.analysis.linking import link_noun
from dragoman.analysis.syntax import coordinated
from dragoman.coding.frames import Match
from dragoman.coding.slots import OF, fill, own_parties, parties
from dragoman.languages.lexicon import Lexicon
from dragoman.ontology.derived import derivations
from dragoman.records import Party

MEDIA = "JRN"  # who only reports is no party to what is reported
ORIGIN = ("from", "de")
WITHIN = ("amod", "case", "compound", "det", "flat", "nmod", "number", "poss")
PLACE_SLOTS = ("à", "en", "dans", "vers", "to", "in", "at", "into", "indirect", "chez")


@dataclass(frozen=True, slots=True)
class Roles:
    """Who acts on whom."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """What the words of a predicate are read with: their sentence, the article's day, the lexicon."""

    sentence: Sentence
    day: date | None
    lexicon: Lexicon


def roles_of(found: Match, scene: Scene) -> Roles | None:
    """Actors and recipients; null where no party acts, or all are one and the same."""
    frame, node, lex = found.frame, found.node, scene.lexicon
    actors, used = _first(node, frame.actor, scene, set(), acting=True)
    recipients, _ = _first(node, frame.recipient, scene, used)
    together = len(actors) > 1 and frame.event in derivations().reciprocal
    if not recipients and frame.embeds and not together and not _is_filled(found, lex):
        recipients = _from_clause(node, lex, actors)
    acted = node.pos == "VERB" and bool(fill(node, "subject", lex))
    if frame.reciprocal and not actors and recipients and not acted:
        actors, recipients = recipients, ()
    recipients = tuple(p for p in recipients if p.key not in {a.key for a in actors})
    if not actors:
        return None
    if frame.reciprocal and len(actors) + len(recipients) < 2:
        return None
    return Roles(actors, recipients)


def _is_filled(found: Match, lex: Lexicon) -> bool:
    """Whether something that is no party stands where the recipient would ("urged *firms* to ...")."""
    slots = [s for s in found.frame.recipient if s not in ("complement", "adverb")]
    return any(fill(found.node, slot, lex) for slot in slots)


def _first(
    node: Node, slots: tuple[str, ...], scene: Scene, used: set[int], *, acting: bool = False
) -> tuple[tuple[Party, ...], set[int]]:
    """The parties of the first slot that names any, and the nodes that did."""
    for slot in slots:
        for filler in fill(node, slot, scene.lexicon):
            if filler.index in used:
                continue
            deep = (
                not acting
                or slot != "subject"
                or node.pos == "NOUN"
                or filler.lemma in scene.lexicon.classes["agents"]
            )
            found = _named(filler, scene, places=slot in PLACE_SLOTS, deep=deep)
            found = [p for p in found if not (acting and p.sector == MEDIA)]
            if found:
                return tuple(found), {filler.index}
    return (), set()


def _named(filler: Node, scene: Scene, *, places: bool, deep: bool) -> list[Party]:
    """The parties of a filled slot: by their names, or by what they do ("rebels", "the police")."""
    found: dict[str, Party] = {}
    for member in coordinated(filler):
        own = [p for p in own_parties(member, places=places, deep=False) if _is_known(p)]
        own = own or by_role(member, scene)
        if not own and deep:
            own = [p for p in own_parties(member, places=places) if _is_known(p)]
            inside = [n for n in member.children if n.case in OF or n.relation == "poss"]
            own = own or [p for n in inside for p in by_role(n, scene)]
        found.update((p.key, p) for p in own if p.key not in found)
    return list(found.values())


def _is_known(party: Party) -> bool:
    return bool(party.country or party.id or party.office or party.sector)


def by_role(node: Node, scene: Scene) -> list[Party]:
    """Who a noun of people or bodies names ("rebels in the north", "thousands of students")."""
    if node.pos not in ("NOUN", "PROPN") or node.mention is not None:
        return []
    if node.lemma in scene.lexicon.classes["counted"]:
        return [
            p
            for n in node.children
            if n.case in OF
            for p in _named(n, scene, places=False, deep=True)
        ]
    words = [node]
    for word in words:
        words += [n for n in word.children if n.relation in WITHIN]
    if any(n.mention is not None and n.child("conj") for n in words):
        return []  # "ministers from Norway and Sweden": of several, whom their names tell better
    start, end = min(n.start for n in words), max(n.end for n in words)
    offset = scene.sentence.start
    text = scene.sentence.text[start - offset : end - offset]
    owner = next((p for n in _owners(node) for p in parties(n)), None)
    found = link_noun(
        text, node.start - start, on=scene.day, language=scene.sentence.language, owner=owner
    )
    return [found] if found is not None else []


def _owners(node: Node) -> list[Node]:
    """Whose the people are: "*their* government"; "soldiers *from Mozambique*", which the parser may
    have tied to the verb."""
    above = node.head
    beside = [n for n in above.children if n.case in ORIGIN] if above is not None else []
    return node.all("poss") + [n for n in beside if n.index == node.index + 2]


def _from_clause(node: Node, lex: Lexicon, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """A recipient out of the clause under the predicate: its own subject first, then its other phrases."""
    mine = {a.key for a in actors}
    for clause in fill(node, "complement", lex):
        for relations in (("subject", "agent"), ("object", "indirect"), ("oblique",)):
            for child in sorted(clause.all(*relations), key=lambda n: n.index):
                found = tuple(p for p in parties(child) if p.key not in mine)
                if found:
                    return found
        found = _from_clause(clause, lex, actors)
        if found:
            return found
    return ()
