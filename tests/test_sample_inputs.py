"""The samples that are no bare pages: read from the container to the claims."""

from __future__ import annotations

import datetime

import pytest

from dragoman.reader import read_page
from dragoman.records import Agreement, Reading
from dragoman.sources import Columns, Options, Page, Passed, pages

STORY = Columns(
    text=("story.body",),
    title="story.head",
    date="meta.date",
    language="meta.lang",
    outlet="meta.paper",
    id="doc_id",
)


def read(name: str, samples: str, columns: Columns | None = None) -> tuple[list[Reading], int]:
    options = Options(columns=columns or Columns())
    readings: list[Reading] = []
    passed = 0
    for one in pages(f"{samples}/{name}", options):
        if isinstance(one, Passed):
            passed += one.count
        else:
            assert isinstance(one, Page)
            readings += read_page(one)
    return readings, passed


@pytest.fixture
def samples(project: object) -> str:
    return f"{project}/samples"


@pytest.mark.parametrize(
    ("name", "title", "day", "parties"),
    [
        (
            "agency.ninjs.json",
            "Norway and Iceland agree on mackerel after a year of talks",
            datetime.date(2024, 6, 5),
            {"NOR", "ISL"},
        ),
        (
            "agency.newsml.xml",
            "Lisbonne et Madrid relancent la ligne à grande vitesse",
            datetime.date(2024, 10, 8),
            {"PRT", "ESP"},
        ),
        (
            "letter.eml",
            "Tunis et Rome s'entendent sur un câble électrique",
            datetime.date(2024, 5, 16),
            {"TUN", "ITA"},
        ),
    ],
)
def test_one_article_with_a_signed_agreement(
    samples: str, name: str, title: str, day: datetime.date, parties: set[str]
) -> None:
    (reading,), _ = read(name, samples)
    article = reading.article
    assert (article.title, article.published) == (title, day)
    assert article.published_at is not None
    assert article.anchor is not None
    assert article.anchor.basis == "published"
    signed = [
        claim
        for claim in reading.claims
        if isinstance(claim, Agreement) and claim.status == "signed"
    ]
    assert {party.country for claim in signed for party in claim.parties} == parties
    assert all(claim.when.start and claim.when.start <= day for claim in signed)


@pytest.mark.parametrize(
    ("name", "columns", "passed"), [("corpus.csv", None, 1), ("corpus.jsonl", STORY, 0)]
)
def test_every_row_with_a_text_gives_dated_claims(
    samples: str, name: str, columns: Columns | None, passed: int
) -> None:
    readings, missed = read(name, samples, columns)
    assert (len(readings), missed) == (2, passed)
    assert {reading.article.language for reading in readings} == {"en", "fr"}
    for reading in readings:
        assert reading.article.published
        assert reading.article.outlet in ("Radio Caravane", "The Daily Ferry")
        assert any(claim.when.basis == "published" for claim in reading.claims)
        assert "<p>" not in reading.article.text
