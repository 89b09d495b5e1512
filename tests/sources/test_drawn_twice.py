from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources.drawn_twice import drawn_once
from dragoman.sources.pdf_rows import Row

_ROWS = ["World news", "The ministers met in Kesten", "on Tuesday, in the rain", "By Ada Ferrin"]


def _once(sheets: list[list[str]]) -> list[list[str]]:
    found = drawn_once([[Row(text) for text in sheet] for sheet in sheets])
    return [[row.text for row in sheet] for sheet in found]


def test_rows_drawn_twice_are_read_once() -> None:
    rows = [row + row for row in _ROWS]
    assert _once([rows, ["Sport Sport", "Letters to the editor"]]) == [
        _ROWS,
        ["Sport", "Letters to the editor"],
    ]


@pytest.mark.parametrize(
    ("row", "once"),
    [
        ("by by Ada FerrinAda Ferrin", "by Ada Ferrin"),
        ("5 May 20245 May 2024 at at 16:0116:01", "5 May 2024 at 16:01"),
        ("llamas and llamas", "llamas and llamas"),
        ("Ada Ferrin, Ada Ferrin, and others", "Ada Ferrin, Ada Ferrin, and others"),
    ],
)
def test_doubled_pieces_of_a_row_once_and_other_rows_as_they_are(row: str, once: str) -> None:
    rows = [one + one for one in _ROWS]
    assert _once([[*rows, row]])[0][-1] == once


def test_a_document_with_a_doubled_name_or_two_is_left_alone() -> None:
    rows = [*_ROWS, *(f"{i} tons of steel" for i in range(9)), "Duran Duran", "Pago PagoPago Pago"]
    assert _once([rows]) == [rows]


@given(st.lists(st.text(alphabet="ab .", max_size=40), min_size=4, max_size=12))
def test_doubling_comes_undone(texts: list[str]) -> None:
    rows = [f"{i}: {text}!" for i, text in enumerate(texts)]
    assert _once([[row + row for row in rows]]) == [rows]
