from __future__ import annotations

import pytest

from dragoman.gazetteer import tables_in_use
from dragoman.gazetteer.places import cities, place

CITIES = cities()


def test_the_table_is_whole() -> None:
    states = {state.id for state in tables_in_use().states.values() if not state.until}
    assert len(CITIES) > 6000
    assert sum((city.population or 0) >= 100_000 for city in CITIES) > 6000
    for city in CITIES:
        assert city.country in states
        assert city.latitude is not None
        assert -90 <= city.latitude <= 90
        assert city.longitude is not None
        assert -180 <= city.longitude <= 180


def test_every_state_has_its_capital() -> None:
    with_capital = {city.country for city in CITIES if city.standing == "capital"}
    wanted = {state.id for state in tables_in_use().states.values() if not state.until}
    assert wanted - with_capital == set()


@pytest.mark.parametrize(
    ("name", "language", "country", "geonames"),
    [
        ("Moscou", "fr", "RUS", 524901),
        ("Pékin", "fr", "CHN", 1816670),
        ("Pekin", "fr", "CHN", 1816670),
        ("Londres", "fr", "GBR", 2643743),
        ("PARIS", "en", "FRA", 2988507),
        ("Le Caire", "fr", "EGY", 360630),
        ("Saint-Pétersbourg", "fr", "RUS", 498817),
        ("St. Petersburg", "en", "RUS", 498817),
        ("N’Djamena", "en", "TCD", 2427123),
        ("Kiev", "en", "UKR", 703448),
        ("Alep", "fr", "SYR", 170063),
        ("Minsk", "de", "BLR", 625144),
    ],
)
def test_cities_by_their_names(name: str, language: str, country: str, geonames: int) -> None:
    found = place(name, language)
    assert found
    assert (found.country, found.geonames) == (country, geonames)


def test_of_several_the_one_in_a_state_named_nearby_else_the_largest() -> None:
    alone, near = place("Tripoli", "en"), place("Tripoli", "en", near={"LBN", "SYR"})
    assert alone
    assert near
    assert (alone.country, near.country) == ("LBY", "LBN")
    elsewhere = place("Tripoli", "en", near={"JPN"})
    assert elsewhere == alone


def test_a_far_larger_city_elsewhere_is_meant_all_the_same() -> None:
    london = place("London", "en", near={"CAN"})
    assert london
    assert london.country == "GBR"


def test_a_lesser_namesake_is_meant_only_beside_its_state() -> None:
    alone, near = place("Burlington", "en"), place("Burlington", "en", near={"USA"})
    assert alone
    assert near
    assert (alone.country, near.country) == ("CAN", "USA")


def test_where_a_state_has_several_of_one_size_no_city_is_meant_for_sure() -> None:
    found = place("Springfield", "en", near={"USA"})
    assert found
    assert (found.country, found.geonames, found.latitude) == ("USA", None, None)


def test_a_place_in_one_state_alone() -> None:
    victoria = place("Victoria", "en", country="SYC")
    assert victoria
    assert (victoria.geonames, victoria.standing) == (241131, "capital")
    assert place("Victoria", "en", country="JPN") is None


def test_a_name_that_is_a_word_too_is_marked_and_no_place_at_the_beginning_of_a_sentence() -> None:
    inside = place("Nice", "en")
    assert inside
    assert inside.risky
    assert place("Nice", "en", begins_sentence=True) is None
    assert place("Reading", "en", begins_sentence=True) is None
    moscow = place("Moscow", "en", begins_sentence=True)
    assert moscow
    assert not moscow.risky


def test_small_letters_and_unknown_names_are_no_places() -> None:
    for name in ("nice", "tours", "Zarkonia", "", " ", "A" * 100_000):
        assert place(name, "en") is None


def test_a_disputed_land_lies_where_the_table_says() -> None:
    found = {
        name: place(name, "fr") for name in ("Crimée", "Cisjordanie", "Golan", "Jérusalem-Est")
    }
    assert {name: land and land.country for name, land in found.items()} == {
        "Crimée": "UKR",
        "Cisjordanie": "PSE",
        "Golan": "SYR",
        "Jérusalem-Est": "PSE",
    }


@pytest.mark.parametrize("language", ["en", "fr"])
def test_names_of_ours_are_of_cities_of_the_table(language: str) -> None:
    """`place` raises where a name of places.toml is of no city; risky words must be names."""
    from dragoman.gazetteer import places

    assert place("Moscow", language)
    for word in places._table()["risky"][language]:
        found = place(word, language)
        assert found, word
        assert found.risky
