"""The rows of a corpus: JSON Lines, a JSON list, CSV; one by one, in flat memory."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, zip_longest
from typing import Any

from dragoman.errors import InputError, TooLarge
from dragoman.sources.limits import MAX_BYTES
from dragoman.sources.lines import Endless, Text
from dragoman.sources.passed import Passed

_SPACE = " \t\r\n"
_CHUNK = 65_536
_DEEPEST = 3
_SEPARATORS = ",;\t|"


@dataclass(frozen=True)
class Row:
    """A row as it stands in its file: `label` says which ("row 12"), "" for the only one; `mended`
    where bytes of another encoding stood in it."""

    label: str
    values: dict[str, Any]
    size: int
    mended: bool = False


def json_rows(text: Text) -> Iterator[Row | Passed]:
    """The objects of JSON Lines, of a list, or of a file with one object or several after another."""
    start = text.head.lstrip()
    if start.startswith("["):
        yield from _listed(text)
    elif start.startswith("{") and _object(start.splitlines()[0]) is None:
        yield from _one_after_another(text)
    else:
        yield from _by_line(text)


def csv_rows(text: Text, *, separator: str | None = None) -> Iterator[Row | Passed]:
    """The rows below a header. They are counted as a spreadsheet does, the header being row 1."""
    csv.field_size_limit(MAX_BYTES)
    separator = separator or _separator(text.head)
    reader = csv.reader((line.replace("\0", "") for line in text.lines()), delimiter=separator)
    header: list[str] | None = None
    for number in count(1):
        label, text.mended = f"row {number}", False
        try:
            cells = next(reader)
        except StopIteration:
            return
        except Endless as error:
            yield Passed(text.name, error)
            return
        except TooLarge as error:
            yield _passed(text, label, str(error), TooLarge)
            continue
        except csv.Error as error:
            why = f"{error}; a quotation mark may stand open from here on, nothing is read after it"
            yield _passed(text, label, why)
            return
        if not any(cells):
            continue
        if header is None:
            header = [cell.strip().removeprefix("\ufeff") for cell in cells]
            continue
        if len(cells) > len(header) and any(cells[len(header) :]):
            why = f"{len(cells)} fields where the header has {len(header)}"
            yield _passed(text, label, f"{why}; are its quotation marks right?")
            continue
        values: dict[str, Any] = {}
        for column, cell in zip_longest(header, cells[: len(header)]):
            values.setdefault(column, cell)
        yield Row(label, values, sum(map(len, cells)), text.mended)


def _separator(head: str) -> str:
    """The sign that stands most often in the first line, outside quotation marks."""
    first = next((line for line in head.splitlines() if line.strip()), "")
    outside = "".join(first.split('"')[::2])
    return max(_SEPARATORS, key=outside.count)


def _by_line(text: Text) -> Iterator[Row | Passed]:
    for number in count(1):
        label, text.mended = f"row {number}", False
        try:
            line = text.line()
        except Endless as error:
            yield Passed(text.name, error)
            return
        except TooLarge as error:
            yield _passed(text, label, str(error), TooLarge)
            continue
        if line is None:
            return
        line = line.strip().removeprefix("\ufeff")
        if not line:
            continue
        values = _object(line)
        if values is not None:
            yield Row(label, values, len(line), text.mended)
        else:
            yield _passed(text, label, _why_not(line))


def _listed(text: Text) -> Iterator[Row | Passed]:
    values = _Values(text)
    values.skip("[")
    for number in count(1):
        label = f"item {number}"
        try:
            found = values.next(separators=",")
        except InputError as error:
            yield _passed(text, label, f"{error}; nothing is read after it", type(error))
            return
        if found is None:
            return
        value, size = found
        if isinstance(value, dict):
            yield Row(label, value, size)
        else:
            yield _passed(text, label, "no object")


def _one_after_another(text: Text) -> Iterator[Row | Passed]:
    values = _Values(text)
    for number in count(1):
        try:
            found = values.next(separators="")
        except InputError as error:
            yield _passed(text, f"item {number}", f"{error}; nothing is read after it", type(error))
            return
        if found is None:
            return
        value, size = found
        alone = number == 1 and values.at_end()
        if isinstance(value, dict):
            yield Row("" if alone else f"item {number}", value, size)
        else:
            yield _passed(text, f"item {number}", "no object")


def inner_rows(row: Row) -> list[Row]:
    """The objects of the one list of objects that a row holds, as answers of services do
    ({"status": "ok", "articles": [...]}); none where it holds no list or several."""
    level: list[Any] = [row.values]
    for _ in range(_DEEPEST):
        values = [value for one in level for value in one.values()]
        lists = [
            value
            for value in values
            if isinstance(value, list) and value and all(isinstance(one, dict) for one in value)
        ]
        if lists:
            rows = lists[0] if len(lists) == 1 else []
            return [
                Row(f"item {number}", one, row.size // len(rows))
                for number, one in enumerate(rows, start=1)
            ]
        level = [value for value in values if isinstance(value, dict)]
    return []


class _Values:
    """JSON values out of a stream, each of them whole in memory and no more than one."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._held, self._at, self._over = "", 0, False
        self._decoder = json.JSONDecoder()

    def skip(self, sign: str) -> None:
        self._to_sign("\ufeff")
        if self._held[self._at : self._at + 1] == sign:
            self._at += 1

    def at_end(self) -> bool:
        self._to_sign("")
        return self._at >= len(self._held)

    def next(self, *, separators: str) -> tuple[Any, int] | None:
        """The next value and its length, null at the end of the list or the text."""
        self._to_sign(separators)
        if self._at >= len(self._held) or self._held[self._at] == "]":
            return None
        while True:
            try:
                value, end = self._decoder.raw_decode(self._held, self._at)
            except RecursionError:
                raise InputError("nested too deep") from None
            except ValueError as error:
                if self._over:
                    raise InputError(f"not JSON: {error}") from None
            else:
                if end < len(self._held) or self._over:
                    written, self._at = self._held[self._at : end], end
                    return _whole(value, written), len(written)
            if len(self._held) - self._at > MAX_BYTES:
                raise TooLarge("over 20 MB, or not JSON")
            self._more()

    def _to_sign(self, separators: str) -> None:
        while True:
            while self._at < len(self._held) and self._held[self._at] in _SPACE + separators:
                self._at += 1
            if self._at < len(self._held) or self._over:
                return
            self._more()

    def _more(self) -> None:
        # As much again as is held, so that a long value is not tried over and over.
        self._held = self._held[self._at :]
        self._at = 0
        more = self._text.read(max(_CHUNK, len(self._held)))
        self._held += more
        self._over = not more


def _object(line: str) -> dict[str, Any] | None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return _whole(value, line) if isinstance(value, dict) else None


def _whole(value: Any, written: str) -> Any:
    """The value with no half of a character in it, as escapes can write one."""
    if "\\ud" not in written.lower():
        return value
    return json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))


def _why_not(line: str) -> str:
    try:
        json.loads(line)
    except RecursionError:
        return "nested too deep"
    except ValueError as error:
        return f"not JSON: {error}"
    return "no object"


def _passed(text: Text, label: str, why: str, kind: type[InputError] = InputError) -> Passed:
    name = f"{text.name} {label}"
    return Passed(name, kind(f"{name}: {why}"))
