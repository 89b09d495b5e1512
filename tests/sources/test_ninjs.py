from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.sources import Page, Passed, pages
from dragoman.sources.ninjs import is_ninjs, ninjs_pages

MARKED = "<section><p>Peru and Chile signed a treaty.</p><p>They will meet again.</p></section>"
WORDS = "Peru and Chile signed a treaty.\n\nThey will meet again."


def item(**more: Any) -> dict[str, Any]:
    return {"uri": "urn:x:1", "type": "text", "versioncreated": "2024-03-12T10:00:00Z", **more}


def page(values: dict[str, Any]) -> Page:
    (found,) = ninjs_pages(values, name="x")
    assert isinstance(found, Page), found
    return found


@pytest.mark.parametrize(
    "values",
    [
        item(headline="A title", byline="Ann Smith", body_text="words", body_xhtml=MARKED),
        item(headline="A title", byline="Ann Smith", body_html=MARKED),
        item(
            headlines=[{"value": "Other"}, {"role": "main", "value": "A title"}],
            by="Ann Smith",
            bodies=[
                {"contenttype": "text/plain", "value": "words"},
                {"contenttype": "text/html", "value": MARKED},
            ],
        ),
        {
            "uri": "urn:x:1",
            "versionCreated": "2024-03-12T10:00:00Z",
            "headlines": [{"role": "main", "value": "A title"}],
            "by": "Ann Smith",
            "bodies": [{"contentType": "text/html", "value": MARKED}],
        },
    ],
    ids=["1.x", "1.x html", "2.x", "3.x"],
)
def test_all_versions_say_the_same(values: dict[str, Any]) -> None:
    assert is_ninjs(values)
    found = page(values)
    assert (found.text, found.form) == (WORDS, "article")
    known = found.known
    assert (known.where, known.title, known.id) == ("ninjs", "A title", "urn:x:1")
    assert known.authors == ("Ann Smith",)
    assert known.published == datetime.date(2024, 3, 12)


def test_what_else_an_item_tells() -> None:
    values = item(
        uri="https://agency.example/1",
        body_text="Peru and Chile met.",
        language="fr-CA",
        located="LIMA",
        usageterms="Not for the archive.",
        infosource=[{"name": "Nordnews"}],
        copyrightholder="Somebody",
        unknown={"deep": [1]},
    )
    found = page(values)
    assert found.url == "https://agency.example/1"
    assert (found.known.language, found.known.dateline) == ("fr", "LIMA")
    assert found.known.agency == "Nordnews"
    assert found.notices == ("usage terms: Not for the archive.",)


def test_withdrawn_items_and_pictures_are_not_read() -> None:
    (withdrawn,) = ninjs_pages(item(body_text="x", pubstatus="canceled"), name="x")
    assert isinstance(withdrawn, Passed)
    assert "withdrawn by its agency" in str(withdrawn.why)
    (picture,) = ninjs_pages(item(type="picture"), name="x")
    assert isinstance(picture, Passed)
    assert not picture.fault


def test_the_items_of_a_package_are_read() -> None:
    package = item(
        type="composite",
        associations={"lead": item(body_text="One."), "more": item(type="picture")},
    )
    text, picture = ninjs_pages(package, name="x")
    assert isinstance(text, Page)
    assert text.name == "x lead"
    assert isinstance(picture, Passed)


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"id": 3, "text": "x", "date": "2024-03-12"},
        {"uri": "x", "text": "words"},
        {"headline": "x", "body": "y", "uri": "z"},
        {"uri": 1, "bodies": None, "headlines": 7},
    ],
)
def test_other_objects_are_rows_or_at_least_no_crash(values: dict[str, Any]) -> None:
    if is_ninjs(values):
        assert list(ninjs_pages(values, name="x"))


def test_items_stand_alone_in_lists_and_in_lines(tmp_path: Path, project: Path) -> None:
    values = json.loads((project / "samples" / "agency.ninjs.json").read_text("utf-8"))
    for name, text in (
        ("one.json", json.dumps(values, indent=2)),
        ("list.json", json.dumps([values])),
        ("lines.jsonl", json.dumps(values)),
    ):
        (tmp_path / name).write_text(text)
        (found,) = pages(str(tmp_path / name))
        assert isinstance(found, Page), found
        assert found.known.dateline == "OSLO"
        assert found.text.count("\n\n") == 2
