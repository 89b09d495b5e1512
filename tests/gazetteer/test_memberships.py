from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from dragoman.errors import NotFound
from dragoman.gazetteer import tables_in_use
from dragoman.gazetteer.memberships import members, memberships

TODAY = date(2025, 11, 1)
# fmt: off
EASTERN_EUROPE = {
    "state:ALB", "state:ARM", "state:AZE", "state:BGR", "state:BIH", "state:BLR", "state:CSK",
    "state:CZE", "state:EST", "state:GEO", "state:HRV", "state:HUN", "state:LTU", "state:LVA",
    "state:MDA", "state:MKD", "state:MNE", "state:POL", "state:ROU", "state:RUS", "state:SRB",
    "state:SVK", "state:SVN", "state:UKR",
}
# fmt: on


@pytest.mark.parametrize(
    ("organisation", "day", "number"),
    [
        ("UN", date(1945, 12, 31), 51),
        ("UN", date(1960, 12, 31), 99),
        ("UN", date(1973, 12, 31), 135),
        ("UN", date(1990, 10, 3), 159),
        ("UN", date(1993, 12, 31), 183),  # 184 with Yugoslavia, which was kept out
        ("UN", TODAY, 193),
        ("NATO", date(1999, 1, 1), 16),
        ("NATO", TODAY, 32),
        ("EU", date(2004, 5, 1), 25),
        ("EU", date(2020, 1, 31), 28),
        ("EU", date(2020, 2, 1), 27),
        ("EMU", date(2026, 1, 1), 21),
        ("SCHENGEN", TODAY, 29),
        ("COE", date(2022, 3, 16), 47),
        ("COE", TODAY, 46),
        ("OSCE", TODAY, 57),
        ("OECD", TODAY, 38),
        ("WTO", TODAY, 166),
        ("OPEC", TODAY, 12),
        ("OPEC", date(2018, 7, 1), 15),
        ("AU", TODAY, 55),
        ("ASEAN", TODAY, 11),
        ("SCO", TODAY, 10),
        ("BRICS", date(2023, 12, 31), 5),
        ("BRICS", TODAY, 10),
        ("G7", TODAY, 7),
        ("G20", TODAY, 21),
        ("COMMONWEALTH", TODAY, 56),
        ("ARABLEAGUE", TODAY, 22),
        ("OIC", TODAY, 57),
        ("ECOWAS", date(2025, 1, 28), 15),
        ("ECOWAS", date(2025, 1, 29), 12),
        ("MERCOSUR", TODAY, 6),
        ("OAS", date(2020, 1, 1), 35),
        ("CELAC", TODAY, 33),
        ("CARICOM", TODAY, 14),  # the fifteenth, Montserrat, is not in the table of states
        ("SADC", TODAY, 16),
        ("EAC", TODAY, 8),
        ("IGAD", TODAY, 8),
        ("ECCAS", TODAY, 11),
        ("APEC", TODAY, 21),
        ("SAARC", TODAY, 8),
        ("EFTA", TODAY, 4),
        ("CSTO", TODAY, 6),
        ("EAEU", TODAY, 5),
    ],
)
def test_an_organisation_has_as_many_members_as_it_says(
    organisation: str, day: date, number: int
) -> None:
    assert len(members(organisation, day)) == number


@pytest.mark.parametrize("year", range(1990, 2027))
def test_the_security_council_has_ten_elected_members_and_five_others(year: int) -> None:
    day = date(year, 7, 1)
    assert len(members("UNSC", day, ("elected",))) == 10
    assert len(members("UNSC", day, ("permanent",))) == 5


def test_the_security_council_is_elected_from_its_regions() -> None:
    """Eastern Europe has one of the ten seats: one under a wrong year would break it."""
    for year in range(1990, 2027):
        elected = set(members("UNSC", date(year, 7, 1), ("elected",)))
        assert len(elected & EASTERN_EUROPE) == 1, year


def test_only_members_of_the_united_nations_sit_in_its_council() -> None:
    for entry in tables_in_use().memberships:
        if entry.organisation == "UNSC" and entry.since and len(entry.since) == 10:
            day = date.fromisoformat(entry.since)
            assert set(entry.member_ids) <= set(members("UN", day)), entry


def test_every_member_of_the_united_nations_is_marked_so() -> None:
    marked = {s.party_id for s in tables_in_use().states.values() if s.status == "un-member"}
    assert set(members("UN", TODAY)) == marked


def test_a_state_stands_once_in_an_organisation_on_a_day() -> None:
    for day in (date(1985, 6, 1), date(2001, 6, 1), date(2013, 6, 1), TODAY):
        for state in tables_in_use().states.values():
            counted = Counter(
                (entry.organisation, entry.relation) for entry in memberships(state.id, day)
            )
            assert not counted or max(counted.values()) == 1, state.id


def test_who_left_and_who_was_suspended() -> None:
    assert "state:QAT" in members("OPEC", date(2018, 12, 31))
    assert "state:QAT" not in members("OPEC", date(2019, 1, 1))
    assert "state:SYR" in members("ARABLEAGUE", date(2015, 1, 1), ("suspended",))
    assert "state:SYR" in members("ARABLEAGUE", date(2015, 1, 1))
    assert "state:SYR" not in members("ARABLEAGUE", TODAY, ("suspended",))
    assert members("UN", date(1985, 1, 1)).count("state:SUN") == 1


def test_a_month_or_year_counts_from_its_end() -> None:
    assert "state:ZAF" not in members("BRICS", date(2010, 12, 30))
    assert "state:ZAF" in members("BRICS", date(2010, 12, 31))


def test_what_a_state_belonged_to() -> None:
    told = {(entry.organisation, entry.relation) for entry in memberships("MLI", date(2024, 6, 1))}
    assert {("AU", "member"), ("AU", "suspended"), ("ECOWAS", "member"), ("AES", "member")} <= told
    assert {entry.organisation for entry in memberships("org:AU", TODAY)} == {"G20"}
    with pytest.raises(NotFound):
        memberships("QQQ", TODAY)
    with pytest.raises(NotFound):
        members("NOBODY", TODAY)
    assert members("FIFA", TODAY) == ()
