"""The organisations, people and offices that come with Dragoman, checked as data."""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from datetime import date
from importlib import resources
from itertools import combinations
from typing import Any

import pytest

from dragoman.gazetteer.partial_date import earliest, latest

SECTORS = set(
    re.findall(
        r"\w+",
        "GOV MIL JUD LEG COP SPY REB PRM OPP PTY UAF IGO NGO PRE BUS MED AGR CRM CVL EDU ELI JRN LAB REF "
        "REL SOC UNK",
    )
)
TITLES = set(
    re.findall(
        r"[^,]+",
        "president,prime minister,chancellor,king,queen,emperor,emir,sultan,crown prince,"
        "supreme leader,general secretary,chairman,vice president,foreign minister,"
        "defence minister,interior minister,finance minister,deputy prime minister,"
        "secretary-general,high representative,commission president,"
        "council president,director-general,managing director,executive director,"
        "high commissioner,commissioner,prosecutor,national security adviser,speaker,leader,"
        "opposition leader,state counsellor,pope,spokesperson,ambassador,envoy,adviser,official,"
        "general",
    )
)


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((resources.files("dragoman.gazetteer") / name).read_text("utf-8"))


ORGANISATIONS = _table("organisations.toml")
PEOPLE = _table("people.toml")["person"]
OFFICES = _table("offices.toml")
STATES = {state["id"] for name in ("states.toml", "former.toml") for state in _table(name)["state"]}


def _twice(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def test_every_organisation_and_person_stands_once() -> None:
    assert _twice([entry["id"] for entry in ORGANISATIONS["organisation"]]) == []
    assert _twice([entry["name"] for entry in ORGANISATIONS["organisation"]]) == []
    assert _twice([person["id"] for person in PEOPLE]) == []


@pytest.mark.parametrize("entry", ORGANISATIONS["organisation"], ids=lambda entry: entry["id"])
def test_an_organisation_is_of_a_known_sector_and_state(entry: dict[str, Any]) -> None:
    assert entry.get("sector", "UNK") in SECTORS
    assert entry.get("country") is None or entry["country"] in STATES
    for language in ("en", "fr"):
        words = entry[language]
        assert words["names"] or words["acronyms"]
        assert _twice(words["names"]) == []
        for name in words["names"]:
            assert not re.match(r"(the|le|la|les|l'|l’)[ ]?(?=[A-ZÉ])", name), name


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_two_organisations_share_a_name(language: str) -> None:
    words = [
        word
        for entry in ORGANISATIONS["organisation"]
        for part in ("names", "acronyms")
        for word in set(entry[language][part])
    ]
    owned = [
        {w for part in ("names", "acronyms") for w in entry[language][part]}
        for entry in ORGANISATIONS["organisation"]
    ]
    shared = [word for word in set(words) if sum(word in names for names in owned) > 1]
    assert shared == []


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person["id"])
def test_a_person_is_named_and_the_short_forms_stand_in_the_names(person: dict[str, Any]) -> None:
    assert person["name"] == person["names"][0]
    assert person["sex"] in ("m", "f")
    assert person["order"] in ("given-first", "family-first")
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", person["id"])
    for form in person["short"]:
        assert len(form) > 1
        assert " " not in form or form not in person["names"], "a full name, not a short form"


def test_every_person_holds_an_office_and_every_holder_is_a_person() -> None:
    holders = {spell["person"] for spell in OFFICES["spell"]}
    assert holders == {person["id"] for person in PEOPLE}


def test_every_office_is_of_a_known_body_and_has_a_known_title() -> None:
    bodies = {f"state:{state}" for state in STATES}
    bodies |= {f"org:{entry['id']}" for entry in ORGANISATIONS["organisation"]}
    for spell in OFFICES["spell"]:
        assert spell["of"] in bodies, spell
        assert spell["title"] in TITLES, spell


def test_terms_of_office_are_dates_in_order() -> None:
    assert isinstance(OFFICES["as_of"], date)
    for spell in OFFICES["spell"]:
        begin = earliest(spell["since"]) if "since" in spell else None
        end = latest(spell["until"]) if "until" in spell else None
        assert begin is None or end is None or begin <= end, spell
        assert begin or end, spell


def test_an_office_has_one_holder_at_a_time() -> None:
    """A month or a year is taken at its shortest: only what surely overlaps is a fault."""
    offices: dict[tuple[str, str], list[tuple[date, date, str]]] = defaultdict(list)
    for spell in OFFICES["spell"]:
        if spell["title"] in OFFICES["shared"] or "since" not in spell:
            continue
        end = earliest(spell["until"]) if "until" in spell else date.max
        offices[spell["title"], spell["of"]].append((latest(spell["since"]), end, spell["person"]))
    for office, spells in offices.items():
        for one, other in combinations(spells, 2):
            shared_days = (min(one[1], other[1]) - max(one[0], other[0])).days
            assert shared_days <= 1, (office, one, other)


@pytest.mark.parametrize(
    ("title", "of", "day", "person"),
    [
        ("president", "state:RUS", date(2016, 6, 25), "vladimir-putin"),
        ("president", "state:RUS", date(2010, 1, 1), "dmitry-medvedev"),
        ("prime minister", "state:RUS", date(2010, 1, 1), "vladimir-putin"),
        ("president", "state:CHN", date(2013, 3, 1), "hu-jintao"),
        ("general secretary", "state:CHN", date(2013, 3, 1), "xi-jinping"),
        ("foreign minister", "state:USA", date(2015, 7, 14), "john-kerry"),
        ("secretary-general", "org:NATO", date(2024, 10, 2), "mark-rutte"),
        ("king", "state:GBR", date(2023, 1, 1), "charles-iii"),
        ("general secretary", "state:SUN", date(1983, 1, 1), "yuri-andropov"),
        ("president", "state:YUG", date(1999, 3, 24), "slobodan-milosevic"),
        ("prime minister", "state:JPN", date(2007, 1, 1), "shinzo-abe"),
        ("prime minister", "state:JPN", date(2008, 1, 1), "yasuo-fukuda"),
    ],
)
def test_well_known_terms(title: str, of: str, day: date, person: str) -> None:
    found = [
        spell["person"]
        for spell in OFFICES["spell"]
        if (spell["title"], spell["of"]) == (title, of)
        and latest(spell["since"]) <= day
        and ("until" not in spell or day <= earliest(spell["until"]))
    ]
    assert found == [person]


@pytest.mark.parametrize(
    ("name", "section", "key"),
    [
        ("codes.toml", "codes", "state"),
        ("former.toml", "state", "id"),
        ("memberships.toml", "membership", "organisation"),
    ],
)
def test_tables_are_in_alphabetical_order(name: str, section: str, key: str) -> None:
    order = [entry[key] for entry in _table(name)[section]]
    assert order == sorted(order)


def test_members_stand_in_alphabetical_order() -> None:
    for entry in _table("memberships.toml")["membership"]:
        members = sorted(entry["members"], key=lambda member: (member.startswith("org:"), member))
        assert entry["members"] == members, entry
