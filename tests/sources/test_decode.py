from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import BinaryInput, DragomanError, EmptyInput
from dragoman.sources.decode import decode

FRENCH = "L'été dernier, le président s'est félicité de l'accord conclu à Genève. Il a été reçu."


def test_utf8_is_read_without_a_notice() -> None:
    assert decode(FRENCH.encode(), name="x") == (FRENCH, "utf-8", ())


@pytest.mark.parametrize(
    ("mark", "encoding", "label"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    ],
)
def test_a_byte_order_mark_tells_the_encoding(mark: bytes, encoding: str, label: str) -> None:
    text, named, notices = decode(mark + FRENCH.encode(encoding), name="x")
    assert (text, named, notices) == (FRENCH, label, ())


def test_western_text_is_windows_1252_and_said_to_be_guessed() -> None:
    text = FRENCH + " « Une œuvre à 10 € »"
    assert decode(text.encode("cp1252"), name="x") == (
        text,
        "windows-1252",
        ("encoding guessed: windows-1252",),
    )


def test_cyrillic_text_is_not_read_as_western() -> None:
    text = "Президент России прибыл в Пекин с государственным визитом, сообщили в Кремле."
    assert decode(text.encode("cp1251"), name="x")[0] == text


@pytest.mark.parametrize("raw", [b"", b" \r\n\t ", codecs.BOM_UTF8, codecs.BOM_UTF8 + b"\n\n"])
def test_nothing_is_empty_input(raw: bytes) -> None:
    with pytest.raises(EmptyInput, match="somewhere"):
        decode(raw, name="somewhere")


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7 and so on", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n0000", "a PNG image"),
        (b"PK\x03\x04rest", "a ZIP archive"),
        (b"A text.\x00 Or is it?", "NUL bytes"),
        (b"\x01\x02\x03\x04\x05 text \x06\x07\x08", "control characters"),
        (b"\xff\xfea\x00\xff", "utf-16"),
    ],
)
def test_what_is_no_text_is_refused(raw: bytes, what: str) -> None:
    with pytest.raises(BinaryInput, match=what):
        decode(raw, name="x")


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_one_of_our_errors(raw: bytes) -> None:
    try:
        text, encoding, _ = decode(raw, name="x")
    except DragomanError:
        return
    assert text.strip()
    assert "\x00" not in text
    assert encoding


def page(charset: str, text: str = FRENCH) -> str:
    return f'<!doctype html><html><head><meta charset="{charset}"></head><p>{text}</p></html>'


def test_what_a_page_says_of_its_encoding_is_followed() -> None:
    raw = page("windows-1251", "Президент России").encode("cp1251")
    assert decode(raw, name="x") == (page("windows-1251", "Президент России"), "cp1251", ())
    old = '<html><meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>Москва</p>'
    assert decode(old.encode("koi8-r"), name="x")[0] == old


def test_names_mean_what_the_web_means_by_them() -> None:
    text = page("ISO-8859-1", "« Une œuvre à 10 € »")
    assert decode(text.encode("cp1252"), name="x") == (text, "windows-1252", ())
    chinese = page("gb2312", "習近平主席")
    assert decode(chinese.encode("gb18030"), name="x")[0] == chinese


@pytest.mark.parametrize(
    ("charset", "encoding", "notices"),
    [
        ("iso-8859-1", "utf-8", ("encoding declared as iso-8859-1, but it is utf-8",)),
        ("utf-16", "utf-8", ()),
        ("klingon", "utf-8", ("encoding declared as klingon, which is none that is known",)),
        ("base64", "utf-8", ("encoding declared as base64, which is none that is known",)),
        ("utf-7", "utf-8", ()),
    ],
)
def test_a_declaration_that_lies_is_not_followed(
    charset: str, encoding: str, notices: tuple[str, ...]
) -> None:
    assert decode(page(charset).encode(), name="x") == (page(charset), encoding, notices)


def test_a_page_that_says_utf8_and_is_not_is_guessed() -> None:
    text, encoding, notices = decode(page("utf-8").encode("cp1252"), name="x")
    assert (text, encoding) == (page("utf-8"), "windows-1252")
    assert notices == (
        "encoding declared as utf-8, but it is not",
        "encoding guessed: windows-1252",
    )


def test_a_mark_wins_over_what_is_given_and_that_over_the_page() -> None:
    raw = codecs.BOM_UTF8 + page("koi8-r").encode()
    assert decode(raw, name="x", charset="windows-1251")[1] == "utf-8"
    raw = page("koi8-r", "Москва").encode("cp1251")
    assert decode(raw, name="x", charset="windows-1251")[0] == page("koi8-r", "Москва")


def test_a_declaration_in_a_comment_or_in_mere_text_is_none() -> None:
    hidden = '<!doctype html><!-- <meta charset="koi8-r"> --><p>Москва и Пекин</p>'
    assert decode(hidden.encode(), name="x") == (hidden, "utf-8", ())
    mere = 'Write <meta charset="koi8-r"> into the head.'
    assert decode(mere.encode(), name="x") == (mere, "utf-8", ())
