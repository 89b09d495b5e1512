"""Files that hold a page or several and are opened only when they are read, in another process if
that is wanted: the parsers of mails, PDF and XML can hang."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.errors import EmptyInput, InputError
from dragoman.sources.decode import decode
from dragoman.sources.kinds import Format, kind_by_head
from dragoman.sources.page import Form, Page, page_of
from dragoman.sources.passed import Passed
from dragoman.sources.stream import open_file, read_whole


@dataclass(frozen=True)
class Unopened:
    """A file by its path, or its bytes where it came on standard input.

    `format` is null where only the file's beginning shows what it is.
    """

    name: str
    format: Format | None
    path: str | None = None
    raw: bytes | None = None

    def pages(self) -> Iterator[Page | Passed]:
        """The pages in it; what goes wrong comes as `Passed`, and ends it."""
        try:
            raw = self.raw
            if raw is None:
                with open_file(self.path or "") as stream:
                    raw = read_whole(stream, name=self.name)
            yield from opened(raw, self.format, self.name)
        except InputError as error:
            yield Passed(self.name, error)


def opened(raw: bytes, format: Format | None, name: str, depth: int = 0) -> Iterator[Page | Passed]:
    """The pages in a file's bytes; raises InputError for what is not what it is said to be."""
    if not raw.strip():
        raise EmptyInput(f"{name}: empty; the text of a page is needed")
    format = format or kind_by_head(raw)
    if format == "eml":
        from dragoman.sources.mail import mail_pages

        yield from mail_pages(
            raw,
            name=name,
            opener=lambda inner, kind, called: opened(inner, kind, called, depth + 1),
            depth=depth,
        )
    elif format == "pdf":
        from dragoman.sources.pdf import pdf_page

        yield pdf_page(raw, name=name)
    elif format == "xml":
        yield from _xml(raw, name)
    else:
        yield text_page(raw, name=name, form="html" if format == "html" else None)


def text_page(raw: bytes, *, name: str, form: Form | None = None) -> Page:
    """The page that a text file is; its form is seen from the text where none is given."""
    text, encoding, notices = decode(raw, name=name, markup=form == "html")
    if form is not None:
        return Page(text, form=form, name=name, encoding=encoding, notices=notices)
    return page_of(text, name=name, encoding=encoding, notices=notices)


def _xml(raw: bytes, name: str) -> Iterator[Page | Passed]:
    from dragoman.sources.xml import is_xhtml, xml_pages

    if is_xhtml(raw):
        yield text_page(raw, name=name, form="html")
    else:
        yield from xml_pages(raw, name=name)
