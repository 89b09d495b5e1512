from __future__ import annotations

import hashlib
import io
import json
import sqlite3
import sys
from pathlib import Path

import pytest


def _articles(place: str = "dragoman.db") -> int:
    held = sqlite3.connect(place)
    try:
        return int(held.execute("SELECT count(*) FROM articles").fetchone()[0])
    finally:
        held.close()


def test_pages_are_added_once(dragoman, page) -> None:
    paths = [page("First story"), page("Second story")]
    said = dragoman("add", *paths)
    assert (said.status, said.err) == (0, "")
    assert said.out == "2 added, 0 already known, 0 passed over; 10 claims\n"
    before = sqlite3.connect("dragoman.db").iterdump()
    lines = list(before)
    said = dragoman("add", *paths)
    assert said.out == "0 added, 2 already known, 0 passed over; 0 claims\n"
    assert said.status == 0
    assert list(sqlite3.connect("dragoman.db").iterdump()) == lines


def _table(path: Path, kind: str = "company") -> Path:
    path.write_text(
        f'[[organisation]]\nid = "ACME"\nname = "Acme"\nkind = "{kind}"\n'
        '[organisation.en]\nnames = ["Acme Group"]\n',
        encoding="utf-8",
    )
    return path


def test_the_run_tells_with_which_tables_of_ones_own_it_was_made(dragoman, page) -> None:
    mine, other = _table(Path("mine.toml")), _table(Path("other.toml"), "ngo")
    dragoman("add", page("First story"))
    said = dragoman("add", page("Second"), "--gazetteer", str(mine), "--gazetteer", str(other))
    assert (said.status, said.err) == (0, "")
    runs = sqlite3.connect("dragoman.db").execute("SELECT settings FROM runs ORDER BY id")
    settings = [json.loads(kept) for (kept,) in runs]
    assert [kept["lexicon"] for kept in settings] == [[], []]
    assert [kept["gazetteer"] for kept in settings] == [
        [],
        [
            {"file": path.name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
            for path in (mine, other)
        ],
    ]


@pytest.mark.parametrize("command", ["add", "read"])
def test_a_table_of_ones_own_that_is_wrong_is_told_before_a_page_is_read(
    dragoman, page, command: str
) -> None:
    wrong = _table(Path("mine.toml"), "firm")
    wrong.write_text(wrong.read_text() + "[[person]]\nid = 'ada'\nname = 'Ada'\n", "utf-8")
    said = dragoman(command, page("A story"), "--gazetteer", "mine.toml")
    assert (said.status, said.out) == (4, "")
    first, second = said.err.splitlines()
    assert first.startswith("dragoman: mine.toml, line 1: organisation ACME: kind: ")
    assert second.startswith("dragoman: mine.toml, line 7: person ada: names: ")
    assert not Path("dragoman.db").exists()


def test_a_lexicon_of_ones_own_is_named_in_the_run_or_refused(dragoman, page) -> None:
    mine = Path("frames.toml")
    mine.write_text('language = "en"\nevent = "AID"\n[[frame]]\nverbs = ["zap"]\n', "utf-8")
    said = dragoman("add", page("Story"), "--lexicon", "frames.toml")
    assert (said.status, said.err) == (0, "")
    runs = sqlite3.connect("dragoman.db").execute("SELECT settings FROM runs")
    (kept,) = [json.loads(settings)["lexicon"] for (settings,) in runs]
    sha256 = hashlib.sha256(mine.read_bytes()).hexdigest()
    assert kept == [{"file": "frames.toml", "sha256": sha256}]
    mine.write_text('language = "en"\n[[frame]]\nverbs = ["zap"]\n', "utf-8")
    for command in ("add", "read"):
        refused = dragoman(command, page("Story"), "--lexicon", "frames.toml")
        assert (refused.status, refused.out) == (4, "")
        assert refused.err.startswith("dragoman: frames.toml, line 2: no event, neither here nor")


def test_a_failing_page_is_named_counted_and_passed_over(dragoman, page) -> None:
    Path("empty.txt").touch()
    Path("image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    names = ["gone.txt", "empty.txt", "image.txt", page("furniture only"), page("bug inside")]
    said = dragoman("add", *names, page("A story"))
    assert said.status == 0
    assert said.out == "1 added, 0 already known, 5 passed over; 5 claims\n"
    lines = said.err.splitlines()
    assert len(lines) == 5
    for name, line in zip(names, lines, strict=True):
        assert line.startswith("dragoman: ")
        assert line.count(name) == 1
    assert "ZeroDivisionError" in lines[-1]
    assert _articles() == 1


@pytest.mark.parametrize(
    ("name", "content"), [("empty.txt", b""), ("image.txt", b"\x89PNG\x00\x01\x02\x03" * 99)]
)
def test_only_bad_pages_end_with_the_first_ones_status_and_leave_no_ledger(
    dragoman, name: str, content: bytes
) -> None:
    Path(name).write_bytes(content)
    said = dragoman("add", name, "gone.txt")
    assert said.status == 3
    assert said.out == "0 added, 0 already known, 2 passed over; 0 claims\n"
    assert not Path("dragoman.db").exists()


def test_folders_are_walked_in_order(dragoman, page) -> None:
    names = [page("First story"), page("Second story")]
    Path("deep/er").mkdir(parents=True)
    for number, name in enumerate(names):
        Path(name).rename(Path(["deep/er", "deep"][number], name))
    Path("deep/notes.docx").write_text("no page")
    said = dragoman("add", "deep")
    assert said.out.startswith("2 added, 0 already known, 1 passed over")
    assert said.err == "dragoman: deep: .docx files are not read: deep/notes.docx\n"
    assert said.status == 0
    Path("hollow").mkdir()
    said = dragoman("add", "hollow")
    assert said.status == 3
    assert "hollow: a folder" in said.err


def test_standard_input(dragoman, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Title\nText.")))
    assert dragoman("add", "-").out.startswith("1 added")


def test_no_cache_keeps_no_text(dragoman, page) -> None:
    dragoman("add", page("First story"), "--no-cache", "--ledger", "other.db")
    held = sqlite3.connect("other.db")
    assert held.execute("SELECT count(*) FROM cached_articles").fetchone() == (0,)
    assert held.execute("SELECT settings FROM runs").fetchone()[0].startswith('{"cache": false')
    assert not Path("dragoman.db").exists()


def test_the_day_that_is_given_reaches_the_reader(dragoman, page) -> None:
    name = page("First story")
    dragoman("add", name, "--published", "2023-01-02")
    held = sqlite3.connect("dragoman.db")
    assert held.execute("SELECT published FROM articles").fetchone() == ("2023-01-02",)
    said = dragoman("add", name, "--published", "2023-01-03")
    assert said.out == "0 added, 1 read anew, 0 already known, 0 passed over; 5 claims\n"


def test_a_month_is_no_day_of_publication(dragoman, page) -> None:
    said = dragoman("add", page("A story"), "--published", "2023-01")
    assert said.status == 2
    assert "not one day" in said.err


def test_notices_go_to_standard_error(dragoman, page) -> None:
    name = page("A story")
    said = dragoman("add", name, "--language", "xx")
    assert said.err == f"dragoman: {name}: unsupported language: xx\n"


def test_a_ledger_that_cannot_be_used_is_found_before_any_page_is_read(dragoman, page) -> None:
    Path("dragoman.db").write_text("my diary")
    said = dragoman("add", page("bug inside"))
    assert said.status == 5
    assert said.err == "dragoman: dragoman.db is not a ledger: it is not a SQLite file\n"
    assert Path("dragoman.db").read_text() == "my diary"


@pytest.mark.parametrize("place", ["a" * 5000, "no/folder/x.db", "postgres://u:p@h/x", "."])
def test_a_place_where_no_ledger_can_be(dragoman, page, place: str) -> None:
    said = dragoman("add", page("furniture only"), "--ledger", place)
    assert (said.status, said.out) == (5, "")
    assert said.err.count("\n") == 1


def test_a_name_that_is_too_long(dragoman) -> None:
    said = dragoman("add", "a" * 5000)
    assert said.status == 3
    assert said.err.count("\n") == 1


def test_the_ledger_of_the_environment(dragoman, page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_LEDGER", "env.db")
    dragoman("add", page("A story"))
    assert _articles("env.db") == 1
    assert dragoman("events").status == 0
