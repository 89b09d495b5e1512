"""The lexicon of a language: frames, operators, reports and cues (see docs/lexicon.md).

That in use is ours, unless a caller lays entries of his own over it with `using`. A thread or process
that is started inside `using` must enter it again.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from functools import cache, partial
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
KINDS = ("*state", "*organisation", "*group", "*person", "*people", "*press")
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


@dataclass(frozen=True, slots=True, eq=False)
class Additions:
    """Entries that a user lays over ours in one language. Compared by identity."""

    language: str
    frames: tuple[Frame, ...] = ()
    operators: tuple[Operator, ...] = ()
    reports: tuple[Report, ...] = ()

    @property
    def entries(self) -> tuple[Frame | Operator, ...]:
        """Those that have examples."""
        return (*self.frames, *self.operators)


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All of a language; compared by identity, so it can be a cache's key. `frames` maps (pos, lemma)
    to frames, in the order in which they are tried;
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


_own: ContextVar[tuple[Additions, ...]] = ContextVar("lexicon", default=())


def lexicon(language: str) -> Lexicon:
    """The lexicon of a language that is in use. Raises DataError with file and entry where a table
    is wrong."""
    own = tuple(added for added in _own.get() if added.language == language)
    return _laid_over(language, own) if own else standard(language)


@contextmanager
def using(*added: Additions) -> Iterator[None]:
    """Inside, these lie over our lexicons, later ones over earlier ones."""
    token = _own.set((*_own.get(), *added))
    try:
        yield
    finally:
        _own.reset(token)


@cache
def standard(language: str) -> Lexicon:
    """The lexicon that comes with Dragoman. Raises DataError with file and entry where a table is
    wrong."""
    classes = own_classes(language)
    frames: list[Frame] = []
    folder = files("dragoman.languages").joinpath(language, "predicates")
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            try:
                table = tomllib.loads(file.read_text("utf-8"))
            except tomllib.TOMLDecodeError as fault:
                raise DataError(f"languages/{language}/predicates/{file.name}: {fault}") from None
            place = f"languages/{language}/predicates/{file.name}"
            frames.extend(frames_of(table, partial(_numbered, place, "frame"), classes))
    place = f"languages/{language}/operators.toml"
    operators_table = read_table(language, "operators.toml")
    operators = operators_of(operators_table, partial(_numbered, place, "operator"))
    reports_table = read_table(language, "reports.toml")
    by_lemma = _by_lemma(frames)
    return Lexicon(
        language=language,
        frames=by_lemma,
        operators=_by_word(operators),
        reports={lemma: report for report in reports_of(reports_table) for lemma in report.lemmas},
        according=tuple(w for entry in reports_table.get("according", []) for w in entry["words"]),
        cues={k: tuple(v) for k, v in read_table(language, "cues.toml").items()},
        classes=classes,
        multiword=_multiword(by_lemma),
        entries=(*frames, *operators),
    )


@cache
def own_classes(language: str) -> dict[str, frozenset[str]]:
    """The classes of words of a language that come with Dragoman."""
    return {k: frozenset(v) for k, v in read_table(language, "classes.toml").items()}


@cache
def _laid_over(language: str, own: tuple[Additions, ...]) -> Lexicon:
    """Ours with the user's entries tried before ours, and their operators and reports in the place
    of ours of the same words."""
    ours = standard(language)
    frames, operators, reports = dict(ours.frames), dict(ours.operators), dict(ours.reports)
    for added in own:
        for key, group in _by_lemma(added.frames).items():
            frames[key] = (*group, *frames.get(key, ()))
        operators |= _by_word(added.operators)
        reports |= {lemma: report for report in added.reports for lemma in report.lemmas}
    return replace(
        ours,
        frames=frames,
        operators=operators,
        reports=reports,
        multiword=_multiword(frames),
        entries=(*ours.entries, *(e for added in own for e in added.entries)),
    )


def _by_lemma(frames: Iterable[Frame]) -> dict[tuple[str, str], tuple[Frame, ...]]:
    """By part of speech and lemma; the most demanding first, and "no event" after its equals."""
    by_lemma: dict[tuple[str, str], list[Frame]] = {}
    for frame in frames:
        for lemma in frame.lemmas:
            by_lemma.setdefault((frame.pos, lemma), []).append(frame)
    return {
        key: tuple(sorted(group, key=lambda f: (-len(f.needs), f.event == NO_EVENT)))
        for key, group in by_lemma.items()
    }


def _by_word(operators: Iterable[Operator]) -> dict[tuple[str, str], Operator]:
    return {(o.pos, lemma): o for o in operators for lemma in o.lemmas}


def _multiword(frames: Iterable[tuple[str, str]]) -> frozenset[str]:
    return frozenset(lemma.split()[0] for pos, lemma in frames if " " in lemma and pos == "NOUN")


FRAME_KEYS = {
    "verbs", "nouns", "adjectives", "event", "mode", "cameo", "actor", "recipient", "reciprocal",
    "embeds", "standing", "needs", "never", "examples",
}  # fmt: skip


def _numbered(place: str, kind: str, number: int) -> str:
    return f"{place}, {kind} {number}"


Where = Callable[[int], str]
"""Names the entry of that number, from 1, for messages."""


def frames_of(
    table: dict[str, Any], where: Where, classes: dict[str, frozenset[str]]
) -> Iterator[Frame]:
    """The frames of a table. Raises DataError where one is wrong."""
    for number, entry in enumerate(table.get("frame", []), 1):
        name = where(number)
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
            if word.startswith("*") and word not in KINDS:
                raise DataError(f"{name}: no kind {word!r}; {one_of(KINDS)}")
            if not word.startswith("@"):
                words.add(word)
            elif word[1:] in classes:
                words |= classes[word[1:]]
            else:
                raise DataError(f"{name}: no class {word!r}; {one_of(classes)}")
        result[slot] = frozenset(words)
    return result


def operators_of(table: dict[str, Any], where: Where) -> list[Operator]:
    """The operators of a table. Raises DataError where one is wrong."""
    result = []
    for number, entry in enumerate(table.get("operator", []), 1):
        name = where(number)
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


def reports_of(table: dict[str, Any]) -> Iterator[Report]:
    """The verbs of saying of a table."""
    for entry in table.get("report", []):
        yield Report(
            lemmas=tuple(entry["verbs"]),
            stance=float(entry.get("stance", 0.0)),
            future=entry.get("future"),
            addressee=tuple(entry.get("addressee", [])),
        )
