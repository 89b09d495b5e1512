"""What a ledger must survive. `benchmarks/full` does the same at full size."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import textwrap
import threading
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

import pytest
from sqlalchemy import select
from tests.ledger.builders import two_coasts
from tests.ledger.cluster import Cluster, programs

from dragoman.errors import LedgerError
from dragoman.ledger import Query, open_ledger
from dragoman.ledger.schema import metadata

PROJECT = Path(__file__).parents[2]
SOURCES = os.pathsep.join(map(str, (PROJECT, PROJECT / "src")))
ARTICLES = 12

ADDING = """
    import sys
    from dragoman.ledger import open_ledger
    from tests.ledger.builders import two_coasts
    with open_ledger(sys.argv[1], write=True, coder="0.1.0") as ledger:
        for number in range(int(sys.argv[2]), int(sys.argv[3])):
            ledger.add(two_coasts(title=f"Story {number}"))
            print(number, flush=True)
"""
# What two undisturbed runs differ on: when they were made, and into how many runs they fell.
_OTHERWISE = {"runs", "journal"}
_TIMES = {"read_at", "closed_at", "run_id"}


def _adding(store: str, first: int, last: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(ADDING), store, str(first), str(last)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": SOURCES},
    )


def _content(store: str) -> dict[str, list[tuple[object, ...]]]:
    with open_ledger(store, write=False) as ledger, ledger._engine.connect() as connection:
        return {
            table.name: sorted(
                (
                    tuple(v for k, v in row._mapping.items() if k not in _TIMES)
                    for row in connection.execute(select(table))
                ),
                key=str,
            )
            for table in metadata.sorted_tables
            if table.name not in _OTHERWISE
        }


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[object, ...]]]:
    store = str(tmp_path_factory.mktemp("undisturbed") / "ledger.db")
    run = _adding(store, 0, ARTICLES)
    run.communicate()
    assert run.returncode == 0
    return _content(store)


def test_killed_at_random_moments_and_resumed_it_is_the_same_ledger(
    store: str, undisturbed: dict[str, list[tuple[object, ...]]]
) -> None:
    chance = random.Random(store.rpartition("/")[2])
    for _ in range(3):
        run = _adding(store, 0, ARTICLES)
        assert run.stdout is not None
        for _ in range(chance.randrange(1, ARTICLES // 2)):
            run.stdout.readline()
        sleep(chance.uniform(0, 0.05))
        run.send_signal(signal.SIGKILL)
        run.communicate()
    run = _adding(store, 0, ARTICLES)
    run.communicate()
    assert run.returncode == 0
    assert _content(store) == undisturbed
    with open_ledger(store, write=False) as ledger:
        assert list(ledger.faults()) == []


def test_two_adds_at_once_wait_for_each_other(store: str) -> None:
    open_ledger(store, write=True).close()
    adding = [_adding(store, 0, 8), _adding(store, 4, 12)]
    for run in adding:
        run.communicate()
    assert [run.returncode for run in adding] == [0, 0]
    with open_ledger(store, write=False) as ledger:
        assert len(list(ledger.claims())) == ARTICLES * 5
        assert len(list(ledger.facts(Query()))) == 5
        assert list(ledger.faults()) == []


def test_a_reader_beside_a_writer_sees_whole_articles(store: str) -> None:
    open_ledger(store, write=True).close()
    run = _adding(store, 0, ARTICLES)
    seen = set()
    with open_ledger(store, write=False) as ledger:
        while run.poll() is None:
            seen.add(len(list(ledger.claims())))
    run.communicate()
    assert run.returncode == 0
    assert all(number % 5 == 0 for number in seen)


def test_a_full_disk_stops_it_cleanly(tmp_path: Path) -> None:
    """A quota of the process stands for the disk: SQLite meets the same error."""
    place = tmp_path / "ledger.db"
    with open_ledger(place, write=True) as ledger:
        ledger.add(two_coasts(title="Story 0"))
    script = """
        import resource, signal, sys
        from dragoman.errors import LedgerError
        from dragoman.ledger import open_ledger
        from tests.ledger.builders import two_coasts
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
        try:
            with open_ledger(sys.argv[1], write=True) as ledger:
                for number in range(4000):
                    ledger.add(two_coasts(title=f"Story {number}"))
        except LedgerError as error:
            print(error)
            sys.exit(error.exit_status)
    """
    room = place.stat().st_size + 60_000
    run = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), str(place), str(room)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": SOURCES},
        check=False,
    )
    assert run.returncode == LedgerError.exit_status, run.stderr
    assert str(place) in run.stdout
    with open_ledger(place, write=True) as ledger:
        assert list(ledger.faults()) == []
        assert ledger.add(two_coasts(title="There is room again")).outcome == "new"


def test_a_server_that_stops_in_the_middle_and_comes_back() -> None:
    found = programs()
    if found is None:
        pytest.skip("no PostgreSQL server is installed (Debian: postgresql)")
    with TemporaryDirectory(prefix="pg", dir="/tmp", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        server = Cluster(Path(folder) / "c", found)
        server.make()
        server.start()
        store = server.new_database()
        run = _adding(store, 0, ARTICLES)
        assert run.stdout is not None
        for _ in range(3):
            run.stdout.readline()

        def away() -> None:
            server.stop("immediate")
            sleep(1)
            server.start()

        thread = threading.Thread(target=away)
        thread.start()
        run.communicate(timeout=120)
        thread.join()
        try:
            assert run.returncode == 0
            with open_ledger(store, write=False) as ledger:
                assert len(list(ledger.claims())) == ARTICLES * 5
                assert list(ledger.faults()) == []
        finally:
            server.stop("immediate")
