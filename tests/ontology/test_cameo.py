from __future__ import annotations

import copy
import csv
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import DataError
from dragoman.ontology import cameo, plover
from dragoman.ontology.cameo import default_cameo
from dragoman.ontology.table import load_table


@pytest.fixture
def tables() -> dict[str, Any]:
    return copy.deepcopy(load_table(cameo.FILE))


def rows(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        pytest.skip(f"no {path}")
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_code_has_its_root_and_parent() -> None:
    codes = cameo.table().codes
    orphans = [code for code in codes if code[:-1] not in codes and len(code) > 2]
    assert orphans == []


def test_a_subcode_stands_in_the_quad_of_its_root() -> None:
    """Save those that PLOVER moves to another event."""
    moved = set()
    for code, entry in cameo.table().codes.items():
        root = cameo.cameo(code[:2])
        if entry.event is None or root.event is None:
            continue
        if plover.event(entry.event).quad != plover.event(root.event).quad:
            moved.add(code)
    yielding = {"084", "0841", "0842", "085", "086", "0861", "0862", "0863"}
    yielding |= {"087", "0871", "0872", "0873", "0874"}
    assert moved == yielding | {"116"}


@pytest.mark.parametrize(
    ("event", "mode", "code"),
    [
        ("AGREE", None, "030"),
        ("CONSULT", None, "040"),
        ("CONSULT", "visit", "042"),
        ("CONSULT", "multilateral", "040"),
        ("RETREAT", "withdraw", "0874"),
        ("RETREAT", "resign", "080"),
        ("REJECT", "assist", "120"),
        ("SANCTION", "discontinue", "160"),
        ("ACCUSE", "allege", "112"),
    ],
)
def test_default_code(event: str, mode: str | None, code: str) -> None:
    assert default_cameo(event, mode) == code


def test_default_codes_stand_under_their_event() -> None:
    elsewhere = {
        (event, code)
        for (event, _), code in cameo.table().defaults.items()
        if cameo.cameo(code).event != event
    }
    assert elsewhere == {("RETREAT", "080")}


def test_every_event_and_mode_has_a_default_of_three_or_four_digits() -> None:
    for name, event in plover.plover().events.items():
        for mode in (None, *event.modes):
            assert len(default_cameo(name, mode)) in (3, 4)


def test_default_of_an_unknown_event_or_mode_is_refused() -> None:
    with pytest.raises(DataError, match="no event 'DEMAND'"):
        default_cameo("DEMAND")
    with pytest.raises(DataError, match="no mode 'ban'"):
        default_cameo("COERCE", "ban")


def test_an_unknown_code_is_refused_with_its_neighbours() -> None:
    with pytest.raises(DataError, match=r"no code '1641'; one of: 16, 160, .*1663$"):
        cameo.cameo("1641")
    with pytest.raises(DataError, match=r"no code '99'; one of: 01, .*20$"):
        cameo.cameo("99")


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("goldstein", -80, r"cameo\.toml, codes\.163\.goldstein"),
        ("event", "DEMAND", r"cameo\.toml, codes\.163\.event"),
        ("mode", "restrict", r"cameo\.toml, codes\.163: SANCTION has no mode 'restrict'"),
        ("contexts", ["embargo"], r"cameo\.toml, codes\.163: PLOVER has no context 'embargo'"),
        ("label", "Embargo", r"cameo\.toml, codes\.163\.label"),
    ],
)
def test_a_wrong_entry_is_named(
    tables: dict[str, Any], field: str, value: object, message: str
) -> None:
    tables["codes"]["163"][field] = value
    with pytest.raises(DataError, match=message):
        cameo.parse(tables)


def test_a_code_that_is_no_number_is_refused(tables: dict[str, Any]) -> None:
    tables["codes"]["16B"] = tables["codes"]["163"]
    with pytest.raises(DataError, match=r"codes\.16B: a code has two to four digits"):
        cameo.parse(tables)


@pytest.mark.parametrize(
    ("default", "message"),
    [
        ({"event": "999"}, r"default\.AID: '999' is not among the codes"),
        ({"event": "070", "modes": {"food": "073"}}, r"default\.AID: AID has no mode 'food'"),
        ({"modes": {}}, r"default\.AID\.event: missing"),
    ],
)
def test_a_wrong_default_is_named(
    tables: dict[str, Any], default: dict[str, Any], message: str
) -> None:
    tables["default"]["AID"] = default
    with pytest.raises(DataError, match=message):
        cameo.parse(tables)


def test_an_event_without_a_default_is_named(tables: dict[str, Any]) -> None:
    del tables["default"]["AID"]
    with pytest.raises(DataError, match="default: AID missing"):
        cameo.parse(tables)


def test_names_and_scores_are_those_of_icews(shared: Path) -> None:
    printed = {
        row["cameo_code"]: (row["name_icews"].casefold(), float(row["goldstein_icews"]))
        for row in rows(shared / "facts" / "cameo_goldstein.tsv")
        if row["goldstein_icews"]
    }
    ours = {
        code: (entry.name.casefold(), entry.goldstein)
        for code, entry in cameo.table().codes.items()
    }
    assert ours.pop("1214") == ("reject intelligence cooperation", cameo.cameo("121").goldstein)
    assert ours == printed


def test_the_crosswalk_is_followed_save_what_the_head_of_the_file_settles(shared: Path) -> None:
    events = {}
    modes = {}
    for row in rows(shared / "facts" / "cameo_to_plover.tsv"):
        entry = cameo.cameo(row["cameo"])
        if row["plover_event"] != entry.event:
            events[row["cameo"]] = entry.event
        elif row["mode"] in plover.event(entry.event).modes and row["mode"] != entry.mode:
            modes[row["cameo"]] = entry.mode
    assert events == {
        "055": "CONCEDE",
        "08": "CONCEDE",
        "0813": "CONCEDE",
        "0814": "CONCEDE",
        "116": "SANCTION",
        "163": "SANCTION",
    }
    assert modes == {
        "0874": "withdraw",
        "105": "yield",
        "112": "allege",
        "124": "yield",
        "1241": "yield",
        "1242": "yield",
        "161": "discontinue",
        "195": "aerial",
    }
