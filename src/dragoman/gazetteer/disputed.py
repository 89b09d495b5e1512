"""Lands whose state is disputed, and what a mention of each is read as (`disputed.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Annotated, Literal

from pydantic import StringConstraints, ValidationError

from dragoman.errors import DataError
from dragoman.gazetteer.entries import Alpha3, Word, Words
from dragoman.records.model import Record

Treatment = Literal["state", "authorities", "place"]
FILE = "disputed.toml"


class Disputed(Record):
    """`party` is the id that the land stands for, or, of a "place", the state that it lies in;
    `names` are keyed by language."""

    name: Word
    treatment: Treatment
    party: Annotated[str, StringConstraints(pattern=r"^(state|org):\S+$")]
    claimed_by: tuple[Alpha3, ...]
    why: Annotated[str, StringConstraints(min_length=1)]
    names: dict[str, Words]


@cache
def disputed() -> tuple[Disputed, ...]:
    """All of them, in alphabetical order. Raises `DataError` where the table is wrong."""
    text = (resources.files("dragoman.gazetteer") / FILE).read_text("utf-8")
    found = []
    for number, fields in enumerate(tomllib.loads(text)["disputed"], start=1):
        try:
            found.append(Disputed.model_validate(fields))
        except ValidationError as error:
            fault = error.errors(include_url=False)[0]
            place = ".".join(str(part) for part in fault["loc"])
            what = f"{FILE}: entry {number}: {place}: {fault['msg']}"
            raise DataError(what) from error
    return tuple(found)
