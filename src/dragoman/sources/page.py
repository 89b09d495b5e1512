from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from dragoman.sources.markup import is_html

Form = Literal["page", "html", "article"]


@dataclass(frozen=True)
class Known:
    """What the container of a text says of it (a column, a mail's header, an agency's record).

    It wins over what the text says, and `where` names the container's kind in statements
    ("column", "mail header", "ninjs"). `sender` is who a mail came from, which may be the outlet,
    the author or a friend who sent the page on; `dateline` the place that an agency reports from.
    """

    where: str = ""
    id: str | None = None
    title: str | None = None
    published: datetime.date | None = None
    published_at: datetime.datetime | None = None
    language: str | None = None
    outlet: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    dateline: str | None = None
    sender: str | None = None


@dataclass(frozen=True)
class Page:
    """A page as text, before anything is taken off it.

    `form` is what the text is: a "page" as select-all and copy give it, "html", or an "article"
    with no page around it. `name` says where it came from in words for people (a path, "standard
    input", "corpus.csv row 12"); `encoding` is the one it was read with, null where the text came
    decoded; `notices` tell what the reader should know ("encoding guessed: windows-1252").
    """

    text: str
    form: Form = "page"
    url: str | None = None
    name: str = ""
    encoding: str | None = None
    notices: tuple[str, ...] = ()
    known: Known = Known()


def page_of(
    text: str,
    *,
    plain: bool = False,
    url: str | None = None,
    name: str = "",
    encoding: str | None = None,
    notices: tuple[str, ...] = (),
) -> Page:
    """A text as a page of the form that it has: an article where the caller says so, else HTML or
    a page's text."""
    form: Form = "article" if plain else "html" if is_html(text) else "page"
    return Page(text, form=form, url=url, name=name, encoding=encoding, notices=notices)
