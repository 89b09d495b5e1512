"""Quoted sentences without a cue of their own: after a colon, signed, or going on under the cue before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.analysis.document import Document
from dragoman.coding.passages import Passage
from dragoman.coding.quote_contents import Content
from dragoman.coding.quote_record import Said
from dragoman.records import Party

_SIGNED = re.compile(
    r"\s*(?:[―—–]|--?)\s*([A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){1,3})(?=\s*(?:[,(\n]|\Z))"
)


@dataclass(slots=True)
class Last:
    """The quotation before, for pronouns and for quoted sentences that go on."""

    speaker: Party | None = None
    passage: int = -10
    marked: bool = False
    colon: tuple[int, Party] | None = None

    def hear(self, said: Said, number: int) -> None:
        """Remembers what was said in the passage with that number."""
        self.speaker, self.passage = said.speaker, number
        self.marked = said.content.kind != "indirect"


def continued(
    number: int,
    passage: Passage,
    document: Document,
    found: list[Said],
    last: Last,
) -> Iterator[Said]:
    """What stands between marks and under no cue of its own. `found` and `last` may grow between one item
    and the next."""
    for marks in passage.quoted:
        if marks.start < passage.start or any(
            s.content.start < marks.end and marks.start < s.content.end for s in found
        ):
            continue
        content = Content(marks.inner_start, marks.inner_end, "direct")
        before = document.text[passage.start : marks.start].rstrip()
        here = [s for s in found if s.content.end < marks.start]
        signed = _signature(marks.end, document)
        if signed is not None and _statement(content, document):
            yield Said(content, signed, None, None)
        elif before.endswith(":"):
            speaker = _before_colon(before, passage)
            if speaker is not None:
                yield Said(content, speaker, None, None)
        elif not before and last.colon is not None and last.colon[0] == number - 1:
            last.colon = (number, last.colon[1])
            yield Said(content, last.colon[1], None, None)
        elif here and before.endswith((",", ".", ";")) and here[-1].cue is not None:
            cue = here[-1].cue
            if cue.start > here[-1].content.end:
                yield Said(content, here[-1].speaker, cue, (cue.start, cue.end))
        elif before or last.speaker is None or not _statement(content, document):
            continue
        elif last.marked and number - last.passage <= 1:
            yield Said(content, last.speaker, None, None)


def _statement(content: Content, document: Document) -> bool:
    inner = document.text[content.start : content.end]
    return inner[0].isupper() and len(inner.split()) >= 3


def _signature(end: int, document: Document) -> Party | None:
    """The name behind a dash that ends the line ("« ... » — Jean Martin")."""
    at = _SIGNED.match(document.text, end)
    if at is None:
        return None
    sentence = document.sentence_at(at.start(1))
    for mention in sentence.mentions if sentence is not None else ():
        if mention.start == at.start(1) and mention.parties:
            return mention.parties[0]
    return Party(text=at.group(1), name=at.group(1), kind="person")


def _before_colon(before: str, passage: Passage) -> Party | None:
    """ "Poutine : «": the only party named before the colon, at its start or end."""
    end = passage.start + len(before)
    named = [
        m
        for s in passage.sentences
        for m in s.mentions
        if passage.start <= m.start and m.end <= end and m.form not in ("place", "demonym")
    ]
    if len(before.split()) <= 8 and named and named[0].start - passage.start <= 4:
        return named[0].parties[0]
    return None
