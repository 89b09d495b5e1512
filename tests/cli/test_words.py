from __future__ import annotations

from datetime import date

import pytest
from tests.ledger.builders import (
    CHILE,
    CODER,
    KENYA,
    NORWAY,
    PREMIER,
    agreement,
    article,
    event,
    evidence,
    visit,
)

from dragoman.cli.tables import words
from dragoman.records import Money, Office, Place, When

OF = article("They did it.")


def test_equals_have_an_arrow_both_ways() -> None:
    both = event(OF, OF.text, "did", actors=(NORWAY, CHILE), reciprocal=True)
    assert words.who(both) == "Norway ↔ Chile"
    one = event(OF, OF.text, "did", actors=(NORWAY, KENYA), recipients=(CHILE,))
    assert words.who(one) == "Norway, Kenya → Chile"


@pytest.mark.parametrize(
    ("ordinal", "said"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (22, "22nd")],
)
def test_a_counted_visit(ordinal: int, said: str) -> None:
    told = visit(
        OF,
        OF.text,
        visitors=(PREMIER,),
        host=CHILE,
        kind="state",
        ordinal=ordinal,
        counted_since="2013",
        place=Place(text="Iquique", name="Iquique"),
    )
    assert words.what(told) == f"state visit, made, the {said} since 2013, in Iquique"


def test_counted_agreements_and_their_worth() -> None:
    worth = Money(amount=5e10, currency="USD", approximate=True, text="some 50 billion")
    told = agreement(OF, OF.text, parties=(NORWAY, CHILE), count=58, value=worth, status="in_force")
    assert words.what(told) == "58 × accord, in force, about 50,000,000,000 USD"


def test_a_currency_that_is_not_known_is_not_made_up() -> None:
    assert words.money(Money(amount=5.0, currency=None, text="5 dollars")) == "5 dollars"


def test_an_office_and_its_years() -> None:
    told = Office(
        id="0" * 16,
        evidence=evidence(OF, OF.text),
        passages=(),
        coder=CODER,
        person=PREMIER,
        title="president",
        of=CHILE,
        since="2013",
    )
    assert (words.who(told), words.what(told)) == ("Ada Berg", "president, Chile since 2013")


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (When(), ""),
        (When(start=date(2024, 3, 1), end=date(2024, 3, 31), precision="month"), "2024-03"),
        (When(start=date(2024, 1, 1), end=date(2024, 12, 31), precision="year"), "2024"),
        (
            When(start=date(2024, 3, 4), end=date(2024, 3, 10), precision="week"),
            "2024-03-04 to 2024-03-10",
        ),
        (When(start=date(2024, 3, 4), precision="day"), "2024-03-04"),
    ],
)
def test_no_more_precise_than_it_is_known(when: When, said: str) -> None:
    assert words.when(when) == said
