from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.analysis.document import Document
from dragoman.coding.coverage import predicates

Documents = Callable[..., Document]


@pytest.mark.parametrize(
    ("language", "sentence", "lemma", "known"),
    [
        ("fr", "La Norvège a condamné le Bélarus.", "condamner", "frame"),
        ("fr", "Le Chili compte sur le Pérou.", "compter", "none"),
        ("en", "Norway condemned Belarus.", "condemn", "frame"),
        ("en", "The Chilean president told Peru that it rained.", "tell", "report"),
        ("fr", "Le Chili a hypnotisé le Pérou.", "hypnotiser", "unknown"),
        ("en", "Norway repainted Belarus.", "repaint", "unknown"),
    ],
)
def test_what_the_lexicon_knows_of_a_verb_between_two_parties(
    document: Documents, language: str, sentence: str, lemma: str, known: str
) -> None:
    found = {p.lemma: p.known for p in predicates(document(sentence, language))}
    assert found == {lemma: known}


def test_one_party_or_none_is_not_two(document: Documents) -> None:
    assert not list(predicates(document("Norway condemned the law. It rained.", "en")))
    assert not list(predicates(document("La Norvège a condamné le gouvernement norvégien.", "fr")))


def test_a_subject_that_two_verbs_share(document: Documents) -> None:
    found = predicates(document("La Norvège a pesé la requête et hypnotisé le Pérou.", "fr"))
    assert [p.lemma for p in found] == ["hypnotiser"]


def test_a_noun_joins_parties_in_two_phrases_but_not_in_a_list(document: Documents) -> None:
    def nouns(text: str) -> list[str]:
        return [p.lemma for p in predicates(document(text, "en")) if p.pos == "NOUN"]

    assert nouns("The Chilean envy towards Peru grew.") == ["envy"]
    assert nouns("The rivalry between Peru and Chile grew.") == ["rivalry"]
    assert nouns("It rained on the coasts of Peru and Chile.") == []


def test_reflexive_verbs_are_listed_with_their_pronoun(document: Documents) -> None:
    found = predicates(document("Le Chili s'est engoué du Pérou.", "fr"))
    assert [p.lemma for p in found] == ["s'engouer"]
