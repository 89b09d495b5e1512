"""Agreements on which nothing more was heard."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from tests.ledger.builders import CHILE, NORWAY

from dragoman.ledger.stalled import stalled
from dragoman.records import Fact, Step, When

ON = date(2024, 12, 31)


def fact(reported: str | None, status: str = "signed", modality: Any = "asserted") -> Fact:
    day = date.fromisoformat(reported) if reported else None
    step = Step(reported=day, claim_id="0", origin="x", modality=modality, status=status)
    return Fact(
        id="f0", type="agreement", status=status, modality=modality, mutual=True,
        leading=(NORWAY, CHILE), facing=(), when=When(), claims_for=("0",), origins=1, life=(step,),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("told", "is_stalled"),
    [
        (fact("2024-01-01"), True),
        (fact("2024-12-01"), False),
        (fact("2024-01-01", "ratified"), False),
        (fact("2024-01-01", "terminated"), False),
        (fact("2024-01-01", "negotiating"), True),
        (fact("2024-01-01", "agreed", "planned"), True),
        (fact("2024-01-01", "signed", "denied"), False),
        (fact("2025-01-05"), False),
        (fact(None), False),
    ],
)
def test_open_and_quiet_is_stalled(told: Fact, is_stalled: bool) -> None:
    found = list(stalled([told], on=ON, quiet=timedelta(180)))
    assert bool(found) == is_stalled


def test_quiet_days_are_counted_to_the_day() -> None:
    told = fact("2024-12-21")
    assert list(stalled([told], on=ON, quiet=timedelta(9)))
    assert not list(stalled([told], on=ON, quiet=timedelta(10)))
