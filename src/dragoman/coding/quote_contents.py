"""Contents: what a cue reports, and whether it is quoted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from dragoman.coding.passages import Passage
from dragoman.coding.quote_cues import VERBS, Cue
from dragoman.coding.quote_ends import end_of
from dragoman.coding.quote_marks import Quoted, overlapping
from dragoman.coding.quote_objects import object_span
from dragoman.coding.quote_openings import FULL, Opening, opening_of
from dragoman.coding.quote_tags import Tag
from dragoman.languages.quotations import QuotationWords

Kind = Literal["direct", "indirect", "mixed"]
TRAILING = 6  # words after the marks that leave a quotation direct ("... », sur la chaîne X")
LEADING = 2  # words between two quotations that are under one cue
NAME = 5  # words that a name in marks may have
SMALL = ("CCONJ", "SCONJ", "ADV", "INTJ", "PUNCT")  # what may stand before a direct quotation
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


def after_cue(
    cue: Cue,
    others: list[Cue],
    tags: dict[int, Tag],
    passage: Passage,
    words: QuotationWords,
) -> list[Content]:
    """What a cue that stands before its content reports; empty where it reports nothing."""
    opening = opening_of(cue, others, passage, words)
    if opening is None:
        return _object(cue, others, tags, passage, words)
    if (gap := passage.inside_marks(opening.start)) is not None and not gap.closed:
        limit = gap.end
    else:
        limit = passage.end
    end = min(limit, end_of(opening, cue, others, tags, passage, words))
    start, end = trimmed(opening.start, end, passage)
    if end <= start:
        return []
    marks = [
        q
        for q in overlapping(passage.quoted, start, end)
        if q.start >= start and not _is_name(q, passage, words)
    ]
    if not marks:
        said = cue.saying.indirect and _is_clause(opening, start, end, cue, passage, words)
        if not said:
            return _object(cue, others, tags, passage, words)
        return [Content(start, end, "indirect")]
    first = marks[0]
    if first.start == start and _is_statement(first, opening, passage):
        return [
            Content(q.inner_start, q.inner_end, "direct")
            for q in marks
            if q is first or _joined(first, q, passage)
        ]
    return [Content(start, _before_aside(marks, max(end, marks[-1].end), passage, words), "mixed")]


def _object(
    cue: Cue, others: list[Cue], tags: dict[int, Tag], passage: Passage, words: QuotationWords
) -> list[Content]:
    span = object_span(cue, others, [t.start for t in tags.values()], passage, words)
    if span is None or any(True for _ in overlapping(passage.quoted, *span)):
        return []
    start, end = trimmed(*span, passage)
    return [Content(start, end, "indirect")] if end > start else []


def _is_clause(
    opening: Opening, start: int, end: int, cue: Cue, passage: Passage, words: QuotationWords
) -> bool:
    """Whether a content without marks is a clause or infinitive, and no relative clause."""
    if opening.by not in ("clause", "infinitive", "colon"):
        return False
    nodes = passage.nodes_between(start, end)
    if nodes and nodes[0].text.lower() in words.relative - words.complementisers - {"who"}:
        return False
    return cue.saying.attribute or any(
        n.pos in VERBS and n.morph.get("VerbForm") in ("Fin", "Inf") for n in nodes
    )


def _is_name(marks: Quoted, passage: Passage, words: QuotationWords) -> bool:
    """Whether marks hold the name of a thing: few words after "loi", "operation" ..."""
    lead = passage.text[: marks.start - passage.start]
    before = re.findall(r"\w+", lead[-40:])
    inner = passage.text[marks.inner_start - passage.start : marks.inner_end - passage.start]
    return len(inner.split()) <= NAME and bool(before) and before[-1].lower() in words.scare_nouns


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


def _is_statement(marks: Quoted, opening: Opening, passage: Passage) -> bool:
    inner = passage.text[marks.inner_start - passage.start : marks.inner_end - passage.start]
    if opening.by == "colon":
        return True
    if opening.by != "marks":
        return False
    led = passage.text[: marks.start - passage.start].rstrip().endswith(",")
    return inner[0].isupper() and (led or len(inner.split()) >= FULL)
