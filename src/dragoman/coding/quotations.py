"""Quotations: who says what, how, and about whom."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.analysis.document import Document
from dragoman.coding.passages import Passage, merged, passages
from dragoman.coding.quote_according import according
from dragoman.coding.quote_contents import Content, after_cue, around_tag, before_tag
from dragoman.coding.quote_continued import Last, continued
from dragoman.coding.quote_cues import Cue, cues
from dragoman.coding.quote_record import Said, record_of
from dragoman.coding.quote_speakers import speaker_of
from dragoman.coding.quote_tags import Tag, as_before, is_as, tag
from dragoman.languages.lexicon import Lexicon, lexicon
from dragoman.languages.quotations import QuotationWords, quotation_words
from dragoman.records import Quotation

NEAR = 2  # passages over which a pronoun takes up the last speaker
SAME = 0.7  # overlap from which two contents are one


def quotations(document: Document) -> Iterator[Quotation]:
    """Every quotation with a stated speaker, in the order of the text.

    Direct ones span the words inside the marks, mixed ones the clause with its marks, indirect ones the
    clause or infinitive without its "que", "that", "de", "à".
    """
    lex, words = lexicon(document.language), quotation_words(document.language)
    last = Last()
    for number, passage in enumerate(_with_tags(passages(document), document, words)):
        found = _passage(number, passage, document, lex, words, last)
        for said in sorted(found, key=lambda s: s.content.start):
            yield record_of(said, passage, document, lex, words)


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
    last: Last,
) -> list[Said]:
    """What one passage reports. `number` is its place among the passages; `last` is brought up to date."""
    found: list[Said] = []
    all_cues = cues(passage, words)

    def add(said: Said) -> None:
        found.append(said)
        last.hear(said, number)

    tags = {c.at: t for c in all_cues if (t := tag(c, passage, words)) is not None}
    left = passage.start
    for cue in all_cues:
        own = tags.get(cue.at)
        if own is not None:
            contents = _tagged(left, own, passage, words, found)
            left = own.end
        else:
            contents = after_cue(cue, all_cues, tags, passage, words)
        if own is None or not is_as(own, passage, words):
            contents = [c for c in contents if not _known(c, found)]
        if not contents or (own is None and _nested(cue, found)):
            continue
        near = last.speaker if number - last.passage <= NEAR else None
        speaker = speaker_of(cue, own, passage, document, lex, words, near)
        if own is None and found and cue.goes_on:
            speaker = found[-1].speaker
        if speaker is None:
            continue
        for content in contents:
            add(Said(content, speaker, cue, (cue.start, cue.end)))
    for content, source, span in according(passage, document, words, last.speaker, tags.values()):
        if not _known(content, found):
            add(Said(content, source, None, span))
    for said in continued(number, passage, document, found, last):
        add(said)
    if passage.text.rstrip().endswith(":") and all_cues and not found:
        speaker = speaker_of(all_cues[-1], None, passage, document, lex, words, last.speaker)
        if speaker is not None:
            last.colon = (number, speaker)
    return found


def _tagged(
    left: int, own: Tag, passage: Passage, words: QuotationWords, found: list[Said]
) -> list[Content]:
    """What a tag reports: all before it; with "comme l'a dit", "as X put it" the clause beside it."""
    if not is_as(own, passage, words):
        return before_tag(left, own.start, passage) or around_tag(left, own, passage)
    before = [s.content for s in found if s.content.end <= own.start]
    if before:
        return before[-1:]
    start = own.start - len(as_before(own, passage, words))
    return before_tag(left, start, passage) or before_tag(own.end, passage.end, passage)


def _nested(cue: Cue, found: list[Said]) -> bool:
    """A verb inside what somebody says, without a subject of its own."""
    inside = any(s.content.start <= cue.start < s.content.end for s in found)
    return inside and cue.node.child("subject", "subject:pass") is None


def _known(content: Content, found: list[Said]) -> bool:
    for other in found:
        shared = min(content.end, other.content.end) - max(content.start, other.content.start)
        union = max(content.end, other.content.end) - min(content.start, other.content.start)
        if shared / union >= SAME:
            return True
    return False
