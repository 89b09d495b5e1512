from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from dragoman.records.agreement import Agreement
from dragoman.records.article import Article
from dragoman.records.event import Event
from dragoman.records.membership import Membership
from dragoman.records.model import Record
from dragoman.records.office import Office
from dragoman.records.party import Party
from dragoman.records.quotation import Quotation
from dragoman.records.visit import Visit

AnyClaim = Annotated[
    Event | Agreement | Visit | Quotation | Membership | Office, Field(discriminator="type")
]
_ANY_CLAIM: TypeAdapter[AnyClaim] = TypeAdapter(AnyClaim)


class Reading(Record):
    """One page read: the article, its claims, the parties it names and what there is to say about
    the reading itself (`notices`: a guessed encoding, a language without a coder)."""

    article: Article
    claims: tuple[AnyClaim, ...] = ()
    parties: tuple[Party, ...] = ()
    notices: tuple[str, ...] = ()


def claim_from_json(value: str | bytes | dict[str, Any]) -> AnyClaim:
    """A claim of the right type from its JSON text or dictionary.

    Raises `pydantic.ValidationError` where a field is missing, unknown or of the wrong kind.
    """
    if isinstance(value, (str, bytes)):
        return _ANY_CLAIM.validate_json(value)
    return _ANY_CLAIM.validate_python(value)
