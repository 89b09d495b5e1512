"""PLOVER 2: events, modes, contexts, sectors (`plover.toml`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, Literal, get_args

from pydantic import ConfigDict, Field

from dragoman.errors import DataError, one_of
from dragoman.ontology.table import entries, load_table
from dragoman.records.event import EventType

FILE = "plover.toml"

Quad = Literal[1, 2, 3, 4]
Score = Annotated[float, Field(ge=-10, le=10)]


@dataclass(frozen=True, slots=True)
class ModeDefinition:
    """How an event is done. `score` is the event's own where the manual prints none."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    name: str
    score: Score
    definition: str


@dataclass(frozen=True, slots=True)
class EventDefinition:
    """One of the sixteen events. `score` runs from -10 (conflict) to 10 (cooperation)."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    type: EventType
    quad: Quad
    quad_name: str
    requires_recipient: bool
    score: Score
    definition: str
    modes: dict[str, ModeDefinition]


@dataclass(frozen=True, slots=True)
class Sector:
    """`group` is ours: what kind of actor the code stands for."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    code: str
    group: Literal["state", "politics", "armed", "society", "international", "unknown"]
    definition: str


@dataclass(frozen=True, slots=True)
class Plover:
    """The whole ontology."""

    events: Mapping[str, EventDefinition]
    contexts: Mapping[str, str]
    sectors: Mapping[str, Sector]


def event(type: str) -> EventDefinition:
    """The event of that name ("AGREE"). Raises DataError, listing the sixteen, if there is none."""
    try:
        return plover().events[type]
    except KeyError:
        raise DataError(f"PLOVER has no event {type!r}; {one_of(plover().events)}") from None


def mode(event_type: str, name: str) -> ModeDefinition:
    """A mode of an event ("CONSULT", "visit"). Raises DataError, listing that event's modes."""
    modes = event(event_type).modes
    try:
        return modes[name]
    except KeyError:
        valid = one_of(modes) if modes else "it has none"
        raise DataError(f"{event_type} has no mode {name!r}; {valid}") from None


def score(event_type: str, mode_name: str | None = None) -> float:
    """PLOVER's score of an event, or of its mode if one is given."""
    return mode(event_type, mode_name).score if mode_name else event(event_type).score


def context(name: str) -> str:
    """A context's definition. Raises DataError, listing all contexts, if there is none."""
    try:
        return plover().contexts[name]
    except KeyError:
        raise DataError(f"PLOVER has no context {name!r}; {one_of(plover().contexts)}") from None


def sector(code: str) -> Sector:
    """A sector ("GOV"). Raises DataError, listing all codes, if there is none."""
    try:
        return plover().sectors[code]
    except KeyError:
        raise DataError(f"PLOVER has no sector {code!r}; {one_of(plover().sectors)}") from None


@cache
def plover() -> Plover:
    """All tables, read once. Raises DataError, naming the entry, if `plover.toml` is wrong."""
    return parse(load_table(FILE))


def parse(tables: Mapping[str, Any]) -> Plover:
    """The ontology from the tables of its file. Raises DataError, naming the entry at fault."""
    unknown = set(tables) - {"events", "contexts", "sectors"}
    if unknown:
        raise DataError(
            f"{FILE}: unknown {', '.join(sorted(unknown))}; it has events, contexts, sectors"
        )
    events = entries(
        FILE, "events", _each(tables.get("events", {}), _event_fields), EventDefinition
    )
    missing = set(get_args(EventType)) - set(events)
    if missing:
        raise DataError(f"{FILE}, events: {', '.join(sorted(missing))} missing")
    sectors = _each(tables.get("sectors", {}), lambda code, fields: {"code": code, **fields})
    return Plover(
        events=MappingProxyType(events),
        contexts=MappingProxyType(entries(FILE, "contexts", tables.get("contexts", {}), str)),
        sectors=MappingProxyType(entries(FILE, "sectors", sectors, Sector)),
    )


def _each(rows: Any, fields_of: Callable[[str, dict[str, Any]], dict[str, Any]]) -> Any:
    """Rows with their key as a field; what is no table is left for validation to refuse."""
    if not isinstance(rows, dict):
        return rows
    return {
        key: fields_of(key, fields) if isinstance(fields, dict) else fields
        for key, fields in rows.items()
    }


def _event_fields(name: str, fields: dict[str, Any]) -> dict[str, Any]:
    modes = _each(
        fields.get("modes", {}),
        lambda mode_name, mode_fields: {
            "name": mode_name,
            "score": fields.get("score"),
            **mode_fields,
        },
    )
    return {"type": name, **fields, "modes": modes}
