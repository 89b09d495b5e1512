""" "Selon X", "according to X": a speaker without a verb of saying."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from dragoman.analysis.document import Document, Mention
from dragoman.coding.passages import Passage
from dragoman.coding.quote_contents import Content, trimmed
from dragoman.coding.quote_cues import VERBS
from dragoman.coding.quote_marks import overlapping
from dragoman.coding.quote_speakers import party_of
from dragoman.coding.quote_tags import Tag
from dragoman.languages.quotations import QuotationWords
from dragoman.records import Party

NEAR = 14  # characters between the words and the name that they govern
_STOP = re.compile(r"[,;:–—.]")


@cache
def _pattern(phrases: tuple[str, ...], first: tuple[str, ...]) -> re.Pattern[str]:
    anywhere = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
    initial = "|".join(map(re.escape, first))
    start = rf"|\A(?:{initial})" if initial else ""
    return re.compile(rf"(?:(?<![\w'’-])(?:{anywhere}){start})\s+", re.IGNORECASE)


def according(
    passage: Passage,
    document: Document,
    words: QuotationWords,
    last: Party | None,
    tags: Iterable[Tag],
) -> Iterator[tuple[Content, Party, tuple[int, int]]]:
    """Content, speaker and the span of the words that lead to him. A tag ends the content."""
    stops = [own.start for own in tags]
    for at in _pattern(words.according, words.according_first).finditer(passage.text):
        start = passage.start + at.start()
        name_from = passage.start + at.end()
        rest = passage.text[at.end() :].lower()
        if passage.inside_marks(start) is not None or rest.startswith(words.according_never):
            continue
        only_named = at.group().strip().lower() in words.according_first
        if only_named and _mention(name_from, passage) is None:
            continue
        speaker, name_end = _speaker(name_from, passage, document, words, last)
        if speaker is None:
            continue
        content = _content(start, name_end, passage, stops, only_named=only_named)
        if content is not None:
            span_end = start + len(at.group().rstrip())
            yield content, speaker, (start, span_end)


def _speaker(
    start: int, passage: Passage, document: Document, words: QuotationWords, last: Party | None
) -> tuple[Party | None, int]:
    mention = _mention(start, passage)
    if mention is not None:
        return mention.parties[0], mention.end
    node = next((n for n in passage.nodes if n.start >= start), None)
    if node is None:
        return None, start
    if node.pos == "DET" and node.head is not None and node.head.start > node.start:
        node = node.head
    party = party_of(node, passage, document, words, last)
    if party is None:
        return None, start
    return party, max(node.end, start + len(party.text))


def _mention(start: int, passage: Passage) -> Mention | None:
    for sentence in passage.sentences:
        for mention in sentence.mentions:
            if start <= mention.start <= start + NEAR and mention.parties:
                between = passage.text[start - passage.start : mention.start - passage.start]
                # a capital after "according to" is no place
                small = len(between.split()) <= 1 and "," not in between
                if small and mention.form != "demonym":
                    return mention
    return None


def _content(
    start: int, name_end: int, passage: Passage, stops: list[int], *, only_named: bool
) -> Content | None:
    """The clause beside the phrase: all that follows where the phrase begins the passage, else all that
    stands before it."""
    after = passage.text[name_end - passage.start :]
    stop = _STOP.search(after)
    if start - passage.start <= 3:
        if stop is None or stop.group() != ",":
            return None
        left, right = name_end + stop.end(), passage.end
    elif only_named:
        return None
    else:
        left, right = passage.start, start
    right = min([right, *(s for s in stops if s > left)])
    left, right = trimmed(left, right, passage)
    nodes = passage.nodes_between(left, right)
    marks = [q for q in overlapping(passage.quoted, left, right) if q.start >= left]
    if not marks:
        if not any(n.pos in VERBS and n.morph.get("VerbForm") == "Fin" for n in nodes):
            return None
        return Content(left, right, "indirect")
    if len(marks) == 1 and marks[0].start == left and marks[0].end >= right:
        return Content(marks[0].inner_start, marks[0].inner_end, "direct")
    return Content(left, right, "mixed")
