from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from dragoman.errors import BinaryInput, EmptyInput, InputError, MissingInput
from dragoman.sources import load
from dragoman.sources.limits import MAX_BYTES


def test_a_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text("Une page.\n", encoding="utf-8")
    page = load(str(file))
    assert (page.text, page.url, page.name, page.encoding) == (
        "Une page.\n",
        None,
        str(file),
        "utf-8",
    )


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = SimpleNamespace(buffer=io.BytesIO("Un été.".encode("cp1252")))
    monkeypatch.setattr("sys.stdin", stream)
    page = load("-")
    assert (page.text, page.name) == ("Un été.", "standard input")
    assert page.notices == ("encoding guessed: windows-1252",)


def test_a_missing_file_names_its_path(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match=r"nothing\.txt: no such file"):
        load(str(tmp_path / "nothing.txt"))


@pytest.mark.parametrize("target", ["", "a\x00b"])
def test_what_is_no_path_is_an_input_error(target: str) -> None:
    with pytest.raises(InputError):
        load(target)


def test_a_path_through_a_file_is_an_input_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError):
        load(str(tmp_path / "file" / "below"))


def test_a_folder_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="a folder"):
        load(str(tmp_path))


def test_an_address_says_that_it_is_not_fetched() -> None:
    with pytest.raises(InputError, match="not fetched yet"):
        load("https://example.org/page")


def test_empty_and_binary_files(tmp_path: Path) -> None:
    (tmp_path / "empty").write_bytes(b"\n \n")
    (tmp_path / "binary").write_bytes(b"\x00\x01\x02")
    with pytest.raises(EmptyInput):
        load(str(tmp_path / "empty"))
    with pytest.raises(BinaryInput):
        load(str(tmp_path / "binary"))


def test_the_size_has_a_limit(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    file.write_bytes(b"a" * (MAX_BYTES + 1))
    with pytest.raises(InputError, match="over 20 MB"):
        load(str(file))
    file.write_bytes(b"a " * (MAX_BYTES // 2))
    assert len(load(str(file)).text) == MAX_BYTES


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><html><body>Text</body></html>",
        "\n <html lang='fr'>",
        "<?xml version='1.0'?>\n<!doctype html>",
        "<!-- saved -->\n<HTML>",
    ],
)
def test_html_is_known_by_its_start(tmp_path: Path, text: str) -> None:
    file = tmp_path / "page.html"
    file.write_text(text)
    assert load(str(file)).form == "html"


def test_text_about_html_is_text(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text("The tag <html> begins a page.")
    assert load(str(file)).text
