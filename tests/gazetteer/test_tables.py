from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import DataError
from dragoman.gazetteer import (
    examine,
    load_tables,
    members,
    scan,
    state,
    tables_in_use,
    using,
    with_overlay,
)

STATE = """
[[state]]
id = "{id}"
iso2 = "{id2}"
name = "{name}"
status = "un-member"
[state.en]
names = ["{name}"]
adjectives = ["{name}ish"]
people = ["{name}ish"]
capital = ["{name} City"]
"""
PERSON = """
[[person]]
id = "{id}"
name = "Ada {id}"
names = ["Ada {id}"]
"""
SPELL = """
[[spell]]
person = "{person}"
title = "president"
of = "state:AAA"
since = "{since}"
"""
CODES = """
[[codes]]
state = "{id}"
cow = [{codes}]
"""
PACT = """[[organisation]]
id = "PACT"
name = "Pact"
kind = "alliance"
[organisation.en]
names = ["Pact"]
"""
ATLAND = STATE.format(id="AAA", id2="AA", name="Atland")
BELAND = STATE.format(id="BBB", id2="BB", name="Beland")
PEOPLE = PERSON.format(id="lovell") + PERSON.format(id="byron")
AS_OF = "as_of = 2020-01-01\n"


def _load(folder: Path, text: str) -> None:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    load_tables(path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("as_of = 2020-01-01\n[[state", ["mine.toml, line 2", "not TOML"]),
        (ATLAND + 'id = "AAA"\nid = "BBB"', ["mine.toml, line 13", "not TOML"]),
        ('name = "x', ["mine.toml, line 1", "not TOML"]),
        ("x = " + "[" * 100_000 + "]" * 100_000, ["mine.toml", "too deep"]),
        ("[" + ".".join("a" * 5_000) + "]", ["mine.toml, line 1", "unknown key 'a'"]),
        ('\n[[sate]]\nid = "AAA"', ["mine.toml, line 2", "'sate'", "state", "person"]),
        ('\n[state]\nid = "AAA"', ["mine.toml, line 2", "[[state]]"]),
        ("\n\nshared = 'king'", ["mine.toml, line 3", "shared"]),
        (PERSON.format(id="lovell") + 'country = "CCC"', ["line 2", "lovell", "country 'CCC'"]),
        (PERSON.format(id="lovell") + 'sector = "GUV"', ["line 2", "lovell", "'GUV'", "GOV"]),
        (ATLAND + ATLAND, ["mine.toml, line 13", "AAA", "twice"]),
        (ATLAND.replace("name =", "nmae ="), ["line 2", "AAA", "name"]),
        (ATLAND.replace("status", 'leadr = "king"\nstatus'), ["AAA", "'leadr'", "leader"]),
        (ATLAND.replace("capital", "capitals"), ["AAA", "en.capitals"]),
        (ATLAND.replace("un-member", "member"), ["AAA", "status", "territory"]),
        (ATLAND.replace('["Atland"]', "[]"), ["AAA", "en.names"]),
        (ATLAND.replace('["Atland"]', '[""]'), ["AAA", "en.names"]),
        (ATLAND.replace('"AAA"', '"Aaa"'), ["Aaa", "id"]),
        (
            ATLAND + BELAND.replace('["Beland"]', '["Beland", "Atland"]'),
            ["line 13", "BBB", "'Atland'", "AAA", "ambiguous"],
        ),
        (
            ATLAND + '[[organisation]]\nid = "X"\nname = "X"\nkind = "igo"\ncountry = "CCC"\n'
            '[organisation.en]\nnames = ["Xs"]\n',
            ["line 12", "X", "country 'CCC'"],
        ),
        (
            '[[organisation]]\nid = "X"\nname = "X"\nkind = "igo"\n[organisation.en]\nnames = []\n',
            ["line 1", "X", "at least one"],
        ),
        (ATLAND + PEOPLE + SPELL.format(person="lovell", since="2001"), ["spell", "as_of"]),
        (
            AS_OF + ATLAND + PEOPLE + SPELL.format(person="nobody", since="2001"),
            ["nobody", "table of people"],
        ),
        (
            AS_OF + PEOPLE + SPELL.format(person="lovell", since="2001"),
            ["lovell", "state:AAA", "tables of states"],
        ),
        (
            AS_OF + ATLAND + PEOPLE + SPELL.format(person="lovell", since="2001-13"),
            ["lovell", "month"],
        ),
        (
            AS_OF
            + ATLAND
            + PEOPLE
            + SPELL.format(person="lovell", since="2001")
            + "until = '1999'",
            ["lovell", "until 1999 is before since 2001"],
        ),
        (
            AS_OF
            + ATLAND
            + PEOPLE
            + SPELL.format(person="lovell", since="2001")
            + SPELL.format(person="byron", since="2003-05-02"),
            ["byron", "overlaps with lovell"],
        ),
        (ATLAND.replace('"un-member"', '"former"'), ["line 2", "AAA", "until and successors"]),
        (
            ATLAND.replace('"un-member"', '"former"\nuntil = 1990-10-02\nsuccessors = ["CCC"]'),
            ["line 2", "AAA", "successor 'CCC'"],
        ),
        (
            ATLAND + CODES.format(id="AAA", codes="{ code = '9', since = '1990', until = '1989' }"),
            ["line 13", "codes AAA", "until 1989 is before since 1990"],
        ),
        (
            ATLAND + CODES.format(id="AAA", codes="{ code = '9' }, { code = '8' }"),
            ["line 13", "codes AAA", "cow has two codes for one day"],
        ),
        (
            ATLAND
            + BELAND
            + CODES.format(id="AAA", codes="{ code = '9' }")
            + CODES.format(id="BBB", codes="{ code = '9', since = '1990-01-01' }"),
            ["line 28", "codes BBB", "cow 9 is also AAA's"],
        ),
        (CODES.format(id="AAA", codes="{ code = '9' }"), ["codes AAA", "table of states"]),
        (
            ATLAND
            + PACT
            + '[[membership]]\norganisation = "PACT"\nmembers = ["CCC"]\nsince = "1990"\n',
            ["line 18", "membership PACT", "'CCC' is not in the tables"],
        ),
        (
            ATLAND + '[[membership]]\norganisation = "PACT"\nmembers = ["AAA"]\nby = 1990-01-01\n',
            ["line 12", "membership PACT", "table of organisations"],
        ),
        (
            ATLAND + PACT + '[[membership]]\norganisation = "PACT"\nmembers = ["AAA"]\n',
            ["line 18", "membership PACT", "either since or by"],
        ),
        (
            ATLAND
            + PACT
            + '[[membership]]\norganisation = "PACT"\nmembers = ["AAA"]\nsince = "1990"\nuntil = 2001-05-01\n'
            + '[[membership]]\norganisation = "PACT"\nmembers = ["AAA"]\nsince = 2001-03-01\n',
            ["line 23", "membership PACT", "AAA is member already, 1990 to 2001-05-01"],
        ),
    ],
)
def test_a_fault_is_named_with_its_place(tmp_path: Path, text: str, words: list[str]) -> None:
    with pytest.raises(DataError) as caught:
        _load(tmp_path, text)
    for word in words:
        assert word in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "[ambiguous]\nen = ['Atland']\n"
        + ATLAND
        + BELAND.replace('["Beland"]', '["Beland", "Atland"]'),
        # a handover on one day, and terms that touch in one year
        AS_OF
        + ATLAND
        + PEOPLE
        + SPELL.format(person="lovell", since="2001")
        + 'until = "2003-05-02"\n'
        + SPELL.format(person="byron", since="2003-05-02"),
        AS_OF
        + ATLAND
        + PEOPLE
        + SPELL.format(person="lovell", since="2001")
        + 'until = "2003"\n'
        + SPELL.format(person="byron", since="2003"),
        'shared = ["president"]\n'
        + AS_OF
        + ATLAND
        + PEOPLE
        + SPELL.format(person="lovell", since="2001")
        + SPELL.format(person="byron", since="2003"),
        "",
    ],
)
def test_what_is_right_passes(tmp_path: Path, text: str) -> None:
    _load(tmp_path, text)


