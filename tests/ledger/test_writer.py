from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from tests.ledger.builders import CHILE, NORWAY, article, event, reading, two_coasts

from dragoman.errors import DragomanError
from dragoman.ledger import Added, open_ledger
from dragoman.records import Anchor, Reading

PROJECT = Path(__file__).resolve().parents[2]
SOURCES = os.pathsep.join(map(str, (PROJECT, PROJECT / "src")))


def _dump(place: Path) -> list[str]:
    held = sqlite3.connect(place)
    try:
        return list(held.iterdump())
    finally:
        held.close()


def _counts(place: Path) -> dict[str, int]:
    held = sqlite3.connect(place)
    tables = ("runs", "articles", "readings", "claims", "claim_parties", "cached_articles")
    try:
        return {t: held.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables}
    finally:
        held.close()


def test_the_same_page_twice_changes_nothing(place: Path) -> None:
    told = two_coasts()
    with open_ledger(place, write=True) as ledger:
        assert ledger.add(told) == Added("new", told.article.id, 5)
    before = _dump(place)
    with open_ledger(place, write=True) as ledger:
        # A notice may name another file that holds the same page.
        again = told.model_copy(update={"notices": ("copy.txt: encoding guessed",)})
        assert ledger.add(again) == Added("known", told.article.id, 5)
    assert _dump(place) == before


def test_a_reading_that_differs_closes_the_older_one_and_keeps_it(place: Path) -> None:
    told = two_coasts()
    newer = told.model_copy(
        update={"claims": tuple(c.model_copy(update={"coder": "0.2.0"}) for c in told.claims[:2])}
    )
    with open_ledger(place, write=True) as ledger:
        ledger.add(told)
        old = list(ledger.claims())
        assert ledger.add(newer).outcome == "renewed"
        assert [claim.coder for claim in ledger.claims()] == ["0.2.0", "0.2.0"]
        assert ledger.why(old[0].id).claim == old[0]
        assert ledger.add(newer).outcome == "known"
    counted = _counts(place)
    assert (counted["runs"], counted["articles"], counted["readings"]) == (1, 1, 2)
    assert counted["claims"] == 7


def test_another_given_date_reaches_the_articles_row(place: Path) -> None:
    told = two_coasts(published=None)
    assert told.article.anchor is None
    day = "2024-05-11"
    dated = Reading.model_validate_json(
        told.model_copy(
            update={
                "article": told.article.model_copy(
                    update={"anchor": Anchor.model_validate({"day": day, "basis": "given"})}
                )
            }
        ).model_dump_json()
    )
    with open_ledger(place, write=True) as ledger:
        ledger.add(told)
        ledger.add(dated)
        assert str(ledger.why(told.claims[0].id).article.anchor) == day


def test_without_the_cache_the_text_is_nowhere_in_the_file(place: Path) -> None:
    unsaid = "A sentence " + "beyond the extract " * 30 + "that nobody codes."
    of = article("Norway sanctioned Chile.", unsaid)
    told = event(
        of, "Norway sanctioned Chile.", "sanctioned", actors=(NORWAY,), recipients=(CHILE,)
    )
    with open_ledger(place, write=True) as ledger:
        ledger.add(reading(of, told), cache=False)
    dump = "\n".join(_dump(place))
    assert "that nobody codes" not in dump
    assert _counts(place)["cached_articles"] == 0
    with open_ledger(place, write=True) as ledger:
        assert ledger.add(reading(of, told)).outcome == "known"
    assert _counts(place)["cached_articles"] == 1


@pytest.mark.parametrize(
    "fault",
    [
        lambda c: c.model_copy(update={"evidence": c.evidence.model_copy(update={"start": 1})}),
        lambda c: c.model_copy(
            update={"passages": (c.evidence.model_copy(update={"article_id": "0" * 16}),)}
        ),
    ],
)
def test_evidence_that_is_not_in_the_text_is_refused_whole(place: Path, fault) -> None:
    told = two_coasts()
    wrong = told.model_copy(update={"claims": (*told.claims[:-1], fault(told.claims[-1]))})
    with open_ledger(place, write=True) as ledger, pytest.raises(DragomanError, match="claim"):
        ledger.add(wrong)
    assert set(_counts(place).values()) == {0}


