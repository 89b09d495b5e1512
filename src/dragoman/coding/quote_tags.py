"""Tags: the cue that stands after or inside what it reports ("..., a déclaré X", "..., she said")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.analysis.document import Node
from dragoman.coding.passages import Passage
from dragoman.coding.quote_cues import SUBJECTS, VERBS, Cue
from dragoman.coding.quote_objects import takes_object
from dragoman.languages.quotations import QuotationWords

NOUNS = ("DET", "NOUN", "PROPN", "PRON", "NUM")
SKIPPED = ("ADV", "PUNCT")
_LEADS = re.compile(r"[,»”\"'’–—-]\s*$")
_STOPS = (",", ";", ".", ":", "?", "!", "–", "—", "(", "«", "“", '"', "»", "”")
CLAUSE = 25  # words after the cue in which marks that it introduces begin
LONGEST_SUBJECT = 40  # words between a subject on the left and its cue


@dataclass(frozen=True, slots=True)
class Tag:
    """`start`..`end`: the cue with its subject, characters; `subject`: the subject's head."""

    start: int
    end: int
    subject: Node | None


def tag(cue: Cue, passage: Passage, words: QuotationWords) -> Tag | None:
    """The tag that a cue makes; null where the cue stands before its content."""
    left = _left_subject(cue, passage)
    if cue.pronoun is not None:
        return Tag(cue.start, _end(cue, passage), cue.pronoun)
    if left is not None:
        start = _phrase_start(left, cue, passage)
        if (
            start is None
            or left.text.lower() in words.relative
            or not (_led(start, passage) or _compares(start, passage, words))
            or not (
                start == passage.start
                or _something_before(start, passage)
                or _inserted(cue, passage)
                or _compares(start, passage, words)
            )
            or has_content(cue, passage, words)
        ):
            return None
        return Tag(start, _end(cue, passage), left)
    compares = _compares(cue.start, passage, words)
    if not (_led(cue.start, passage) or compares) or not _finite(cue):
        return None
    right = _right_subject(cue, passage, words)
    if right is None or not (
        compares or _something_before(cue.start, passage) or _inserted(cue, passage)
    ):
        return None
    return Tag(cue.start, _end(cue, passage), right)


def _left_subject(cue: Cue, passage: Passage) -> Node | None:
    """The subject nearest before the cue, outside marks: the parser may give it the quoted one too."""
    own = [
        child
        for child in cue.node.children
        if child.relation in SUBJECTS
        and child.start < cue.start
        and passage.inside_marks(child.start) is None
    ]
    return max(own, key=lambda n: n.start, default=None)


def _phrase_start(subject: Node, cue: Cue, passage: Passage) -> int | None:
    """Where the subject's phrase begins; null where another clause stands between it and the cue."""
    own = [n.start for n in subject.subtree() if n.start < cue.start and n.relation != "punct"]
    start = min(own)
    between = passage.nodes_between(start, cue.start)
    if len(between) > LONGEST_SUBJECT:
        return None
    while passage.inside_marks(start) is not None:
        start = passage.nodes_between(start, cue.start)[1].start
    return start


def _led(position: int, passage: Passage) -> bool:
    """Whether a comma, a dash or a closing mark stands before, or nothing at all."""
    before = passage.text[: position - passage.start]
    if not before.strip():
        return not passage.quoted
    return bool(_LEADS.search(before)) or before.rstrip().endswith((".", "?", "!"))


def _compares(position: int, passage: Passage, words: QuotationWords) -> bool:
    return bool(as_before(Tag(position, position, None), passage, words))


def _something_before(position: int, passage: Passage) -> bool:
    """Whether what stands before can have been said: marks, or a verb."""
    if any(q.end <= position for q in passage.quoted):
        return True
    return any(
        n.pos in VERBS and n.morph.get("VerbForm") == "Fin" and n.end <= position
        for n in passage.nodes
    )


