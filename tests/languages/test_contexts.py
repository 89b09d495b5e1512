"""Every context has cues in every language, and its examples come out."""

from __future__ import annotations

import time

import pytest

from dragoman.coding.contexts import found
from dragoman.languages.contexts import context_cues
from dragoman.languages.language import supported
from dragoman.ontology.plover import plover

PAIRS = [(language, name) for language in supported() for name in plover().contexts]


@pytest.mark.parametrize(("language", "name"), PAIRS)
def test_the_examples_of_a_context(language: str, name: str) -> None:
    cues = context_cues(language)
    assert len(cues.examples[name]) >= 2
    assert cues.others[name]
    assert [text for text in cues.examples[name] if name not in found(text, cues)] == []
    assert [text for text in cues.others[name] if name in found(text, cues)] == []


def test_beginnings_of_words_whole_words_and_capitals() -> None:
    cues = context_cues("en")
    assert "legal" in found("The LAWS of Norway", cues)
    assert "legal" not in found("The outlaws of Norway", cues)
    assert "health" in found("The WHO sent", cues)
    assert "health" not in found("The man who sent", cues)
    assert "economic" in found("economists", cues)


def test_different_words_are_counted_and_a_cue_inside_another_with_it() -> None:
    cues = context_cues("fr")
    once = "le ministre des affaires étrangères"
    assert found(once, cues)["diplomatic"] == 1
    assert found(f"{once}, {once}", cues)["diplomatic"] == 1
    assert found(f"{once} et l'ambassadeur", cues)["diplomatic"] == 2


def test_any_ending_inside_a_run_of_words() -> None:
    cues = context_cues("fr")
    assert "cyber" in found("Des pirates informatiques", cues)
    assert "cyber" not in found("Des pirates", cues)


@pytest.mark.parametrize("language", supported())
def test_time_grows_with_the_text_and_no_faster(language: str) -> None:
    cues = context_cues(language)

    def spent(text: str) -> float:
        start = time.perf_counter()
        found(text, cues)
        return time.perf_counter() - start

    spent("war " * 100)
    short, long = spent("armed forces military " * 2_000), spent("armed forces military " * 20_000)
    assert long < 60 * short
