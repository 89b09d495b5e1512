"""Hostile markup: refused or read, in little time."""

from __future__ import annotations

import time

import pytest
from tests.articles.html.sample import page_of_parts

from dragoman.sources.bounds import MAX_DEPTH, check_markup, depth_of


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
