from __future__ import annotations

import pytest

from dragoman.articles.lines import ends_sentence, page_lines


def texts(page: str) -> list[str]:
    return [line.text for line in page_lines(page)]


def test_bullets_come_off_and_blank_lines_are_noted() -> None:
    lines = page_lines("* Accueil\n\n+ Monde\n- Sport\n1. Le premier\n• Autre\nTexte")
    assert [line.text for line in lines] == [
        "Accueil", "Monde", "Sport", "Le premier", "Autre", "Texte",
    ]  # fmt: skip
    assert [line.bullet for line in lines] == [True] * 5 + [False]
    assert [line.gap for line in lines] == [True, True, False, False, False, False]


def test_a_year_or_a_hyphen_is_no_bullet() -> None:
    assert texts("2016 fut une année noire.\n-10 % en un an") == [
        "2016 fut une année noire.",
        "-10 % en un an",
    ]


def test_short_lines_are_not_joined() -> None:
    menu = "Accueil\nMonde et diplomatie\nSport\nMétéo\nVoyages\nContact"
    assert texts(menu) == menu.split("\n")


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Il est parti.", True),
        ("« Il est parti. »", True),
        ("Il est parti. (Reuters)", True),
        ("他离开了。", True),
        ("Il est parti", False),
        ("Voici :", False),
        ("Un titre coupé par la machine...", False),
        ("Le parti (Libre)", False),
    ],
)
def test_ends_of_sentences(text: str, ends: bool) -> None:
    assert ends_sentence(text) is ends


def test_the_day_of_a_date_is_no_number_of_a_list() -> None:
    rows = ["21. Mai 2026", "30. juni 2025, 10:12", "3. Tag der Reise"]
    assert texts("\n".join(rows)) == [*rows[:2], "Tag der Reise"]
