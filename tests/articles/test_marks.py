from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.articles.line_parts import PARTS, line_parts
from dragoman.articles.lined import lined
from dragoman.articles.marks import NAMES, distance, marks, shifted, within

PAGE = (
    "Accueil\nMonde\nSport\n\nLe Ghana et le Togo rouvrent leur frontière\n\nPar Awa Ndiaye\n\n"
    "Accra et Lomé ont décidé lundi de rouvrir leur frontière commune, a annoncé le ministère.\n\n"
    "Le trafic avait cessé en mars. Les deux pays comptent le reprendre la semaine prochaine.\n\n"
    "À lire aussi\n\nStorm closes Honiara port\n\nMentions légales\n"
)


def test_the_text_of_a_page_is_told_from_its_menus() -> None:
    page = lined(PAGE)
    likely = line_parts(marks(page.lines, page.kinds, page.language))
    named = {
        line.text: PARTS[int(row.argmax())] for line, row in zip(page.lines, likely, strict=True)
    }
    assert {named[text] for text in ("Accueil", "Par Awa Ndiaye", "Mentions légales")} == {"other"}
    texts = [line.text for line in page.lines if named[line.text] in ("body", "lead")]
    assert [text[:8] for text in texts] == ["Accra et", "Le trafi"]


@given(st.text(max_size=400))
def test_any_text_has_a_row_of_numbers_a_line(text: str) -> None:
    page = lined(text)
    if page.lines:
        rows = marks(page.lines, page.kinds, page.language)
        assert rows.shape == (len(page.lines), len(NAMES))
        assert np.isfinite(rows).all()


def test_indentation_and_width_of_gaps_do_not_count() -> None:
    spaced = lined(PAGE.replace("\n\n", "\n\n\n").replace("\nM", "\n    M"))
    plain = lined(PAGE)
    assert (
        marks(spaced.lines, spaced.kinds, spaced.language)
        == marks(plain.lines, plain.kinds, plain.language)
    ).all()


def test_lines_beyond_the_page_are_minus_one() -> None:
    column = np.array([[1.0], [2.0], [3.0]], dtype=np.float32)
    assert shifted(column, 1).ravel().tolist() == [2.0, 3.0, -1.0]
    assert shifted(column, -2).ravel().tolist() == [-1.0, -1.0, 1.0]
    assert shifted(column, 5).ravel().tolist() == [-1.0, -1.0, -1.0]


def test_sums_and_distances() -> None:
    assert within(np.array([1.0, 2.0, 4.0, 8.0]), 1).tolist() == [3.0, 7.0, 14.0, 12.0]
    assert distance(np.array([False, True, False, False])).tolist() == pytest.approx([60, 60, 1, 2])
