"""What pages spoil is undone, and every offset still leads to what was given."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dragoman.articles import plain_text, read_article
from dragoman.articles.mended import mended

SPOILT = [
    "&nbsp;", "&amp;nbsp;", "&#8217;", "&#x2019;", "&eacute;", "&amp;", "&bogus;", "&#0;", "&", ";",
    "Ã©", "â€™", "Ã ", "\x92", "\u00ad", "ﬁ", "ﬀ", "ﬃ", "æ", "œ", "é", "e\u0301", " ", "\n", "\u00a0", "\u202f",
    "« oui »", "“no”", "12\u202f000", "שלום", "\u200fكتاب", "می\u200cخواهم", "\ufffd", "\x01", "a", "T", "The end.",
]  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(SPOILT), st.characters(codec="utf-8")), max_size=30).map(
    "".join
)


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("L&#8217;accord&nbsp;: &laquo;&amp;nbsp;oui&nbsp;&raquo;", "L'accord : « oui »"),
        ("AT&amp;T, R&D; and &bogus; stay", "AT&T, R&D; and &bogus; stay"),
        ("l\u2019\u00c3\u00a9t\u00c3\u00a9 dernier", "l'été dernier"),
        ("the leader\u00e2\u20ac\u2122s \u00e2\u20ac\u0153no\u00e2\u20ac\x9d", "the leader's “no”"),
        ("voil\u00c3 le texte", "voilà le texte"),
        ("o\ufb03cial \ufb01gures of the \ufb02eet, æon, cœur", "official figures of the fleet, æon, cœur"),
        ("co\u00adop\u00e9\u00adra\u00adtion", "coopération"),
        ("\u00ab\u202foui\u202f\u00bb, dit-il\u00a0: 12\u202f000\u00a0%", "« oui », dit-il : 12 000 %"),
        ("“so,” he said, ‘now’ „jetzt“ »nu«", "“so,” he said, ‘now’ „jetzt“ »nu«"),
        ("שלום עליכם, 12 במרץ", "שלום עליכם, 12 במרץ"),
        ("می\u200cخواهم «نص» قال: ١٢ مارس", "می\u200cخواهم «نص» قال: ١٢ مارس"),
        ("Ça coûte 5 € à Łódź – ÎLE DE RÉ", "Ça coûte 5 € à Łódź – ÎLE DE RÉ"),
        ("a \x1b[31mred\x00\x07 word\x1fapart", "a [31mred word apart"),
    ],
)  # fmt: skip
def test_what_changes_in_a_page(given: str, read: str) -> None:
    assert mended(given).text == read


def test_a_plain_text_has_its_references_and_ligatures_left() -> None:
    text = "The o\ufb03ce of &amp; for caf\u00c3\u00a9s."
    assert plain_text(text).text == text


@given(texts)
@example("&amp;nbsp;Ã\xa0la")
@example("e\u0301&#x301;")
@example("Ã©\ud800 x")
def test_every_offset_of_a_page_maps_back(text: str) -> None:
    """In order, inside the page, and to words of which the same comes again."""
    mapped = mended(text)
    assert unicodedata.is_normalized("NFC", mapped.text)
    before = (0, 0)
    for i in range(len(mapped.text)):
        start, end = mapped.source_span(i, i + 1)
        assert 0 <= start <= end <= len(text)
        assert before <= (start, end)
        before = (start, end)
        if mapped.text[i].isalpha():
            assert text[start:end].strip()
        piece = text[start:end]
        if len(piece) == 1 and piece.isalnum() and piece.isascii():
            assert mapped.text[i] == piece


def test_only_the_broken_stretch_of_a_line_is_mapped_as_one() -> None:
    text = "Le pr\u00c3\u00a9sident &amp; l\u2019\u00c3\u00a9t\u00c3\u00a9"
    mapped = mended(text)
    start = mapped.text.index("sident")
    source_start, source_end = mapped.source_span(start, start + 6)
    assert text[source_start:source_end] == "sident"
    source_start, source_end = mapped.source_span(start - 1, start)
    assert text[source_start:source_end] == "\u00c3\u00a9"


@pytest.mark.parametrize("part", ["Ã", "â€", "é ", "&amp;", "&#", "ﬁ", "Ð¿ ", "\x92"])
def test_time_grows_with_the_text_and_no_faster(part: str) -> None:
    text = part * (500_000 // len(part))
    begun = time.process_time()
    mended(text)
    assert time.process_time() - begun < 10


def test_an_article_of_a_page_has_its_words_mended() -> None:
    paragraph = (
        "Le pr\u00c3\u00a9sident de la commission a re\u00c3\u00a7u lundi&nbsp;les pays voisins, a indiqu\u00c3\u00a9 "
        "un o\ufb03ciel, qui parle d&#8217;un accord."
    )
    article = read_article(
        f"Accueil\n\nUn accord en vue dans le nord\n\n{paragraph}\n\n{paragraph} Fin."
    )
    assert (
        "a reçu lundi les pays voisins, a indiqué un officiel, qui parle d'un accord."
        in article.text
    )
