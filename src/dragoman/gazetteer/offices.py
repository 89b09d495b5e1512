"""Who held which office on which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dragoman.gazetteer.entries import Spell
from dragoman.gazetteer.lookup import tables_in_use
from dragoman.gazetteer.tables import Tables

# How long after its table was made a term without an end is still taken to run.
GRACE = timedelta(days=365)


def holder(title: str, of: str, day: date | None) -> str | None:
    """The party id ("person:vladimir-putin") of who held the office on that day.

    `title` is English ("president"), `of` a party id ("state:RUS"). None where the tables do not
    say it beyond doubt: a gap, two holders (the day of a handover), a day inside a month or year
    that is only known as such, or more than a year after the table was made. Without a day: None
    unless the table knows one holder only.
    """
    spells = _held(tables_in_use()).offices.get((title.casefold(), of), [])
    if day is not None:
        spells = [spell for spell in spells if holds(spell, day)]
    persons = {spell.person for spell in spells}
    return f"person:{persons.pop()}" if len(persons) == 1 else None


def offices_of(person_id: str, day: date | None) -> list[Spell]:
    """The offices that a person (party id) held on that day; without a day all that are known."""
    spells = _held(tables_in_use()).persons.get(person_id.removeprefix("person:"), [])
    return [spell for spell in spells if day is None or holds(spell, day)]


@dataclass(frozen=True, slots=True)
class _Held:
    """The terms of office by title and party, and by person."""

    offices: dict[tuple[str, str], list[Spell]]
    persons: dict[str, list[Spell]]


@lru_cache(maxsize=16)
def _held(tables: Tables) -> _Held:
    held = _Held({}, {})
    for spell in tables.spells:
        held.offices.setdefault((spell.title, spell.of), []).append(spell)
        held.persons.setdefault(spell.person, []).append(spell)
    return held


def holds(spell: Spell, day: date) -> bool:
    """Whether the office was held beyond doubt on that day."""
    begin, end = spell.surely
    if spell.until is None:
        end += GRACE
    return begin is not None and begin <= day <= end
