from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from dragoman.errors import NotFound
from dragoman.gazetteer import tables_in_use
from dragoman.gazetteer.codes import System, from_system, state_on, to_system

TODAY = date(2024, 6, 1)


@pytest.mark.parametrize(
    ("state", "system", "day", "code"),
    [
        ("RUS", "cow", TODAY, "365"),
        ("state:RUS", "gw", date(1985, 1, 1), "365"),
        ("RUS", "alpha3", date(1985, 1, 1), "SUN"),
        ("UKR", "alpha2", date(1985, 1, 1), "SU"),
        ("RUS", "numeric", None, "643"),
        ("DEU", "cow", date(1980, 1, 1), "260"),
        ("DEU", "cow", TODAY, "255"),
        ("DEU", "gw", TODAY, "260"),
        ("DEU", "cow-abbreviation", date(1980, 1, 1), "GFR"),
        ("SRB", "cow", date(1999, 6, 1), "345"),
        ("SRB", "gw", TODAY, "340"),
        ("SRB", "alpha3", date(2004, 6, 1), "SCG"),
        ("SVK", "alpha3", date(1992, 12, 31), "CSK"),
        ("SVK", "alpha3", date(1993, 1, 1), "SVK"),
        ("COD", "alpha3", date(1990, 1, 1), "ZAR"),
        ("BFA", "alpha3", date(1984, 6, 1), None),  # the year in which the code changed
        ("YEM", "numeric", date(1985, 1, 1), "886"),
        ("RVN", "alpha3", None, None),
        ("FRA", "cow", date(1943, 1, 1), None),  # occupied
        ("PSE", "cow", TODAY, None),
        ("XKX", "plover", TODAY, "KOS"),
        ("CHN", "plover", TODAY, "CHN"),
    ],
)
def test_codes_on_a_day(state: str, system: System, day: date | None, code: str | None) -> None:
    assert to_system(state, system, day) == code


@pytest.mark.parametrize(
    ("code", "system", "day", "state"),
    [
        ("365", "cow", date(1985, 1, 1), "SUN"),
        ("365", "cow", TODAY, "RUS"),
        ("002", "cow", None, "USA"),
        ("4", "numeric", TODAY, "AFG"),
        ("cs", "alpha2", date(1980, 1, 1), "CSK"),
        ("CS", "alpha2", date(2005, 1, 1), "SCG"),
        ("ZAR", "alpha3", None, "COD"),
        ("KOS", "plover", None, "XKX"),
        ("260", "gw", TODAY, "DEU"),
        ("260", "cow", TODAY, None),
        ("999", "cow", None, None),
        ("", "cow", None, None),
    ],
)
def test_states_of_codes(code: str, system: System, day: date | None, state: str | None) -> None:
    assert from_system(code, system, day) == (state and f"state:{state}")


@pytest.mark.parametrize("system", get_args(System))
def test_there_and_back_again(system: System) -> None:
    for entry in tables_in_use().states.values():
        code = to_system(entry.id, system, TODAY)
        if code is not None:
            assert from_system(code, system, TODAY) == entry.party_id, (system, code)


def test_states_before_states() -> None:
    assert state_on("RUS", date(1991, 12, 25)) == "state:SUN"
    assert state_on("RUS", date(1991, 12, 26)) == "state:RUS"
    assert state_on("LTU", date(1991, 1, 13)) == "state:LTU"
    assert state_on("HRV", date(1980, 1, 1)) == "state:YUG"
    assert state_on("SUN", date(2020, 1, 1)) == "state:SUN"
    assert state_on("FRA", date(1900, 1, 1)) == "state:FRA"


def test_unknown_states_and_systems_are_said() -> None:
    with pytest.raises(NotFound, match="no state has the id 'QQQ'"):
        to_system("QQQ", "cow")
    with pytest.raises(NotFound, match="cow-abbreviation"):
        from_system("2", "polity")  # type: ignore[arg-type]


def test_numbers_agree_with_cldr() -> None:
    core = pytest.importorskip("babel.core")
    aliases = core.get_global("territory_aliases")
    for party_id, entry in tables_in_use().codes.items():
        state = tables_in_use().states[party_id]
        numbers = [spell.code for spell in entry.numeric if spell.until is None]
        if numbers and state.status != "former":
            assert aliases[numbers[0]] == [state.iso2], state.id
    assert len(tables_in_use().codes) > 210


@pytest.mark.parametrize(
    ("state", "cow"),
    [("USA", "2"), ("CAN", "20"), ("GBR", "200"), ("FRA", "220"), ("CHN", "710"), ("JPN", "740")],
)
def test_well_known_numbers(state: str, cow: str) -> None:
    assert to_system(state, "cow") == to_system(state, "gw") == cow
