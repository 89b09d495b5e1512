from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources.fragment import fragment_text, has_tags, one_line_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("One.<br><br>Two.<br>Three.", "One.\n\nTwo.\nThree."),
        ("<div><h2>Head</h2>Loose <b>words</b>.<ul><li>a</li><li>b</li></ul></div>", None),
        (
            "<p>A</p><script>x()</script><figure><img><figcaption>No</figcaption></figure>B",
            "A\n\nB",
        ),
        ("<p> </p>", ""),
        ("<p>a &amp; b</p>", "a & b"),
    ],
)
def test_blocks_become_paragraphs(markup: str, text: str | None) -> None:
    assert fragment_text(markup) == (text if text is not None else "Head\n\nLoose words.\n\na\n\nb")


@pytest.mark.parametrize(
    ("text", "has"),
    [("a < b and c > d", False), ("<3", False), ("one<br/>two", True), ("<P class='x'>", True)],
)
def test_tags_are_told_from_signs(text: str, has: bool) -> None:
    assert has_tags(text) == has


def test_a_title_is_one_line() -> None:
    assert one_line_text("A <b>bold</b>\n claim") == "A bold claim"
    assert one_line_text("R&amp;D") == "R&D"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000 + "words" + "</div>" * 100_000,
        "<div " + "".join(f"a{n}=1 " for n in range(100_000)) + ">words</div>",
        "words" + "<div><" * 300_000,
        "words" + "<!--" * 300_000,
        "words" + "<p>" * 300_000,
    ],
    ids=["nested", "attributes", "open", "comments", "paragraphs"],
)
def test_markup_made_to_take_long_does_not(markup: str) -> None:
    begun = time.process_time()
    assert fragment_text(markup).startswith("words")
    assert time.process_time() - begun < 10


@given(st.text(max_size=200))
def test_any_text_gives_a_text(text: str) -> None:
    assert isinstance(fragment_text(text), str)
