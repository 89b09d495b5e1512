"""Entries by their id, out of the tables in use.

The tables in use are those that come with Dragoman, unless a caller lays others over them with
`using`. A thread or process that is started inside `using` must enter it again.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from dragoman.errors import NotFound
from dragoman.gazetteer.entries import Organisation, Person, State
from dragoman.gazetteer.tables import Tables, standard

_in_use: ContextVar[Tables | None] = ContextVar("gazetteer", default=None)
Entry = TypeVar("Entry", State, Organisation, Person)


def tables_in_use() -> Tables:
    """The tables in use."""
    return _in_use.get() or standard()


@contextmanager
def using(chosen: Tables) -> Iterator[Tables]:
    """Inside, every look-up and scan is made in `chosen`."""
    token = _in_use.set(chosen)
    try:
        yield chosen
    finally:
        _in_use.reset(token)


def state(id: str) -> State:
    """The state with the code "RUS" or party id "state:RUS". Raises `NotFound`."""
    return _entry("state", tables_in_use().states, "state:", id)


def organisation(id: str) -> Organisation:
    """The organisation with the id "SCO" or party id "org:SCO". Raises `NotFound`."""
    return _entry("organisation", tables_in_use().organisations, "org:", id)


def person(id: str) -> Person:
    """The person with the id "vladimir-putin" or party id "person:vladimir-putin".
    Raises `NotFound`."""
    return _entry("person", tables_in_use().people, "person:", id)


def _entry(kind: str, entries: Mapping[str, Entry], prefix: str, id: str) -> Entry:
    party_id = id if id.startswith(prefix) else prefix + id
    if party_id in entries:
        return entries[party_id]
    near = difflib.get_close_matches(party_id, entries, n=3, cutoff=0.5)
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    raise NotFound(f"no {kind} has the id {id!r}{hint}")
