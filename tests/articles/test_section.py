from __future__ import annotations

import pytest

from dragoman.articles.section import section_path


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("Infos / Afrique / L'INFO EN CONTINU", ("Infos", "Afrique")),
        ("Accueil > International > Europe", ("International", "Europe")),
        ("Home » World » Asia", ("World", "Asia")),
        ("News / Americas / DISPATCHES FROM ROADS", ("News", "Americas")),
        ("Monde › Asie ›", ("Monde", "Asie")),
        ("World /", ("World",)),
        ("Catégorie : Diplomatie", ("Diplomatie",)),
        ("Home > World > Fiji and Tonga sign a declaration on fisheries", ("World",)),
        ("Accueil", None),
        ("Politique | Monde | Sport", None),
        ("a / b / c / d / e / f / g", None),
        ("Il a dit : « oui » et il est parti", None),
        ("3/4 des voix", None),
        ("REUTERS/Ann Smith", None),
        ("Qui gagne ? > Les chiffres.", None),
    ],
)
def test_paths(line: str, path: tuple[str, ...] | None) -> None:
    assert section_path(line) == path


def test_the_title_is_no_section() -> None:
    assert section_path("Home > World > Fiji signs", "Fiji signs pact with Tonga") == ("World",)
