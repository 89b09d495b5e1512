"""What a list says beside its claims: sums and statuses of agreements, ordinals of visits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dragoman.cli.counted import counted

if TYPE_CHECKING:
    from dragoman.ledger import Ledger, Query
    from dragoman.ledger.worth import Rate, Sum
    from dragoman.records import AnyClaim


@dataclass(frozen=True)
class Beside:
    """`lines` for the foot, `notes` by the id of the claim that they stand with."""

    lines: tuple[str, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)


def of_agreements(
    ledger: Ledger, query: Query, claims: Sequence[AnyClaim], rates: Sequence[Rate]
) -> Beside:
    """How many agreements the claims are about, how far along, and worth what; each once, however
    many claims tell of it."""
    from dragoman.ledger.worth import worth
    from dragoman.records import Agreement

    told: dict[str, Agreement] = {c.id: c for c in claims if isinstance(c, Agreement)}
    wide = replace(query, statuses=(), since=None, until=None, modalities=())
    found = worth(ledger.facts(wide), told, rates)
    if not found.agreements:
        return Beside()
    status = ", ".join(f"{n:,} {s.replace('_', ' ')}" for s, n in found.statuses.items())
    lines = [f"{counted(found.agreements, 'agreement')}: {status}"]
    if found.sums:
        lines.append("worth " + "; ".join(_sum(one) for one in found.sums))
    if found.converted is not None:
        stated = ", ".join(f"{r.currency}={r.value:g} on {r.day}" for r in rates)
        lines.append(f"that is {_amount(found.converted)} at {stated}")
    elif rates:
        known = {rates[0].into, *(r.currency for r in rates)}
        lacking = [one.currency for one in found.sums if one.currency not in known]
        if lacking:
            lines.append(f"not converted: no --rate for {', '.join(lacking)}")
    return Beside(tuple(lines))


def of_visits(ledger: Ledger, query: Query, claims: Sequence[AnyClaim]) -> Beside:
    """Each ordinal, held against the visits that the ledger knows."""
    from dragoman.ledger.ordinals import counted as count
    from dragoman.records import Visit

    numbered = [c for c in claims if isinstance(c, Visit) and c.ordinal is not None]
    if not numbered:
        return Beside()
    wide = replace(query, statuses=(), since=None, until=None, modalities=())
    visits = list(ledger.facts(wide))
    notes = {one.claim.id: f"the ledger knows {one.known:,}" for one in count(numbered, visits)}
    return Beside(notes=notes)


def _sum(one: Sum) -> str:
    return f"{_amount(one)} in {counted(one.agreements, 'agreement')}"


def _amount(one: Sum) -> str:
    return f"{'about ' if one.approximate else ''}{one.amount:,.15g} {one.currency}"
