"""Passages labelled by hand with the records of one type that they tell: one scorer for all of them.

A passage is found where a claim's evidence shares at least half of the shorter of the two. On the found
passages each labelled record (but for the optional ones) is held against the claim that fits it best.
Labels are either in the development data beside their texts, or here under `gold/`: the place of the
passage in a file of the development data, and the start of its SHA-256, so that a changed text is noticed.
Whoever wrote the rules read no passage of the odd half after labelling it; both are reported.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.events import side
from benchmarks.measure import DataAbsentError, Measure, f1, read_lines
from dragoman.analysis.analyse import analyse
from dragoman.analysis.document import Document
from dragoman.articles import plain_text, read_article
from dragoman.records import AnyClaim, Party

GOLD = Path(__file__).parent / "gold"
SHOW = "SHOW_PASSAGES"  # a variable of the environment: print what was found beside what was wanted


@dataclass(frozen=True, slots=True)
class Passage:
    """Where it stands in its text, and the records that it tells; none where it tells none."""

    start: int
    end: int
    wanted: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with its passages; `half` is "even" or "odd"."""

    text: str
    language: str
    published: date | None
    half: str
    passages: tuple[Passage, ...]


# What of a labelled record a claim has right; null what is not asked of it.
Fits = Callable[[dict[str, Any], Any], Mapping[str, bool | None]]
Coder = Callable[[Document], Iterable[AnyClaim]]


def beside_texts(relative: str, kind: str, language: str) -> Iterator[Labelled]:
    """Labels that stand in the development data with their texts. Raises DataAbsentError."""
    for number, row in enumerate(read_lines(relative)):
        yield Labelled(
            row["text"],
            language,
            date.fromisoformat(row["published"]),
            "odd" if number % 2 else "even",
            tuple(_passage(label, kind) for label in row["labels"]),
        )


def by_offsets(name: str, kind: str, language: str) -> Iterator[Labelled]:
    """The labels of `gold/NAME`, with the texts of the development data.

    Raises DataAbsentError where these are not there, or are others than those that were labelled.
    """
    by_text: dict[tuple[str, int], list[dict[str, Any]]] = defaultdict(list)
    for line in (GOLD / name).read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        by_text[label["file"], label["line"]].append(label)
    for (file, number), labels in by_text.items():
        row = _rows(file)[number]
        text: str = row.get("text") or row["sentence"]
        for label in labels:
            passage = text[label["start"] : label["end"]]
            if not hashlib.sha256(passage.encode()).hexdigest().startswith(label["sha256"]):
                raise DataAbsentError(
                    f"{name}: line {number} of {file} is not the text that was labelled"
                )
        day = row.get("date") or row.get("dct") or row.get("seen_at")
        yield Labelled(
            text,
            language,
            date.fromisoformat(day) if day else None,
            "odd" if number // 2 % 2 else "even",
            tuple(_passage(label, kind) for label in labels),
        )


@cache
def _rows(file: str) -> list[dict[str, Any]]:
    return list(read_lines(f"bench/{file}.jsonl"))


def _passage(label: dict[str, Any], kind: str) -> Passage:
    wanted = label[f"{kind}s"] if label[f"is_{kind}"] else ()
    return Passage(label["start"], label["end"], tuple(wanted))


def codes(party: Party) -> set[str]:
    """What a label may call a party: its country, its organisation, its name; in lower case."""
    of = party.office.of if party.office is not None else None
    ids = [i.removeprefix("org:") for i in (of, party.id) if i and i.startswith("org:")]
    return {c.casefold() for c in (party.country, *ids, party.name) if c}


def country(party: Party) -> str | None:
    """The country, or an organisation's short name, as the labels have them; in lower case."""
    found = side(party)
    return found.casefold() if found else None


def status_fits(gold: dict[str, Any], status: str) -> bool:
    return status in (gold["status"], *gold.get("status_or", ()))


