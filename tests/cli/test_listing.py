from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import get_args

import pytest
from tests.ledger.builders import (
    CHILE,
    NORWAY,
    PREMIER,
    agreement,
    article,
    event,
    on,
    reading,
    visit,
)

from dragoman.ledger import open_ledger
from dragoman.records import AgreementStatus, Modality, Money, VisitStatus, claim_from_json

LISTS = ("events", "agreements", "visits", "quotes")
BEHIND = "2 claims in 2 articles, from 1 independent origin"


@pytest.mark.parametrize("command", LISTS)
@pytest.mark.usefixtures("filled")
def test_json_lines_are_claims_and_the_count_is_apart(dragoman, command: str) -> None:
    said = dragoman(command, "--json")
    claims = [claim_from_json(line) for line in said.out.splitlines()]
    assert {claim.type for claim in claims} == {command.replace("quotes", "quotations")[:-1]}
    origins = f"{len(claims)} claims in 2 articles, from 1 independent origin"
    assert said.status == 0
    assert said.err.endswith(f"dragoman: {origins}\n")


@pytest.mark.parametrize("command", LISTS)
@pytest.mark.usefixtures("filled")
def test_csv_has_a_row_a_claim(dragoman, command: str) -> None:
    said = dragoman(command, "--csv")
    rows = list(csv.DictReader(io.StringIO(said.out)))
    ids = [json.loads(line)["id"] for line in dragoman(command, "--json").out.splitlines()]
    assert [row["id"] for row in rows] == ids
    assert {row["article_origin"] for row in rows} == {"nordnews"}
    assert "independent origin" in said.err


@pytest.mark.parametrize("command", LISTS)
@pytest.mark.usefixtures("filled")
def test_the_table_ends_with_what_stands_behind_it(dragoman, command: str) -> None:
    said = dragoman(command)
    assert said.err == ""
    assert said.out.rstrip().endswith("claims in 2 articles, from 1 independent origin")


@pytest.mark.usefixtures("filled")
def test_an_empty_list_says_so(dragoman) -> None:
    said = dragoman("events", "KEN")
    assert said.status == 0
    assert "0 claims in 0 articles, from 0 independent origins" in said.out


@pytest.mark.usefixtures("filled")
def test_a_limit_is_told(dragoman) -> None:
    said = dragoman("visits", "--limit", "1", "--json")
    assert len(said.out.splitlines()) == 1
    assert "4 claims in 2 articles" in said.err
    assert "the first 1 shown" in said.err


@pytest.mark.usefixtures("filled")
def test_whole_years_and_months_as_bounds(dragoman) -> None:
    assert BEHIND in dragoman("events", "--since", "2024-05", "--until", "2024").out
    assert "0 claims" in dragoman("events", "--since", "2024-05-10").out
    assert "0 claims" in dragoman("events", "--until", "2024-04").out
    assert BEHIND in dragoman("visits", "--since", "2024-06").out


@pytest.mark.usefixtures("filled")
def test_undated_claims_that_a_bound_leaves_out_are_counted(dragoman) -> None:
    assert "2 more without a date are left out" in dragoman("quotes", "--since", "2020").out
    assert "without a date" not in dragoman("quotes").out


@pytest.mark.usefixtures("filled")
def test_choices(dragoman) -> None:
    def found(*arguments: str) -> int:
        return len(dragoman(*arguments, "--json").out.splitlines())

    assert found("visits", "--modality", "planned") == 2
    assert found("visits", "--modality", "planned", "--modality", "asserted") == 4
    assert found("visits", "--status", "made") == 2
    assert found("agreements", "--status", "Signed") == 2
    assert found("agreements", "--status", "violated") == 0
    assert found("events", "--type", "sanction") == 2
    assert found("events", "--type", "AID") == 0
    assert found("quotes", "--speaker", "Norvège") == 2
    assert found("quotes", "--speaker", "Ada Berg") == 2
    assert found("quotes", "--speaker", "CHL") == 0
    assert found("events", "Chili", "NO") == 2
    assert found("events", "CHL", "KEN") == 0


