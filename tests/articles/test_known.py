from __future__ import annotations

import datetime

import pytest

from dragoman.articles import read_articles
from dragoman.articles.known import known_credits
from dragoman.records import Article, Statement
from dragoman.sources import Known, Page

BODY = (
    "Peru and Chile signed a treaty on fishing in Lima on Monday, the two governments said.\n\n"
    "The ministers of both countries will meet again in June, a spokesman added."
)
PAGE = f"Home\n\nPeru and Chile sign a treaty at last\n\n3 May 2024\n\n{BODY}\n\nSOURCE: THE DAILY FERRY"
MARCH = datetime.date(2024, 3, 12)
AT = datetime.datetime(2024, 3, 12, 9, 30, tzinfo=datetime.UTC)
KNOWN = Known(
    where="column",
    title="A treaty",
    published=MARCH,
    published_at=AT,
    language="en",
    outlet="Radio Caravane",
    agency="AFP",
    authors=("By Ann Smith and Tom Ashdown",),
    section=("World",),
    dateline="LIMA",
)


def read(text: str, known: Known, form: str = "article", **given: object) -> Article:
    page = Page(text, form=form, known=known)  # type: ignore[arg-type]
    return read_articles(page, **given)[0]  # type: ignore[arg-type]


def values(article: Article, field: str) -> list[tuple[str, str, bool]]:
    return [(s.value, s.where, s.taken) for s in article.statements if s.field == field]


@pytest.mark.parametrize(("form", "text"), [("article", BODY), ("page", PAGE)])
def test_what_the_container_says_stands_in_the_record(form: str, text: str) -> None:
    article = read(text, KNOWN, form)
    assert (article.title, article.outlet) == ("A treaty", "Radio Caravane")
    assert (article.published, article.published_at) == (MARCH, AT)
    assert article.anchor is not None
    assert (article.anchor.day, article.anchor.basis) == (MARCH, "published")
    assert (article.section, article.dateline) == (("World",), "LIMA")
    credits = [(credit.role, credit.name) for credit in article.credits]
    assert ("agency", "AFP") in credits
    assert ("author", "Ann Smith") in credits
    assert ("author", "Tom Ashdown") in credits
    assert [name for role, name in credits if role == "outlet"] == ["Radio Caravane"]
    assert values(article, "published") == [(AT.isoformat(), "column", True)]
    assert "signed a treaty on fishing" in article.text


def test_what_the_page_says_otherwise_is_kept() -> None:
    article = read(PAGE, KNOWN, "page")
    assert values(article, "title") == [
        ("A treaty", "column", True),
        ("Peru and Chile sign a treaty at last", "page", False),
    ]
    article = read(PAGE, Known(where="column", agency="AFP"), "page")
    assert article.title == "Peru and Chile sign a treaty at last"
    assert article.published == datetime.date(2024, 5, 3)


def test_the_caller_wins_over_the_container() -> None:
    day = datetime.date(2024, 3, 15)
    article = read(BODY, KNOWN, published=day, language="fr")
    assert (article.published, article.published_at, article.language) == (day, None, "fr")
    assert article.anchor is not None
    assert (article.anchor.day, article.anchor.basis) == (day, "given")
    assert values(article, "published") == [(AT.isoformat(), "column", False)]
    assert values(article, "language") == [("en", "column", False)]


def test_a_mails_sender_is_a_credit_only_where_it_is_a_publisher() -> None:
    assert known_credits(Known(sender="Ann Smith")) == ()
    (credit,) = known_credits(Known(sender="Le Monde"))
    assert (credit.role, credit.name) == ("outlet", "Le Monde")
    article = read(BODY, Known(where="mail header", sender="Ann Smith"))
    assert article.credits == ()
    assert article.statements == (
        Statement(field="author", value="Ann Smith", where="mail header", taken=False),
    )


@pytest.mark.parametrize("author", ["Ann Smith", "By Ann Smith", "Par Ann Smith", "ann-smith7"])
def test_an_author_is_never_lost(author: str) -> None:
    (credit,) = known_credits(Known(authors=(author,)))
    assert (credit.role, credit.text) == ("author", author)
    assert credit.name in ("Ann Smith", "ann-smith7")


def test_nothing_known_changes_nothing() -> None:
    assert read(BODY, Known()).statements == ()


def test_a_part_of_the_page_that_says_the_same_is_taken_too() -> None:
    paragraphs = "".join(f"<p>{line} {line}</p>" for line in BODY.split("\n\n"))
    markup = (
        '<!doctype html><html lang="en"><head><title>A treaty</title>'
        '<meta property="article:published_time" content="2024-03-12T07:00:00Z">'
        '<meta property="og:title" content="Another title"></head>'
        f"<body><article><h1>A treaty</h1>{paragraphs}</article></body></html>"
    )
    article = read(markup, KNOWN, "html")
    assert ("A treaty", "column", True) in values(article, "title")
    assert ("A treaty", "h1", True) in values(article, "title")
    assert ("Another title", "og:title", False) in values(article, "title")
    assert {taken for _, _, taken in values(article, "published")} == {True}
    assert len(values(article, "published")) == 2
    assert article.anchor is not None
    assert article.anchor.basis == "published"


def test_what_a_container_says_is_in_the_form_of_all_text() -> None:
    known = Known(
        where="column",
        title="L’e\u0301te\u0301\u00a0\x07",
        authors=("A\u00ad B", "\x01"),
        outlet="\x1b",
    )
    article = read(BODY, known)
    assert article.title == "L'été"
    assert [credit.text for credit in article.credits] == ["A B"]
    assert article.outlet is None
