"""A corpus of rows to pages: what each column holds is known of the article beforehand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, BinaryIO

from dragoman.errors import BadColumns, EmptyInput, InputError
from dragoman.sources.columns import Columns, cell, in_words, names_of, resolve
from dragoman.sources.days import UnclearOrder, order_of, read_day
from dragoman.sources.fragment import fragment_text, has_tags, one_line_text
from dragoman.sources.kinds import Format
from dragoman.sources.lines import Text
from dragoman.sources.markup import begins_html
from dragoman.sources.ninjs import is_ninjs, ninjs_pages
from dragoman.sources.page import Known, Page
from dragoman.sources.passed import Passed
from dragoman.sources.rows import Row, csv_rows, inner_rows, json_rows
from dragoman.sources.tongues import language_code

_SAMPLE, _SAMPLE_SIZE = 200, 8_000_000
_DEEPEST = 3
_ADDRESS = re.compile(r"https?://\S+", re.I)
_HOW = "say --date-format dmy or mdy, or a pattern such as %d/%m/%Y"


@dataclass(frozen=True)
class Plan:
    """How the rows of one corpus are read; `order` is that of dates in figures."""

    columns: Columns
    order: str | None


@dataclass(frozen=True)
class CorpusRow:
    """A row whose text is not looked at yet: markup in it is for the process that reads pages."""

    name: str
    row: Row
    plan: Plan | None = None

    def pages(self) -> Iterator[Page | Passed]:
        """The row as a page, with what its columns say; an agency's item with no plan as such."""
        if self.plan is None:
            yield from ninjs_pages(self.row.values, name=self.name)
            return
        try:
            yield _page(self.row, self.plan, name=self.name)
        except EmptyInput as error:
            yield Passed(self.name, error, fault=False)
        except InputError as error:
            yield Passed(self.name, error)


def corpus_rows(
    stream: BinaryIO,
    *,
    name: str,
    format: Format,
    columns: Columns,
    date_format: str | None,
    tell: Callable[[str], None],
) -> Iterator[CorpusRow | Passed]:
    """The rows of a corpus, one by one; those of agencies' own JSON (ninjs) as such.

    What is guessed of the columns is told. The first rows are looked at before any is read, so
    that a corpus that cannot be read is refused at once: BadColumns. Rows without a text are
    counted, and one `Passed` at the end stands for them.
    """
    text = Text(stream, name=name)
    rows = _rows(text, format)
    sample = _sample(rows)
    if len(sample) == 1 and (inner := _answer(sample[0], columns)):
        sample = list(inner)
    kept = [one for one in sample if isinstance(one, Row)]
    plain = [row for row in kept if not is_ninjs(row.values)]
    plan = None
    if plain:
        plan = _plan(plain, columns, date_format, name=name, tell=tell)
    elif not sample:
        yield Passed(name, EmptyInput(f"{name}: no rows"))
    empty, first_empty = 0, ""
    for one in chain(sample, rows):
        if isinstance(one, Passed):
            yield one
            continue
        whole = f"{name} {one.label}".strip()
        if is_ninjs(one.values):
            yield CorpusRow(whole, one)
            continue
        if plan is None:
            plan = _plan([one], columns, date_format, name=name, tell=tell)
        if _body(one, plan).strip():
            yield CorpusRow(whole, one, plan)
        else:
            empty, first_empty = empty + 1, first_empty or one.label
    if empty:
        yield _without_text(name, empty, first_empty)


def _rows(text: Text, format: Format) -> Iterator[Row | Passed]:
    if format in ("json", "jsonl"):
        return json_rows(text)
    return csv_rows(text, separator="\t" if format == "tsv" else None)


def _answer(one: Row | Passed, columns: Columns) -> list[Row]:
    """The rows inside the only object of a file, where that has no text of its own."""
    if isinstance(one, Passed) or is_ninjs(one.values):
        return []
    try:
        resolve(columns, names_of([one.values]), name="")
    except BadColumns:
        return inner_rows(one)
    return []


def _sample(rows: Iterator[Row | Passed]) -> list[Row | Passed]:
    sample: list[Row | Passed] = []
    size = 0
    while len(sample) < _SAMPLE and size < _SAMPLE_SIZE:
        one = next(rows, None)
        if one is None:
            break
        sample.append(one)
        size += one.size if isinstance(one, Row) else 0
    return sample


