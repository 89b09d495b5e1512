from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.records.agreement import Agreement, Money
from dragoman.records.article import Article, Caption, Credit, Statement
from dragoman.records.event import Event, Place
from dragoman.records.evidence import Evidence
from dragoman.records.membership import Membership
from dragoman.records.model import Record
from dragoman.records.office import Office
from dragoman.records.party import OfficeHeld, Party
from dragoman.records.quotation import Quotation
from dragoman.records.visit import Visit
from dragoman.records.when import Anchor, When

RECORDS: list[type[Record]] = [
    Agreement,
    Anchor,
    Article,
    Caption,
    Credit,
    Event,
    Evidence,
    Membership,
    Money,
    Office,
    OfficeHeld,
    Party,
    Place,
    Quotation,
    Statement,
    Visit,
    When,
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_is_documented(project: Path, record: type[Record]) -> None:
    page = (project / "docs" / "records.md").read_text(encoding="utf-8")
    missing = [name for name in record.model_fields if f"`{name}`" not in page]
    assert missing == [], f"docs/records.md does not explain {record.__name__}: {missing}"


def test_links_between_our_pages_lead_somewhere(project: Path) -> None:
    pages = [
        *project.glob("*.md"),
        *(project / "docs").rglob("*.md"),
        *project.glob("samples/*.md"),
    ]
    assert project / "README.md" in pages
    dead = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
        if not target.startswith("http") and not (page.parent / target).exists()
    ]
    assert dead == []


def test_the_readmes_blocks_are_where_ci_looks_for_them(project: Path) -> None:
    readme = (project / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"<!-- \.ci/run runs this block -->\n```sh\n(.+)\n```", readme)
    assert len(blocks) == 1
    assert blocks[0].endswith("pytest")
    for name in re.findall(r"(?:samples|requirements)/[\w.]+", readme):
        assert (project / name).is_file(), name
