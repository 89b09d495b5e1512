from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from dragoman.errors import BadColumns, EmptyInput
from dragoman.sources import Columns, Options, Page, Passed, pages

BODY = "Peru and Chile signed a treaty on Monday."


def read(path: Path, **options: object) -> tuple[list[Page | Passed], list[str]]:
    told: list[str] = []
    found = list(pages(str(path), Options(tell=told.append, **options)))  # type: ignore[arg-type]
    return found, told


def one(path: Path, **options: object) -> Page:
    (page,), _ = read(path, **options)
    assert isinstance(page, Page), page
    return page


def jsonl(folder: Path, *rows: dict[str, object]) -> Path:
    path = folder / "c.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_usual_names_are_guessed_and_told(tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    path.write_text(
        f"Headline,Full_Text,Pub Date,URL,Lang,Source,Doc-ID,Authors\n"
        f"A title,{BODY},2024-03-12,https://ferry.example/1,English,The Daily Ferry,7,Ann; Bob\n",
        "utf-8",
    )
    (page,), told = read(path)
    assert isinstance(page, Page)
    assert (page.text, page.form, page.name) == (BODY, "article", f"{path} row 2")
    assert page.url == "https://ferry.example/1"
    known = page.known
    assert (known.where, known.title, known.outlet) == ("column", "A title", "The Daily Ferry")
    assert (known.published, known.language) == (datetime.date(2024, 3, 12), "en")
    assert (known.id, known.authors) == ("7", ("Ann", "Bob"))
    assert told == [
        f"{path}: columns by their names: text from Full_Text, title from Headline, date from "
        "Pub Date, url from URL, language from Lang, outlet from Source, id from Doc-ID, author "
        "from Authors"
    ]


def test_columns_that_are_named_are_taken_as_they_are(tmp_path: Path) -> None:
    row = {"text": "not this", "a": {"b": [{"c": BODY}]}, "when": "2024-03-12"}
    columns = Columns(text=("a.b.0.c",), date="WHEN")
    page = one(jsonl(tmp_path, row), columns=columns)
    assert (page.text, page.known.published) == (BODY, datetime.date(2024, 3, 12))


def test_a_text_in_two_columns(tmp_path: Path) -> None:
    path = jsonl(tmp_path, {"HD": "T", "LP": "The lead.", "TD": "The rest."})
    assert one(path).text == "The lead.\n\nThe rest."
    assert one(path, columns=Columns(text=("TD", "HD"))).text == "The rest.\n\nT"


def test_a_column_that_is_not_there_names_those_that_are(tmp_path: Path) -> None:
    path = jsonl(tmp_path, {"head": {"line": "x"}, "words": BODY})
    (passed,), _ = read(path, columns=Columns(text=("body",)))
    assert isinstance(passed, Passed)
    assert isinstance(passed.why, BadColumns)
    assert str(passed.why) == (
        f"{path}: no column 'body' for the text; there are: head, head.line, words"
    )
    (passed,), _ = read(path)
    assert isinstance(passed, Passed)
    assert "say which with --text-field; there are: head, head.line, words" in str(passed.why)


def test_rows_without_a_text_are_counted_once(tmp_path: Path) -> None:
    rows = [{"text": BODY}, {"text": ""}, {"text": None}, {"text": " "}, {"other": 1}]
    (page, passed), _ = read(jsonl(tmp_path, *rows))
    assert isinstance(page, Page)
    assert isinstance(passed, Passed)
    assert isinstance(passed.why, EmptyInput)
    assert (passed.count, passed.fault) == (4, False)
    assert str(passed.why).endswith("c.jsonl: 4 rows without a text (the first is row 2)")


def test_markup_without_a_text_is_a_row_without_one(tmp_path: Path) -> None:
    _, passed = read(jsonl(tmp_path, {"text": BODY}, {"text": "<p><img src='a'></p>"}))[0]
    assert isinstance(passed, Passed)
    assert str(passed.why).endswith("c.jsonl row 2: markup without a text")
    assert not passed.fault


def test_markup_in_a_column_becomes_paragraphs_and_a_whole_page_stays_one(tmp_path: Path) -> None:
    piece = f"<p>{BODY}</p><figure><figcaption>A boat</figcaption></figure><p>R&amp;D<br>too</p>"
    whole = f"<!doctype html><html><body>{piece}</body></html>"
    (first, second), _ = read(jsonl(tmp_path, {"text": piece}, {"text": whole}))
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert (first.text, first.form) == (f"{BODY}\n\nR&D\ntoo", "article")
    assert (second.text, second.form) == (whole, "html")


