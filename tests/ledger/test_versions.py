from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from tests.ledger.builders import two_coasts

from dragoman.errors import LedgerTooNew, LedgerUnreadable
from dragoman.ledger import open_ledger, versions
from dragoman.ledger.schema import metadata


def _stamp(place: Path, version: str | None) -> None:
    held = sqlite3.connect(place)
    held.execute("DELETE FROM dragoman_schema")
    if version is not None:
        held.execute("INSERT INTO dragoman_schema VALUES (?)", (version,))
    held.commit()
    held.close()


def test_the_versions_are_those_that_the_migrations_make() -> None:
    scripts = ScriptDirectory(str(versions._MIGRATIONS))
    made = tuple(script.revision for script in scripts.walk_revisions())[::-1]
    assert made == versions.VERSIONS
    assert scripts.get_heads() == [versions.VERSIONS[-1]]


def test_the_migrations_make_just_the_tables_of_the_schema(place: Path) -> None:
    with open_ledger(place, write=True) as ledger, ledger._engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"version_table": versions.VERSION_TABLE, "compare_type": True},
        )
        assert compare_metadata(context, metadata) == []


@pytest.mark.parametrize("write", [True, False])
def test_a_newer_ledger_is_refused_and_left_alone(place: Path, write: bool) -> None:
    with open_ledger(place, write=True) as ledger:
        ledger.add(two_coasts())
    _stamp(place, "9999")
    with pytest.raises(LedgerTooNew, match=r"newer version of Dragoman \(schema 9999"):
        open_ledger(place, write=write)
    _stamp(place, versions.VERSIONS[-1])
    with open_ledger(place, write=False) as ledger:
        assert len(list(ledger.claims())) == 5


def test_an_older_ledger_is_not_changed_by_reading(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_ledger(place, write=True).close()
    monkeypatch.setattr(versions, "VERSIONS", (*versions.VERSIONS, "9000"))
    with pytest.raises(LedgerUnreadable, match=r"older version.*dragoman add"):
        open_ledger(place, write=False)


def test_a_ledger_that_does_not_say_its_version(place: Path) -> None:
    open_ledger(place, write=True).close()
    _stamp(place, None)
    with pytest.raises(LedgerUnreadable, match="does not say which version"):
        open_ledger(place, write=False)


def test_a_migration_that_is_cut_short_leaves_nothing(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from alembic import op

    monkeypatch.setattr(op, "create_index", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        open_ledger(place, write=True)
    assert sqlite3.connect(place).execute("SELECT * FROM sqlite_master").fetchall() == []
    monkeypatch.undo()
    open_ledger(place, write=True).close()
