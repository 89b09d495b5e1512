"""Where the content of a cue that stands before it begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from dragoman.analysis.document import Node
from dragoman.coding.passages import Passage
from dragoman.coding.quote_cues import VERBS, Cue
from dragoman.coding.quote_marks import Quoted
from dragoman.languages.quotations import QuotationWords

FAR = 40  # words after the cue within which the content must begin
FULL = 5  # words from which quoted words without a comma before them are a statement


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a content begins, and what leads to it."""

    start: int
    by: Literal["clause", "infinitive", "colon", "marks", "object"]
    head: Node | None


def opening_of(
    cue: Cue, others: list[Cue], passage: Passage, words: QuotationWords
) -> Opening | None:
    complements = {
        _leftmost(c, cue.end): c
        for c in cue.node.children
        if c.relation == "complement" and c.start > cue.start
    }
    taken = {other.at for other in others if other is not cue}
    nodes = passage.nodes
    for place in range(cue.last + 1, min(len(nodes), cue.last + FAR)):
        node = nodes[place]
        text = node.text.lower()
        following = nodes[place + 1] if place + 1 < len(nodes) else None
        marks = passage.inside_marks(node.start)
        if marks is not None and marks.start >= cue.end:
            if _is_name(marks, complements, passage, words):
                continue
            if cue.saying.attribute:
                return Opening(marks.start, "clause", None)
            return _at_marks(marks, cue, passage, words)
        if text in (".", ";", "?", "!") or place in taken:
            return None
        if text == ":" and following is not None:
            return Opening(following.start, "colon", None)
        if text in words.complementisers and node.pos in ("SCONJ", "PRON", "ADV", "ADP"):
            if following is None or (node.pos == "PRON" and node.relation == "object"):
                continue
            return Opening(following.start, "clause", _clause(node, complements))
        if text in words.infinitive_marks and following is not None:
            head = next((c for c in complements.values() if node in c.children), None)
            infinitive = following.morph.get("VerbForm") == "Inf" or following.pos == "AUX"
            if infinitive and (head is not None or following.head is cue.node):
                return Opening(following.start, "infinitive", head or following)
            if passage.inside_marks(following.start) is not None:
                return Opening(following.start, "infinitive", head)
            under = node.head  # "à le rejeter": a small word between
            if head is not None and under is not None and under.morph.get("VerbForm") == "Inf":
                return Opening(following.start, "infinitive", head)
        if cue.saying.attribute and node.pos in ("ADJ", "VERB") and node.start > cue.end:
            return Opening(_leftmost(node, cue.end), "clause", node)
        if node.start in complements:
            head = complements[node.start]
            if text in words.relative and node.pos == "PRON":
                continue
            if head.pos in VERBS or head.child("cop", "subject") is not None:
                return Opening(_behind_mark(head, node.start, words), "clause", head)
    return None


def _is_name(
    marks: Quoted, complements: dict[int, Node], passage: Passage, words: QuotationWords
) -> bool:
    """Whether marks before the content hold a name ("told TF1's “Journal” that ...")."""
    inner = passage.text[marks.inner_start - passage.start : marks.inner_end - passage.start]
    return len(inner.split()) < FULL and any(
        start >= marks.end
        and (head.child("mark") or _word_at(passage, start) in words.complementisers)
        for start, head in complements.items()
    )


def _word_at(passage: Passage, position: int) -> str:
    """The word at a position of the article, in lower case; empty where none begins."""
    found = re.match(r"\w+['’]?", passage.text[position - passage.start :])
    return found.group().lower() if found else ""


def _clause(mark: Node, complements: dict[int, Node]) -> Node | None:
    for head in complements.values():
        if mark in head.children:
            return head
    return mark.head if mark.head is not None and mark.head.start > mark.start else None


def _behind_mark(head: Node, start: int, words: QuotationWords) -> int:
    """The start of a clause, or what follows its "that" where an aside was read into it."""
    marks = [c for c in head.all("mark") if c.text.lower() in words.complementisers]
    return marks[0].end if marks and marks[0].start >= start else start


def _leftmost(node: Node, after: int) -> int:
    return min(n.start for n in node.subtree() if n.start >= after)


def _at_marks(marks: Quoted, cue: Cue, passage: Passage, words: QuotationWords) -> Opening:
    """Marks before anything else: the object that holds them begins the content."""
    before = passage.text[: marks.start - passage.start].rstrip()
    if before.endswith((",", ":")):
        return Opening(marks.start, "colon" if before.endswith(":") else "marks", None)
    start = marks.start
    for child in sorted(cue.node.children, key=lambda c: c.start):
        if child.start < cue.end or child.relation not in ("object", "attribute", "complement"):
            continue
        left = _leftmost(child, cue.end)
        if left < start:
            start = left
            break
    between = passage.nodes_between(start, marks.start)
    while between and between[0].text.lower() in words.infinitive_marks and len(between) == 1:
        start, between = marks.start, []
    return Opening(start, "marks" if start == marks.start else "object", None)
