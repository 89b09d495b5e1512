from __future__ import annotations

from typing import Literal

from dragoman.records.claim import Claim
from dragoman.records.evidence import Span
from dragoman.records.model import Record
from dragoman.records.party import Party

EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]

Decider = Literal["lexicon", "model"]


class Place(Record):
    """Where: the words, and the country (ISO 3166-1 alpha-3) where it is known. Of a city that the
    gazetteer knows, `name` is GeoNames', `geonames` its id there, `latitude` and `longitude` are in
    degrees; of any other place `name` is the words, and these are null."""

    text: str
    name: str
    country: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None


class Event(Claim):
    """One of PLOVER's sixteen events. Reciprocal ones among equals have all parties in `actors`.

    `quad`: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
    `cameo` is the deepest CAMEO code that the sentence supports, `goldstein` that code's score.
    `decided_by` tells whether an entry of the lexicon settled the event's type or, where none fits or
    the word means several things, the small model (see docs/relate.md); who does it to whom, and
    whether it happened, is never settled by the model.
    """

    type: Literal["event"] = "event"
    event_type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...] = ()
    reciprocal: bool = False
    place: Place | None = None
    quad: Literal[1, 2, 3, 4]
    cameo: str | None = None
    goldstein: float | None = None
    trigger: Span
    decided_by: Decider = "lexicon"
