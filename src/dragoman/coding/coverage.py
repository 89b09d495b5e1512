"""Predicates between two parties, and whether the lexicon knows what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dragoman.analysis.document import Document, Node, Sentence
from dragoman.analysis.syntax import lemmas
from dragoman.coding.frames import match
from dragoman.coding.slots import CLAUSES, fill
from dragoman.languages.lexicon import NO_EVENT, Lexicon, lexicon

Known = Literal["frame", "none", "operator", "report", "light verb", "listed", "unknown"]
"""`frame`: a frame's conditions hold. `none`: the lexicon says that it is no event. `listed`: it has
frames, of which none holds here."""
COVERED: tuple[Known, ...] = ("frame", "none", "operator", "report", "light verb")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word with two parties under it; `lemma` as the lexicon would list it."""

    lemma: str
    pos: str
    known: Known
    sentence: str

    @property
    def is_covered(self) -> bool:
        return self.known in COVERED


def predicates(document: Document) -> Iterator[Predicate]:
    """Every verb and noun of a document that has two parties of different sides under it, in the
    order of the text. A verb's subject counts where another word shares it."""
    lex = lexicon(document.language)
    for sentence in document.sentences:
        for node in sentence.nodes:
            if not _is_predicate(node) or len(_sides(node, lex)) < 2:
                continue
            lemma = lemmas(node)[0] if node.pos == "VERB" else node.lemma
            yield Predicate(lemma, node.pos, _known(node, sentence, lex), sentence.text)


def _is_predicate(node: Node) -> bool:
    """Verbs, and nouns that name no party; auxiliaries belong to their verbs."""
    if node.pos == "VERB":
        return node.relation not in ("aux", "aux:pass", "cop")
    return node.pos == "NOUN" and node.mention is None and node.text.isalpha()


def _sides(node: Node, lex: Lexicon) -> set[str]:
    """The countries and parties that hang under a predicate, clauses inside it left out."""
    roots = [c for c in node.children if c.relation not in CLAUSES]
    if node.pos == "VERB":
        roots += [n for n in fill(node, "subject", lex) if n.head is not node]
    found: set[str] = set()
    stack = list(roots)
    seen: set[int] = set()
    while stack:
        word = stack.pop()
        if word.index in seen or word is node:
            continue
        seen.add(word.index)
        if word.mention is not None and word.mention.form != "place":
            parties = [p for p in word.mention.parties if p.id or p.country]
            found |= {p.country or p.key for p in parties}
        stack += [c for c in word.children if c.relation not in CLAUSES and c.pos != "VERB"]
    return found


def _known(node: Node, sentence: Sentence, lex: Lexicon) -> Known:
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
