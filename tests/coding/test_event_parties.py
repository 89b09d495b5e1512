"""Parties of events that no name tells: nouns of people and bodies, with or without their state."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.analysis.document import Document
from dragoman.coding.events import events

Read = Callable[..., Document]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Police arrested dozens of students.", "en", "COP police > EDU students"),
        ("Rebels in Mali attacked a convoy of soldiers.", "en", "REB MLI > MIL soldiers"),
        ("Thousands of Chilean miners protested.", "en", "LAB CHL >"),
        (
            "Ministers from Norway and Sweden condemned the rebels.",
            "en",
            "- NOR + - SWE > REB rebels",
        ),
        ("Zambians rose up against their government.", "en", "- ZMB > GOV ZMB"),
        ("La police a arrêté une centaine de manifestants.", "fr", "COP police > CVL protesters"),
    ],
)
def test_people_and_bodies_are_parties(
    text: str, language: str, expected: str, document: Read
) -> None:
    event = next(events(document(text, language)))
    sides = [
        " + ".join(f"{p.sector or '-'} {p.country or p.name}" for p in side)
        for side in (event.actors, event.recipients)
    ]
    assert f"{sides[0]} > {sides[1]}".strip() == expected


def test_things_are_no_parties(document: Read) -> None:
    assert list(events(document("The storm attacked the bridge.", "en"))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya threatened to leave the talks unless Somalia withdrew its troops.", "KEN > SOM"),
        ("Miners marched in Ghana to demand an apology from Norway.", "miners > NOR"),
        ("Chile issued a statement condemning Peru.", "CHL > PER"),
        ("Norway attacked its Swedish neighbours.", "NOR > SWE"),
        ("The rebels said they had attacked soldiers of Niger.", "rebels > NER"),
        ("The ILO asked that Chile ease curbs on the movement of Peruvian workers.", "ILO > CHL"),
    ],
)
def test_where_a_party_stands(text: str, expected: str, document: Read) -> None:
    event = next(events(document(text, "en")))
    sides = [
        " + ".join(p.country or (p.id or p.text.lower()).removeprefix("org:") for p in side)
        for side in (event.actors, event.recipients)
    ]
    assert " > ".join(sides).replace("the ", "") == expected


def test_an_aim_of_a_protest_is_no_act_beside_it(document: Read) -> None:
    text = "Students marched in Ghana to demand an apology from Norway."
    assert [e.event_type for e in events(document(text, "en"))] == ["PROTEST"]


def test_part_of_a_thing_is_of_its_kind(document: Read) -> None:
    text = "Norway suspended part of its military aid to Mali."
    assert [e.event_type for e in events(document(text, "en"))] == ["SANCTION"]
