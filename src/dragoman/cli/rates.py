"""Rates of exchange as they are typed: EUR=1.08@2026-01-02."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

import typer

from dragoman.cli.days import one_day

if TYPE_CHECKING:
    from dragoman.ledger.worth import Rate

_TYPED = re.compile(r"([A-Z]{3})=([0-9]+(?:\.[0-9]+)?)@(\S+)")


def rate(typed: str, into: str) -> Rate:
    """What one unit of a currency is worth in `into`, and on which day. Raises BadParameter."""
    from dragoman.ledger.worth import Rate

    found = _TYPED.fullmatch(typed.strip())
    if found is None:
        raise typer.BadParameter(
            f"{typed!r} is no rate; write EUR=1.08@2026-01-02: one euro was 1.08 {into} on that day"
        )
    currency, value, day = found.groups()
    if currency == into:
        raise typer.BadParameter(f"{typed!r}: {into} needs no rate into {into}")
    if not (math.isfinite(float(value)) and float(value) > 0):
        raise typer.BadParameter(f"{typed!r}: a rate is above 0")
    return Rate(currency, into, float(value), one_day(day))


def currency(typed: str) -> str:
    """An ISO 4217 code by its form. Raises BadParameter."""
    if not re.fullmatch("[A-Za-z]{3}", typed):
        raise typer.BadParameter(f"{typed!r} is no code of a currency, such as USD or EUR")
    return typed.upper()
