"""One TOML file of the gazetteer, read and checked entry by entry."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import Field, ValidationError

from dragoman.errors import DataError, one_of
from dragoman.gazetteer.entries import (
    Membership,
    Organisation,
    Person,
    Spell,
    State,
    StateCodes,
    Words,
)
from dragoman.gazetteer.spellings import capitalised
from dragoman.records.model import Record

MAX_BYTES = 20_000_000
SECTIONS = ("state", "organisation", "person", "spell", "codes", "membership")
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")

Entry = TypeVar("Entry", State, Organisation, Person, StateCodes)
AnyEntry = TypeVar("AnyEntry", bound=Record)


class Header(Record):
    """What stands in a file beside its entries."""

    as_of: date | None = None
    shared: Words = ()
    ambiguous: dict[str, Words] = Field(default_factory=dict)
    passed_over: dict[str, Words] = Field(default_factory=dict)
    only_after: dict[str, dict[str, Words]] = Field(default_factory=dict)


class TableFile:
    """The entries of one file; `states`, `organisations`, `people` and `codes` are keyed by party
    id; `spells` and `memberships` come with their number in the file. An entry that is wrong is left
    out and told in `faults`.

    Raises `DataError` where the file cannot be read at all or its head is wrong.
    """

    def __init__(self, path: Path | Traversable) -> None:
        self.name = path.name
        self._source = _text(path)
        try:
            raw = tomllib.loads(self._source)
        except tomllib.TOMLDecodeError as error:
            raise DataError(not_toml(self.name, self._source, error)) from error
        except RecursionError:
            raise DataError(f"{self.name}: lists in lists, too deep for a gazetteer") from None
        sections = {section: raw.pop(section, []) for section in SECTIONS}
        for section, entries in sections.items():
            if not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
                raise DataError(f"{self._at(section)}: {section} must be written [[{section}]]")
        self.faults: list[DataError] = []
        self.header = self._header(raw)
        self.states = self._keyed(
            "state", State, [_with_people(_by_language(e)) for e in sections["state"]]
        )
        self.organisations = self._keyed(
            "organisation", Organisation, [_by_language(e) for e in sections["organisation"]]
        )
        self.people = self._keyed("person", Person, sections["person"])
        self.spells = self._spells(sections["spell"])
        self.codes = self._keyed("codes", StateCodes, sections["codes"])
        self.memberships = self._memberships(sections["membership"])

    def where(self, section: str, index: int) -> str:
        """File and line of the `index`-th entry of a section."""
        heads = re.finditer(rf"^[ \t]*\[\[[ \t]*{section}[ \t]*\]\]", self._source, re.M)
        for number, head in enumerate(heads):
            if number == index:
                return f"{self.name}, line {self._line(head.start())}"
        return self.name

    def fault(self, section: str, index: int, entry: str, what: str) -> DataError:
        """The error for the `index`-th entry of a section."""
        return DataError(f"{self.where(section, index)}: {section} {entry}: {what}")

    def _header(self, raw: dict[str, Any]) -> Header:
        unknown = raw.keys() - Header.model_fields.keys()
        if unknown:
            key, valid = sorted(unknown)[0], one_of([*Header.model_fields, *SECTIONS])
            raise DataError(f"{self._at(key)}: unknown key {key!r}; {valid}")
        try:
            return Header.model_validate(raw)
        except ValidationError as error:
            key = str(error.errors()[0]["loc"][0])
            raise DataError(f"{self._at(key)}: {_first(error, Header)}") from error

    def _at(self, key: str) -> str:
        """File and line where a key of the file's head stands."""
        found = re.search(rf"^[ \t]*\[*[ \t]*[\"']?{re.escape(key)}\b", self._source, re.M)
        return f"{self.name}, line {self._line(found.start())}" if found else self.name

    def _line(self, place: int) -> int:
        return self._source.count("\n", 0, place) + 1

    def _keyed(
        self, section: str, kind: type[Entry], raw: list[dict[str, Any]]
    ) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        for index, fields in enumerate(raw):
            entry = self._entry(section, index, kind, _dates_told(fields), _named(fields))
            if entry is None:
                continue
            if entry.party_id in found:
                self._told(section, index, _named(fields), "the id is there twice")
            found[entry.party_id] = entry
        return found

    def _spells(self, raw: list[dict[str, Any]]) -> list[tuple[int, Spell]]:
        found = []
        for index, fields in enumerate(raw):
            label = " ".join(str(fields.get(key, "?")) for key in ("person", "title", "of"))
            if self.header.as_of is None:
                self._told("spell", index, label, "the file needs an as_of date at its head")
                break
            if "as_of" in fields:
                self._told("spell", index, label, "unknown key 'as_of'")
                continue
            fields = {**_dates_told(fields), "as_of": self.header.as_of}
            spell = self._entry("spell", index, Spell, fields, label)
            if spell:
                found.append((index, spell))
        return found

    def _memberships(self, raw: list[dict[str, Any]]) -> list[tuple[int, Membership]]:
        found = []
        for index, fields in enumerate(raw):
            label = _named(fields)
            entry = self._entry("membership", index, Membership, _dates_told(fields), label)
            if entry:
                found.append((index, entry))
        return found

    def _entry(
        self, section: str, index: int, kind: type[AnyEntry], fields: dict[str, Any], label: str
    ) -> AnyEntry | None:
        try:
            return kind.model_validate(fields)
        except ValidationError as error:
            self._told(section, index, label, _first(error, kind))
            return None

    def _told(self, section: str, index: int, label: str, what: str) -> None:
        self.faults.append(self.fault(section, index, label, what))


