"""Titles of towns and parts of states: whose they are without a word for the state."""

from __future__ import annotations

import pytest
from tests.analysis.reading import document, found


@pytest.mark.parametrize(
    ("language", "text", "words", "party"),
    [
        ("fr", "Le maire de Lyon est parti.", "maire de Lyon", "mayor of Lyon (FRA)"),
        ("fr", "Le tribunal de Toulouse a siégé.", "tribunal de Toulouse", "FRA-courts"),
        ("fr", "La police de Barcelone a compté.", "police de Barcelone", "ESP-police"),
        ("en", "Police in Chicago counted.", "Police in Chicago", "USA-police"),
        ("en", "Melbourne police counted.", "Melbourne police", "AUS-police"),
        ("en", "The governor of Ohio left.", "governor of Ohio", "governor of Ohio (USA)"),
        # the holder comes after it, before it, or with a comma
        ("en", "Chicago mayor Ada Berg left.", "Chicago mayor Ada Berg", "Ada Berg (USA)"),
        ("fr", "Ada Berg, maire de Lyon, est partie.", "Ada Berg, maire de Lyon", "Ada Berg (FRA)"),
        ("fr", "Le maire de Lyon, Ada Berg, est là.", "maire de Lyon, Ada Berg", "Ada Berg (FRA)"),
    ],
)  # fmt: skip
def test_of_the_state_in_which_the_town_lies(
    language: str, text: str, words: str, party: str
) -> None:
    assert found(text, language).get(words) == party


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # everyday words that are towns too, at the beginning of a sentence
        ("en", "Reading police reports is dull."),
        # titles that no town has
        ("fr", "L'armée de Lyon est partie."),
        ("en", "The president of Columbia left."),
    ],
)
def test_what_is_no_town_s(language: str, text: str) -> None:
    assert found(text, language) == {}


def test_of_several_towns_the_one_in_a_state_that_the_text_names() -> None:
    text = "Chile voted. The mayor of Santiago left. The Cuban police stayed."
    assert found(text, "en")["mayor of Santiago"] == "mayor of Santiago (CHL)"


def test_a_town_s_office_is_none_of_the_state_s() -> None:
    (mention,) = document("Le maire de Lyon est parti.", "fr").mentions()
    assert mention.parties[0].office is None
