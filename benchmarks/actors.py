"""Whom a phrase names: country and sector, without the sentence that it stands in.

- `actors_ngec_tests_en`: phrases that an actor coder was tested with; those that expect a country. One
  that expects an organisation of states (UNO, EUR, IGO) is right with any organisation or its official.
  The sector is right where it is the first or second code; where none is given it is not asked.
- `gold_events`: the countries of the parties of the events at their spans, as the reading of the article
  has them, and as the words of the span have them alone.

`--worst N` of `python -m benchmarks.actors` prints misses, of one half only, so that the other half stays
unseen: of the phrases by CRC-32, of the spans those of every other article.
"""

from __future__ import annotations

import argparse
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from benchmarks.measure import Measure, read_lines, table
from dragoman.analysis import link
from dragoman.analysis.analyse import analyse
from dragoman.articles import plain_text, read_article
from dragoman.records import Party

# What is reached; the aims are 0.85, 0.75 and 0.90.
FLOORS = {"country": 0.87, "country + sector": 0.74, "gold": 0.80}
UNDATED = date(2022, 12, 1)  # about when the undated phrases were written
FORMS = ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y")
OF_STATES = {"IGO", "UNO", "EUR"}
OURS = {"KOS": "XKX", "MED": "JRN", "HLH": "MED"}  # older codes of the same


@dataclass(frozen=True, slots=True)
class Asked:
    """A phrase with what is expected of it; `sectors` is null where it is not asked."""

    phrase: str
    language: str
    day: date
    country: str
    sectors: frozenset[str] | None

    @property
    def seen(self) -> bool:
        """Whether it is of the half whose misses may be looked at."""
        return zlib.crc32(self.phrase.encode()) % 2 == 0

    def right(self, party: Party | None) -> tuple[bool, bool]:
        """Whether the country is right, and whether both are."""
        country = party is not None and _country(party) == self.country
        sector = self.sectors is None or (
            party is not None and (party.sector or "") in self.sectors
        )
        return country, country and sector


def run() -> list[Measure]:
    phrases, spans = list(_phrases()), list(_spans())
    measures = []
    for name, asked in (("all", phrases), *_halves(phrases)):
        results = [item.right(_linked(item)) for item in asked]
        for number, what in enumerate(("country", "country + sector")):
            value = sum(result[number] for result in results) / max(len(results), 1)
            floor = FLOORS[what] if name == "all" else None
            label = f"actors_ngec_tests_en, {what}"
            measures.append(Measure(f"{label}, {name}", value, floor, f"of {len(results)}"))
    for name, found in (("all", spans), *_span_halves(spans)):
        value = sum(span.right for span in found) / max(len(found), 1)
        floor = FLOORS["gold"] if name == "all" else None
        note = f"of {len(found)}"
        measures.append(Measure(f"gold_events, country of a span, {name}", value, floor, note))
    alone = [span.asked.right(_linked(span.asked))[0] for span in spans]
    value = sum(alone) / max(len(alone), 1)
    measures.append(Measure("gold_events, country by the words alone", value))
    return measures


def worst(count: int) -> Iterator[str]:
    """Lines that tell misses of the half that may be seen, at most `count` of each set."""
    missed = 0
    for item in _phrases():
        party = _linked(item)
        if missed < count and item.seen and not item.right(party)[1]:
            missed += 1
            wanted = f"{item.country} {'/'.join(sorted(item.sectors or ()))}".strip()
            found = f"{_country(party)} {party.sector} {party.name}" if party else "nobody"
            yield f"{item.phrase!r} ({item.day}): {wanted}; {found}"
    missed = 0
    for span in _spans():
        if missed < count and span.seen and not span.right:
            missed += 1
            names = ", ".join(f"{p.name} ({_country(p)})" for p in span.parties) or "nobody"
            yield f"{span.asked.phrase!r} ({span.asked.day}): {span.asked.country}; {names}"


def _linked(item: Asked) -> Party | None:
    return link(item.phrase, on=item.day, language=item.language)


def _country(party: Party) -> str | None:
    """The country, or "org" for an organisation of states and for its officials."""
    if party.country:
        return party.country
    of = party.office.of if party.office else party.id
    return "org" if of and of.startswith("org:") else None


def _halves(asked: list[Asked]) -> tuple[tuple[str, list[Asked]], ...]:
    seen = [item for item in asked if item.seen]
    return ("half A", seen), ("half B", [item for item in asked if not item.seen])


def _span_halves(spans: list[Span]) -> tuple[tuple[str, list[Span]], ...]:
    seen = [span for span in spans if span.seen]
    return ("half A", seen), ("half B", [span for span in spans if not span.seen])


def _phrases() -> Iterator[Asked]:
    for row in read_lines("bench/actors_ngec_tests_en.jsonl"):
        expected: dict[str, Any] = row["expected"]
        country = expected.get("country")
        if not country:
            continue
        codes = {expected.get(key, "") for key in ("code_1", "code_2")}
        wanted = frozenset(OURS.get(code, code) for code in codes if code) or frozenset({""})
        organisation = country in OF_STATES
        yield Asked(
            phrase=row["text"],
            language="en",
            day=_day(row["kwargs"].get("query_date") or "".join(row["args"][2:3])),
            country="org" if organisation else OURS.get(country, country),
            sectors=wanted if "code_1" in expected and not organisation else None,
        )


def _day(text: str) -> date:
    for form in FORMS if text else ():
        try:
            return datetime.strptime(text.title(), form).date()
        except ValueError:
            continue
    return UNDATED


@dataclass(frozen=True, slots=True)
class Span:
    """A party's words in an article, and what was found there: in the article, and by the words alone."""

    asked: Asked
    parties: tuple[Party, ...]
    seen: bool

    @property
    def right(self) -> bool:
        return any(self.asked.right(party)[0] for party in self.parties)


def _spans() -> Iterator[Span]:
    """Each span of a party in the gold articles once, with the parties that the article's reading has
    for it: of the mentions that overlap it, those that share most of it."""
    for number, row in enumerate(read_lines("bench/gold_events.jsonl")):
        labels = row["labels"][0]
        day, language = date.fromisoformat(row["published"]), labels["lang"]
        article = read_article(row["text"], plain=True, language=language, published=day)
        mapped = plain_text(row["text"])
        mentions = [
            (mapped.source_span(mention.start, mention.end), mention.parties)
            for sentence in analyse(article, language).sentences
            for mention in sentence.mentions
            if mention.parties
        ]
        sides = {
            (party["text_start"], party["text_end"], party["country"] or "org")
            for event in labels["events"]
            for party in (*event["actors"], *event["recipients"])
            if "text_start" in party and (party["country"] or party["org"])
        }
        for start, end, country in sorted(sides):
            phrase = re.sub(r"\s+", " ", row["text"][start:end])
            asked = Asked(phrase, language, day, OURS.get(country, country), None)
            yield Span(asked, _at(start, end, mentions), seen=number % 2 == 0)


def _at(
    start: int, end: int, mentions: list[tuple[tuple[int, int], tuple[Party, ...]]]
) -> tuple[Party, ...]:
    shared = [(min(end, b) - max(start, a), parties) for (a, b), parties in mentions]
    most = max((length for length, _ in shared), default=0)
    return tuple(p for length, ps in shared if length == most > 0 for p in ps)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.actors", description=__doc__)
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="print N misses")
    options = parser.parse_args()
    print(table(run()))
    print("\n".join(worst(options.worst)))
