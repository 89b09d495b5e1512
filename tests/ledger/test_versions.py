from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from tests.ledger.builders import two_coasts

from dragoman.errors import LedgerTooNew, LedgerUnreadable
from dragoman.ledger import Query, open_ledger, versions
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


def test_the_migrations_make_just_the_tables_of_the_schema(store: str) -> None:
    with open_ledger(store, write=True) as ledger, ledger._engine.connect() as connection:
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


def _first_version(place: Path) -> None:
    """A ledger as version 0001 wrote it, with two readings of one article."""
    from alembic import command
    from alembic.config import Config

    from dragoman.ledger import rows, sqlite

    engine = sqlite.engine(place, write=True)
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        config = Config()
        config.set_main_option("script_location", str(versions._MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        run = connection.exec_driver_sql
        run("INSERT INTO runs VALUES (1, '0.0.1', '{}', '2024-05-10', NULL)")
        old = two_coasts()
        article, body = rows.article_row(old.article), rows.body_record(old.article)
        columns = ("id", "url", "outlet", "title", "language", "published", "anchor", "origin")
        values = [str(article[name]) if article[name] else None for name in columns]
        run(
            f"INSERT INTO articles ({', '.join(columns)}, text_hash, extract) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*values, article["text_hash"], article["extract"]),
        )
        run("INSERT INTO cached_articles VALUES (?, ?)", (old.article.id, body))
        for number, closed in ((1, "2024-05-11"), (2, None)):
            header = rows.header_record(old)
            run(
                "INSERT INTO readings VALUES (?, 1, ?, ?, '2024-05-10', ?, ?)",
                (number, old.article.id, f"digest {number}", closed, header),
            )
            for position, claim in enumerate(old.claims):
                row = rows.claim_row(claim, position)
                row |= {"evidence_text": claim.evidence.text, "reading_id": number}
                row["when_start"], row["when_end"] = (
                    str(row[name]) if row[name] else None for name in ("when_start", "when_end")
                )
                names = ", ".join(row)
                run(
                    f"INSERT INTO claims ({names}) VALUES ({', '.join('?' * len(row))})",
                    tuple(row.values()),
                )
                (serial,) = run("SELECT last_insert_rowid()").one()
                for party in rows.party_rows(claim):
                    party = {"claim": serial, **party}
                    run(
                        f"INSERT INTO claim_parties ({', '.join(party)}) "
                        f"VALUES ({', '.join('?' * len(party))})",
                        tuple(party.values()),
                    )
    engine.dispose()


def test_a_ledger_of_the_first_version_is_brought_up_to_date_with_its_facts(place: Path) -> None:
    _first_version(place)
    with pytest.raises(LedgerUnreadable, match="older version"):
        open_ledger(place, write=False)
    with open_ledger(place, write=True) as ledger:
        assert len(list(ledger.claims())) == 5
        assert sorted(fact.type for fact in ledger.facts(Query())) == sorted(
            claim.type for claim in two_coasts().claims
        )
        assert list(ledger.faults()) == []
        assert ledger.reading(two_coasts().article.id).article == two_coasts().article
        assert ledger.add(two_coasts(title="Taken over", outlet="Another")).outcome == "new"
        assert {fact.origins for fact in ledger.facts(Query())} == {1}
