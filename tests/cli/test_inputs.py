from __future__ import annotations

import json
import os
import pty
import sqlite3
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from tests.ledger.builders import two_coasts

from dragoman.cli.add import add
from dragoman.cli.progress import progress
from dragoman.cli.read import read
from dragoman.records import Reading
from dragoman.sources import Page


@pytest.fixture
def _two_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    def read_page(page: Page, **_: object) -> Iterator[Reading]:
        for part in page.text.strip().split("\n\n"):
            yield two_coasts(title=part)

    monkeypatch.setattr(sys.modules["dragoman.reader"], "read_page", read_page)


@pytest.mark.usefixtures("_two_articles")
def test_all_articles_of_a_page_are_shown_and_added(dragoman) -> None:
    Path("page.txt").write_text("First\n\nSecond\n")
    lines = dragoman("read", "page.txt", "--json").out.splitlines()
    assert [json.loads(line)["article"]["title"] for line in lines] == ["First", "Second"]
    out = dragoman("read", "page.txt").out
    assert out.index("First") < out.index("claims; `dragoman add` keeps them") < out.index("Second")
    assert dragoman("add", "page.txt").out.startswith("2 added")


def test_a_corpus_with_its_columns(dragoman) -> None:
    Path("c.csv").write_text(
        "when;words\n12/03/2024;A story\n13/03/2024;furniture\n;\n14/03/2024;\n"
    )
    said = dragoman(
        *("add", "c.csv", "--text-field", "words", "--date-field", "when", "--date-format", "dmy")
    )
    assert said.status == 0
    assert said.out == "1 added, 0 already known, 2 passed over; 5 claims\n"
    assert said.err.splitlines() == [
        "dragoman: c.csv row 3: there is no article in it",
        "dragoman: c.csv: a row without a text (row 5)",
    ]
    said = dragoman("read", "c.csv", "--text-field", "body")
    assert said.status == 3
    assert said.err == "dragoman: c.csv: no column 'body' for the text; there are: when, words\n"


def test_what_is_guessed_is_told(dragoman) -> None:
    Path("c.jsonl").write_text('{"body": "A story", "pubdate": "2024-03-12"}\n')
    said = dragoman("read", "c.jsonl", "--json")
    assert len(said.out.splitlines()) == 1
    assert said.err == (
        "dragoman: c.jsonl: columns by their names: text from body, date from pubdate\n"
    )


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--format", "docx", "'docx' is no kind of file that is read; one of: csv, eml"),
        ("--date-format", "d/m/y", "dmy, mdy, ymd, or a pattern"),
        ("--page-seconds", "-1", "'--page-seconds'"),
    ],
)
def test_wrong_options_are_wrong_use(dragoman, option: str, value: str, words: str) -> None:
    said = dragoman("read", "x.txt", option, value)
    assert said.status == 2
    assert words in " ".join(said.err.replace("│", " ").split())


def test_only_files_of_other_kinds_is_a_failure(dragoman) -> None:
    Path("pictures").mkdir()
    Path("pictures/a.png").touch()
    for command in ("read", "add"):
        said = dragoman(command, "pictures")
        assert said.status == 3
        assert "pictures: .png files are not read: pictures/a.png" in said.err
    assert not Path("dragoman.db").exists()


def test_rows_are_added_as_they_come(dragoman, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_page(page: Page, **_: object) -> Iterator[Reading]:
        seen = (
            Path("dragoman.db").exists()
            and sqlite3.connect("dragoman.db").execute("SELECT count(*) FROM articles").fetchone()
        )
        yield two_coasts(title=f"{page.name} after {seen}")

    monkeypatch.setattr(sys.modules["dragoman.reader"], "read_page", read_page)
    Path("c.jsonl").write_text('{"text": "a"}\n' * 3)
    assert dragoman("add", "c.jsonl").out.startswith("3 added")
    held = sqlite3.connect("dragoman.db")
    titles = [row[0] for row in held.execute("SELECT title FROM articles ORDER BY title")]
    assert titles[2] == "c.jsonl row 3 after (2,)"


def test_the_bar_is_for_who_watches(capsys: pytest.CaptureFixture[str]) -> None:
    found = [(f"page {n}", n) for n in range(3)]
    assert list(progress(found)) == found
    assert list(progress([])) == []
    assert capsys.readouterr().err == ""


def test_the_bar_counts_without_knowing_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w") as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        monkeypatch.setenv("TERM", "xterm")
        for _ in progress((f"c.csv row {n}\x1b[31m", n) for n in range(1, 6)):
            time.sleep(0.15)
        terminal.flush()
        shown = os.read(ours, 65_536).decode()
    os.close(ours)
    assert "Read 4" in shown
    assert "c.csv row 4\ufffd[31m" in shown


def test_every_option_of_inputs_is_documented(project: Path) -> None:
    page = (project / "docs" / "inputs.md").read_text("utf-8")
    for command in (read, add):
        params = typer.main.get_command(_app(command)).params
        names = {name for one in params for name in one.opts if name.startswith("--")}
        about = {n for n in names if n.endswith("-field")} | {
            "--format",
            "--date-format",
            "--page-seconds",
        }
        assert about <= names
        assert [name for name in sorted(about) if f"`{name}" not in page] == []


def _app(command: object) -> typer.Typer:
    app = typer.Typer()
    app.command()(command)  # type: ignore[type-var]
    return app
