from __future__ import annotations

import csv
import io
import json

import pytest


def _row(table: str, label: str) -> list[str]:
    line = next(line for line in table.splitlines() if line.strip().startswith(label))
    return line.split(label)[1].split()


@pytest.mark.usefixtures("filled")
def test_planned_stands_beside_made_and_is_not_added_to_it(dragoman) -> None:
    out = dragoman("dyad", "NOR", "Chili").out
    assert _row(out, "made") == ["1"]
    assert _row(out, "planned") == ["1"]
    visits = out[out.index("Visits and meetings") :]
    heads = next(line for line in visits.splitlines() if "asserted" in line)
    asserted, planned = heads.index("asserted"), heads.index("planned")
    made = next(line for line in visits.splitlines() if line.strip().startswith("made"))
    due = next(line for line in visits.splitlines() if line.strip().startswith("planned "))
    assert asserted < made.index("1") < planned
    assert due.rindex("1") >= planned


@pytest.mark.usefixtures("filled")
def test_direction_and_last_contact(dragoman) -> None:
    out = dragoman("dyad", "CHL", "NOR").out
    assert "Norway → Chile: material conflict" in out
    assert "Last contact: 2024-05-02, Ada Berg → Chile: visit, made" in out
    assert out.rstrip().endswith("10 claims in 2 articles, from 1 independent origin")


@pytest.mark.usefixtures("filled")
def test_two_who_have_nothing_between_them(dragoman) -> None:
    said = dragoman("dyad", "NOR", "KEN")
    assert said.status == 0
    assert "Last contact: none" in said.out
    assert "0 claims" in said.out


@pytest.mark.usefixtures("filled")
def test_json(dragoman) -> None:
    said = dragoman("dyad", "NOR", "CHL", "--json", "--until", "2024-05")
    told = json.loads(said.out)
    assert told["first"] == {"id": "state:NOR", "kind": "state", "name": "Norway"}
    assert told["visits"] == {"made": {"asserted": 1}}
    assert told["last_contact"]["day"] == "2024-05-02"
    assert (told["claims"], told["origins"], told["undated"]) == (6, 1, 2)
    assert "6 claims" in said.err


@pytest.mark.usefixtures("filled")
def test_csv_sums_to_the_facts(dragoman) -> None:
    said = dragoman("dyad", "NOR", "CHL", "--csv")
    rows = list(csv.DictReader(io.StringIO(said.out)))
    assert sum(int(row["facts"]) for row in rows) == 5
    assert {row["direction"] for row in rows} == {"forth", "mutual"}
