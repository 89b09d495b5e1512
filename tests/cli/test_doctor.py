from __future__ import annotations

from pathlib import Path


def test_our_own_tables_are_counted(dragoman) -> None:
    said = dragoman("doctor")
    assert (said.status, said.err) == (0, "")
    assert "  organisations\n" in said.out
    assert said.out.endswith("no fault found\n")


def test_faults_of_a_users_table_are_told_with_file_and_line(dragoman, tmp_path: Path) -> None:
    table = tmp_path / "mine.toml"
    table.write_text(
        '[[organisation]]\nid = "ACME"\nname = "Acme"\nkind = "firm"\n'
        '[organisation.en]\nnames = ["Acme"]\n'
        '[[membership]]\norganisation = "NATO"\nmembers = ["FRA"]\n'
        "since = 2020-01-01\nuntil = 2019-01-01\n",
        encoding="utf-8",
    )
    said = dragoman("doctor", "--gazetteer", str(table))
    assert said.status == 4
    assert "no fault found" not in said.out
    first, second = said.err.splitlines()
    assert first.startswith("dragoman: mine.toml, line 1: organisation ACME: kind: ")
    assert second == (
        "dragoman: mine.toml, line 7: membership NATO: until 2019-01-01 is before since 2020-01-01"
    )


def test_a_table_of_ones_own_that_is_right(dragoman, tmp_path: Path) -> None:
    table = tmp_path / "mine.toml"
    table.write_text(
        '[[organisation]]\nid = "ACME"\nname = "Acme"\nkind = "company"\n'
        '[organisation.en]\nnames = ["Acme Group"]\n',
        encoding="utf-8",
    )
    before, after = dragoman("doctor"), dragoman("doctor", "--gazetteer", str(table))
    assert after.status == 0
    assert before.out != after.out


def test_a_missing_table_is_said(dragoman) -> None:
    said = dragoman("doctor", "--gazetteer", "none.toml")
    assert said.status == 4
    assert "none.toml: cannot be read" in said.err


def test_a_lexicon_of_ones_own_is_checked_and_its_examples_tried(dragoman, tmp_path: Path) -> None:
    table = tmp_path / "mine.toml"
    frame = '[[frame]]\nverbs = ["condemn"]\nexamples = [["Norway condemned Chile.", "NOR > %s"]]\n'
    table.write_text('language = "en"\nevent = "ACCUSE"\n' + frame % "CHL", encoding="utf-8")
    right = dragoman("doctor", "--lexicon", "mine.toml")
    assert (right.status, right.err) == (0, "")
    assert "1  entries in mine.toml\n" in right.out
    table.write_text('language = "en"\nevent = "ACCUSE"\n' + frame % "PER", encoding="utf-8")
    wrong = dragoman("doctor", "--lexicon", "mine.toml")
    assert wrong.status == 4
    assert "mine.toml, line 3 (condemn): 'Norway condemned Chile.': expected" in wrong.err
