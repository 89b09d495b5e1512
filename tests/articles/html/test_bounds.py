"""Hostile markup: refused or read, in little time."""

from __future__ import annotations

import time

import pytest
from tests.articles.html.sample import page_of_parts, read_html

from dragoman.articles.html.bounds import MAX_DEPTH, check_markup, depth_of
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


@pytest.mark.parametrize(
    "html",
    [
        "<p>word word word\n" * 20_000,
        "<ul>" + "<li>a b" * 20_000 + "</ul>",
        '<img src="data:image/png;base64,' + "A" * 300_000 + '">',
        "<script>" + "a=b;" * 50_000 + "</script>",
        "<" * 100_000,
        '="' * 50_000,
    ],
)
def test_odd_but_harmless_markup_passes(html: str) -> None:
    begun = time.perf_counter()
    check_markup(f"<html><body>{html}</body></html>", name="x")
    assert time.perf_counter() - begun < 5


def test_depth() -> None:
    assert depth_of("<div><div></div><p><br><img></div></div></div><span>") == 2
    assert depth_of(page_of_parts()) < MAX_DEPTH


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
