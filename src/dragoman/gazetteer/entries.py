"""What the gazetteer's tables hold: one class for each kind of entry."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from dragoman.gazetteer.partial_date import earliest, latest
from dragoman.records.model import Record

Word = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^\S(.*\S)?$")]
Words = tuple[Word, ...]
Alpha3 = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
PartialDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")]

StateStatus = Literal["un-member", "observer", "disputed", "territory", "former"]
OrganisationKind = Literal[
    "igo",
    "alliance",
    "court",
    "agency",
    "bank",
    "armed-group",
    "authorities",
    "news-agency",
    "ngo",
    "company",
    "forum",
    "union",
    "legislature",
    "party",
    "university",
    "gang",
]


class StateWords(Record):
    """How one language speaks of a state.

    `names` are without article; `article` is the definite one that the name takes, "" if none.
    `adjectives` and `people` are in every inflection, `prefixes` the first halves of compounds
    ("sino" in "sino-russe"). `capital` begins with the capital; other seats of government follow.
    `seats` are buildings that stand for the government ("Kremlin").
    """

    names: Words = Field(min_length=1)
    article: str | None = None
    adjectives: Words = ()
    people: Words = ()
    capital: Words = ()
    seats: Words = ()
    prefixes: Words = ()


class Lasting(Record):
    """What holds for a time: from `since` to `until`, both included. They are ISO years, months or
    days; without `since` it has always held or the beginning is not known, without `until` it
    holds still."""

    since: PartialDate | None = None
    until: PartialDate | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        begin = earliest(self.since) if self.since else None
        end = latest(self.until) if self.until else None
        if begin and end and end < begin:
            raise ValueError(f"until {self.until} is before since {self.since}")
        return self

    @property
    def begun(self) -> str | None:
        """From when on it held for certain; None means ever."""
        return self.since


class State(Lasting):
    """A state or territory. `id` is ISO 3166-1 alpha-3 (XKX for Kosovo), `leader` the English title
    of the office that "the Russian leader" means. `words` is keyed by language.

    A former state has `until` and the ids of the states that came after it, its successor in the
    United Nations first. `since` stands where another state was there before.
    """

    id: Alpha3
    iso2: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None = None
    name: Word
    status: StateStatus
    leader: Word | None = None
    successors: tuple[Alpha3, ...] = ()
    words: dict[str, StateWords]

    @model_validator(mode="after")
    def _ended(self) -> Self:
        if (self.status == "former") != bool(self.until and self.successors):
            raise ValueError("a former state, and no other, has until and successors")
        return self

    @property
    def party_id(self) -> str:
        return f"state:{self.id}"


class OrganisationWords(Record):
    """How one language names an organisation; `seats` are places that stand for it, `adjectives`
    come in every inflection ("onusien")."""

    names: Words = ()
    acronyms: Words = ()
    adjectives: Words = ()
    seats: Words = ()

    @model_validator(mode="after")
    def _named(self) -> OrganisationWords:
        if not (self.names or self.acronyms):
            raise ValueError("names or acronyms must hold at least one name")
        return self


class Organisation(Record):
    """`sector` is a PLOVER sector code, `country` the one state that it belongs to, if any."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$")]
    name: Word
    kind: OrganisationKind
    sector: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] | None = None
    country: Alpha3 | None = None
    words: dict[str, OrganisationWords]

    @property
    def party_id(self) -> str:
        return f"org:{self.id}"


class Person(Record):
    """`names` are full names in all languages together, `short` surnames that alone mean this
    person in the press. `country` and `sector` (a PLOVER code) are of somebody who is known without
    an office, and hold where no office is known."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    name: Word
    sex: Literal["m", "f"] | None = None
    names: Words = Field(min_length=1)
    short: Words = ()
    order: Literal["given-first", "family-first"] = "given-first"
    country: Alpha3 | None = None
    sector: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] | None = None

    @property
    def party_id(self) -> str:
        return f"person:{self.id}"


class Spell(Lasting):
    """One person's time in one office.

    `title` is English and lower case, `of` a party id; without `until` the office was still held on
    `as_of`, the day its table was made.
    """

    person: str
    title: Word
    of: Annotated[str, StringConstraints(pattern=r"^(state|org):\S+$")]
    as_of: date

    @property
    def surely(self) -> tuple[date | None, date]:
        """The first and last day on which the office was held beyond doubt: with "2013" as the
        beginning that is from the last day of 2013. The first is None where it is not known."""
        begin = latest(self.since) if self.since else None
        return begin, earliest(self.until) if self.until else self.as_of


class CodeSpell(Lasting):
    """One code of a state, and the days for which another system gives it."""

    code: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{1,4}$")]
    abbreviation: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] | None = None


class AlphaSpell(Lasting):
    """The ISO 3166-1 codes in letters that a state had for a time."""

    alpha2: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    alpha3: Alpha3


class StateCodes(Record):
    """What other systems call a state. `alpha` stands where ISO's codes in letters changed."""

    state: Alpha3
    alpha: tuple[AlphaSpell, ...] = ()
    numeric: tuple[CodeSpell, ...] = ()
    cow: tuple[CodeSpell, ...] = ()
    gw: tuple[CodeSpell, ...] = ()
    plover: tuple[CodeSpell, ...] = ()

    @property
    def party_id(self) -> str:
        return f"state:{self.state}"


Relation = Literal[
    "member", "permanent", "elected", "associate", "partner", "observer", "candidate", "suspended"
]


class Membership(Lasting):
    """States that stood in one relation to an organisation for the same time.

    `organisation` is an organisation's id, `members` are states' ids (an organisation's party id
    where one is a member itself). "permanent" and "elected" are the seats of a council; "suspended"
    stands beside the membership, which runs on. Where the beginning is not known, `by` is a day on
    which it held for certain.
    """

    organisation: str
    relation: Relation = "member"
    by: PartialDate | None = None
    members: tuple[Annotated[str, StringConstraints(pattern=r"^([A-Z]{3}|org:\S+)$")], ...] = Field(
        min_length=1
    )
    note: Annotated[str, StringConstraints(min_length=1)] | None = None

    @model_validator(mode="after")
    def _begun(self) -> Self:
        if bool(self.since) == bool(self.by):
            raise ValueError("it needs either since or by")
        return self

    @property
    def begun(self) -> str | None:
        return self.since or self.by

    @property
    def party_id(self) -> str:
        return f"org:{self.organisation}"

    @property
    def member_ids(self) -> tuple[str, ...]:
        return tuple(each if each.startswith("org:") else f"state:{each}" for each in self.members)
