"""A mail to pages: its text, what its header says, and the pages that are attached to it."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr
from functools import lru_cache
from pathlib import Path

from dragoman.errors import EmptyInput, InputError, OtherKind
from dragoman.sources.days import Told, read_day
from dragoman.sources.decode import decode
from dragoman.sources.fragment import fragment_text
from dragoman.sources.kinds import Format, kind_by_name
from dragoman.sources.limits import MAX_MAIL_DEPTH
from dragoman.sources.page import Known, Page, page_of
from dragoman.sources.passed import Passed

WHERE = "mail header"
Opener = Callable[[bytes, Format, str], Iterator[Page | Passed]]

_PATH = Path(__file__).with_name("mail.toml")
_KINDS: dict[str, Format] = {
    "text/plain": "text",
    "text/html": "html",
    "message/rfc822": "eml",
    "application/pdf": "pdf",
    "application/xml": "xml",
    "text/xml": "xml",
}
_MOST_PARTS = 1000
_LONGEST_HEADER = 500
_ENOUGH_OF_PLAIN = 0.5
_PARAGRAPH = re.compile(r"<p\b[^<>]{0,500}>", re.I)


@dataclass
class _Parts:
    plain: Message | None = None
    html: Message | None = None
    attached: list[Message] | None = None


def mail_pages(raw: bytes, *, name: str, opener: Opener, depth: int = 0) -> Iterator[Page | Passed]:
    """The mail's own page, then those attached to it, which `opener` opens by their kinds.

    Attachments of other kinds come as `Passed`. Raises EmptyInput for a mail with nothing in it.
    """
    message = message_from_bytes(raw, policy=policy.default)
    parts = _sorted(message)
    attached = parts.attached or []
    page = _page(message, parts, name)
    if page is not None:
        yield page
    elif not attached:
        raise EmptyInput(f"{name}: a mail without a text")
    for number, part in enumerate(attached, start=1):
        yield from _attachment(part, number, name=name, opener=opener, depth=depth)


def _sorted(message: Message) -> _Parts:
    """The first plain and the first HTML text, and everything that is attached.

    Pictures that stand inside the text are not attached.
    """
    parts = _Parts(attached=[])
    assert parts.attached is not None
    waiting: list[Message] = [message]
    seen = 0
    while waiting and seen < _MOST_PARTS:
        part = waiting.pop(0)
        seen += 1
        kind = part.get_content_type()
        disposition = _header(part, "Content-Disposition").casefold()
        is_attached = disposition.startswith("attachment") or (
            part is not message and _file_name(part) is not None and not kind.startswith("image/")
        )
        if kind == "message/rfc822" and part is not message:
            parts.attached.append(part)
        elif part.is_multipart() and isinstance(inner := part.get_payload(), list):
            waiting[:0] = [one for one in inner if isinstance(one, Message)]
        elif is_attached:
            parts.attached.append(part)
        elif kind == "text/plain" and parts.plain is None:
            parts.plain = part
        elif kind == "text/html" and parts.html is None:
            parts.html = part
    return parts


def _page(message: Message, parts: _Parts, name: str) -> Page | None:
    """The mail's text: as HTML where that shows its paragraphs and holds what the plain text holds."""
    plain = _decoded(parts.plain, name, markup=False)
    marked = _decoded(parts.html, name, markup=True)
    chosen = plain or marked
    if plain and marked:
        shown = len(fragment_text(marked[0]))
        if _PARAGRAPH.search(marked[0]) and shown >= _ENOUGH_OF_PLAIN * len(plain[0]):
            chosen = marked
    if chosen is None:
        return None
    text, encoding, notices = chosen
    known = _known(message)
    if chosen is marked:
        return Page(text, "html", name=name, encoding=encoding, notices=notices, known=known)
    page = page_of(text, name=name, encoding=encoding, notices=notices)
    return Page(page.text, page.form, name=name, encoding=encoding, notices=notices, known=known)


def _decoded(
    part: Message | None, name: str, *, markup: bool
) -> tuple[str, str, tuple[str, ...]] | None:
    raw = _bytes(part) if part is not None else b""
    if part is None or not raw.strip():
        return None
    try:
        text, encoding, notices = decode(raw, name=name, charset=_charset(part), markup=markup)
    except InputError:
        return None
    return text.replace("\r\n", "\n"), encoding, notices


def _charset(part: Message) -> str | None:
    try:
        charset = part.get_content_charset()
    except (LookupError, ValueError, AttributeError, TypeError):
        return None
    # What is said of mere ASCII says nothing where there is more in it.
    return None if charset in (None, "us-ascii", "ascii") else charset


def _bytes(part: Message) -> bytes:
    try:
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            first = inner[0] if isinstance(inner, list) and inner else None
            return bytes(first) if isinstance(first, EmailMessage) else b""
        payload = part.get_payload(decode=True)
    except (LookupError, ValueError, TypeError, AttributeError, IndexError, RecursionError):
        return b""
    return payload if isinstance(payload, bytes) else b""


def _attachment(
    part: Message, number: int, *, name: str, opener: Opener, depth: int
) -> Iterator[Page | Passed]:
    kind = part.get_content_type()
    called = _file_name(part) or (_subject(part.get_payload(0)) if kind == "message/rfc822" else "")
    whole = f"{name} attachment {number}" + (f" ({called[:80]})" if called else "")
    format = kind_by_name(called) if kind != "message/rfc822" and called else None
    format = format or _KINDS.get(kind)
    if format is None:
        yield Passed(whole, OtherKind(f"{whole}: {kind} is not read"), fault=False)
    elif depth + 1 >= MAX_MAIL_DEPTH:
        yield Passed(whole, InputError(f"{whole}: mails in mails, {MAX_MAIL_DEPTH} deep"))
    else:
        try:
            yield from opener(_bytes(part), format, whole)
        except InputError as error:
            yield Passed(whole, error)


def _known(message: Message) -> Known:
    told = _sent(message)
    sender, address = parseaddr(_header(message, "From"))
    return Known(
        where=WHERE,
        title=_subject(message) or None,
        published=told.day,
        published_at=told.at,
        sender=" ".join(sender.split()) or address or None,
    )


def _sent(message: Message) -> Told:
    told = read_day(_header(message, "Date")) if _header(message, "Date") else Told()
    # A clock that was never set is no date.
    return told if told.day and told.day >= datetime.date(1980, 1, 2) else Told()


def _subject(message: object) -> str:
    subject = _header(message, "Subject") if isinstance(message, Message) else ""
    while match := _prefix().match(subject):
        subject = subject[match.end() :]
    return subject


@lru_cache(maxsize=1)
def _prefix() -> re.Pattern[str]:
    prefixes: list[str] = tomllib.loads(_PATH.read_text(encoding="utf-8"))["prefixes"]
    words = "|".join(map(re.escape, prefixes))
    return re.compile(rf"\s*(?:{words})(?:\[\d{{1,3}}\])?\s?[:：]\s*", re.I)


def _header(message: Message, name: str) -> str:
    """A header on one line; "" where there is none or it cannot be read."""
    try:
        value = message.get(name)
        text = str(value) if value is not None else ""
    except Exception:  # the parser of headers stumbles over malformed ones in many ways
        return ""
    text = text.encode("utf-8", "replace").decode("utf-8")
    return " ".join(text[:_LONGEST_HEADER].split())


def _file_name(part: Message) -> str | None:
    try:
        name = part.get_filename()
    except Exception:  # as above
        return None
    return " ".join(name.split()) or None if isinstance(name, str) else None
