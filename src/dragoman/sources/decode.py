"""Bytes to text: what is no text is refused, what is not as declared is guessed and said so."""

from __future__ import annotations

import codecs
import re
import tomllib
from functools import lru_cache
from pathlib import Path

from dragoman.errors import BinaryInput, EmptyInput

_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"OggS", "a sound recording"),
    (b"ID3", "a sound recording"),
    (b"{\\rtf", "a rich text document"),
)
# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PATH = Path(__file__).with_name("encodings.toml")
_HEAD = 4096  # the web's own readers look at the first 1024 bytes; pages put scripts before it
_MARKUP = re.compile(rb"\s*<(?:[!?]|html\b|head\b|meta\b)", re.I)
_COMMENT = re.compile(rb"<!--.*?(?:-->|$)", re.S)
_XML_ENCODING = re.compile(rb"\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([^\"'>]{1,60})")
_META_CHARSET = re.compile(
    rb"<meta\b[^>]{0,300}?[\s/]charset\s*=\s*[\"']?\s*([^\s\"'/>;]{1,60})", re.I
)
_META_CONTENT = re.compile(
    rb"<meta\b[^>]{0,300}?content\s*=\s*[\"'][^\"'>]{0,100}?charset\s*=\s*([^\s\"'>;]{1,60})",
    re.I,
)
_CONTROL_SHARE = 0.02
_LOOKED_AT = 65_536
_ENOUGH_SIGNS = 20
_LAST_LATIN = 0x24F
_TEXT_CONTROLS = frozenset("\t\n\r\f\v\x85\x1b")


def decode(
    raw: bytes, *, name: str, charset: str | None = None, markup: bool = False
) -> tuple[str, str, tuple[str, ...]]:
    """The text, the encoding it was read with, and notices.

    The order is that of HTML: a byte order mark, then `charset` (what a mail's or a server's header
    says), then what the page's own head says where it is `markup` or begins like it, then UTF-8
    where the bytes are valid, then a guess. What is declared and is not so is not followed, and a
    notice says so. Raises EmptyInput where there is nothing but white space, BinaryInput where it
    is no text.
    """
    if not raw.strip():
        raise EmptyInput(f"{name}: empty; the text of a page is needed")
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _marked(raw, encoding, name)
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            raise BinaryInput(f"{name}: {what}, not text; the text of a page is needed")
    declared = charset or declared_charset(raw, markup=markup)
    if declared:
        wide = python_codec(declared)
        if charset and wide and wide.startswith(("utf-16", "utf-32")):
            return _declared_wide(raw, wide, name)
    if b"\x00" in raw:
        raise BinaryInput(f"{name}: has NUL bytes, so it is not text; the text of a page is needed")
    text, encoding, notices = _narrow(raw, declared, in_head=charset is None, name=name)
    return _checked(text, name), encoding, notices


def _narrow(
    raw: bytes, declared: str | None, *, in_head: bool, name: str
) -> tuple[str, str, tuple[str, ...]]:
    said: tuple[str, ...] = ()
    codec = python_codec(declared, in_page=in_head) if declared else None
    if declared and codec is None:
        said = (f"encoding declared as {_cut(declared)}, which is none that is known",)
    utf8 = _strictly(raw, "utf-8")
    if codec and codec != "utf-8":
        # By chance hardly any text of another encoding is valid UTF-8 as well.
        if utf8 is not None and not raw.isascii() and not codec.startswith("iso2022"):
            return utf8, "utf-8", (f"encoding declared as {_cut(declared or '')}, but it is utf-8",)
        text = _strictly(raw, codec)
        if text is not None:
            return text, _shown(codec), said
        if codec == "windows-1252":
            codec = None  # a few bytes mean nothing in it: the guess below says the same
        else:
            said = (f"encoding declared as {_cut(declared or '')}, but it is not",)
    elif codec == "utf-8" and utf8 is None:
        said = (f"encoding declared as {_cut(declared or '')}, but it is not",)
    if utf8 is not None:
        return utf8, "utf-8", said
    text, encoding = _guess(raw, name)
    return text, encoding, (*said, f"encoding guessed: {encoding}")


def _declared_wide(raw: bytes, codec: str, name: str) -> tuple[str, str, tuple[str, ...]]:
    text = _strictly(raw, codec)
    if text is None:
        raise BinaryInput(f"{name}: declared as {codec}, but it is not; save it again as UTF-8")
    return _checked(text, name), codec, ()


