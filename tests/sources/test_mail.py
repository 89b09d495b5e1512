from __future__ import annotations

import datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sources.pdfs import pdf
from tests.sources.refusals import refusal

from dragoman.errors import EmptyInput, OtherKind
from dragoman.sources import Page, Passed
from dragoman.sources.unopened import opened

LINES = [
    "Peru and Chile signed a treaty on Monday, ending a quarrel over their border.",
    "The ministers of both countries met in Lima, and will meet again in June.",
    "Traders hope for shorter queues at the border post in the coming season.",
]
PLAIN = "\n\n".join(LINES)
MARKED = "<html><body>" + "".join(f"<p>{line}</p>" for line in LINES) + "</body></html>"


def mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    return message


def read(message: EmailMessage | bytes) -> list[Page | Passed]:
    raw = message if isinstance(message, bytes) else bytes(message)
    return list(opened(raw, "eml", "m.eml"))


def first(message: EmailMessage | bytes) -> Page:
    page = read(message)[0]
    assert isinstance(page, Page)
    return page


def test_the_header_tells_title_day_and_sender() -> None:
    message = mail(
        Subject="TR : Fwd: Un traité",
        Date="Tue, 12 Mar 2024 23:30:00 -0500",
        From="Ann <a@b.example>",
    )
    message.set_content(PLAIN)
    page = first(message)
    assert (page.form, page.known.where) == ("page", "mail header")
    assert page.known.title == "Un traité"
    assert page.known.published == datetime.date(2024, 3, 12)
    assert page.known.published_at is not None
    assert page.known.sender == "Ann"
    assert page.text.strip() == PLAIN


def test_of_two_texts_the_one_with_paragraphs_unless_it_holds_less() -> None:
    message = mail(Subject="A title")
    message.set_content(PLAIN)
    message.add_alternative(MARKED, subtype="html")
    assert first(message).form == "html"
    short = mail(Subject="A title")
    short.set_content(PLAIN)
    short.add_alternative("<html><p>Your program shows no text.</p></html>", subtype="html")
    assert first(short).form == "page"


def test_what_is_attached_and_is_a_page_is_read() -> None:
    inner = mail(Subject="Inside")
    inner.set_content(PLAIN)
    message = mail(Subject="See below")
    message.set_content("See below.")
    message.add_attachment(inner)
    message.add_attachment(MARKED.encode(), maintype="text", subtype="html", filename="page.html")
    message.add_attachment(
        pdf([LINES]), maintype="application", subtype="octet-stream", filename="report.pdf"
    )
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    message.add_attachment(b"PK\3\4", maintype="application", subtype="zip", filename="a.zip")
    body, nested, html, document, *others = read(message)
    assert all(isinstance(one, Page) for one in (body, nested, html, document))
    assert nested.name == "m.eml attachment 1 (Inside)"
    assert isinstance(nested, Page)
    assert nested.known.title == "Inside"
    assert isinstance(html, Page)
    assert (html.name, html.form) == ("m.eml attachment 2 (page.html)", "html")
    assert isinstance(document, Page)
    assert LINES[0] in document.text.replace("\n", " ")
    assert all(isinstance(one, Passed) and isinstance(one.why, OtherKind) for one in others)
    assert others[-1].name == "m.eml attachment 5 (a.zip)"


def test_mails_in_mails_end() -> None:
    message = mail(Subject="0")
    message.set_content(PLAIN)
    for depth in range(1, 9):
        outer = mail(Subject=str(depth))
        outer.set_content(PLAIN)
        outer.add_attachment(message)
        message = outer
    found = read(message)
    assert len(found) == 6
    assert isinstance(found[-1], Passed)
    assert "mails in mails" in str(found[-1].why)


@pytest.mark.parametrize("charset", ["iso-8859-1", "us-ascii", "no-such", "utf-8"])
def test_what_the_header_says_of_the_encoding_need_not_be_so(charset: str) -> None:
    text = "L'été dernier, le président s'est félicité de l'accord conclu à Genève."
    raw = f"Subject: x\nContent-Type: text/plain; charset={charset}\n\n{text}".encode()
    assert first(raw).text == text


def test_a_mail_without_a_text_is_named() -> None:
    with pytest.raises(EmptyInput, match=r"m\.eml: a mail without a text"):
        read(mail(Subject="nothing"))


MALFORMED = [
    b"Subject: =?utf-8?q?=C3?=\nFrom: <<>>;\nDate: yesterday\n\nPeru and Chile met.",
    b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\nPeru and Chile met.",
    b"Content-Type: multipart/mixed\n\nPeru and Chile met.",
    b"Content-Type: text/plain; charset*=x'y'%\nContent-Transfer-Encoding: base64\n\n!!!",
    b"Content-Type: ;;;\nContent-Disposition: ;filename*0*=x\n\nPeru and Chile met.",
]


@pytest.mark.parametrize("raw", MALFORMED)
def test_malformed_mails_are_read_or_refused(raw: bytes) -> None:
    assert (refusal(lambda: read(raw)) or "m.eml: ").startswith("m.eml: ")


@given(st.data())
def test_whatever_stands_in_a_mail_it_is_read_or_refused(data: st.DataObject) -> None:
    raw = bytearray((Path(__file__).parents[2] / "samples" / "letter.eml").read_bytes())
    for _ in range(data.draw(st.integers(1, 20))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    assert (refusal(lambda: read(bytes(raw))) or "m.eml: ").startswith("m.eml: ")
