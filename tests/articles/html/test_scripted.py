from __future__ import annotations

import json
import time

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.articles.html.sample import BODY, HEADLINE, read_html

from dragoman.articles.html.scripted import carried_html
from dragoman.errors import NoText

_MARKUP = "".join(f'<p class="text">{p}</p>' for p in BODY)
_CAPTION = "Ferry passengers wait in the rain on the quay of Kesten in the early morning"
_FIGURE = f'<figure><img src="/a.jpg"><figcaption>{_CAPTION}</figcaption></figure>'


def _as_script(text: str) -> str:
    """A text inside a script, with its markup escaped as servers write it."""
    return text.replace("<", "\\u003c").replace(">", "\\u003e")


def _page(scripts: str, head: str = "") -> str:
    head += f'<meta property="og:title" content="{HEADLINE}">'
    return f'<html lang="en"><head>{head}</head><body><div id="root"></div>{scripts}</body></html>'


_STATE = json.dumps({"post": {"title": HEADLINE, "html": _FIGURE + _MARKUP}})


@pytest.mark.parametrize(
    "script",
    [
        f"<script>window.state = {_as_script(_STATE)};</script>",
        f'<script id="data" type="application/json">{_as_script(_STATE)}</script>',
        f"<script>push([1, {_as_script(json.dumps(_MARKUP))}])</script>",
        f"<script>state = JSON.parse({_as_script(json.dumps(_STATE))})</script>",
    ],
)
def test_the_article_in_a_scripts_state(script: str) -> None:
    article = read_html(_page(script))
    assert article.paragraphs == BODY
    assert article.title == HEADLINE


def test_captions_in_a_scripts_state_are_captions() -> None:
    article = read_html(_page(f"<script>state = {_as_script(_STATE)}</script>"))
    assert [c.text for c in article.captions] == [_CAPTION]


def test_the_text_in_linked_data_where_nothing_else_has_it() -> None:
    linked = {"@type": "NewsArticle", "headline": HEADLINE, "articleBody": "\n\n".join(BODY)}
    head = f'<script type="application/ld+json">{json.dumps(linked)}</script>'
    assert read_html(_page("", head)).paragraphs == BODY


def test_a_text_in_the_markup_wins() -> None:
    other = "".join(f"<p>{i}, a paragraph of something else entirely.</p>" for i in range(90))
    page = _page(f"<script>x = {_as_script(json.dumps(other))}</script>" + _MARKUP)
    assert read_html(page).paragraphs == BODY


def test_scripts_without_an_article_are_none() -> None:
    words = json.dumps({"help": "word " * 400, "menu": "<p>one</p>" + "x" * 500})
    with pytest.raises(NoText):
        read_html(_page(f"<script>x = {_as_script(words)}</script>"))


@pytest.mark.parametrize("unit", ['\\"', '"', '"\\', "{[\"<\\/p>'", "\\\\u003c/p"])
def test_time_grows_with_the_script_and_no_faster(unit: str) -> None:
    text = "<script>x = " + unit * (2_000_000 // len(unit)) + "</p></script>"
    begun = time.process_time()
    carried_html(LexborHTMLParser(text), None)
    assert time.process_time() - begun < 5
