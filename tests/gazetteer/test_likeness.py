from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis import link
from dragoman.gazetteer import person, person_like


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Sergej Lawrow", "sergei-lavrov"),
        ("Sergueï Lavroff", "sergei-lavrov"),
        ("Сергей Шойгу", "sergei-shoigu"),
        ("Viktor Ianoukovitch", "viktor-yanukovych"),
        ("Wolodymyr Selenski", "volodymyr-zelensky"),
        ("Нарендра Моди", "narendra-modi"),
        ("دونالد ترامب", "donald-trump"),
        ("Donal Trump", "donald-trump"),
        ("Robert Gabriel Mugabe", "robert-mugabe"),
        # somebody else of the surname, or of a surname that is nearly the same
        ("Igor Lavrov", None),
        ("Olena Zelenska", None),
        ("Sylvie Macron", None),
        ("Anatoli Medvedev", None),
        ("Jean-François Barrot", None),
        # one word says too little, and these scripts do not spell
        ("Lavroff", None),
        ("拉夫罗夫 谢尔盖", None),
        ("", None),
    ],
)
def test_who_an_unknown_spelling_means(name: str, id: str | None) -> None:
    assert person_like(name) == (id and f"person:{id}")


def test_a_phrase_is_linked_by_likeness_where_no_exact_name_is_in_it() -> None:
    for language in ("en", "de"):
        party = link("Sergej Lawroff", on=None, language=language)
        assert party is not None
        assert (party.id, party.text) == ("person:sergei-lavrov", "Sergej Lawroff")


@given(st.text(max_size=100))
def test_any_text_is_compared_without_a_fault(text: str) -> None:
    found = person_like(text)
    assert found is None or person(found).party_id == found
