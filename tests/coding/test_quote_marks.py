"""Pairing quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.quote_marks import overlapping, quoted


def spans(text: str) -> list[tuple[int, int]]:
    """The paragraphs of a text: its lines."""
    found, at = [], 0
    for line in text.split("\n"):
        if line:
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def inner(text: str) -> list[str]:
    return [text[q.inner_start : q.inner_end] for q in quoted(text, spans(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il dit « oui ».", ["oui"]),
        ("Il dit « un « grand » oui ».", ["un « grand » oui"]),
        ("He says “yes,” and “no”.", ["yes", "no"]),
        ('He says “yes" to him.', ["yes"]),
        ('Il dit "oui" et "non".', ["oui", "non"]),
        ('A la fin."Oui", dit-il.', ["Oui"]),
        ('Il veut "partir, et le roi, qui dit "non", reste.', ["partir", "non"]),
        ("''We go,'' he said. ''Now.''", ["We go", "Now."]),
        ("He says ‘it’s far’ to us.", ["it’s far"]),
        ("It’s the king’s.", []),
        ("« Un.\n« Deux. »", ["Un.", "Deux."]),
        ("« Un.\nDeux », dit-il.", ["Un.", "Deux"]),
        ('Il dit "oui.\nPuis "non".', ["oui", "non"]),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_unclosed_is_marked() -> None:
    assert [q.closed for q in quoted("« Un.\n« Deux. »", [(0, 5), (6, 15)])] == [False, True]


@given(st.text(alphabet="ab .,\n«»“”\"'‘’é!", max_size=60))
def test_stretches_are_in_order_and_apart(text: str) -> None:
    found = quoted(text, spans(text))
    end = 0
    for q in found:
        assert end <= q.start <= q.inner_start < q.inner_end <= q.end <= len(text)
        assert text[q.inner_start : q.inner_end].strip()
        end = q.end
    assert list(overlapping(found, 0, len(text))) == found
