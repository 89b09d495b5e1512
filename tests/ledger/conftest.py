from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.gazetteer import load_tables, using

TABLES = """
as_of = 2024-01-01
[ambiguous]
en = ["Isle"]

[[state]]
id = "NOR"
iso2 = "NO"
name = "Norway"
status = "un-member"
[state.en]
names = ["Norway", "Kingdom of Norway", "Isle"]
[state.fr]
names = ["Norvège"]

[[state]]
id = "CHL"
iso2 = "CL"
name = "Chile"
status = "un-member"
[state.en]
names = ["Chile", "Isle"]
[state.fr]
names = ["Chili"]

[[state]]
id = "KEN"
iso2 = "KE"
name = "Kenya"
status = "un-member"
[state.en]
names = ["Kenya"]
[state.fr]
names = ["Kénya"]

[[organisation]]
id = "NPACT"
name = "Northern Pact"
kind = "alliance"
[organisation.en]
names = ["Northern Pact"]
acronyms = ["NPT"]
[organisation.fr]
names = ["Pacte du Nord"]
acronyms = ["PDN"]

[[person]]
id = "ada-holm"
name = "Ada Holm"
names = ["Ada Holm"]
short = ["Holm"]
"""


@pytest.fixture(autouse=True)
def _small_gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    path = tmp_path_factory.mktemp("gazetteer") / "tables.toml"
    path.write_text(TABLES, encoding="utf-8")
    with using(load_tables(path)):
        yield


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"
