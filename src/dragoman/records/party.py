from __future__ import annotations

from typing import Literal

from dragoman.records.model import Record

PartyKind = Literal["state", "person", "organisation", "group"]


class OfficeHeld(Record):
    """`title` is English ("president"), `of` the id of a state or organisation ("state:FRA")."""

    title: str
    of: str


class Party(Record):
    """Who acts, speaks, signs or is spoken of.

    `text` is the mention as it stands in the article; `name` the English short name of a state or
    organisation, the usual Latin spelling of a person. `id` is the same in all languages
    ("state:RUS", "org:SCO", "person:vladimir-putin"), null for whom no table knows. `country` is
    ISO 3166-1 alpha-3 (XKX for Kosovo), `sector` a PLOVER sector code.
    """

    text: str
    name: str
    kind: PartyKind
    id: str | None = None
    country: str | None = None
    sector: str | None = None
    office: OfficeHeld | None = None

    @property
    def key(self) -> str:
        """What makes two mentions the same party: the id, or else the name and country."""
        return self.id or f"{self.kind}:{self.country or '-'}:{self.name.casefold()}"
