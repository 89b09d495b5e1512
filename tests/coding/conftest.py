from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.analysis.analyse import analyse
from dragoman.analysis.document import Document
from dragoman.records import Anchor, Article

DAY = date(2024, 3, 20)  # a Wednesday


@pytest.fixture(scope="session")
def document() -> Callable[..., Document]:
    """Our own text, analysed: an article of 20 March 2024 unless another day or none is given."""

    def analysed(text: str, language: str = "fr", day: date | None = DAY) -> Document:
        article = Article(
            id="article",
            text=text,
            paragraphs=tuple(text.split("\n\n")),
            language=language,
            anchor=Anchor(day=day, basis="published") if day else None,
        )
        return analyse(article, language)

    return analysed
