from __future__ import annotations

import json

import pytest
from tests.articles.html.sample import HEADLINE, page_of_parts, read_html, said


def _title(**parts: str) -> str | None:
    return read_html(page_of_parts(**parts)).title  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "window",
    [
        f"{HEADLINE} | The Kesten Courier",
        f"{HEADLINE} - The Kesten Courier",
        f"The Kesten Courier: World – {HEADLINE}",
        f"{HEADLINE} — World — Kesten Courier",
    ],
)
def test_the_sites_name_goes_by_what_the_page_calls_the_site(window: str) -> None:
    site = '<meta property="og:site_name" content="The Kesten Courier">'
    assert _title(head=f"<title>{window}</title>{site}") == HEADLINE


def test_the_hosts_name_goes_without_a_site_name() -> None:
    head = f'<meta property="og:title" content="{HEADLINE} | Example">'
    assert _title(head=head, above="") == HEADLINE


def test_sections_and_tight_separators_go_too() -> None:
    head = (
        f"<title>{HEADLINE}-Politics_The Kesten Courier</title>"
        '<meta property="og:site_name" content="The Kesten Courier">'
        '<meta property="article:section" content="Politics">'
    )
    assert _title(head=head, above="") == HEADLINE


def test_a_hyphen_in_the_last_word_stays() -> None:
    title = "The ministers of both lands plan a follow-up"
    assert _title(head=f"<title>{title}</title>", above="") == title


def test_a_dash_in_the_title_stays() -> None:
    title = "After the flood - a town waits for its bridge"
    assert _title(head=f"<title>{title}</title>", above=f"<h1>{title}</h1>") == title


def test_entities_are_undone_also_twice() -> None:
    head = '<meta property="og:title" content="Arvonia &amp;amp; Belmark agree on the bridge">'
    assert _title(head=head, above="") == "Arvonia & Belmark agree on the bridge"


def test_a_kicker_in_the_heading_is_no_part_of_it() -> None:
    above = f'<h1><span class="article-kicker">Floods</span> <span>{HEADLINE}</span></h1>'
    assert _title(above=above) == HEADLINE


def test_the_headline_wins_over_a_logo_in_an_h1() -> None:
    ld = json.dumps({"@type": "NewsArticle", "headline": HEADLINE})
    above = f"<h1>The Kesten Courier</h1><h2>{HEADLINE}</h2>"
    head = f'<script type="application/ld+json">{ld}</script>'
    assert _title(head=head, above=above) == HEADLINE


def test_disagreement_is_kept() -> None:
    ld = json.dumps({"@type": "NewsArticle", "headline": "A bridge for two countries"})
    head = (
        f'<script type="application/ld+json">{ld}</script>'
        '<meta property="og:title" content="A bridge for two countries">'
    )
    article = read_html(page_of_parts(head=head))
    assert article.title == "A bridge for two countries"
    assert (HEADLINE, "h1", False) in said(article, "title")
    assert ("A bridge for two countries", "json-ld", True) in said(article, "title")


def test_no_title_at_all() -> None:
    assert _title(above="") is None


def test_a_section_that_no_part_names_goes_from_a_title_that_another_part_has_whole() -> None:
    head = (
        f'<meta property="og:title" content="{HEADLINE}-Politics|Kesten Courier">'
        '<meta property="og:site_name" content="Kesten Courier">'
    )
    article = read_html(page_of_parts(head=head))
    values = {value for value, _, _ in said(article, "title")}
    assert values == {HEADLINE}
