from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.ledger.builders import SAID, SANCTIONED, reading, two_coasts

from dragoman.cli.tables.console import console
from dragoman.cli.tables.reading import print_reading
from dragoman.records import Caption, Reading


def test_json_is_one_object_a_line_and_reads_back(dragoman, page) -> None:
    said = dragoman("read", page("First story"), page("Second story"), "--json")
    assert (said.status, said.err) == (0, "")
    first, second = said.out.splitlines()
    assert {"article", "claims"} <= json.loads(first).keys()
    assert Reading.model_validate_json(second).article.title == "Second story"


def test_a_line_separator_in_the_page_does_not_split_the_line(dragoman, page) -> None:
    name = page("One")
    Path(name).write_text("Title\u2028with a break\nBody.", "utf-8")
    said = dragoman("read", name, "--json")
    assert len(said.out.splitlines()) == 1
    assert Reading.model_validate_json(said.out).article.title == "Title\u2028with a break"


def test_the_table_shows_each_claim_with_its_sentence_and_id(dragoman, page) -> None:
    name = page("First story")
    said = dragoman("read", name)
    assert said.status == 0
    told = Reading.model_validate_json(dragoman("read", name, "--json").out)
    for claim in told.claims:
        assert claim.id[:8] in said.out
    for words in ("First story", "The Fjord Post", "published 2024-05-10", "Norway → Chile"):
        assert words in said.out
    assert SANCTIONED in said.out
    assert "planned" in said.out
    assert not Path("dragoman.db").exists()


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    print_reading(two_coasts())
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= width
    assert "SANCTION" in out


def test_captions_stand_apart_with_their_reason(capsys: pytest.CaptureFixture[str]) -> None:
    told = two_coasts()
    foreign = Caption(text="A cat show", related=False, reason="no party of the story in it")
    ours = Caption(text="The harbour", reason="names Chile", related=True)
    article = told.article.model_copy(update={"captions": (foreign, ours)})
    print_reading(told.model_copy(update={"article": article}))
    out = capsys.readouterr().out
    assert "Caption of another story, not coded: no party of the story in it" in out
    assert "Caption: names Chile" in out


def test_words_of_strangers_do_not_reach_the_terminal_as_commands(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = two_coasts(title="\x1b[2J[red]gone[/red] \u202eevil")
    print_reading(told, console())
    out = capsys.readouterr().out
    assert "\x1b[2J" not in out
    assert "\u202e" not in out
    assert "[red]gone[/red]" in out


def test_an_article_without_claims_shows_whom_it_names(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_reading(reading(two_coasts().article))
    assert "no claims; named: Norway, Chile" in capsys.readouterr().out


def test_a_quotation_shows_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    print_reading(two_coasts())
    out = capsys.readouterr().out
    assert "Chile keeps its word," in out
    assert SAID not in out


@pytest.mark.parametrize(
    ("name", "content"),
    [("gone.txt", None), ("empty.txt", b""), ("blank.txt", b" \n\t "), ("x.txt", bytes(400))],
)
def test_a_page_that_cannot_be_read_is_one_line(dragoman, name: str, content: bytes) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    said = dragoman("read", name)
    assert (said.status, said.out) == (3, "")
    assert said.err.startswith("dragoman: ")
    assert said.err.count("\n") == 1
    assert name in said.err


def test_a_page_without_an_article_is_named(dragoman, page) -> None:
    name = page("furniture only")
    said = dragoman("read", name)
    assert said.status == 3
    assert said.err == f"dragoman: {name}: there is no article in it\n"


def test_one_bad_page_among_several_does_not_stop_the_others(dragoman, page) -> None:
    said = dragoman("read", "gone.txt", page("A story"), "--json")
    assert said.status == 3
    assert len(said.out.splitlines()) == 1
    assert "gone.txt" in said.err


def test_a_hostile_file_name_stays_one_line(dragoman) -> None:
    said = dragoman("read", "a\nb\x1b[31m.txt")
    assert said.status == 3
    assert said.err.count("\n") == 1
    assert "\x1b" not in said.err


def test_explanations_stand_beside_the_claims_and_change_none(dragoman, page) -> None:
    name = page("First story")
    plain = json.loads(dragoman("read", name, "--json").out)
    explained = json.loads(dragoman("read", name, "--json", "--explain").out)
    assert [e["claim_id"] for e in explained.pop("explanation")] == [
        claim["id"] for claim in plain["claims"]
    ]
    assert explained == plain


def test_explanations_for_people_name_the_frame_and_the_passage(dragoman, page) -> None:
    name = page("First story")
    assert "How the claims were read" not in dragoman("read", name).out
    out = dragoman("read", name, "--explain").out.partition("How the claims were read")[2]
    assert "mine.toml, line 3 (impose): SANCTION" in out
    assert SANCTIONED in out
