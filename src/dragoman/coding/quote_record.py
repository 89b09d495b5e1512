"""A quotation that was found, as a record."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.analysis.document import Document, Node
from dragoman.coding.claims import CODER, evidence, identity, is_history, keys, settled, when
from dragoman.coding.dating import time_of
from dragoman.coding.modality import modality
from dragoman.coding.passages import Passage
from dragoman.coding.quote_contents import Content
from dragoman.coding.quote_cues import Cue
from dragoman.coding.quote_stance import about, stance
from dragoman.coding.slot_parties import parties
from dragoman.coding.slots import fill
from dragoman.languages.lexicon import Lexicon
from dragoman.languages.quotations import QuotationWords
from dragoman.records import Modality, Party, Quotation, Span, When


@dataclass(frozen=True, slots=True)
class Said:
    """A content with its speaker and, where it has one, its cue."""

    content: Content
    speaker: Party
    cue: Cue | None
    cue_span: tuple[int, int] | None


def record_of(
    said: Said, passage: Passage, document: Document, lex: Lexicon, words: QuotationWords
) -> Quotation:
    content, cue = said.content, said.cue
    ends = [content.start, content.end - 1]
    if said.cue_span is not None:
        ends += [said.cue_span[0], said.cue_span[1] - 1]
    inside = [s for s in passage.sentences if s.end > min(ends) and s.start <= max(ends)]
    run = inside or passage.sentences
    # an opening mark may have been left at the end of the sentence before
    first = replace(run[0], start=min(run[0].start, *ends))
    source = evidence(document, first, run[-1])
    told, moment = _told(cue, content, passage, document, lex)
    to = _addressees(cue, content, said.speaker, lex)
    verb = cue.saying.stance if cue is not None else 0.0
    assumed = any(said.speaker.key in each.assumed for each in passage.sentences)
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
        inferred=("speaker",) if assumed or not (cue or said.cue_span) else (),
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
    if cue.start >= content.end:
        # a tag: the parser hangs it from what is said, whose modality is not its own
        return "asserted", when(time_of(cue.node, own), document)
    reading = modality(cue.node, own, lex)
    told: Modality = "asserted" if reading.because == "a question" else reading.modality
    return told, when(time_of(cue.node, own), document)


def _addressees(
    cue: Cue | None, content: Content, speaker: Party, lex: Lexicon
) -> tuple[Party, ...]:
    """To whom it is said: what fills the verb's slots outside the content."""
    if cue is None:
        return ()
    found: dict[str, Party] = {}
    for slot in cue.saying.addressee:
        for filler in fill(cue.node, slot, lex):
            if not _is_addressee(filler, cue) or content.start <= filler.start < content.end:
                continue
            for party in parties(filler):
                if party.key != speaker.key:
                    found.setdefault(party.key, party)
    return tuple(found.values())


def _is_addressee(filler: Node, cue: Cue) -> bool:
    return filler.start > cue.start or filler.relation == "indirect"
