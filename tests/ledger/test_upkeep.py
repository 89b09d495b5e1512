from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from tests.ledger.builders import two_coasts

from dragoman.errors import LedgerError, LedgerUnreadable
from dragoman.ledger import Query, open_ledger
from dragoman.ledger.packed import pack


def _filled(store: str | Path) -> None:
    with open_ledger(store, write=True, coder="0.1.0") as ledger:
        for number in range(6):
            ledger.add(two_coasts(title=f"Story {number}"))


def test_a_whole_ledger_has_no_faults(store: str) -> None:
    _filled(store)
    with open_ledger(store, write=False) as ledger:
        assert list(ledger.faults()) == []


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("UPDATE claims SET record = x'0100' WHERE serial = 3", "cannot be read"),
        ("UPDATE claims SET id = 'feedfeedfeedfeed' WHERE serial = 2", "not the one"),
        ("UPDATE articles SET text_hash = 'no' WHERE id = (SELECT min(id) FROM articles)", "text"),
        ("DELETE FROM fact_claims WHERE claim = 1", "tells of no fact"),
        ("UPDATE fact_claims SET closed = 1", "rests on no claim"),
        ("UPDATE journal SET at = '1999' WHERE seq = 3", "older than the one before"),
        ("DELETE FROM articles", "hangs on a row of articles"),
    ],
)
def test_every_kind_of_damage_is_named(place: Path, damage: str, told: str) -> None:
    _filled(place)
    held = sqlite3.connect(place)
    held.execute(damage)
    held.commit()
    held.close()
    with open_ledger(place, write=False) as ledger:
        assert any(told in fault for fault in ledger.faults())


def test_a_corrupted_file_is_found_and_restored_from_its_backup(tmp_path: Path) -> None:
    place, copy, again = (tmp_path / name for name in ("a.db", "copy.db", "again.db"))
    _filled(place)
    with open_ledger(place, write=True) as ledger:
        ledger.vacuum()
        ledger.backup(copy)
        before = [fact.model_dump_json() for fact in ledger.facts(Query())]
    whole = place.read_bytes()
    for fault in (whole[: len(whole) // 2], _scrambled(whole)):
        place.write_bytes(fault)
        told: list[str] = []
        try:
            with open_ledger(place, write=False) as ledger:
                told += ledger.faults()
        except LedgerUnreadable as error:
            told.append(str(error))
        assert told, "the damage was not seen"
    with (
        open_ledger(copy, write=False) as source,
        open_ledger(again, write=True) as ledger,
    ):
        ledger.restore(source)
        assert [fact.model_dump_json() for fact in ledger.facts(Query())] == before
        assert list(ledger.faults()) == []


def test_a_backup_is_a_ledger_wherever_it_came_from(store: str, tmp_path: Path) -> None:
    _filled(store)
    copy = tmp_path / "copy.db"
    with open_ledger(store, write=False) as ledger:
        ledger.backup(copy)
        facts = [fact.model_dump_json() for fact in ledger.facts(Query())]
        with pytest.raises(LedgerError, match="exists"):
            ledger.backup(copy)
        ledger.backup(copy, force=True)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    with open_ledger(copy, write=False) as held:
        assert [fact.model_dump_json() for fact in held.facts(Query())] == facts


def test_a_file_goes_into_postgresql_and_is_added_to_there(
    place: Path, request: pytest.FixtureRequest
) -> None:
    address = request.getfixturevalue("cluster").new_database()
    _filled(place)
    with open_ledger(place, write=False) as source, open_ledger(address, write=True) as ledger:
        ledger.restore(source)
        assert ledger.add(two_coasts(title="One more")).outcome == "new"
        assert ledger.add(two_coasts(title="Story 1")).outcome == "known"
        assert list(ledger.faults()) == []
        with pytest.raises(LedgerError, match="not empty"):
            ledger.restore(source)


def test_vacuum_gives_room_back(store: str) -> None:
    _filled(store)
    with open_ledger(store, write=True) as ledger:
        ledger.vacuum()
        assert len(list(ledger.claims())) == 30


def _scrambled(whole: bytes) -> bytes:
    middle = len(whole) // 2
    return (
        whole[:middle]
        + bytes(byte ^ 0x5A for byte in whole[middle : middle + 9000])
        + (whole[middle + 9000 :])
    )


def test_packing_is_what_check_reads(place: Path) -> None:
    """A record of valid JSON that is no claim is a fault too."""
    _filled(place)
    held = sqlite3.connect(place)
    held.execute("UPDATE claims SET record = ? WHERE serial = 1", (pack('{"type": "event"}'),))
    held.commit()
    held.close()
    with open_ledger(place, write=False) as ledger:
        assert any("cannot be read" in fault for fault in ledger.faults())
