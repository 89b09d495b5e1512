"""A PDF to the text of a page: its lines put together again, without what each sheet repeats."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from typing import Any

from dragoman.errors import EmptyInput, InputError, TooLarge
from dragoman.languages.dates import absolute_dates
from dragoman.sources.days import read_day
from dragoman.sources.drawn_twice import drawn_once
from dragoman.sources.limits import MAX_BYTES, MAX_PDF_PAGES
from dragoman.sources.page import Known, Page
from dragoman.sources.pdf_rows import Row, apart, sheet_rows
from dragoman.sources.wrapped import unwrapped

WHERE = "PDF metadata"
_EDGE = 2
"""Lines at the top and foot of a sheet where what it repeats can stand."""
_SHARE = 0.5
_LEAST_A_SHEET = 15  # characters: a scanned sheet has none, or a stamp
_DIGITS = re.compile(r"\d+")
_ADDRESS = re.compile(r"https?://\S{4,}")
_MADE_BY_OUTLET = re.compile(r"\s[-–—|]\s[^-–—|]{2,40}$")
_TITLE_LENGTH = range(12, 251)


def pdf_page(raw: bytes, *, name: str) -> Page:
    """The text of all sheets as one page.

    Raises InputError for a document that is damaged or locked, TooLarge for one of over 500 sheets,
    EmptyInput for one without text, as scanned ones are.
    """
    try:
        sheets, metadata = _read(raw, name)
    except (InputError, MemoryError):
        raise
    except Exception as error:
        # The parser fails in many ways on what is no sound PDF, and each means the same to the user.
        raise InputError(f"{name}: a damaged PDF: {type(error).__name__}: {error}") from None
    if sum(len(text.strip()) for text, _ in sheets) < _LEAST_A_SHEET * max(1, len(sheets)):
        raise EmptyInput(
            f"{name}: a PDF without text, as scanned ones are; give it a text layer first "
            "(with an OCR program)"
        )
    rows = drawn_once([rows for _, rows in sheets])
    kept, dropped = _without(rows, _repeated([[row.text for row in sheet] for sheet in rows]))
    text = unwrapped([row.text for row in kept], apart(kept))
    addresses = {match[0] for line in dropped if (match := _ADDRESS.search(line))}
    return Page(
        text,
        url=addresses.pop() if len(addresses) == 1 else None,
        name=name,
        known=_known(metadata, text),
    )


def _read(raw: bytes, name: str) -> tuple[list[tuple[str, list[Row]]], Any]:
    import pypdf
    from pypdf.errors import DependencyError, FileNotDecryptedError

    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    logging.getLogger("pypdf").propagate = False
    reader = pypdf.PdfReader(io.BytesIO(raw), strict=False)
    locked = InputError(f"{name}: an encrypted PDF; save it without a password")
    try:
        if reader.is_encrypted and not reader.decrypt(""):
            raise locked
        count = len(reader.pages)
        if count > MAX_PDF_PAGES:
            raise TooLarge(f"{name}: a PDF of {count} pages; {MAX_PDF_PAGES} at most are read")
        sheets, size = [], 0
        for sheet in reader.pages:
            sheets.append(sheet_rows(sheet))
            size += len(sheets[-1][0])
            if size > MAX_BYTES:
                raise TooLarge(f"{name}: a PDF with over 20 MB of text")
        return sheets, reader.metadata
    except (FileNotDecryptedError, DependencyError):
        raise locked from None


def _repeated(sheets: list[list[str]]) -> set[str]:
    """The forms of lines that stand at the edge of half the sheets or more, numbers aside."""
    if len(sheets) < 2:
        return set()
    counts: Counter[str] = Counter()
    for rows in sheets:
        counts.update({_form(rows[i]) for i in _edges(rows)})
    least = max(2, _SHARE * len(sheets))
    return {form for form, count in counts.items() if count >= least}


def _without(sheets: list[list[Row]], repeated: set[str]) -> tuple[list[Row], list[str]]:
    """All rows, without the repeated ones at the edges of sheets, and those apart."""
    kept, dropped = [], []
    for rows in sheets:
        texts = [row.text for row in rows]
        gone = {i for i in _edges(texts) if _form(texts[i]) in repeated}
        kept += [row for i, row in enumerate(rows) if i not in gone]
        dropped += [texts[i] for i in gone]
    return kept, dropped


def _edges(rows: list[str]) -> list[int]:
    filled = [i for i, row in enumerate(rows) if row]
    return sorted({*filled[:_EDGE], *filled[-_EDGE:]})


def _form(row: str) -> str:
    return " ".join(_DIGITS.sub("#", row).casefold().split())


def _known(metadata: Any, text: str) -> Known:
    """Title and day of the document's own record, where the text bears them out: such records often
    hold the name of a file and the day of printing."""
    title = _title(getattr(metadata, "title", None), text)
    try:
        made = getattr(metadata, "creation_date", None)
    except (ValueError, TypeError):
        made = None
    day = read_day(made.date().isoformat()).day if made else None
    if day and day not in {found.day for found in absolute_dates(text, None)}:
        day = None
    return Known(where=WHERE if title or day else "", title=title, published=day)


def _title(said: Any, text: str) -> str | None:
    if not isinstance(said, str):
        return None
    flat = " ".join(text.split()).casefold()
    for title in (said, _MADE_BY_OUTLET.sub("", said)):
        title = " ".join(title.split())
        if len(title) in _TITLE_LENGTH and " " in title and title.casefold() in flat:
            return title
    return None
