"""Predicates between two parties, and whether the lexicon knows what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from dragoman.analysis.document import Document, Node, Sentence
from dragoman.analysis.syntax import lemmas
from dragoman.coding.frames import match
from dragoman.coding.slots import BETWEEN, CLAUSES, fill
from dragoman.languages.lexicon import NO_EVENT, Lexicon, lexicon
from dragoman.records.model import Record
from dragoman.records.reading import Reading

Known = Literal["frame", "none", "operator", "report", "light verb", "listed", "unknown"]
"""`frame`: a frame's conditions hold. `none`: the lexicon says that it is no event. `listed`: it has
frames, of which none holds here. `unknown`: it has none."""
UNCOVERED: tuple[Known, ...] = ("listed", "unknown")
COVERED = tuple(known for known in get_args(Known) if known not in UNCOVERED)
VOWELS = tuple("aeiouyhàâéèêëîïôœ")


class Predicate(Record):
    """A verb or noun with two parties under it; `lemma` as the lexicon would list it."""

    lemma: str
    pos: Literal["VERB", "NOUN"]
    known: Known
    sentence: str

    @property
    def is_covered(self) -> bool:
        return self.known in COVERED


class CountedReading(Reading):
    """A page of which the predicates were looked at, and nothing was coded."""

    predicates: tuple[Predicate, ...] = ()


def predicates(document: Document) -> Iterator[Predicate]:
    """Every verb and noun of a document that has two parties of different sides under it, in the
    order of the text. A verb's subject counts where another word shares it; a noun's parties have to
    stand in two phrases of its own, or "between" them."""
    lex = lexicon(document.language)
    for sentence in document.sentences:
        for node in sentence.nodes:
            if node.pos == "VERB" and is_predicate(node) and len(_verb_sides(node, lex)) > 1:
                yield Predicate(
                    lemma=_verb(node),
                    pos="VERB",
                    known=known(node, sentence, lex),
                    sentence=sentence.text,
                )
            elif node.pos == "NOUN" and is_predicate(node) and _joins(node):
                yield Predicate(
                    lemma=node.lemma,
                    pos="NOUN",
                    known=known(node, sentence, lex),
                    sentence=sentence.text,
                )


def is_predicate(node: Node) -> bool:
    """Verbs, and nouns that name no party; auxiliaries belong to their verbs."""
    if node.pos == "VERB":
        return node.relation not in ("aux", "aux:pass", "cop")
    return node.mention is None and node.text.isalpha()


def _verb(node: Node) -> str:
    """The verb as a lexicon lists it: "call off", "se rendre", "s'engager"."""
    elided = node.child("reflexive") is not None and node.lemma[:1] in VOWELS
    return lemmas(node)[-1 if elided else 0]


def _verb_sides(verb: Node, lex: Lexicon) -> set[str]:
    roots = [c for c in verb.children if c.relation not in CLAUSES and c.pos != "VERB"]
    roots += [n for n in fill(verb, "subject", lex) if n.head is not verb]
    return _sides(verb, roots)


def _joins(noun: Node) -> bool:
    """ "l'appui *russe* à *la Syrie*", "the dispute between *Peru and Chile*"; not "lands such as
    *Peru and Chile*"."""
    branches = [
        (child, _sides(noun, [child]))
        for child in noun.children
        if child.relation not in (*CLAUSES, "conj")
    ]
    told = [(child, sides) for child, sides in branches if sides]
    everyone = {side for _, sides in told for side in sides}
    return len(everyone) > 1 and (len(told) > 1 or told[0][0].case in BETWEEN)


def _sides(predicate: Node, roots: Iterable[Node]) -> set[str]:
    """The countries and parties that hang under some words, clauses inside left out."""
    found: set[str] = set()
    stack = list(roots)
    seen: set[int] = set()
    while stack:
        word = stack.pop()
        if word.index in seen or word is predicate:
            continue
        seen.add(word.index)
        if word.mention is not None and word.mention.form != "place":
            parties = [p for p in word.mention.parties if p.id or p.country]
            found |= {p.country or p.key for p in parties}
        stack += [c for c in word.children if c.relation not in CLAUSES and c.pos != "VERB"]
    return found


def known(node: Node, sentence: Sentence, lex: Lexicon) -> Known:
    """By what the lexicon knows a verb or noun, if it does."""
    found = match(node, sentence, lex)
    if found is not None:
        return "none" if found.frame.event == NO_EVENT else "frame"
    forms = lemmas(node) if node.pos == "VERB" else (node.lemma,)
    if any((node.pos, form) in lex.operators for form in forms):
        return "operator"
    if node.pos == "VERB" and any(form in lex.reports for form in forms):
        return "report"
    if node.pos == "VERB" and node.lemma in lex.classes.get("light_verbs", frozenset()):
        return "light verb"  # the noun that it carries tells the event, and is counted itself
    return "listed" if any((node.pos, form) in lex.frames for form in forms) else "unknown"
