"""A claim in short words: who to whom, what, when."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.records import (
    Agreement,
    AnyClaim,
    Event,
    Membership,
    Money,
    Office,
    Party,
    Quotation,
    Visit,
    When,
)

_ORDINAL_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def who(claim: AnyClaim) -> str:
    """Who leads and, after the arrow, who faces."""
    match claim:
        case Event():
            if claim.reciprocal and not claim.recipients:
                return names(claim.actors, " ↔ ")
            return arrow(claim.actors, claim.recipients)
        case Agreement():
            return names(claim.parties or claim.signatories)
        case Visit():
            host = (claim.host,) if claim.host else claim.hosts
            return arrow(claim.visitors, host)
        case Quotation():
            return arrow((claim.speaker,), claim.addressees)
        case Membership():
            return arrow(claim.members, (claim.organisation,))
        case Office():
            return claim.person.name


def what(claim: AnyClaim) -> str:
    """What is said to happen, without who and when."""
    match claim:
        case Event():
            return " ".join(filter(None, (claim.event_type, claim.mode)))
        case Agreement():
            return _agreement(claim)
        case Visit():
            return _visit(claim)
        case Quotation():
            about = f", about {names(claim.about)}" if claim.about else ""
            return f"{claim.kind}{about}{_stance(claim.stance)}"
        case Membership():
            return claim.relation
        case Office():
            until = (("since", claim.since), ("until", claim.until))
            spell = "".join(f" {word} {day}" for word, day in until if day)
            return f"{claim.title}, {claim.of.name}{spell}"


def when(told: When) -> str:
    """The days, as exactly as they are known: "2024-03-12", "2024-03", "2024-03-01 to 2024-03-09"."""
    start, end = told.start or told.end, told.end or told.start
    if start is None or end is None:
        return ""
    if told.precision == "year" and (start.year, start.month, end.month) == (end.year, 1, 12):
        return f"{start:%Y}"
    if told.precision == "month" and (start.year, start.month) == (end.year, end.month):
        return f"{start:%Y-%m}"
    return str(start) if start == end else f"{start} to {end}"


def names(parties: Iterable[Party], joint: str = ", ") -> str:
    return joint.join(dict.fromkeys(party.name for party in parties))


def arrow(lead: Iterable[Party], facing: Iterable[Party]) -> str:
    to = names(facing)
    return f"{names(lead)} → {to}" if to else names(lead)


def money(value: Money) -> str:
    """ "about 50,000,000,000 USD"; without a currency, the words of the page."""
    if value.currency is None:
        return value.text
    about = "about " if value.approximate else ""
    return f"{about}{value.amount:,.15g} {value.currency}"


def _agreement(claim: Agreement) -> str:
    count = f"{claim.count:,} × " if claim.count is not None else ""
    parts = [f"{count}{claim.name or claim.instrument}", claim.status.replace("_", " ")]
    if claim.value:
        parts.append(money(claim.value))
    if claim.subject:
        parts.append(f"on {claim.subject}")
    if claim.forum:
        parts.append(f"in {claim.forum}")
    return ", ".join(parts)


def _visit(claim: Visit) -> str:
    kind = {"unspecified": "visit", "summit": "summit", "meeting": "meeting"}.get(
        claim.kind, f"{claim.kind} visit"
    )
    parts = [kind, claim.status]
    if claim.ordinal is not None:
        since = f" since {claim.counted_since}" if claim.counted_since else ""
        parts.append(f"the {_ordinal(claim.ordinal)}{since}")
    if claim.place:
        parts.append(f"in {claim.place.name}")
    return ", ".join(parts)


def _ordinal(number: int) -> str:
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else _ORDINAL_ENDINGS.get(number % 10, 'th')}"


def _stance(stance: float) -> str:
    return f", stance {stance:+.2g}" if stance else ""
