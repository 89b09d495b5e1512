from __future__ import annotations

import pytest

from dragoman.articles.credits import (
    byline,
    credit_line,
    person_name,
    photo_credit,
    split_photo_credit,
    trailing_agency,
)


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("Avec Xinhua", [("agency", "Xinhua")]),
        ("avec l’AFP et Reuters", [("agency", "AFP"), ("agency", "Reuters")]),
        ("SOURCE: FRENCH PRESS TV", [("outlet", "Press TV")]),
        ("Source : Le Courrier du Fleuve", [("outlet", "Le Courrier du Fleuve")]),
        ("SOURCE: THE RIVER COURIER", [("outlet", "The River Courier")]),
        ("SOURCE: REUTERS", [("outlet", "Reuters"), ("agency", "Reuters")]),
        ("(Reuters)", [("agency", "Reuters")]),
        ("AFP/Reuters", [("agency", "AFP"), ("agency", "Reuters")]),
        ("Le Monde avec AFP", [("outlet", "Le Monde"), ("agency", "AFP")]),
        ("© AFP", [("photo", "AFP")]),
        ("Photo: A. Martin/AFP", [("photo", "AFP")]),
        ("Crédit photo : Jean Martin", [("photo", "Jean Martin")]),
        ("Avec agences", []),
        ("Source : Agences", []),
        ("Avec Macron, tout change", None),
        ("Selon l’ONU, la famine menace", None),
        ("© 2023 Tous droits réservés", None),
        ("Une phrase ordinaire.", None),
    ],
)
def test_lines_of_credits(line: str, credits: list[tuple[str, str]] | None) -> None:
    found = credit_line(line.replace("’", "'"))
    assert (None if found is None else [(c.role, c.name) for c in found]) == credits


def test_a_credit_keeps_its_line() -> None:
    found = credit_line("SOURCE: FRENCH PRESS TV")
    assert found is not None
    assert found[0].text == "SOURCE: FRENCH PRESS TV"


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("Par Anne Dupont avec AFP", [("author", "Anne Dupont"), ("agency", "AFP")]),
        ("By Ann Smith and Bob O'Neil", [("author", "Ann Smith"), ("author", "Bob O'Neil")]),
        ("By Ann Smith, Senior Correspondent", [("author", "Ann Smith")]),
        (
            "Reporting by Ann Smith in Oslo; Editing by Bob Jones",
            [("author", "Ann Smith"), ("author", "Bob Jones")],
        ),
        ("PAR JEAN DE LA TOUR", [("author", "Jean de la Tour")]),
        ("Par la rédaction", []),
        ("Par ailleurs, le ministre a démissionné", None),
        ("By the time he left", None),
        ("Anne Dupont", None),
    ],
)
def test_bylines(line: str, credits: list[tuple[str, str]] | None) -> None:
    found = byline(line)
    assert (None if found is None else [(c.role, c.name) for c in found]) == credits


@pytest.mark.parametrize(
    ("text", "rest", "name", "certain"),
    [
        ("They met in Oslo. (AFP photo)", "They met in Oslo.", "AFP", True),
        ("Vu le 25 juin, 2016. ©AFP", "Vu le 25 juin, 2016.", "AFP", True),
        ("Des soldats à Kaboul. HANDOUT / AFP", "Des soldats à Kaboul.", "AFP", True),
        ("At the port. REUTERS/Ann Smith", "At the port.", "Reuters", True),
        ("At the port Ann Smith/AP", "At the port", "Associated Press", True),
        ("At the port. Photo by A. Lee/AFP via Getty Images", "At the port.", "AFP", True),
        ("At the port (Picture: Getty)", "At the port", "Getty Images", True),
        ("The port reopened, he said. (Reuters)", "The port reopened, he said.", "Reuters", False),
        ("He spoke to the AFP", "He spoke to the AFP", None, False),
        ("Born in 1990. Smith left.", "Born in 1990. Smith left.", None, False),
        ("It cost 3/4 of the sum", "It cost 3/4 of the sum", None, False),
    ],
)
def test_a_pictures_credit_comes_off(text: str, rest: str, name: str | None, certain: bool) -> None:
    assert split_photo_credit(text) == (rest, name, certain)


def test_a_caption_with_its_credit_is_not_a_credit() -> None:
    assert photo_credit("The queen in Oslo (Image: AFP via Getty Images)") is None


def test_the_agency_at_a_reports_end() -> None:
    text, credits = trailing_agency("Il a démenti. (Avec AFP)")
    assert text == "Il a démenti."
    assert [(c.role, c.name, c.text) for c in credits] == [("agency", "AFP", "(Avec AFP)")]
    assert trailing_agency("Il a démenti (deux fois).") == ("Il a démenti (deux fois).", ())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ursula von der Leyen", "Ursula von der Leyen"),
        ("Jean-Noël Barrot", "Jean-Noël Barrot"),
        ("ANNE DUPONT", "Anne Dupont"),
        ("Madonna", None),
        ("the New Report", None),
        ("Agence 007 Bond", None),
    ],
)
def test_names_of_persons(text: str, name: str | None) -> None:
    assert person_name(text) == name


@pytest.mark.parametrize(
    ("line", "language", "names"),
    [
        ("Von Anna Schmidt und Jan Meyer, Berlin", "de", ["Anna Schmidt", "Jan Meyer"]),
        ("Von der Leyen reist nach Kiew", "de", None),
        ("Von der Leyen in Kiew", "de", None),
        ("Автор: Иван Петров", "ru", ["Иван Петров"]),
        ("作者：王小明", "zh", ["王小明"]),
        ("Di Anna Rossi", "de", None),
        ("Di Anna Rossi", "it", ["Anna Rossi"]),
    ],
)
def test_bylines_by_the_pages_language(line: str, language: str, names: list[str] | None) -> None:
    found = byline(line, language)
    assert (None if found is None else [c.name for c in found]) == names


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Foto: Ann Holm (AFP)", "de"),
        ("Photo : Ann Holm (AFP)", "fr"),
        ("Image Credits: Ann Holm/AFP", "en"),
    ],
)
def test_a_photographer_and_his_agency_are_a_credit_and_no_caption(
    text: str, language: str
) -> None:
    credit = photo_credit(text, language)
    assert credit is not None
    assert "AFP" in credit
    assert photo_credit("The bridge of Kesten (AFP)", language) is None
