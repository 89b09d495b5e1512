"""How many agreements a list is about, how far along they are, and what they are worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.records import Agreement, Fact


@dataclass(frozen=True)
class Rate:
    """What one unit of `currency` is worth in `into`, on a day, as somebody stated it."""

    currency: str
    into: str
    value: float
    day: date


@dataclass(frozen=True)
class Sum:
    """An amount in one currency; `approximate` where a part of it is; in so many agreements."""

    currency: str
    amount: float
    approximate: bool
    agreements: int


@dataclass(frozen=True)
class Worth:
    """`statuses` counts the agreements, each once, by how far they have come; `sums` in their own
    currencies, the largest number of agreements first; `converted` is their total in one currency,
    null without a rate for every one of them."""

    agreements: int
    statuses: Mapping[str, int]
    sums: Sequence[Sum]
    converted: Sum | None = None


def worth(facts: Iterable[Fact], claims: Mapping[str, Agreement], rates: Sequence[Rate]) -> Worth:
    """Each fact counts once, with the value that most of its claims give, the first of several.

    `claims` by id; a fact none of whose claims is there is left out. Amounts without a currency
    are in no sum. The rates must all be into one currency.
    """
    statuses: Counter[str] = Counter()
    values: list[tuple[str, float, bool]] = []
    for fact in facts:
        told = [claims[one] for one in fact.claims_for if one in claims]
        if not told:
            continue
        statuses[fact.status or ""] += 1
        amounts = Counter(
            (c.value.currency, c.value.amount, c.value.approximate)
            for c in told
            if c.value is not None and c.value.currency is not None
        )
        if amounts:
            currency, amount, about = amounts.most_common(1)[0][0]
            values.append((str(currency), amount, about))
    return Worth(
        sum(statuses.values()), dict(statuses.most_common()), _sums(values), _total(values, rates)
    )


def _sums(values: Sequence[tuple[str, float, bool]]) -> list[Sum]:
    made = []
    for currency, number in Counter(c for c, _, _ in values).most_common():
        own = [(amount, about) for c, amount, about in values if c == currency]
        made.append(Sum(currency, sum(a for a, _ in own), any(b for _, b in own), number))
    return made


def _total(values: Sequence[tuple[str, float, bool]], rates: Sequence[Rate]) -> Sum | None:
    if not rates or not values:
        return None
    into = rates[0].into
    by_currency = {rate.currency: rate.value for rate in rates} | {into: 1.0}
    if any(currency not in by_currency for currency, _, _ in values):
        return None
    total = sum(amount * by_currency[currency] for currency, amount, _ in values)
    return Sum(into, total, True, len(values))
