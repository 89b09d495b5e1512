"""Ways to spoil an input, each of them seen in the wild or made by someone with bad intent."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

_MOST_BYTES = 400_000
_TOKENS = (
    b"<div>", b"</div>", b"<p>", b"</article>", b"<table><tr><td>", b"<script>", b"<!--", b"-->",
    b"<![CDATA[", b"<figure><figcaption>", b"<br>", b"<a href='", b'<meta charset="utf-16">',
    b'<meta charset="shift_jis">', b'<meta charset="utf-7">', b'<base href="//[">', b"<svg><style>",
    b'<?xml version="1.0" encoding="klingon"?>', b"<!DOCTYPE x [<!ENTITY a '&#x41;'>]>", b"&a;",
    b'<script type="application/ld+json">{"@type":"NewsArticle","headline":[[{}]],"image":7}</script>',
    b'<time datetime="9999-99-99T99:99:99+99:99">', b'<html lang="\xc3\xa9\xc3\xa9">', b"&#0;", b"&#xD800;",
    b"&#xFFFFFFFF;", b"&nbsp;", b"&amp;amp;", b"\x00", b"\x01\x02\x1b[31m", b"\x1c\x1d\x1e\x1f", b"\x7f",
    b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80",
    b"\xcc\x81" * 40, b"\xf0\x9f\x87\xab\xf0\x9f\x87\xb7", b"\xc3\x83\xc2\xa9", b"\xc2\xad", b"\\ud800",
    b'"\\u0000"', b"{", b"[[[[", b'"', b'""', b"null", b"1e999", b"-1", b"\r\n.\r\n", b"--=_b\r\n",
    b"=?utf-8?b?////?=", b"Content-Type: text/html; charset=x\r\n", b"0000-00-00", b"31 fevrier 0000",
    b"(AFP)", b"OSLO, 31 feb (Reuters) - ", b"\xc2\xa9 Reuters", b"Photo :", b"Tags:", b"1234 comments", b" > " * 9,
    b"\xe3\x80\x82", b"\xd8\x8c", b"\n\n\n", b"\r", b"\t", b"endobj", b"stream\n", b"/Length 99999999",
)  # fmt: skip
_CLOSING = re.compile(rb"</[a-zA-Z0-9]+>")
_CHARSET = re.compile(rb"(?i)charset\s*=\s*[\"']?[\w-]+|encoding\s*=\s*[\"'][\w-]+[\"']")
_ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "latin-1", "cp1251", "cp1256", "shift_jis", "gb18030",
              "koi8-r", "utf-7")  # fmt: skip
_CHARSETS = (b"utf-8", b"utf-16", b"iso-8859-1", b"windows-1251", b"shift_jis", b"gbk", b"x-none",
             b"hex", b"\xff\xff", b"unicode_escape", b"a" * 300)  # fmt: skip


def mutated(raw: bytes, other: bytes, chance: Random) -> bytes:
    """The input spoiled in one way or several; `other` is an input that parts may come from."""
    for _ in range(1 + int(chance.expovariate(0.7))):
        raw = chance.choice(_WAYS)(raw, other, chance)[:_MOST_BYTES]
    return raw


def _span(raw: bytes, chance: Random, most: int = 2_000) -> tuple[int, int]:
    start = chance.randrange(len(raw) + 1)
    return start, min(len(raw), start + chance.randrange(1, most))


def _flipped(raw: bytes, _: bytes, chance: Random) -> bytes:
    spoiled = bytearray(raw)
    for _ in range(min(len(raw), chance.choice((1, 3, 30)))):
        spoiled[chance.randrange(len(raw))] = chance.randrange(256)
    return bytes(spoiled)


def _cut(raw: bytes, _: bytes, chance: Random) -> bytes:
    start, end = _span(raw, chance)
    return raw[:start] if chance.random() < 0.3 else raw[:start] + raw[end:]


def _doubled(raw: bytes, _: bytes, chance: Random) -> bytes:
    start, end = _span(raw, chance)
    return raw[:end] + raw[start:end] * chance.choice((1, 5, 300)) + raw[end:]


def _inserted(raw: bytes, _: bytes, chance: Random) -> bytes:
    for _ in range(chance.choice((1, 1, 4))):
        at = chance.randrange(len(raw) + 1)
        raw = raw[:at] + chance.choice(_TOKENS) * chance.choice((1, 1, 1, 3, 500)) + raw[at:]
    return raw


def _replaced(raw: bytes, _: bytes, chance: Random) -> bytes:
    start, end = _span(raw, chance, 40)
    return raw[:start] + chance.choice(_TOKENS) + raw[end:]


def _spliced(raw: bytes, other: bytes, chance: Random) -> bytes:
    start, end = _span(other, chance, 5_000)
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + other[start:end] + raw[at:]


def _nested(raw: bytes, _: bytes, chance: Random) -> bytes:
    tag = chance.choice(
        (b"div", b"b", b"blockquote", b"table", b"a", b"p", b"ul><li", b"svg", b"x")
    )
    times = chance.choice((3, 100, 1_000, 4_000))
    start, end = _span(raw, chance)
    closing = b"</" + tag.split(b">")[0] + b">"
    return raw[:start] + (b"<" + tag + b">") * times + raw[start:end] + closing * times + raw[end:]


def _unbalanced(raw: bytes, _: bytes, chance: Random) -> bytes:
    return _CLOSING.sub(lambda m: b"" if chance.random() < 0.3 else m.group(), raw)


def _redeclared(raw: bytes, _: bytes, chance: Random) -> bytes:
    name = chance.choice(_CHARSETS)
    if not _CHARSET.search(raw):
        return b'<meta charset="' + name + b'">' + raw
    return _CHARSET.sub(lambda m: m.group().split(b"=")[0] + b'="' + name + b'"', raw)


def _reencoded(raw: bytes, _: bytes, chance: Random) -> bytes:
    return raw.decode("utf-8", "replace").encode(chance.choice(_ENCODINGS), "replace")


def _mojibake(raw: bytes, _: bytes, chance: Random) -> bytes:
    return raw.decode(chance.choice(("latin-1", "cp1252", "cp1251")), "replace").encode("utf-8")


def _one_line(raw: bytes, _: bytes, chance: Random) -> bytes:
    joined = re.sub(rb"\s+", chance.choice((b" ", b"")), raw)
    return joined * chance.choice((1, 3))


def _many_lines(raw: bytes, _: bytes, chance: Random) -> bytes:
    lines = raw.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines) if chance.random() < 0.5 else raw.replace(b" ", b"\n")


def _huge_attribute(raw: bytes, _: bytes, chance: Random) -> bytes:
    value = chance.choice((b"x", b"a b ", b"caption ", b"&amp;", b"<")) * 20_000
    name = chance.choice((b"class", b"style", b"id", b"data-x", b"datetime", b"content"))
    at = raw.find(b">", chance.randrange(len(raw) + 1))
    at = max(at, 0)
    return raw[:at] + b" " + name + b'="' + value + b'"' + raw[at:]


def _random(_: bytes, __: bytes, chance: Random) -> bytes:
    return chance.randbytes(chance.choice((1, 30, 2_000)))


def _tokens(_: bytes, __: bytes, chance: Random) -> bytes:
    words = (
        *_TOKENS,
        b"The minister said that talks went on in Oslo. ",
        b"Reuters",
        b"Lire aussi : ",
    )
    return b"".join(chance.choices(words, k=chance.choice((3, 40, 400))))


_WAYS: tuple[Callable[[bytes, bytes, Random], bytes], ...] = (
    _flipped, _cut, _doubled, _inserted, _inserted, _replaced, _replaced, _spliced, _spliced, _nested,
    _unbalanced, _redeclared, _reencoded, _mojibake, _one_line, _many_lines, _huge_attribute,
    _random, _tokens,
)  # fmt: skip
