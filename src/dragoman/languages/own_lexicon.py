"""Frames, operators and verbs of saying of a user's own, from a file of the form of ours."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from dragoman.errors import DataError, one_of
from dragoman.gazetteer.table_file import not_toml
from dragoman.languages.language import supported
from dragoman.languages.lexicon import (
    NO_EVENT,
    Additions,
    frames_of,
    operators_of,
    own_classes,
    reports_of,
)
from dragoman.ontology import cameo, plover
from dragoman.records.model import Record

MAX_BYTES = 5_000_000

Words = tuple[str, ...]
Conditions = dict[str, bool | str | Words]


class _Entry(Record):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)


class _Frame(_Entry):
    verbs: Words | None = Field(default=None, min_length=1)
    nouns: Words | None = Field(default=None, min_length=1)
    adjectives: Words | None = Field(default=None, min_length=1)
    event: str | None = None
    mode: str | None = None
    cameo: str | None = None
    actor: Words = ()
    recipient: Words = ()
    reciprocal: bool = False
    embeds: str | None = None
    standing: bool = False
    needs: Conditions = Field(default_factory=dict)
    never: Conditions = Field(default_factory=dict)
    examples: tuple[tuple[str, str], ...] = ()


class _Operator(_Entry):
    verbs: Words | None = Field(default=None, min_length=1)
    nouns: Words | None = Field(default=None, min_length=1)
    adjectives: Words | None = Field(default=None, min_length=1)
    modality: str
    negated: str | None = None
    control: Literal["subject", "object"] = "subject"
    examples: tuple[tuple[str, str], ...] = ()


class _Report(_Entry):
    verbs: Words
    stance: float = Field(default=0.0, ge=-1, le=1)
    future: Literal["planned"] | None = None
    addressee: Words = ()


KINDS: dict[str, type[_Entry]] = {"frame": _Frame, "operator": _Operator, "report": _Report}
HEAD: dict[str, Any] = {"language": str, "event": str, "classes": dict[str, Words]}


def own_lexicon(path: str | Path) -> Additions:
    """What a file of the user's lays over our lexicon of its language. Raises DataError with file
    and line for the first fault in it."""
    added, faults = examine(path)
    if added is None:
        raise faults[0]
    return added


def examine(path: str | Path) -> tuple[Additions | None, list[DataError]]:
    """The same with all faults, in the order of the file; without additions where there is one."""
    path = Path(path)
    try:
        source = _text(path)
        table = tomllib.loads(source)
    except DataError as fault:
        return None, [fault]
    except tomllib.TOMLDecodeError as error:
        return None, [DataError(not_toml(path.name, source, error))]
    except RecursionError:
        return None, [DataError(f"{path.name}: lists in lists, too deep for a lexicon")]
    file = _File(path.name, source, table)
    faults = [DataError(text) for text in file.faults()]
    return (None, faults) if faults else (file.additions(), [])


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise DataError(f"{path.name}: over {MAX_BYTES // 1_000_000} MB, no lexicon")
        return path.read_text("utf-8")
    except OSError as error:
        raise DataError(f"{path.name}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise DataError(f"{path.name}: not UTF-8: {error.reason}") from error


class _File:
    def __init__(self, name: str, source: str, table: dict[str, Any]) -> None:
        self._name = name
        self._source = source
        self._table = table

    def additions(self) -> Additions:
        language = self._table["language"]
        classes = self._classes()
        return Additions(
            language=language,
            frames=tuple(frames_of(self._table, lambda n: self._where("frame", n), classes)),
            operators=tuple(operators_of(self._table, lambda n: self._where("operator", n))),
            reports=tuple(reports_of(self._table)),
        )

    def _classes(self) -> dict[str, frozenset[str]]:
        own = {name: frozenset(words) for name, words in self._table.get("classes", {}).items()}
        return own_classes(self._table["language"]) | own

    def faults(self) -> Iterator[str]:
        language = self._table.get("language")
        if language not in supported():
            told = "no language" if language is None else f"language {language!r} has no coder"
            yield f'{self._at("language")}: {told}; write language = "fr", {one_of(supported())}'
            return
        for key in self._table:
            if key not in (*HEAD, *KINDS):
                yield f"{self._at(key)}: unknown key {key!r}; {one_of((*HEAD, *KINDS))}"
        for key, of in HEAD.items():
            if key in self._table and (wrong := _wrong(of, self._table[key])):
                yield f"{self._at(key)}: {key}: {wrong}"
                return
        for kind, form in KINDS.items():
            entries = self._table.get(kind, [])
            if not isinstance(entries, list):
                yield f"{self._at(kind)}: {kind} must be written [[{kind}]]"
                continue
            for number, entry in enumerate(entries, 1):
                if wrong := _wrong(form, entry) or self._senseless(kind, entry):
                    yield f"{self._where(kind, number)}: {wrong}"

    def _senseless(self, kind: str, entry: dict[str, Any]) -> str | None:
        """What is wrong with an entry whose values are of the right kinds."""
        if not any(entry.get(k) for k in ("verbs", "nouns", "adjectives")):
            return "no lemma; give verbs, nouns or adjectives"
        alone = {**self._table, kind: [entry]}
        try:
            if kind == "frame":
                list(frames_of(alone, lambda _: "", self._classes()))
                _check_codes(entry, self._table.get("event"))
            elif kind == "operator":
                operators_of(alone, lambda _: "")
        except DataError as fault:
            return str(fault).removeprefix(": ")
        return None

    def _where(self, kind: str, number: int) -> str:
        heads = re.finditer(rf"^[ \t]*\[\[[ \t]*{kind}[ \t]*\]\]", self._source, re.M)
        for count, head in enumerate(heads, 1):
            if count == number:
                return f"{self._name}, line {self._line(head.start())}"
        return f"{self._name}, {kind} {number}"

    def _at(self, key: str) -> str:
        found = re.search(rf"^[ \t]*\[*[ \t]*[\"']?{re.escape(key)}\b", self._source, re.M)
        return f"{self._name}, line {self._line(found.start())}" if found else self._name

    def _line(self, place: int) -> int:
        return self._source.count("\n", 0, place) + 1


def _check_codes(entry: dict[str, Any], event: str | None) -> None:
    """Raises DataError for a mode or code that PLOVER or CAMEO do not have."""
    event = entry.get("event", event)
    if event is None or event == NO_EVENT:
        return
    if entry.get("mode") is not None:
        plover.mode(event, entry["mode"])
    if entry.get("cameo") is not None:
        cameo.cameo(entry["cameo"])


def _wrong(kind: Any, value: Any) -> str | None:
    """What is wrong with the kinds of a value's parts; null where nothing is."""
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError as fault:
        error = fault.errors(include_url=False)[0]
        path = ".".join(str(part) for part in error["loc"] if not str(part).startswith("tuple"))
        if error["type"] == "extra_forbidden":
            return f"unknown key {path!r}; {one_of(kind.model_fields)}"
        if error["type"] == "missing":
            return f"{path} is missing"
        if path.startswith("examples"):
            return 'an example is a pair: ["A sentence.", "NOR > BLR"]'
        said = error["msg"].replace("valid tuple", "list of words").replace("tuple", "list")
        said = f"{said} (it is {error['input']!r})"
        return f"{path}: {said}" if path else said
    return None
