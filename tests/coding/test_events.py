"""Events: type, roles, modality, date and place of what a sentence tells."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.analysis.document import Document
from dragoman.coding.events import events
from dragoman.ontology import cameo, plover
from dragoman.records import Event, Party

Read = Callable[..., list[Event]]


@pytest.fixture
def read(document: Callable[..., Document]) -> Read:
    def found(text: str, language: str = "fr", day: date | None = date(2024, 3, 20)) -> list[Event]:
        return list(events(document(text, language, day)))

    return found


def names(parties: tuple[Party, ...]) -> str:
    return " ".join(sorted(p.country or p.key for p in parties))


def told(event: Event) -> tuple[str, str, str]:
    return event.event_type, names(event.actors), names(event.recipients)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "L'Otan a condamné le Bélarus.", ("ACCUSE", "org:NATO", "BLR")),
        ("fr", "La Lettonie a expulsé trois diplomates russes.", ("SANCTION", "LVA", "RUS")),
        ("fr", "Le Qatar a menacé l'Égypte.", ("THREATEN", "QAT", "EGY")),
        ("fr", "Le Canada a demandé au Chili de libérer deux otages.", ("REQUEST", "CAN", "CHL")),
        ("fr", "Le Chili a refusé de recevoir le ministre péruvien.", ("REJECT", "CHL", "PER")),
        ("fr", "Le Chili s'est engagé à aider le Pérou.", ("AGREE", "CHL", "PER")),
        ("fr", "Le Chili est prêt à aider le Pérou.", ("AGREE", "CHL", "PER")),
        ("en", "NATO condemned Belarus.", ("ACCUSE", "org:NATO", "BLR")),
        ("en", "Latvia expelled three Russian diplomats.", ("SANCTION", "LVA", "RUS")),
        ("en", "Qatar threatened Egypt.", ("THREATEN", "QAT", "EGY")),
        ("en", "Canada asked Chile to free two hostages.", ("REQUEST", "CAN", "CHL")),
        ("en", "Chile refused to receive the Peruvian minister.", ("REJECT", "CHL", "PER")),
        ("en", "Chile pledged to help Peru.", ("AGREE", "CHL", "PER")),
    ],
)
def test_one_event(language: str, text: str, expected: tuple[str, str, str], read: Read) -> None:
    assert [told(e) for e in read(text, language)] == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'Arménie et la Géorgie se sont rencontrées."),
        ("fr", "L'Arménie a rencontré la Géorgie."),
        ("en", "Armenia and Georgia met."),
        ("en", "Armenia met with Georgia."),
    ],
)
def test_among_equals_all_are_actors(language: str, text: str, read: Read) -> None:
    (event,) = read(text, language)
    assert told(event) == ("CONSULT", "ARM GEO", "")
    assert event.reciprocal


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le ministre a condamné la grève."),
        ("fr", "La Norvège compte cinq millions d'habitants."),
        ("fr", "La Norvège se trouve au nord du Danemark."),
        ("fr", "Le régime soutenu par l'Iran tient bon."),
        ("fr", "La Croatie a attaqué dès la première minute."),
        ("fr", "La France a condamné la France."),
        ("en", "The minister condemned the strike."),
        ("en", "Norway lies north of Denmark."),
        ("en", "Croatia attacked from the first minute."),
        ("en", "The regime backed by Iran holds on."),
    ],
)
def test_no_relation_is_made_up(language: str, text: str, read: Read) -> None:
    found = read(text, language)
    assert [told(e) for e in found if e.recipients or len(e.actors) > 1] == []


def test_the_clause_of_a_demand_is_no_event_of_its_own(read: Read) -> None:
    found = read("Le Canada a exhorté le Chili à expulser l'ambassadeur du Pérou.")
    assert [told(e) for e in found] == [("REQUEST", "CAN", "CHL")]


def test_the_relative_clause_inside_a_demand_is_one(read: Read) -> None:
    found = read("Le Canada a exigé que le Chili, qui a condamné le Pérou, parte.")
    assert ("ACCUSE", "CHL", "PER") in [told(e) for e in found]


def test_what_is_lifted_is_not_also_imposed(read: Read) -> None:
    found = read("La Norvège a levé les sanctions contre le Bélarus.")
    assert [told(e) for e in found] == [("RETREAT", "NOR", "BLR")]


def test_media_do_not_act(read: Read) -> None:
    found = read("Selon l'agence Reuters, la Norvège a condamné le Bélarus.")
    assert [told(e) for e in found] == [("ACCUSE", "NOR", "BLR")]
    assert all(p.sector != "JRN" for e in found for p in e.actors)


@pytest.mark.parametrize(
    ("text", "event_type", "modality"),
    [
        ("Le président kényan se rendra en Somalie.", "AGREE", "planned"),
        ("Le président kényan s'est rendu en Somalie.", "CONSULT", "asserted"),
        ("Le président kényan pourrait se rendre en Somalie.", "CONSULT", "possible"),
        ("La Chine va sanctionner le Japon.", "SANCTION", "planned"),
    ],
)
def test_what_is_expected_of_friends_is_an_agreement(
    text: str, event_type: str, modality: str, read: Read
) -> None:
    assert [(e.event_type, e.modality) for e in read(text)] == [(event_type, modality)]


def test_one_who_tells_his_own_act_is_no_source(read: Read) -> None:
    (own,) = read("La Norvège a déclaré avoir expulsé un diplomate russe.")
    assert own.attributed_to is None
    (others,) = read("La Norvège a déclaré que la Suède avait expulsé un diplomate russe.")
    assert others.attributed_to is not None
    assert others.attributed_to.country == "NOR"


def test_a_standing_position_is_history_and_one_still_held_is_not(read: Read) -> None:
    assert [e.modality for e in read("Le Mexique a toujours soutenu Cuba.")] == ["historical"]
    assert [e.modality for e in read("Le Mexique n'aide plus Cuba.")] == ["denied"]
    assert [e.modality for e in read("Uganda no longer supports Rwanda.", "en")] == ["denied"]


def test_date_and_what_it_was_reckoned_from(read: Read) -> None:
    (event,) = read("La Norvège a expulsé lundi un diplomate russe.")
    assert event.when.start == date(2024, 3, 18)
    assert event.inferred == ("when",)
    (whole,) = read("La Norvège a expulsé le 5 février 2024 un diplomate russe.")
    assert whole.when.start == date(2024, 2, 5)
    assert whole.inferred == ()
    (bare,) = read("La Norvège a expulsé un diplomate russe.")
    assert (bare.when.start, bare.when.text, bare.inferred) == (None, None, ())


@pytest.mark.parametrize(
    ("text", "inferred"),
    [
        ("Chile voted on Sunday. Chile is calm. Police arrested a French reporter.", ("actors",)),
        ("Chile voted on Sunday. Chile's police arrested a French reporter.", ()),
    ],
)
def test_a_party_whose_state_the_sentence_does_not_say_is_inferred(
    text: str, inferred: tuple[str, ...], read: Read
) -> None:
    (event,) = read(text, "en")
    assert event.actors[0].id == "org:CHL-police"
    assert tuple(name for name in event.inferred if name != "when") == inferred


def test_place(read: Read) -> None:
    (event,) = read("Le ministre grec a rencontré le ministre turc à Vienne.")
    assert event.place is not None
    assert (event.place.text, event.place.name, event.place.country) == ("Vienne", "Vienna", "AUT")
    assert names(event.actors) == "GRC TUR"


def test_scores_come_from_the_ontology(read: Read) -> None:
    (event,) = read("La Lettonie a expulsé trois diplomates russes.")
    assert event.quad == plover.event(event.event_type).quad
    assert event.cameo is not None
    assert event.goldstein == cameo.cameo(event.cameo).goldstein


def test_offsets(document: Callable[..., Document]) -> None:
    text = "Rien à dire ici.\n\nHier, la Norvège s'est rendue compte. La Suède a attaqué l'Iran."
    read = document(text)
    found = list(events(read))
    assert "ASSAULT" in {e.event_type for e in found}
    for event in found:
        for span in (event.trigger, event.evidence):
            assert text[span.start : span.end] == span.text
        assert event.evidence.start <= event.trigger.start < event.trigger.end
        assert event.trigger.end <= event.evidence.end
        assert event.passages == (event.evidence,)


def test_a_text_without_a_party_tells_nothing(read: Read) -> None:
    assert read("Il pleut. Le vent a attaqué le toit de la grange.") == []
