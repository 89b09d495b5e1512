from __future__ import annotations

import io
import textwrap

import pypdf
import pytest
from tests.sources.pdfs import pdf

from dragoman.sources.pdf import pdf_page
from dragoman.sources.pdf_rows import Row, apart, sheet_rows

CAPTION = "Lorries wait at the border post in the Chaco on Monday. Photograph by Tomas Ibarra Lopez"
PARAGRAPH = (
    "Bolivia and Paraguay opened a joint customs post in the Chaco on Monday, ending a dispute of ten "
    "years over lorries that had waited for days at the border, as both governments had promised."
)
ROWS = textwrap.wrap(PARAGRAPH, 80)


def _page(*lines: str) -> str:
    """A sheet of lines; "+" before one is an empty line's space, "#" large letters, ">" indentation."""
    drawn = ""
    for line in lines:
        bare = line.lstrip("+#>").replace("(", r"\(").replace(")", r"\)")
        drawn += "T* " * line.count("+", 0, 2)
        size = 13 if "#" in line[:2] else 11
        start, back = (12, -12) if ">" in line[:2] else (0, 0)
        drawn += f"/F1 {size} Tf {start} 0 Td ({bare}) Tj {back} 0 Td T*\n"
    raw = pdf([[""]])
    content = f"BT /F1 11 Tf 14 TL 60 780 Td\n{drawn}ET"
    document = pypdf.PdfWriter(clone_from=io.BytesIO(raw))
    stream = pypdf.generic.DecodedStreamObject()
    stream.set_data(content.encode("cp1252"))
    document.pages[0][pypdf.generic.NameObject("/Contents")] = document._add_object(stream)
    out = io.BytesIO()
    document.write(out)
    return pdf_page(out.getvalue(), name="x.pdf").text


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        ([CAPTION, "+" + ROWS[0], *ROWS[1:]], [CAPTION, PARAGRAPH]),
        (["#" + CAPTION, ROWS[0], *ROWS[1:]], [CAPTION, PARAGRAPH]),
        ([*ROWS, ">" + ROWS[0], *ROWS[1:], ">" + CAPTION], [PARAGRAPH, PARAGRAPH, CAPTION]),
        # An advertisement stood between the rows of one sentence.
        ([ROWS[0], "+" + ROWS[1], *ROWS[2:]], [PARAGRAPH]),
    ],
    ids=["space", "letters", "indentation", "a sentence goes on"],
)
def test_what_the_layout_sets_apart_is_another_paragraph(
    lines: list[str], paragraphs: list[str]
) -> None:
    assert _page(*lines).split("\n\n") == paragraphs


def test_the_rows_of_a_sheet_have_their_place_and_size() -> None:
    sheet = pypdf.PdfReader(io.BytesIO(pdf([["One row", "and another"]]))).pages[0]
    text, rows = sheet_rows(sheet)
    assert text.split() == " ".join(row.text for row in rows).split()
    assert [(row.x, row.y, row.size) for row in rows] == [(60, 780, 11), (60, 766, 11)]


def test_rows_without_a_place_and_steps_upwards_tell_nothing() -> None:
    assert apart([Row("one"), Row("two"), Row("")]) == set()
    assert apart([Row("the end of a column", 60, 100, 11), Row("The next", 320, 780, 11)]) == set()
