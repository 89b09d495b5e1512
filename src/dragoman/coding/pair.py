"""Two marked parties of a sentence, and what the frames say of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.analysis.document import Node, Sentence
from dragoman.coding.frames import Match, accompanying
from dragoman.coding.modality import Reading, modality
from dragoman.coding.slots import fill
from dragoman.coding.telling import type_of
from dragoman.languages.lexicon import Lexicon

Span = tuple[int, int]
NOMINAL = ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X")


@dataclass(frozen=True, slots=True)
class Pair:
    """The actor's and the recipient's span, the nodes that head them, and `path`: the nodes from one
    to the other over their nearest common head. Of a pair with one span it leads to the root."""

    sentence: Sentence
    actor: Span | None
    recipient: Span | None
    actor_head: Node | None
    recipient_head: Node | None
    path: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one predicate's frame says. `actor` and `recipient` tell how well the spans fill its roles:
    2 as the head of a slot, 1 inside one, 0 not. `on_path`: the predicate stands between the parties."""

    found: Match
    event_type: str
    reading: Reading
    actor: int
    recipient: int
    on_path: bool

    @property
    def weight(self) -> float:
        """How much the predicate has to do with the two: first its roles, then where it stands."""
        roles = 2.0 * (self.actor > 0) + 2.0 * (self.recipient > 0)
        direct = 0.5 * (self.actor == 2) + 0.5 * (self.recipient == 2)
        form = 0.1 * (self.found.node.pos == "VERB") + 0.02 * len(self.found.frame.needs)
        return roles + direct + 0.8 * self.on_path + form

    @property
    def takes_both(self) -> bool:
        return self.actor > 0 and self.recipient > 0


def pair_of(sentence: Sentence, actor: Span | None, recipient: Span | None) -> Pair:
    first, second = head_of(sentence, actor), head_of(sentence, recipient)
    return Pair(sentence, actor, recipient, first, second, _path(first, second))


def head_of(sentence: Sentence, span: Span | None) -> Node | None:
    """The node that heads a span's words; null for no span, or one without words."""
    if span is None:
        return None
    inside = [n for n in sentence.nodes if n.start < span[1] and span[0] < n.end]
    tops = [n for n in inside if n.head is None or n.head not in inside]
    return next((n for n in tops if n.pos in NOMINAL), next(iter(tops), None))


def _path(one: Node | None, other: Node | None) -> tuple[Node, ...]:
    if one is None or other is None:
        end = one or other
        return (end, *end.ancestors()) if end is not None else ()
    up = [one, *one.ancestors()]
    down: list[Node] = []
    for node in (other, *other.ancestors()):
        if node in up:
            return (*up[: up.index(node) + 1], *reversed(down))
        down.append(node)
    return ()


def opinions(pair: Pair, told: Sequence[Match], lexicon: Lexicon) -> list[Opinion]:
    """What each predicate of `told`, those of the sentence that tell an event, says; that with the most to
    do with the two first. One that goes with another says nothing."""
    company = accompanying(told)
    found = [_opinion(m, pair, lexicon) for m in told if m.node.index not in company]
    return sorted(found, key=lambda opinion: -opinion.weight)


def _opinion(found: Match, pair: Pair, lexicon: Lexicon) -> Opinion:
    frame, node = found.frame, found.node
    both = (*frame.actor, *frame.recipient) if frame.reciprocal else ()
    recipient = _fills(pair.recipient_head, node, both or frame.recipient, lexicon)
    if not recipient and frame.embeds:
        recipient = int(_is_under(pair.recipient_head, fill(node, "complement", lexicon)))
    reading = modality(node, pair.sentence, lexicon)
    return Opinion(
        found=found,
        event_type=type_of(found, pair.sentence, reading.modality, lexicon)[0],
        reading=reading,
        actor=_fills(pair.actor_head, node, both or frame.actor, lexicon),
        recipient=recipient,
        on_path=node in pair.path,
    )


def _fills(head: Node | None, node: Node, slots: tuple[str, ...], lexicon: Lexicon) -> int:
    fillers = [filler for slot in slots for filler in fill(node, slot, lexicon)]
    if head is not None and head in fillers:
        return 2
    return int(_is_under(head, fillers))


def _is_under(head: Node | None, nodes: Iterable[Node]) -> bool:
    if head is None:
        return False
    over = [head, *head.ancestors()]
    return any(node in over for node in nodes)
