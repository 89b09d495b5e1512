"""A language: what its folder says about parsing and masking. The other tables have loaders of their own."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from dragoman.errors import DataError, one_of


@dataclass(frozen=True, slots=True)
class Language:
    """`telltale` holds words that only this language is full of. `relations` maps the model's relations to ours; `masks` are the names that stand in for names.
    `contracted` gives a preposition's plain form ("du": "de"), `compound` the words of longer ones by
    their last word, the longest first,
    `unaccusative` the verbs whose active past looks like a passive,
    `perfect` the auxiliaries that no passive takes, `before_verb` the words after which a verb must stand,
    `predicative` those whose noun may be a predicate, `moods` the endings of
    future and conditional, `lemmas` the model's
    slips, `title_heads` the nouns that stand
    for titles that begin with an adjective, the `endings` those of regular verbs by infinitive, `forms` the forms of others."""

    code: str
    models: tuple[str, ...]
    telltale: frozenset[str]
    abbreviations: tuple[str, ...]
    relations: dict[str, str]
    masks: dict[str, tuple[str, ...]]
    articles: dict[str, tuple[str, ...]]
    prepositions: tuple[str, ...]
    contracted: dict[str, str]
    compound: dict[str, tuple[tuple[str, ...], ...]]
    unaccusative: frozenset[str]
    predicative: frozenset[str]
    perfect: frozenset[str]
    before_verb: frozenset[str]
    moods: dict[str, tuple[str, ...]]
    lemmas: dict[str, str]
    title_heads: dict[str, str]
    finite_endings: dict[str, tuple[str, ...]]
    participle_endings: dict[str, tuple[str, ...]]
    forms: dict[str, dict[str, str]]
    places: dict[str, tuple[str, ...]]
    positions: tuple[str, ...]
    prefixes: tuple[str, ...]
    drop_times_before_not: tuple[str, ...]


@cache
def supported() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages that have a coder: each is a folder with a `syntax.toml`."""
    folders = (folder for folder in files("dragoman.languages").iterdir() if folder.is_dir())
    return tuple(sorted(f.name for f in folders if f.joinpath("syntax.toml").is_file()))


def read_table(language: str, name: str) -> dict[str, Any]:
    """The TOML table `name` ("cues.toml") of a language, parsed.

    Raises DataError for a language without a folder, a missing table, or bad TOML.
    """
    if language not in supported():
        raise DataError(f"no tables for the language {language!r}; {one_of(supported())}")
    path = files("dragoman.languages").joinpath(language, *name.split("/"))
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise DataError(f"languages/{language}/{name} is missing") from None
    except tomllib.TOMLDecodeError as fault:
        raise DataError(f"languages/{language}/{name}: {fault}") from None


@cache
def language_data(code: str) -> Language:
    """The parsing data of a language; raises DataError where there is none."""
    table = read_table(code, "syntax.toml")

    def lists(key: str) -> dict[str, tuple[str, ...]]:
        return {name: tuple(words) for name, words in table[key].items()}

    return Language(
        code=code,
        models=tuple(table["models"]),
        telltale=frozenset(table["telltale"]),
        abbreviations=tuple(table["abbreviations"]),
        relations=dict(table["relations"]),
        masks=lists("masks"),
        articles=lists("articles"),
        prepositions=tuple(table["prepositions"]["all"]),
        contracted=dict(table["prepositions"]["contracted"]),
        compound=_by_last_word(table["prepositions"]["compound"]),
        unaccusative=frozenset(table["verbs"]["unaccusative"]),
        predicative=frozenset(table["verbs"]["predicative"]),
        perfect=frozenset(table["verbs"]["perfect"]),
        before_verb=frozenset(table["verbs"]["before_verb"]),
        moods=lists("moods"),
        lemmas=dict(table["lemmas"]),
        title_heads=dict(table["title_heads"]),
        finite_endings={k: tuple(v) for k, v in table["endings"]["finite"].items()},
        participle_endings={k: tuple(v) for k, v in table["endings"]["participle"].items()},
        forms={kind: dict(table["forms"][kind]) for kind in ("finite", "participle")},
        places=lists("places"),
        positions=tuple(table["asides"]["positions"]),
        prefixes=tuple(table["asides"]["prefixes"]),
        drop_times_before_not=tuple(table["drop_times"]["before_not"]),
    )


def _words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as the parsers split them: "à l'égard de" is à, l', égard, de."""
    return tuple(phrase.replace("'", "' ").split())


def _by_last_word(phrases: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    result: dict[str, tuple[tuple[str, ...], ...]] = {}
    for words in sorted(map(_words, phrases), key=len, reverse=True):
        result[words[-1]] = (*result.get(words[-1], ()), words)
    return result