def declared_charset(raw: bytes, *, markup: bool = False) -> str | None:
    """What the head of a page says of its encoding, as it says it; null where it is no markup."""
    head = raw[:_HEAD]
    if not markup and not _MARKUP.match(head):
        return None
    head = _COMMENT.sub(b"", head)
    found = _XML_ENCODING.match(head) or _META_CHARSET.search(head) or _META_CONTENT.search(head)
    return found[1].decode("ascii", "replace").strip() if found else None


def python_codec(label: str, *, in_page: bool = False) -> str | None:
    """The name of Python's codec for a declared encoding; null where there is none for text.

    With `in_page` the label stood in the page's own bytes, which rules out UTF-16 and UTF-32.
    """
    key = label.strip().strip("'\"").casefold()
    codec = _labels()[in_page].get(key) or key
    try:
        codec = codecs.lookup(codec).name if key.isascii() else ""
        "".encode(codec)
    except (LookupError, ValueError, TypeError):
        return None
    if codec == "utf-7":
        return None
    return {"cp1252": "windows-1252"}.get(codec, codec)


@lru_cache(maxsize=1)
def _labels() -> tuple[dict[str, str], dict[str, str]]:
    data = tomllib.loads(_PATH.read_text(encoding="utf-8"))
    anywhere = {label: codec for codec, labels in data["labels"].items() for label in labels}
    never = {label: codec for codec, labels in data["never_in_a_page"].items() for label in labels}
    return anywhere, {**anywhere, **never}


def _strictly(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except (UnicodeError, LookupError):
        return None


def _shown(codec: str) -> str:
    return codec.replace("_", "-")


def _cut(label: str) -> str:
    return label if len(label) <= 40 else f"{label[:39]}…"


def _marked(raw: bytes, encoding: str, name: str) -> tuple[str, str, tuple[str, ...]]:
    label = encoding.removesuffix("-sig")
    try:
        return _checked(raw.decode(encoding), name), label, ()
    except UnicodeDecodeError as error:
        if encoding != "utf-8-sig":
            raise BinaryInput(
                f"{name}: begins like {label} but is not, from byte {error.start}; "
                "save it again as UTF-8"
            ) from None
    raw = raw[len(codecs.BOM_UTF8) :]
    text, encoding = _guess(raw, name)
    said = (f"begins like utf-8 but is not; encoding guessed: {encoding}",)
    return _checked(text, name), encoding, said


def _guess(raw: bytes, name: str) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:_LOOKED_AT], cp_exclusion=["utf_7"]).best()
    encoding = best.encoding if best is not None else "cp1252"
    # One-byte western encodings differ in a handful of signs, and guessers choose among them
    # almost at random: such pages are nearly always windows-1252.
    if not _other_script(raw, encoding):
        encoding = "cp1252"
    try:
        text = raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        # A few bytes have no meaning in windows-1252; they become the replacement sign.
        encoding, text = "cp1252", raw.decode("cp1252", errors="replace")
        if text.count("�") > len(text) * _CONTROL_SHARE:
            raise BinaryInput(
                f"{name}: neither UTF-8 nor another known encoding; save it again as UTF-8"
            ) from None
    return text, {"cp1252": "windows-1252"}.get(encoding, encoding.replace("_", "-"))


def _other_script(raw: bytes, encoding: str) -> bool:
    """Whether a guess of another script is borne out: enough signs, most letters of that script."""
    seen = raw[:_LOOKED_AT]
    if sum(byte >= 0x80 for byte in seen) < _ENOUGH_SIGNS:
        return False
    letters = [c for c in seen.decode(encoding, errors="replace") if c.isalpha()]
    foreign = sum(ord(c) > _LAST_LATIN for c in letters)
    return foreign > len(letters) * 0.3


def _checked(text: str, name: str) -> str:
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise EmptyInput(f"{name}: nothing but white space; the text of a page is needed")
    seen = text[:_LOOKED_AT]
    controls = sum((c < " " or c == "\x7f") and c not in _TEXT_CONTROLS for c in seen)
    if controls > len(seen) * _CONTROL_SHARE or "\x00" in text:
        raise BinaryInput(
            f"{name}: {controls} of the first {len(seen)} characters are control characters, "
            "so it is not text; the text of a page is needed"
        )
    return text
