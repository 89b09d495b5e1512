from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources.tongues import language_code


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("fr", "fr"),
        ("FR", "fr"),
        ("fr-FR", "fr"),
        ("zh_Hant_TW", "zh"),
        ("fra", "fr"),
        ("FRENCH; FRANÇAIS", "fr"),
        ("English", "en"),
        ("Klingon", None),
        ("", None),
        (None, None),
        (3, None),
    ],
)
def test_names_and_tags(said: object, code: str | None) -> None:
    assert language_code(said) == code


@given(st.text(max_size=30))
def test_whatever_is_said_is_a_code_or_none(said: str) -> None:
    code = language_code(said)
    assert code is None or (len(code) == 2 and code.isascii() and code.islower())