def not_toml(name: str, source: str, error: tomllib.TOMLDecodeError) -> str:
    """What to say of a file that is no TOML, with its line."""
    what, _, where = str(error).partition(" (at ")
    line = re.match(r"line (\d+)", where)
    number = line[1] if line else source.count("\n") + 1
    return f"{name}, line {number}: not TOML: {what}"


def _named(fields: dict[str, Any]) -> str:
    """What an entry is called in a message."""
    return str(
        next(
            (fields[key] for key in ("id", "state", "organisation") if key in fields), "without id"
        )
    )


def _dates_told(fields: dict[str, Any]) -> dict[str, Any]:
    """TOML's own dates as ISO text, which is what the entries hold."""
    dates = {
        key: value.isoformat()
        for key, value in fields.items()
        if key in ("since", "by", "until") and isinstance(value, date)
    }
    return {**fields, **dates}


def _text(path: Path | Traversable) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise DataError(f"{path}: cannot be read: {error.strerror}") from error
    if len(content) > MAX_BYTES:
        raise DataError(f"{path}: larger than {MAX_BYTES} bytes")
    try:
        return content.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: not UTF-8 at byte {error.start}") from error


def _by_language(fields: dict[str, Any]) -> dict[str, Any]:
    """Gathers the sub-tables that are named by a language code ([state.fr]) under `words`."""
    words = {
        key: value
        for key, value in fields.items()
        if _LANGUAGE.match(key) and isinstance(value, dict)
    }
    return {key: value for key, value in fields.items() if key not in words} | {"words": words}


def _with_people(fields: dict[str, Any]) -> dict[str, Any]:
    """Fills in people that a state's words leave out: the adjectives with a capital."""
    for words in fields["words"].values():
        adjectives = words.get("adjectives")
        if "people" not in words and isinstance(adjectives, list):
            words["people"] = [capitalised(word) for word in adjectives if isinstance(word, str)]
    return fields


def _first(error: ValidationError, kind: type[Record]) -> str:
    """The first fault of an entry in a line's words."""
    fault = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in fault["loc"] if part != "words")
    if fault["type"] == "extra_forbidden":
        valid = one_of(key for key in kind.model_fields if key not in ("words", "as_of"))
        return f"unknown key {place!r}" + ("" if "." in place else f"; {valid}")
    what = fault["msg"].removeprefix("Value error, ")
    return f"{place}: {what}" if place else what
