from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path

import pytest
from tests.ledger.builders import two_coasts

from dragoman.errors import LedgerMissing, LedgerUnreachable, LedgerUnreadable
from dragoman.ledger import names_ledger, open_ledger, postgres
from dragoman.ledger.packed import pack, unpack


@pytest.mark.parametrize("form", [str, Path, lambda path: f"sqlite:///{path}"])
def test_a_new_ledger_is_made_and_read_again(place: Path, form: type) -> None:
    with open_ledger(form(place), write=True) as ledger:
        ledger.add(two_coasts())
    with open_ledger(form(place), write=False) as ledger:
        assert len(list(ledger.claims())) == 5


def test_awkward_file_names(tmp_path: Path) -> None:
    place = tmp_path / "a %41 b#c?mode=memory.db"
    with open_ledger(place, write=True) as ledger:
        ledger.add(two_coasts())
    assert place.stat().st_size > 0


def test_wal_foreign_keys_and_a_busy_timeout(place: Path) -> None:
    with open_ledger(place, write=True) as ledger, ledger._engine.connect() as connection:
        asked = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "busy_timeout")
        }
    assert asked["journal_mode"] == "wal"
    assert asked["foreign_keys"] == 1
    assert asked["busy_timeout"] >= 1000


def test_nothing_to_read_names_the_command_that_makes_a_ledger(place: Path) -> None:
    with pytest.raises(LedgerMissing, match="dragoman add"):
        open_ledger(place, write=False)
    assert not place.exists()


@pytest.mark.parametrize("make", [Path.touch, lambda path: sqlite3.connect(path).close()])
def test_an_empty_file_is_no_ledger_yet_and_can_become_one(place: Path, make: type) -> None:
    make(place)
    with pytest.raises(LedgerMissing, match="dragoman add"):
        open_ledger(place, write=False)
    open_ledger(place, write=True).close()
    open_ledger(place, write=False).close()


@pytest.mark.parametrize("write", [True, False])
def test_a_file_that_is_not_sqlite_is_left_alone(place: Path, write: bool) -> None:
    place.write_bytes(b"<html>" + bytes(5000))
    with pytest.raises(LedgerUnreadable, match="not a SQLite file"):
        open_ledger(place, write=write)
    assert place.read_bytes() == b"<html>" + bytes(5000)


@pytest.mark.parametrize("write", [True, False])
def test_another_programs_database_is_left_alone(place: Path, write: bool) -> None:
    other = sqlite3.connect(place)
    other.execute("CREATE TABLE bookmarks (url)")
    other.commit()
    other.close()
    with pytest.raises(LedgerUnreadable, match="not a ledger of Dragoman"):
        open_ledger(place, write=write)
    tables = sqlite3.connect(place).execute("SELECT name FROM sqlite_master").fetchall()
    assert tables == [("bookmarks",)]


@pytest.mark.parametrize("write", [True, False])
def test_a_truncated_ledger(place: Path, write: bool) -> None:
    with open_ledger(place, write=True) as ledger:
        ledger.add(two_coasts())
    place.write_bytes(place.read_bytes()[:5000])
    with pytest.raises(LedgerUnreadable, match="damaged"):
        open_ledger(place, write=write)