LINES = [
    "[[state]]\n",
    "[[person]]\n",
    "[[spell]]\n",
    "[[organisation]]\n",
    "[[membership]]\n",
    "[[codes]]\n",
    "[state.en]\n",
    "[ambiguous]\nen = 3\n",
    '[only_after]\nen = ["x"]\n',
    "id = 3\n",
    'id = "x"\n',
    "name = [1]\n",
    "names = {a = 1}\n",
    "as_of = 2020-01-01\n",
    'as_of = "x"\n',
    'members = [["A"]]\n',
    "since = 2020\n",
    "until = 10:00:00\n",
    "cow = [1]\n",
    'cow = {code = "2"}\n',
    "person = 4\n",
    "title = []\n",
    "of = {}\n",
    "shared = 3\n",
    'state = "AAA"\n',
]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(LINES), max_size=12))
def test_any_lines_are_told_and_never_crash(tmp_path: Path, lines: list[str]) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("".join(lines), encoding="utf-8")
    tables, faults = examine(path)
    assert (tables is None) <= bool(faults)
    assert all(str(fault).startswith("mine.toml") for fault in faults)


def test_a_missing_or_binary_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none\.toml"):
        load_tables(tmp_path / "none.toml")
    (tmp_path / "image.toml").write_bytes(b"\xff\xd8\xff\xe0")
    with pytest.raises(DataError, match="not UTF-8 at byte 0"):
        load_tables(tmp_path / "image.toml")


