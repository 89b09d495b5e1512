"""What people wrote into a sheet."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dragoman.errors import BadColumns, InputError, MissingInput, TooLarge

FILLED = ("right", "parties", "kind", "modality", "date")
"""The columns to fill: whether the claim is right, and then each part of it."""
TOLD = ("claim", "type", "event_type")
MAX_BYTES = 50_000_000

_YES = ("y", "yes", "o", "oui", "1", "true", "x")
_NO = ("n", "no", "non", "0", "false")
_UNSURE = ("?", "unsure")

Answer = Literal["yes", "no", "unsure"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One line of a sheet; `answers` has the columns that are filled."""

    claim: str
    type: str
    event_type: str | None
    answers: dict[str, Answer]


def read_sheet(path: Path) -> list[Verdict]:
    """The verdicts of a filled sheet, also of one saved with semicolons or tabs.

    Raises MissingInput, TooLarge, BadColumns where a column lacks, and InputError with the line for a
    cell that is no answer, a line without a claim, or a claim that stands there twice.
    """
    text = _text(path)
    reader = csv.DictReader(io.StringIO(text, newline=""), dialect=_dialect(text))
    try:
        return _verdicts(reader, path.name)
    except csv.Error as error:
        raise InputError(f"{path.name}, line {reader.line_num + 1}: no CSV: {error}") from error


def _verdicts(reader: csv.DictReader[str], file: str) -> list[Verdict]:
    missing = [name for name in (*TOLD, "right") if name not in (reader.fieldnames or ())]
    if missing:
        raise BadColumns(
            f"{file}: no column {', '.join(missing)}; a sheet has those that `dragoman audit` wrote"
        )
    found: dict[str, Verdict] = {}
    for row in reader:
        where = f"{file}, line {reader.line_num}"
        claim = (row["claim"] or "").strip()
        if not claim:
            raise InputError(f"{where}: no claim's id")
        if claim in found:
            raise InputError(f"{where}: claim {claim} stands there twice")
        answers = {
            name: answer
            for name in FILLED
            if (answer := _answer(row.get(name) or "", f"{where}, {name}")) is not None
        }
        found[claim] = Verdict(claim, row["type"] or "", row["event_type"] or None, answers)
    return list(found.values())


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise TooLarge(f"{path.name}: over {MAX_BYTES // 1_000_000} MB, no sheet")
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise MissingInput(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path.name}: not UTF-8; save the sheet as CSV in UTF-8") from error


def _dialect(text: str) -> type[csv.Dialect]:
    head = text.partition("\n")[0]
    most = max(",;\t", key=head.count)

    class Sheet(csv.excel):
        delimiter = most

    return Sheet


def _answer(cell: str, where: str) -> Answer | None:
    written = cell.strip().lower()
    if not written:
        return None
    if written in _YES:
        return "yes"
    if written in _NO:
        return "no"
    if written in _UNSURE:
        return "unsure"
    raise InputError(f"{where}: {cell.strip()!r}; write yes, no or ?, or leave it empty")
