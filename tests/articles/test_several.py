from __future__ import annotations

import itertools

import pytest

from dragoman.articles import read_articles
from dragoman.articles.lined import lined
from dragoman.articles.several import article_spans
from dragoman.sources import Known, page_of

FISH = (
    "Norway and Chile sign a fisheries accord",
    "By Anna Holm",
    "12 March 2024",
    "Norway and Chile signed an accord on salmon fisheries on Tuesday, the Norwegian ministry said.",
    "The two countries agreed to share data on stocks. Chile's ambassador called it a first step.",
    "The accord takes effect in June and will be reviewed every two years by a joint commission.",
)
ENVOY = (
    "Kenya recalls envoy from Kampala",
    "By Peter Mwangi",
    "14 March 2024",
    "Kenya recalled its ambassador to Uganda on Thursday after a dispute over the island of Migingo.",
    "Uganda's government rejected the accusation and called for talks. Police had arrested traders.",
    "The presidents of the two countries are due to meet next week, a spokesman told reporters.",
)


def titles(text: str) -> list[str | None]:
    return [article.title for article in read_articles(page_of(text))]


@pytest.mark.parametrize("between", ["", "----------", "* * *", "2 of 2 DOCUMENTS"])
def test_articles_one_after_another(between: str) -> None:
    text = "\n\n".join([*FISH, between, *ENVOY])
    assert titles(text) == [FISH[0], ENVOY[0]]


def test_each_has_its_own_date_author_and_text() -> None:
    first, second = read_articles(page_of("\n\n".join([*FISH, *ENVOY])))
    assert [str(a.published) for a in (first, second)] == ["2024-03-12", "2024-03-14"]
    assert [a.credits[0].name for a in (first, second)] == ["Anna Holm", "Peter Mwangi"]
    assert "Uganda" not in first.text
    assert "Chile" not in second.text
    assert first.id != second.id


def test_a_heading_inside_an_article_parts_nothing() -> None:
    more = (
        "A first step",
        "By the numbers",
        "Norway exports more salmon than Chile, and both fear the sea louse in their fisheries.",
        "The Norwegian ministry said the accord on data and stocks is open to other countries.",
    )
    assert titles("\n\n".join([*FISH, *more])) == [FISH[0]]


def test_a_row_of_signs_inside_an_article_parts_nothing() -> None:
    assert titles("\n\n".join([*FISH, "* * *", *FISH[3:]])) == [FISH[0]]


def test_a_list_of_other_articles_is_no_article() -> None:
    listed = [
        "Most read",
        "Storm closes Honiara port",
        "3 May 2024",
        "The port is shut until Friday.",
    ]
    assert titles("\n\n".join([*FISH, *listed])) == [FISH[0]]


def test_a_pages_menus_keep_it_one() -> None:
    menu = [f"Section {n}" for n in range(40)]
    text = "\n".join([*menu, *FISH, *menu, *ENVOY, *menu])
    assert len(article_spans(lined(text))) == 1


def test_spans_cover_the_page() -> None:
    page = lined("\n\n".join([*FISH, "-----", *ENVOY]))
    spans = article_spans(page)
    assert spans[0][0] == 0
    assert spans[-1][1] == len(page.lines)
    assert all(a[1] == b[0] for a, b in itertools.pairwise(spans))


def test_a_collections_title_is_none_of_its_articles() -> None:
    text = "\n\n".join([*FISH, *ENVOY])
    known = Known(where="mail header", title="Clippings of the week")
    page = page_of(text)
    page = type(page)(text=page.text, form=page.form, known=known)
    assert [a.title for a in read_articles(page)] == [FISH[0], ENVOY[0]]
