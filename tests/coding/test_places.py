from __future__ import annotations

from datetime import date

import pytest

from dragoman.reader import read
from dragoman.records import Event, Place, Visit

EN = [
    (
        "Turkish troops shelled Kurdish fighters in the northern Syrian city of Aleppo on Monday.",
        ("Aleppo", "SYR", 170063),
    ),
    ("The Russian and Turkish foreign ministers met in Geneva.", ("Geneva", "CHE", 2660646)),
    ("Israel bombed targets in the east of Lebanon.", ("Lebanon", "LBN", None)),
    ("France and Germany signed an agreement in Brussels.", ("Brussels", "BEL", 2800866)),
    # of two towns of one name the far larger one, whoever is named beside it
    ("Canada and Mexico held talks in London.", ("London", "GBR", 2643743)),
    ("Chinese police arrested two Japanese citizens in Xinjiang.", ("Xinjiang", "CHN", None)),
    ("Russia deployed more troops in Crimea, Ukraine said.", ("Crimea", "UKR", None)),
    # a longer name that begins as a town
    ("Turkish police arrested a Greek citizen in Lincoln.", ("Lincoln", "USA", 5072006)),
    ("Turkish police arrested a Greek citizen in Lincoln Center.", None),
    ("Iran gave Syria missiles.", None),
]
FR = [
    (
        "L'armée turque a bombardé des combattants kurdes dans la ville syrienne d'Alep.",
        ("Aleppo", "SYR", 170063),
    ),
    ("La Russie a attaqué l'Ukraine près de Kharkiv.", ("Kharkiv", "UKR", 706483)),
    ("Des soldats français ont attaqué des jihadistes au Mali.", ("Mali", "MLI", None)),
    # to whom, and not where
    ("La France a livré des armes au Mali.", None),
]


def _places(text: str, language: str) -> list[Place | None]:
    reading = read(text, published=date(2020, 5, 5), language=language, plain=True)
    return [claim.place for claim in reading.claims if isinstance(claim, Event | Visit)]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [*(("en", *each) for each in EN), *(("fr", *each) for each in FR)],
)
def test_where_an_event_is(
    language: str, text: str, wanted: tuple[str, str, int | None] | None
) -> None:
    found = _places(text, language)
    assert found
    assert {place and (place.name, place.country, place.geonames) for place in found} == {wanted}


def test_a_city_comes_with_its_coordinates_and_the_words_of_the_text() -> None:
    (place,) = set(_places("Le président turc s'est rendu à Francfort.", "fr"))
    assert place is not None
    assert (place.text, place.name, place.country) == ("Francfort", "Frankfurt am Main", "DEU")
    assert place.latitude == pytest.approx(50.11, abs=0.1)
    assert place.longitude == pytest.approx(8.68, abs=0.1)


def test_a_disputed_land_is_the_place_of_a_visit_without_a_host() -> None:
    text = "President Vladimir Putin met the Turkish foreign minister in Crimea."
    reading = read(text, published=date(2020, 5, 5), language="en", plain=True)
    (visit,) = (claim for claim in reading.claims if isinstance(claim, Visit))
    assert visit.host is None
    assert visit.place is not None
    assert (visit.place.name, visit.place.country) == ("Crimea", "UKR")
