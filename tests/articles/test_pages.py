"""Whole pages of different makes, each with what must come out of it beside it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from dragoman.articles import read_article
from dragoman.records import Article

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


def read(page: Path) -> tuple[Article, dict[str, Any]]:
    expected = tomllib.loads(page.with_suffix(".toml").read_text(encoding="utf-8"))
    text = page.read_bytes().decode("utf-8-sig")
    return read_article(text), expected


def names(article: Article, role: str) -> list[str]:
    return [credit.name for credit in article.credits if credit.role == role]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_title_section_language_and_outlet(page: Path) -> None:
    article, expected = read(page)
    assert article.title == expected["title"]
    assert article.section == tuple(expected.get("section", ()))
    assert article.language == expected["language"]
    assert article.outlet == expected.get("outlet")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_text(page: Path) -> None:
    article, expected = read(page)
    paragraphs = (*article.lead, *article.paragraphs)
    assert paragraphs[0].startswith(expected["first"])
    assert paragraphs[-1].endswith(expected["last"])
    assert len(paragraphs) == expected["paragraphs"]
    assert article.text.startswith("\n\n".join(paragraphs))
    for words in expected["absent"]:
        assert words not in article.text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_credits(page: Path) -> None:
    article, expected = read(page)
    for role in ("agency", "photo", "author"):
        assert names(article, role) == expected.get(role, []), role


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_dates(page: Path) -> None:
    article, expected = read(page)
    published = article.published.isoformat() if article.published else None
    assert published == expected.get("published")
    anchor = [article.anchor.day.isoformat(), article.anchor.basis] if article.anchor else None
    assert anchor == expected.get("anchor")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_captions(page: Path) -> None:
    article, expected = read(page)
    wanted = expected.get("caption", [])
    assert [caption.text[:14] for caption in article.captions] == [
        caption["starts"][:14] for caption in wanted
    ]
    for caption, right in zip(article.captions, wanted, strict=True):
        assert caption.text.startswith(right["starts"])
        assert caption.related is right["related"]
        assert (caption.date.isoformat() if caption.date else None) == right.get("date")
        assert caption.credit == right.get("credit")
        assert right["reason"] in caption.reason
        assert caption.language == right.get("language", article.language)
        if caption.related:
            assert article.text[caption.start : caption.end] == caption.text
        else:
            assert caption.start is None
            assert caption.text not in article.text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_line_is_somewhere(page: Path) -> None:
    """What is not text, title, section, date or credit is kept as teaser, tag or furniture."""
    article, _ = read(page)
    kept = " ".join(
        [
            article.text,
            article.title or "",
            *article.furniture,
            *article.teasers,
            *article.tags,
            *(caption.text for caption in article.captions),
            *(credit.text for credit in article.credits),
        ]
    )
    kept_words = set(kept.split())
    lines = page.read_bytes().decode("utf-8-sig").replace("’", "'").splitlines()
    lost = [line for line in lines if line.strip() and not set(line.split()) & kept_words]
    taken = len(article.section) + (article.published is not None) + 1
    assert len(lost) <= taken, lost