def test_two_claims_with_one_id_are_refused(place: Path) -> None:
    told = two_coasts()
    twice = told.model_copy(update={"claims": (told.claims[0], told.claims[0])})
    with (
        open_ledger(place, write=True) as ledger,
        pytest.raises(DragomanError, match=f"two claims have the id {told.claims[0].id}"),
    ):
        ledger.add(twice)


def test_a_run_is_finished_when_the_ledger_is_closed(place: Path) -> None:
    with open_ledger(place, write=True, coder="0.1.0", settings={"language": "fr"}) as ledger:
        ledger.add(two_coasts())
        ledger.add(two_coasts(title="Second"))
    runs = sqlite3.connect(place).execute("SELECT coder, settings, finished FROM runs").fetchall()
    assert len(runs) == 1
    assert runs[0][:2] == ("0.1.0", '{"language": "fr"}')
    assert runs[0][2] is not None


def test_a_run_that_is_broken_off_is_not_finished(place: Path) -> None:
    def broken_off() -> None:
        with open_ledger(place, write=True) as ledger:
            ledger.add(two_coasts())
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    runs = sqlite3.connect(place).execute("SELECT finished FROM runs").fetchall()
    assert runs == [(None,)]


def test_a_full_disk_or_any_other_fault_in_the_middle_takes_all_back(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dragoman.ledger import rows

    real = rows.party_rows
    seen: list[object] = []

    def fails_at_the_third(claim):
        seen.append(claim)
        if len(seen) == 3:
            raise OSError("no space left")
        return real(claim)

    monkeypatch.setattr(rows, "party_rows", fails_at_the_third)
    with open_ledger(place, write=True) as ledger:
        with pytest.raises(OSError, match="no space"):
            ledger.add(two_coasts())
        assert set(_counts(place).values()) == {0}
        ledger.add(two_coasts())
    assert _counts(place)["runs"] == 1


KILLED = """
    import sys, time
    from sqlalchemy import event
    from dragoman.ledger import open_ledger
    from tests.ledger.builders import two_coasts

    with open_ledger(sys.argv[1], write=True) as ledger:
        ledger.add(two_coasts())

        @event.listens_for(ledger._engine, "after_cursor_execute")
        def stop_in_the_middle(connection, cursor, statement, parameters, context, many):
            if statement.startswith("INSERT INTO claim_parties"):
                print("in the middle", flush=True)
                time.sleep(60)

        ledger.add(two_coasts(title="Second"))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_kill_nine_in_the_middle_leaves_nothing_half_written(place: Path) -> None:
    run = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(KILLED), str(place)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": SOURCES},
    )
    assert run.stdout is not None
    assert run.stdout.readline() == b"in the middle\n"
    os.kill(run.pid, signal.SIGKILL)
    assert run.wait() == -signal.SIGKILL
    run.stdout.close()

    with open_ledger(place, write=False) as ledger:
        assert len(list(ledger.claims())) == 5
    counted = _counts(place)
    assert (counted["articles"], counted["claims"], counted["runs"]) == (1, 5, 1)
    held = sqlite3.connect(place)
    assert held.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert held.execute("PRAGMA foreign_key_check").fetchall() == []
    held.close()
    with open_ledger(place, write=True) as ledger:
        assert ledger.add(two_coasts()).outcome == "known"
        assert ledger.add(two_coasts(title="Second")).outcome == "new"


def test_two_writers_at_once_wait_for_each_other(place: Path) -> None:
    script = """
        import sys
        from dragoman.ledger import open_ledger
        from tests.ledger.builders import two_coasts
        with open_ledger(sys.argv[1], write=True) as ledger:
            for number in range(15):
                ledger.add(two_coasts(title=f"Story {number}"))
    """
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(script), str(place)],
            env={**os.environ, "PYTHONPATH": SOURCES},
        )
        for _ in range(3)
    ]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0, 0]
    counted = _counts(place)
    assert (counted["articles"], counted["readings"], counted["claims"]) == (15, 15, 75)
