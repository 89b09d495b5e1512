from __future__ import annotations

import copy
import csv
import json
from pathlib import Path
from typing import Any, get_args

import pytest

from dragoman.errors import DataError
from dragoman.ontology import plover
from dragoman.ontology.table import load_table
from dragoman.records.event import EventType


@pytest.fixture
def tables() -> dict[str, Any]:
    return copy.deepcopy(load_table(plover.FILE))


def rows(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        pytest.skip(f"no {path}")
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_the_events_are_those_of_the_records_in_their_order() -> None:
    assert tuple(plover.plover().events) == get_args(EventType)


def test_cooperation_scores_above_zero_and_conflict_below() -> None:
    for name, event in plover.plover().events.items():
        if name != "REQUEST":  # the manual gives it 0.0
            assert (event.score > 0) == (event.quad in (1, 2)), name


def test_a_mode_without_a_printed_score_has_its_events() -> None:
    assert plover.mode("PROTEST", "vandalize").score == plover.event("PROTEST").score


def test_score_of_event_and_mode() -> None:
    assert plover.score("RETREAT") == 6.5
    assert plover.score("RETREAT", "disarm") == 10.0


def test_an_event_may_lack_modes() -> None:
    assert plover.event("AID").modes == {}
    with pytest.raises(DataError, match="AID has no mode 'visit'; it has none"):
        plover.mode("AID", "visit")


@pytest.mark.parametrize(
    ("look_up", "valid"),
    [
        (lambda: plover.event("DEMAND"), "REQUEST"),
        (lambda: plover.mode("CONSULT", "telephone"), "phone"),
        (lambda: plover.context("democracy"), "pro_democracy"),
        (lambda: plover.sector("POL"), "COP"),
    ],
)
def test_an_unknown_name_is_refused_with_the_valid_ones(look_up: Any, valid: str) -> None:
    with pytest.raises(DataError, match=rf"one of: .*\b{valid}\b"):
        look_up()


def test_a_wrong_entry_is_named_with_its_file(tables: dict[str, Any]) -> None:
    tables["events"]["AID"]["quad"] = 5
    with pytest.raises(DataError, match=r"plover\.toml, events\.AID\.quad"):
        plover.parse(tables)


def test_a_misspelt_field_is_named(tables: dict[str, Any]) -> None:
    tables["events"]["CONSULT"]["modes"]["phone"]["scoer"] = 1.0
    with pytest.raises(DataError, match=r"events\.CONSULT\.modes\.phone\.scoer"):
        plover.parse(tables)


def test_a_score_out_of_range_is_refused(tables: dict[str, Any]) -> None:
    tables["events"]["ASSAULT"]["modes"]["beat"]["score"] = -75
    with pytest.raises(DataError, match=r"modes\.beat\.score"):
        plover.parse(tables)


def test_a_lost_event_is_named(tables: dict[str, Any]) -> None:
    del tables["events"]["CONCEDE"]
    with pytest.raises(DataError, match="CONCEDE missing"):
        plover.parse(tables)


def test_an_unknown_section_is_named(tables: dict[str, Any]) -> None:
    with pytest.raises(DataError, match="unknown sector;"):
        plover.parse({**tables, "sector": {}})


def test_an_entry_that_is_no_table_is_refused(tables: dict[str, Any]) -> None:
    tables["sectors"]["GOV"] = "Government"
    with pytest.raises(DataError, match=r"plover\.toml, sectors\.GOV"):
        plover.parse(tables)


def test_events_are_as_the_manual_prints_them(shared: Path) -> None:
    for row in rows(shared / "facts" / "plover_events.tsv"):
        event = plover.event(row["event"])
        assert event.quad_name == row["quad"].lower()
        assert event.quad == int(row["quad_code"])
        assert event.requires_recipient == (row["requires_recipient"] == "Yes")
        printed = float(row["plover_score"])
        assert event.score == (-printed if event.type == "ACCUSE" else printed), event.type


def test_modes_are_as_the_manual_prints_them(shared: Path) -> None:
    printed = {
        (row["event"], row["mode"]): float(row["plover_score"] or plover.score(row["event"]))
        for row in rows(shared / "facts" / "plover_modes.tsv")
    }
    ours = {
        (name, mode.name): mode.score
        for name, event in plover.plover().events.items()
        for mode in event.modes.values()
    }
    assert ours == printed


def test_contexts_and_sectors_are_all_the_manuals(shared: Path) -> None:
    contexts = {row["context"] for row in rows(shared / "facts" / "plover_contexts.tsv")}
    assert set(plover.plover().contexts) == contexts
    fields = json.loads((shared / "facts" / "plover_json_fields.json").read_text(encoding="utf-8"))
    codes = {
        *fields["international_actor_codes"],
        *fields["sectors_frequent"],
        *fields["sectors_less_frequent"],
    }
    assert set(plover.plover().sectors) == codes
