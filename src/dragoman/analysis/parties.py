"""From what a table or a phrase says to a `Party`."""

from __future__ import annotations

import re
from datetime import date

from dragoman.gazetteer.codes import state_on
from dragoman.gazetteer.entries import Spell
from dragoman.gazetteer.lookup import organisation, person, state
from dragoman.gazetteer.offices import holder, offices_of
from dragoman.gazetteer.partial_date import earliest, latest
from dragoman.languages.titles import Title, sector_of
from dragoman.records import OfficeHeld, Party, PartyKind

# The offices that lead a state, in the order in which a bare "leader" means them.
LEADING = ("supreme leader", "king", "emir", "president", "prime minister", "chancellor")

FORMER = "ELI"  # PLOVER's sector of those who held an office


def state_party(id: str, text: str, *, sector: str | None = None) -> Party:
    """`id` "state:RUS" or "RUS"."""
    entry = state(id)
    return Party(
        text=text, name=entry.name, kind="state", id=entry.party_id, country=entry.id, sector=sector
    )


def organisation_party(id: str, text: str) -> Party:
    entry = organisation(id)
    return Party(
        text=text,
        name=entry.name,
        kind="group" if entry.kind in ("armed-group", "gang") else "organisation",
        id=entry.party_id,
        country=entry.country,
        sector=entry.sector,
    )


def party(id: str, text: str, day: date | None) -> Party:
    """The party of an id of the tables ("state:RUS", "org:SCO", "person:vladimir-putin") on a day."""
    if id.startswith("state:"):
        return state_party(id if day is None else state_on(id, day), text)
    if id.startswith("org:"):
        return organisation_party(id, text)
    return known_person(id, text, day, None)


def owner_name(of: str) -> str:
    """The English name of a state or organisation by its party id."""
    return state(of).name if of.startswith("state:") else organisation(of).name


def known_person(id: str, text: str, day: date | None, office: tuple[Title, str] | None) -> Party:
    """A person of the tables. The office is the one that the text names, or else the one held on the day."""
    entry = person(id)
    held: OfficeHeld | None = None
    sector: str | None = None
    if office is not None:
        held = OfficeHeld(title=office[0].title, of=office[1])
        sector = office[0].sector
    else:
        spells = offices_of(entry.party_id, day)
        if day is not None and spells:
            spell = max(spells, key=lambda s: s.since or "")
            held = OfficeHeld(title=spell.title, of=spell.of)
            sector = sector_of(spell.title)
        every = offices_of(entry.party_id, None)
        owners = {spell.of for spell in spells or every}
        if not owners and entry.country:
            of = f"state:{entry.country}"
            return _person(text, entry.name, entry.party_id, of, entry.sector, None)
        if held is None and len(owners) == 1:
            sector = FORMER if day and _all_over(every, day) else None
            return _person(text, entry.name, entry.party_id, owners.pop(), sector, None)
    owner = held.of if held else None
    return _person(
        text, entry.name, entry.party_id, owner, sector or ("GOV" if held else None), held
    )


def _all_over(spells: list[Spell], day: date) -> bool:
    """Whether somebody had held an office before a day, and for all that is known held none on it."""
    over = [s for s in spells if s.until is not None and latest(s.until) < day]
    later = [s for s in spells if s.since is not None and earliest(s.since) > day]
    return bool(over) and len(over) + len(later) == len(spells)


def _person(
    text: str,
    name: str,
    id: str | None,
    of: str | None,
    sector: str | None,
    held: OfficeHeld | None,
) -> Party:
    country = None
    if of and of.startswith("state:"):
        country = of.removeprefix("state:")
    elif of and of.startswith("org:"):
        country = organisation(of).country
        sector = sector if sector == FORMER else organisation(of).sector or sector
    return Party(
        text=text, name=name, kind="person", id=id, country=country, sector=sector, office=held
    )


def unknown_person(name: str, text: str, title: Title | None, of: str | None) -> Party:
    """Somebody whom no table knows, with what the phrase says of him."""
    held = OfficeHeld(title=title.title, of=of) if title and of else None
    return _person(text, name, None, of, title.sector if title else None, held)


def leading_office(of: str, day: date | None) -> tuple[str, str | None]:
    """The title of the office that leads a state, and who held it that day (a person's id or None)."""
    leader = state(of).leader if of.startswith("state:") else None
    for title in (leader,) if leader else LEADING:
        if found := holder(title, of, day):
            return title, found
    return leader or "leader", None


def office_party(
    title: Title, of: str, text: str, day: date | None, *, plural: bool = False
) -> tuple[Party, bool]:
    """Who "the Russian president" is on that day; and whether the tables filled the person in.

    Institutions are a part of their state or organisation: a government is the state itself. With
    `plural` it is a group ("trois diplomates russes").
    """
    if title.institution:
        return _institution(title, of, text), False
    if plural:
        return _group(title, of, text), False
    name = title.title
    found: str | None = None
    if title.leader:
        name, found = leading_office(of, day)
    elif title.any_of:
        held_by = {office: holder(office, of, day) for office in title.any_of}
        name, found = next(
            ((office, person) for office, person in held_by.items() if person), (name, None)
        )
    elif title.single:
        found = holder(title.title, of, day)
    if found:
        filled = Title(title=name, sector=title.sector or "GOV")
        return known_person(found, text, day, (filled, of)), True
    held = OfficeHeld(title=name, of=of)
    party = _person(text, f"{name} of {owner_name(of)}", None, of, title.sector or "GOV", held)
    return party, False


def role_party(title: Title, text: str, *, plural: bool = False) -> Party:
    """Who has a role, where nothing says of which state or organisation ("protesters")."""
    kind: PartyKind = "organisation" if title.institution else "group" if plural else "person"
    name = _plural(title.title) if plural and not title.institution else title.title
    return Party(text=text, name=name, kind=kind, sector=title.sector)


def _institution(title: Title, of: str, text: str) -> Party:
    if of.startswith("org:"):
        # "the UN court": a body of an organisation stands for it
        return organisation_party(of, text)
    if title.title == "government":
        return state_party(of, text, sector="GOV")
    country = of.removeprefix("state:")
    return Party(
        text=text,
        name=f"{title.title} of {owner_name(of)}",
        kind="organisation",
        id=f"org:{country}-{title.title.replace(' ', '-')}",
        country=country,
        sector=title.sector,
    )


def _group(title: Title, of: str, text: str) -> Party:
    """Several who serve or belong to a state or organisation. Fighters of an armed group are of its
    sector, whatever they would be in an army."""
    name = f"{_plural(title.title)} of {owner_name(of)}"
    if of.startswith("state:"):
        country = of.removeprefix("state:")
        return Party(text=text, name=name, kind="group", country=country, sector=title.sector)
    owner = organisation(of)
    held = OfficeHeld(title=title.title, of=of) if owner.country is None else None
    sector = owner.sector if owner.kind == "armed-group" else title.sector
    return Party(
        text=text, name=name, kind="group", country=owner.country, sector=sector, office=held
    )


def _plural(title: str) -> str:
    """The English plural of a title: "heads of state", "secretaries-general"."""
    head, sign, rest = next(
        (title.partition(sign) for sign in (" of ", "-general") if sign in title), (title, "", "")
    )
    if head.endswith("man"):
        head = head.removesuffix("man") + "men"
    elif re.search("[^aeo]y$", head):
        head = head.removesuffix("y") + "ies"
    else:
        head += "s"
    return head + sign + rest
