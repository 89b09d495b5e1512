"""Contents: what a cue reports, where it begins and ends, and whether it is quoted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from dragoman.analysis.document import Node
from dragoman.coding.passages import Passage
from dragoman.coding.quote_cues import VERBS, Cue
from dragoman.coding.quote_marks import Quoted, overlapping
from dragoman.coding.quote_tags import Tag
from dragoman.languages.quotations import QuotationWords

Kind = Literal["direct", "indirect", "mixed"]
FAR = 40  # words after the cue within which the content must begin
TRAILING = 6  # words after the marks that leave a quotation direct ("... », sur la chaîne X")
LEADING = 2
SMALL = ("CCONJ", "SCONJ", "ADV", "INTJ", "PUNCT")  # what may stand before a direct quotation
FULL = 5  # words from which quoted words without a comma before them are a statement
_TRIM = " \t\n\xa0,;:–—-"
_CLOSING = '»”"’'


@dataclass(frozen=True, slots=True)
class Content:
    start: int
    end: int
    kind: Kind


def trimmed(start: int, end: int, passage: Passage) -> tuple[int, int]:
    """The span without white space, commas and the final stop; a closing mark stays with its opening."""
    text, base = passage.text, passage.start
    while start < end and text[start - base] in _TRIM + ".":
        start += 1
    while end > start:
        sign = text[end - 1 - base]
        if sign in _TRIM or sign in ".":
            if sign == "." and text[max(start, end - 3) - base : end - base] == "...":
                break
            end -= 1
        elif sign in _CLOSING and not any(
            q.start >= start and q.end == end for q in passage.quoted
        ):
            if sign == "’" and text[end - 2 - base : end - 1 - base].isalnum():
                break
            end -= 1
        else:
            break
    return start, end


# --- before the tag


def before_tag(left: int, right: int, passage: Passage) -> list[Content]:
    """What a tag reports: all from `left` to the tag."""
    start, end = trimmed(left, right, passage)
    marks = [q for q in overlapping(passage.quoted, start, end) if q.start >= start]
    if not marks:
        verbs = [n for n in passage.nodes_between(start, end) if n.pos in VERBS]
        return [Content(start, end, "indirect")] if verbs and end > start else []
    lead = passage.text[start - passage.start : marks[0].start - passage.start]
    outside = _outside(marks, start, end, passage)
    small = all(n.pos in SMALL for n in passage.nodes_between(start, marks[0].start))
    if small and len(outside.split()) - len(lead.split()) <= TRAILING:
        return [Content(q.inner_start, q.inner_end, "direct") for q in marks]
    return [Content(start, end, "mixed")]


def _outside(marks: list[Quoted], start: int, end: int, passage: Passage) -> str:
    pieces, at = [], start
    for q in marks:
        pieces.append(passage.text[at - passage.start : q.start - passage.start])
        at = q.end
    pieces.append(passage.text[at - passage.start : max(at, end) - passage.start])
    return re.sub(r"[^\w'’-]+", " ", " ".join(pieces))


def around_tag(left: int, own: Tag, passage: Passage) -> list[Content]:
    """What a tag in the middle of a clause cuts in two: "The deal, he said, would fail" as one, "In May, he
    said, they will vote" without what stands before."""
    rest = passage.text[own.end - passage.start :]
    if not re.match(r",\s+[^\W\d_]", rest):
        return []
    nodes = passage.nodes_between(own.end, passage.end)
    if not any(n.pos in VERBS and n.morph.get("VerbForm") == "Fin" for n in nodes):
        return []
    held = any(
        n.relation in ("subject", "subject:pass") and n.head in nodes
        for n in passage.nodes_between(left, own.start)
    )
    start, end = trimmed(left if held else own.end, passage.end, passage)
    marks = [q for q in overlapping(passage.quoted, start, end) if q.start >= start]
    return [Content(start, end, "mixed" if marks else "indirect")]


# --- after the cue


@dataclass(frozen=True, slots=True)
class _Opening:
    """Where a content begins, and what leads to it."""

    start: int
    by: Literal["clause", "infinitive", "colon", "marks", "object"]
    head: Node | None


def after_cue(
    cue: Cue,
    others: list[Cue],
    tags: dict[int, Tag],
    passage: Passage,
    words: QuotationWords,
) -> list[Content]:
    """What a cue that stands before its content reports; empty where it reports nothing."""
    opening = _opening(cue, others, passage, words)
    if opening is None:
        return []
    if (gap := passage.inside_marks(opening.start)) is not None and not gap.closed:
        limit = gap.end
    else:
        limit = passage.end
    end = min(limit, _end(opening, cue, others, tags, passage, words))
    start, end = trimmed(opening.start, end, passage)
    if end <= start:
        return []
    marks = [q for q in overlapping(passage.quoted, start, end) if q.start >= start]
    if not marks:
        said = opening.by in ("clause", "infinitive", "colon") and cue.saying.indirect
        return [Content(start, end, "indirect")] if said else []
    first = marks[0]
    if first.start == start and _is_statement(first, opening, passage):
        return [
            Content(q.inner_start, q.inner_end, "direct")
            for q in marks
            if q is first or _joined(first, q, passage)
        ]
    return [Content(start, _before_aside(marks, max(end, marks[-1].end), passage, words), "mixed")]


def _before_aside(marks: list[Quoted], end: int, passage: Passage, words: QuotationWords) -> int:
    """The end of a clause with quoted words: at their marks where the reporter goes on about them ("« des
    amis » – une expression rare", "« des amis », une formule ...")."""
    for quoted in marks:
        rest = passage.text[quoted.end - passage.start : end - passage.start].lower()
        if rest.startswith(words.asides) or rest.lstrip().startswith(words.asides):
            return quoted.end
    return end


