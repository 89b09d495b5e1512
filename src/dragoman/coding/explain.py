"""How each claim came about, told from the document once more: the claims are not touched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dragoman.analysis.document import Document, Mention, Node, Sentence
from dragoman.coding.asked import unknown
from dragoman.coding.claims import is_history
from dragoman.coding.event_parties import Scene
from dragoman.coding.frames import Match, match
from dragoman.coding.modality import modality
from dragoman.coding.slot_parties import parties
from dragoman.coding.slots import fill
from dragoman.coding.telling import telling
from dragoman.errors import NotFound
from dragoman.gazetteer.lookup import organisation, state
from dragoman.languages.lexicon import NO_EVENT, Lexicon, lexicon
from dragoman.records import (
    Agreement,
    AnyClaim,
    Basis,
    Event,
    Evidence,
    Explanation,
    Filler,
    Party,
    Quotation,
    Span,
    Visit,
)

_ID = re.compile(r"\b(state|org):[A-Za-z0-9-]+")

DAYS: dict[Basis, str] = {
    "expression": "the date in the words",
    "published": "the day of publication",
    "dateline": "the day of the dateline",
    "caption": "the day of a caption",
    "url": "the day in the address",
    "given": "the day that the caller gave",
    "none": "a day that is not known",
}
"""What a relative date is reckoned from."""


def explain(document: Document, claims: Iterable[AnyClaim]) -> tuple[Explanation, ...]:
    """An explanation for each claim that was coded from the document, in their order."""
    lex = lexicon(document.language)
    claims = tuple(claims)
    return tuple(_explanation(claim, claims, document, lex) for claim in claims)


def _explanation(
    claim: AnyClaim, claims: Iterable[AnyClaim], document: Document, lex: Lexicon
) -> Explanation:
    found, sentence = None, document.sentence_at(claim.evidence.start)
    if isinstance(claim, Event):
        sentence = document.sentence_at(claim.trigger.start)
        found = _match(claim, sentence, lex)
    return Explanation(
        claim_id=claim.id,
        claim_type=claim.type,
        predicate=_predicate(found, document) if found else None,
        frame=_frame(found, claim) if found else None,
        cue=_cue(claim, claims) if found is None else None,
        fillers=tuple(_fillers(claim, found, document, lex)),
        modality=_modality(claim, found, sentence, document, lex),
        attribution=_attribution(claim, document),
        date=_date(claim, document),
        place=_place(claim, document),
    )


def _match(event: Event, sentence: Sentence | None, lex: Lexicon) -> Match | None:
    """The predicate whose words are the event's trigger, with its frame; an open one where it has none."""
    if sentence is None:
        return None
    for node in sentence.nodes:
        if not event.trigger.start <= node.start < event.trigger.end:
            continue
        found = match(node, sentence, lex)
        if found is None or found.frame.event == NO_EVENT:
            continue
        if found.start == event.trigger.start:
            return found
    if event.decided_by == "lexicon":
        return None
    open_ones = unknown(sentence, telling(Scene(sentence, None, lex)), lex)
    return next((found for found in open_ones if found.start == event.trigger.start), None)


def _predicate(found: Match, document: Document) -> str:
    return f"{document.text[found.start : found.end]} ({found.node.lemma})"


def _frame(found: Match, claim: AnyClaim) -> str:
    """The entry of the lexicon and, where it did not settle the type, what the model said."""
    frame = found.frame
    told = " ".join(filter(None, (frame.event, frame.mode)))
    company = ", ".join(n.text for n in found.company)
    entry = f"{frame.name}: {told}" + (f", with “{company}”" if company else "")
    if not isinstance(claim, Event) or claim.decided_by == "lexicon":
        return entry
    said = f"{claim.event_type}, by the model of pairs"
    return f"no entry knows it: {said}" if frame.event == NO_EVENT else f"{entry}; here {said}"


def _cue(claim: AnyClaim, claims: Iterable[AnyClaim]) -> str | None:
    """The words by which a record that no frame tells was found."""
    if isinstance(claim, Quotation):
        return claim.cue.text if claim.cue else "goes on under the cue before it"
    if isinstance(claim, Event):
        return next(
            (
                f"the {other.type} {other.id} brings it"
                for other in claims
                if other.type in ("agreement", "visit") and other.evidence == claim.evidence
            ),
            None,
        )
    if isinstance(claim, Visit):
        visited = (
            c
            for c in claims
            if isinstance(c, Event)
            and (c.event_type, c.mode) == ("CONSULT", "visit")
            and c.evidence == claim.evidence
        )
        return next((e.trigger.text for e in visited if _is_part(e.trigger, e.evidence)), None)
    return None


def _is_part(span: Span, passage: Evidence) -> bool:
    return (span.start, span.end) != (passage.start, passage.end)


def _fillers(
    claim: AnyClaim, found: Match | None, document: Document, lex: Lexicon
) -> Iterator[Filler]:
    for role, value in claim:
        if role == "attributed_to":
            continue
        held = value if isinstance(value, tuple) else (value,)
        for party in held:
            if isinstance(party, Party):
                yield _filler(role, party, claim, found, document, lex)


