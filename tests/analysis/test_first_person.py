"""Who "we" is inside quotation marks."""

from __future__ import annotations

import pytest
from tests.analysis.reading import document, found


@pytest.mark.parametrize(
    ("language", "text", "words", "party"),
    [
        ("en", '"We support Ukraine," said Norwegian minister Ada Berg.', "We", "NOR"),
        ("en", 'Norwegian minister Ada Berg said: "Our country is calm."', "Our country", "NOR"),
        ("en", 'The Norwegian army said: "Russia hit our ships."', "our", "NOR"),
        ("en", 'NATO said it was ready. "We are ready," it said.', "We", "NATO"),
        ("fr", "« Nous soutenons l'Ukraine », a déclaré le ministre norvégien Ada Berg.", "Nous",
         "NOR"),
        ("fr", "La ministre norvégienne Ada Berg a déclaré : « Notre pays est calme. »",
         "Notre pays", "NOR"),
        # by whom it goes on
        ("fr", "« Ils sont là », a dit le ministre norvégien. « Nous attendons », a-t-il ajouté.",
         "Nous", "NOR"),
    ],
)  # fmt: skip
def test_those_for_whom_the_speaker_speaks(
    language: str, text: str, words: str, party: str
) -> None:
    assert found(text, language).get(words) == party


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        # outside marks it is the reporter's
        ("en", "Norwegian minister Ada Berg said that we saw it.", "we"),
        # nobody speaks for his state by being of it
        ("en", '"We are sad," said the French singer Ada Berg.', "We"),
        ("en", '"We are sad," a neighbour said. Norway mourned.', "We"),
        # a reflexive is nobody of its own
        ("fr", "« Je vous parle, nous nous verrons », a dit Ada Berg.", "nous"),
    ],
)
def test_otherwise_it_is_nobody(language: str, text: str, words: str) -> None:
    assert words not in found(text, language)


def test_the_reason_names_the_speaker() -> None:
    text = 'Norwegian minister Ada Berg said: "We are calm."'
    whys = [m.why for m in document(text, "en").mentions()]
    assert "said by Ada Berg" in whys