def test_people_left_out_are_the_adjectives_with_a_capital(tmp_path: Path) -> None:
    text = ATLAND + '[state.fr]\nnames = ["Atlande"]\nadjectives = ["atlandais", "éonien"]\n'
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    words = load_tables(tmp_path / "mine.toml").states["state:AAA"].words["fr"]
    assert words.people == ("Atlandais", "Éonien")


def test_a_users_file_lies_over_ours(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        '[[organisation]]\nid = "KONZERN"\nname = "Zarkonia Group"\nkind = "company"\n'
        'country = "NOR"\n[organisation.en]\nnames = ["Zarkonia Group"]\n'
        'adjectives = ["Zarkonian"]\n'
        '[[state]]\nid = "NOR"\niso2 = "NO"\nname = "Norway"\nstatus = "un-member"\n'
        '[state.en]\nnames = ["Norway", "Norge"]\n',
        encoding="utf-8",
    )
    sentence = "Norge and Zarkonia Group"  # "Norge" is no word of ours
    with using(with_overlay(path)):
        assert [hit.ids for hit in scan(sentence, "en")] == [("state:NOR",), ("org:KONZERN",)]
        assert [(hit.kind, hit.ids) for hit in scan("Zarkonian", "en")] == [
            ("adjective", ("org:KONZERN",))
        ]
        assert state("NOR").words["en"].names == ("Norway", "Norge")
        assert state("SWE").name == "Sweden"
    assert scan(sentence, "en") == []


def test_all_faults_of_a_users_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_text("[[state", encoding="utf-8")
    (tmp_path / "two.toml").write_text(
        ATLAND.replace("un-member", "member") + BELAND.replace("name =", "nmae ="), encoding="utf-8"
    )
    tables, faults = examine(tmp_path / "one.toml", tmp_path / "two.toml")
    assert tables is None
    assert [str(fault).partition(":")[0] for fault in faults] == [
        "one.toml, line 1",
        "two.toml, line 2",
        "two.toml, line 13",
    ]


def test_our_own_tables_are_right() -> None:
    ours = tables_in_use()
    assert len(ours.states) > 200
    assert ours.languages == {"en", "fr"}


def test_a_users_terms_of_an_office_replace_all_of_ours(tmp_path: Path) -> None:
    ours = tmp_path / "ours.toml"
    ours.write_text(
        AS_OF + ATLAND + PEOPLE + SPELL.format(person="lovell", since="2001"), encoding="utf-8"
    )
    theirs = tmp_path / "theirs.toml"
    theirs.write_text(AS_OF + SPELL.format(person="byron", since="2000"), encoding="utf-8")
    assert [spell.person for spell in load_tables(ours, theirs).spells] == ["byron"]


def test_the_example_of_the_documentation_is_right(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "gazetteer.md").read_text("utf-8")
    path = tmp_path / "example.toml"
    path.write_text(page.partition("```toml\n")[2].partition("```")[0], encoding="utf-8")
    with using(with_overlay(path)):
        assert [hit.ids for hit in scan("la CBLT", "fr")] == [("org:LCBC",)]
        assert members("LCBC", date(2000, 1, 1)) == (
            "state:CMR",
            "state:NER",
            "state:NGA",
            "state:TCD",
        )
