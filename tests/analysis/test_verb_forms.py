from __future__ import annotations

import pytest

from dragoman.analysis.verb_forms import finite, is_known, participle


@pytest.mark.parametrize(
    ("language", "form", "verb"),
    [
        ("fr", "expulsent", "expulser"),
        ("fr", "Expulsera", "expulser"),
        ("fr", "condamnèrent", "condamner"),
        ("en", "accuses", "accuse"),
        # the noun and the participle are no finite forms
        ("fr", "expulsé", None),
        ("fr", "expulsion", None),
        ("fr", "", None),
        ("en", "accused", None),
    ],
)
def test_finite_forms(language: str, form: str, verb: str | None) -> None:
    assert finite(form, language) == verb


@pytest.mark.parametrize(
    ("language", "form", "verb"),
    [
        ("fr", "expulsées", "expulser"),
        ("fr", "défendue", "défendre"),
        ("fr", "soutenus", "soutenir"),
        ("en", "accused", "accuse"),
        ("fr", "expulse", None),
        ("fr", "orangée", None),
    ],
)
def test_participles(language: str, form: str, verb: str | None) -> None:
    assert participle(form, language) == verb


def test_only_the_verbs_of_the_lexicon_are_known() -> None:
    assert is_known("expulser", "fr")
    assert is_known("turn back", "en")
    # reflexive verbs are known without their pronoun, as the parser gives them
    assert is_known("engager", "fr")
    assert not is_known("expulsion", "fr")
    assert not is_known("expulser", "en")
