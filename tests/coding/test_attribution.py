"""Whose word it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.analysis.document import Document
from dragoman.coding.attribution import attribution, is_report
from dragoman.languages.lexicon import lexicon

Read = Callable[..., Document]


def source(text: str, word: str, language: str, document: Read) -> str | None:
    sentence = document(text, language).sentences[0]
    (at,) = (n for n in sentence.nodes if n.text.lower() == word)
    found = attribution(at, sentence, lexicon(language))
    return (found.country or found.id) if found else None


@pytest.mark.parametrize(
    ("language", "word", "text", "speaker"),
    [
        ("fr", "attaqué", "Kiev a déclaré que la Russie avait attaqué la Moldavie.", "UKR"),
        ("fr", "attaqué", "La Russie a attaqué la Moldavie, a déclaré Kiev.", "UKR"),
        ("fr", "attaqué", "Selon Kiev, la Russie a attaqué la Moldavie.", "UKR"),
        ("fr", "attaqué", "La Russie a attaqué la Moldavie, selon Kiev.", "UKR"),
        ("fr", "attaqué", "D'après l'ONU, la Russie a attaqué la Moldavie.", "org:UN"),
        (
            "fr",
            "attaqué",
            "La Russie a attaqué la Moldavie, a indiqué le ministère ukrainien de la Défense.",
            "UKR",
        ),
        (
            "fr",
            "attaqué",
            "Le président ukrainien a affirmé que la Russie voulait la paix et avait attaqué "
            "la Moldavie.",
            "UKR",
        ),
        ("fr", "attaqué", "La Russie a attaqué la Moldavie.", None),
        ("fr", "attaqué", "La Russie, qui a attaqué la Moldavie, a déclaré être prête.", None),
        ("fr", "visite", "Lors de la visite du roi, Kiev a déclaré être prête.", None),
        ("fr", "déclaré", "Kiev a déclaré que la Russie avait attaqué la Moldavie.", None),
        ("en", "attacked", "Kyiv said that Russia had attacked Moldova.", "UKR"),
        ("en", "attacked", "Kyiv said Russia attacked Moldova.", "UKR"),
        ("en", "attacked", "Russia attacked Moldova, Kyiv said.", "UKR"),
        ("en", "attacked", "According to Kyiv, Russia attacked Moldova.", "UKR"),
        ("en", "attacked", "Russia attacked Moldova, according to Kyiv.", "UKR"),
        (
            "en",
            "attacked",
            "Russia attacked Moldova, the Ukrainian defence ministry said.",
            "UKR",
        ),
        ("en", "attacked", "Russia attacked Moldova.", None),
        ("en", "attacked", "Russia, which attacked Moldova, said it was ready.", None),
        ("en", "said", "Kyiv said that Russia had attacked Moldova.", None),
    ],
)
def test_who_says_it(
    language: str, word: str, text: str, speaker: str | None, document: Read
) -> None:
    assert source(text, word, language, document) == speaker


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Selon les médias, la Russie a attaqué la Moldavie."),
        ("fr", "La Russie a attaqué la Moldavie pour la France."),
        ("en", "According to reports, Russia attacked Moldova."),
    ],
)
def test_a_source_that_is_no_party_is_not_made_one(
    language: str, text: str, document: Read
) -> None:
    word = "attaqué" if language == "fr" else "attacked"
    assert source(text, word, language, document) is None


def test_verbs_of_saying(document: Read) -> None:
    nodes = document("Kiev a déclaré que la Russie avait attaqué la Moldavie.").sentences[0].nodes
    told = {n.text: is_report(n, lexicon("fr")) for n in nodes if n.pos == "VERB"}
    assert told == {"déclaré": True, "attaqué": False}
