"""The events that agreements and visits bring, on the same evidence."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.analysis.document import Document
from dragoman.coding.event_parties import Roles
from dragoman.coding.events import build
from dragoman.ontology.derived import derivations
from dragoman.records import Agreement, Event, Span, Visit


def event_of_agreement(agreement: Agreement, document: Document) -> Iterator[Event]:
    """Signing, talking, rejecting ...: by the agreement's status."""
    made = derivations().agreement[agreement.status]
    planned = derivations().expected.get(made.event) if agreement.modality == "planned" else None
    yield build(
        document,
        agreement.evidence,
        event_type=planned or made.event,
        frame_mode=None if planned else made.mode,
        code=None if planned else made.cameo,
        roles=Roles(agreement.parties, ()),
        reciprocal=True,
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
    """A visit is CONSULT, visitor to host; one that is only planned is AGREE. A cancelled visit brings
    none: what is cancelled is told by its own verb. `trigger` is the word that tells it, if known."""
    recipients = (visit.host,) if visit.host else visit.hosts
    if not recipients or visit.status in ("cancelled", "postponed"):
        return
    planned = visit.modality == "planned"
    mode = None if planned or visit.kind in ("summit", "meeting") else "visit"
    yield build(
        document,
        visit.evidence,
        event_type=derivations().expected["CONSULT"] if planned else "CONSULT",
        frame_mode=mode,
        code=None,
        roles=Roles(visit.visitors, recipients),
        reciprocal=False,
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
