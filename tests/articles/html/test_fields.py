"""Authors, agency, outlet, sections, language, tags, comments, address."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.articles.html.sample import BODY, page_of_parts, read_html, said


def _ld(**fields: Any) -> str:
    data = json.dumps({"@type": "NewsArticle", "headline": "x", **fields})
    return f'<script type="application/ld+json">{data}</script>'


def _names(html: str, role: str) -> list[str]:
    return [c.name for c in read_html(html).credits if c.role == role]


@pytest.mark.parametrize(
    "author",
    [
        "Ann Holm",
        {"@type": "Person", "name": "Ann Holm"},
        [{"@type": "Person", "name": ["Ann Holm"]}],
        {"@type": "Person", "givenName": "Ann", "familyName": "Holm"},
        {"@id": "#ann"},
        "By Ann Holm",
    ],
)
def test_authors_in_all_shapes(author: Any) -> None:
    person = '<script type="application/ld+json">{"@type":"Person","@id":"#ann","name":"Ann Holm"}</script>'
    assert _names(page_of_parts(head=_ld(author=author) + person), "author") == ["Ann Holm"]


def test_two_authors_in_one_name() -> None:
    html = page_of_parts(head='<meta name="author" content="Ann Holm and Bo Lind">')
    assert _names(html, "author") == ["Ann Holm", "Bo Lind"]


def test_a_visible_byline_but_not_a_pictures() -> None:
    above = '<h1>A bridge</h1><p class="byline">By Ann Holm</p>'
    figure = '<figure><figcaption>River<span class="author">Cal Moss</span></figcaption></figure>'
    assert _names(page_of_parts(above=above, inside=figure), "author") == ["Ann Holm"]


def test_an_agency_is_no_author() -> None:
    html = page_of_parts(head=_ld(author=[{"name": "AFP"}]))
    assert _names(html, "author") == []
    assert _names(html, "agency") == ["AFP"]


def test_the_outlet_is_no_author() -> None:
    head = _ld(author={"name": "Kesten Courier"}, publisher={"name": "Kesten Courier"})
    article = read_html(page_of_parts(head=head))
    assert article.outlet == "Kesten Courier"
    assert [c for c in article.credits if c.role == "author"] == []


def test_an_agency_at_the_end_of_the_text() -> None:
    body = (*BODY[:2], BODY[2] + " (Reuters)")
    article = read_html(page_of_parts(body=body))
    assert [c.name for c in article.credits] == ["Reuters"]
    assert article.paragraphs[-1] == BODY[2]


def test_a_dateline() -> None:
    body = ("KESTEN, March 12 (Reuters) - " + BODY[0], *BODY[1:])
    article = read_html(page_of_parts(body=body))
    assert article.paragraphs[0] == BODY[0]
    assert article.dateline is not None
    assert article.dateline.startswith("KESTEN")


def test_the_table_of_outlets_knows_the_host() -> None:
    head = '<meta property="og:site_name" content="BBC News Online Special">'
    article = read_html(page_of_parts(head=head), url="https://www.bbc.co.uk/news/world-1")
    assert article.outlet == "BBC"
    assert said(article, "outlet")[0] == ("BBC", "url", True)


def test_sections_by_breadcrumb_without_home_and_title() -> None:
    items = [
        {"@type": "ListItem", "position": 3, "name": "Europe"},
        {"@type": "ListItem", "position": 1, "name": "Forside", "item": "https://example.org/"},
        {
            "@type": "ListItem",
            "position": 2,
            "item": {"name": "World", "@id": "https://example.org/w"},
        },
        {"@type": "ListItem", "position": 4, "name": "Arvonia and Belmark agree to share the cost"},
    ]
    crumbs = json.dumps({"@type": "BreadcrumbList", "itemListElement": items})
    article = read_html(page_of_parts(head=f'<script type="application/ld+json">{crumbs}</script>'))
    assert article.section == ("World", "Europe")


def test_visible_breadcrumbs_then_metadata_then_the_address() -> None:
    crumbs = '<nav class="breadcrumbs"><a href="/">Top</a> <a href="/w">World</a></nav>'
    assert read_html(page_of_parts(above=crumbs)).section == ("World",)
    assert read_html(page_of_parts(head=_ld(articleSection="Economy"))).section == ("Economy",)
    assert read_html(page_of_parts()).section == ("World", "Europe")


def test_the_text_says_the_language_and_disagreement_is_kept() -> None:
    article = read_html(page_of_parts(lang="de-DE"))
    assert article.language == "en"
    assert said(article, "language") == [("de", "html lang", False)]


def test_a_short_text_is_in_the_pages_language() -> None:
    article = read_html(page_of_parts(lang="da", body=("Broen i Kesten er genåbnet tirsdag.",)))
    assert article.language == "da"


def test_tags_and_comments() -> None:
    head = (
        '<meta property="article:tag" content="Floods"><meta property="article:tag" content="Bridges">'
        + _ld(commentCount=12)
    )
    article = read_html(page_of_parts(head=head))
    assert article.tags == ("Floods", "Bridges")
    assert article.comments == 12


def test_keywords_for_search_engines_are_no_tags() -> None:
    article = read_html(page_of_parts(head=_ld(keywords=", ".join(f"word {i}" for i in range(60)))))
    assert article.tags == ()


def test_the_canonical_address_where_the_callers_is_missing() -> None:
    head = '<link rel="canonical" href="https://example.org/a"><link rel="alternate" hreflang="de" href="https://example.org/de">'
    assert read_html(page_of_parts(head=head), url=None).url == "https://example.org/a"
    assert (
        read_html(page_of_parts(head=head), url="https://example.org/b").url
        == "https://example.org/b"
    )
