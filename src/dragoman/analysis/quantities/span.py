from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CountSpan:
    """A number of things, or with `ordinal` a place in a row ("quatrième").

    `start_char` and `end_char` are 0-based, end-exclusive; the span covers the words that make it
    approximate ("près de", "some").
    """

    value: int
    start_char: int
    end_char: int
    text: str
    approximate: bool = False
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class MoneySpan:
    """An amount of money in whole units of its currency: fifty cents are 0.5.

    `currency` is ISO 4217, null where the words do not say whose ("francs", "rials"). The span
    covers the words that make it approximate.
    """

    amount: float
    currency: str | None
    start_char: int
    end_char: int
    text: str
    approximate: bool = False


Quantity = CountSpan | MoneySpan
