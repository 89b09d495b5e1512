"""One article's claims: what is told twice is told once, with two passages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.analysis.document import Document
from dragoman.coding.code import code
from dragoman.records import AnyClaim, Event, Visit

Read = Callable[..., tuple[AnyClaim, ...]]


@pytest.fixture
def read(document: Callable[..., Document]) -> Read:
    def coded(text: str, language: str = "fr") -> tuple[AnyClaim, ...]:
        return code(document(text, language))

    return coded


def events_of(claims: tuple[AnyClaim, ...], event_type: str) -> list[Event]:
    return [c for c in claims if isinstance(c, Event) and c.event_type == event_type]


@pytest.mark.parametrize(
    ("language", "first", "second", "event_type"),
    [
        (
            "fr",
            "La Lettonie a expulsé trois diplomates russes.",
            "L'expulsion de diplomates russes par la Lettonie a surpris.",
            "SANCTION",
        ),
        (
            "fr",
            "La Norvège a condamné le Bélarus.",
            "Oslo a condamné Minsk lundi.",
            "ACCUSE",
        ),
        (
            "en",
            "Norway condemned Belarus.",
            "Oslo condemned Minsk on Monday.",
            "ACCUSE",
        ),
    ],
)
def test_the_same_event_told_twice(
    language: str, first: str, second: str, event_type: str, read: Read
) -> None:
    (event,) = events_of(read(f"{first}\n\nIl pleut.\n\n{second}", language), event_type)
    assert [p.text for p in event.passages] == [first, second]
    assert event.evidence == event.passages[0]


def test_the_later_passage_gives_the_date_that_was_missing(read: Read) -> None:
    (event,) = events_of(
        read("La Norvège a condamné le Bélarus. Oslo a condamné Minsk lundi."), "ACCUSE"
    )
    assert event.when.text == "lundi"
    assert "when" in event.inferred


@pytest.mark.parametrize(
    "text",
    [
        # another day, another direction, another modality, other sides
        "La Norvège a condamné le Bélarus lundi. La Norvège a condamné le Bélarus mardi.",
        "La Norvège a condamné le Bélarus. Le Bélarus a condamné la Norvège.",
        "La Norvège a condamné le Bélarus. La Norvège n'a pas condamné le Bélarus.",
        "La Norvège a condamné le Bélarus. La Norvège a condamné la Russie.",
    ],
)
def test_two_events_stay_two(text: str, read: Read) -> None:
    found = events_of(read(text), "ACCUSE")
    assert len(found) == 2
    assert all(len(e.passages) == 1 for e in found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le Pérou et le Chili ont signé un accord sur la pêche."),
        ("en", "Peru and Chile signed an agreement on fishing."),
    ],
)
def test_an_agreement_and_the_verb_that_tells_it_bring_one_event(
    language: str, text: str, read: Read
) -> None:
    claims = read(text, language)
    assert sorted(c.type for c in claims) == ["agreement", "event"]
    (event,) = events_of(claims, "SUPPORT")
    assert {p.country for p in event.actors} == {"PER", "CHL"}
    assert event.reciprocal


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le président français s'est rendu lundi en Norvège."),
        ("en", "The French president visited Norway on Monday."),
    ],
)
def test_a_visit_and_the_verb_that_tells_it_bring_one_event(
    language: str, text: str, read: Read
) -> None:
    claims = read(text, language)
    (event,) = (c for c in claims if isinstance(c, Event))
    (visit,) = (c for c in claims if isinstance(c, Visit))
    assert (event.event_type, event.mode) == ("CONSULT", "visit")
    assert event.evidence == visit.evidence
    assert event.actors == visit.visitors


def test_a_visit_told_twice_is_one(read: Read) -> None:
    text = (
        "Le président français s'est rendu lundi en Norvège. Le président français est arrivé "
        "lundi à Oslo."
    )
    assert len([c for c in read(text) if isinstance(c, Visit)]) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "« La Russie a attaqué la Moldavie », a dit le président roumain."),
        ("en", "“Russia attacked Moldova,” the Romanian president said."),
    ],
)
def test_what_is_told_in_quoted_words_is_the_speakers(language: str, text: str, read: Read) -> None:
    (event,) = events_of(read(text, language), "ASSAULT")
    assert event.attributed_to is not None
    assert event.attributed_to.country == "ROU"


def test_own_acts_in_quoted_words_are_not_attributed(read: Read) -> None:
    claims = read("« La Russie a attaqué la Moldavie », a dit le président russe.")
    (event,) = events_of(claims, "ASSAULT")
    assert event.attributed_to is None


def test_claims_stand_in_the_order_of_their_passages(read: Read) -> None:
    claims = read(
        "La Norvège a condamné le Bélarus. La Suède est membre de l'Otan. "
        "Le Pérou et le Chili ont signé un accord. La Lettonie a expulsé trois diplomates russes."
    )
    starts = [c.evidence.start for c in claims]
    assert len(set(starts)) == 4
    assert starts == sorted(starts)
    assert len({c.id for c in claims}) == len(claims)
