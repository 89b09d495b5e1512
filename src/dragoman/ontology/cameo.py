"""CAMEO codes with their Goldstein scores and the crosswalk to PLOVER (`cameo.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any

from pydantic import ConfigDict

from dragoman.errors import DataError, one_of
from dragoman.ontology import plover
from dragoman.ontology.plover import Score
from dragoman.ontology.table import entries, load_table
from dragoman.records.event import EventType

FILE = "cameo.toml"


@dataclass(frozen=True, slots=True)
class CameoCode:
    """`event` is null for the statements (01) that PLOVER has dropped."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    name: str
    goldstein: Score
    event: EventType | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Default:
    __pydantic_config__ = ConfigDict(extra="forbid")

    event: str
    modes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cameo:
    """`codes` by number; `defaults` by event and mode, the event's own under mode None."""

    codes: Mapping[str, CameoCode]
    defaults: Mapping[tuple[str, str | None], str]


def cameo(code: str) -> CameoCode:
    """The entry of a code of two to four digits ("042"). Raises DataError if there is none,
    listing the codes under the same root, or the roots."""
    codes = table().codes
    try:
        return codes[code]
    except KeyError:
        near = [known for known in codes if known.startswith(code[:2])]
        valid = one_of(near or [known for known in codes if len(known) == 2])
        raise DataError(f"CAMEO has no code {code!r}; {valid}") from None


def default_cameo(event: str, mode: str | None = None) -> str:
    """The code for an event (and mode) where a sentence supports no deeper one.

    A mode without a code of its own takes its event's. Raises DataError for an event or mode that
    PLOVER does not have.
    """
    if mode is None:
        plover.event(event)
    else:
        plover.mode(event, mode)
    defaults = table().defaults
    return defaults.get((event, mode), defaults[event, None])


@cache
def table() -> Cameo:
    """The whole table, read once. Raises DataError, naming the entry, if `cameo.toml` is wrong."""
    return parse(load_table(FILE))


def parse(tables: Mapping[str, Any]) -> Cameo:
    """CAMEO from the tables of its file. Raises DataError, naming the entry at fault."""
    unknown = set(tables) - {"codes", "default"}
    if unknown:
        raise DataError(f"{FILE}: unknown {', '.join(sorted(unknown))}; it has codes, default")
    codes = entries(FILE, "codes", tables.get("codes", {}), CameoCode)
    for code, entry in codes.items():
        _check(f"{FILE}, codes.{code}", code, entry)
    defaults: dict[tuple[str, str | None], str] = {}
    for event, default in entries(FILE, "default", tables.get("default", {}), _Default).items():
        defaults[event, None] = default.event
        defaults.update({(event, mode): code for mode, code in default.modes.items()})
    if missing := {name for name in plover.plover().events if (name, None) not in defaults}:
        raise DataError(f"{FILE}, default: {', '.join(sorted(missing))} missing")
    for (event, mode), code in defaults.items():
        _check_default(f"{FILE}, default.{event}", event, mode, code, codes)
    return Cameo(MappingProxyType(codes), MappingProxyType(defaults))


def _check(where: str, code: str, entry: CameoCode) -> None:
    if not (code.isascii() and code.isdigit() and 2 <= len(code) <= 4):
        raise DataError(f"{where}: a code has two to four digits")
    try:
        if entry.mode is not None:
            plover.mode(entry.event or "", entry.mode)
        for context in entry.contexts:
            plover.context(context)
    except DataError as fault:
        raise DataError(f"{where}: {fault}") from fault


def _check_default(
    where: str, event: str, mode: str | None, code: str, codes: Mapping[str, CameoCode]
) -> None:
    try:
        if mode is None:
            plover.event(event)
        else:
            plover.mode(event, mode)
    except DataError as fault:
        raise DataError(f"{where}: {fault}") from fault
    if code not in codes:
        raise DataError(f"{where}: {code!r} is not among the codes")
