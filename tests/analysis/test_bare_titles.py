"""Bodies and people of which a text does not say whose they are."""

from __future__ import annotations

import pytest
from tests.analysis.reading import document, found

ABOUT_CHILE = "Chile held a vote on Sunday. Voters queued in Santiago. "
SUR_LE_CHILI = "Le Chili a voté dimanche. On a fait la queue à Santiago. "


@pytest.mark.parametrize(
    ("language", "text", "words", "party"),
    [
        ("en", ABOUT_CHILE + "The government apologised.", "government", "CHL"),
        ("en", ABOUT_CHILE + "Police arrested a man.", "Police", "CHL-police"),
        ("en", ABOUT_CHILE + "Protesters threw stones.", "Protesters", "protesters of Chile (CHL)"),
        ("en", ABOUT_CHILE + "Parliament met.", "Parliament", "CHL-parliament"),
        ("fr", SUR_LE_CHILI + "Le gouvernement s'est excusé.", "gouvernement", "CHL"),
        ("fr", SUR_LE_CHILI + "Des manifestants ont jeté des pierres.", "manifestants",
         "protesters of Chile (CHL)"),
        ("fr", SUR_LE_CHILI + "Le ministre de la Santé est parti.", "ministre de la Santé",
         "health minister of Chile (health minister, CHL)"),
        # the place in the clause, or that of the noun itself, is nearer than the article's state
        ("en", ABOUT_CHILE + "In Peru, police arrested a man.", "police", "PER-police"),
        ("en", ABOUT_CHILE + "Protesters in Lima threw stones.", "Protesters",
         "protesters of Peru (PER)"),
    ],
)  # fmt: skip
def test_who_is_of_no_other_is_of_the_state_that_the_text_is_about(
    language: str, text: str, words: str, party: str
) -> None:
    assert found(text, language).get(words) == party


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        # of two states named alike none is the one
        ("en", "Chile accused Peru. Peru accused Chile. The government apologised.", "government"),
        # somebody else's, whoever that is
        ("en", ABOUT_CHILE + "Kurdish protesters threw stones.", "protesters"),
        ("en", ABOUT_CHILE + "Russia sent troops.", "troops"),
        ("en", ABOUT_CHILE + "The state counted its delegates.", "state"),
        ("fr", SUR_LE_CHILI + "Des raids aériens ont visé le port.", "raids aériens"),
        ("en", ABOUT_CHILE + "Our police know it.", "police"),
        ("fr", SUR_LE_CHILI + "Le cabinet d'audit a vérifié les comptes.", "cabinet"),
        # no body, but a given name
        ("fr", SUR_LE_CHILI + "Paul et Marine ont voté.", "Marine"),
        # of a single office several are not of one state
        ("fr", SUR_LE_CHILI + "Les chefs d'Etat se sont réunis.", "chefs d'Etat"),
        # the name behind it says who it is
        ("fr", SUR_LE_CHILI + "Le ministre chargé du Cuivre, Paul Guerra, est parti.", "ministre"),
        # troops in a place are as a rule another's, and a republic has no king
        ("en", ABOUT_CHILE + "Troops in Peru left.", "Troops"),
        ("en", ABOUT_CHILE + "The King left.", "King"),
        # words that only go with a noun
        ("en", ABOUT_CHILE + "He praised a police dog.", "police"),
    ],
)
def test_what_is_another_s_is_not_given_to_that_state(language: str, text: str, words: str) -> None:
    assert words not in found(text, language)


def test_who_was_named_before_is_nearer_than_the_article_s_state() -> None:
    text = ABOUT_CHILE + "The Peruvian army crossed the border. The army denied it."
    assert found(text, "en")["army"] == "PER-army"


def test_bare_bodies_say_what_they_are_taken_from() -> None:
    about = document(ABOUT_CHILE + "Police arrested a man.", "en").mentions()
    near = document(ABOUT_CHILE + "In Peru, police arrested a man.", "en").mentions()
    assert "the police of the state that the article is about" in [m.why for m in about]
    assert "the police of the state where that happens" in [m.why for m in near]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", ABOUT_CHILE + "Health Minister Ada Berg left.", "Health Minister Ada Berg"),
        ("fr", SUR_LE_CHILI + "Le Chili attend. La ministre de la Santé Ada Berg est partie.",
         "ministre de la Santé Ada Berg"),
    ],
)  # fmt: skip
def test_somebody_named_with_a_bare_title_is_of_that_state(
    language: str, text: str, words: str
) -> None:
    assert found(text, language)[words] == "Ada Berg (health minister, CHL)"


def test_somebody_named_so_stays_of_that_state_under_the_surname() -> None:
    text = ABOUT_CHILE + "Health Minister Ada Berg left. Nobody knew why. Berg did not say."
    berg = document(text, "en").sentences[-1].mentions[0]
    assert berg.parties[0].country == "CHL"
    assert berg.assumed


@pytest.mark.parametrize(
    ("language", "text", "words", "party"),
    [
        ("en", "The State Department protested.", "State Department", "USA-foreign-ministry"),
        ("en", "The Knesset voted.", "Knesset", "ISR-parliament"),
        ("fr", "La Douma a voté.", "Douma", "RUS-parliament"),
        ("fr", "Le ministère des Armées a protesté.", "ministère des Armées",
         "FRA-defence-ministry"),
        ("en", ABOUT_CHILE + "The House of Commons voted.", "House of Commons", None),
        ("en", "Britain is large. Britain is old. The House of Commons voted.", "House of Commons",
         "GBR-parliament"),
    ],
)  # fmt: skip
def test_words_that_only_one_state_has_say_whose_they_are(
    language: str, text: str, words: str, party: str | None
) -> None:
    assert found(text, language).get(words) == party


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (ABOUT_CHILE + "Governor Ada Berg left. The governor wept.", "governor"),
        ("Lima mayor Ada Berg left. The mayor wept.", "mayor"),
    ],
)
def test_officers_of_towns_come_back_by_their_title(text: str, words: str) -> None:
    (ada,) = [m for m in document(text, "en").sentences[-1].mentions if words in text]
    assert (ada.parties[0].name, ada.parties[0].office) == ("Ada Berg", None)


def test_letters_of_a_party_are_no_part_of_a_name() -> None:
    text = SUR_LE_CHILI + "Le Chili attend. Le député RN Ada Berg est parti."
    assert found(text, "fr")["député RN Ada Berg"] == "Ada Berg (deputy, CHL)"
