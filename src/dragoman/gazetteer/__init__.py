"""States, organisations, people and offices: the tables, and where a text names them."""

from dragoman.gazetteer.entries import (
    Organisation,
    OrganisationWords,
    Person,
    Spell,
    State,
    StateWords,
)
from dragoman.gazetteer.lookup import organisation, person, state, tables_in_use, using
from dragoman.gazetteer.matcher import Hit, scan
from dragoman.gazetteer.offices import holder, holds, offices_of
from dragoman.gazetteer.patterns import HitKind
from dragoman.gazetteer.tables import Tables, load_tables, with_overlay

__all__ = [
    "Hit",
    "HitKind",
    "Organisation",
    "OrganisationWords",
    "Person",
    "Spell",
    "State",
    "StateWords",
    "Tables",
    "holder",
    "holds",
    "load_tables",
    "offices_of",
    "organisation",
    "person",
    "scan",
    "state",
    "tables_in_use",
    "using",
    "with_overlay",
]
