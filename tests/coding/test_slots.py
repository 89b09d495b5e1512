"""Deep slots: passive and active, control, coordination and nouns give the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.analysis.document import Document, Node
from dragoman.coding.slot_parties import parties
from dragoman.coding.slots import controls_object, fill, light_verb
from dragoman.languages.lexicon import lexicon

Read = Callable[..., Document]


def node(word: str, document: Document) -> Node:
    found = [n for s in document.sentences for n in s.nodes if n.text.lower() == word]
    assert found, f"no {word!r} among {[n.text for s in document.sentences for n in s.nodes]}"
    return found[0]


def filled(text: str, word: str, slot: str, language: str, document: Read) -> str:
    """The countries and organisations that fill a slot of a word, in the order of the text."""
    read = document(text, language)
    found: dict[str, None] = {}
    for filler in fill(node(word, read), slot, lexicon(language)):
        found.update((p.country or p.id or p.name, None) for p in parties(filler))
    return " ".join(found)


@pytest.mark.parametrize(
    ("language", "text", "word", "subject", "object_"),
    [
        ("fr", "La Grèce a condamné la Turquie.", "condamné", "GRC", "TUR"),
        ("fr", "La Turquie a été condamnée par la Grèce.", "condamnée", "GRC", "TUR"),
        ("fr", "La Turquie, condamnée par la Grèce, a protesté.", "condamnée", "GRC", "TUR"),
        ("fr", "La Grèce, qui a condamné la Turquie, est partie.", "condamné", "GRC", "TUR"),
        ("fr", "La Grèce veut condamner la Turquie.", "condamner", "GRC", "TUR"),
        ("fr", "La Grèce a refusé de condamner la Turquie.", "condamner", "GRC", "TUR"),
        ("fr", "La Grèce est prête à condamner la Turquie.", "condamner", "GRC", "TUR"),
        ("fr", "Le Kenya a exhorté la Grèce à condamner la Turquie.", "condamner", "GRC", "TUR"),
        ("fr", "La Grèce est partie et a condamné la Turquie.", "condamné", "GRC", "TUR"),
        ("fr", "La Grèce a aidé et soutenu la Turquie.", "aidé", "GRC", "TUR"),
        ("fr", "La Grèce et Malte ont condamné la Turquie.", "condamné", "GRC MLT", "TUR"),
        ("fr", "La Grèce a condamné la Turquie et la Syrie.", "condamné", "GRC", "TUR SYR"),
        ("fr", "La Grèce a condamné l'attaque de la Turquie.", "condamné", "GRC", "TUR"),
        ("fr", "La Grèce a condamné les tirs turcs.", "condamné", "GRC", "TUR"),
        ("fr", "Athènes a condamné la politique d'Ankara.", "condamné", "GRC", "TUR"),
        ("fr", "La Grèce n'a pas livré de chars à la Turquie.", "livré", "GRC", ""),
        ("en", "Greece condemned Turkey.", "condemned", "GRC", "TUR"),
        ("en", "Turkey was condemned by Greece.", "condemned", "GRC", "TUR"),
        ("en", "Greece, which condemned Turkey, has left.", "condemned", "GRC", "TUR"),
        ("en", "Greece wants to condemn Turkey.", "condemn", "GRC", "TUR"),
        ("en", "Greece refused to condemn Turkey.", "condemn", "GRC", "TUR"),
        ("en", "Kenya urged Greece to condemn Turkey.", "condemn", "GRC", "TUR"),
        ("en", "Greece left and condemned Turkey.", "condemned", "GRC", "TUR"),
        ("en", "Greece helped and supported Turkey.", "helped", "GRC", "TUR"),
        ("en", "Greece and Malta condemned Turkey.", "condemned", "GRC MLT", "TUR"),
        ("en", "Greece condemned Turkey and Syria.", "condemned", "GRC", "TUR SYR"),
        ("en", "Greece condemned Turkey's attack.", "condemned", "GRC", "TUR"),
        ("en", "Greece condemned the Turkish shelling.", "condemned", "GRC", "TUR"),
        ("en", "Athens condemned Ankara.", "condemned", "GRC", "TUR"),
    ],
)
def test_subject_and_object_of_a_verb(
    language: str, text: str, word: str, subject: str, object_: str, document: Read
) -> None:
    assert filled(text, word, "subject", language, document) == subject
    assert filled(text, word, "object", language, document) == object_


@pytest.mark.parametrize(
    ("language", "text", "word", "slot", "expected"),
    [
        ("fr", "Le Kenya a livré du blé à la Somalie.", "livré", "à", "SOM"),
        ("fr", "Le Kenya a livré du blé à la Somalie.", "livré", "indirect", "SOM"),
        ("fr", "Le Kenya a signé un accord avec la Somalie.", "signé", "avec", "SOM"),
        ("fr", "Le Kenya a pris des mesures contre la Somalie.", "pris", "contre", "SOM"),
        ("fr", "Le Kenya a voté en faveur de la Somalie.", "voté", "de", "SOM"),
        ("fr", "Le Kenya a livré du blé.", "livré", "à", ""),
        ("en", "Kenya delivered wheat to Somalia.", "delivered", "to", "SOM"),
        ("en", "Kenya signed a treaty with Somalia.", "signed", "with", "SOM"),
        ("en", "Kenya took measures against Somalia.", "took", "against", "SOM"),
        ("en", "Kenya gave Somalia two ships.", "gave", "indirect", "SOM"),
        ("en", "Kenya delivered wheat.", "delivered", "to", ""),
    ],
)
def test_phrases_with_a_preposition(
    language: str, text: str, word: str, slot: str, expected: str, document: Read
) -> None:
    assert filled(text, word, slot, language, document) == expected


@pytest.mark.parametrize(
    ("language", "text", "word", "subject"),
    [
        ("fr", "La condamnation de la Turquie par la Grèce a surpris.", "condamnation", "GRC"),
        ("fr", "Les sanctions américaines contre l'Iran durent.", "sanctions", "USA"),
        ("fr", "L'attaque de la Russie contre la Moldavie a surpris.", "attaque", "RUS"),
        ("fr", "La Russie a mené une attaque contre la Moldavie.", "attaque", "RUS"),
        ("fr", "Les pourparlers entre le Mali et le Niger durent.", "pourparlers", "MLI NER"),
        ("en", "The condemnation of Turkey by Greece was a surprise.", "condemnation", "GRC"),
        ("en", "American sanctions against Iran will last.", "sanctions", "USA"),
        ("en", "Russia's attack on Moldova was a surprise.", "attack", "RUS"),
        ("en", "Russia launched an attack on Moldova.", "attack", "RUS"),
        ("en", "The talks between Mali and Niger go on.", "talks", "MLI NER"),
    ],
)
def test_subject_of_a_noun(
    language: str, text: str, word: str, subject: str, document: Read
) -> None:
    assert filled(text, word, "subject", language, document) == subject


@pytest.mark.parametrize(
    ("language", "text", "word", "inner"),
    [
        ("fr", "Le Japon a promis d'aider le Laos.", "promis", "aider"),
        ("fr", "Le Japon exige que le Laos parte.", "exige", "parte"),
        ("en", "Japan promised to help Laos.", "promised", "help"),
        ("en", "Japan insisted that Laos had left.", "insisted", "left"),
    ],
)
def test_complement(language: str, text: str, word: str, inner: str, document: Read) -> None:
    found = fill(node(word, document(text, language)), "complement", lexicon(language))
    assert [n.text for n in found] == [inner]


@pytest.mark.parametrize(
    ("language", "text", "word", "expected"),
    [
        ("fr", "Le Kenya a exhorté la Grèce à partir.", "exhorté", True),
        ("fr", "Le Kenya a promis à la Grèce de partir.", "promis", False),
        ("en", "Kenya urged Greece to leave.", "urged", True),
        ("en", "Kenya promised Greece to leave.", "promised", False),
    ],
)
def test_who_does_the_infinitive(
    language: str, text: str, word: str, expected: bool, document: Read
) -> None:
    verb = node(word, document(text, language))
    assert controls_object(verb, lexicon(language)) is expected


def test_light_verb(document: Read) -> None:
    carried = document("La Russie a mené une attaque contre la Moldavie.")
    found = light_verb(node("attaque", carried), lexicon("fr"))
    assert found is not None
    assert found.text == "mené"
    mentioned = document("La Russie a salué une attaque contre la Moldavie.")
    assert light_verb(node("attaque", mentioned), lexicon("fr")) is None


def test_a_place_is_a_party_only_where_it_is_asked_for(document: Read) -> None:
    read = document("Le ministre grec est arrivé à Tokyo.")
    at = next(n for n in read.sentences[0].nodes if n.mention and n.mention.form == "place")
    assert parties(at) == []
    assert [p.country for p in parties(at, places=True)] == ["JPN"]


def test_a_phrase_that_only_contains_a_party_names_it_only_when_read_deeply(document: Read) -> None:
    read = document("Le Kenya a salué la décision de la Somalie.")
    decision = node("décision", read)
    assert [p.country for p in parties(decision)] == ["SOM"]
    assert parties(decision, deep=False) == []


def test_no_party_twice(document: Read) -> None:
    read = document("La Grèce et Athènes ont condamné la Syrie.")
    (subject,) = fill(node("condamné", read), "subject", lexicon("fr"))
    assert [p.country for p in parties(subject)] == ["GRC"]
