"""Who held which office on which day."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.gazetteer.entries import Spell
from dragoman.gazetteer.lookup import tables_in_use

# How long after its table was made a term without an end is still taken to run.
GRACE = timedelta(days=365)


def holder(title: str, of: str, day: date | None) -> str | None:
    """The party id ("person:vladimir-putin") of who held the office on that day.

    `title` is English ("president"), `of` a party id ("state:RUS"). None where the tables do not
    say it beyond doubt: a gap, two holders (the day of a handover), a day inside a month or year
    that is only known as such, or more than a year after the table was made. Without a day: None
    unless the table knows one holder only.
    """
    spells = [s for s in tables_in_use().spells if s.of == of and s.title == title.casefold()]
    if day is not None:
        spells = [spell for spell in spells if holds(spell, day)]
    persons = {spell.person for spell in spells}
    return f"person:{persons.pop()}" if len(persons) == 1 else None


def offices_of(person_id: str, day: date | None) -> list[Spell]:
    """The offices that a person (party id) held on that day; without a day all that are known."""
    person = person_id.removeprefix("person:")
    spells = [spell for spell in tables_in_use().spells if spell.person == person]
    return [spell for spell in spells if day is None or holds(spell, day)]


def holds(spell: Spell, day: date) -> bool:
    """Whether the office was held beyond doubt on that day."""
    begin, end = spell.surely
    if spell.until is None:
        end += GRACE
    return begin is not None and begin <= day <= end
