from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("source", [(), ("dragoman.db",)])
def test_a_sheet_is_drawn_from_the_ledger(dragoman, source: tuple[str, ...]) -> None:
    said = dragoman("audit", *source, "--sample", "3", "--csv")
    assert said.status == 0
    assert said.err == "dragoman: 3 claims of 10, drawn with --seed 0\n"
    sheet = rows(said.out)
    assert len({row["claim"] for row in sheet}) == 3
    assert all(row["passage"] and row["who"] and not row["right"] for row in sheet)
    assert dragoman("audit", *source, "--sample", "3", "--csv").out == said.out
    others = [dragoman("audit", "--sample", "3", "--seed", str(n)).out for n in range(1, 5)]
    assert any(out != said.out for out in others)


def test_a_sheet_is_drawn_from_pages_and_by_type(dragoman, page) -> None:
    said = dragoman("audit", page("one"), "none.txt", "--type", "visit", "--csv")
    assert said.status == 0
    assert "none.txt: no such file" in said.err
    assert {row["type"] for row in rows(said.out)} == {"visit"}


def test_without_a_ledger_it_is_said(dragoman) -> None:
    said = dragoman("audit")
    assert (said.status, said.out) == (5, "")


def _filled(dragoman, name: str, answers: str) -> None:
    sheet = rows(dragoman("audit", "--sample", "4", "--csv").out)
    for row, answer in zip(sheet, answers, strict=True):
        row["right"] = answer
    with Path(name).open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(sheet[0]))
        writer.writeheader()
        writer.writerows(sheet)


@pytest.mark.usefixtures("filled")
def test_a_filled_sheet_is_scored(dragoman) -> None:
    _filled(dragoman, "ada.csv", "yyn?")
    said = dragoman("audit", "--score", "ada.csv")
    assert (said.status, said.err) == (0, "")
    (line,) = [line for line in said.out.splitlines() if line.strip().startswith("all")]
    assert line.split() == ["all", "3", "2", "1", "0.67", "0.21", "to", "0.94"]


@pytest.mark.usefixtures("filled")
def test_two_filled_sheets_are_compared(dragoman) -> None:
    _filled(dragoman, "ada.csv", "yynn")
    _filled(dragoman, "grace.csv", "ynnn")
    said = dragoman("audit", "--score", "ada.csv", "grace.csv", "--json")
    told = [json.loads(line) for line in said.out.splitlines()]
    first, last = told[0], told[-1]
    assert (first["name"], first["judged"], first["precision"]) == ("all", 4, 0.5)
    assert (last["of"], last["both"], last["same"], last["kappa"]) == ("agreement", 4, 3, 0.5)
    assert "the precision is that of ada.csv" in said.err


def test_a_malformed_sheet_is_refused_with_its_line(dragoman) -> None:
    Path("bad.csv").write_text("claim,type,event_type,right\nab,event,AID,well\n", "utf-8")
    said = dragoman("audit", "--score", "bad.csv")
    assert (said.status, said.out) == (3, "")
    assert said.err.startswith("dragoman: bad.csv, line 2, right: 'well'; write yes, no or ?")
