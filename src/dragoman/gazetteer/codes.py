"""From a state to its code in another system, and back, on a day."""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

from dragoman.errors import NotFound, one_of
from dragoman.gazetteer.entries import Lasting, State
from dragoman.gazetteer.lasting import last_day, lasted
from dragoman.gazetteer.lookup import state, tables_in_use

System = Literal[
    "alpha2", "alpha3", "numeric", "cow", "cow-abbreviation", "gw", "gw-abbreviation", "plover"
]


def to_system(state_id: str, system: System, day: date | None = None) -> str | None:
    """The code of a state ("RUS" or "state:RUS") in a system: ISO 3166-1 ("alpha2", "alpha3",
    "numeric"), Correlates of War ("cow"), Gleditsch and Ward ("gw"), PLOVER's exports.

    On a day it is the code of the state that was there: Russia's of 1985 is the Soviet Union's.
    Without a day it is the newest. None where the system had no code for it then, or the state was
    no more. Raises `NotFound`
    for an unknown state or system.
    """
    _known(system)
    entry = state(state_on(state_id, day) if day else state_id)
    spells = _spells(entry, system)
    if day is not None:
        spells = [each for each in spells if lasted(each[0], day) and lasted(entry, day)]
    return max(spells, key=lambda each: last_day(each[0]))[1] if spells else None


def from_system(code: str, system: System, day: date | None = None) -> str | None:
    """The party id ("state:SUN") of the state that had the code in a system on that day; without a
    day, of the one that has it or had it last. None where that is no state, or more than one.
    Raises `NotFound` for an unknown system."""
    _known(system)
    wanted = code.strip().upper()
    if system == "numeric":
        wanted = wanted.zfill(3)
    elif system in ("cow", "gw"):
        wanted = wanted.lstrip("0")
    ends: dict[str, date] = {}
    for entry in tables_in_use().states.values():
        for spell, given in _spells(entry, system):
            if given == wanted and (day is None or lasted(spell, day)):
                ends[entry.party_id] = max(ends.get(entry.party_id, date.min), last_day(spell))
    if day is not None:
        ends = {party_id: end for party_id, end in ends.items() if lasted(state(party_id), day)}
    newest = [party_id for party_id, end in ends.items() if end == max(ends.values())]
    return newest[0] if len(newest) == 1 else None


def state_on(state_id: str, day: date) -> str:
    """The party id of the state that was, on that day, where the given one is now: the Soviet Union
    for Russia or Ukraine in 1985. Itself where it was there already, or where the tables do not
    say which it was. Raises `NotFound` for an unknown state."""
    entry = state(state_id)
    if entry.since is None or lasted(entry, day):
        return entry.party_id
    before = {
        state_on(former.party_id, day)
        for former in tables_in_use().states.values()
        if entry.id in former.successors
    }
    standing = [party_id for party_id in before if lasted(state(party_id), day)]
    return standing[0] if len(standing) == 1 else entry.party_id


def _spells(entry: State, system: System) -> list[tuple[Lasting, str]]:
    """The codes of a state, each with the time for which it had it."""
    known = tables_in_use().codes.get(entry.party_id)
    if system in ("alpha2", "alpha3"):
        if known and known.alpha:
            return [(spell, getattr(spell, system)) for spell in known.alpha]
        # A state without a two-letter code is one that ISO 3166 never told apart.
        own = entry.id if entry.iso2 else None
        code = entry.iso2 if system == "alpha2" else own
        return [(entry, code)] if code else []
    if known is None or (system == "plover" and not known.plover):
        return _spells(entry, "alpha3") if system == "plover" else []
    kind, _, abbreviated = system.partition("-")
    codes = [
        (spell, spell.abbreviation if abbreviated else spell.code) for spell in getattr(known, kind)
    ]
    return [(spell, code) for spell, code in codes if code]


def _known(system: str) -> None:
    if system not in get_args(System):
        raise NotFound(f"no system of codes is called {system!r}; {one_of(get_args(System))}")