def _joined(first: Quoted, other: Quoted, passage: Passage) -> bool:
    between = passage.text[first.end - passage.start : other.start - passage.start]
    return len(re.sub(r"[^\w]+", " ", between).split()) <= LEADING


def _is_statement(marks: Quoted, opening: _Opening, passage: Passage) -> bool:
    inner = passage.text[marks.inner_start - passage.start : marks.inner_end - passage.start]
    if opening.by == "colon":
        return True
    if opening.by != "marks":
        return False
    led = passage.text[: marks.start - passage.start].rstrip().endswith(",")
    return inner[0].isupper() and (led or len(inner.split()) >= FULL)


def _opening(
    cue: Cue, others: list[Cue], passage: Passage, words: QuotationWords
) -> _Opening | None:
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
                return _Opening(marks.start, "clause", None)
            return _at_marks(marks, cue, passage, words)
        if text in (".", ";", "?", "!") or place in taken:
            return None
        if text == ":" and following is not None:
            return _Opening(following.start, "colon", None)
        if text in words.complementisers and node.pos in ("SCONJ", "PRON", "ADV", "ADP"):
            if following is None or (node.pos == "PRON" and node.relation == "object"):
                continue
            return _Opening(following.start, "clause", _clause(node, complements))
        if text in words.infinitive_marks and following is not None:
            head = next((c for c in complements.values() if node in c.children), None)
            infinitive = following.morph.get("VerbForm") == "Inf" or following.pos == "AUX"
            if infinitive and (head is not None or following.head is cue.node):
                return _Opening(following.start, "infinitive", head or following)
            if passage.inside_marks(following.start) is not None:
                return _Opening(following.start, "infinitive", head)
            under = node.head  # "à le rejeter": a small word between
            if head is not None and under is not None and under.morph.get("VerbForm") == "Inf":
                return _Opening(following.start, "infinitive", head)
        if cue.saying.attribute and node.pos in ("ADJ", "VERB") and node.start > cue.end:
            return _Opening(_leftmost(node, cue.end), "clause", node)
        if node.start in complements:
            head = complements[node.start]
            if text in words.relative and node.pos == "PRON":
                continue
            if head.pos in VERBS or head.child("cop", "subject") is not None:
                return _Opening(_behind_mark(head, node.start, words), "clause", head)
    return None


def _is_name(
    marks: Quoted, complements: dict[int, Node], passage: Passage, words: QuotationWords
) -> bool:
    """Whether marks before the content hold a name ("told TF1's “Journal” that ...")."""
    inner = passage.text[marks.inner_start - passage.start : marks.inner_end - passage.start]
    return len(inner.split()) < FULL and any(
        start >= marks.end
        and (head.child("mark") or passage_word(passage, start) in words.complementisers)
        for start, head in complements.items()
    )


def passage_word(passage: Passage, position: int) -> str:
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


def _at_marks(marks: Quoted, cue: Cue, passage: Passage, words: QuotationWords) -> _Opening:
    """Marks before anything else: the object that holds them begins the content."""
    before = passage.text[: marks.start - passage.start].rstrip()
    if before.endswith((",", ":")):
        return _Opening(marks.start, "colon" if before.endswith(":") else "marks", None)
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
    return _Opening(start, "marks" if start == marks.start else "object", None)


def _end(
    opening: _Opening,
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
        elif _beside(other, cue, opening):
            if not (other.node.relation == "conj" and _leads_content(other.node, words)):
                end = min(end, _clause_start(other, opening, passage))
    for phrase in words.reporter_again:
        at = re.search(
            rf",\s+{re.escape(phrase)}(?:(?<=['’])|(?!\w))",
            passage.text[opening.start - passage.start :],
            re.IGNORECASE,
        )
        if at is not None and passage.inside_marks(opening.start + at.start()) is None:
            end = min(end, opening.start + at.start())
    for cut in (_sibling(cue, opening, passage, end, words), _main(cue, opening, passage)):
        end = min(end, cut) if cut is not None else end
    return _without_tail(cue, opening, passage, end) if opening.by in ("object", "marks") else end


def _leads_content(node: Node, words: QuotationWords) -> bool:
    """A clause with its own "que", an infinitive with its own "de": a second part of the content."""
    small = words.complementisers | words.infinitive_marks
    return any(
        c.start < node.start and c.text.lower() in small and c.relation in ("mark", "case", "aux")
        for c in node.children
    )


def _main(cue: Cue, opening: _Opening, passage: Passage) -> int | None:
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


def _without_tail(cue: Cue, opening: _Opening, passage: Passage, end: int) -> int:
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


def _beside(other: Cue, cue: Cue, opening: _Opening) -> bool:
    """Whether a later cue stands beside this one and not inside what it reports."""
    above = list(other.node.ancestors())
    if other.node is opening.head:
        return False
    if opening.head is not None and opening.head in above:
        return _takes_over(other, opening.head)
    return cue.node in above or any(n in above for n in cue.node.ancestors()) or not above


def _takes_over(other: Cue, head: Node) -> bool:
    """Whether a cue that the parser coordinates with the content speaks for itself: "said the port was shut
    and *warned that* ...", "..., and officials *said that* ..."."""
    if other.node.relation != "conj" or other.node.head is not head:
        return False
    clause = other.node.child("complement")
    return clause is not None and clause.child("mark") is not None and clause.start > other.start


def _clause_start(other: Cue, opening: _Opening, passage: Passage) -> int:
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
    cue: Cue, opening: _Opening, passage: Passage, end: int, words: QuotationWords
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
