from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import NotFound
from dragoman.gazetteer import (
    holder,
    load_tables,
    offices_of,
    organisation,
    person,
    state,
    tables_in_use,
    using,
)

TABLE = """
as_of = 2020-01-01
[[state]]
id = "AAA"
iso2 = "AA"
name = "Atland"
status = "un-member"
[state.en]
names = ["Atland"]

[[person]]
id = "ada"
name = "Ada Lovell"
names = ["Ada Lovell"]
[[person]]
id = "bo"
name = "Bo Byron"
names = ["Bo Byron"]
[[person]]
id = "cy"
name = "Cy Cole"
names = ["Cy Cole"]

[[spell]]
person = "ada"
title = "president"
of = "state:AAA"
since = "2001-03"
until = "2005-06-10"
[[spell]]
person = "bo"
title = "president"
of = "state:AAA"
since = "2005-06-10"
until = "2010"
[[spell]]
person = "cy"
title = "president"
of = "state:AAA"
since = 2015-02-01
[[spell]]
person = "cy"
title = "foreign minister"
of = "state:AAA"
until = "2009"
"""


@pytest.fixture(autouse=True)
def _small_table(tmp_path: Path) -> Iterator[None]:
    path = tmp_path / "small.toml"
    path.write_text(TABLE, encoding="utf-8")
    with using(load_tables(path)):
        yield


@pytest.mark.parametrize(
    ("day", "who"),
    [
        (date(2001, 2, 28), None),
        (date(2001, 3, 20), None),  # some day of March: not beyond doubt
        (date(2001, 3, 31), "person:ada"),
        (date(2005, 6, 9), "person:ada"),
        (date(2005, 6, 10), None),  # the handover: both
        (date(2005, 6, 11), "person:bo"),
        (date(2010, 1, 1), "person:bo"),
        (date(2010, 7, 1), None),
        (date(2012, 1, 1), None),  # a gap
        (date(2015, 2, 1), "person:cy"),
        (date(2020, 12, 31), "person:cy"),  # a year after the table was made
        (date(2021, 1, 2), None),
        (None, None),
    ],
)
def test_holder_of_a_day(day: date | None, who: str | None) -> None:
    assert holder("president", "state:AAA", day) == who
    assert holder("President", "state:AAA", day) == who


def test_the_only_holder_known_needs_no_day() -> None:
    assert holder("foreign minister", "state:AAA", None) == "person:cy"
    # but the beginning is not known, so no day is beyond doubt
    assert holder("foreign minister", "state:AAA", date(2008, 1, 1)) is None
    assert holder("king", "state:AAA", None) is None
    assert holder("president", "state:ZZZ", None) is None


def test_offices_of_a_person() -> None:
    assert [s.title for s in offices_of("person:cy", None)] == ["president", "foreign minister"]
    assert [s.title for s in offices_of("cy", date(2016, 1, 1))] == ["president"]
    assert offices_of("person:cy", date(2012, 1, 1)) == []
    assert offices_of("person:nobody", None) == []


def test_lookups_take_bare_and_party_ids() -> None:
    assert state("AAA") is state("state:AAA")
    assert person("ada").name == "Ada Lovell"
    assert person("person:ada") is person("ada")
    with pytest.raises(NotFound, match=r"state:AAA"):
        state("AAB")
    with pytest.raises(NotFound, match="organisation"):
        organisation("XYZ")


def test_an_own_table_is_seen_only_inside() -> None:
    assert set(tables_in_use().states) == {"state:AAA"}
