from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.ledger.gazetteer import small_gazetteer


@pytest.fixture(autouse=True)
def _small_gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with small_gazetteer(tmp_path_factory.mktemp("gazetteer")):
        yield


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"
