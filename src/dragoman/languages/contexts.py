"""PLOVER's contexts by the words that tell them, from `contexts.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.errors import DataError, one_of
from dragoman.languages.language import read_table
from dragoman.ontology import plover

FILE = "contexts.toml"
_KEYS = {"cues", "examples", "others"}
_WORD = re.compile(r"(?<!\w)\w")
_BEGINNING = 2  # letters of a cue by which it is looked for

Cues = Mapping[str, tuple[tuple[re.Pattern[str], str], ...]]
"""Patterns with their contexts, by the first letters of what they match."""


@dataclass(frozen=True, slots=True, eq=False)
class ContextCues:
    """`plain` are looked for in small letters, `capital` as they are written; `examples` and
    `others` are for tests."""

    plain: Cues
    capital: Cues
    examples: Mapping[str, tuple[str, ...]]
    others: Mapping[str, tuple[str, ...]]

    def find(self, text: str) -> Iterator[tuple[str, int, int]]:
        """The context, beginning and end of each cue in a text, those of one beginning together."""
        text = text.replace("’", "'")
        for cues, written in ((self.capital, text), (self.plain, text.lower())):
            for at in _WORD.finditer(written):
                start = at.start()
                for pattern, name in cues.get(written[start : start + _BEGINNING], ()):
                    if (cue := pattern.match(written, start)) is not None:
                        yield name, start, cue.end()


@cache
def context_cues(language: str) -> ContextCues:
    """The cues of a language. Raises DataError, naming the context, where the table is wrong or a
    context of PLOVER's is missing."""
    table = read_table(language, FILE)
    where = f"languages/{language}/{FILE}"
    for name, entry in table.items():
        try:
            plover.context(name)
        except DataError as fault:
            raise DataError(f"{where}: {fault}") from None
        if unknown := set(entry) - _KEYS:
            raise DataError(f"{where}, {name}: unknown key {sorted(unknown)}; {one_of(_KEYS)}")
    if missing := set(plover.plover().contexts) - set(table):
        raise DataError(f"{where}: {', '.join(sorted(missing))} missing")
    cues = [(cue, name) for name, entry in table.items() for cue in entry["cues"]]
    for cue, name in cues:
        if not re.match(r"\w[^*]", cue):
            raise DataError(f"{where}, {name}: a cue begins with two characters, {cue!r} does not")
    return ContextCues(
        plain=_by_beginning([(cue, name) for cue, name in cues if cue == cue.lower()]),
        capital=_by_beginning([(cue, name) for cue, name in cues if cue != cue.lower()]),
        examples={name: tuple(entry.get("examples", ())) for name, entry in table.items()},
        others={name: tuple(entry.get("others", ())) for name, entry in table.items()},
    )


def _by_beginning(cues: list[tuple[str, str]]) -> Cues:
    found: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for cue, name in cues:
        pattern = r"\w*".join(map(re.escape, cue.split("*")))
        found.setdefault(cue[:_BEGINNING], []).append((re.compile(pattern + r"(?!\w)"), name))
    return {beginning: tuple(group) for beginning, group in found.items()}
