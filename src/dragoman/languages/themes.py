"""What a predicate's words say that it is about, from `themes.toml`."""

from __future__ import annotations

from functools import cache

from dragoman.errors import DataError, one_of
from dragoman.languages.cued import Cued
from dragoman.languages.language import read_table
from dragoman.ontology.deeper import steps

FILE = "themes.toml"


@cache
def theme_cues(language: str) -> Cued:
    """The cues of the themes that lead to deeper codes. Raises DataError for a theme that leads
    nowhere, or one without cues."""
    table = read_table(language, FILE)
    known = {theme for themes in steps().values() for theme in themes}
    where = f"languages/{language}/{FILE}"
    if wrong := set(table) - known:
        raise DataError(f"{where}: no theme {sorted(wrong)}; {one_of(known)}")
    if missing := known - set(table):
        raise DataError(f"{where}: {', '.join(sorted(missing))} missing")
    return Cued((cue, theme) for theme, cues in table.items() for cue in cues)
