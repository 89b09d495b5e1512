"""Where the content of a cue that stands before it ends."""

from __future__ import annotations

import re

from dragoman.analysis.document import Node
from dragoman.coding.passages import Passage
from dragoman.coding.quote_cues import VERBS, Cue
from dragoman.coding.quote_marks import overlapping
from dragoman.coding.quote_openings import Opening
from dragoman.coding.quote_tags import Tag
from dragoman.languages.quotations import QuotationWords

_CLOSING = '»”"’'


def end_of(
    opening: Opening,
    cue: Cue,
    others: list[Cue],
    tags: dict[int, Tag],
    passage: Passage,
    words: QuotationWords,
) -> int:
    end = passage.end
    for other in others:
        if other.start <= opening.start or other is cue:
            continue
        own = tags.get(other.at)
        if own is not None:
            end = min(end, own.start)
        elif _beside(other, cue, opening) and not (
            other.node.relation == "conj" and _leads_content(other.node, words)
        ):
            end = min(end, _clause_start(other, opening, passage))
    for phrase in words.reporter_again:
        at = re.search(
            rf",\s+{re.escape(phrase)}(?:(?<=['’])|(?!\w))",
            passage.text[opening.start - passage.start :],
            re.IGNORECASE,
        )
        if at is not None and passage.inside_marks(opening.start + at.start()) is None:
            end = min(end, opening.start + at.start())
    cuts = (
        _sibling(cue, opening, passage, end, words),
        _main(cue, opening, passage),
        _after_relative(cue, opening, passage, words),
    )
    for cut in cuts:
        end = min(end, cut) if cut is not None else end
    return _without_tail(cue, opening, passage, end) if opening.by in ("object", "marks") else end


def _leads_content(node: Node, words: QuotationWords) -> bool:
    """A clause with its own "que", an infinitive with its own "de": a second part of the content."""
    small = words.complementisers | words.infinitive_marks
    return any(
        c.start < node.start and c.text.lower() in small and c.relation in ("mark", "case", "aux")
        for c in node.children
    )


def _main(cue: Cue, opening: Opening, passage: Passage) -> int | None:
    """Where the main clause goes on, if the cue stands in a clause before it ("X, who said ..., left")."""
    below = cue.node
    for above in cue.node.ancestors():
        if above.start > opening.start and above.pos in VERBS:
            own = [
                n.start
                for child in above.children
                if child is not below and child.relation not in ("punct", "conj", "cc")
                for n in child.subtree()
                if n.start > opening.start
            ]
            start = min([above.start, *own])
            before = passage.text[: start - passage.start].rstrip()
            led = before.endswith((",", "–", "—", *_CLOSING))
            return start if led and passage.inside_marks(start) is None else None
        below = above
    return None


def _after_relative(
    cue: Cue, opening: Opening, passage: Passage, words: QuotationWords
) -> int | None:
    """Where the verb of the main clause follows the comma that ends a relative one, if the cue's subject is a
    relative pronoun ("X, qui a promis d'aider Y, *a* rencontré Z")."""
    subject = cue.node.child("subject")
    if subject is None or subject.text.lower() not in words.relative:
        return None
    nodes = passage.nodes
    for place in range(cue.last + 1, len(nodes) - 1):
        comma, node = nodes[place], nodes[place + 1]
        finite = node.pos in VERBS and node.morph.get("VerbForm") == "Fin"
        if comma.text == "," and finite and comma.start > opening.start:
            return comma.start if passage.inside_marks(comma.start) is None else None
    return None


def _without_tail(cue: Cue, opening: Opening, passage: Passage, end: int) -> int:
    """Without the phrases after the marks that tell when and where it was said."""
    marks = [q for q in overlapping(passage.quoted, opening.start, end) if q.start >= opening.start]
    if not marks:
        return end
    for child in sorted(cue.node.children, key=lambda c: c.start):
        if child.start < marks[-1].end or child.relation not in ("oblique", "adverb", "agent"):
            continue
        start = min(n.start for n in child.subtree() if n.start >= marks[-1].end)
        small = [n for n in passage.nodes_between(marks[-1].end, start) if n.pos != "PUNCT"]
        return min(end, small[0].start if small and small[0].pos == "ADP" else start)
    return end


def _beside(other: Cue, cue: Cue, opening: Opening) -> bool:
    """Whether a later cue stands beside this one and not inside what it reports."""
    above = list(other.node.ancestors())
    if other.node is opening.head:
        return False
    if opening.head is not None and opening.head in above:
        return _takes_over(other, opening.head)
    return cue.node in above or any(n in above for n in cue.node.ancestors()) or not above


def _takes_over(other: Cue, head: Node) -> bool:
    """Whether a cue that the parser coordinates with the content speaks for itself: "said the port was shut
    and *warned that* ...", "..., and officials *said that* ...", "..., *adding that*"."""
    beside = other.node.relation == "conj" and other.node.head is head
    if not (beside or other.goes_on):
        return False
    clause = other.node.child("complement")
    return clause is not None and clause.child("mark") is not None and clause.start > other.start


def _clause_start(other: Cue, opening: Opening, passage: Passage) -> int:
    """Where the clause of a later cue begins: its subject or conjunction, if they follow the content."""
    own = [
        n.start
        for n in other.node.children
        if (
            n.relation in ("subject", "subject:pass", "cc", "mark", "aux", "reflexive", "det")
            or n.pos == "PRON"
        )
        and opening.start < n.start < other.end
    ]
    start = min([other.start, *own])
    before = passage.nodes_between(opening.start, start)
    if before and before[-1].pos == "CCONJ":
        start = before[-1].start
    return start


def _sibling(
    cue: Cue, opening: Opening, passage: Passage, end: int, words: QuotationWords
) -> int | None:
    """Where a clause coordinated with the cue's own begins, after the content."""
    for node in cue.node.children:
        if node.relation != "conj" or node.pos not in VERBS or not opening.start < node.start < end:
            continue
        begun = opening.head.start if opening.head is not None else opening.start
        if node.start <= begun or _leads_content(node, words):
            continue
        start = min(n.start for n in node.subtree() if n.start > begun)
        before = passage.nodes_between(opening.start, start)
        if before and before[-1].pos == "CCONJ":
            start = before[-1].start
        if passage.inside_marks(start) is None:
            return start
    return None
