"""The words of membership: who is in an organisation, joins it, leaves it, or works in it with others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, cast, get_args

from dragoman.errors import DataError, one_of
from dragoman.languages.language import read_table
from dragoman.records.membership import MembershipRelation


@dataclass(frozen=True, slots=True)
class MembershipWords:
    """`verbs` maps (slot of the organisation, verb lemma) to the relation, `states` the nouns for what a
    party is ("membre"), `acts` those for what it does ("adhésion"); `words` the other lists by name."""

    verbs: dict[tuple[str, str], MembershipRelation]
    states: dict[str, MembershipRelation]
    acts: dict[str, MembershipRelation]
    words: dict[str, tuple[str, ...]]


@cache
def membership_words(language: str) -> MembershipWords:
    """The table `memberships.toml`. Raises DataError for an unknown relation."""
    table = read_table(language, "memberships.toml")
    where = f"languages/{language}/memberships.toml"
    verbs: dict[tuple[str, str], MembershipRelation] = {}
    for name, slots in _relations(table, "verbs", where):
        for slot, lemmas in slots.items():
            verbs.update({(slot, lemma): name for lemma in lemmas})
    return MembershipWords(
        verbs=verbs,
        states={w: name for name, words in _relations(table, "states", where) for w in words},
        acts={w: name for name, words in _relations(table, "acts", where) for w in words},
        words={name: tuple(words) for name, words in table["words"].items()},
    )


def _relations(
    table: dict[str, Any], section: str, where: str
) -> list[tuple[MembershipRelation, Any]]:
    for name in table[section]:
        if name not in get_args(MembershipRelation):
            raise DataError(
                f"{where}: {section} has no relation {name!r}; {one_of(get_args(MembershipRelation))}"
            )
    return [(cast("MembershipRelation", name), entry) for name, entry in table[section].items()]
