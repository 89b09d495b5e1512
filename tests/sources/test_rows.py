from __future__ import annotations

import codecs
import io
import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import BinaryInput, EmptyInput
from dragoman.sources import limits, lines, rows
from dragoman.sources.lines import Text
from dragoman.sources.passed import Passed
from dragoman.sources.rows import Row, csv_rows, json_rows


def text(raw: str | bytes) -> Text:
    return Text(io.BytesIO(raw.encode() if isinstance(raw, str) else raw), name="c")


def values(found: object) -> list[dict[str, object]]:
    return [one.values for one in found if isinstance(one, Row)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "written",
    [
        '{"a": 1}\n{"a": 2}\n',
        '{"a": 1}\r\n\r\n{"a": 2}',
        '[{"a": 1}, {"a": 2}]',
        '\ufeff [\n{"a":\n1},{"a": 2}\n]\n',
        '{\n "a": 1\n}\n{\n "a": 2\n}\n',
    ],
)
def test_every_way_to_write_objects_one_after_the_other(written: str) -> None:
    assert values(json_rows(text(written))) == [{"a": 1}, {"a": 2}]


def test_one_object_has_no_number() -> None:
    (row,) = json_rows(text('{\n "a": 1\n}\n'))
    assert isinstance(row, Row)
    assert row.label == ""


def test_a_bad_line_is_named_and_the_next_is_read() -> None:
    first, bad, last = json_rows(text('{"a": 1}\n{"a": \n{"a": 2}\n'))
    assert isinstance(bad, Passed)
    assert str(bad.why).startswith("c row 2: not JSON")
    assert [row.label for row in (first, last) if isinstance(row, Row)] == ["row 1", "row 3"]


@pytest.mark.parametrize("around", ["{}\n", "[{}, {}]"])
def test_deep_nesting_is_refused(around: str) -> None:
    deep = '{"a": ' + "[" * 200_000 + "]" * 200_000 + "}"
    found = list(json_rows(text(around.replace("{}", deep, 1).replace("{}", '{"a": 1}'))))
    assert isinstance(found[0], Passed)
    assert "nested too deep" in str(found[0].why)


def test_a_list_is_read_without_holding_it() -> None:
    class Endless(io.RawIOBase):
        given = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            part = (b"[" if not self.given else b"") + b'{"a": "words and more words"},' * 100
            part = part[: len(buffer)] if len(buffer) < len(part) else part
            buffer[: len(part)] = part
            self.given += len(part)
            return len(part)

    source = Endless()
    found = json_rows(Text(io.BufferedReader(source, 3001), name="c"))
    for _ in range(10):
        next(found)
    assert source.given < 1_000_000


@pytest.mark.parametrize(
    "written", ['{"a": "\\ud83d \\ud83d\\ude00"}', '[{"a": "\\uD83D \\ud83d\\ude00"}]']
)
def test_half_a_character_becomes_a_sign_for_it(written: str) -> None:
    assert values(json_rows(text(written))) == [{"a": "? \U0001f600"}]


def test_a_row_over_the_limit_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MAX_BYTES", 50)
    monkeypatch.setattr(lines, "_TOO_LONG", 500)
    long = json.dumps({"a": "x" * 60})
    first, second, third = json_rows(text(f'{{"a": 1}}\n{long}\n{{"a": 2}}'))
    assert isinstance(second, Passed)
    assert str(second.why) == "c row 2: over 20 MB, which no article is"
    assert values([first, third]) == [{"a": 1}, {"a": 2}]
    *_, last = json_rows(text('{"a": 1}\n' + "x" * 5000 + '\n{"a": 2}'))
    assert isinstance(last, Passed)
    assert "does not end" in str(last.why)


def test_columns_with_semicolons_a_mark_and_quotes() -> None:
    written = codecs.BOM_UTF8 + b'titre;texte\r\n"A; ""b""";"un\ndeux"\r\n'
    (row,) = csv_rows(text(written))
    assert isinstance(row, Row)
    assert (row.label, row.values) == ("row 2", {"titre": 'A; "b"', "texte": "un\ndeux"})


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_separator_is_seen_from_the_header(sign: str) -> None:
    assert values(csv_rows(text(f"a{sign}b\n1{sign}2\n"))) == [{"a": "1", "b": "2"}]


def test_a_row_with_too_many_fields_is_named() -> None:
    found = list(csv_rows(text('a,b\n1,"2" x,3\n4,5\n')))
    assert isinstance(found[0], Passed)
    assert "c row 2: 3 fields where the header has 2" in str(found[0].why)
    assert values(found) == [{"a": "4", "b": "5"}]


def test_a_field_larger_than_pythons_own_limit() -> None:
    assert values(csv_rows(text("a,b\n1," + "x" * 400_000)))[0]["b"] == "x" * 400_000


def test_a_quotation_mark_that_stands_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MAX_BYTES", 1000)
    found = list(csv_rows(text('a,b\n1,"open\n' + "more,words\n" * 1000)))
    assert isinstance(found[-1], Passed)
    assert "a quotation mark may stand open" in str(found[-1].why)
    assert limits.MAX_BYTES > 1000


def test_a_western_byte_in_a_file_of_utf8_is_mended_and_said() -> None:
    written = "a,b\n1,été\n".encode() + "2,hiver glacé\n".encode("cp1252")
    first, second = csv_rows(text(written))
    assert isinstance(first, Row)
    assert isinstance(second, Row)
    assert (first.values["b"], first.mended) == ("été", False)
    assert (second.values["b"], second.mended) == ("hiver glacé", True)


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
def test_files_in_other_encodings(encoding: str) -> None:
    body = "L'été dernier, le président s'est félicité de l'accord conclu à Genève."
    assert values(csv_rows(text(f"a;b\n1;{body}\n".encode(encoding))))[0]["b"] == body


@pytest.mark.parametrize("read", [json_rows, csv_rows])
@given(raw=st.binary(min_size=1, max_size=300).filter(lambda raw: raw.strip() and b"\0" not in raw))
def test_any_bytes_give_rows_or_reasons(read: Callable[..., object], raw: bytes) -> None:
    try:
        held = text(raw)
    except (BinaryInput, EmptyInput):
        return
    for one in read(held):  # type: ignore[attr-defined]
        assert isinstance(one, Row | Passed)


@given(st.lists(st.dictionaries(st.text(max_size=5), st.text(max_size=20)), min_size=1, max_size=9))
def test_what_was_written_is_read(written: list[dict[str, str]]) -> None:
    listed = json.dumps(written, indent=1)
    assert values(json_rows(text(listed))) == written
    by_line = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in written)
    assert values(json_rows(text(by_line.encode("utf-8", "replace")))) == [
        json.loads(json.dumps(one, ensure_ascii=False).encode("utf-8", "replace"))
        for one in written
    ]
