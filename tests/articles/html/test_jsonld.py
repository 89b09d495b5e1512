from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from dragoman.articles.html.jsonld import article_in, bare_address, linked_data, text_in


def _linked(*scripts: str) -> Any:
    tags = "".join(f'<script type="application/ld+json">{s}</script>' for s in scripts)
    return linked_data(LexborHTMLParser(f"<html><head>{tags}</head></html>"))


def _headline(
    *scripts: str, address: str | None = None, titles: frozenset[str] = frozenset()
) -> Any:
    one = article_in(_linked(*scripts), address=address, titles=titles)
    return one and one.get("headline")


_PLAIN = '{"@type": "NewsArticle", "headline": "A"}'


@pytest.mark.parametrize(
    "script",
    [
        _PLAIN,
        f"<!-- {_PLAIN} -->",
        f"//<![CDATA[\n{_PLAIN}\n//]]>",
        f"/*<![CDATA[*/{_PLAIN}/*]]>*/",
        f"{_PLAIN};",
        '{"@type": "NewsArticle", "headline": "A",}',
        '[{"@type": "Thing",}, {"@type": "NewsArticle", "headline": "A"},]',
        f"{_PLAIN}\n{{broken",
        f'{{"@graph": [{_PLAIN}]}}',
        f'{{"@type": "WebPage", "mainEntity": {_PLAIN}}}',
        '{"@type": ["Thing", "http://schema.org/ReportageNewsArticle"], "headline": "A"}',
        '{"@type": "LiveBlogPosting", "headline": "A", "articleBody": "two\nlines\tin it"}',
    ],
)
def test_shapes_and_broken_writing(script: str) -> None:
    assert _headline(script) == "A"


def test_a_broken_script_leaves_the_next_one() -> None:
    assert _headline("{not json at all", _PLAIN) == "A"


def test_of_several_the_one_at_the_pages_address() -> None:
    other = {
        "@type": "NewsArticle",
        "headline": "B",
        "url": "https://example.org/b",
        "datePublished": "2024-01-01",
    }
    own = {
        "@type": "Article",
        "headline": "A",
        "mainEntityOfPage": {"@id": "http://www.example.org/a/?x=1"},
    }
    assert _headline(json.dumps([other, own]), address=bare_address("https://example.org/a")) == "A"


def test_of_several_the_one_with_the_pages_heading() -> None:
    two = '[{"@type":"NewsArticle","headline":"Another"},{"@type":"NewsArticle","headline":"A!"}]'
    assert _headline(two, titles=frozenset({"a"})) == "A!"


def test_articles_in_lists_are_other_pages() -> None:
    script = '{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"B"}]}'
    assert _headline(script) is None


def test_bombs_are_bounded() -> None:
    deep = "[" * 200_000 + "]" * 200_000
    wide = "[" + ",".join(['{"@type":"NewsArticle"}'] * 100_000) + "]"
    nested = '{"a":' * 50_000 + "1" + "}" * 50_000
    linked = _linked(deep, wide, nested)
    assert len(linked.objects) <= 5_000


def test_text_of_a_value() -> None:
    assert text_in("Q&amp;amp;A <b>now</b>") == "Q&A now"
    assert text_in([None, {"@value": "x"}]) == "x"
    assert text_in(True) is None


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(["@type", "@id", "@graph", "headline", "author", "name", "url", "image",
                         "mainEntityOfPage", "itemListElement", "datePublished", "articleSection"]),
        inner | st.sampled_from(["NewsArticle", "BreadcrumbList", "2024-01-01"]),
        max_size=6,
    ),
    max_leaves=20,
)  # fmt: skip


@given(_json, st.integers(0, 400))
def test_any_json_cut_anywhere(value: Any, cut: int) -> None:
    text = json.dumps(value)
    for script in (text, text[:cut], text.replace('"', "'")):
        article_in(_linked(script), address="example.org/a", titles=frozenset({"a"}))
