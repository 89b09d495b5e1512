"""What an article has named so far, and who of it a later word may mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dragoman.analysis.document import Mention, Node, Sentence
from dragoman.analysis.quoted import Quoted
from dragoman.analysis.syntax import coordinated, coordination_head
from dragoman.gazetteer.lookup import state
from dragoman.records import Party

SUBJECTS = ("subject", "subject:pass")
MEDIA = "JRN"
REACH = 4  # sentences back that a pronoun may reach


@dataclass(slots=True)
class Past:
    """The mentions of one article up to a place in it, in their order."""

    where: frozenset[str] = frozenset()  # prepositions of place
    quoted: Quoted = field(default_factory=Quoted)
    history: list[Mention] = field(default_factory=list)
    nodes: dict[int, list[Node]] = field(default_factory=dict)

    def add(self, mention: Mention, sentence: Sentence) -> None:
        """Takes a mention up; `mention.sentence` and `mention.head` say where it stands."""
        self.nodes[sentence.index] = sentence.nodes
        self.history.append(mention)

    def last(self, fits: Callable[[Party], bool]) -> Party | None:
        """The party named last that fits."""
        return next((party for party in self._parties() if fits(party)), None)

    def last_states(
        self, count: int, sentence: Sentence, *, groups: bool = False
    ) -> tuple[Party, ...]:
        """The states that "the two countries" in a sentence means: those of the nearest sentence within reach
        that names just so many, else those named last; in the order in which they were named. None if too
        few were named. A person counts for the state, with `groups` an armed group for itself; places and
        who reports do not count."""
        named: dict[int, dict[str, Party]] = {}
        for mention in self.history:
            for party in () if self._is_place(mention) else mention.parties:
                side = party if groups and party.kind == "group" and party.id else _state(party)
                if side is not None and party.sector != MEDIA:
                    named.setdefault(mention.sentence, {}).setdefault(side.key, side)
        nearest = [named.get(sentence.index - distance, {}) for distance in range(REACH + 1)]
        together = next((tuple(sides.values()) for sides in nearest if len(sides) == count), None)
        if together is not None:
            return together
        last: dict[str, Party] = {}
        for index in sorted(named, reverse=True):
            for key, side in reversed(named[index].items()):
                last.setdefault(key, side)
        return tuple(reversed(list(last.values())[:count])) if len(last) >= count else ()

    def _is_place(self, mention: Mention) -> bool:
        """Whether a mention says where something happens ("conclu en Suisse")."""
        nodes = self.nodes.get(mention.sentence, [])
        case = nodes[mention.head].case if 0 <= mention.head < len(nodes) else None
        return mention.form == "place" or (mention.form == "name" and case in self.where)

    def last_persons(self, count: int) -> tuple[Party, ...]:
        """The persons of different states that were named last, in their order; none if too few."""
        found: list[Party] = []
        for party in self._parties():
            if party.kind == "person" and party.country not in {p.country for p in found}:
                found.append(party)
            if len(found) == count:
                return tuple(reversed(found))
        return ()

    def _parties(self) -> Iterator[Party]:
        for mention in reversed(self.history):
            yield from reversed(mention.parties)

    def recent(self, sentence: Sentence) -> Iterator[Party]:
        """The parties within reach of a sentence, the last one first."""
        for mention in reversed(self.history):
            if sentence.index - mention.sentence > REACH:
                return
            yield from reversed(mention.parties)

    def antecedents(self, node: Node, sentence: Sentence) -> Iterator[Mention]:
        """What a pronoun may mean: subjects before the rest in each sentence, this one first. Of what stands
        between quotation marks an outsider comes last: a speaker is not named in his own words."""
        if node.start in self.quoted:
            yield from self._before(node, sentence)
            return
        held = []
        for mention in self._before(node, sentence):
            if mention.start in self.quoted:
                held.append(mention)
            else:
                yield mention
        yield from held

    def _before(self, node: Node, sentence: Sentence) -> Iterator[Mention]:
        recent = [
            m for m in self.history if m.start < node.start and sentence.index - m.sentence <= REACH
        ]
        possessive = node.relation in ("det", "poss", "amod")
        own = clause_subject(node)
        if possessive and own is not None:
            yield own
        for distance in range(REACH + 1):
            here = [m for m in recent if m.sentence == sentence.index - distance]
            subjects = [m for m in here if m.form != "demonym" and m.subject]
            yield from (subjects if distance else reversed(subjects))
            yield from (m for m in reversed(here) if m not in subjects and m.form != "demonym")

    def head(self, mention: Mention) -> Node | None:
        """The node that heads a mention; null where it has none."""
        nodes = self.nodes.get(mention.sentence, [])
        return nodes[mention.head] if 0 <= mention.head < len(nodes) else None

    def group(self, mention: Mention) -> tuple[Mention, ...]:
        """The mention with those that it is coordinated with ("La Suède et la Finlande ...")."""
        nodes = self.nodes.get(mention.sentence, [])
        if not 0 <= mention.head < len(nodes):
            return (mention,)
        members = coordinated(coordination_head(nodes[mention.head]))
        found = [n.mention for n in members if n.mention is not None]
        return tuple(found) if mention in found else (mention,)


def _state(party: Party) -> Party | None:
    """The state that a party belongs to."""
    if party.country is None:
        return None
    name = state(party.country).name
    id = f"state:{party.country}"
    return Party(text=name, name=name, kind="state", id=id, country=party.country)


def clause_subject(node: Node) -> Mention | None:
    """The subject of the clause that a node stands in, if it is named before the node."""
    for above in node.ancestors():
        for child in above.children:
            if child.relation in SUBJECTS and child.start < node.start and child.mention:
                return child.mention
    return None


def own_subject(node: Node) -> Mention | None:
    """The subject of the very verb that a pronoun depends on: it can't be the same party."""
    verb = node.head
    if verb is None or node.relation in SUBJECTS:
        return None
    return next((c.mention for c in verb.children if c.relation in SUBJECTS and c.mention), None)


def is_subject(node: Node) -> bool:
    """Whether a node is a subject, or coordinated with one."""
    return coordination_head(node).relation in SUBJECTS
