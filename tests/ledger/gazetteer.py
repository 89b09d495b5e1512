"""A gazetteer of three states, one organisation and one person, for tests that need no more."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from dragoman.gazetteer import Tables, load_tables, using

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


def small_gazetteer(folder: Path) -> AbstractContextManager[Tables]:
    """Inside, the small gazetteer is the one in use; its file is written into the folder."""
    path = folder / "tables.toml"
    path.write_text(TABLES, encoding="utf-8")
    return using(load_tables(path))