def _plan(
    sample: list[Row],
    given: Columns,
    date_format: str | None,
    *,
    name: str,
    tell: Callable[[str], None],
) -> Plan:
    columns, guessed = resolve(given, names_of(row.values for row in sample), name=name)
    if guessed != Columns():
        tell(f"{name}: columns by their names: {in_words(guessed)}")
    order = date_format
    if order is None and columns.date:
        order = _order(sample, columns.date, name=name, tell=tell)
    _check_dates(sample, columns, order, name=name, given=bool(date_format))
    return Plan(columns, order)


def _order(sample: list[Row], column: str, *, name: str, tell: Callable[[str], None]) -> str | None:
    """The order of dates in figures where rows show it and none contradicts."""
    shown = {order_of(cell(row.values, column)): row for row in reversed(sample)}
    orders = {order for order in shown if order}
    if len(orders) > 1:
        raise BadColumns(
            f"{name}: dates in column {column!r} are in two orders: "
            + ", ".join(
                f"{cell(shown[o].values, column)!r} ({shown[o].label})" for o in sorted(orders)
            )
            + f"; {_HOW}"
        )
    if not orders:
        return None
    order = orders.pop()
    row = shown[order]
    tell(f"{name}: dates are read as {order}, as {row.label} has it: {cell(row.values, column)!r}")
    return order


def _check_dates(
    sample: list[Row], columns: Columns, order: str | None, *, name: str, given: bool
) -> None:
    first = None
    for row in sample:
        value = cell(row.values, columns.date)
        if value in (None, ""):
            continue
        try:
            if read_day(value, order=order).day:
                return
        except UnclearOrder as error:
            raise BadColumns(f"{name} {row.label}: {error}; {_HOW}") from None
        first = first or (row.label, value)
    if first and given:
        raise BadColumns(
            f"{name}: no date in column {columns.date!r} is as --date-format says; {first[0]} has "
            f"{str(first[1])[:60]!r}"
        )


def _body(row: Row, plan: Plan) -> str:
    parts = (_words(cell(row.values, column)) for column in plan.columns.text)
    return "\n\n".join(part for part in parts if part.strip())


def _page(row: Row, plan: Plan, *, name: str) -> Page:
    columns, body = plan.columns, _body(row, plan)
    whole_page = begins_html(body)
    if not whole_page and has_tags(body):
        body = fragment_text(body)
    if not body.strip():
        raise EmptyInput(f"{name}: markup without a text")
    notices: list[str] = []
    if row.mended:
        notices.append("bytes that are not utf-8 were read as windows-1252")
    language = language_code(cell(row.values, columns.language))
    told = cell(row.values, columns.date)
    try:
        published = read_day(told, language=language, order=plan.order)
    except UnclearOrder as error:
        raise BadColumns(f"{name}: {error}; {_HOW}") from None
    if published.day is None and told not in (None, ""):
        notices.append(f"no date could be read from {str(told)[:60]!r}")
    url = _words(cell(row.values, columns.url)).strip()
    known = Known(
        where="column",
        id=_short(cell(row.values, columns.id)),
        title=_short(cell(row.values, columns.title)),
        published=published.day,
        published_at=published.at,
        language=language,
        outlet=_short(cell(row.values, columns.outlet)),
        agency=_short(cell(row.values, columns.agency)),
        authors=_names(cell(row.values, columns.author)),
        section=_names(cell(row.values, columns.section)),
    )
    return Page(
        body,
        form="html" if whole_page else "article",
        url=url if _ADDRESS.fullmatch(url) else None,
        name=name,
        notices=tuple(notices),
        known=known,
    )


def _words(value: Any, depth: int = 0) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None or depth > _DEEPEST:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        return "\n\n".join(filter(None, (_words(one, depth + 1) for one in value)))
    if isinstance(value, dict):
        return _words(value.get("value") or value.get("name") or value.get("text"), depth + 1)
    return ""


def _short(value: Any) -> str | None:
    return one_line_text(_words(value)) or None


def _names(value: Any) -> tuple[str, ...]:
    """Names in a list, or in one text with semicolons between them."""
    parts = value if isinstance(value, list) else _words(value).split(";")
    names = (one_line_text(_words(part)) for part in parts)
    return tuple(dict.fromkeys(name for name in names if name))


def _without_text(name: str, count: int, first: str) -> Passed:
    rows = "a row" if count == 1 else f"{count} rows"
    where = first if count == 1 else f"the first is {first}"
    return Passed(
        name, EmptyInput(f"{name}: {rows} without a text ({where})"), count=count, fault=False
    )
