"""Subjects, objects and clauses that the models tie to the wrong verb."""

from __future__ import annotations

import pytest
from tests.analysis.test_mends import word


@pytest.mark.parametrize(
    ("text", "verb", "arguments"),
    [
        ("Le Brésil n'a pas encore condamné le Nicaragua.", "condamné",
         {"subject": "Brésil", "object": "Nicaragua"}),
        ("Contrairement à ce qui a été écrit, l'Albanie n'a pas sanctionné la Serbie.", "sanctionné",
         {"subject": "Albanie", "object": "Serbie"}),
        ("L'Irak soupçonne la Turquie ; la Turquie aurait aussi arrêté deux Irakiens.", "arrêté",
         {"subject": "Turquie", "object": "Irakiens"}),
        ("Le Zimbabwe ne livre plus d'électricité au Mozambique.", "livre",
         {"subject": "Zimbabwe", "oblique": "Mozambique"}),
        ("Le Cameroun n'enverra ni troupes ni vivres au Tchad.", "enverra", {"object": "troupes"}),
    ],
)  # fmt: skip
def test_whose_subject_and_object(text: str, verb: str, arguments: dict[str, str]) -> None:
    node = word(text, "fr", verb)
    assert node.pos == "VERB"
    for relation, form in arguments.items():
        assert form in [child.text for child in node.all(relation)], repr(node.children)


def test_a_date_after_the_verb_is_no_object() -> None:
    assert word("La Grèce expulsera vendredi deux diplomates.", "fr", "expulsera").child("object")
    node = word("La Grèce a accepté de signer jeudi.", "fr", "signer")
    assert node.child("object") is None


def test_clause_of_the_noun_before_it() -> None:
    verb = word("L'accord que l'Égypte et Israël ont signé en 1979 tient encore.", "fr", "signé")
    assert (verb.relation, verb.head and verb.head.text) == ("relative", "accord")


def test_having_done_is_the_participle() -> None:
    node = word("China denied having supplied weapons to Russia.", "en", "supplied")
    assert (node.pos, node.relation) == ("VERB", "complement")
    assert [n.text for n in node.all("object")] == ["weapons"]