def _inserted(cue: Cue, passage: Passage) -> bool:
    """Whether a comma and a small letter follow: "The deal, he said, would fail"."""
    rest = passage.text[_end(cue, passage) - passage.start :]
    return bool(re.match(r",\s+[^\W\d_]", rest)) and rest.lstrip(", ")[0].islower()


def _finite(cue: Cue) -> bool:
    forms = [cue.node, *cue.node.all("aux", "aux:pass")]
    return any(n.morph.get("VerbForm") == "Fin" for n in forms)


def _right_subject(cue: Cue, passage: Passage, words: QuotationWords) -> Node | None:
    """The head of the noun phrase that directly follows the cue."""
    aside: set[int] = set()  # "a déclaré *à la presse* le ministre"
    for node in passage.nodes[cue.last + 1 : cue.last + 10]:
        if node.text in _STOPS or node.text.lower() in words.complementisers:
            return None
        if node.pos == "ADV" or _in_time(node, passage) or id(node) in aside:
            continue
        if node.pos == "ADP" and node.head is not None and node.head.pos in NOUNS:
            governed = (n for n in node.head.subtree() if n.relation in ("case", "det", "amod"))
            aside |= {id(node.head), *(id(n) for n in governed)}
            continue
        if node.pos not in NOUNS and node.mention is None:
            return None
        if passage.inside_marks(node.start) is not None:
            return None
        if node.pos == "DET" and node.mention is None:
            return node.head if node.head is not None and node.head.index > node.index else None
        return node
    return None


def _in_time(node: Node, passage: Passage) -> bool:
    return any(
        s.start + t.start_char <= node.start < s.start + t.end_char
        for s in passage.sentences
        for t in s.times
    )


def has_content(cue: Cue, passage: Passage, words: QuotationWords) -> bool:
    """Whether a clause, an infinitive, a colon, marks or an object follow the cue as what it reports."""
    for child in cue.node.children:
        if child.start < cue.end:
            continue
        if _after_comma(child, cue, passage) or _in_time(child, passage):
            continue
        if child.relation == "complement":
            return True
        if child.relation == "object" and "object" not in cue.saying.addressee:
            return True
    if takes_object(cue, words) and not _inserted(cue, passage):
        return True
    for place, node in enumerate(passage.nodes[cue.last + 1 : cue.last + CLAUSE]):
        if node.text == ":" or (place < 5 and node.text.lower() in words.complementisers):
            return True
        if node.text in (".", ",", ";"):
            return False
        if passage.inside_marks(node.start) is not None:
            return True
    return False


def _after_comma(child: Node, cue: Cue, passage: Passage) -> bool:
    """ "..., he said, is that": a clause behind a comma goes on with what was said before."""
    start = min(n.start for n in child.subtree() if n.start >= cue.end)
    return passage.text[: start - passage.start].rstrip(" \"“«'").endswith(",")


def _end(cue: Cue, passage: Passage) -> int:
    """The end of the tag: the next stop or mark after the cue."""
    for node in passage.nodes[cue.last + 1 :]:
        if node.text in _STOPS or passage.inside_marks(node.start) is not None:
            return node.start
    return passage.end


def as_before(own: Tag, passage: Passage, words: QuotationWords) -> str:
    """The words before a tag that make it a comparison, with their spaces ("comme l'", "As "); else ""."""
    before = passage.text[: own.start - passage.start]
    leads = "|".join(map(re.escape, words.as_words))
    pronouns = "|".join(map(re.escape, words.as_pronouns))
    middle = rf"(?:(?:{pronouns})\s?)?" if pronouns else ""
    found = re.search(rf"(?<![\w-])(?:{leads})\s+{middle}$", before, re.IGNORECASE)
    return found.group() if found else ""


def is_as(own: Tag, passage: Passage, words: QuotationWords) -> bool:
    return bool(as_before(own, passage, words))
