"""Visits and meetings of office holders: who went to whom, where, and how far along it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.analysis.document import Document, Node, Sentence
from dragoman.analysis.syntax import governing_verb, is_passive, lemmas
from dragoman.coding.attribution import attribution
from dragoman.coding.claims import CODER, evidence, identity, is_history, keys, settled, when
from dragoman.coding.dating import time_of
from dragoman.coding.modality import Reading
from dragoman.coding.slots import fill
from dragoman.coding.visit_parties import (
    Destination,
    as_host,
    destinations,
    side,
    sides,
    states,
    travellers,
)
from dragoman.coding.visit_status import counted_since, kind, ordinal, status, without_counting
from dragoman.languages.lexicon import Lexicon, lexicon
from dragoman.languages.visits import VisitNoun, VisitRole, VisitWords, visit_words
from dragoman.records import Party, Visit
from dragoman.records.visit import VisitKind, VisitStatus


@dataclass(slots=True)
class _Told:
    """What one word tells of a visit. `noun`: the noun that names the visit, if one does."""

    node: Node
    visitors: list[Party]
    targets: list[Destination]
    hosts: list[Party] = field(default_factory=list)
    noun: Node | None = None
    names: VisitNoun | None = None
    status: VisitStatus = "made"
    reading: Reading = field(default_factory=lambda: Reading("asserted"))


class _Reader:
    """Reads the visits of one sentence."""

    def __init__(self, sentence: Sentence, document: Document) -> None:
        self.sentence, self.document = sentence, document
        self.words: VisitWords = visit_words(document.language)
        self.lex: Lexicon = lexicon(document.language)
        self.remote = any(
            n.lemma in self.words.words["remote"] or n.text.lower() in self.words.words["remote"]
            for n in sentence.nodes
        )

    def told(self) -> Iterator[_Told]:
        for node in self.sentence.nodes:
            found: _Told | None = None
            if node.pos in ("VERB", "AUX"):
                role = next((r for f in lemmas(node) if (r := self.words.verbs.get(f))), None)
                found = self._verb(node, role) if role is not None else None
            elif node.pos in ("NOUN", "PROPN") and node.mention is None:
                names = self.words.nouns.get(node.lemma) or self.words.nouns.get(node.text.lower())
                found = self._noun(node, names) if names is not None else None
            if found is not None:
                found.status, found.reading = status(
                    found.node, self.sentence, self.document, self.words, self.lex
                )
                yield found

    # --- verbs

    def _verb(self, verb: Node, role: VisitRole) -> _Told | None:
        if role == "expected":
            return (
                self._travel(verb, verb.all("subject:pass", "subject"))
                if is_passive(verb)
                else None
            )
        if role == "travel":
            return self._travel(verb, self._fill(verb, "subject"))
        if role == "visit":
            return self._visit(verb, self._fill(verb, "object"))
        if role == "call_on":
            noun = next(
                (n for n in self._fill(verb, "object") if n.lemma in self.words.nouns), None
            )
            return self._visit(verb, self._fill(verb, "indirect"), noun) if noun else None
        if role in ("receive", "invite"):
            return self._receive(verb, invited=role == "invite")
        if role == "attend":
            return self._travel(verb, self._fill(verb, "subject"))
        return self._meet(verb)

    def _fill(self, node: Node, slot: str) -> list[Node]:
        return fill(node, slot, self.lex)

    def _people(self, nodes: list[Node]) -> list[Party]:
        return _unique([p for n in nodes for p in travellers(n, self.words)])

    def _to(self, node: Node, slot: str = "to") -> list[Destination]:
        return destinations(node, self.words.slots[slot], self.sentence, self.document, self.lex)

    def _travel(self, verb: Node, subjects: list[Node]) -> _Told | None:
        visitors = self._people(subjects)
        if not visitors:
            return None
        return _Told(verb, visitors, self._to(verb))

    def _visit(self, verb: Node, objects: list[Node], noun: Node | None = None) -> _Told | None:
        """The object is the host: a state, or a person who is called on."""
        visitors = self._people(self._fill(verb, "subject"))
        if not visitors:
            return None
        targets = [Destination(p, None, n) for n in objects for p in states(n)]
        if not targets:
            targets = [t for n in objects for t in self._within(n)]
        hosts = [] if targets else self._people(objects)
        return _Told(
            verb, visitors, targets or self._to(verb), hosts, noun, "journey" if noun else None
        )

    def _within(self, node: Node) -> list[Destination]:
        """ "visiter la capitale de la Chine", "visiter une base en Lettonie"."""
        slots = (*self.words.slots["to"], "de", "of")
        return destinations(node, slots, self.sentence, self.document, self.lex)

    def _receive(self, verb: Node, *, invited: bool) -> _Told | None:
        objects = self._fill(verb, "object")
        visitors = self._people([n for n in objects if n.lemma not in self.words.words["things"]])
        if not visitors:
            return None
        receivers = [p for n in self._fill(verb, "subject") for p in _hosting(n, self.words)]
        hosts = [p for p in receivers if p.kind == "person"]
        targets = self._to(verb, "at")
        if not targets:
            targets = [Destination(as_host(p), None, verb) for p in receivers[:1]]
        if invited and not targets:
            return None
        return _Told(verb, visitors, targets, hosts)

    def _meet(self, verb: Node) -> _Told | None:
        if self.remote:
            return None
        subjects = self._fill(verb, "subject")
        others = self._fill(verb, "object") if not verb.child("reflexive") else []
        for slot in self.words.slots["with"]:
            others += self._fill(verb, slot)
        return self._meeting(verb, self._people([*subjects, *others]), self._to(verb, "at"))

    def _meeting(
        self,
        node: Node,
        people: list[Party],
        targets: list[Destination],
        noun: Node | None = None,
        names: VisitNoun | None = "meeting",
    ) -> _Told | None:
        """A meeting of persons of two sides or more; those of the place receive the others."""
        if len(sides(people)) < 2:
            return None
        here = {side(t.host) for t in targets if t.host is not None}
        hosts = [p for p in people if side(p) in here]
        visitors = [p for p in people if side(p) not in here]
        return _Told(node, visitors, targets[:1], hosts, noun, names)

    # --- nouns

    def _noun(self, noun: Node, names: VisitNoun) -> _Told | None:
        own = [n for slot in ("subject", "object") for n in self._fill(noun, slot)]
        between = [n for slot in self.words.slots["between"] for n in self._fill(noun, slot)]
        others = [n for slot in self.words.slots["with"] for n in self._fill(noun, slot)]
        people = self._people([*own, *between, *others])
        carrier = governing_verb(noun)
        if names in ("meeting", "summit"):
            if self.remote:
                return None
            if len(sides(people)) < 2 and carrier is not None:
                people = _unique([*self._people(self._fill(carrier, "subject")), *people])
            return self._meeting(noun, people, self._to(noun, "at"), noun, names)
        visitors = self._people(own)
        targets = self._to(noun)
        if not visitors:
            visitors = self._carried(noun, carrier)
        if not visitors and not targets:
            return None
        if not visitors and names == "arrival":
            return None
        return _Told(noun, visitors, targets, [], noun, names)

    def _carried(self, noun: Node, carrier: Node | None) -> list[Party]:
        """The visitor that a noun takes from what it hangs from: "X, en visite à", "lors d'une visite"."""
        if noun.head is not None and noun.head.mention is not None and noun.relation != "conj":
            return self._people([noun.head])
        if noun.child("cop", "subject") is not None:
            return self._people(noun.all("subject", "subject:pass"))
        return self._people(self._fill(carrier, "subject")) if carrier is not None else []


def _hosting(node: Node, words: VisitWords) -> list[Party]:
    people = travellers(node, words)
    return people or states(node)


def visits(document: Document) -> Iterator[Visit]:
    """Every visit and meeting that a sentence tells, a journey to two states as two."""
    made: list[Visit] = []
    for sentence in document.sentences:
        if not sentence.nodes:
            continue
        reader = _Reader(sentence, document)
        for told in _joined(list(reader.told())):
            for target in _targets(told):
                visit = _visit(told, target, reader, made)
                if visit is not None:
                    made.append(visit)
                    yield visit


def _targets(told: _Told) -> list[Destination | None]:
    foreign: list[Destination | None] = [
        t
        for t in told.targets
        if t.host is None or any(side(v) != side(t.host) for v in told.visitors)
    ]
    if told.targets and not foreign:
        return []
    return foreign or [None]


def _joined(found: list[_Told]) -> list[_Told]:
    """What several words of a sentence tell of one visit, as one: "s'est rendu à Oslo pour une visite"."""
    kept: list[_Told] = []
    for one in sorted(found, key=lambda t: (len(list(t.node.ancestors())), t.node.index)):
        partner = next((k for k in kept if _same(k, one)), None)
        if partner is None:
            kept.append(one)
        else:
            _join(partner, one)
    return kept


def _same(first: _Told, second: _Told) -> bool:
    below = first.node in second.node.ancestors()
    if not second.visitors:
        return below
    mine, theirs = sides(first.visitors), sides(second.visitors)
    hosts = {side(t.host) for t in first.targets if t.host is not None} | sides(first.hosts)
    other = {side(t.host) for t in second.targets if t.host is not None} | sides(second.hosts)
    if not mine & theirs:
        return False
    if hosts and other and not hosts & other:
        return False
    if hosts and not other:
        return theirs - mine <= hosts
    return theirs == mine if not hosts and not other else True


def _join(first: _Told, second: _Told) -> None:
    hosts = {side(t.host) for t in first.targets if t.host is not None}
    if not first.targets:
        first.targets = second.targets
        hosts = {side(t.host) for t in first.targets if t.host is not None}
    elif all(t.place is None for t in first.targets):
        same = [t for t in second.targets if t.host is not None and side(t.host) in hosts]
        if same and len(first.targets) == 1:
            first.targets = same
    everyone = _unique([*first.visitors, *second.visitors, *first.hosts, *second.hosts])
    first.hosts = [p for p in everyone if side(p) in hosts and p.kind == "person"] or first.hosts
    first.visitors = [p for p in everyone if side(p) not in hosts and p not in first.hosts]
    if second.noun is not None and (
        first.noun is None or (first.names == "meeting" and second.names != "meeting")
    ):
        first.noun, first.names = second.noun, second.names
    if second.status in ("cancelled", "postponed") or (
        first.status == "made" and second.status == "ongoing"
    ):
        first.status, first.reading = second.status, second.reading


def _unique(found: list[Party]) -> list[Party]:
    return list({party.key: party for party in reversed(found)}.values())[::-1]


def _visit(
    told: _Told, target: Destination | None, reader: _Reader, made: list[Visit]
) -> Visit | None:
    document, sentence, words = reader.document, reader.sentence, reader.words
    host = target.host if target is not None else None
    place = target.place if target is not None else None
    visitors = tuple(v for v in told.visitors if host is None or side(v) != side(host))
    inferred: tuple[str, ...] = ()
    if not visitors:
        return None
    if host is None and len(sides((*visitors, *told.hosts))) < 2:
        earlier = next((v for v in reversed(made) if sides(v.visitors) & sides(visitors)), None)
        if told.noun is None or told.names == "arrival":
            return None
        if place is None and earlier is not None and earlier.host is not None:
            host, inferred = earlier.host, ("host",)
        elif kind(told.noun, told.names, words) == "unspecified":
            return None
    noun = told.noun
    visit_kind = kind(noun, told.names, words) if noun else _plain_kind(told)
    dated = without_counting(noun, sentence, words) if noun is not None else sentence
    moment = when(time_of(told.node, dated), document)
    passage = evidence(document, sentence)
    mode = told.reading.modality
    if told.status == "planned" and mode == "asserted":
        mode = "planned"
    speaker = attribution(told.node, sentence, reader.lex)
    if speaker is not None and side(speaker) in sides(
        [*visitors, *told.hosts, *([host] if host else [])]
    ):
        speaker = None  # a party that tells its own visit is no attribution
    names = {
        "visitors": keys(visitors),
        "host": host.key if host else None,
        "hosts": keys(told.hosts),
        "status": told.status,
        "at": [told.node.start, told.node.end],
    }
    if moment.start is not None and moment.basis not in ("expression", "none"):
        inferred = (*inferred, "when")
    return Visit(
        id=identity(document, "visit", passage, names),
        evidence=passage,
        passages=(passage,),
        modality=settled(mode, historical=is_history(moment, document)),
        attributed_to=speaker,
        when=moment,
        inferred=inferred,
        confidence=0.5 if "host" in inferred else 0.7,
        coder=CODER,
        visitors=visitors,
        host=host,
        hosts=tuple(h for h in told.hosts if host is None or side(h) == side(host)),
        place=place,
        kind=visit_kind,
        status=told.status,
        ordinal=ordinal(noun, sentence) if noun else None,
        counted_since=counted_since(noun, sentence, words) if noun else None,
    )


def _plain_kind(told: _Told) -> VisitKind:
    return "meeting" if told.names == "meeting" else "unspecified"
