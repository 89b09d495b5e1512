"""Who a bare phrase names on a day."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.analysis import link

DAY = date(2014, 5, 3)


def told(phrase: str, language: str, day: date = DAY) -> tuple[str | None, str | None, str | None]:
    party = link(phrase, on=day, language=language)
    return (party.id, party.country, party.sector) if party else (None, None, None)


@pytest.mark.parametrize(
    ("phrase", "language", "party"),
    [
        ("le président français", "fr", ("person:francois-hollande", "FRA", "GOV")),
        ("the French president", "en", ("person:francois-hollande", "FRA", "GOV")),
        ("Vladimir Poutine", "fr", ("person:vladimir-putin", "RUS", "GOV")),
        ("Putin", "en", ("person:vladimir-putin", "RUS", "GOV")),
        ("le Kremlin", "fr", ("state:RUS", "RUS", "GOV")),
    ],
)
def test_leaders_and_seats(
    phrase: str, language: str, party: tuple[str | None, str | None, str | None]
) -> None:
    assert told(phrase, language) == party


def test_an_office_is_filled_by_who_held_it_on_that_day() -> None:
    before = link("le président français", on=date(2010, 5, 3), language="fr")
    after = link("le président français", on=date(2019, 5, 3), language="fr")
    assert before is not None
    assert after is not None
    assert (before.id, after.id) == ("person:nicolas-sarkozy", "person:emmanuel-macron")


@pytest.mark.parametrize(
    ("phrase", "language", "country", "sector"),
    [
        ("Norwegian police", "en", "NOR", "COP"),
        ("the Peruvian army", "en", "PER", "MIL"),
        ("la police norvégienne", "fr", "NOR", "COP"),
        ("Chilean journalists", "en", "CHL", "JRN"),
        ("le parlement norvégien", "fr", "NOR", "LEG"),
    ],
)
def test_roles_have_their_sector(phrase: str, language: str, country: str, sector: str) -> None:
    assert told(phrase, language)[1:] == (country, sector)


def test_a_person_whom_no_table_knows_keeps_name_and_country() -> None:
    party = link("Norwegian deputy minister Anna Holmquist", on=DAY, language="en")
    assert party is not None
    assert (party.name, party.country, party.id) == ("Anna Holmquist", "NOR", None)


def test_a_former_state_on_its_days() -> None:
    assert told("le président russe", "fr", date(1986, 5, 3))[1] == "SUN"
    assert told("le président russe", "fr")[1] == "RUS"


def test_what_names_nobody() -> None:
    assert link("the weather", on=DAY, language="en") is None
    assert link("", on=DAY, language="en") is None


@pytest.mark.parametrize(
    ("phrase", "language", "country"),
    [
        ("the US ambassador to Iraq", "en", "USA"),
        ("Iraq's ambassador to the United States", "en", "IRQ"),
        ("the ambassador of Iraq to France", "en", "IRQ"),
        ("l'ambassadeur américain à Bagdad", "fr", "USA"),
        ("l'ambassade saoudienne à Istanbul", "fr", "SAU"),
        # whose he is is not said
        ("the ambassador to Iraq", "en", None),
        ("l'émissaire en Syrie", "fr", None),
    ],
)
def test_who_is_sent_to_a_state_is_not_of_it(
    phrase: str, language: str, country: str | None
) -> None:
    linked = link(phrase, on=DAY, language=language)
    assert linked is not None
    assert linked.country == country


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("the Catalan government", "ESP", "GOV"),
        ("Scottish police", "GBR", "COP"),
        ("Rohingya refugees", "MMR", "REF"),
        ("Islamic State in Iraq", "IRQ", "REB"),
        ("a Norwegian abbot", "NOR", "REL"),
        ("Norwegian mourners", "NOR", "CVL"),
        ("a North Korean defector", "PRK", "CVL"),
        ("Norwegian suspects", "NOR", "CRM"),
        ("Norwegian hooligans", "NOR", "CRM"),
        ("Norwegian saboteurs", "NOR", "REB"),
        ("a Norwegian sleeper cell", "NOR", "REB"),
        ("a Norwegian electrician", "NOR", "LAB"),
        ("Norwegian cadets", "NOR", "MIL"),
        ("the Spanish civil guard", "ESP", "COP"),
        ("the Norwegian ombudsman", "NOR", "GOV"),
        ("the Norwegian port authority", "NOR", "GOV"),
        ("Norwegian populists", "NOR", "PTY"),
        ("the Iraqi Council of Representatives", "IRQ", "LEG"),
        ("the Indian cricket board", "IND", "ELI"),
        ("a Norwegian figure skater", "NOR", "ELI"),
        ("a Norwegian dentist", "NOR", "MED"),
        ("the Ghana Medical Association", "GHA", "MED"),
        ("Norwegian art dealers", "NOR", "BUS"),
    ],
)
def test_nouns_and_parts_of_states_in_english(phrase: str, country: str, sector: str) -> None:
    assert told(phrase, "en")[1:] == (country, sector)


def test_who_leads_a_part_of_a_state_does_not_lead_the_state() -> None:
    assert told("the Chechen leader", "en") == (None, "RUS", "GOV")
