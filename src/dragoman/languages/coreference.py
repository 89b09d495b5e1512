"""Words that take up a party named before, and the small words that join a title to its owner."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.languages.language import read_table


@dataclass(frozen=True, slots=True)
class Coreference:
    pair: re.Pattern[str]
    sides: re.Pattern[str]
    pair_persons: re.Pattern[str]
    of_pair: re.Pattern[str]
    trio: re.Pattern[str]
    latter: re.Pattern[str]
    latter_feminine: re.Pattern[str]
    organisation: re.Pattern[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    neuter: frozenset[str]
    plural: frozenset[str]
    relative: frozenset[str]
    possessive: frozenset[str]
    possessive_plural: frozenset[str]
    impersonal: frozenset[str]
    maybe_impersonal: frozenset[str]
    impersonal_passive: frozenset[str]
    first_person: frozenset[str]
    we: frozenset[str]
    our: frozenset[str]
    country: frozenset[str]
    of: frozenset[str]
    where: frozenset[str]
    sent_to: frozenset[str]
    possessive_mark: tuple[str, ...]
    honorifics: tuple[str, ...]
    before_title: tuple[str, ...]
    changes: dict[str, str]
    conjunctions: tuple[str, ...]
    articles: frozenset[str]
    agent: frozenset[str]
    own_adjectives: frozenset[str]
    idioms: re.Pattern[str]
    definite: frozenset[str]
    capital_is_definite: bool
    elided: tuple[str, ...]
    owner: re.Pattern[str]
    complement: re.Pattern[str]
    town: re.Pattern[str]
    ordinal: re.Pattern[str]
    organisation_adjectives: frozenset[str]
    feminine_endings: tuple[str, ...]


def _words(words: list[str]) -> re.Pattern[str]:
    if not words:
        return re.compile(r"(?!)")
    choices = "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])", re.IGNORECASE)


def _complement(of: list[str], follows: str) -> re.Pattern[str]:
    """What begins with a word for "of", and then what `follows`."""
    choices = "|".join(
        re.escape(w).replace("'", "['’]") + ("" if w.endswith("'") else r"\s")
        for w in sorted(of, key=len, reverse=True)
    )
    return re.compile(rf"\s(?:{choices}){follows}", re.IGNORECASE)


@cache
def coreference(language: str) -> Coreference:
    """The table `coreference.toml` of a language."""
    table = read_table(language, "coreference.toml")

    def words(key: str) -> frozenset[str]:
        return frozenset(table.get(key, []))

    return Coreference(
        pair=_words(table["pair"]),
        sides=_words(table["sides"]),
        pair_persons=_words(table["pair_persons"]),
        of_pair=_words(table["of_pair"]),
        trio=_words(table["trio"]),
        latter=_words(table["latter"]),
        latter_feminine=_words(table["latter_feminine"]),
        organisation=_words(table["organisation"]),
        masculine=words("masculine"),
        feminine=words("feminine"),
        neuter=words("neuter"),
        plural=words("plural"),
        relative=words("relative"),
        possessive=words("possessive"),
        possessive_plural=words("possessive_plural"),
        impersonal=words("impersonal"),
        maybe_impersonal=words("maybe_impersonal"),
        impersonal_passive=words("impersonal_passive"),
        first_person=words("first_person"),
        we=words("we"),
        our=words("our"),
        country=words("country"),
        of=words("of"),
        where=words("where"),
        sent_to=words("sent_to"),
        possessive_mark=tuple(table["possessive_mark"]),
        honorifics=tuple(table["honorifics"]),
        before_title=(*table["before_title"], *table["changes"]),
        changes=dict(table["changes"]),
        conjunctions=tuple(table["conjunctions"]),
        articles=words("articles"),
        agent=words("agent"),
        own_adjectives=words("own_adjectives"),
        idioms=re.compile(_words(table["idioms"]).pattern + r"\Z", re.IGNORECASE),
        definite=words("definite"),
        capital_is_definite=table["capital_is_definite"],
        elided=tuple(word for word in table["definite"] if word.endswith("'")),
        owner=_complement(table["of"], r"(?-i:[A-ZÀ-Þ])"),
        complement=_complement(table["of"], ""),
        town=_complement([*table["of"], *table["where"]], ""),
        ordinal=re.compile(rf"\b\d{{1,3}}(?:{'|'.join(table['ordinals'])})\Z", re.IGNORECASE),
        organisation_adjectives=words("organisation_adjectives"),
        feminine_endings=tuple(table["feminine_endings"]),
    )
