"""One article's claims: what is told twice is told once, with two passages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

import dragoman
from dragoman.analysis.document import Document
from dragoman.coding.code import code
from dragoman.records import Agreement, AnyClaim, Event, Visit

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


ARTICLES = {
    "fr": (
        "Le Chili rappelle son ambassadeur au Pérou\n\n"
        "Le Chili a rappelé lundi son ambassadeur au Pérou, a dit le ministère des Affaires étrangères.\n\n"
        "Santiago a rappelé son ambassadeur à Lima après une querelle de frontière. Il pleuvait.\n\n"
        "Le rappel de l'ambassadeur du Pérou par le Chili a surpris."
    ),
    "en": (
        "Norway expels two Belarusian diplomats\n\n"
        "Norway has expelled two Belarusian diplomats, the foreign ministry said on Monday.\n\n"
        "The Norwegian government expelled the diplomats from Belarus on Monday. It rained.\n\n"
        "The expulsion of the Belarusian diplomats by Norway followed a long inquiry."
    ),
}


@pytest.mark.parametrize("language", list(ARTICLES))
def test_lead_and_body_tell_one_event_and_the_title_none_of_its_own(language: str) -> None:
    reading = dragoman.read(ARTICLES[language], language=language, published=date(2024, 3, 12))
    assert reading.article.title == ARTICLES[language].partition("\n")[0]
    (event,) = events_of(reading.claims, "SANCTION")
    assert len(event.passages) == 3
    assert event.evidence == event.passages[0]
    assert event.when.start == date(2024, 3, 11)


@pytest.mark.parametrize(
    ("language", "text", "passages"),
    [
        ("fr", "Le Chili et le Pérou ont signé lundi un accord. Cet accord a été signé à Lima.", 2),
        (
            "fr",
            "Le Kenya et l'Ouganda ont signé lundi un accord commercial. Il pleut. "
            "Cet accord commercial a été signé par les deux pays à Kampala.",
            2,
        ),
        (
            "en",
            "Kenya and Uganda signed a trade agreement on Monday. It rained. "
            "The trade agreement was signed by Kenya and Uganda in Kampala.",
            2,
        ),
    ],
)
def test_an_agreement_told_twice_is_one_with_its_event(
    language: str, text: str, passages: int, read: Read
) -> None:
    claims = read(text, language)
    agreements = [c for c in claims if isinstance(c, Agreement)]
    assert len(agreements) == 1
    assert len(agreements[0].passages) == passages
    (event,) = events_of(claims, "SUPPORT")
    assert len(event.passages) == passages


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Le Kenya et l'Ouganda ont signé un accord. Il pleut. "
            "Le Kenya et l'Ouganda ont signé un accord sur la pêche.",
        ),
        (
            "en",
            "Kenya and Uganda signed an agreement. It rained. Kenya and Uganda signed a treaty.",
        ),
    ],
)
def test_another_agreement_stays_one_of_its_own(language: str, text: str, read: Read) -> None:
    assert len([c for c in read(text, language) if isinstance(c, Agreement)]) == 2


def test_a_visit_told_again_without_a_date_is_one_with_its_event(read: Read) -> None:
    claims = read(
        "Le président kényan s'est rendu lundi en Ouganda pour une visite officielle. Il pleut. "
        "Le président kényan s'est rendu en Ouganda avec trois ministres."
    )
    (visit,) = [c for c in claims if isinstance(c, Visit)]
    (event,) = events_of(claims, "CONSULT")
    assert len(visit.passages) == len(event.passages) == 2
    assert (visit.kind, visit.when) == ("official", event.when)
    assert event.when.start is not None
