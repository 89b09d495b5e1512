"""Text without number or measure: read or refused in a time that grows with it and no faster."""

from __future__ import annotations

import contextlib
import time

import pytest

from dragoman.articles import read_article
from dragoman.errors import InputError

_SENTENCE = "Oslo and Helsinki spoke of the river between them on Tuesday, a minister said."


@pytest.mark.parametrize(
    "line",
    [
        f"{_SENTENCE} {{0}}\n\n",
        f"{_SENTENCE[:40]}\n{_SENTENCE[40:]}{{0}}\n",
        "A minister of Norway comes to Oslo for the talks number {0} with Finland. (AFP)\n\n",
        "A minister of Norway comes to the talks number {0}, March 12, 2024. Photo: AFP\n",
        "Menu entry {0}\n",
        "Tags: river, talks, {0}\n",
        "{0} ",
    ],
    ids=["paragraphs", "wrapped", "agencies", "captions", "menu", "tags", "one line"],
)
def test_time_grows_with_the_page_and_no_faster(line: str) -> None:
    text = f"A river between two countries\n\n{_SENTENCE}\n\n"
    count = 150_000 // len(line)
    text += "".join(line.format(number) for number in range(count))
    begun = time.process_time()
    with contextlib.suppress(InputError):
        assert read_article(text).text
    assert time.process_time() - begun < 12


def test_more_lines_than_any_page_has_are_refused() -> None:
    with pytest.raises(InputError, match="50000 at most"):
        read_article("Entry\n" * 50_001)