def _filler(
    role: str,
    party: Party,
    claim: AnyClaim,
    found: Match | None,
    document: Document,
    lex: Lexicon,
) -> Filler:
    slot, mention = _slot(role, party, found, lex) if found else (None, None)
    mention = mention or _mention(party, claim.evidence, document)
    elsewhere = mention is None
    mention = mention or _earlier(party, claim.evidence, document)
    if mention is None:
        slot = _slot_of_words(role, party, found, claim.evidence, document, lex) if found else None
        why = f"a noun for {party.sector}" if party.sector else "a noun for people or a body"
        return Filler(role=role, party=party.name, words=party.text, slot=slot, why=why)
    why = mention.why or "named there"
    if party.office is not None and party.office.title not in why:
        why += f"; on that day {party.office.title} of {party.office.of}"
    if elsewhere:
        why += ", in another sentence"
    words = document.text[mention.start : mention.end]
    return Filler(role=role, party=party.name, words=words, slot=slot, why=_in_names(why))


def _in_names(why: str) -> str:
    """ "president of state:FRA" in the words of people: "president of France"."""

    def name(at: re.Match[str]) -> str:
        try:
            kind = state if at[1] == "state" else organisation
            return kind(at[0]).name
        except NotFound:
            return at[0]

    return _ID.sub(name, why)


def _slot_of_words(
    role: str, party: Party, found: Match, passage: Evidence, document: Document, lex: Lexicon
) -> str | None:
    """The slot in which the words of a party stand that is no mention."""
    start = document.text.find(party.text, passage.start, passage.end)
    own = found.frame.recipient if role == "recipients" else found.frame.actor
    for slot in own if start >= 0 else ():
        for filler in fill(found.node, slot, lex):
            if start <= filler.start < start + len(party.text):
                return slot
    return None


def _slot(role: str, party: Party, found: Match, lex: Lexicon) -> tuple[str | None, Mention | None]:
    """The frame's slot that names a party, and the mention there."""
    own = found.frame.recipient if role == "recipients" else found.frame.actor
    other = found.frame.actor if role == "recipients" else found.frame.recipient
    for slot in (*own, *other, "complement"):
        for filler in fill(found.node, slot, lex):
            if slot == "complement" or any(
                p.key == party.key for p in parties(filler, places=True)
            ):
                mention = _mention_under(filler, party)
                if mention is not None:
                    return slot, mention
    return None, None


def _mention_under(filler: Node, party: Party) -> Mention | None:
    nodes = sorted(filler.subtree(), key=lambda n: (n is not filler, n.index))
    for node in nodes:
        if node.mention is not None and party.key in node.mention.keys:
            return node.mention
    return None


def _mention(party: Party, passage: Evidence, document: Document) -> Mention | None:
    """The mention of a party in a passage, in the same words if there is one."""
    named = [m for m in _within(passage, document) if party.key in m.keys]
    same = [m for m in named if document.text[m.start : m.end] == party.text]
    return next(iter(same or named), None)


def _within(passage: Evidence, document: Document) -> list[Mention]:
    return [m for m in document.mentions() if passage.start <= m.start < passage.end]


def _earlier(party: Party, passage: Evidence, document: Document) -> Mention | None:
    """The last mention of a party before a passage, else the first after it."""
    named = [m for m in document.mentions() if party.key in m.keys]
    before = [m for m in named if m.start < passage.start]
    return before[-1] if before else next(iter(named), None)


def _modality(
    claim: AnyClaim,
    found: Match | None,
    sentence: Sentence | None,
    document: Document,
    lex: Lexicon,
) -> str:
    if claim.modality == "historical":
        old = is_history(claim.when, document)
        return "historical: " + (
            "over a year before the article" if old else "told as a standing position or background"
        )
    if claim.modality == "asserted":
        return "asserted: nothing in the sentence takes it back"
    if found is not None and sentence is not None:
        reading = modality(found.node, sentence, lex)
        if reading.modality == claim.modality and reading.because:
            quoted = reading.because.lower() in sentence.text.lower()
            because = f"“{reading.because}”" if quoted else reading.because
            return f"{claim.modality}, by {because}"
    if isinstance(claim, (Visit, Agreement)):
        return f"{claim.modality}, by its status: {claim.status.replace('_', ' ')}"
    return f"{claim.modality}, by the form of the passage"


def _attribution(claim: AnyClaim, document: Document) -> str:
    speaker = claim.attributed_to
    if speaker is None:
        return "the reporter's word"
    mention = _mention(speaker, claim.evidence, document)
    why = f" ({_in_names(mention.why)})" if mention is not None and mention.why else ""
    return f"the word of {speaker.name}, “{speaker.text}”{why}"


def _date(claim: AnyClaim, document: Document) -> str:
    when = claim.when
    if when.start is None:
        return "no date is told" if when.text is None else f"“{when.text}”: no day to reckon from"
    if when.basis == "expression":
        return f"“{when.text}” gives the whole date"
    anchor = document.article.anchor
    day = f" {anchor.day}" if anchor is not None else ""
    return f"“{when.text}” reckoned from{day}, {DAYS[when.basis]}"


def _place(claim: AnyClaim, document: Document) -> str | None:
    place = getattr(claim, "place", None)
    if place is None:
        return None
    mention = next(
        (
            m
            for m in _within(claim.evidence, document)
            if m.form == "place" and any(p.text == place.text for p in m.parties)
        ),
        None,
    )
    why = f", {mention.why}" if mention is not None and mention.why else ""
    return f"“{place.text}”{why}"
