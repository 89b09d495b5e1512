"""Treaties and agreements that have a name of their own, and where a text names them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast, get_args

from dragoman.errors import DataError, one_of
from dragoman.records import Instrument


@dataclass(frozen=True, slots=True)
class Treaty:
    """`parties` are ids ("state:RUS", "org:EU"), empty where they are many; `names` by language, the
    usual one first."""

    id: str
    instrument: Instrument
    parties: tuple[str, ...]
    names: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Named:
    """A treaty's name in a text, at start:end (end-exclusive)."""

    start: int
    end: int
    treaty: Treaty


@cache
def treaties() -> tuple[Treaty, ...]:
    """The table `treaties.toml`. Raises DataError for an unknown instrument or a name given twice."""
    text = files("dragoman.gazetteer").joinpath("treaties.toml").read_text(encoding="utf-8")
    made: list[Treaty] = []
    for row in tomllib.loads(text)["treaty"]:
        fields = dict(row)
        id, instrument = fields.pop("id"), fields.pop("instrument")
        if instrument not in get_args(Instrument):
            raise DataError(
                f"treaties.toml: {id} is no {instrument!r}; {one_of(get_args(Instrument))}"
            )
        parties = tuple(fields.pop("parties", ()))
        names = {language: tuple(forms) for language, forms in fields.items()}
        made.append(Treaty(id, cast("Instrument", instrument), parties, names))
    return tuple(made)


def named_treaties(text: str, language: str) -> Iterator[Named]:
    """The treaties that a text names, in its order, the longest name at a place; none in a language
    for which the table has no names."""
    pattern, by_name = _pattern(language)
    for found in pattern.finditer(text.replace("’", "'")):
        form = found.group()
        yield Named(found.start(), found.end(), by_name.get(form) or by_name[form.casefold()])


@cache
def _pattern(language: str) -> tuple[re.Pattern[str], dict[str, Treaty]]:
    acronyms: dict[str, Treaty] = {}
    words: dict[str, Treaty] = {}
    for treaty in treaties():
        for name in treaty.names.get(language, ()):
            if " " in name:
                words[name.casefold()] = treaty
            else:
                acronyms[name] = treaty
    longest = sorted(words, key=len, reverse=True)
    exact = sorted(acronyms, key=len, reverse=True)
    parts = [f"(?i:{'|'.join(map(re.escape, longest))})"] if longest else []
    parts += ["|".join(map(re.escape, exact))] if exact else []
    pattern = rf"(?<![\w-])(?:{'|'.join(parts) or '(?!)'})(?![\w-])"
    return re.compile(pattern), {**words, **acronyms}
