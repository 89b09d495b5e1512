from __future__ import annotations

import datetime
import json

import pytest
from tests.articles.html.sample import page_of_parts, read_html, said

from dragoman.articles.html.dates import moment


def _ld(**fields: str) -> str:
    data = json.dumps({"@type": "NewsArticle", "headline": "x", **fields})
    return f'<script type="application/ld+json">{data}</script>'


@pytest.mark.parametrize(
    ("value", "day", "zoned"),
    [
        ("2024-05-03T15:47:42.389Z", "2024-05-03", True),
        ("2024-05-03T23:47:42+0200", "2024-05-03", True),
        ("2024-05-03 15:47 -05:00", "2024-05-03", True),
        ("2024-05-03T15:47", "2024-05-03", False),
        ("2024-5-3", "2024-05-03", False),
        ("20240503T154742Z", "2024-05-03", True),
        ("Fri, 03 May 2024 15:47:42 +0200", "2024-05-03", True),
        ("1714751262", "2024-05-03", True),
        ("1714751262000", "2024-05-03", True),
        ("May 3, 2024", "2024-05-03", False),
    ],
)
def test_ways_of_writing(value: str, day: str, zoned: bool) -> None:
    found = moment(value, "x")
    assert found is not None
    assert found.day.isoformat() == day
    assert (found.at is not None) is zoned


@pytest.mark.parametrize(
    "value",
    ["", "1970-01-01T00:00:00Z", "0001-01-01T00:00:00", "2024-13-45", "soon", "2024-05-03T99:00Z" * 50,
     "9999999999999999"],
)  # fmt: skip
def test_what_is_no_date(value: str) -> None:
    found = moment(value, "x")
    assert found is None or found.day.year == 2024


def test_time_with_zone_and_the_update_apart() -> None:
    head = _ld(datePublished="2024-05-03T23:30:00+02:00", dateModified="2024-05-06T08:00:00+02:00")
    article = read_html(page_of_parts(head=head))
    assert article.published == datetime.date(2024, 5, 3)
    assert article.published_at == datetime.datetime.fromisoformat("2024-05-03T23:30:00+02:00")
    assert said(article, "updated") == [("2024-05-06T08:00:00+02:00", "json-ld", False)]
    assert article.anchor is not None
    assert article.anchor.basis == "published"


def test_the_outlets_own_day_where_the_page_says_it_beside_utc() -> None:
    head = (
        _ld(datePublished="2024-05-03T22:30:00Z")
        + '<meta property="article:published_time" content="2024-05-04T00:30:00+02:00">'
    )
    assert read_html(page_of_parts(head=head)).published == datetime.date(2024, 5, 4)


def test_a_visible_date_below_the_heading() -> None:
    above = '<h1>A bridge for two towns</h1><p class="post-date">Published 12 March 2024</p>'
    article = read_html(page_of_parts(above=above))
    assert article.published == datetime.date(2024, 3, 12)
    assert ("2024-03-12", "visible date", True) in said(article, "published")


def test_times_of_other_articles_are_not_this_ones() -> None:
    after = '<aside class="related"><time datetime="2019-01-01">1 January 2019</time></aside>'
    above = '<h1>A bridge for two towns</h1><time datetime="2024-03-12T10:00:00Z">Tuesday</time>'
    article = read_html(page_of_parts(above=above, after=after))
    assert article.published == datetime.date(2024, 3, 12)


def test_the_callers_day_wins() -> None:
    article = read_html(
        page_of_parts(head=_ld(datePublished="2024-05-03T10:00:00Z")),
        published=datetime.date(2023, 1, 2),
    )
    assert article.published == datetime.date(2023, 1, 2)
    assert article.published_at is None
    assert said(article, "published") == [("2024-05-03T10:00:00+00:00", "json-ld", False)]


def test_the_address_when_the_page_is_silent() -> None:
    article = read_html(page_of_parts(), url="https://example.org/2024/03/12/bridge")
    assert ("2024-03-12", "url", True) in said(article, "published")
