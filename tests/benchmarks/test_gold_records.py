"""When a party and an event of ours are those of a gold record."""

from __future__ import annotations

from typing import Any

import pytest
from benchmarks.gold_records import event_type, is_same, pairs

from dragoman.reader import read
from dragoman.records import Event, Party


def gold(text: str, code: str) -> dict[str, Any]:
    return {"text": text, "code": code, "sector": None}


@pytest.mark.parametrize(
    ("country", "text", "other", "same"),
    [
        ("JPN", "Tokyo", gold("Japan", "JAP"), True),
        ("RUS", "Russian rebels", gold("Ukrainian rebels", "UKR"), False),
        (None, "the rebels", gold("Ukrainian rebels", "UKR"), True),
        (None, "the students", gold("the rebels", "UKR"), False),
    ],
)
def test_parties_are_the_same_by_country_or_else_by_their_words(
    country: str | None, text: str, other: dict[str, Any], same: bool
) -> None:
    party = Party(text=text, name=text, kind="group", country=country)
    assert is_same(party, other) is same


def test_no_party_is_only_no_party() -> None:
    party = Party(text="Norway", name="Norway", kind="state", country="NOR")
    assert is_same(None, None)
    assert not is_same(party, None)
    assert not is_same(None, gold("Norway", "NOR"))


def test_an_organisation_of_states_matches_any_organisation() -> None:
    party = Party(text="NATO", name="NATO", kind="organisation", id="org:NATO")
    assert is_same(party, gold("the European Union", "IGO"))
    assert not is_same(party, gold("Norway", "NOR"))


def test_equals_meet_each_other_both_ways() -> None:
    claims = read("Norway and Sweden signed a treaty.", language="en", plain=True).claims
    event = next(c for c in claims if isinstance(c, Event))
    named = {(a.name, b.name) for a, b in pairs(event) if a and b}
    assert named == {("Norway", "Sweden"), ("Sweden", "Norway")}


def test_old_names_of_events() -> None:
    assert event_type("FIGHT") == "ASSAULT"
    assert event_type("RETREAT") == event_type("CONCEDE") == "YIELD"
    assert event_type("AID") == "AID"
