from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources.pdfs import pdf
from tests.sources.refusals import refusal

from dragoman.errors import EmptyInput, InputError, TooLarge
from dragoman.sources.pdf import pdf_page

TITLE = "Bolivia and Paraguay open a joint customs post"
FIRST = [
    "Bolivia and Paraguay opened a joint customs post in the Chaco on Monday, ending a quar-",
    "rel of ten years over lorries that had waited for days at the border.",
    "The ministers of both countries cut the ribbon.",
]
SECOND = [
    "Traders on both sides said that they hoped for shorter queues and for lower fees in the",
    "coming season.",
]


def _sheets() -> list[list[str]]:
    return [
        ["The Daily Ferry  6 May 2024", TITLE, *FIRST, "https://ferry.example/chaco  1/2"],
        ["The Daily Ferry  6 May 2024", *SECOND, "https://ferry.example/chaco  2/2"],
    ]


def test_what_sheets_repeat_goes_and_lines_become_paragraphs() -> None:
    page = pdf_page(pdf(_sheets()), name="x.pdf")
    paragraphs = page.text.split("\n\n")
    assert paragraphs[0] == TITLE
    assert "ending a quarrel of ten years over lorries" in page.text
    assert paragraphs[2] == FIRST[2]
    assert paragraphs[3] == " ".join(SECOND)
    assert "Daily Ferry" not in page.text
    assert (page.form, page.url) == ("page", "https://ferry.example/chaco")


def test_the_documents_record_counts_where_the_text_bears_it_out() -> None:
    info = f"/Title ({TITLE} - The Daily Ferry) /CreationDate (D:20240506120000Z)"
    sheet = [TITLE, "6 May 2024", *FIRST]
    known = pdf_page(pdf([sheet], info=info), name="x.pdf").known
    assert (known.title, known.published) == (TITLE, datetime.date(2024, 5, 6))
    info = "/Title (Microsoft Word - final2.doc) /CreationDate (D:20250101120000Z)"
    known = pdf_page(pdf([sheet], info=info), name="x.pdf").known
    assert (known.title, known.published) == (None, None)


def test_a_scanned_document_says_what_it_lacks() -> None:
    with pytest.raises(EmptyInput, match=r"x\.pdf: a PDF without text, as scanned ones are"):
        pdf_page(pdf([[], []], text=False), name="x.pdf")


def test_a_locked_document_says_so() -> None:
    lock = (
        "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
        f"/O <{'ab' * 32}> /U <{'cd' * 32}> >> /ID [<00><00>]"
    )
    with pytest.raises(InputError, match="an encrypted PDF"):
        pdf_page(pdf([FIRST], trailer=lock), name="x.pdf")


def test_a_document_of_too_many_sheets_is_refused() -> None:
    with pytest.raises(TooLarge, match="501 pages"):
        pdf_page(pdf([["a line"]] * 501), name="x.pdf")


def test_a_document_that_leads_back_to_itself_ends() -> None:
    looped = pdf([FIRST]).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")
    with pytest.raises(InputError):
        pdf_page(looped, name="x.pdf")


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_document_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(pdf([FIRST]))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(10, len(whole)))])
    why = refusal(lambda: pdf_page(cut, name="x.pdf"))
    assert why is None or why.startswith("x.pdf: ")
