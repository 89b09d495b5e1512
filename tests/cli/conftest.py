from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Literal

import pytest
from tests.ledger.builders import agency, article, explanations, reading, two_coasts
from tests.ledger.gazetteer import small_gazetteer

from dragoman.cli import pages
from dragoman.cli.here import Here
from dragoman.cli.main import run
from dragoman.coding.coverage import CountedReading, Known, Predicate
from dragoman.errors import NoText
from dragoman.ledger import open_ledger
from dragoman.records import ExplainedReading, Reading
from dragoman.sources import Page


@dataclass(frozen=True)
class Said:
    """What one command printed and how it ended."""

    status: int
    out: str
    err: str


Dragoman = Callable[..., Said]


@pytest.fixture(autouse=True)
def _somewhere_else(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DRAGOMAN_LEDGER", raising=False)
    monkeypatch.setenv("COLUMNS", "120")
    with small_gazetteer(tmp_path_factory.mktemp("gazetteer")):
        yield


@pytest.fixture
def dragoman(capsys: pytest.CaptureFixture[str]) -> Dragoman:
    """Run a command in this process, as the console script does."""

    def command(*arguments: str) -> Said:
        with pytest.raises(SystemExit) as ended:
            run(list(arguments))
        captured = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Said(ended.value.code, captured.out, captured.err)

    return command


def stub_read(
    page: Page,
    *,
    published: date | None = None,
    language: str | None = None,
    explained: bool = False,
) -> Iterator[Reading]:
    """Stands for the reader: the first line is the title; a page that begins so is a story."""
    title, _, body = page.text.partition("\n")
    notices = page.notices
    if title.startswith("furniture"):
        raise NoText("there is no article in it")
    if title.startswith("bug"):
        raise ZeroDivisionError("a fault")
    if language == "xx":
        notices = (*notices, "unsupported language: xx")
        yield reading(article(body, title=title, language="xx"), notices=notices)
        return
    told = two_coasts(title=title, published=published or date(2024, 5, 10), url=page.url)
    told = told.model_copy(update={"notices": notices})
    yield ExplainedReading(**dict(told), explanation=explanations(told)) if explained else told


def stub_count(
    page: Page,
    *,
    published: date | None = None,  # noqa: ARG001
    language: str | None = None,
) -> Iterator[Reading]:
    """Stands for the counting of predicates: the same five of every page."""
    known: tuple[tuple[str, Literal["VERB", "NOUN"], Known, str], ...] = (
        ("condemn", "VERB", "frame", "Norway condemned Chile."),
        ("border", "VERB", "none", "Norway borders Chile."),
        ("outfly", "VERB", "unknown", "In the morning Norway outflew Chile."),
        ("outfly", "VERB", "unknown", "Norway outflew Chile."),
        ("envy", "NOUN", "listed", "Its envy."),
    )
    found = tuple(
        Predicate(lemma=lemma, pos=pos, known=known, sentence=sentence)
        for lemma, pos, known, sentence in known
    )
    yield CountedReading(article=article(page.text, language=language or "en"), predicates=found)


@pytest.fixture(autouse=True)
def _stub_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    stub = ModuleType("dragoman.reader")
    stub.read_page = stub_read  # type: ignore[attr-defined]
    stub.count_page = stub_count  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "dragoman.reader", stub)
    # Another process would not have the stub; `test_guard.py` tries the guard itself.
    monkeypatch.setattr(pages, "start_runner", Here)


@pytest.fixture
def page(tmp_path: Path) -> Callable[[str], str]:
    """Write a page with this title and give its name."""

    def written(title: str) -> str:
        path = tmp_path / f"{title.replace(' ', '-')}.txt"
        path.write_text(f"{title}\nThe body of the page is longer than its title.\n", "utf-8")
        return path.name

    return written


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """The default ledger, with two articles of two origins."""
    place = tmp_path / "dragoman.db"
    with open_ledger(place, write=True) as ledger:
        ledger.add(two_coasts())
        ledger.add(two_coasts(title="Again", outlet="El Faro", credits=(agency("Nordnews"),)))
    return place
