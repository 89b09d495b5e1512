from __future__ import annotations

import gzip
import io
import json
import os
import time
import tracemalloc
from pathlib import Path
from types import SimpleNamespace

import pytest

from dragoman.errors import InputError, MissingInput, OtherKind, TooLarge
from dragoman.sources import Options, Page, Passed, gather, load, pages
from dragoman.sources.corpus import CorpusRow
from dragoman.sources.limits import MAX_BYTES

STORY = "A title\n\nPeru and Chile signed a treaty on Monday.\n"


def told(found: object) -> list[str]:
    return [str(one.why) if isinstance(one, Passed) else one.name for one in found]  # type: ignore[attr-defined]


def test_a_folder_in_the_order_of_names_with_what_is_passed_over_listed(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.html", "b/d.md", "b/e.htm.gz"):
        raw = STORY.encode()
        (tmp_path / name).write_bytes(gzip.compress(raw) if name.endswith("gz") else raw)
    for name in ("x.png", "y.png", "b/z.png", "w.png", "README"):
        (tmp_path / name).touch()
    found = list(pages(str(tmp_path)))
    assert told(found) == [
        f"{tmp_path}/a.html",
        f"{tmp_path}/c.txt",
        f"{tmp_path}/b/d.md",
        f"{tmp_path}/b/e.htm.gz",
        f"{tmp_path}: files without a suffix are not read: {tmp_path}/README",
        f"{tmp_path}: .png files are not read: {tmp_path}/w.png, {tmp_path}/x.png, "
        f"{tmp_path}/y.png and 1 more",
    ]
    assert [one.count for one in found if isinstance(one, Passed)] == [1, 4]
    assert not any(one.fault for one in found if isinstance(one, Passed))
    assert isinstance(found[3], Page)
    assert found[3].text == STORY


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(STORY)
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to("self.txt")
    found = told(pages(str(tmp_path)))
    assert found[0].endswith("again: a link to a folder; not followed")
    assert found[1:2] == [f"{tmp_path}/page.txt"]
    assert "self.txt: cannot be read" in found[2]


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "page.txt")
    (named,) = pages(str(tmp_path / "page.txt"))
    assert isinstance(named, Passed)
    assert "a pipe, not a file; give what it sends on standard input" in str(named.why)
    (inside,) = pages(str(tmp_path))
    assert isinstance(inside, Passed)
    assert isinstance(inside.why, OtherKind)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_is_not_read() -> None:
    (passed,) = pages("/dev/zero")
    assert isinstance(passed, Passed)
    assert "a device" in str(passed.why)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(STORY)
    (tmp_path / "page.txt").chmod(0)
    (passed,) = pages(str(tmp_path))
    assert isinstance(passed, Passed)
    assert "cannot be read" in str(passed.why)


def test_a_bomb_is_unpacked_no_further_than_a_page_may_be(tmp_path: Path) -> None:
    path = tmp_path / "bomb.html.gz"
    with gzip.open(path, "wb", compresslevel=9) as out:
        for _ in range(300):
            out.write(b"a" * 1_000_000)
    assert path.stat().st_size < 1_000_000
    tracemalloc.start()
    (passed,) = pages(str(path))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(passed, Passed)
    assert isinstance(passed.why, TooLarge)
    assert most < 4 * MAX_BYTES


def test_fifty_megabytes_are_refused_without_reading_them(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    with path.open("wb") as out:
        out.truncate(50 * 1024 * 1024)
    (passed,) = pages(str(path))
    assert isinstance(passed, Passed)
    assert str(passed.why).startswith(f"{path}: over 20 MB")


def test_a_damaged_archive_is_named(tmp_path: Path) -> None:
    path = tmp_path / "page.txt.gz"
    path.write_bytes(gzip.compress(os.urandom(50_000))[:-2000])
    (passed,) = pages(str(path))
    assert isinstance(passed, Passed)
    assert str(passed.why).startswith(f"{path}: damaged gzip data")


def test_a_long_corpus_is_read_in_flat_memory(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    line = json.dumps({"text": "Peru and Chile signed a treaty. " * 100})
    with path.open("w") as out:
        for _ in range(6000):
            out.write(line + "\n")
    assert path.stat().st_size > 18_000_000
    tracemalloc.start()
    count = sum(isinstance(one, CorpusRow) for one in gather(str(path), Options()))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 6000
    assert most < 9_000_000


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b'{"text": "Peru and Chile met."}', "article"),
        (STORY.encode(), "page"),
        (gzip.compress(STORY.encode()), "page"),
        (b"<!doctype html><p>Peru and Chile met.</p>", "html"),
        (b"From: a@b.example\nMessage-ID: <1@b>\nSubject: A title\n\nPeru and Chile met.", "page"),
    ],
)
def test_standard_input_is_what_it_begins_like(
    monkeypatch: pytest.MonkeyPatch, raw: bytes, kind: str
) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(raw)))
    (page,) = pages("-")
    assert isinstance(page, Page)
    assert page.form == kind
    assert page.name == ("standard input row 1" if kind == "article" else "standard input")


def test_load_wants_one_page(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text('{"text": "One."}\n{"text": "Two."}\n')
    with pytest.raises(InputError, match="more than one page"):
        load(str(path))
    with pytest.raises(MissingInput):
        load(str(tmp_path / "gone"))


@pytest.mark.parametrize("sign", ["a", "<", "&", '"', " a", "\u00e9"])
@pytest.mark.parametrize("name", ["page.txt", "page.html", "c.csv", "c.jsonl", "m.eml", "a.xml"])
def test_a_line_of_ten_million_characters_is_read_or_refused_at_once(
    tmp_path: Path, name: str, sign: str
) -> None:
    path = tmp_path / name
    path.write_text("text\n" + sign * (10_000_000 // len(sign)), "utf-8")
    begun = time.process_time()
    found = list(pages(str(path)))
    assert time.process_time() - begun < 30
    assert found
    assert all(isinstance(one, Page) or str(one.why).startswith(str(path)) for one in found)
