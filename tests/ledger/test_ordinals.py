"""Ordinals held against the ledger."""

from __future__ import annotations

from typing import Any

from tests.ledger.builders import CHILE, KENYA, NORWAY, PREMIER, article, on, visit

from dragoman.ledger.ordinals import counted
from dragoman.records import Fact, Party


def fact(
    number: int, day: str, status: str = "made", guest: Party = PREMIER, host: Party = CHILE
) -> Fact:
    modality: Any = "asserted" if status == "made" else "planned"
    return Fact(
        id=f"f{number}", type="visit", status=status, modality=modality, mutual=False,
        leading=(guest,), facing=(host,), when=on(day), claims_for=(str(number),), origins=1, life=(),
    )  # fmt: skip


def known(facts: list[Fact], **told: Any) -> int | None:
    words = "Her fourth visit."
    fields = {"visitors": (PREMIER,), "host": CHILE, "status": "made", "when": on("2024-06-01")}
    claim = visit(article(words), words, **{"ordinal": 4, **fields, **told})
    return next((one.known for one in counted([claim], facts)), None)


def test_visits_of_the_same_to_the_same_up_to_the_day_are_counted() -> None:
    facts = [
        fact(1, "2020-05-01"),
        fact(2, "2022-05-01"),
        fact(3, "2024-06-01"),
        fact(4, "2025-01-01"),
        fact(5, "2023-01-01", "planned"),
        fact(6, "2023-02-01", host=KENYA),
        fact(7, "2023-03-01", guest=KENYA),
    ]
    assert known(facts) == 3
    assert known(facts, counted_since="2022") == 2
    assert known(facts, counted_since="2024-06") == 1


def test_what_cannot_be_counted_is_passed_over() -> None:
    assert known([], host=None, hosts=(NORWAY,)) is None
    assert known([], ordinal=None) is None
    assert known([]) == 0
