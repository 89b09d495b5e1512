"""Amounts of money: amount and currency both right.

Counted are amounts with a currency; a sum without one ("five"), slang ("balles") and an amount whose
cents have no name ("15 dollars 50") are no newspaper's. Where the data say only "Pound", "Franc" or
"Cent", the usual currency or none is right; "Dollar" is the American one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from benchmarks.measure import Measure, read_lines
from dragoman.analysis.quantities import MoneySpan, find

FLOORS = {
    "recognizers_fr": 0.97,
    "recognizers_en": 0.93,
    "duckling_fr": 0.92,
    "duckling_en": 0.86,
}

# Names in the data that are no ISO 4217 code: the codes that are right, "" for none.
_UNITS = {
    "dollar": {"USD"},
    "dollar états-unis": {"USD"},
    "pound": {"GBP", ""},
    "livre": {"GBP", ""},
    "franc": {""},
    "cent": {"", "USD"},
    "centimes": {""},
    "pence": {"GBP"},
    "penny": {"GBP"},
    "rial": {""},
    "riyal": {""},
    "dinar": {""},
    "rupee": {""},
    "roupie": {""},
    "roupie indienne": {"INR"},
    "euro": {"EUR"},
    "bitcoin": {"BTC"},
    "dollar canadien": {"CAD"},
    "dollar australien": {"AUD"},
    "dollar néo-zélandais": {"NZD"},
    "dollar de hong kong": {"HKD"},
    "yen japonais": {"JPY"},
    "yuan chinois": {"CNY"},
    "franc suisse": {"CHF"},
    "mexican peso": {"MXN"},
    "mark finlandais": {"FIM"},
    "finnish markka": {"FIM"},
    "florins néerlandais": {"NLG"},
    "netherlands guilder": {"NLG"},
    "peseta": {"ESP"},
}
_MINOR = {"cent", "centimes", "pence", "penny"}
_NAMELESS_CENTS = re.compile(
    r"[^\W\d_$]\.? (?:and |et )?(?:\d{2}|one|two|fifty|fourteen|forty five)$|\$\d+ (?:and )?\d+c?$",
    re.I,
)
_SLANG = re.compile(
    r"\b(?:mao|m(?:usd|eur|gbp|aud)|satoshis?|ரூ|sen|sens|geneh|genihat|l\.?e\.?|pesewas?)\b|ரூ|egyptianpound|saudiriyal|€ur",
    re.I,
)
_CODE = re.compile(r"[A-Z]{3}")


def run() -> list[Measure]:
    measures = []
    for name, pairs in (("recognizers", recognizers), ("duckling", duckling)):
        for language in ("fr", "en"):
            judged = [right for *_, right in pairs(language)]
            measures.append(
                Measure(
                    f"{name}_{language}, share right",
                    sum(judged) / len(judged),
                    FLOORS[f"{name}_{language}"],
                    f"of {len(judged)}",
                )
            )
    return measures


Judged = tuple[str, float, str, list[MoneySpan], bool]


def recognizers(language: str) -> Iterator[Judged]:
    """Words, amount and unit wanted, the amounts told there, whether one is right."""
    for item in read_lines(f"bench/money_recognizers_{language}.jsonl"):
        told = _amounts(item["text"], language)
        for wanted in item["expected"]:
            if wanted["value"] is None or _odd(wanted["text"]):
                continue
            start = wanted["start"]
            if start is None:
                start = max(0, item["text"].lower().find(wanted["text"]))
            end = start + len(wanted["text"])
            near = [one for one in told if one.start_char < end and one.end_char > start]
            value = float(wanted["value"].replace(",", "."))
            unit = wanted["iso"] or wanted["unit"]
            yield wanted["text"], value, unit, near, any(_same(one, value, unit) for one in near)


def duckling(language: str) -> Iterator[Judged]:
    for item in read_lines(f"bench/money_duckling_{language}.jsonl"):
        if item["currency"] == "Unnamed" or _odd(item["text"]):
            continue
        told = _amounts(item["text"], language)
        values = [float(value) for value in re.findall(r"\d+(?:\.\d+)?", item["value"])]
        for value in values:
            right = any(_same(one, value, item["currency"]) for one in told)
            yield item["text"], value, item["currency"], told, right


def _amounts(text: str, language: str) -> list[MoneySpan]:
    return [one for one in find(text, language=language) if isinstance(one, MoneySpan)]


def _odd(words: str) -> bool:
    return bool(_NAMELESS_CENTS.search(words) or _SLANG.search(words))


def _same(told: MoneySpan, value: float, unit: Any) -> bool:
    name = str(unit).lower()
    codes = {unit} if _CODE.fullmatch(unit) else _UNITS.get(name, set())
    if name in _MINOR:
        value /= 100
    return (told.currency or "") in codes and abs(told.amount - value) <= 1e-6 * max(1.0, value)
