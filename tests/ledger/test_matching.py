from __future__ import annotations

from datetime import date
from typing import Any

from tests.ledger.builders import (
    CHILE,
    KENYA,
    NORWAY,
    PACT,
    PREMIER,
    agreement,
    article,
    event,
    membership,
    on,
    quotation,
    visit,
)

from dragoman.ledger.happening import happening
from dragoman.ledger.matching import Match, match
from dragoman.records import AnyClaim, Place

DAY = date(2024, 5, 10)


def told(words: str, outlet: str, make: Any, *more: Any, **fields: Any) -> AnyClaim:
    of = article(words, outlet=outlet, title=outlet)
    made: AnyClaim = make(of, words, *more, **fields)
    return made


def compared(
    one: AnyClaim, other: AnyClaim, *, days: tuple[date, date] = (DAY, DAY)
) -> Match | None:
    return match(happening(one, reported=days[0]), happening(other, reported=days[1]))


def sanction(words: str, outlet: str, when: str | None = "2024-05-09", **more: Any) -> AnyClaim:
    fields = {"actors": (NORWAY,), "recipients": (CHILE,), **more}
    if when:
        fields["when"] = on(when)
    return told(words, outlet, event, words.split()[1], **fields)


ONE = "Norway punished Chile over cod."
OTHER = "Oslo struck back at Santiago."


def test_same_type_parties_and_day_is_one_whatever_the_words() -> None:
    found = compared(sanction(ONE, "A"), sanction(OTHER, "B"))
    assert found == Match(1.0, "same type, parties and day")


def test_who_did_it_to_whom_is_not_weighed() -> None:
    back = sanction(ONE, "B", actors=(CHILE,), recipients=(NORWAY,))
    assert compared(sanction(ONE, "A"), back) is None


def test_another_day_is_another_event() -> None:
    assert compared(sanction(ONE, "A"), sanction(ONE, "B", "2024-05-20")) is None


def test_a_day_beside_it_is_one_where_the_words_agree() -> None:
    assert compared(sanction(ONE, "A"), sanction(ONE, "B", "2024-05-10")) is not None


def test_two_places_are_two_events() -> None:
    one = sanction(ONE, "A", place=Place(text="Oslo", name="Oslo", country="NOR"))
    other = sanction(OTHER, "B", place=Place(text="Bergen", name="Bergen", country="NOR"))
    assert compared(one, other) is None


def test_one_article_does_not_tell_one_event_twice() -> None:
    of = article(ONE, OTHER)
    first = event(of, ONE, "punished", actors=(NORWAY,), recipients=(CHILE,), when=on("2024-05-09"))
    again = event(of, OTHER, "struck", actors=(NORWAY,), recipients=(CHILE,), when=on("2024-05-09"))
    assert compared(first, again) is None


def test_a_near_type_of_the_same_day_is_one_and_a_far_one_is_not() -> None:
    seized = sanction(ONE, "B", event_type="COERCE")
    praised = sanction(ONE, "B", event_type="SUPPORT", quad=1)
    assert compared(sanction(ONE, "A"), seized) is not None
    assert compared(sanction(ONE, "A"), praised) is None


def test_undated_reports_of_one_week_are_one_and_of_another_month_are_not() -> None:
    one, other = sanction(ONE, "A", None), sanction(ONE, "B", None)
    assert compared(one, other) is not None
    assert compared(one, other, days=(DAY, date(2024, 7, 1))) is None


def test_undated_background_is_known_by_its_words_whenever_it_is_told() -> None:
    old = {"modality": "historical"}
    one = sanction("Norway punished Chile over cod for years.", "A", None, **old)
    other = sanction("Norway punished Chile over cod for years.", "B", None, **old)
    assert compared(one, other, days=(DAY, date(2024, 9, 1))) is not None
    assert compared(one, sanction(OTHER, "B", None, **old)) is None


def test_an_agreement_is_known_again_by_its_name() -> None:
    signed = "Chile and Norway signed the Cod Treaty."
    held = "The Cod Treaty of Norway and Chile is in force."
    one = told(signed, "A", agreement, parties=(CHILE, NORWAY), name="Cod Treaty")
    other = told(
        held, "B", agreement, parties=(CHILE, NORWAY), name="Cod Treaty", status="in_force"
    )
    third = told(
        held, "C", agreement, parties=(CHILE, NORWAY), name="Whale Treaty", status="in_force"
    )
    later = (DAY, date(2025, 12, 1))
    assert compared(one, other, days=later) == Match(1.0, "same name and parties")
    assert compared(one, third, days=later) is None


def test_a_visit_told_with_another_day_of_it_is_one() -> None:
    one = told(
        "Ada Berg began a visit to Chile.", "A", visit, visitors=(PREMIER,), host=CHILE,
        when=on("2024-05-02"),
    )  # fmt: skip
    other = told(
        "Ada Berg left Chile after her visit.", "B", visit, visitors=(PREMIER,), host=CHILE,
        when=on("2024-05-04"),
    )  # fmt: skip
    there = told("Ada Berg visited Kenya.", "B", visit, visitors=(PREMIER,), host=KENYA)
    assert compared(one, other) is not None
    assert compared(one, there) is None


def test_the_same_words_by_the_same_speaker_are_one_quotation() -> None:
    def said(outlet: str, words: str) -> AnyClaim:
        return told(f'"{words}" Ada Berg said.', outlet, quotation, words, speaker=PREMIER)

    first = said("A", "Chile has always kept its given word,")
    assert compared(first, said("B", "Chile has always kept its given word")) is not None
    assert compared(first, said("B", "Our fishermen deserve better than that,")) is None


def test_a_membership_is_one_whenever_it_is_told() -> None:
    one = told("Norway is in the Pact.", "A", membership, members=(NORWAY,), organisation=PACT)
    other = told("Norway, of the Pact", "B", membership, members=(NORWAY,), organisation=PACT)
    left = told(
        "Norway left the Pact.", "B", membership, members=(NORWAY,), organisation=PACT,
        relation="leaving",
    )  # fmt: skip
    assert compared(one, other, days=(DAY, date(2030, 1, 1))) is not None
    assert compared(one, left) is None


def test_police_and_students_of_one_state_are_not_its_ministers() -> None:
    words = "Ada Berg attacked the press."
    one = told(
        words, "A", event, "attacked", actors=(PREMIER,), recipients=(), when=on("2024-05-09")
    )
    other = told(
        "Norway attacked.", "B", event, "attacked", actors=(NORWAY,), recipients=(),
        when=on("2024-05-09"),
    )  # fmt: skip
    assert compared(one, other) is None
