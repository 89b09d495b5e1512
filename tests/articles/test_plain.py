from __future__ import annotations

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from dragoman.articles import plain_text, read_article
from dragoman.articles.mapped import MappedText

# Letters with their accents apart, joined and split spaces, invisible signs, both apostrophes.
AWKWARD = "aé\u0301e\u0323K\u1100\u1161\u11a8\u0958 \t\u00a0\u202f\n\r\u2028\u200b\u00ad\ufeff'’«»-\u2011."
texts = st.text(alphabet=st.one_of(st.sampled_from(AWKWARD), st.characters(codec="utf-8")))


def bare(text: str) -> str:
    """What may not change: everything but white space, invisible signs and punctuation forms."""
    text = unicodedata.normalize("NFC", "".join(c for c in text if c not in INVISIBLE))
    return "".join(FORMS.get(c, c) for c in text if not c.isspace() and c not in LINE_ENDS)


CONTROLS = "".join(
    map(chr, (*range(0x09), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0)))
)
INVISIBLE = (
    "\u00ad\u200b\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    + CONTROLS
)
LINE_ENDS = "\x0b\x0c\x1c\x1d\x1e\x1f\x85"
FORMS = {"’": "'", "ʼ": "'", "\u2010": "-", "\u2011": "-"}


@given(texts)
@example("L’e\u0301te\u0301\u00a0:\r\n «\u202fOui\u202f»\u00ad")
def test_only_white_space_punctuation_forms_and_nfc_change(text: str) -> None:
    mapped = plain_text(text)
    assert bare(mapped.text) == bare(text)
    assert unicodedata.is_normalized("NFC", mapped.text)


@given(texts)
@example("e\u0301\u200b\n\n\u200bK\u0323")
def test_offsets_map_back(text: str) -> None:
    mapped = plain_text(text)
    previous = 0
    for i, char in enumerate(mapped.text):
        start, end = mapped.source_span(i, i + 1)
        assert previous <= end
        previous = start
        if not char.isspace():
            assert bare(char) in bare(text[start:end]), (char, text[start:end])
        else:
            assert bare(text[start:end]) == ""


@given(texts, st.data())
def test_a_span_maps_to_the_words_that_it_holds(text: str, data: st.DataObject) -> None:
    mapped = plain_text(text)
    start = data.draw(st.integers(0, len(mapped.text)))
    end = data.draw(st.integers(start, len(mapped.text)))
    source_start, source_end = mapped.source_span(start, end)
    assert 0 <= source_start <= source_end <= len(text)
    if mapped.text[start:end] == mapped.text:
        assert bare(text[source_start:source_end]) == bare(text)


@given(texts)
def test_plain_text_is_left_as_it_is_the_second_time(text: str) -> None:
    once = plain_text(text).text
    assert plain_text(once).text == once


def test_text_that_is_clean_already_keeps_its_offsets() -> None:
    text = "Oslo, 3 mai (Reuters) - Une phrase.\n\nUne autre, « citée » – enfin."
    mapped = plain_text(text)
    assert mapped == MappedText(text)


def test_what_changes() -> None:
    assert plain_text("  L’été\u00a0: d’«\u202foui\u202f»\r\n").text == "L'été : d'« oui »"
    assert plain_text("the leaders’ ‘no’").text == "the leaders’ ‘no’"
    assert plain_text("co\u00adopé\u2011rer").text == "coopé-rer"


def test_half_a_character_is_no_character() -> None:
    assert plain_text("a \ud800b\udfff").text == "a \ufffdb\ufffd"


def test_lines_are_paragraphs() -> None:
    long = "Une phrase assez longue pour une ligne entière, bien au-delà de ce qui se coupe. " * 3
    assert plain_text(f"{long}\n{long}").text == f"{long.strip()}\n\n{long.strip()}"
    assert plain_text("Un.\n\n\n \nDeux.").text == "Un.\n\nDeux."


def test_wrapped_lines_are_joined() -> None:
    text = (
        "Les deux gouvernements ont annoncé mercredi la reprise des\n"
        "liaisons aériennes, suspendues depuis la crise de l'automne\n"
        "dernier, et la réouverture prochaine de leurs ambassades, à\n"
        "Luanda et à Windhoek.\n"
        "\n"
        "Une commission mixte doit se réunir avant la fin de l'année."
    )
    first, second = plain_text(text).text.split("\n\n")
    assert first.endswith("à Luanda et à Windhoek.")
    assert second.startswith("Une commission")


def test_a_plain_article_keeps_everything() -> None:
    text = "QUITO, 3 mai (AFP) - Le Pérou proteste.\n\nLire aussi : autre chose\n\n(AFP)"
    article = read_article(text, plain=True)
    assert article.text == text
    assert article.paragraphs == tuple(text.split("\n\n"))
    assert article.title is None
    assert article.credits == ()
    assert article.captions == ()
    assert article.furniture == ()
