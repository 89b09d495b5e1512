"""The table of quotations and how it takes in the verbs of reports.toml."""

from __future__ import annotations

import pytest

from dragoman.languages.quotations import quotation_words


@pytest.mark.parametrize("language", ["fr", "en"])
def test_stances_are_in_range_and_sides_apart(language: str) -> None:
    words = quotation_words(language)
    assert all(-1 <= saying.stance <= 1 for saying in words.sayings.values())
    assert not words.supportive & words.hostile


def test_verbs_of_acts_need_marks_and_light_verbs_are_no_cues() -> None:
    words = quotation_words("fr")
    assert words.sayings["déclarer"].indirect
    assert not words.sayings["vouloir"].indirect
    assert "faire" not in words.sayings
    assert words.sayings["dénoncer"].stance < 0
