"""Every offset of an article's text leads back to the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.articles.test_mended import SPOILT

from dragoman.articles import read_article, trace
from dragoman.articles.mended import mended
from dragoman.articles.normal import normalise
from dragoman.errors import InputError

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
SENTENCES = [
    "Oslo and Helsinki spoke of the river between them on Tuesday, a minister said.",
    "OSLO, 12 mars (Reuters) - Les deux pays se parlent de nouveau, a dit un ministre lundi soir.",
    "Le pr\u00c3\u00a9sident&nbsp;de la commission a re\u00c3\u00a7u les deux o\ufb03ciels, qui parlent d&#8217;accord.",
    "The two governments have announced the return of\nthe ambassadors whom they had called home in the\nautumn.",
    "A bridge over the river near Tornio, March 12, 2024. Photo: AFP",
    "* Home", "World", "Tags: river, talks", "", "12 March 2024",
]  # fmt: skip
lines = st.one_of(
    st.sampled_from(SENTENCES), st.lists(st.sampled_from(SPOILT), max_size=8).map("".join)
)
pages = st.lists(lines, min_size=1, max_size=14).map("\n\n".join)


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_paragraphs_and_captions_of_whole_pages(page: Path) -> None:
    text = page.read_bytes().decode("utf-8-sig")
    article = read_article(text)
    way = trace(article, text)
    at = 0
    for paragraph in article.text.split("\n\n"):
        span = way.source_span(at, at + len(paragraph))
        assert span is not None
        assert words(mended(text[slice(*span)]).text) == paragraph
        at += len(paragraph) + 2


@given(pages)
def test_every_offset_of_a_page(page: str) -> None:
    try:
        article = read_article(page)
    except InputError:
        return
    way = trace(article, page)
    at = 0
    for paragraph in (*article.lead, *article.paragraphs):
        before = (0, 0)
        for i in range(at, at + len(paragraph)):
            span = way.source_span(i, i + 1)
            assert span is not None
            assert before <= span <= (len(page), len(page))
            before = span
            source = page[slice(*span)]
            if len(source) == 1 and source.isascii() and source.isalnum():
                assert source == article.text[i]
            if article.text[i].isascii() and article.text[i].isalnum():
                assert article.text[i] in mended(source).text or len(source) > 1
        at += len(paragraph) + 2


@given(pages)
def test_every_offset_of_a_plain_text(text: str) -> None:
    try:
        article = read_article(text, plain=True)
    except InputError:
        return
    way = trace(article, text, plain=True)
    span = way.source_span(0, len(article.text))
    assert span is not None
    assert not set(normalise(text[: span[0]] + text[span[1] :]).text) - set(" \n")
    for i in range(len(article.text)):
        assert way.source_span(i, i + 1) is not None


def test_what_lies_across_paragraphs_has_no_one_place() -> None:
    told = f"{SENTENCES[0]} They are to meet again in May, a spokesman told a newspaper."
    page = f"A river between two countries\n\n{told}\n\nLater on Tuesday {told}"
    article = read_article(page)
    assert article.paragraphs == (told, f"Later on Tuesday {told}")
    way = trace(article, page)
    first, head = len(told), page.index("\n")
    assert way.source_span(0, first) == (head + 2, head + 2 + first)
    assert way.source_span(0, first + 3) is None
    assert way.source_span(first + 2, len(article.text)) == (head + first + 4, len(page))
