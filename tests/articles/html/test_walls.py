from __future__ import annotations

import json

import pytest
from tests.articles.html.sample import BODY, URL, page_of_parts, read_html

from dragoman import read
from dragoman.errors import NoText

_CLOSED = (
    '<script type="application/ld+json">'
    + json.dumps({"@type": "NewsArticle", "headline": "x", "isAccessibleForFree": "False"})
    + "</script>"
)


def test_a_lead_before_a_login_wall() -> None:
    html = page_of_parts(head=_CLOSED, body=BODY[:1])
    assert read_html(html).wall == "login"
    assert any("subscribers" in n for n in read(html, url=URL).notices)


def test_the_words_of_a_wall_without_metadata() -> None:
    after = '<div class="gate">Already a subscriber? Sign in</div>'
    assert read_html(page_of_parts(body=BODY[:1], after=after)).wall == "login"


def test_a_full_text_is_behind_no_wall_whatever_it_says() -> None:
    html = page_of_parts(head=_CLOSED, body=BODY * 3, after="<p>Already a subscriber?</p>")
    assert read_html(html).wall is None


@pytest.mark.parametrize(
    ("html", "words"),
    [
        (
            "<html><head><title>Just a moment...</title></head><body><div></div></body></html>",
            "robots",
        ),
        (
            "<html><body><noscript>Please enable JavaScript to run this app.</noscript></body></html>",
            "script",
        ),
        (
            "<html><body><div>We value your privacy</div><button>OK</button></body></html>",
            "cookies",
        ),
    ],
)
def test_nothing_but_a_wall_is_named(html: str, words: str) -> None:
    with pytest.raises(NoText, match=words):
        read_html(html)


def test_an_empty_page_has_no_wall() -> None:
    with pytest.raises(NoText, match="running text"):
        read_html("<html><body><div></div></body></html>")
