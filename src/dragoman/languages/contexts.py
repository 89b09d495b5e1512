"""PLOVER's contexts by the words that tell them, from `contexts.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.errors import DataError, one_of
from dragoman.languages.cued import Cued
from dragoman.languages.language import read_table
from dragoman.ontology import plover

FILE = "contexts.toml"
_KEYS = {"cues", "examples", "others"}


@dataclass(frozen=True, slots=True, eq=False)
class ContextCues:
    """What tells which context; `examples` and `others`, by context, are for tests."""

    cued: Cued
    examples: Mapping[str, tuple[str, ...]]
    others: Mapping[str, tuple[str, ...]]


@cache
def context_cues(language: str) -> ContextCues:
    """The cues of a language. Raises DataError, naming the context, where the table is wrong or a
    context of PLOVER's is missing."""
    table = read_table(language, FILE)
    where = f"languages/{language}/{FILE}"
    try:
        for name, entry in table.items():
            plover.context(name)
            if unknown := set(entry) - _KEYS:
                raise DataError(f"{name}: unknown key {sorted(unknown)}; {one_of(_KEYS)}")
        if missing := set(plover.plover().contexts) - set(table):
            raise DataError(f"{', '.join(sorted(missing))} missing")
        cued = Cued((cue, name) for name, entry in table.items() for cue in entry["cues"])
    except DataError as fault:
        raise DataError(f"{where}: {fault}") from None
    return ContextCues(
        cued=cued,
        examples={name: tuple(entry.get("examples", ())) for name, entry in table.items()},
        others={name: tuple(entry.get("others", ())) for name, entry in table.items()},
    )
