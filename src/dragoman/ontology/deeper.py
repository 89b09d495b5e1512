"""From a CAMEO code to a deeper one by what it is about (`deeper.toml`)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from types import MappingProxyType

from dragoman.errors import DataError
from dragoman.ontology import cameo
from dragoman.ontology.table import load_table

FILE = "deeper.toml"


def deepest(code: str, event_type: str, mode: str | None, themes: Collection[str]) -> str:
    """The deepest code that the themes lead to, of the same event and of no other mode; the code
    itself where they lead nowhere."""
    for theme, deeper in steps().get(code, {}).items():
        entry = cameo.cameo(deeper)
        fits = entry.event == event_type and (mode is None or entry.mode in (None, mode))
        if theme in themes and fits:
            return deepest(deeper, event_type, mode, themes)
    return code


@cache
def steps() -> Mapping[str, Mapping[str, str]]:
    """By code, the deeper codes by theme in the order in which they are tried. Raises DataError for
    a code that CAMEO does not have or that is not under its own root."""
    table = load_table(FILE)
    for code, themes in table.items():
        for theme, deeper in themes.items():
            for one in (code, deeper):
                try:
                    cameo.cameo(one)
                except DataError as fault:
                    raise DataError(f"{FILE}, {code}, {theme}: {fault}") from None
            if deeper[:2] != code[:2] or deeper == code:
                raise DataError(f"{FILE}, {code}, {theme}: {deeper} is not under {code[:2]}")
    return MappingProxyType(table)
