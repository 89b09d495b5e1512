from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.ledger.cluster import Cluster, programs
from tests.ledger.gazetteer import small_gazetteer


@pytest.fixture(autouse=True)
def _small_gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with small_gazetteer(tmp_path_factory.mktemp("gazetteer")):
        yield


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where a ledger's file may be made."""
    return tmp_path / "ledger.db"


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A running PostgreSQL; the tests that need one are skipped where none is installed."""
    found = programs()
    if found is None:
        pytest.skip("no PostgreSQL server is installed (Debian: postgresql)")
    # Not pytest's own folder: the path of a socket may be 107 characters long, and no more.
    with TemporaryDirectory(prefix="pg", dir="/tmp", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        made = Cluster(Path(folder) / "c", found)
        made.make()
        made.start()
        yield made
        made.stop("immediate")


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a ledger that is not there yet: the same tests run on both stores."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.db")
    cluster: Cluster = request.getfixturevalue("cluster")
    return cluster.new_database()
