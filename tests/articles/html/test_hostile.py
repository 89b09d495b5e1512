"""Hostile pages: refused or read, in little time."""

from __future__ import annotations

import time

import pytest
from tests.articles.html.sample import BODY, page_of_parts, read_html

from dragoman.errors import InputError, NoText


@pytest.mark.parametrize(
    "html",
    [
        "<html><body>" + "<div>" * 100_000 + "x" + "</div>" * 100_000,
        "<html><body>" + "<b><i><p>x" * 30_000,
        "<html><body>" + "<a>x<table><tr><td>" * 30_000,
        "<html><body><p " + " ".join(f'a{i}="x>"' for i in range(1_000_000)) + ">x",
        "<html><body><p " + " ".join(f"a{i}" for i in range(1_000_000)) + ">x",
    ],
    ids=["nested", "unclosed", "tables", "attributes", "bare attributes"],
)
def test_refused_at_once(html: str) -> None:
    begun = time.perf_counter()
    with pytest.raises(InputError, match="at most"):
        read_html(html)
    assert time.perf_counter() - begun < 20


def test_a_large_page_of_captions_is_bounded() -> None:
    figures = (
        "<figure><img><figcaption>A bridge over a river in the east</figcaption></figure>" * 5_000
    )
    begun = time.perf_counter()
    assert len(read_html(page_of_parts(after=figures)).captions) <= 1
    assert time.perf_counter() - begun < 30


def test_no_article_in_markup_alone() -> None:
    with pytest.raises(NoText):
        read_html("<html><body><nav><a href='/'>Home</a></nav></body></html>")


@pytest.mark.parametrize("levels", [1_000, 4_900])
def test_an_article_under_levels_without_number_is_read(levels: int) -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY)
    html = f"<html><body>{'<div>' * levels}{paragraphs}{'</div>' * levels}</body></html>"
    begun = time.process_time()
    article = read_html(html)
    assert time.process_time() - begun < 20
    assert article.paragraphs[-1] == BODY[-1]


def test_menus_under_levels_without_number_are_no_article() -> None:
    entries = "".join(f"<li><a href='/{i}'>Entry {i}</a></li>" for i in range(40))
    with pytest.raises(NoText):
        read_html(f"<html><body>{'<div>' * 4_900}<ul>{entries}</ul></body></html>")


@pytest.mark.parametrize(
    "part",
    [
        "<span class=c>word</span> ",
        "<p>The ministers of two countries met in a border town on Tuesday, a spokesman said.</p>",
        "<figure><img src=x><figcaption>A bridge in the east, 2024. Photo: AFP</figcaption></figure>",
    ],
    ids=["spans", "paragraphs", "figures"],
)
def test_a_page_of_very_many_elements_is_read_in_time(part: str) -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY)
    html = (
        f"<html><body><article>{paragraphs}{part * (300_000 // len(part))}</article></body></html>"
    )
    begun = time.process_time()
    assert read_html(html).text
    assert time.process_time() - begun < 20


def test_controls_in_the_markup_are_no_fault() -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY)
    html = f"<html><head><title>Bridge\x00s</title></head><body\x01><p>\x02\ufffe</p>{paragraphs}"
    assert read_html(html + "<p>\ud800</p></body></html>").text
