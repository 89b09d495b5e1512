"""Sums of agreements: each once, in its own currency, converted only where every rate is stated."""

from __future__ import annotations

from datetime import date

import pytest
from tests.ledger.builders import CHILE, NORWAY, agreement, article

from dragoman.ledger.worth import Rate, worth
from dragoman.records import Agreement, Fact, Money, When

DAY = date(2026, 1, 2)


def told(words: str, amount: float | None, currency: str | None, **more: object) -> Agreement:
    of = article(words)
    value = Money(amount=amount, currency=currency, text="x") if amount is not None else None
    return agreement(of, words, parties=(NORWAY, CHILE), status="signed", value=value, **more)


def fact(*claims: Agreement, status: str = "signed") -> Fact:
    return Fact(
        id=f"f{claims[0].id}"[:16],
        type="agreement",
        status=status,
        modality="asserted",
        mutual=True,
        leading=(NORWAY, CHILE),
        facing=(),
        when=When(),
        claims_for=tuple(c.id for c in claims),
        origins=1,
        life=(),
    )


def test_an_agreement_that_several_tell_of_counts_once() -> None:
    one, again = told("One.", 5e6, "EUR"), told("Again.", 5e6, "EUR")
    other = told("Other.", 1e6, "EUR")
    facts = [fact(one, again), fact(other, status="agreed")]
    found = worth(facts, {c.id: c for c in (one, again, other)}, [])
    assert (found.agreements, found.statuses) == (2, {"signed": 1, "agreed": 1})
    (total,) = found.sums
    assert (total.currency, total.amount, total.agreements) == ("EUR", 6e6, 2)
    assert found.converted is None


def test_what_most_say_it_is_worth_is_taken() -> None:
    claims = [told(f"{n}.", amount, "USD") for n, amount in enumerate((3.0, 7.0, 7.0))]
    found = worth([fact(*claims)], {c.id: c for c in claims}, [])
    assert [one.amount for one in found.sums] == [7.0]


def test_sums_are_converted_only_with_every_rate() -> None:
    euro, yen = told("One.", 100.0, "EUR"), told("Two.", 3000.0, "JPY")
    facts, claims = [fact(euro), fact(yen)], {c.id: c for c in (euro, yen)}
    assert worth(facts, claims, [Rate("EUR", "USD", 1.5, DAY)]).converted is None
    rates = [Rate("EUR", "USD", 1.5, DAY), Rate("JPY", "USD", 0.01, DAY)]
    total = worth(facts, claims, rates).converted
    assert total is not None
    assert (total.currency, total.amount, total.approximate) == ("USD", pytest.approx(180.0), True)


def test_values_without_a_currency_and_unseen_facts_are_in_no_sum() -> None:
    bare, unseen = told("One.", 5.0, None), told("Two.", 9.0, "EUR")
    found = worth([fact(bare), fact(unseen)], {bare.id: bare}, [])
    assert (found.agreements, list(found.sums)) == (1, [])
