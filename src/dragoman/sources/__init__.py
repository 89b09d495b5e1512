"""Where pages come from: files, folders, corpora, mails, PDF, agencies' records, standard input.
Everything ends as a `Page`."""

from __future__ import annotations

from dragoman.sources.columns import Columns
from dragoman.sources.gather import Options, Unread, gather, load, pages
from dragoman.sources.page import Form, Known, Page, page_of
from dragoman.sources.passed import Passed

__all__ = [
    "Columns",
    "Form",
    "Known",
    "Options",
    "Page",
    "Passed",
    "Unread",
    "gather",
    "load",
    "page_of",
    "pages",
]