def test_a_ledger_with_a_torn_page_says_so_when_it_is_read(place: Path) -> None:
    with open_ledger(place, write=True) as ledger:
        ledger.add(two_coasts())
    held = bytearray(place.read_bytes())
    root = sqlite3.connect(place).execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'claims'"
    )
    page = root.fetchone()[0]
    held[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    place.write_bytes(held)
    with (
        open_ledger(place, write=False) as ledger,
        pytest.raises(LedgerUnreadable, match="damaged"),
    ):
        list(ledger.claims())


def test_a_record_that_is_no_claim_says_so(place: Path) -> None:
    with open_ledger(place, write=True) as ledger:
        ledger.add(two_coasts())
    held = sqlite3.connect(place)
    for serial, record in held.execute("SELECT serial, record FROM claims").fetchall():
        told = json.loads(unpack(record))
        del told["evidence"]
        held.execute(
            "UPDATE claims SET record = ? WHERE serial = ?", (pack(json.dumps(told)), serial)
        )
    held.commit()
    held.close()
    with (
        open_ledger(place, write=False) as ledger,
        pytest.raises(LedgerUnreadable, match="evidence"),
    ):
        list(ledger.claims())


@pytest.mark.parametrize("record", [b"", b"\x01 not packed", b"\xff", b"\x01" + b"\x00" * 40])
def test_a_record_that_is_damaged_says_so(place: Path, record: bytes) -> None:
    with open_ledger(place, write=True) as ledger:
        ledger.add(two_coasts())
    held = sqlite3.connect(place)
    held.execute("UPDATE claims SET record = ?", (record,))
    held.commit()
    held.close()
    with (
        open_ledger(place, write=False) as ledger,
        pytest.raises(LedgerUnreadable, match=r"damaged|does not know"),
    ):
        list(ledger.claims())


@pytest.mark.parametrize("write", [True, False])
def test_a_folder_is_no_ledger(tmp_path: Path, write: bool) -> None:
    with pytest.raises(LedgerUnreadable, match="is a folder"):
        open_ledger(tmp_path, write=write)


def test_no_folder_to_make_it_in(tmp_path: Path) -> None:
    with pytest.raises(LedgerUnreadable, match="there is no folder"):
        open_ledger(tmp_path / "not" / "there.db", write=True)


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder where none may write")
def test_a_place_where_no_file_can_be_made() -> None:
    with pytest.raises(LedgerUnreadable, match=r"/proc/ledger\.db"):
        open_ledger("/proc/ledger.db", write=True)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
@pytest.mark.parametrize("mode", [0o000, 0o400])
def test_a_ledger_without_permission(place: Path, mode: int) -> None:
    open_ledger(place, write=True).close()
    place.chmod(mode)
    with pytest.raises(LedgerUnreadable, match=r"ledger\.db"):
        open_ledger(place, write=True)


def test_an_address_is_refused_without_its_password() -> None:
    with pytest.raises(LedgerUnreadable) as refused:
        open_ledger("mysql://user:secret@host/db", write=True)
    assert "secret" not in str(refused.value)
    assert "sqlite:///" in str(refused.value)


def test_a_server_that_is_not_there_is_named_without_the_password(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(postgres, "REACH_SECONDS", 2)
    with pytest.raises(LedgerUnreachable) as refused:
        open_ledger("postgresql://user:secret@127.0.0.1:1/db", write=True)
    assert "secret" not in str(refused.value)
    assert "127.0.0.1" in str(refused.value)
    with pytest.raises(LedgerUnreadable, match=r"postgresql://user@host/name"):
        open_ledger("postgresql://user:se cret@[::1/db", write=False)


def test_reading_never_writes(place: Path) -> None:
    with open_ledger(place, write=True) as ledger:
        ledger.add(two_coasts())
    before = place.read_bytes()
    with open_ledger(place, write=False) as ledger:
        list(ledger.claims())
        ledger.dyad("NOR", "CHL")
        with pytest.raises(LedgerUnreadable, match="may not be written"):
            ledger.add(two_coasts(title="Another title"))
    assert place.read_bytes() == before


def test_a_reader_on_a_medium_that_nobody_writes(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_ledger(place, write=True) as ledger:
        ledger.add(two_coasts())
    monkeypatch.setattr(os, "access", lambda *_: False)
    with open_ledger(place, write=False) as ledger:
        assert len(list(ledger.claims())) == 5
    assert [file.name for file in place.parent.iterdir()] == [place.name]


def test_a_reader_beside_a_writer_sees_what_is_whole(place: Path) -> None:
    with open_ledger(place, write=True) as writer, open_ledger(place, write=False) as reader:
        writer.add(two_coasts())
        assert len(list(reader.claims())) == 5


def test_what_names_a_ledger_and_what_pages(place: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Norway and Chile met.")
    open_ledger(place, write=True).close()
    plain = tmp_path / "asia"
    plain.write_bytes(place.read_bytes())
    ledgers = [
        str(place),
        str(plain),
        f"sqlite:///{place}",
        "postgresql://user@host/db",
        str(tmp_path / "none.db"),
    ]
    assert all(map(names_ledger, ledgers))
    assert not any(map(names_ledger, [str(page), str(tmp_path), "-", "none.txt"]))
