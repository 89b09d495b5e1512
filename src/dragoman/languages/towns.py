"""Towns that are no capitals, by the state that they lie in."""

from __future__ import annotations

from functools import cache

from dragoman.languages.language import read_table


@cache
def towns(language: str) -> dict[str, str]:
    """Names in this language to states (ISO 3166-1 alpha-3), from `towns.toml`."""
    table = read_table(language, "towns.toml")
    return {name: state for state, names in table["towns"].items() for name in names}
