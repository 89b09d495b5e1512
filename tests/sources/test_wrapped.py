from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources.wrapped import unwrapped

STORY = (
    "Le vice-président a quitté la capitale dans la nuit de lundi à mardi, a fait savoir son cabinet, "
    "et il est attendu à la frontière, où une délégation de onze personnes l'attendait déjà la veille."
)


@pytest.mark.parametrize("width", [45, 60, 80])
def test_paragraphs_that_were_wrapped_come_back(width: int) -> None:
    other = STORY.replace("vice-président", "ministre")
    rows = [*textwrap.wrap(STORY, width), *textwrap.wrap(other, width)]
    text = unwrapped(rows)
    assert text.replace("\n\n", " ") == f"{STORY} {other}"


def test_a_hyphen_at_the_end_of_a_row_is_kept_where_the_word_has_one() -> None:
    rows = [
        "Le vice-",
        "président a quitté la capi-",
        "tale. Le vice-président reviendra.",
    ]
    assert unwrapped(rows) == "Le vice-président a quitté la capitale. Le vice-président reviendra."


def test_a_blank_row_parts_and_a_short_one_ends() -> None:
    wide = "a row of words that fills the whole width of the column to the end"
    assert unwrapped(["A title", "", wide, "and ends here.", "Another one."]) == (
        f"A title\n\n{wide} and ends here.\n\nAnother one."
    )


@given(st.lists(st.text(max_size=90), max_size=30))
def test_no_letter_comes_or_goes(rows: list[str]) -> None:
    def letters(text: str) -> str:
        return "".join(c for c in text if c.isalnum())

    assert letters(unwrapped(rows)) == letters(" ".join(rows))
