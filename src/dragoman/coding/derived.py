"""The events that agreements and visits bring, on the same evidence."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.analysis.document import Document
from dragoman.coding.claims import side_of, sides_of
from dragoman.coding.event_parties import Roles
from dragoman.coding.events import build
from dragoman.ontology.derived import derivations
from dragoman.records import Agreement, Event, Span, Visit


def event_of_agreement(agreement: Agreement, document: Document) -> Iterator[Event]:
    """Signing, talking, rejecting ...: by the agreement's status. What one side did to the others is its
    event; of what is only known to have ended or been broken, by nobody, nothing is coded, nor of an
    agreement that is spoken of without a word of how it stands."""
    doers = sides_of(agreement.by)
    others = tuple(p for p in agreement.parties if side_of(p) not in doers)
    one_sided = bool(doers) and bool(others)
    if "status" in agreement.inferred or len(sides_of(agreement.parties)) < 2:
        return
    made = derivations().agreement.get(agreement.status)
    if agreement.status == "violated" and agreement.instrument == "truce":
        made = derivations().broken_truce
    if made is None or (made.one_sided and not one_sided):
        return
    planned = derivations().expected.get(made.event) if agreement.modality == "planned" else None
    yield build(
        document,
        agreement.evidence,
        event_type=planned or made.event,
        frame_mode=None if planned else made.mode,
        code=None if planned else made.cameo,
        roles=Roles(agreement.by, others) if one_sided else Roles(agreement.parties, ()),
        reciprocal=not one_sided,
        modality=agreement.modality,
        attributed_to=agreement.attributed_to,
        moment=agreement.when,
        trigger=_passage(agreement),
        place=None,
        confidence=agreement.confidence,
        inferred=tuple("actors" if f == "parties" else f for f in agreement.inferred),
    )


def event_of_visit(
    visit: Visit, document: Document, trigger: Span | None = None
) -> Iterator[Event]:
    """A visit is CONSULT, visitor to host; one that is only planned is AGREE. Those who meet on the ground
    of a third, or on none that is known, consult each other. A cancelled visit brings
    none: what is cancelled is told by its own verb. `trigger` is the word that tells it, if known."""
    recipients = (visit.host,) if visit.host else visit.hosts
    guests = sides_of(visit.visitors)
    received = visit.host is not None and side_of(visit.host) not in guests and not visit.hosts
    if received and visit.kind in ("meeting", "summit") and len(guests) > 1:
        recipients = ()  # they meet each other on a third one's ground
    together = not recipients and len(guests) > 1
    if not (recipients or together) or visit.status in ("cancelled", "postponed"):
        return
    planned = visit.modality == "planned"
    mode = None if planned or visit.kind in ("summit", "meeting") else "visit"
    if together and received and not planned:
        mode = "third-party"
    yield build(
        document,
        visit.evidence,
        event_type=derivations().expected["CONSULT"] if planned else "CONSULT",
        frame_mode=mode,
        code=None,
        roles=Roles(visit.visitors, recipients),
        reciprocal=together,
        modality=visit.modality,
        attributed_to=visit.attributed_to,
        moment=visit.when,
        trigger=trigger or _passage(visit),
        place=visit.place,
        confidence=visit.confidence,
        inferred=visit.inferred,
    )


def _passage(claim: Agreement | Visit) -> Span:
    evidence = claim.evidence
    return Span(start=evidence.start, end=evidence.end, text=evidence.text)
