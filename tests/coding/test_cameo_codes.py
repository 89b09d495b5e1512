"""The deepest code that a sentence supports, with its score."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.analysis.document import Document
from dragoman.coding.events import events
from dragoman.ontology.cameo import cameo

Documents = Callable[..., Document]


@pytest.mark.parametrize(
    ("language", "sentence", "code"),
    [
        ("en", "Norway gave military aid to Chad.", "072"),
        ("en", "Norway sent food aid to Chad.", "073"),
        ("en", "Norway demanded that Chad release the prisoners.", "1053"),
        ("en", "Norway demanded talks with Chad.", "106"),
        ("en", "Norway accused Chad of torture.", "1122"),
        ("en", "Norway accused Chad of spying.", "1125"),
        ("en", "Norway accused Chad.", "112"),
        ("en", "Norway condemned Chad.", "111"),
        ("en", "Norway and Chad cooperate on trade.", "061"),
        ("fr", "La Norvège a livré des armes au Tchad.", "072"),
        ("fr", "La Norvège accuse le Tchad de crimes de guerre.", "1124"),
        ("fr", "La Norvège accuse le Tchad d'espionnage.", "1125"),
        ("fr", "La Norvège a exigé du Tchad la libération des otages.", "1053"),
        ("fr", "La Norvège a condamné le Tchad.", "111"),
        ("fr", "La Norvège a menacé le Tchad de sanctions.", "1312"),
    ],
)
def test_the_code_of_a_sentence(
    document: Documents, language: str, sentence: str, code: str
) -> None:
    (event, *_) = events(document(sentence, language))
    assert event.cameo == code
    assert event.goldstein == cameo(code).goldstein


def test_who_acts_and_what_stands_beside_say_nothing_of_the_code(document: Documents) -> None:
    texts = (
        "The military government of Norway accused Chad.",
        "Norway accused Chad while spies fled.",
    )
    for text in texts:
        assert [e.cameo for e in events(document(text, "en"))] == ["112"]
