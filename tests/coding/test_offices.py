"""Offices: who takes, holds or leaves one, and since or until when."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.analysis.analyse import analyse
from dragoman.coding.offices import offices
from dragoman.records import Anchor, Article, Office


def read(text: str, language: str = "fr") -> list[Office]:
    article = Article(
        id="x",
        text=text,
        paragraphs=(text,),
        language=language,
        anchor=Anchor(day=date(2024, 7, 10), basis="given"),
    )
    return list(offices(analyse(article, language)))


def told(claim: Office) -> tuple[str, str, str | None, str | None, str | None, str]:
    return (
        claim.person.name,
        claim.title,
        claim.of.id,
        claim.since,
        claim.until,
        claim.modality,
    )


def test_the_counterpart_whose_term_a_visit_is_counted_from() -> None:
    claims = read(
        "C'est la troisième visite du président brésilien Lula da Silva en Inde depuis la prise de "
        "fonction de son homologue indien Narendra Modi en 2014."
    )
    assert [told(c) for c in claims] == [
        ("Narendra Modi", "prime minister", "state:IND", "2014", None, "historical")
    ]


def test_an_unknown_counterpart_has_the_office_of_the_other() -> None:
    claims = read(
        "Le président péruvien a salué la prise de fonction de son homologue nauruan Teo Bakiri "
        "en mai."
    )
    assert [(c.person.name, c.title, c.of.id, c.since) for c in claims] == [
        ("Teo Bakiri", "president", "state:NRU", "2024-05")
    ]
    assert "title" in claims[0].inferred


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Emmanuel Macron a été élu président en 2017.",
            "fr",
            ("Emmanuel Macron", "president", "state:FRA", "2017", None, "historical"),
        ),
        (
            "Recep Tayyip Erdogan, au pouvoir depuis 2003, a critiqué ce choix.",
            "fr",
            ("Recep Tayyip Erdoğan", "president", "state:TUR", "2003", None, "historical"),
        ),
        (
            "Paul Kagame, président depuis 2000, a protesté.",
            "fr",
            ("Paul Kagame", "president", "state:RWA", "2000", None, "historical"),
        ),
        (
            "Le roi du Maroc a nommé mardi Karim Alaoui Premier ministre.",
            "fr",
            ("Karim Alaoui", "prime minister", "state:MAR", "2024-07-09", None, "asserted"),
        ),
        (
            "Le Premier ministre japonais Fumio Kishida a démissionné lundi.",
            "fr",
            ("Fumio Kishida", "prime minister", "state:JPN", None, "2024-07-08", "asserted"),
        ),
        (
            "Fumio Kishida quittera ses fonctions en septembre.",
            "fr",
            ("Fumio Kishida", "prime minister", "state:JPN", None, "2024-09", "planned"),
        ),
        (
            "Xi Jinping took office in 2013.",
            "en",
            ("Xi Jinping", "president", "state:CHN", "2013", None, "historical"),
        ),
        (
            "Javier Milei was sworn in as president of Argentina in December.",
            "en",
            ("Javier Milei", "president", "state:ARG", "2023-12", None, "asserted"),
        ),
        (
            "Lukashenko has ruled Belarus since 1994.",
            "en",
            ("Alexander Lukashenko", "president", "state:BLR", "1994", None, "historical"),
        ),
        (
            "Japanese Prime Minister Fumio Kishida stepped down on Monday.",
            "en",
            ("Fumio Kishida", "prime minister", "state:JPN", None, "2024-07-08", "asserted"),
        ),
        (
            "Iran's president appointed Ali Karimi foreign minister on Tuesday.",
            "en",
            ("Ali Karimi", "foreign minister", "state:IRN", "2024-07-09", None, "asserted"),
        ),
    ],
)
def test_terms(text: str, language: str, expected: tuple[str, ...]) -> None:
    assert [told(c) for c in read(text, language)] == [expected]


def test_holding_and_leaving_in_one_sentence_are_two_claims() -> None:
    claims = read("Le président kényan, au pouvoir depuis 2022, a démissionné lundi.")
    assert {(c.since, c.until) for c in claims} == {("2022", None), (None, "2024-07-08")}


def test_a_resignation_that_is_demanded_has_not_happened() -> None:
    claims = read("La foule a réclamé lundi la démission du président kényan.")
    assert [c.modality for c in claims] == ["possible"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le président russe Vladimir Poutine a parlé.", "fr"),
        ("Le président russe a rencontré son homologue turc.", "fr"),
        ("Les Finlandais éliront leur président en février.", "fr"),
        ("Après l'élection présidentielle, Emmanuel Macron a parlé.", "fr"),
        ("The new deal was named after a minister.", "en"),
        ("Citizens of the United Kingdom do not elect the Prime Minister.", "en"),
        ("The United States gave up its goal of ousting Bashar al-Assad.", "en"),
    ],
)
def test_no_office(text: str, language: str) -> None:
    assert read(text, language) == []
