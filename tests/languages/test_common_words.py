from __future__ import annotations

from dragoman.languages.common_words import common_words


def test_small_words_are_common_in_their_own_language_only() -> None:
    assert {"avec", "dans"} <= common_words("fr")
    assert "die" in common_words("de")
    assert "die" not in common_words("fr")


def test_names_of_subjects_are_not_common() -> None:
    assert not {"ministre", "accord", "port"} & common_words("fr")


def test_a_language_without_a_list_has_none() -> None:
    assert common_words("xx") == common_words(None) == frozenset()
