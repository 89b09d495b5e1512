"""Quotations: who says what, how, and about whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.analysis.document import Document, Node
from dragoman.coding.claims import CODER, evidence, identity, is_history, keys, settled, when
from dragoman.coding.dating import time_of
from dragoman.coding.modality import modality
from dragoman.coding.passages import Passage, merged, passages
from dragoman.coding.quote_according import according
from dragoman.coding.quote_contents import Content, after_cue, around_tag, before_tag
from dragoman.coding.quote_cues import Cue, cues
from dragoman.coding.quote_speakers import speaker_of
from dragoman.coding.quote_stance import about, stance
from dragoman.coding.quote_tags import Tag, as_before, is_as, tag
from dragoman.coding.slots import fill, parties
from dragoman.languages.lexicon import Lexicon, lexicon
from dragoman.languages.quotations import QuotationWords, quotation_words
from dragoman.records import Modality, Party, Quotation, Span, When

NEAR = 2  # passages over which a pronoun takes up the last speaker
_SIGNED = re.compile(r"\s*(?:[―—–]|--?)\s*([A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){1,3})")
SAME = 0.7  # overlap from which two contents are one


@dataclass(frozen=True, slots=True)
class _Said:
    """A content with its speaker and, where it has one, its cue."""

    content: Content
    speaker: Party
    cue: Cue | None
    cue_span: tuple[int, int] | None


@dataclass(slots=True)
class _Last:
    """The quotation before, for pronouns and for quoted sentences that go on."""

    speaker: Party | None = None
    passage: int = -10
    end: int = -1
    marked: bool = False
    colon: tuple[int, Party, Cue | None] | None = None
    cue: Cue | None = None


def quotations(document: Document) -> Iterator[Quotation]:
    """Every quotation with a stated speaker, in the order of the text.

    Direct ones span the words inside the marks, mixed ones the clause with its marks, indirect ones the
    clause or infinitive without its "que", "that", "de", "à".
    """
    lex, words = lexicon(document.language), quotation_words(document.language)
    last = _Last()
    for number, passage in enumerate(_with_tags(passages(document), document, words)):
        found = _passage(number, passage, document, lex, words, last)
        for said in sorted(found, key=lambda s: s.content.start):
            yield _record(said, passage, document, lex, words)


def _with_tags(
    found: list[Passage], document: Document, words: QuotationWords
) -> Iterator[Passage]:
    """Joins to a quotation a sentence that is nothing but its tag ("... country?” Smith asked.")."""
    waiting: Passage | None = None
    for passage in found:
        if waiting is not None and _is_tag_of(waiting, passage, document, words):
            waiting = merged(waiting, passage, document.text)
            continue
        if waiting is not None:
            yield waiting
        waiting = passage
    if waiting is not None:
        yield waiting


def _is_tag_of(one: Passage, other: Passage, document: Document, words: QuotationWords) -> bool:
    if one.paragraph != other.paragraph or not one.quoted:
        return False
    if document.text[one.quoted[-1].end : other.start].strip() or not one.quoted[-1].closed:
        return False
    first = next(iter(cues(other, words)), None)
    own = tag(first, other, words) if first is not None else None
    return own is not None and own.start == other.start


def _passage(
    number: int,
    passage: Passage,
    document: Document,
    lex: Lexicon,
    words: QuotationWords,
    last: _Last,
) -> list[_Said]:
    found: list[_Said] = []
    all_cues = cues(passage, words)
    tags = {c.at: t for c in all_cues if (t := tag(c, passage, words)) is not None}
    left = passage.start
    for cue in all_cues:
        own = tags.get(cue.at)
        if own is not None:
            contents = _tagged(cue, left, own, passage, words, found)
            left = own.end
        else:
            contents = after_cue(cue, all_cues, tags, passage, words)
        if own is None or not is_as(own, passage, words):
            contents = [c for c in contents if not _known(c, found)]
        if own is None and _nested(cue, found):
            continue
        if not contents:
            continue
        near = last.speaker if number - last.passage <= NEAR else None
        if own is None and found and cue.goes_on:
            speaker: Party | None = found[-1].speaker
        else:
            speaker = speaker_of(cue, own, passage, document, lex, words, near)
        if speaker is None:
            continue
        for content in contents:
            _add(_Said(content, speaker, cue, (cue.start, cue.end)), number, found, last)
    for content, speaker, span in according(passage, document, words, last.speaker):
        if not _known(content, found):
            _add(_Said(content, speaker, None, span), number, found, last)
    _go_on(number, passage, document, found, last)
    if passage.text.rstrip().endswith(":") and all_cues and not found:
        speaker = speaker_of(all_cues[-1], None, passage, document, lex, words, last.speaker)
        if speaker is not None:
            last.colon = (number, speaker, all_cues[-1])
    return found


def _tagged(
    cue: Cue, left: int, own: Tag, passage: Passage, words: QuotationWords, found: list[_Said]
) -> list[Content]:
    """What a tag reports: all before it; with "comme l'a dit", "as X put it" the clause beside it."""
    if not is_as(own, passage, words):
        return before_tag(left, own.start, passage) or around_tag(left, own, passage)
    before = [s.content for s in found if s.content.end <= own.start]
    if before:
        return before[-1:]
    start = own.start - len(as_before(own, passage, words))
    return before_tag(left, start, passage) or before_tag(own.end, passage.end, passage)


def _nested(cue: Cue, found: list[_Said]) -> bool:
    """A verb inside what somebody says, without a subject of its own."""
    inside = any(s.content.start <= cue.start < s.content.end for s in found)
    return inside and cue.node.child("subject", "subject:pass") is None


def _add(said: _Said, number: int, found: list[_Said], last: _Last) -> None:
    found.append(said)
    last.speaker, last.passage, last.cue = said.speaker, number, said.cue
    last.end, last.marked = said.content.end, said.content.kind != "indirect"


def _known(content: Content, found: list[_Said]) -> bool:
    for other in found:
        shared = min(content.end, other.content.end) - max(content.start, other.content.start)
        union = max(content.end, other.content.end) - min(content.start, other.content.start)
        if shared / union >= SAME:
            return True
    return False


def _go_on(
    number: int,
    passage: Passage,
    document: Document,
    found: list[_Said],
    last: _Last,
) -> None:
    """Quoted sentences without a cue of their own: after a colon, or going on under the cue before."""
    for marks in passage.quoted:
        if marks.start < passage.start or any(
            s.content.start < marks.end and marks.start < s.content.end for s in found
        ):
            continue
        content = Content(marks.inner_start, marks.inner_end, "direct")
        before = document.text[passage.start : marks.start].rstrip()
        here = [s for s in found if s.content.end < marks.start]
        signed = _signature(marks.end, passage, document)
        if signed is not None:
            _add(_Said(content, signed, None, None), number, found, last)
        elif before.endswith(":"):
            speaker = _before_colon(before, passage)
            if speaker is not None:
                _add(_Said(content, speaker, None, None), number, found, last)
        elif not before and last.colon is not None and last.colon[0] == number - 1:
            _, speaker, cue = last.colon
            span = (cue.start, cue.end) if cue is not None and cue.start >= passage.start else None
            _add(_Said(content, speaker, cue if span else None, span), number, found, last)
            last.colon = (number, speaker, None)
        elif here and before.endswith((",", ".", ";")) and here[-1].cue is not None:
            cue = here[-1].cue
            if cue.start > here[-1].content.end:
                said = _Said(content, here[-1].speaker, cue, (cue.start, cue.end))
                _add(said, number, found, last)
        elif (
            not before
            and _statement(content, document)
            and _follows(number, last)
        ):
            if last.speaker is not None:
                _add(_Said(content, last.speaker, None, None), number, found, last)


def _statement(content: Content, document: Document) -> bool:
    inner = document.text[content.start : content.end]
    return inner[0].isupper() and len(inner.split()) >= 3


def _follows(number: int, last: _Last) -> bool:
    """Whether marked words of the passage before, or two before in one paragraph, lead here."""
    return last.marked and number - last.passage <= 1


def _signature(end: int, passage: Passage, document: Document) -> Party | None:
    """The name behind a dash that ends a passage of marks only ("« ... » — Jean Martin")."""
    at = _SIGNED.match(document.text[end : end + 80])
    if at is None:
        return None
    start = end + at.start(1)
    for sentence in document.sentences:
        for mention in sentence.mentions:
            if mention.start == start and mention.parties:
                return mention.parties[0]
    if end + at.end() > passage.end + 80:
        return None
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


def _record(
    said: _Said, passage: Passage, document: Document, lex: Lexicon, words: QuotationWords
) -> Quotation:
    content, cue = said.content, said.cue
    ends = [content.start, content.end - 1]
    if said.cue_span is not None:
        ends += [said.cue_span[0], said.cue_span[1] - 1]
    inside = [s for s in passage.sentences if s.end > min(ends) and s.start <= max(ends)]
    source = (
        evidence(document, inside[0], inside[-1])
        if inside
        else evidence(document, passage.sentences[0], passage.sentences[-1])
    )
    told, moment = _told(cue, content, passage, document, lex)
    to = _addressees(cue, said.speaker, lex)
    verb = cue.saying.stance if cue is not None else 0.0
    roles = {
        "speaker": said.speaker.key,
        "content": [content.start, content.end],
        "addressees": keys(to),
    }
    return Quotation(
        id=identity(document, "quotation", source, roles),
        evidence=source,
        passages=(source,),
        modality=settled(told, historical=is_history(moment, document)),
        when=moment,
        inferred=() if cue is not None or said.cue_span else ("speaker",),
        confidence=0.8 if cue is not None else 0.6,
        coder=CODER,
        speaker=said.speaker,
        addressees=to,
        kind=content.kind,
        content=_span(document, content.start, content.end),
        cue=_span(document, *said.cue_span) if said.cue_span else None,
        about=about(content, passage, said.speaker),
        stance=stance(content, verb, passage, words, lex),
    )


def _span(document: Document, start: int, end: int) -> Span:
    return Span(start=start, end=end, text=document.text[start:end])


def _told(
    cue: Cue | None, content: Content, passage: Passage, document: Document, lex: Lexicon
) -> tuple[Modality, When]:
    """Modality and time of the saying; times inside the content are not its own."""
    if cue is None:
        return "asserted", When()
    sentence = passage.sentence_of(cue.node)
    times = [
        t
        for t in sentence.times
        if not content.start <= sentence.start + t.start_char < content.end
    ]
    own = replace(sentence, times=times)
    reading = modality(cue.node, own, lex)
    told: Modality = "asserted" if reading.because == "a question" else reading.modality
    return told, when(time_of(cue.node, own), document)


def _addressees(cue: Cue | None, speaker: Party, lex: Lexicon) -> tuple[Party, ...]:
    if cue is None:
        return ()
    found: dict[str, Party] = {}
    for slot in cue.saying.addressee:
        for filler in fill(cue.node, slot, lex):
            if not _is_addressee(filler, cue):
                continue
            for party in parties(filler):
                if party.key != speaker.key:
                    found.setdefault(party.key, party)
    return tuple(found.values())


def _is_addressee(filler: Node, cue: Cue) -> bool:
    return filler.start > cue.start or filler.relation == "indirect"
