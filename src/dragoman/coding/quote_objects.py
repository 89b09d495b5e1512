"""Contents that are a noun phrase: "spoke of *a mistake*", "criticised *the raid*"."""

from __future__ import annotations

from dragoman.analysis.document import Node
from dragoman.analysis.syntax import is_passive
from dragoman.coding.passages import Passage
from dragoman.coding.quote_cues import VERBS, Cue
from dragoman.languages.quotations import QuotationWords

DIRECT = "object"  # the slot of a bare object; other slots are prepositions
PHRASES = ("oblique", "nmod", "agent", "complement", "adverbial", "particle")
HEADS = ("NOUN", "PROPN", "PRON", "NUM")


def object_span(
    cue: Cue, others: list[Cue], tags: list[int], passage: Passage, words: QuotationWords
) -> tuple[int, int] | None:
    """Start and end of the phrase that a cue takes up as an object; null where its verb takes none, or
    the phrase is a pronoun or marks a thing that is no content (`QuotationWords.no_objects`).

    The phrase ends before the next of the `tags` (where the passage's tags start) or a coordinated cue.
    """
    slots = cue.saying.objects
    if not slots:
        return None
    if is_passive(cue.node):
        if DIRECT not in slots or cue.node.child("agent") is None:
            return None
        return _phrase_before(cue, passage)
    for slot in slots:
        for node in _fillers(cue, slot, words):
            first = min(n.start for n in node.subtree() if n.start >= cue.end)
            end = max(n.end for n in node.subtree())
            stops = [start for start in tags if start > first]
            stops += [o.start for o in others if o.start > first and o.node.relation == "conj"]
            mark = node.child("case")
            if mark is not None and mark.start == first:
                first = mark.end
            end = min([end, *stops])
            return (first, end) if end > first else None
    return None


def takes_object(cue: Cue, words: QuotationWords) -> bool:
    """Whether a phrase after the cue stands in one of the slots that its verb lists."""
    return any(_fillers(cue, slot, words) for slot in cue.saying.objects)


def _fillers(cue: Cue, slot: str, words: QuotationWords) -> list[Node]:
    after = [n for n in cue.node.children if n.start >= cue.end]
    if slot == DIRECT:
        found = [n for n in after if n.relation == "object"]
    else:
        found = [n for n in after if n.case == slot and n.relation in PHRASES]
        for child in after:
            if child.relation in ("object", "particle"):
                found += [n for n in child.children if n.case == slot]
    return [n for n in found if _is_content(n, words)]


def _is_content(node: Node, words: QuotationWords) -> bool:
    if node.pos in VERBS:
        return node.relation != "adverbial"
    return node.pos in HEADS and node.pos != "PRON" and node.lemma not in words.no_objects


def _phrase_before(cue: Cue, passage: Passage) -> tuple[int, int] | None:
    subject = cue.node.child("subject:pass", "subject")
    if subject is None or subject.pos == "PRON":
        return None
    own = [n for n in subject.subtree() if passage.start <= n.start < cue.start]
    return (min(n.start for n in own), max(n.end for n in own)) if own else None
