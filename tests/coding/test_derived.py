"""The events that agreements and visits bring."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dragoman.analysis.document import Document
from dragoman.coding.derived import event_of_agreement, event_of_visit
from dragoman.records import (
    Agreement,
    AgreementStatus,
    Evidence,
    Party,
    Span,
    Visit,
    VisitStatus,
)

TEXT = "Oslo et Malte. Puis rien."
PASSAGE = Evidence(article_id="article", start=0, end=14, text="Oslo et Malte.")
NORWAY = Party(text="Oslo", name="Norway", kind="state", id="state:NOR", country="NOR")
MALTA = Party(text="Malte", name="Malta", kind="state", id="state:MLT", country="MLT")
IRAN = Party(text="Iran", name="Iran", kind="state", id="state:IRN", country="IRN")
KING = Party(text="le roi", name="Harald V", kind="person", id="person:harald-v", country="NOR")
COMMON: dict[str, Any] = {
    "id": "0",
    "evidence": PASSAGE,
    "passages": (PASSAGE,),
    "confidence": 0.6,
    "coder": "test",
}


@pytest.fixture
def read(document: Callable[..., Document]) -> Document:
    return document(TEXT)


def agreement(status: AgreementStatus = "signed", **more: Any) -> Agreement:
    return Agreement(**COMMON, parties=(NORWAY, MALTA), status=status, **more)


def visit(status: VisitStatus = "made", **more: Any) -> Visit:
    return Visit(**{**COMMON, "visitors": (KING,), "host": MALTA, "status": status, **more})


@pytest.mark.parametrize(
    ("status", "event_type"),
    [
        ("proposed", "AGREE"),
        ("negotiating", "CONSULT"),
        ("agreed", "SUPPORT"),
        ("signed", "SUPPORT"),
        ("ratified", "SUPPORT"),
        ("in_force", "COOPERATE"),
        ("implementing", "COOPERATE"),
    ],
)
def test_event_of_each_status(status: AgreementStatus, event_type: str, read: Document) -> None:
    (event,) = event_of_agreement(agreement(status), read)
    assert event.event_type == event_type
    assert event.reciprocal
    assert (event.actors, event.recipients) == ((NORWAY, MALTA), ())
    assert event.evidence == PASSAGE
    assert (event.trigger.start, event.trigger.end, event.trigger.text) == (0, 14, PASSAGE.text)


@pytest.mark.parametrize(
    ("status", "instrument", "event_type"),
    [
        ("suspended", "accord", "SANCTION"),
        ("terminated", "treaty", "SANCTION"),
        ("rejected", "accord", "REJECT"),
        ("violated", "truce", "ASSAULT"),
    ],
)
def test_what_one_side_does_goes_from_it_to_the_others(
    status: AgreementStatus, instrument: str, event_type: str, read: Document
) -> None:
    (event,) = event_of_agreement(agreement(status, instrument=instrument, by=(MALTA,)), read)
    assert (event.event_type, event.reciprocal) == (event_type, False)
    assert (event.actors, event.recipients) == ((MALTA,), (NORWAY,))


@pytest.mark.parametrize("status", ["suspended", "terminated", "violated", "rejected"])
def test_what_nobody_is_known_to_have_done_brings_no_event(
    status: AgreementStatus, read: Document
) -> None:
    assert list(event_of_agreement(agreement(status), read)) == []


def test_a_broken_treaty_is_told_by_the_one_who_accuses(read: Document) -> None:
    assert list(event_of_agreement(agreement("violated", by=(MALTA,)), read)) == []


def test_an_agreement_that_is_only_spoken_of_brings_none(read: Document) -> None:
    assert list(event_of_agreement(agreement("in_force", inferred=("status",)), read)) == []


def test_an_agreement_of_one_known_side_brings_none(read: Document) -> None:
    claim = agreement().model_copy(update={"parties": (NORWAY,)})
    assert list(event_of_agreement(claim, read)) == []


def test_signing_that_is_planned_is_to_agree(read: Document) -> None:
    (event,) = event_of_agreement(agreement(modality="planned"), read)
    assert (event.event_type, event.modality, event.mode) == ("AGREE", "planned", None)


def test_rejecting_that_is_planned_stays_what_it_is(read: Document) -> None:
    (event,) = event_of_agreement(agreement("rejected", modality="planned", by=(MALTA,)), read)
    assert (event.event_type, event.modality) == ("REJECT", "planned")


def test_an_agreement_hands_on_what_it_knows(read: Document) -> None:
    claim = agreement(attributed_to=IRAN, inferred=("parties",), modality="denied")
    (event,) = event_of_agreement(claim, read)
    assert (event.attributed_to, event.inferred, event.modality) == (IRAN, ("actors",), "denied")
    assert event.confidence == claim.confidence


def test_a_visit_is_consult_visitor_to_host(read: Document) -> None:
    (event,) = event_of_visit(visit(), read)
    assert (event.event_type, event.mode, event.reciprocal) == ("CONSULT", "visit", False)
    assert (event.actors, event.recipients) == ((KING,), (MALTA,))


def test_a_visit_that_is_planned_is_to_agree(read: Document) -> None:
    (event,) = event_of_visit(visit("planned", modality="planned"), read)
    assert (event.event_type, event.mode, event.modality) == ("AGREE", None, "planned")


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_what_does_not_take_place_brings_none(status: VisitStatus, read: Document) -> None:
    assert list(event_of_visit(visit(status), read)) == []


def test_hosts_receive_where_no_state_does(read: Document) -> None:
    (event,) = event_of_visit(visit(host=None, hosts=(IRAN,)), read)
    assert event.recipients == (IRAN,)
    assert list(event_of_visit(visit(host=None), read)) == []


def test_the_word_that_tells_the_visit_is_its_trigger(read: Document) -> None:
    word = Span(start=0, end=4, text="Oslo")
    (event,) = event_of_visit(visit(), read, word)
    assert event.trigger == word


def test_two_who_meet_on_the_ground_of_a_third_consult_each_other(read: Document) -> None:
    met = visit(visitors=(NORWAY, IRAN), kind="meeting")
    (event,) = event_of_visit(met, read)
    assert (event.actors, event.recipients) == ((NORWAY, IRAN), ())
    assert (event.reciprocal, event.mode) == (True, "third-party")


def test_two_who_travel_together_visit_their_host(read: Document) -> None:
    (event,) = event_of_visit(visit(visitors=(NORWAY, IRAN)), read)
    assert (event.actors, event.recipients) == ((NORWAY, IRAN), (MALTA,))
