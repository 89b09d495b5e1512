"""Which characters stand between quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis.document import Sentence
from dragoman.analysis.quoted import Quoted


def marked(*paragraphs: str) -> list[str]:
    """The paragraphs with every quoted character but the marks as "_"."""
    sentences, start = [], 0
    for number, text in enumerate(paragraphs):
        sentences.append(Sentence(number, number, start, start + len(text), text, "fr"))
        start += len(text) + 2
    quoted = Quoted(sentences)
    return [
        "".join(
            "_" if sentence.start + at in quoted and char.isalpha() else char
            for at, char in enumerate(sentence.text)
        )
        for sentence in sentences
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('a "b" c', 'a "_" c'),
        ("a « b » c « d »", "a « _ » c « _ »"),
        ("“a” b", "“_” b"),
        # the last of an odd number of straight marks is none
        ('a "b" c "d', 'a "_" c "d'),
        # what is opened and not closed runs to the end of its paragraph
        ("a « b", "a « _"),
        ("a » b", "a » b"),
    ],
)
def test_marks_are_matched(text: str, wanted: str) -> None:
    assert marked(text) == [wanted]


def test_marks_are_matched_within_a_paragraph() -> None:
    assert marked("« a", "b") == ["« _", "b"]


@given(st.lists(st.text(alphabet='ab"«»“” ', max_size=12), max_size=4))
def test_any_marks_are_read(paragraphs: list[str]) -> None:
    assert [len(text) for text in marked(*paragraphs)] == [len(text) for text in paragraphs]
