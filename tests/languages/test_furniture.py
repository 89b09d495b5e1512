from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.languages import furniture as module
from dragoman.languages.furniture import (
    Furniture,
    all_furniture,
    bare_form,
    furnished_languages,
    furniture,
    furniture_for,
    page_furniture,
    plain_form,
)


def test_french_and_english_have_furniture() -> None:
    assert {"en", "fr"} <= set(furnished_languages())


@pytest.mark.parametrize("language", furnished_languages())
def test_every_kind_of_phrase_is_there_and_comparable(language: str) -> None:
    for name in (f.name for f in fields(Furniture)):
        phrases = getattr(furniture(language), name)
        assert phrases or language not in ("en", "fr"), name
        for phrase in phrases:
            assert phrase.strip(), name
            assert phrase == plain_form(phrase) or phrase == plain_form(phrase) + " ", (
                name,
                phrase,
            )


def test_an_unknown_language_lists_the_known_ones() -> None:
    with pytest.raises(DataError, match=r"'xx'.*en.*fr"):
        furniture("xx")


def test_all_languages_together() -> None:
    together = all_furniture()
    for language in furnished_languages():
        one = furniture(language)
        assert one.whole <= together.whole
        assert set(one.opening) <= set(together.opening)


def test_longer_labels_come_first() -> None:
    updated = furniture("fr").updated
    assert updated.index("mis à jour le") < updated.index("mis à jour")


def test_wrong_keys_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "furniture.toml").write_text('whole = ["a"]\nholes = []\n')
    monkeypatch.setattr(module, "_HERE", tmp_path)
    furnished_languages.cache_clear()
    try:
        with pytest.raises(DataError, match="holes"):
            furniture("xx")
    finally:
        monkeypatch.undo()
        furnished_languages.cache_clear()
        furniture.cache_clear()


def test_forms() -> None:
    assert plain_form("  Partager\u00a0 l’Article ") == "partager l'article"
    assert bare_form("• Partager : ") == "partager"


@pytest.mark.parametrize("language", furnished_languages())
def test_every_phrase_is_found(language: str) -> None:
    own = furniture_for((language, "en"))
    for name in (f.name for f in fields(Furniture)):
        for phrase in getattr(furniture(language), name):
            assert phrase in own.at_start(name, f"{phrase} 1"), name
            assert own.within(name, f"1 {phrase} 1"), name
            assert own.words_within(name, f"1 {phrase} 1"), name


def test_a_page_has_its_languages_words_and_the_english_ones() -> None:
    german = page_furniture("de")
    assert "von" in german.bylines
    assert "by" in german.bylines
    assert "par" not in german.bylines
    assert page_furniture("lt") == furniture("en")
    assert page_furniture(None) == all_furniture()


def test_whole_words_only() -> None:
    assert not furniture("en").words_within("poses", "he misreacts")
    assert furniture("en").words_within("poses", "he reacts, then leaves")
    assert furniture("ko").words_within("poses", "두 정상이 악수하고 있다")


def test_forms_keep_their_length() -> None:
    line = "İSTANBUL’da çekilen fotoğraf"
    assert len(plain_form(line)) == len(line)
