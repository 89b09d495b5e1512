"""Which of a sentence's times dates which of its words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.analysis.document import Document, Node, Sentence
from dragoman.coding.claims import is_history, when
from dragoman.coding.dating import counted_from, held_from, long_ago, time_of

Read = Callable[..., Document]


def at(word: str, sentence: Sentence) -> Node:
    (found,) = (n for n in sentence.nodes if n.text.lower() == word)
    return found


def dated(text: str, word: str, language: str, document: Read) -> str | None:
    sentence = document(text, language).sentences[0]
    found = time_of(at(word, sentence), sentence)
    return found.start.isoformat() if found and found.start else None


@pytest.mark.parametrize(
    ("language", "word", "text", "start"),
    [
        ("fr", "expulsé", "La Norvège a expulsé un diplomate russe lundi.", "2024-03-18"),
        ("fr", "expulsé", "Lundi, la Norvège a expulsé un diplomate russe.", "2024-03-18"),
        ("fr", "expulsé", "Le 5 mars 2022, la Norvège a expulsé un diplomate russe.", "2022-03-05"),
        ("fr", "expulsé", "La Norvège a expulsé un diplomate russe.", None),
        (
            "fr",
            "expulsé",
            "La Norvège a déclaré lundi que la Suède avait expulsé un diplomate en 2012.",
            "2012-01-01",
        ),
        (
            "fr",
            "expulsé",
            "La Norvège a déclaré lundi que la Suède avait expulsé un diplomate.",
            None,
        ),
        (
            "fr",
            "condamné",
            "La Norvège, qui avait expulsé un diplomate en 2012, a condamné le Bélarus lundi.",
            "2024-03-18",
        ),
        (
            "fr",
            "visite",
            "La visite du roi de Jordanie en Norvège en mai 2023 a plu.",
            "2023-05-01",
        ),
        (
            "fr",
            "visite",
            "La deuxième visite du roi de Jordanie en Norvège depuis 2013 a plu.",
            None,
        ),
        ("en", "expelled", "Norway expelled a Russian diplomat on Monday.", "2024-03-18"),
        ("en", "expelled", "On Monday, Norway expelled a Russian diplomat.", "2024-03-18"),
        ("en", "expelled", "On March 5, 2022, Norway expelled a Russian diplomat.", "2022-03-05"),
        ("en", "expelled", "Norway expelled a Russian diplomat.", None),
        (
            "en",
            "expelled",
            "Norway said on Monday that Sweden had expelled a diplomat in 2012.",
            "2012-01-01",
        ),
        ("en", "expelled", "Norway said on Monday that Sweden had expelled a diplomat.", None),
        (
            "en",
            "visit",
            "The second visit of the Jordanian king to Norway since 2013 was a success.",
            None,
        ),
    ],
)
def test_the_time_of_a_word(
    language: str, word: str, text: str, start: str | None, document: Read
) -> None:
    assert dated(text, word, language, document) == start


@pytest.mark.parametrize(
    ("language", "word", "text"),
    [
        ("fr", "visite", "La troisième visite du roi depuis sa prise de fonction en 2013 a plu."),
        ("en", "visit", "The third visit of the king since he took office in 2013 was a success."),
    ],
)
def test_from_when_a_count_runs(language: str, word: str, text: str, document: Read) -> None:
    sentence = document(text, language).sentences[0]
    found = counted_from(at(word, sentence), sentence)
    assert found is not None
    assert found.start == date(2013, 1, 1)


def test_a_date_without_since_begins_no_count(document: Read) -> None:
    sentence = document("La visite du roi de Jordanie à Oslo en 2013 a plu.").sentences[0]
    assert counted_from(at("visite", sentence), sentence) is None
    assert held_from(at("visite", sentence), sentence) is None


def test_since_before_the_word_is_its_own_date(document: Read) -> None:
    text = "Depuis la prise de fonction de Xi Jinping en 2013, la Chine a changé."
    sentence = document(text).sentences[0]
    found = held_from(at("prise", sentence), sentence)
    assert found is not None
    assert found.start == date(2013, 1, 1)
    assert held_from(at("changé", sentence), sentence) is None


@pytest.mark.parametrize(
    ("language", "word", "text", "expected"),
    [
        ("fr", "aidé", "Durant la guerre froide, Cuba a aidé l'Angola.", True),
        ("fr", "aide", "Cuba aide l'Angola depuis des décennies.", True),
        ("fr", "aidé", "Cuba a aidé l'Angola.", False),
        ("fr", "salué", "Cuba a salué l'Angola, qui l'avait aidé jadis.", False),
        ("en", "helped", "In the Cold War, Cuba helped Angola.", True),
        ("en", "helped", "Decades ago, Cuba helped Angola.", True),
        ("en", "helped", "Cuba helped Angola.", False),
        ("en", "praised", "Cuba praised Angola, which it had helped decades ago.", False),
    ],
)
def test_long_ago(language: str, word: str, text: str, expected: bool, document: Read) -> None:
    sentence = document(text, language).sentences[0]
    assert long_ago(at(word, sentence), sentence) is expected


def test_basis_of_a_date(document: Read) -> None:
    reckoned = document("La Norvège a expulsé un diplomate russe lundi.")
    told = when(reckoned.sentences[0].times[0], reckoned)
    assert (told.start, told.end, told.precision) == (date(2024, 3, 18), date(2024, 3, 18), "day")
    assert (told.text, told.basis) == ("lundi", "published")
    whole = document("La Norvège a expulsé un diplomate russe le 5 mars 2022.")
    assert when(whole.sentences[0].times[0], whole).basis == "expression"
    assert when(None, whole).basis == "none"


def test_nothing_is_reckoned_without_a_day(document: Read) -> None:
    read = document("La Norvège a expulsé un diplomate russe lundi.", "fr", None)
    told = when(read.sentences[0].times[0], read)
    assert (told.start, told.end, told.precision, told.text) == (None, None, "unknown", "lundi")
    assert told.basis == "none"
    assert not is_history(told, read)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La Norvège a condamné le Bélarus le 19 mars 2023.", True),
        ("La Norvège a condamné le Bélarus le 22 mars 2023.", False),
        ("La Norvège a condamné le Bélarus en 2023.", False),
        ("La Norvège a condamné le Bélarus en 2022.", True),
    ],
)
def test_over_a_year_ago_is_history(text: str, expected: bool, document: Read) -> None:
    read = document(text)
    assert is_history(when(read.sentences[0].times[0], read), read) is expected
