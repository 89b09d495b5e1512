"""The lexicon of a language: frames, operators, reports and cues (see docs/lexicon.md)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast, get_args

from dragoman.errors import DataError, one_of
from dragoman.languages.language import read_table
from dragoman.ontology import plover
from dragoman.records import Modality

Embedding = Literal[
    "promise", "demand", "refusal", "denial", "threat", "allegation", "permission", "offer"
]
EMBEDDINGS = get_args(Embedding)
MODALITIES = get_args(Modality)
NO_EVENT = "none"
POS = {"verbs": "VERB", "nouns": "NOUN", "adjectives": "ADJ"}


@dataclass(frozen=True, slots=True)
class Frame:
    """What a predicate in a certain company means. `needs` and `never` map slots to lemmas, with
    True for "whatever it is"; `name` says where the entry stands, for --explain."""

    name: str
    lemmas: tuple[str, ...]
    pos: str
    event: str
    mode: str | None
    cameo: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    reciprocal: bool
    embeds: Embedding | None
    standing: bool
    needs: dict[str, frozenset[str] | bool]
    never: dict[str, frozenset[str] | bool]
    examples: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Operator:
    name: str
    lemmas: tuple[str, ...]
    pos: str
    modality: Modality
    negated: Modality | None
    control: str
    examples: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Report:
    lemmas: tuple[str, ...]
    stance: float
    future: str | None
    addressee: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of a language. `frames` maps (pos, lemma) to frames, the most demanding first;
    `multiword` holds the first words of nouns of several words."""

    language: str
    frames: dict[tuple[str, str], tuple[Frame, ...]]
    operators: dict[tuple[str, str], Operator]
    reports: dict[str, Report]
    according: tuple[str, ...]
    cues: dict[str, tuple[str, ...]]
    classes: dict[str, frozenset[str]]
    multiword: frozenset[str]
    entries: tuple[Frame | Operator, ...] = field(default=())


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language. Raises DataError with file and entry where a table is wrong."""
    classes = {k: frozenset(v) for k, v in read_table(language, "classes.toml").items()}
    frames: list[Frame] = []
    folder = files("dragoman.languages").joinpath(language, "predicates")
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            try:
                table = tomllib.loads(file.read_text("utf-8"))
            except tomllib.TOMLDecodeError as fault:
                raise DataError(f"languages/{language}/predicates/{file.name}: {fault}") from None
            frames.extend(_frames(table, f"{language}/predicates/{file.name}", classes))
    by_lemma: dict[tuple[str, str], list[Frame]] = {}
    for frame in frames:
        for lemma in frame.lemmas:
            by_lemma.setdefault((frame.pos, lemma), []).append(frame)
    operators = _operators(read_table(language, "operators.toml"), f"{language}/operators.toml")
    reports_table = read_table(language, "reports.toml")
    return Lexicon(
        language=language,
        frames={
            key: tuple(sorted(group, key=lambda f: (-len(f.needs), f.event == NO_EVENT)))
            for key, group in by_lemma.items()
        },
        operators={(o.pos, lemma): o for o in operators for lemma in o.lemmas},
        reports=_reports(reports_table),
        according=tuple(w for entry in reports_table.get("according", []) for w in entry["words"]),
        cues={k: tuple(v) for k, v in read_table(language, "cues.toml").items()},
        classes=classes,
        multiword=frozenset(
            lemma.split()[0] for pos, lemma in by_lemma if " " in lemma and pos == "NOUN"
        ),
        entries=(*frames, *operators),
    )


FRAME_KEYS = {
    "verbs", "nouns", "adjectives", "event", "mode", "cameo", "actor", "recipient", "reciprocal",
    "embeds", "standing", "needs", "never", "examples",
}  # fmt: skip


def _frames(
    table: dict[str, Any], file: str, classes: dict[str, frozenset[str]]
) -> Iterable[Frame]:
    for number, entry in enumerate(table.get("frame", []), 1):
        name = f"languages/{file}, frame {number}"
        if unknown := set(entry) - FRAME_KEYS:
            raise DataError(f"{name}: unknown key {sorted(unknown)}; {one_of(FRAME_KEYS)}")
        event = entry.get("event", table.get("event"))
        if event is None:
            raise DataError(f"{name}: no event, neither here nor at the head of the file")
        mode = entry.get("mode")
        if event != NO_EVENT:
            definition = plover.event(event)
            if mode is not None and mode not in definition.modes:
                raise DataError(f"{name}: {event} has no mode {mode!r}; {one_of(definition.modes)}")
        embeds = entry.get("embeds")
        if embeds is not None and embeds not in EMBEDDINGS:
            raise DataError(f"{name}: embeds = {embeds!r}; {one_of(EMBEDDINGS)}")
        if not any(kind in entry for kind in POS):
            raise DataError(f"{name}: no lemma; {one_of(POS)}")
        for kind, pos in POS.items():
            if kind in entry:
                yield Frame(
                    name=f"{name} ({entry[kind][0]})",
                    lemmas=tuple(entry[kind]),
                    pos=pos,
                    event=event,
                    mode=mode,
                    cameo=entry.get("cameo"),
                    actor=tuple(entry.get("actor", ["subject"])),
                    recipient=tuple(entry.get("recipient", ["object"])),
                    reciprocal=entry.get("reciprocal", False),
                    embeds=cast("Embedding | None", embeds),
                    standing=entry.get("standing", False),
                    needs=_conditions(entry.get("needs", {}), classes, name),
                    never=_conditions(entry.get("never", {}), classes, name),
                    examples=_examples(entry, name),
                )


def _examples(entry: dict[str, Any], name: str) -> tuple[tuple[str, str], ...]:
    pairs = entry.get("examples", [])
    if any(not isinstance(p, list) or len(p) != 2 for p in pairs):
        raise DataError(f'{name}: an example is a pair: ["A sentence.", "NOR > BLR"]')
    return tuple((sentence, expected) for sentence, expected in pairs)


def _conditions(
    table: dict[str, Any], classes: dict[str, frozenset[str]], name: str
) -> dict[str, frozenset[str] | bool]:
    result: dict[str, frozenset[str] | bool] = {}
    for slot, wanted in table.items():
        if isinstance(wanted, bool):
            result[slot] = wanted
            continue
        words: set[str] = set()
        for word in [wanted] if isinstance(wanted, str) else wanted:
            if not word.startswith("@"):
                words.add(word)
            elif word[1:] in classes:
                words |= classes[word[1:]]
            else:
                raise DataError(f"{name}: no class {word!r}; {one_of(classes)}")
        result[slot] = frozenset(words)
    return result


def _operators(table: dict[str, Any], file: str) -> list[Operator]:
    result = []
    for number, entry in enumerate(table.get("operator", []), 1):
        name = f"languages/{file}, operator {number}"
        negated = entry.get("negated")
        if negated is not None and negated not in MODALITIES:
            raise DataError(f"{name}: negated = {negated!r}; {one_of(MODALITIES)}")
        if entry.get("modality") not in MODALITIES:
            raise DataError(f"{name}: modality = {entry.get('modality')!r}; {one_of(MODALITIES)}")
        for kind, pos in POS.items():
            if kind in entry:
                result.append(
                    Operator(
                        name=f"{name} ({entry[kind][0]})",
                        lemmas=tuple(entry[kind]),
                        pos=pos,
                        modality=cast("Modality", entry["modality"]),
                        negated=cast("Modality | None", negated),
                        control=entry.get("control", "subject"),
                        examples=_examples(entry, name),
                    )
                )
    return result


def _reports(table: dict[str, Any]) -> dict[str, Report]:
    result = {}
    for entry in table.get("report", []):
        report = Report(
            lemmas=tuple(entry["verbs"]),
            stance=float(entry.get("stance", 0.0)),
            future=entry.get("future"),
            addressee=tuple(entry.get("addressee", [])),
        )
        for lemma in report.lemmas:
            result[lemma] = report
    return result
