"""Facts: how many there are where a known number of things happened.

Forty happenings of one week (`week.toml`: five dyads of each of eight kinds, no two on one day between
the same parties) are told by a thousand articles, in French and English, in six wordings each, some of
them reprints. The coder reads every wording once; what it tells is put into a ledger under a thousand
outlets, days and orders. *Inflation* is facts over happenings: of those between the planted parties, of
the planted kind or a near one. *Told of* is how many of the forty have a fact at all.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.events import side
from benchmarks.measure import Measure
from dragoman.ledger import Query, open_ledger
from dragoman.ledger.nearness import near
from dragoman.reader import read
from dragoman.records import Fact, Reading

ARTICLES = 1000
MONDAY = date(2025, 3, 10)
FLOORS = {"inflation": 1.1, "told": 0.95}
CODES = ("NOR", "CHL", "KEN", "JPN", "PER", "CAN", "GHA", "VNM", "PRT", "ECU")


@dataclass(frozen=True, slots=True)
class Planted:
    """One happening: its kind, its parties by their place in the lists, its day of the week."""

    type: str
    actor: int
    recipient: int
    day: int
    wordings: tuple[tuple[str, str], ...]  # language, sentence


def run() -> list[Measure]:
    planted = list(_planted())
    readings = [[_read(one, *wording) for wording in one.wordings] for one in planted]
    chance = random.Random(5)
    told = [chance.randrange(len(planted)) for _ in range(ARTICLES)]
    told[: len(planted)] = range(len(planted))
    chance.shuffle(told)
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "l.db", write=True) as ledger:
        for number, which in enumerate(told):
            ledger.add(_as_told(chance.choice(readings[which]), number), cache=False)
        facts = list(ledger.facts(Query(types=("event",), modalities=("asserted",))))
    found = [[fact for fact in facts if _is(fact, one)] for one in planted]
    number = sum(map(len, found))
    known = sum(bool(one) for one in found)
    split = sorted({one.type for one, those in zip(planted, found, strict=True) if len(those) > 1})
    silent = sorted({one.type for one, those in zip(planted, found, strict=True) if not those})
    return [
        Measure(
            "duplicate inflation",
            number / max(known, 1),
            FLOORS["inflation"],
            f"{number} facts of {known} happenings, {ARTICLES} articles; in several: "
            f"{', '.join(split) or 'none'}",
            at_most=True,
        ),
        Measure(
            "happenings that have a fact",
            known / len(planted),
            FLOORS["told"],
            f"silent: {', '.join(silent) or 'none'}",
        ),
    ]


def _planted() -> Iterator[Planted]:
    table = tomllib.loads(Path(__file__).with_name("week.toml").read_text("utf-8"))
    names, days = table["parties"], table["days"]
    for kind, told in enumerate(table["happening"]):
        for number in range(5):
            a = (kind + 2 * number) % len(CODES)
            b = (a + 1 + kind) % len(CODES)
            wordings = tuple(
                (language, _sentence(wording, names[language], a, b, days[language][number]))
                for language in ("en", "fr")
                for wording in told[language]
            )
            yield Planted(told["type"], a, b, number, wordings)


def _sentence(wording: str, names: list[str], a: int, b: int, on: str) -> str:
    text = wording.format(a=names[a], b=names[b], on=on)
    for full, short in (("à le ", "au "), ("de le ", "du ")):
        text = text.replace(full, short)
    return text[0].upper() + text[1:]


def _read(planted: Planted, language: str, sentence: str) -> Reading:
    day = MONDAY + timedelta(days=planted.day)
    return read(sentence, published=day, language=language, plain=True)


def _as_told(reading: Reading, number: int) -> Reading:
    """The same under another outlet: another article with claims of its own."""
    article = reading.article
    id = f"{number:016x}"

    def moved(record: Any) -> Any:
        return record.model_copy(update={"article_id": id})

    claims = tuple(
        claim.model_copy(
            update={
                "id": f"{number:08x}{position:08x}",
                "evidence": moved(claim.evidence),
                "passages": tuple(map(moved, claim.passages)),
            }
        )
        for position, claim in enumerate(reading.claims)
    )
    return Reading(
        article=article.model_copy(update={"id": id, "outlet": f"Paper {number}"}), claims=claims
    )


def _is(fact: Fact, planted: Planted) -> bool:
    a, b = CODES[planted.actor], CODES[planted.recipient]
    leading = {side(party) for party in fact.leading}
    facing = {side(party) for party in fact.facing}
    day = MONDAY + timedelta(days=planted.day)
    between = {a, b} <= leading if fact.mutual else a in leading and b in facing
    return between and fact.when.start == day and fact.kind in near(planted.type)