def test_an_unclear_date_stops_the_corpus_before_it_is_read(tmp_path: Path) -> None:
    path = jsonl(
        tmp_path, {"text": BODY, "date": "12/03/2024"}, {"text": BODY, "date": "04/05/2024"}
    )
    (passed,), _ = read(path)
    assert isinstance(passed, Passed)
    assert "row 1: date '12/03/2024': day and month may be either; say --date-format" in str(
        passed.why
    )
    first, _ = read(path, date_format="dmy")[0]
    assert isinstance(first, Page)
    assert first.known.published == datetime.date(2024, 3, 12)
    first, _ = read(path, date_format="%m/%d/%Y")[0]
    assert isinstance(first, Page)
    assert first.known.published == datetime.date(2024, 12, 3)


def test_another_row_shows_the_order_and_two_orders_are_refused(tmp_path: Path) -> None:
    rows = [{"text": BODY, "date": date} for date in ("12/03/2024", "25/03/2024")]
    found, told = read(jsonl(tmp_path, *rows))
    assert [page.known.published for page in found if isinstance(page, Page)] == [
        datetime.date(2024, 3, 12),
        datetime.date(2024, 3, 25),
    ]
    assert told[-1].endswith("dates are read as dmy, as row 2 has it: '25/03/2024'")
    rows.append({"text": BODY, "date": "03/25/2024"})
    (passed,), _ = read(jsonl(tmp_path, *rows))
    assert isinstance(passed, Passed)
    assert "in two orders" in str(passed.why)


def test_a_date_format_that_fits_no_row_is_refused(tmp_path: Path) -> None:
    path = jsonl(tmp_path, {"text": BODY, "date": "2024-03-12"})
    (passed,), _ = read(path, date_format="%d.%m.%Y")
    assert isinstance(passed, Passed)
    assert "as --date-format says; row 1 has '2024-03-12'" in str(passed.why)


def test_a_row_whose_date_is_none_says_so(tmp_path: Path) -> None:
    rows = [{"text": BODY, "date": "2024-03-12"}, {"text": BODY, "date": "n.d."}]
    (_, second), _ = read(jsonl(tmp_path, *rows))
    assert isinstance(second, Page)
    assert second.known.published is None
    assert second.notices == ("no date could be read from 'n.d.'",)


def test_kinds_are_overridden(tmp_path: Path) -> None:
    path = tmp_path / "corpus.dat"
    path.write_text(f"text\tdate\n{BODY}\t2024-03-12\n", "utf-8")
    assert one(path, format="tsv").text == BODY
    (page,), _ = read(path)
    assert isinstance(page, Page)
    assert page.form == "page"


def test_an_empty_corpus_is_named(tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    path.write_text("text,date\n", "utf-8")
    (passed,), _ = read(path)
    assert isinstance(passed, Passed)
    assert isinstance(passed.why, EmptyInput)


def test_lists_in_lists_end(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text(
        '{"text": ' + "[" * 400 + '"x"' + "]" * 400 + "}\n" + json.dumps({"text": BODY})
    )
    page, passed = read(path)[0]
    assert isinstance(page, Page)
    assert isinstance(passed, Passed)


@pytest.mark.parametrize(
    "answer",
    [
        {"status": "ok", "articles": [{"content": BODY, "title": "A title"}]},
        {
            "response": {
                "total": 1,
                "results": [{"fields": {"bodyText": BODY}, "webTitle": "A title"}],
            }
        },
    ],
)
def test_the_answer_of_a_service_holds_its_rows(tmp_path: Path, answer: dict[str, object]) -> None:
    path = tmp_path / "answer.json"
    path.write_text(json.dumps(answer))
    page = one(path)
    assert (page.text, page.known.title, page.name) == (BODY, "A title", f"{path} item 1")


def test_a_row_with_fewer_fields_still_has_the_headers_columns(tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    path.write_text("when,words\n2024-03-12\n", "utf-8")
    (passed,), _ = read(path)
    assert isinstance(passed, Passed)
    assert str(passed.why).endswith("there are: when, words")


def test_an_object_is_no_text_whatever_its_name(tmp_path: Path) -> None:
    (passed,), _ = read(jsonl(tmp_path, {"story": {"words": BODY}, "source": {"name": "A"}}))
    assert isinstance(passed, Passed)
    assert str(passed.why).endswith(
        "say which with --text-field; there are: story, story.words, source, source.name"
    )
