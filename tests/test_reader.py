"""A page in, its record out."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import EmptyInput, InputError
from dragoman.reader import read
from dragoman.records import Evidence, Reading, Span

FRENCH = (
    "Sept accords à Lima\n\n"
    "La Norvège a condamné lundi le Bélarus. Le Pérou et le Chili ont signé sept accords d'une "
    "valeur de 3 millions d'euros, a annoncé le président chilien. Deux de ces accords sont en "
    "cours d'exécution.\n\n"
    "« Nous irons jusqu'au bout », a dit Emmanuel Macron. « C'est notre devoir », a-t-il ajouté. "
    "Le président français s'est rendu mardi à Oslo. La Suède est membre de l'Otan.\n"
)
ENGLISH = (
    "Seven deals in Lima\n\n"
    "Norway condemned Belarus on Monday. Peru and Chile signed seven agreements on fishing, the "
    "Chilean president said. Two of these agreements are being implemented.\n\n"
    "“We will go on,” said Emmanuel Macron. “It is our duty,” he added. The French president "
    "visited Oslo on Tuesday. Sweden is a member of NATO.\n"
)
GERMAN = (
    "Treffen in Berlin\n\n"
    "Die Bundesregierung hat am Montag die Angriffe auf die Ukraine verurteilt. Der Präsident "
    "Emmanuel Macron hat ein Abkommen mit Angola unterzeichnet, sagte der Minister am Dienstag.\n"
)
DAY = date(2024, 3, 20)


def slices(value: Any) -> Iterator[Evidence | Span]:
    """Every evidence and span in a record, however deep."""
    if isinstance(value, (Evidence, Span)):
        yield value
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from slices(item)
    elif hasattr(value, "model_fields_set"):
        for name in type(value).model_fields:
            yield from slices(getattr(value, name))


def check(reading: Reading) -> None:
    """What holds of any reading."""
    text = reading.article.text
    for part in slices(reading.claims):
        assert 0 <= part.start < part.end <= len(text)
        assert text[part.start : part.end] == part.text
    for claim in reading.claims:
        assert claim.evidence == claim.passages[0]
        assert claim.evidence.article_id == reading.article.id
    assert len({c.id for c in reading.claims}) == len(reading.claims)


@pytest.mark.parametrize(("text", "language"), [(FRENCH, "fr"), (ENGLISH, "en")])
@pytest.mark.parametrize("plain", [True, False])
def test_every_kind_of_claim(text: str, language: str, plain: bool) -> None:
    reading = read(text, published=DAY, plain=plain)
    assert reading.article.language == language
    assert {c.type for c in reading.claims} == {
        "event",
        "agreement",
        "visit",
        "quotation",
        "membership",
    }
    assert reading.notices == ()
    assert {"state:NOR", "state:BLR", "state:PER", "state:CHL", "org:NATO"} <= {
        p.id for p in reading.parties
    }
    check(reading)


@pytest.mark.parametrize("plain", [True, False])
def test_a_language_without_a_coder(plain: bool) -> None:
    reading = read(GERMAN, plain=plain)
    assert reading.article.language == "de"
    assert "Bundesregierung" in reading.article.text
    assert {p.id for p in reading.parties} >= {"state:UKR", "state:AGO", "person:emmanuel-macron"}
    assert reading.claims == ()
    (notice,) = reading.notices
    assert notice.startswith("unsupported language: de")


def test_a_language_that_nobody_knows_is_not_guessed_to_be_supported() -> None:
    reading = read("Norway condemned Belarus on Monday.", language="tl", plain=True)
    assert reading.claims == ()
    assert "unsupported language: tl" in reading.notices[0]


def test_the_callers_notices_are_kept() -> None:
    assert read(FRENCH, notices=("a guess",)).notices == ("a guess",)
    assert read(GERMAN, notices=("a guess",)).notices[0] == "a guess"


@pytest.mark.parametrize("language", ["", "FR", "fra", "français", "f1", "xx-yy"])
def test_a_bad_language_code(language: str) -> None:
    with pytest.raises(InputError, match="en, fr"):
        read(FRENCH, language=language)


@pytest.mark.parametrize("text", ["", " \n\t ", "\u00a0\n"])
@pytest.mark.parametrize("plain", [True, False])
def test_nothing_to_read(text: str, plain: bool) -> None:
    with pytest.raises(EmptyInput):
        read(text, plain=plain)


def test_the_day_of_publication_is_what_dates_are_reckoned_from() -> None:
    with_day = read(FRENCH, published=DAY, plain=True)
    assert date(2024, 3, 18) in {c.when.start for c in with_day.claims}
    without = read(FRENCH, plain=True)
    assert {c.when.start for c in without.claims} == {None}
    assert "lundi" in {c.when.text for c in without.claims}


def test_the_same_input_gives_the_same_bytes() -> None:
    """In processes that order their sets and dictionaries by different hashes."""
    program = (
        "import sys; from dragoman import read; "
        "sys.stdout.buffer.write(read(sys.stdin.buffer.read().decode()).model_dump_json().encode())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            input=text.encode(),
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
        for text in [f"{FRENCH}\n\n{FRENCH.replace('Pérou', 'Mali')}"]
    }
    assert len(outputs) == 1
    assert b'"agreement"' in outputs.pop()


WORDS = (
    "La Norvège|le Bélarus|Oslo|l'Otan|Emmanuel Macron|le président français|les deux pays|qui|que|"
    "il|a condamné|a signé|un accord|12 de ces|milliards d'euros|s'est rendu|à|en|de|et|ni|ne|pas|"
    "«|»|“|”|\"|'|’|,|.|;|:|?|!|(|)|–|lundi|le 25 juin 2016|en 2013|depuis|selon|a-t-il dit|"
    "a déclaré|membre de|Norway|Belarus|NATO|the|said|that|condemned|signed|agreement|with|of|"
    "he|on Monday|visited|billion dollars|\n|\n\n|\u00a0|\u200b|…|\U0001f30d|Ω|北京|E\u0301|İ|ﬁ"
)
PIECES = st.lists(st.sampled_from(WORDS.split("|")), max_size=40).map(" ".join)
LANGUAGES = st.sampled_from(["fr", "en", None])


@settings(max_examples=120, deadline=None)
@given(st.one_of(PIECES, st.text(max_size=300)), LANGUAGES, st.booleans())
def test_no_text_breaks_the_reader(text: str, language: str | None, plain: bool) -> None:
    try:
        reading = read(text, language=language, published=DAY, plain=plain)
    except InputError:
        return
    check(reading)
