"""The words of agreements: instruments, and what tells how far along one is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

from dragoman.errors import DataError, one_of
from dragoman.languages.language import read_table
from dragoman.records import AgreementStatus, Instrument


@dataclass(frozen=True, slots=True)
class AgreementWords:
    """`verbs` maps (slot, verb lemma) to the status that it gives an agreement in that slot; a slot is
    "object", "subject" or a preposition. `nouns` maps "signature" to signed, `phrases` fixed words;
    `acts` a verb that is itself an agreement ("s'entendre") to the slots that say on what; `standing`
    holds (slot, verb lemma) of what is said of an agreement that is there."""

    instruments: dict[str, Instrument]
    weak: frozenset[str]
    never_before: tuple[str, ...]
    never_after: tuple[str, ...]
    verbs: dict[tuple[str, str], AgreementStatus]
    nouns: dict[str, AgreementStatus]
    phrases: tuple[tuple[str, AgreementStatus], ...]
    acts: dict[str, tuple[str, ...]]
    standing: frozenset[tuple[str, str]]
    words: dict[str, tuple[str, ...]]


@cache
def agreement_words(language: str) -> AgreementWords:
    """The table `agreements.toml`. Raises DataError for an unknown instrument or status."""
    table = read_table(language, "agreements.toml")
    where = f"languages/{language}/agreements.toml"
    for noun, kind in table["instruments"].items():
        if kind not in get_args(Instrument):
            raise DataError(f"{where}: {noun!r} is no {kind!r}; {one_of(get_args(Instrument))}")
    verbs: dict[tuple[str, str], AgreementStatus] = {}
    nouns: dict[str, AgreementStatus] = {}
    phrases: list[tuple[str, AgreementStatus]] = []
    for entry in table["status"]:
        if entry["status"] not in get_args(AgreementStatus):
            raise DataError(
                f"{where}: no status {entry['status']!r}; {one_of(get_args(AgreementStatus))}"
            )
        status = cast("AgreementStatus", entry["status"])
        nouns.update(dict.fromkeys(entry.get("nouns", []), status))
        phrases.extend((phrase, status) for phrase in entry.get("phrases", []))
        for slot, lemmas in entry.items():
            if slot not in ("nouns", "phrases", "status"):
                verbs.update({(slot, lemma): status for lemma in lemmas})
    return AgreementWords(
        instruments=table["instruments"],
        weak=frozenset(table["weak"]["nouns"]),
        never_before=tuple(table["never"]["before"]),
        never_after=tuple(table["never"]["after"]),
        verbs=verbs,
        nouns=nouns,
        phrases=tuple(sorted(phrases, key=lambda pair: -len(pair[0]))),
        acts={verb: tuple(act["slots"]) for act in table["act"] for verb in act["verbs"]},
        standing=frozenset(
            (slot, lemma) for slot, lemmas in table["standing"].items() for lemma in lemmas
        ),
        words={name: tuple(words) for name, words in table["words"].items()},
    )


@cache
def agreement_pattern(language: str) -> re.Pattern[str]:
    """Any instrument's name, in any number."""
    nouns = sorted(agreement_words(language).instruments, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, nouns))})s?(?!\w)", re.IGNORECASE)
