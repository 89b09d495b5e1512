from __future__ import annotations

from typing import Literal

from dragoman.records.claim import Claim
from dragoman.records.model import Record
from dragoman.records.party import Party

Instrument = Literal[
    "treaty", "accord", "memorandum", "declaration", "contract", "protocol", "truce", "other"
]
AgreementStatus = Literal[
    "proposed",
    "negotiating",
    "agreed",
    "signed",
    "ratified",
    "in_force",
    "implementing",
    "suspended",
    "terminated",
    "violated",
    "rejected",
]


class Money(Record):
    """An amount in its own currency (ISO 4217; null where the words do not say which dollar)."""

    amount: float
    currency: str | None
    approximate: bool = False
    text: str


class Agreement(Claim):
    """An agreement or a number of them, with the status that the passage states.

    `count` is null where the passage gives no number. `part_of` is the id of the claim whose
    agreements these are a part of ("12 of these"). `name` is the proper name, if it has one. `by` is who
    did what the status tells, where one side did (proposed, ratified, suspended, terminated, violated,
    rejected).
    """

    type: Literal["agreement"] = "agreement"
    parties: tuple[Party, ...]
    count: int | None = None
    value: Money | None = None
    instrument: Instrument = "accord"
    name: str | None = None
    subject: str | None = None
    status: AgreementStatus
    forum: str | None = None
    signatories: tuple[Party, ...] = ()
    by: tuple[Party, ...] = ()
    part_of: str | None = None
