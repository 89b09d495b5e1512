"""What the analysis makes of an article, and what the coder reads.

Offsets are 0-based, end-exclusive, in characters of `article.text`, everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from dragoman.analysis.quantities import CountSpan, MoneySpan
from dragoman.analysis.times import TimeExpression
from dragoman.records import Article, Party

MentionForm = Literal[
    "name",  # a state, organisation or person by its name
    "metonym",  # a capital or seat of power that stands for its state
    "place",  # a state, capital or seat as the place where something happens
    "demonym",  # an adjective of nationality inside a noun phrase ("sanctions américaines")
    "people",  # nationals, soldiers, diplomats of a state
    "office",  # an office holder, named or not ("le président russe")
    "institution",  # a ministry, an army, a government
    "pair",  # "les deux pays": several parties named before
    "pronoun",  # he, they, "-t-il", and relative pronouns
    "description",  # "le dirigeant russe", "son homologue", "l'organisation"
]


@dataclass(slots=True)
class Mention:
    """A phrase that names one party or several; `why` says how it was read, for --explain. `assumed`: the
    text nowhere says of which state they are."""

    start: int
    end: int
    parties: tuple[Party, ...]
    form: MentionForm
    why: str
    sentence: int = -1
    head: int = -1
    subject: bool = False
    assumed: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(party.key for party in self.parties)


@dataclass(slots=True, eq=False)
class Node:
    """A word of a parsed sentence, with its relation to its head in our own terms.

    `relation`: subject, subject:pass, object, indirect, oblique, agent, nmod, poss, attribute, amod, appos,
    flat, compound, conj, complement, adverbial, participle, relative, aux, aux:pass, cop, negation, ...
    `case` is the preposition that governs it (lemma; several words joined by a space), or null.
    """

    index: int
    text: str
    lemma: str
    pos: str
    relation: str
    morph: dict[str, str]
    start: int
    end: int
    head: Node | None = None
    children: list[Node] = field(default_factory=list)
    case: str | None = None
    mention: Mention | None = None

    def __repr__(self) -> str:
        head = self.head.text if self.head else "-"
        return f"<{self.text}/{self.lemma}/{self.pos} {self.relation}>{head} case={self.case}>"

    def child(self, *relations: str) -> Node | None:
        return next((node for node in self.children if node.relation in relations), None)

    def all(self, *relations: str) -> list[Node]:
        return [node for node in self.children if node.relation in relations]

    def subtree(self) -> Iterator[Node]:
        """This node and everything under it, in no particular order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(node.children)

    def ancestors(self) -> Iterator[Node]:
        """Heads, nearest first."""
        node = self.head
        while node is not None:
            yield node
            node = node.head


@dataclass(slots=True)
class Sentence:
    """One sentence; `nodes` is empty where the scan found nothing worth parsing."""

    index: int
    paragraph: int
    start: int
    end: int
    text: str
    language: str
    nodes: list[Node] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    money: list[MoneySpan] = field(default_factory=list)
    counts: list[CountSpan] = field(default_factory=list)

    @property
    def assumed(self) -> set[str]:
        """The keys of the parties whose state this sentence does not say."""
        said = {key for m in self.mentions if not m.assumed for key in m.keys}
        return {key for m in self.mentions if m.assumed for key in m.keys} - said

    def node_at(self, position: int) -> Node | None:
        """The node whose characters include `position`."""
        return next((node for node in self.nodes if node.start <= position < node.end), None)


@dataclass(slots=True)
class Document:
    """An article with its sentences, mentions and times. `caption_from` is the offset in the text
    from which related captions run (the text's length where there are none)."""

    article: Article
    language: str
    sentences: list[Sentence]
    caption_from: int

    @property
    def text(self) -> str:
        return self.article.text

    def mentions(self) -> Iterator[Mention]:
        for sentence in self.sentences:
            yield from sentence.mentions

    def sentence_at(self, position: int) -> Sentence | None:
        return next((s for s in self.sentences if s.start <= position < s.end), None)
