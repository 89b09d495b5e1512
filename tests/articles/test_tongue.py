from __future__ import annotations

import pytest

from dragoman.articles import tongue
from dragoman.articles.tongue import language_of


def test_a_spanish_page_is_not_taken_for_french() -> None:
    sentence = "El ministro que viajó para la cumbre dijo que los países van a firmar un acuerdo. "
    assert language_of(sentence * 8) == "es"


def test_a_long_page_is_told_without_the_identifier(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tongue, "_identifier", lambda: pytest.fail("asked"))
    sentence = "Les deux ministres ont été reçus dans une ville du nord, avec leur délégation. "
    assert language_of(sentence * 8) == "fr"


def test_two_languages_in_one_text_are_left_to_the_identifier() -> None:
    french = "Les deux ministres ont été reçus dans une ville du nord, avec leur délégation. "
    english = "The ministers of the two countries were received with honours by their hosts. "
    assert language_of(french * 4 + english * 4) in ("fr", "en")


def test_a_few_letters_tell_nothing() -> None:
    assert language_of("Oslo, 12") is None
