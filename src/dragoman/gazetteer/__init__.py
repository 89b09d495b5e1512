"""States, organisations, people and offices: the tables, and where a text names them."""

from dragoman.gazetteer.codes import System, from_system, state_on, to_system
from dragoman.gazetteer.disputed import Disputed, disputed
from dragoman.gazetteer.entries import (
    Membership,
    Organisation,
    OrganisationWords,
    Person,
    Spell,
    State,
    StateWords,
)
from dragoman.gazetteer.likeness import person_like
from dragoman.gazetteer.lookup import organisation, person, state, tables_in_use, using
from dragoman.gazetteer.matcher import Hit, scan
from dragoman.gazetteer.memberships import members, memberships
from dragoman.gazetteer.offices import holder, holds, offices_of
from dragoman.gazetteer.patterns import HitKind
from dragoman.gazetteer.places import Place, place
from dragoman.gazetteer.tables import Tables, examine, load_tables, with_overlay

__all__ = [
    "Disputed",
    "Hit",
    "HitKind",
    "Membership",
    "Organisation",
    "OrganisationWords",
    "Person",
    "Place",
    "Spell",
    "State",
    "StateWords",
    "System",
    "Tables",
    "disputed",
    "examine",
    "from_system",
    "holder",
    "holds",
    "load_tables",
    "members",
    "memberships",
    "offices_of",
    "organisation",
    "person",
    "person_like",
    "place",
    "scan",
    "state",
    "state_on",
    "tables_in_use",
    "to_system",
    "using",
    "with_overlay",
]
