"""The fuzzer finds what it looks for, and finds it again."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.__main__ import benchmark_modules
from benchmarks.full.invariants import broken

from benchmarks.full import fuzz as fuzzing
from dragoman.articles import read_article
from dragoman.errors import NoText
from dragoman.sources import Page

PAGE = "Oslo and Helsinki spoke of the river between them on Tuesday, a minister said."


def test_the_same_seed_gives_the_same_inputs_and_no_fault() -> None:
    first = fuzzing.fuzz(seconds=60, seed=7, most=25)
    again = fuzzing.fuzz(seconds=60, seed=7, most=25)
    assert first.inputs.total() == 25
    assert (first.inputs, first.read, first.faults) == (again.inputs, again.read, {})


def test_an_error_that_is_not_ours_is_kept_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def stumbling(page: Page) -> None:
        raise KeyError(page.name)

    monkeypatch.setattr(fuzzing, "read_articles", stumbling)
    outcome = fuzzing.fuzz(seconds=60, most=12, keep=tmp_path)
    (kind,) = outcome.faults
    assert kind.startswith("KeyError")
    assert outcome.met[kind] > 1
    assert len(list(tmp_path.iterdir())) == 2
    assert "FAULT" in fuzzing.report(outcome)


def test_an_error_of_ours_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(page: Page) -> None:
        raise NoText(page.name)

    monkeypatch.setattr(fuzzing, "read_articles", refusing)
    outcome = fuzzing.fuzz(seconds=60, most=12)
    assert not outcome.faults
    assert outcome.read["NoText"]


def test_slow_reading_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzzing, "BASE", 0.0)
    monkeypatch.setattr(fuzzing, "A_BYTE", 0.0)
    monkeypatch.setattr(fuzzing, "A_LINE", 0.0)
    assert any(kind.startswith("slow") for kind in fuzzing.fuzz(seconds=60, most=3).faults)


def test_an_article_that_does_not_hold_together_is_told() -> None:
    article = read_article(PAGE, plain=True)
    assert broken(article) == []
    assert broken(article.model_copy(update={"text": article.text + " "}))
    assert broken(article.model_copy(update={"title": "a\x1b[31m"}))


def test_it_is_no_benchmark_of_the_fast_kind() -> None:
    assert "full" not in benchmark_modules()