def measures(
    name: str, labelled: Iterable[Labelled], coder: Coder, fits: Fits, floors: dict[str, float]
) -> list[Measure]:
    """Found F1, false alarms and what is right on the found. `floors` by the last words of a name."""
    counts: Counter[str] = Counter()
    halves: dict[str, Counter[str]] = {"even": Counter(), "odd": Counter()}
    fields: dict[str, None] = {}
    for one in labelled:
        own: Counter[str] = Counter()
        _score(one, coder, fits, own, fields)
        counts += own
        halves[one.half] += own

    def share(part: Counter[str], field: str) -> float:
        return part[field] / max(part[f"{field} of"], 1)

    precision, recall, found = _found(counts)
    return [
        Measure(
            f"{name}, found F1",
            found,
            floors.get("found F1"),
            f"P {precision:.3f} R {recall:.3f}, {counts['positive']} passages"
            f"; even {_found(halves['even'])[2]:.3f}, odd {_found(halves['odd'])[2]:.3f}",
        ),
        Measure(
            f"{name}, false alarms on passages without",
            share(counts, "false alarms"),
            floors.get("false alarms"),
            f"of {counts['false alarms of']}",
            at_most=True,
        ),
        *(
            Measure(
                f"{name}, {field} on the found",
                share(counts, field),
                floors.get(field),
                f"of {counts[f'{field} of']}"
                f"; even {share(halves['even'], field):.3f}, odd {share(halves['odd'], field):.3f}",
            )
            for field in fields
            if counts[f"{field} of"]
        ),
    ]


def _found(counts: Counter[str]) -> tuple[float, float, float]:
    told = counts["found"] + counts["false alarms"]
    return f1(counts["found"], told, counts["positive"])


def _score(
    one: Labelled, coder: Coder, fits: Fits, counts: Counter[str], fields: dict[str, None]
) -> None:
    article = read_article(one.text, plain=True, language=one.language, published=one.published)
    mapped = plain_text(one.text)
    ours = [
        (claim, mapped.source_span(claim.evidence.start, claim.evidence.end))
        for claim in coder(analyse(article, one.language))
    ]
    for passage in one.passages:
        here = [claim for claim, span in ours if _overlaps(span, (passage.start, passage.end))]
        if os.environ.get(SHOW) in ("all", one.half):
            _show(one.text[passage.start : passage.end], passage, here)
        if not passage.wanted:
            counts["false alarms of"] += 1
            counts["false alarms"] += bool(here)
            continue
        counts["positive"] += 1
        counts["found"] += bool(here)
        for gold in passage.wanted if here else ():
            if gold.get("optional"):
                continue
            best = max((fits(gold, claim) for claim in here), key=lambda fit: _right(fit.values()))
            for field, right in best.items():
                fields.setdefault(field)
                if right is not None:
                    counts[field] += right
                    counts[f"{field} of"] += 1


def _right(values: Iterable[bool | None]) -> int:
    return sum(bool(value) for value in values)


def _overlaps(one: tuple[int, int], other: tuple[int, int]) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared * 2 >= min(one[1] - one[0], other[1] - other[0])


def _show(text: str, passage: Passage, claims: list[AnyClaim]) -> None:
    print(f"\n{'+' if passage.wanted else '-'} {text}")
    for gold in passage.wanted:
        print("  wanted", {k: v for k, v in gold.items() if v not in (None, [], "asserted")})
    for claim in claims:
        told = claim.model_dump(exclude_defaults=True)
        for left in ("id", "type", "evidence", "passages", "coder", "confidence"):
            told.pop(left, None)
        print("  told", {name: _short(value) for name, value in told.items()})


def _short(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_short(v) for v in value]
    if isinstance(value, dict) and "name" in value:
        return value["name"] + (f" ({value['country']})" if value.get("country") else "")
    if isinstance(value, dict) and "basis" in value:
        return f"{value.get('start')}/{value.get('end')}"
    return value
