"""Bytes to text: what is no text is refused, what is not UTF-8 is guessed and said so."""

from __future__ import annotations

import codecs

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
_CONTROL_SHARE = 0.02
_LOOKED_AT = 65_536
_ENOUGH_SIGNS = 20
_LAST_LATIN = 0x24F
_TEXT_CONTROLS = frozenset("\t\n\r\f\v\x85\x1b")


def decode(raw: bytes, *, name: str) -> tuple[str, str, tuple[str, ...]]:
    """The text, the encoding it was read with, and notices.

    Raises EmptyInput where there is nothing but white space, BinaryInput where it is no text.
    """
    if not raw.strip():
        raise EmptyInput(f"{name}: empty; the text of a page is needed")
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _marked(raw, encoding, name)
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            raise BinaryInput(f"{name}: {what}, not text; the text of a page is needed")
    if b"\x00" in raw:
        raise BinaryInput(f"{name}: has NUL bytes, so it is not text; the text of a page is needed")
    try:
        text, encoding = raw.decode("utf-8"), "utf-8"
        notices: tuple[str, ...] = ()
    except UnicodeDecodeError:
        text, encoding = _guess(raw, name)
        notices = (f"encoding guessed: {encoding}",)
    return _checked(text, name), encoding, notices


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
    text, encoding = _guess(raw[len(codecs.BOM_UTF8) :], name)
    return _checked(text, name), encoding, (f"encoding guessed: {encoding}",)


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
