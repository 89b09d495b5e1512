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
