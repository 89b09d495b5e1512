"""Reprints: pairs made of the raw articles by what desks do to a dispatch, and found again.

From every article variants are made: trimmed from the end, with another head and tail, lightly edited,
trimmed and edited, and spliced with a part of another one. All go into a ledger, and pairs in one
dispatch are compared with the pairs that were made so. Beside it, how many pairs of different articles
of one day are merged; some of them are true reprints, for the collections hold a few.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import select

from benchmarks.measure import Measure, f1, read_lines
from dragoman.ledger import open_ledger
from dragoman.ledger.schema import articles
from dragoman.records import Anchor, Article, Reading, article_id

FILES = ("raw_orangesum_fr", "raw_wikinews_en", "raw_wikinews_fr")
EVERY = 8  # of the raw articles that many-th one is taken for the made pairs
SHORTEST = 60  # words: below that there is nothing to trim
FLOORS = {"F1": 0.95, "merged": 0.01}

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")

Variant = Callable[[str, random.Random], str]


def run() -> list[Measure]:
    raw = list(_raw())
    chance = random.Random(17)
    kept = [text for _, text in raw]
    made: list[tuple[int, str, date, str]] = [
        (number, "raw", day, text) for number, (day, text) in enumerate(raw)
    ]
    for number in range(0, len(raw), EVERY):
        day, text = raw[number]
        for name, change in _variants(kept).items():
            made.append((number, name, day, change(text, chance)))
    dispatches = _dispatches([(day, text) for _, _, day, text in made])

    chosen = [at for at, one in enumerate(made) if one[0] % EVERY == 0]
    right = found = wanted = 0
    missed: dict[str, int] = defaultdict(int)
    for a, b in combinations(chosen, 2):
        same = made[a][0] == made[b][0]
        if not same and (made[a][1], made[b][1]) != ("raw", "raw"):
            continue  # a splice holds a part of another article: neither right nor wrong
        together = dispatches[a] == dispatches[b]
        right += same and together
        found += together
        wanted += same
        if same and not together and made[a][1] == "raw":
            missed[made[b][1]] += 1
    precision, recall, together_f1 = f1(right, found, wanted)
    merged = of_day = 0
    for a, b in combinations([at for at, one in enumerate(made) if one[1] == "raw"], 2):
        if made[a][2] == made[b][2]:
            of_day += 1
            merged += dispatches[a] == dispatches[b]
    lost = ", ".join(f"{name} {number}" for name, number in sorted(missed.items())) or "none"
    return [
        Measure(
            "reprints, pairs F1",
            together_f1,
            FLOORS["F1"],
            f"{wanted} pairs, P {precision:.3f}, R {recall:.3f}; originals' lost: {lost}",
        ),
        Measure(
            "different articles of one day merged",
            merged / of_day if of_day else 0.0,
            FLOORS["merged"],
            f"of {of_day} pairs",
            at_most=True,
        ),
    ]


def _raw() -> Iterator[tuple[date, str]]:
    for name in FILES:
        for line in read_lines(f"bench/{name}.jsonl"):
            text = line.get("text") or line["body"]
            if line.get("date") and len(_WORD.findall(text)) >= SHORTEST:
                yield date.fromisoformat(line["date"][:10]), text


def _dispatches(texts: list[tuple[date, str]]) -> list[str]:
    """The dispatch of each text, after all went into a ledger in this order."""
    with TemporaryDirectory() as folder:
        ids = []
        with open_ledger(Path(folder) / "ledger.db", write=True) as ledger:
            for number, (day, text) in enumerate(texts):
                id = article_id(url=None, title=str(number), text=text)
                ids.append(id)
                article = Article(
                    id=id,
                    outlet=f"outlet {number}",
                    title=str(number),
                    anchor=Anchor(day=day, basis="given"),
                    text=text,
                )
                ledger.add(Reading(article=article), cache=False)
            with ledger._engine.connect() as connection:
                rows = connection.execute(select(articles.c.id, articles.c.dispatch))
                found = {row.id: row.dispatch for row in rows}
        return [found[id] for id in ids]


def _variants(texts: list[str]) -> dict[str, Variant]:
    pool = _WORD.findall(" ".join(texts[:150]))

    def trimmed(text: str, chance: random.Random) -> str:
        parts = _SENTENCE.split(text)
        return " ".join(parts[: max(2, int(len(parts) * chance.uniform(0.4, 0.8)))])

    def headed(text: str, chance: random.Random) -> str:
        head = " ".join(chance.choice(pool) for _ in range(12))
        return " ".join([f"{head}.", *_SENTENCE.split(text)[1:], f"({chance.choice(pool)})"])

    def edited(text: str, chance: random.Random) -> str:
        share = chance.uniform(0.02, 0.08)
        words = []
        for word in text.split(" "):
            drawn = chance.random()
            if drawn < share * 0.6:
                words.append(chance.choice(pool))
            elif drawn < share * 0.8:
                continue
            elif drawn < share:
                words += [word, chance.choice(pool)]
            else:
                words.append(word)
        return " ".join(words)

    def spliced(text: str, chance: random.Random) -> str:
        mine, other = _SENTENCE.split(text), _SENTENCE.split(chance.choice(texts))
        keep = max(2, int(len(mine) * chance.uniform(0.5, 0.9)))
        take = max(1, int(len(other) * chance.uniform(0.1, 0.4)))
        return " ".join([*mine[:keep], *other[:take]])

    return {
        "trimmed": trimmed,
        "headed": headed,
        "edited": edited,
        "trimmed and edited": lambda text, chance: edited(trimmed(text, chance), chance),
        "spliced": spliced,
    }
