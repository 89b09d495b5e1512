"""One article's claims brought together: what is told twice is one claim with two passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from dragoman.analysis.document import Document
from dragoman.coding.attribution import is_of_side
from dragoman.coding.claims import sides_of
from dragoman.coding.derived import event_of_agreement, event_of_visit
from dragoman.coding.told_again import agreements_once, together, visits_once
from dragoman.records import (
    Agreement,
    AnyClaim,
    Event,
    Membership,
    Office,
    Party,
    Quotation,
    Span,
    Visit,
)

MOSTLY = 0.6  # of a passage
STEM = 5  # letters that two forms of a word share


Told = TypeVar("Told", Agreement, Visit)


def reconcile(
    document: Document,
    quotations: Sequence[Quotation],
    visits: Sequence[Visit],
    agreements: Sequence[Agreement],
    events: Sequence[Event],
    memberships: Sequence[Membership],
    offices: Sequence[Office],
) -> tuple[AnyClaim, ...]:
    """All claims of the article in the order of their passages, each told once.

    Agreements and visits bring their events; an event that a quotation tells is its speaker's word.
    """
    agreements = [_told(a, a.parties, quotations) for a in agreements]
    visits = [_told(v, v.visitors, quotations) for v in visits]
    own = [e for e in events if not any(_tells(e, v) for v in visits)]
    agreements, visits = agreements_once(agreements, document), visits_once(visits)
    derived = [
        event.model_copy(update={"passages": claim.passages})
        for claim, brought in (
            *((a, event_of_agreement(a, document)) for a in agreements),
            *((v, event_of_visit(v, document, _word(v, events))) for v in visits),
        )
        for event in brought
    ]
    told = [_attributed(e, quotations) for e in (*own, *derived)]
    claims: list[AnyClaim] = [
        *_merged(told, document),
        *agreements,
        *visits,
        *quotations,
        *memberships,
        *offices,
    ]
    unique = {claim.id: claim for claim in claims}
    return tuple(sorted(unique.values(), key=lambda c: (c.evidence.start, c.type, c.id)))


def _tells(event: Event, visit: Visit) -> bool:
    """Whether a word's event is that of a visit in the same passage: the record knows better who came."""
    return (
        event.mode == "visit"
        and event.evidence == visit.evidence
        and bool(sides_of(visit.visitors) & sides_of((*event.actors, *event.recipients)))
        and (visit.host is not None or bool(visit.hosts))
    )


def _word(visit: Visit, events: Iterable[Event]) -> Span | None:
    return next((e.trigger for e in events if _tells(e, visit)), None)


def _attributed(event: Event, quotations: Iterable[Quotation]) -> Event:
    """An event told inside quoted words, unless the speaker tells an act of his own side."""
    if event.attributed_to is not None:
        return event
    for quotation in filter(_covers_its_clause, quotations):
        content = quotation.content
        if content.start <= event.trigger.start and event.trigger.end <= content.end:
            speaker = quotation.speaker
            if not is_of_side(speaker, event.actors):
                return event.model_copy(update={"attributed_to": speaker})
            return event
    return event


def _covers_its_clause(quotation: Quotation) -> bool:
    """Marked words, or a clause with its cue behind it ("..., a-t-il dit"). Where the cue goes before
    ("a promis de ...") the sentence's structure says what belongs to the words, not their span."""
    cue = quotation.cue
    return quotation.kind != "indirect" or (cue is not None and cue.start >= quotation.content.end)


def _told(claim: Told, sides: Iterable[Party], quotations: Iterable[Quotation]) -> Told:
    """An agreement or a visit of which most of the passage is somebody's words ("..., a-t-il dit")."""
    if claim.attributed_to is not None:
        return claim
    for quotation in filter(_covers_its_clause, quotations):
        content = quotation.content
        inside = claim.evidence.start <= content.start and content.end <= claim.evidence.end
        if inside and content.end - content.start > MOSTLY * len(claim.evidence.text):
            own = isinstance(claim, Visit) and is_of_side(quotation.speaker, sides)
            return claim if own else claim.model_copy(update={"attributed_to": quotation.speaker})
    return claim


def _merged(events: Sequence[Event], document: Document) -> Iterator[Event]:
    """Events that tell of the same: same type and sides, compatible dates; the fullest is kept."""
    kept: list[Event] = []
    for event in sorted(
        events, key=lambda e: (e.evidence.start, _is_derived(e), e.trigger.start, e.id)
    ):
        for index, other in enumerate(kept):
            if _same(event, other, document):
                kept[index] = _joined(other, event)
                break
        else:
            kept.append(event)
    yield from kept


def _is_derived(event: Event) -> bool:
    """Whether the whole passage is the trigger: the event of an agreement or a visit."""
    return (event.trigger.start, event.trigger.end) == (event.evidence.start, event.evidence.end)


def _same(one: Event, other: Event, document: Document) -> bool:
    """Whether two events of one article are one: in one sentence by type and sides, in different ones
    only where the words or the mode agree too, since two meetings of a week are two; `one` is the
    later. A noun without a date ("the expulsion") tells of what was told before."""
    if one.event_type != other.event_type or one.modality != other.modality:
        return False
    mine, theirs = sides_of(one.actors), sides_of(other.actors)
    if one.evidence == other.evidence and one.trigger == other.trigger:
        return bool(mine & theirs)
    everyone = mine | sides_of(one.recipients), theirs | sides_of(other.recipients)
    if one.evidence == other.evidence:
        return everyone[0] == everyone[1]
    if mine != theirs or everyone[0] != everyone[1] or one.mode != other.mode:
        return False
    dates = {w.start for w in (one.when, other.when) if w.start is not None}
    if len(dates) > 1:
        return False
    dated = one.when.start is not None and other.when.start is not None
    told_before = one.when.start is None and _is_noun(one, document)
    return _stem(one) == _stem(other) or ((dated or told_before) and one.mode is not None)


def _is_noun(event: Event, document: Document) -> bool:
    sentence = document.sentence_at(event.trigger.start)
    node = sentence.node_at(event.trigger.start) if sentence else None
    return node is not None and node.pos == "NOUN"


def _stem(event: Event) -> str:
    """The beginning of the trigger's longest word."""
    return max(event.trigger.text.lower().split(), key=len)[:STEM]


def _joined(first: Event, second: Event) -> Event:
    """The earlier claim with the later one's passage, and the date, mode or place that it lacked."""
    update = together(first, second)
    if first.mode is None and second.mode is not None:
        update["mode"], update["cameo"] = second.mode, second.cameo
        update["goldstein"] = second.goldstein
    if first.place is None and second.place is not None:
        update["place"] = second.place
    return first.model_copy(update=update)