@pytest.mark.parametrize(
    ("arguments", "said_so"),
    [
        (("events", "--modality", "maybe"), "asserted, denied, historical, planned, possible"),
        (("agreements", "--status", "made"), "in_force"),
        (("visits", "--status", "signed"), "postponed"),
        (("events", "--type", "KISS"), "AGREE"),
        (("events", "--json", "--csv"), "do not go together"),
        (("events", "--since", "soon"), "2024-03-12"),
        (("events", "--since", "2024-02-30"), "no day of the calendar"),
        (("events", "--since", "2025", "--until", "2024"), "is after"),
        (("events", "NOR", "CHL", "KEN"), "not more"),
        (("events", "NOR", "no"), "both parties are Norway"),
        (("dyad", "NOR", "no"), "both are Norway"),
        (("events", "--limit", "0"), "--limit"),
    ],
)
@pytest.mark.usefixtures("filled")
def test_wrong_use_says_what_is_right(
    dragoman, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said_so: str
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    said = dragoman(*arguments)
    assert (said.status, said.out) == (2, "")
    assert said_so in said.err


@pytest.mark.usefixtures("filled")
def test_an_unknown_party_names_its_neighbours(dragoman) -> None:
    said = dragoman("events", "Chlie")
    assert (said.status, said.out) == (6, "")
    assert said.err.startswith("dragoman: no party is called 'Chlie'; the nearest: ")
    assert "Chile (CHL)" in said.err


@pytest.mark.parametrize("command", [*LISTS, "dyad NOR CHL", "why abcd"])
def test_no_ledger_is_one_line_that_names_add(dragoman, command: str) -> None:
    said = dragoman(*command.split())
    assert (said.status, said.out) == (5, "")
    assert said.err.count("\n") == 1
    assert "dragoman add" in said.err
    assert not Path("dragoman.db").exists()


def test_a_spreadsheet_runs_nothing(dragoman) -> None:
    words = "=HYPERLINK(1) hit Chile."
    of = article(words, title="@SUM(A1)", outlet="+33")
    told = event(of, words, "hit", actors=(NORWAY,), recipients=(CHILE,), goldstein=-9.5)
    with open_ledger("dragoman.db", write=True) as ledger:
        ledger.add(reading(of, told))
    row = next(csv.DictReader(io.StringIO(dragoman("events", "--csv").out)))
    assert row["evidence_text"] == f"'{words}"
    assert row["article_title"] == "'@SUM(A1)"
    assert row["article_outlet"] == "'+33"
    assert row["goldstein"] == "-9.5"


def test_the_help_names_every_value_that_may_be_chosen(dragoman) -> None:
    for command, literal in (
        ("events", Modality),
        ("agreements", AgreementStatus),
        ("visits", VisitStatus),
    ):
        help_text = dragoman(command, "--help").out
        assert all(value in help_text for value in get_args(literal)), command


def test_a_year_in_the_table_is_no_day(dragoman) -> None:
    of = article("In 2023 Norway sanctioned Chile.")
    year = on("2023-01-01").model_copy(
        update={"end": on("2023-12-31").end, "precision": "year", "text": "2023"}
    )
    told = event(of, of.text, "sanctioned", actors=(NORWAY,), recipients=(CHILE,), when=year)
    with open_ledger("dragoman.db", write=True) as ledger:
        ledger.add(reading(of, told))
    out = dragoman("events").out
    assert "2023-01-01" not in out
    assert " 2023 " in out


@pytest.mark.usefixtures("filled")
def test_words_with_commas_are_several(dragoman) -> None:
    both = dragoman("agreements", "--status", "agreed,signed", "--json").out
    assert both == dragoman("agreements", "--status", "signed", "--json").out != ""
    assert dragoman("visits", "--status", "made,planned", "--json").out.count("\n") == 4
    said = dragoman("agreements", "--status", "signed,kissed")
    assert (said.status, "kissed" in said.err) == (2, True)


@pytest.mark.usefixtures("filled")
def test_agreements_are_counted_once_and_summed(dragoman) -> None:
    out = dragoman("agreements").out
    assert "1 agreement: 1 signed" in out
    err = dragoman("agreements", "--json").err
    assert "1 agreement: 1 signed" in err


@pytest.mark.usefixtures("filled")
def test_stalled_agreements_are_those_of_long_ago(dragoman) -> None:
    long_after = dragoman("agreements", "--status", "stalled", "--on", "2026-01-01", "--json")
    assert len(long_after.out.splitlines()) == 2
    assert "2 claims in 2 articles, from 1 independent origin" in long_after.err
    soon = dragoman("agreements", "--status", "stalled", "--on", "2024-05-20", "--json")
    assert soon.out == ""
    quiet = ("--quiet", "5")
    assert dragoman("agreements", "--status", "stalled", "--on", "2024-05-20", *quiet, "--json").out


def test_values_are_converted_with_a_stated_rate_and_day(dragoman) -> None:
    words = "Norway and Chile signed a deal worth 200 million euros."
    of = article(words)
    value = Money(amount=2e8, currency="EUR", text="200 million euros")
    told = agreement(of, words, parties=(NORWAY, CHILE), status="signed", value=value)
    with open_ledger("dragoman.db", write=True) as ledger:
        ledger.add(reading(of, told))
    plain = dragoman("agreements").out
    assert "worth 200,000,000 EUR in 1 agreement" in plain
    assert "USD" not in plain
    out = dragoman("agreements", "--rate", "EUR=1.08@2026-01-02").out
    assert "that is about 216,000,000 USD at EUR=1.08 on 2026-01-02" in out
    other = dragoman("agreements", "--rate", "GBP=1.3@2026-01-02").out
    assert "not converted: no --rate for EUR" in other


@pytest.mark.parametrize(
    ("typed", "said_so"),
    [
        ("EUR=1.08", "one euro was 1.08 USD"),
        ("EUR=0@2026-01-02", "above 0"),
        ("USD=1@2026-01-02", "needs no rate"),
        ("EUR=1.08@soon", "not a day"),
        ("eur:1.08@2026-01-02", "EUR=1.08@2026-01-02"),
    ],
)
@pytest.mark.usefixtures("filled")
def test_a_bad_rate_says_what_is_right(
    dragoman, monkeypatch: pytest.MonkeyPatch, typed: str, said_so: str
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    said = dragoman("agreements", "--rate", typed)
    assert (said.status, said.out) == (2, "")
    assert said_so in said.err


def test_an_ordinal_stands_beside_what_the_ledger_knows(dragoman) -> None:
    words = "It was the fourth visit of Premier Ada Berg to Chile."
    of = article(words)
    fields = {"visitors": (PREMIER,), "host": CHILE, "status": "made", "when": on("2024-06-01")}
    told = visit(of, words, ordinal=4, **fields)
    with open_ledger("dragoman.db", write=True) as ledger:
        ledger.add(reading(of, told))
    assert "the 4th (the ledger knows 1)" in " ".join(dragoman("visits").out.split())
    assert "the ledger knows 1" in dragoman("visits", "--json").err
