"""Cues: the verbs of saying outside quotation marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.analysis.document import Node
from dragoman.analysis.syntax import lemmas
from dragoman.coding.passages import Passage
from dragoman.languages.quotations import QuotationWords, Saying

VERBS = ("VERB", "AUX")
BEFORE = ("aux", "reflexive", "negation", "aux:pass")
CHAIN = 7  # how many words the auxiliary may stand before the participle
SUBJECTS = ("subject", "subject:pass")


@dataclass(slots=True, eq=False)
class Cue:
    """A verb of saying. `at` is its place in the passage's nodes, `first`..`last` the places of the cue's
    own words (auxiliary to participle, inverted pronoun), `start`..`end` their characters."""

    node: Node
    saying: Saying
    at: int
    first: int
    last: int
    start: int
    end: int
    pronoun: Node | None

    @property
    def goes_on(self) -> bool:
        """Whether it is a participle that goes on with the sentence's own subject ("..., adding that")."""
        form = self.node.morph
        return (
            form.get("VerbForm") in ("Part", "Ger")
            and (form.get("Tense") == "Pres" or form.get("Aspect") == "Prog")
            and self.node.child("subject", "aux") is None
        )


def cues(passage: Passage, words: QuotationWords) -> list[Cue]:
    """The cues of a passage that stand outside marks, in order."""
    return list(_cues(passage, words))


def _cues(passage: Passage, words: QuotationWords) -> Iterator[Cue]:
    nodes = passage.nodes
    for at, node in enumerate(nodes):
        saying = _saying(node, at, nodes, words)
        if saying is None or passage.inside_marks(node.start) is not None:
            continue
        first, last, pronoun = _extent(at, nodes, words)
        if nodes[first].start < passage.start:
            continue
        yield Cue(
            node=node,
            saying=saying,
            at=at,
            first=first,
            last=last,
            start=nodes[first].start,
            end=nodes[last].end,
            pronoun=pronoun,
        )


def _saying(node: Node, at: int, nodes: list[Node], words: QuotationWords) -> Saying | None:
    if node.pos not in VERBS and not _is_participle_by_place(node, at, nodes):
        return None
    if node.relation in ("aux", "aux:pass", "cop", "case"):
        return None
    forms = lemmas(node)
    for form in forms:
        governors = words.governed.get(form)
        if governors and any(n.lemma in governors for n in nodes[max(0, at - 3) : at]):
            return Saying(0.0, True, ("à", "to", "indirect"))
    return next((words.sayings[form] for form in forms if form in words.sayings), None)


def _is_participle_by_place(node: Node, at: int, nodes: list[Node]) -> bool:
    """ "a-t-il *prévenu*": the tagger takes participles after an inverted pronoun for something else."""
    return (
        node.pos in ("ADJ", "NOUN", "ADV")
        and at >= 2
        and nodes[at - 1].text.lower().startswith("-")
        and nodes[at - 1].pos == "PRON"
    )


def _extent(at: int, nodes: list[Node], words: QuotationWords) -> tuple[int, int, Node | None]:
    node = nodes[at]
    first = last = at
    pronoun: Node | None = None
    for place in range(at - 1, max(-1, at - CHAIN), -1):
        other = nodes[place]
        if other.text in (",", ".", '"', "«", "»", "“", "”", ":"):
            break
        text = other.text.lower()
        if other.head is node and other.relation in BEFORE:
            first = place
        elif (text in words.inverted and place + 1 == first) or (
            first < at and text in words.inverted
        ):
            first, pronoun = place, pronoun or _worth(other)
        elif (
            first <= at and other.pos == "AUX" and nodes[place + 1].text.lower() in words.inverted
        ) or (text == "en" and place + 1 == first and other.pos == "ADP"):
            first = place
            break
    for place in range(at + 1, min(len(nodes), at + 3)):
        if nodes[place].text.lower() not in words.inverted or nodes[place].start > nodes[last].end:
            break
        last, pronoun = place, _worth(nodes[place]) or pronoun
    return first, last, pronoun


def _worth(node: Node) -> Node | None:
    """The clitic itself; "-t" only joins it to the verb."""
    return node if node.text.lower() not in ("-t",) else None
