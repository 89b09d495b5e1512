"""`dragoman ledger`, `diff`, `review`, `withdraw`, and facts in lists and in `why`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from tests.ledger.builders import two_coasts

from dragoman.ledger import Query, open_ledger


def _facts(dragoman, *options: str) -> list[dict[str, object]]:
    said = dragoman("events", "NOR", "CHL", "--facts", "--json", *options)
    assert said.status == 0
    return [json.loads(line) for line in said.out.splitlines()]


@pytest.mark.usefixtures("filled")
def test_two_reports_of_one_event_are_one_row(dragoman) -> None:
    (fact,) = _facts(dragoman)
    assert (len(fact["claims_for"]), fact["origins"]) == (2, 1)
    said = dragoman("events", "--facts")
    assert "1 fact shown, told by 2 claims" in said.out
    said = dragoman("events", "--facts", "--csv")
    (row,) = csv.DictReader(io.StringIO(said.out))
    assert (row["id"], row["leading"], row["facing"]) == (fact["id"], "state:NOR", "state:CHL")


@pytest.mark.usefixtures("filled")
def test_why_shows_the_reports_behind_a_fact(dragoman) -> None:
    (fact,) = _facts(dragoman)
    said = dragoman("why", fact["id"][:8])
    assert said.out.count("Norway imposed sanctions on Chile over cod.") == 2
    assert "2 claims, from 1 independent origin" in said.out
    told = json.loads(dragoman("why", fact["id"], "--json").out)
    assert [claim["id"] for claim in told["claims"]] == fact["claims_for"]
    assert len(told["articles"]) == 2


@pytest.mark.usefixtures("filled")
def test_what_the_ledger_held_on_a_day(dragoman) -> None:
    assert _facts(dragoman, "--as-of", "1999") == []
    assert len(_facts(dragoman, "--as-of", "2999-01-01")) == 1
    assert dragoman("events", "--json", "--as-of", "1999").out == ""


@pytest.mark.usefixtures("filled")
def test_a_review_shows_in_lists_and_in_why(dragoman) -> None:
    (fact,) = _facts(dragoman)
    said = dragoman("review", fact["id"], "correct", "kind=COERCE", "--reason", "boats seized",
                    "--author", "Kim")  # fmt: skip
    assert said.status == 0, said.err
    assert "COERCE" in said.out
    assert _facts(dragoman)[0]["kind"] == "COERCE"
    assert "correct kind COERCE, by Kim: boats seized" in dragoman("why", fact["id"]).out
    assert dragoman("review", fact["id"], "correct", "kind=WAR", "--reason", "x").status == 5
    assert dragoman("review", fact["id"], "correct", "--reason", "x").status == 2
    assert dragoman("review", fact["id"], "accept").status == 5
    assert dragoman("review", "0000", "accept", "--reason", "x").status == 6


@pytest.mark.usefixtures("filled")
def test_split_and_merge_by_ids(dragoman) -> None:
    (fact,) = _facts(dragoman)
    dragoman("review", fact["id"], "split", fact["claims_for"][1][:8], "--reason", "two")
    one, other = _facts(dragoman)
    merged = dragoman("review", one["id"], "merge", other["id"], "--reason", "one")
    assert merged.status == 0, merged.err
    assert len(_facts(dragoman)) == 1


@pytest.mark.usefixtures("filled")
def test_a_withdrawn_article_tells_nothing(dragoman) -> None:
    (fact,) = _facts(dragoman)
    with open_ledger("dragoman.db", write=False) as ledger:
        articles = [ledger.why(claim).article.id for claim in fact["claims_for"]]
    for article in articles:
        assert dragoman("withdraw", article, "--reason", "retracted").out == "withdrawn\n"
    assert "already" in dragoman("withdraw", articles[0], "--reason", "again").out
    assert _facts(dragoman) == []
    assert dragoman("withdraw", "feed", "--reason", "x").status == 6


@pytest.mark.usefixtures("filled")
def test_check_rebuild_backup_restore_and_vacuum(dragoman) -> None:
    assert dragoman("ledger", "check").out == "nothing is wrong\n"
    assert dragoman("ledger", "rebuild").out == "5 facts\n"
    assert dragoman("ledger", "vacuum").out == "done\n"
    assert dragoman("ledger", "backup", "copy.db").status == 0
    assert dragoman("ledger", "backup", "copy.db").status == 5
    assert dragoman("ledger", "restore", "copy.db", "--ledger", "again.db").status == 0
    again = dragoman("dyad", "NOR", "CHL", "--ledger", "again.db").out
    assert again == dragoman("dyad", "NOR", "CHL").out


def test_what_mends_a_ledger_makes_none(dragoman) -> None:
    for command in ("check", "rebuild", "vacuum"):
        said = dragoman("ledger", command, "--ledger", "none.db")
        assert said.status == 5
        assert "no ledger" in said.err
    assert not Path("none.db").exists()


@pytest.mark.usefixtures("filled")
def test_check_names_the_damage_and_what_to_do(dragoman) -> None:
    import sqlite3

    held = sqlite3.connect("dragoman.db")
    held.execute("UPDATE claims SET record = x'00' WHERE serial = 1")
    held.commit()
    held.close()
    said = dragoman("ledger", "check")
    assert said.status == 5
    assert "cannot be read" in said.out
    assert "restore" in said.err


def test_diff_lists_what_a_newer_run_reads_otherwise(dragoman) -> None:
    old = two_coasts()
    with open_ledger("dragoman.db", write=True, coder="1") as ledger:
        ledger.add(old)
    with open_ledger("dragoman.db", write=True, coder="2") as ledger:
        ledger.add(old.model_copy(update={"claims": old.claims[:4]}))
        assert len(list(ledger.facts(Query()))) == 4
    runs = [json.loads(line) for line in dragoman("ledger", "runs", "--json").out.splitlines()]
    assert [run["coder"] for run in runs] == ["1", "2"]
    said = dragoman("diff", "1", "2")
    assert said.out.startswith(f"- {old.claims[4].id[:8]} ")
    assert said.err.strip().endswith("1 claim lost, 0 claims found, 0 claims changed")
    told = json.loads(dragoman("diff", "2", "1", "--json").out)
    assert (told["what"], told["claim"]["id"]) == ("found", old.claims[4].id)
    assert dragoman("diff", "1", "7").status == 6
