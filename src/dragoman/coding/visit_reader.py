"""What each word of a sentence tells of a visit or a meeting: who, to whom, where."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.analysis.document import Document, Node, Sentence
from dragoman.analysis.syntax import coordinated, governing_verb, is_passive, lemmas
from dragoman.coding.dating import time_of
from dragoman.coding.modality import Reading
from dragoman.coding.slots import BY, fill
from dragoman.coding.visit_parties import (
    Destination,
    as_host,
    destinations,
    receiving,
    side,
    sides,
    states,
    travellers,
    unique,
)
from dragoman.coding.visit_status import status
from dragoman.coding.visit_told import Told
from dragoman.languages.lexicon import Lexicon, lexicon
from dragoman.languages.visits import VisitNoun, VisitRole, VisitWords, visit_words
from dragoman.records import Party

BESIDE = 4  # words from a meeting to the first of "between X and Y"
RECEIVED = ("object", "subject:pass")  # how what is received stands to its verb


class Reader:
    """Reads the visits of one sentence."""

    def __init__(self, sentence: Sentence, document: Document) -> None:
        self.sentence, self.document = sentence, document
        self.words: VisitWords = visit_words(document.language)
        self.lex: Lexicon = lexicon(document.language)
        self.remote = self._remote()

    def _remote(self) -> set[int]:
        """The words that tell a call: each word like "téléphone" marks the telling word nearest to it."""
        telling = [
            n.index
            for n in self.sentence.nodes
            if any(f in self.words.verbs for f in lemmas(n)) or n.lemma in self.words.nouns
        ]
        remote = self.words.words["remote"]
        marks = [n.index for n in self.sentence.nodes if {n.lemma, n.text.lower()} & remote]
        return {min(telling, key=lambda i: abs(i - mark)) for mark in marks if telling}

    def told(self) -> Iterator[Told]:
        for node in self.sentence.nodes:
            found: Told | None = None
            if node.pos in ("VERB", "AUX"):
                role = self._role(node)
                found = self._verb(node, role) if role is not None else None
            elif node.pos == "ADJ" and self.words.verbs.get(node.lemma) == "expected":
                found = self._travel(node, self._fill(node, "subject"))
            elif node.pos in ("NOUN", "PROPN") and node.mention is None:
                names = self.words.nouns.get(node.lemma) or self.words.nouns.get(node.text.lower())
                found = self._noun(node, names) if names is not None else None
            if found is not None and not self._refused(node):
                found.status, found.reading = status(
                    found.node, self.sentence, self.document, self.words, self.lex
                )
                if found.reading.modality == "denied" and self._relative(found.node):
                    found.status, found.reading = "made", Reading("asserted")
                if found.invited and found.status in ("made", "ongoing"):
                    found.status, found.reading = "possible", Reading("possible", found.node.text)
                found.time = time_of(found.node, self.sentence)
                yield found

    def _refused(self, node: Node) -> bool:
        """ "refused to meet", "n'a pas voulu recevoir": what is refused is none."""
        above = node.head
        governed = ("complement", "object", "adverbial")
        return (
            above is not None
            and node.relation in governed
            and any(f in self.words.words["refusing"] for f in lemmas(above))
        )

    # --- verbs

    def _verb(self, verb: Node, role: VisitRole) -> Told | None:
        if role == "expected":
            subjects = verb.all("subject:pass", "subject") if is_passive(verb) else []
            return self._travel(verb, subjects)
        if role == "travel":
            return self._travel(verb, self._fill(verb, "subject"))
        if role == "visit":
            return self._visit(verb, self._objects(verb))
        if role == "call_on":
            nouns = [n for n in self._fill(verb, "object") if n.lemma in self.words.nouns]
            return self._visit(verb, self._fill(verb, "indirect"), nouns[0]) if nouns else None
        if role in ("receive", "invite"):
            return self._receive(verb, invited=role == "invite")
        if role == "attend":
            return self._attend(verb, self._people(self._fill(verb, "subject")))
        return self._meet(verb)

    def _relative(self, verb: Node) -> Node | None:
        """The noun before "que" in "X, que Y a reçu", however the clause was parsed: it is no clause
        of what stands over it."""
        for child in verb.children:
            word = child.text.lower().replace("’", "'")
            if word not in self.words.words["whom"] or not 1 < child.index < verb.index:
                continue
            before = self.sentence.nodes[child.index - 1]
            if before.text == ",":
                before = self.sentence.nodes[child.index - 2]
            if before.mention is not None:
                return before
        return None

    def _objects(self, verb: Node) -> list[Node]:
        found = self._fill(verb, "object")
        if self._people(found) or verb.child("reflexive"):
            return found
        noun = self._relative(verb)
        return [noun] if noun is not None else found

    def _fill(self, node: Node, slot: str) -> list[Node]:
        sent = node.head if node.relation in ("complement", "adverbial") else None
        if (
            slot == "subject"
            and sent is not None
            and sent.lemma in self.words.words["sending"]
            and not node.child("subject")
        ):
            return fill(sent, "object", self.lex)  # "sent its minister to join the talks"
        return fill(node, slot, self.lex)

    def _people(self, nodes: list[Node]) -> list[Party]:
        return unique([p for n in nodes for p in travellers(n, self.words)])

    def _to(
        self, node: Node, slot: str = "to", *, near: bool = True, across: bool = False
    ) -> list[Destination]:
        return destinations(
            node,
            self.words.slots[slot],
            self.sentence,
            self.document,
            self.lex,
            near=near,
            across=across,
        )

    def _travel(self, verb: Node, subjects: list[Node]) -> Told | None:
        visitors = self._people(subjects)
        if not visitors:
            return None
        common = verb.lemma in self.words.words["common"]  # "aller", "go": much else than a visit
        if common and verb.all("complement", "attribute"):
            return None
        return Told(verb, visitors, self._to(verb, near=not common))

    def _visit(self, verb: Node, objects: list[Node], noun: Node | None = None) -> Told | None:
        """The object is the host: a state, or a person who is called on."""
        visitors = self._people(self._fill(verb, "subject"))
        if not visitors:
            return None
        targets = [t for n in objects for m in coordinated(n) for t in receiving(m, self.document)]
        if not targets:
            targets = [t for n in objects for t in self._within(n)]
        hosts = [] if targets else self._people(objects)
        nouns = [noun] if noun is not None else []
        names: VisitNoun | None = "journey" if noun is not None else None
        return Told(verb, visitors, targets or self._to(verb), hosts, nouns, names)

    def _within(self, node: Node) -> list[Destination]:
        """ "visiter la capitale de la Chine", "visiter une base en Lettonie"."""
        slots = (*self.words.slots["to"], "de", "of")
        return destinations(node, slots, self.sentence, self.document, self.lex)

    def _receive(self, verb: Node, *, invited: bool) -> Told | None:
        objects = self._objects(verb)
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
        return Told(verb, visitors, targets, hosts, invited=invited)

    def _meet(self, verb: Node) -> Told | None:
        if verb.index in self.remote:
            return None
        subjects = self._fill(verb, "subject")
        others = self._objects(verb) if not verb.child("reflexive") else []
        for slot in self.words.slots["with"]:
            others += self._fill(verb, slot)
        return self._meeting(verb, self._people([*subjects, *others]), self._to(verb, "at"))

    def _attend(self, word: Node, visitors: list[Party]) -> Told | None:
        """ "participera à un sommet", "assistera à un hommage à Paris"."""
        to = [n for slot in (*self.words.slots["at"], "object") for n in self._fill(word, slot)]
        nouns = [(n, name) for n in to if (name := self.words.nouns.get(n.lemma))]
        targets = self._to(word, "at")
        if not visitors or not (nouns or any(t.host for t in targets)):
            return None
        name = nouns[0][1] if nouns else None
        if name in ("meeting", "summit"):  # "un sommet de l'Otan": its body is no host
            targets = [t for t in targets if t.host is None or t.host.kind == "state"]
        return Told(word, visitors, targets, [], [n for n, _ in nouns], name)

    def _meeting(
        self,
        node: Node,
        people: list[Party],
        targets: list[Destination],
        noun: Node | None = None,
        names: VisitNoun | None = "meeting",
    ) -> Told | None:
        """A meeting of persons of two sides or more; those of the place receive the others."""
        groups = [p for p in people if p.kind == "group" and p.country is None]
        here = {side(t.host) for t in targets if t.host is not None}
        if len(sides(people)) < 2 and not groups and not here - sides(people):
            return None
        hosts = [p for p in people if side(p) in here]
        visitors = [p for p in people if side(p) not in here]
        nouns = [noun] if noun is not None else []
        return Told(node, visitors, targets[:1], hosts, nouns, names)

    # --- nouns

    def _noun(self, noun: Node, names: VisitNoun) -> Told | None:
        own = [n for slot in ("subject", "object") for n in self._fill(noun, slot)]
        if names == "attendance":
            return self._attend(noun, self._people(own))
        if names in ("meeting", "summit"):
            return self._meeting_noun(noun, names, own) if noun.index not in self.remote else None
        if names == "journey":
            own += [n for slot in self.words.slots["from"] for n in self._fill(noun, slot)]
        visitors = self._people(own) or self._carried(noun)
        if not visitors and names == "arrival":
            return None
        targets = self._to(noun)
        if not targets and noun.head is not None and noun.case in self.words.slots["visiting"]:
            targets = self._to(noun.head, near=False)  # "is in Rome on a visit"
        return Told(noun, visitors, targets, [], [noun], names)

    def _meeting_noun(self, noun: Node, names: VisitNoun, own: list[Node]) -> Told | None:
        between = self._between(noun)
        others = [n for slot in self.words.slots["with"] for n in self._fill(noun, slot)]
        people = self._people([*own, *between, *others])
        targets = self._to(noun, "at", across=names == "summit")
        if names == "summit":
            targets = self._summit_places(noun, targets)
        elif not targets:
            targets = self._received(noun)
        if len(sides(people)) < 2:
            states_of = [*own, *between] if self._gathers(noun, targets) else []
            people = self._of_states(states_of) or unique([*self._carried(noun), *people])
        if len(sides(people)) > 1:
            return self._meeting(noun, people, targets, noun, names)
        return Told(noun, people, targets, [], [noun], names) if names == "summit" else None

    def _gathers(self, noun: Node, targets: list[Destination]) -> bool:
        """Whether states themselves may be said to meet: a meeting, or talks that have a place."""
        return noun.lemma in self.words.words["gathering"] or bool(targets)

    def _of_states(self, nodes: list[Node]) -> list[Party]:
        """The states of "a meeting of Cyprus and Greece", "the summit between the EU and Turkey"."""
        found = unique([p for n in nodes for p in states(n)])
        return found if len(sides(found)) > 1 else []

    def _between(self, noun: Node) -> list[Node]:
        """Both of "entre X et Y", though the parser may have torn Y off."""
        between = self.words.slots["between"]
        found = [n for slot in between for n in self._fill(noun, slot)]
        if (
            not found and noun.head is not None
        ):  # tied to the verb: "accueilli une réunion entre ..."
            beside = [n for n in noun.head.children if n.case in between]
            found = [n for n in beside if 0 < n.index - noun.index <= BESIDE]
        for node in found[:1]:
            after = self.sentence.nodes[node.index + 1 : node.index + 3]
            joined = len(after) == 2 and after[0].pos == "CCONJ" and after[1].mention is not None
            if joined and len(coordinated(node)) == 1:
                found.append(after[1])
        return found

    def _summit_places(self, summit: Node, targets: list[Destination]) -> list[Destination]:
        """Where a summit is: also "le sommet de Nice", "Nice accueille le sommet"; no bodies."""
        if not targets:
            targets = self._to(summit, "of", near=False)
        if not targets:  # "the *Warsaw* summit"
            targets = [
                t
                for n in summit.all("compound", "amod")
                if n.mention is not None and n.mention.form in ("place", "metonym")
                for t in receiving(n, self.document)
            ]
        targets = targets or self._received(summit)
        return [t for t in targets if t.host is None or t.host.kind == "state"]

    def _received(self, noun: Node) -> list[Destination]:
        """Who receives a meeting: "*Nice* accueille le sommet", "talks that *Oman* hosted"."""
        verb = noun.head
        if verb is None or self._role(verb) != "receive" or noun.relation not in RECEIVED:
            return []
        return [t for n in self._fill(verb, "subject") for t in receiving(n, self.document)]

    def _role(self, verb: Node) -> VisitRole | None:
        return next((r for f in lemmas(verb) if (r := self.words.verbs.get(f))), None)

    def _carried(self, noun: Node) -> list[Party]:
        """The visitor that a noun takes from what it hangs from: "X, en visite à", "lors d'une visite"."""
        if noun.child("cop", "subject") is not None:
            subjects = noun.all("subject", "subject:pass")
            if any(n.mention is not None for n in subjects) or noun.relation != "adverbial":
                return self._people(subjects)
            # "alors qu'il est en visite à Oslo, X a dit": named only in the clause above
            verb = governing_verb(noun)
            return self._people(self._fill(verb, "subject")) if verb is not None else []
        above = noun.head
        if any(n.case in BY for n in noun.children):
            return []  # "a visit *by* the heir": not by the subject
        if (
            above is not None
            and noun.relation == "object"
            and any(
                form in self.words.statuses or form in self.words.words["making"]
                for form in lemmas(above)
            )
        ):
            return self._people(self._fill(above, "subject"))  # "a annulé un voyage à Oslo"
        if noun.case not in self.words.words["carried"]:
            return []
        if noun.head is not None and noun.head.mention is not None and noun.relation != "conj":
            return self._people([noun.head])
        carrier = governing_verb(noun)
        return self._people(self._fill(carrier, "subject")) if carrier is not None else []


def _hosting(node: Node, words: VisitWords) -> list[Party]:
    people = travellers(node, words)
    return people or states(node)
