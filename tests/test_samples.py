"""What the samples must give: they show on pages of our own what the program promises."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest

import dragoman
from dragoman.records import (
    Agreement,
    Event,
    Membership,
    Office,
    Party,
    Quotation,
    Reading,
    Visit,
)

T = TypeVar("T")
SAMPLES = Path(__file__).resolve().parents[1] / "samples"


@cache
def read(name: str) -> Reading:
    return dragoman.read((SAMPLES / name).read_text("utf-8"))


def sides(*parties: Party) -> set[str | None]:
    return {p.country or p.id for p in parties}


def of_type(reading: Reading, kind: type[T]) -> list[T]:
    return [c for c in reading.claims if isinstance(c, kind)]


DISPATCHES = [
    ("summit.fr.txt", "TUR", "KAZ", "person:recep-tayyip-erdogan", 2, "2019", 27, 4e9, 9),
    ("talks.en.txt", "ZAF", "BRA", "person:cyril-ramaphosa", 2, "2023", 14, 3e9, 5),
]


@pytest.mark.parametrize("case", DISPATCHES, ids=lambda case: case[0])
def test_a_dispatch_of_a_state_visit(
    case: tuple[str, str, str, str, int, str, int, float, int],
) -> None:
    name, guest, host, visitor, ordinal, since, count, value, part = case
    reading = read(name)
    pair = {guest, host}
    (visit,) = [v for v in of_type(reading, Visit) if v.ordinal is not None]
    assert [p.id for p in visit.visitors] == [visitor]
    assert visit.host is not None
    assert visit.host.country == host
    assert (visit.kind, visit.ordinal, visit.counted_since) == ("state", ordinal, since)
    promises = [e for e in of_type(reading, Event) if e.event_type == "AGREE"]
    assert [sides(*e.actors) for e in promises] == [pair]
    assert promises[0].modality == "asserted"
    assert promises[0].when.basis == "caption"
    (refusal,) = [e for e in of_type(reading, Event) if e.event_type == "REJECT"]
    assert refusal.modality == "historical"
    assert refusal.attributed_to is None
    agreements = of_type(reading, Agreement)
    (whole,) = [a for a in agreements if a.count == count]
    assert whole.value is not None
    assert (whole.value.amount, whole.value.currency) == (value, "USD")
    assert (whole.status, sides(*whole.parties)) == ("negotiating", pair)
    assert whole.attributed_to is not None
    assert whole.attributed_to.id == visitor
    (some,) = [a for a in agreements if a.count == part]
    assert (some.status, some.part_of) == ("implementing", whole.id)
    signed = [a for a in agreements if a.status == "signed" and a.subject]
    assert {a.instrument for a in signed} == {"declaration", "memorandum"}
    assert all(sides(*a.parties) == pair for a in signed)
    together = [e for e in of_type(reading, Event) if e.event_type == "COOPERATE"]
    assert any(sides(*e.actors) == pair for e in together)
    assert {m.relation for m in of_type(reading, Membership)} == {"cooperating"}
    assert len(of_type(reading, Membership)) == 3
    direct = [q for q in of_type(reading, Quotation) if q.kind == "direct"]
    assert [q.speaker.id for q in direct] == [visitor, visitor]
    (mixed,) = [q for q in of_type(reading, Quotation) if q.kind == "mixed"]
    assert mixed.speaker.id == visitor
    assert sides(*mixed.about) == pair


@pytest.mark.parametrize("name", ["summit.fr.txt", "talks.en.txt"])
def test_the_caption_of_another_story_is_set_apart(name: str) -> None:
    captions = read(name).article.captions
    assert [c.related for c in captions] == [False, True]
    assert captions[0].text not in read(name).article.text


def test_the_office_of_the_host() -> None:
    (office,) = of_type(read("summit.fr.txt"), Office)
    assert office.person.id == "person:kassym-jomart-tokayev"
    assert (office.of.id, office.since) == ("state:KAZ", "2019")


def test_a_page_with_two_captions_of_other_stories() -> None:
    reading = read("captions.fr.txt")
    assert [c.related for c in reading.article.captions] == [False, False]
    assert all(c.reason for c in reading.article.captions)
    assert {"PRT", "CPV"} <= {p.country for p in reading.parties}
    planned = [a for a in of_type(reading, Agreement) if a.modality == "planned"]
    assert [sides(*a.parties) for a in planned] == [{"PRT", "CPV"}]


def test_a_page_without_an_event_between_two_states_or_organisations() -> None:
    reading = read("domestic.en.txt")
    for claim in reading.claims:
        if isinstance(claim, Event):
            assert len(sides(*claim.actors, *claim.recipients)) == 1
    assert of_type(reading, Agreement) == []
    assert of_type(reading, Visit) == []
