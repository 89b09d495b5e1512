"""Where the model of pairs is asked in an article, and what it may not settle."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.analysis.document import Document
from dragoman.coding.asked import SURE, is_open, overruled, unknown
from dragoman.coding.event_parties import Scene
from dragoman.coding.events import events
from dragoman.coding.explain import explain
from dragoman.coding.telling import telling
from dragoman.languages.lexicon import lexicon
from dragoman.records import Modality

Analysed = Callable[..., Document]


def lemmas(document: Document) -> list[str]:
    lex = lexicon(document.language)
    return [
        found.node.lemma
        for sentence in document.sentences
        for found in unknown(sentence, telling(Scene(sentence, None, lex)), lex)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway disconcerted Belarus on Monday.", ["disconcert"]),
        ("Norway condemned Belarus on Monday.", []),  # a frame
        ("Norway lasted longer than Belarus.", []),  # listed as no event
        ("Norway said that it had disconcerted Belarus.", ["disconcert"]),  # of a report, the said
    ],
)
def test_only_verbs_that_the_lexicon_does_not_know(
    document: Analysed, text: str, expected: list[str]
) -> None:
    assert lemmas(document(text, "en")) == expected


def test_what_is_under_a_promise_is_not_asked_about(document: Analysed) -> None:
    assert lemmas(document("Norway threatened to disconcert Belarus.", "en")) == []


def ruled(
    document: Analysed, text: str, likely: dict[str, float], modality: Modality = "asserted"
) -> str | None:
    """What becomes of the event of the text's first frame."""
    read = document(text, "en")
    lex = lexicon("en")
    found = telling(Scene(read.sentences[0], None, lex))[0]
    event_type = found.frame.event
    return overruled(event_type, modality, likely) if is_open(found, event_type, lex) else None


ATTACK = "Norway attacked Belarus."
SURELY = {"ASSAULT": 1 - SURE, "ACCUSE": SURE}


def test_the_model_overrules_the_frame_of_an_ambiguous_word(document: Analysed) -> None:
    assert ruled(document, ATTACK, SURELY) == "ACCUSE"
    assert ruled(document, ATTACK, {"ASSAULT": SURE, "ACCUSE": 1 - SURE}) is None


def test_a_frame_whose_word_means_one_thing_stands(document: Analysed) -> None:
    assert ruled(document, "Norway bombarded Belarus.", SURELY) is None


def test_it_has_to_be_sure(document: Analysed) -> None:
    torn = {"ASSAULT": 0.0, "ACCUSE": SURE - 0.1, "AID": 1.1 - SURE}
    assert ruled(document, ATTACK, torn) is None


def test_negation_and_plans_are_the_modalitys_to_tell(document: Analysed) -> None:
    assert ruled(document, ATTACK, {"ASSAULT": 0.0, "REJECT": 1.0}, "denied") is None
    assert ruled(document, ATTACK, {"ASSAULT": 0.0, "THREATEN": 1.0}, "planned") is None
    assert ruled(document, ATTACK, {"ASSAULT": 0.0, "THREATEN": 1.0}) == "THREATEN"


def test_the_record_and_its_explanation_say_that_the_model_decided(document: Analysed) -> None:
    read = document(
        "In Minsk the Norwegian foreign minister launched a scathing attack on Belarus,"
        " calling its president a liar.",
        "en",
    )
    told = [e for e in events(read) if e.decided_by == "model"]
    assert [(e.event_type, e.actors[0].country, e.recipients[0].country) for e in told] == [
        ("ACCUSE", "NOR", "BLR")
    ]
    [explained] = explain(read, told)
    assert explained.frame is not None
    assert "assault.toml" in explained.frame
    assert explained.frame.endswith("here ACCUSE, by the model of pairs")
    assert told[0].mode is None  # the frame's mode is not that of another event
