from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.articles.story import story_of, story_share, subject_stems

HARBOUR = story_of(
    [
        "Le port de Valmont ferme ses quais aux chalutiers",
        "Les pêcheurs de Valmont ont bloqué lundi l'entrée du port avec douze chalutiers.",
        "Le syndicat des pêcheurs demande la réouverture du quai sud, fermé depuis l'ensablement.",
    ],
    "fr",
)


def test_a_line_of_the_story_has_more_of_its_words_than_one_of_another() -> None:
    own = story_share("Une réunion entre le syndicat et les pêcheurs du port est prévue", HARBOUR)
    other = story_share("Le cinéaste Ivo Perrin reçoit un prix pour son film muet", HARBOUR)
    assert other < 0.2 < 0.5 < own


def test_words_that_every_text_has_count_for_nothing() -> None:
    assert story_share("Ils ont aussi été avec nous depuis", HARBOUR) == 0.5


def test_a_line_inside_the_story_does_not_vouch_for_itself() -> None:
    teaser = "Un glacier suisse perd encore mille mètres"
    with_teaser = story_of([teaser, "Les pêcheurs de Valmont", "Valmont et ses pêcheurs"], "fr")
    assert story_share(teaser, with_teaser, inside=True) < 0.2
    assert story_share("Les pêcheurs de Valmont", with_teaser, inside=True) > 0.8


def test_endings_accents_and_case_do_not_part_words() -> None:
    assert subject_stems("négociations", "fr") == subject_stems("NÉGOCIATION", "fr")
    assert subject_stems("переговоры", "ru") == subject_stems("переговоров", "ru")
    assert subject_stems("대통령은", "ko") == subject_stems("대통령이", "ko")
    assert subject_stems("والحكومة", "ar") == subject_stems("حكومة", "ar")


def test_scripts_without_spaces_are_cut_in_pairs() -> None:
    assert subject_stems("首脑会谈", "zh") == ("首脑", "脑会", "会谈")
    assert subject_stems("首相は東京で", "ja") == ("首相", "東京")


def test_numbers_count_years_and_single_digits_do_not() -> None:
    found = subject_stems("En 2016, 3 accords sur 58, soit 1.250 ou 1,250", "fr")
    assert found == ("accord", "58", "1250", "1250")


def test_capitals_of_two_letters_are_words() -> None:
    assert "ue" in subject_stems("L'UE a voté", "fr")
    assert "zu" not in subject_stems("zu", None)


@given(st.text(max_size=300), st.sampled_from([None, "fr", "zh", "ko", "ar", "xx"]))
def test_any_line_has_a_share(text: str, language: str | None) -> None:
    story = story_of([text, text.upper()], language)
    for inside in (False, True):
        assert 0 <= story_share(text, story, inside=inside) <= 1
