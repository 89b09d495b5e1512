"""Which column of a corpus holds what: as the user says, else by the names that are usual."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from dragoman.errors import BadColumns

_PATH = Path(__file__).with_name("columns.toml")
_DEEPEST = 4
_LISTED, _LONGEST = 40, 40
_GAPS = re.compile(r"[\s_-]+")


@dataclass(frozen=True)
class Columns:
    """The column of each thing; "a.b" leads into an object. Several texts are joined in order."""

    text: tuple[str, ...] = ()
    title: str | None = None
    date: str | None = None
    url: str | None = None
    language: str | None = None
    outlet: str | None = None
    id: str | None = None
    author: str | None = None
    agency: str | None = None
    section: str | None = None


def cell(row: Mapping[str, Any], column: str | None) -> Any:
    """What a row holds in a column, null where it has none: by its whole name, else by the parts
    between dots, which lead into objects and, as numbers from 0, into lists."""
    if column is None:
        return None
    if column in row:
        return row[column]
    value: Any = row
    for part in column.split("."):
        if isinstance(value, Mapping):
            value = value.get(part)
        elif isinstance(value, list) and part.isdecimal() and int(part) < len(value):
            value = value[int(part)]
        else:
            return None
    return value


def names_of(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """All the columns that rows have, in order, those inside objects with their dots."""
    found: dict[str, None] = {}

    def gather(row: Mapping[str, Any], before: str, depth: int) -> None:
        for key, value in row.items():
            found[f"{before}{key}"] = None
            if isinstance(value, Mapping) and depth < _DEEPEST:
                gather(value, f"{before}{key}.", depth + 1)

    for row in rows:
        gather(row, "", 1)
    return list(found)


def resolve(given: Columns, names: list[str], *, name: str) -> tuple[Columns, Columns]:
    """The columns to read, and those among them that were guessed.

    Raises BadColumns, with the names that there are, where a column that was given is not there or
    no text column is known.
    """
    single: dict[str, Any] = {
        field.name: _existing(getattr(given, field.name), names, field.name, name)
        for field in fields(Columns)
        if field.name != "text" and getattr(given, field.name)
    }
    taken = Columns(text=tuple(_existing(one, names, "text", name) for one in given.text), **single)
    used = {*taken.text, *single.values()}
    guess: dict[str, Any] = {}
    objects = {one.rpartition(".")[0] for one in names}
    usual = {_form(one): one for one in reversed(names) if one not in objects}
    if not taken.text:
        guess["text"] = _guessed_text(usual, used)
        used.update(guess["text"])
    for field in fields(Columns):
        if field.name != "text" and not getattr(given, field.name):
            found = next(
                (usual[n] for n in _usual()[field.name] if n in usual and usual[n] not in used),
                None,
            )
            if found:
                guess[field.name] = found
                used.add(found)
    guessed = Columns(**guess)
    if not (taken.text or guessed.text):
        raise BadColumns(
            f"{name}: no column is known to hold the text; say which with --text-field; "
            + _there_are(names)
        )
    both = {
        field.name: getattr(taken, field.name) or getattr(guessed, field.name)
        for field in fields(Columns)
    }
    return Columns(**both), guessed


def in_words(columns: Columns) -> str:
    """ "text from body, title from headline": for the user to see what was guessed."""
    told = []
    for field in fields(Columns):
        value = getattr(columns, field.name)
        if value:
            told.append(
                f"{field.name} from {' and '.join(value) if field.name == 'text' else value}"
            )
    return ", ".join(told)


def _existing(column: str, names: list[str], what: str, name: str) -> str:
    if column in names or _leads_into_list(column, names):
        return column
    alike = [one for one in names if one.casefold() == column.casefold()]
    if len(alike) == 1:
        return alike[0]
    raise BadColumns(f"{name}: no column {column!r} for the {what}; {_there_are(names)}")


def _leads_into_list(column: str, names: list[str]) -> bool:
    before, number, _ = (
        re.split(r"\.(\d+)(?:\.|$)", column, maxsplit=1)
        if re.search(r"\.\d+(?:\.|$)", column)
        else ("", "", "")
    )
    return bool(number) and before in names


def _there_are(names: list[str]) -> str:
    shown = [one if len(one) <= _LONGEST else f"{one[: _LONGEST - 1]}…" for one in names[:_LISTED]]
    more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    return f"there are: {', '.join(shown)}{more}" if names else "there are none"


def _guessed_text(usual: dict[str, str], used: set[str | None]) -> tuple[str, ...]:
    for together in _together():
        if all(one in usual for one in together):
            return tuple(usual[one] for one in together)
    found = (usual[one] for one in _usual()["text"] if one in usual and usual[one] not in used)
    return tuple(list(found)[:1])


def _form(column: str) -> str:
    return _GAPS.sub("", column.strip().casefold())


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _usual() -> dict[str, list[str]]:
    return {k: [_form(one) for one in v] for k, v in _table().items() if isinstance(v, list)}


@lru_cache(maxsize=1)
def _together() -> list[list[str]]:
    return [[_form(one) for one in group] for group in _table()["together"]["text"]]
