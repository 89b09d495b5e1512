"""Claims become facts: how many things happened, who says so independently, what changed since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from tests.ledger.builders import (
    CHILE,
    NORWAY,
    PREMIER,
    agency,
    agreement,
    article,
    event,
    on,
    reading,
    two_coasts,
    visit,
)

from dragoman.errors import BadReview, NotFound
from dragoman.ledger import Ledger, Query, journal, open_ledger
from dragoman.ledger.schema import articles, fact_claims, fact_pairs, facts
from dragoman.records import Fact, Reading

FRIDAY = date(2024, 5, 10)
DISPATCH = (
    "Norway punished Chile on Thursday over cod that its boats had caught off the coast, and said "
    "that the ports of the north would stay closed to them until the fish were paid for."
)


@pytest.fixture
def ledger(store: str) -> Iterator[Ledger]:
    with open_ledger(store, write=True, coder="0.1.0") as held:
        yield held


def punished(outlet: str, words: str = "", *, day: date = FRIDAY, **told: Any) -> Reading:
    words = words or f"Norway punished Chile, the {outlet} has learnt."
    of = article(words, outlet=outlet, title=outlet, published=day, url=told.pop("url", None),
                 credits=told.pop("credits", ()))  # fmt: skip
    fields = {"actors": (NORWAY,), "recipients": (CHILE,), "when": on("2024-05-09"), **told}
    return reading(of, event(of, words, "punished", **fields))


def trip(outlet: str, words: str, *, day: date = FRIDAY, **told: Any) -> Reading:
    of = article(words, outlet=outlet, title=outlet, published=day)
    return reading(of, visit(of, words, visitors=(PREMIER,), host=CHILE, **told))


def events(ledger: Ledger, **query: Any) -> list[Fact]:
    return list(ledger.facts(Query(types=("event",), **query)))


def state(ledger: Ledger) -> list[list[tuple[Any, ...]]]:
    """All that `rebuild` makes anew."""
    with ledger._engine.connect() as connection:
        return [
            sorted(map(tuple, connection.execute(select(*columns)).all()), key=str)
            for columns in (
                facts.c,
                fact_claims.c,
                fact_pairs.c,
                (articles.c.id, articles.c.dispatch, articles.c.origin),
            )
        ]


def test_thirty_reports_of_one_event_are_one_fact(ledger: Ledger) -> None:
    for number in range(30):
        ledger.add(punished(f"Paper {number}"))
    (fact,) = events(ledger)
    assert (len(fact.claims_for), fact.origins, fact.kind) == (30, 30, "SANCTION")


def test_reprints_of_a_dispatch_are_one_origin_with_a_credit_or_without(ledger: Ledger) -> None:
    words = (
        "Norway punished Chile on Thursday, and nobody in Oslo would say for how long the ports of "
        "the north will stay closed to its fishing boats."
    )
    ledger.add(punished("A", words))
    ledger.add(punished("B", words, credits=(agency("Nordnews"),)))
    ledger.add(punished("C", words))
    (fact,) = events(ledger)
    assert (len(fact.claims_for), fact.origins) == (3, 1)
    assert {step.origin for step in fact.life} == {"nordnews"}


def test_planned_then_done_is_one_fact_that_moved(ledger: Ledger) -> None:
    ledger.add(
        trip("A", "Ada Berg will visit Chile on 9 May.", day=date(2024, 5, 6), status="planned",
             modality="planned", when=on("2024-05-09"))
    )  # fmt: skip
    (fact,) = ledger.facts(Query(types=("visit",)))
    assert (fact.modality, fact.status) == ("planned", "planned")
    ledger.add(trip("B", "Ada Berg has been to Chile.", status="made", when=on("2024-05-09")))
    (moved,) = ledger.facts(Query(types=("visit",)))
    assert (moved.id, moved.modality, moved.status) == (fact.id, "asserted", "made")
    assert [step.status for step in moved.life] == ["planned", "made"]


def test_contradictions_are_kept_and_not_averaged(ledger: Ledger) -> None:
    for outlet, count in (("A", 58), ("B", 58), ("C", 30)):
        words = f"Norway and Chile signed {count} accords, says {outlet} of {outlet * 9}."
        of = article(words, outlet=outlet, title=outlet)
        signed = agreement(of, words, parties=(CHILE, NORWAY), count=count, when=on("2024-05-09"))
        ledger.add(reading(of, signed))
    (fact,) = ledger.facts(Query(types=("agreement",)))
    told = [(one.value, one.origins) for one in fact.contradictions["count"]]
    assert told == [(58, 2), (30, 1)]


def test_a_denial_stands_against_it(ledger: Ledger) -> None:
    ledger.add(punished("A"))
    ledger.add(punished("B", "Norway never punished Chile, its ministry says.", modality="denied"))
    (fact,) = events(ledger)
    assert fact.disputed
    assert (len(fact.claims_for), len(fact.claims_against), fact.origins) == (1, 1, 1)


def test_an_edited_page_is_a_version_and_not_a_witness(ledger: Ledger) -> None:
    url = "https://fjord.example/cod"
    words = DISPATCH
    ledger.add(punished("A", words, url=url))
    added = ledger.add(punished("A", words.replace("caught", "landed"), url=url + "?utm_source=x"))
    assert added.outcome == "renewed"
    (fact,) = events(ledger)
    assert len(fact.claims_for) == 1
    assert [one.type for one in ledger.claims()] == ["event"]


def test_another_text_at_an_address_is_another_article(ledger: Ledger) -> None:
    url = "https://fjord.example/latest"
    ledger.add(punished("A", "Norway punished Chile over cod, after talks had failed.", url=url))
    other = "In spring the Lofoten fishermen punished no one, their union told us."
    assert ledger.add(punished("A", other, url=url, when=on("2024-03-01"))).outcome == "new"
    assert len(events(ledger)) == 2


def test_a_retracted_article_tells_nothing_any_more(ledger: Ledger) -> None:
    first, second = punished("A"), punished("B")
    ledger.add(first)
    ledger.add(second)
    assert ledger.withdraw(first.article.id, why="the paper retracted it")
    assert not ledger.withdraw(first.article.id, why="again")
    (fact,) = events(ledger)
    assert fact.claims_for == (second.claims[0].id,)
    assert ledger.why(first.claims[0].id).claim == first.claims[0]
    ledger.withdraw(second.article.id, why="and the other too")
    assert events(ledger) == []
    with pytest.raises(NotFound):
        ledger.withdraw("0" * 16, why="there is none")


def test_a_newer_coder_closes_what_it_no_longer_finds_and_keeps_what_agrees(
    ledger: Ledger,
) -> None:
    old = two_coasts()
    ledger.add(old)
    before = {fact.type: fact for fact in ledger.facts(Query())}
    kept = tuple(claim for claim in old.claims if claim.type != "quotation")
    ledger.add(Reading(article=old.article, claims=kept, parties=old.parties))
    after = {fact.type: fact for fact in ledger.facts(Query())}
    assert set(before) - set(after) == {"quotation"}
    assert after["event"].id == before["event"].id


def test_as_of_a_day_shows_what_stood_then(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    days = [date(2030, 1, 1) + timedelta(days=n) for n in range(3)]

    def on_day(number: int) -> None:
        monkeypatch.setattr(journal, "now", lambda: f"{days[number]}T10:00:00.000000+00:00")

    on_day(0)
    first = punished("A")
    ledger.add(first)
    on_day(1)
    ledger.add(punished("B"))
    on_day(2)
    ledger.withdraw(first.article.id, why="retracted")
    seen = []
    for day in (days[0] - timedelta(days=1), *days):
        found = events(ledger, as_of=ledger.at(day))
        seen.append([len(fact.claims_for) for fact in found])
    assert seen == [[], [1], [2], [1]]
    assert len(list(ledger.find(Query(as_of=ledger.at(days[1]))))) == 2


def test_a_clock_that_goes_back_does_not_turn_the_order_round(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, day in enumerate(("2030-01-05", "2030-01-01")):
        monkeypatch.setattr(journal, "now", lambda day=day: f"{day}T10:00:00.000000+00:00")
        ledger.add(punished(f"Paper {number}"))
    assert events(ledger, as_of=ledger.at(date(2030, 1, 1))) == []
    (fact,) = events(ledger, as_of=ledger.at(date(2030, 1, 5)))
    assert len(fact.claims_for) == 2


def test_rebuilding_gives_the_same_to_the_byte(ledger: Ledger) -> None:
    url = "https://fjord.example/cod"
    words = DISPATCH
    ledger.add(two_coasts())
    ledger.add(punished("A", words, url=url))
    ledger.add(punished("B", words, credits=(agency("Nordnews"),)))
    ledger.add(punished("A", words.replace("caught", "landed"), url=url))
    ledger.add(Reading(article=two_coasts().article, claims=two_coasts().claims[:3]))
    gone = punished("C")
    ledger.add(gone)
    ledger.withdraw(gone.article.id, why="retracted")
    fact = events(ledger)[0]
    ledger.review(fact.id, "correct", field="status", value="signed", author="Kim", reason="x") if (
        fact.type == "agreement"
    ) else ledger.review(fact.id, "accept", author="Kim", reason="read it")
    if len(fact.claims_for) > 1:
        ledger.review(
            fact.id, "split", claims=fact.claims_for[:1], author="Kim", reason="two events"
        )
    before = state(ledger)
    ledger.rebuild()
    assert state(ledger) == before


def test_a_correction_overlays_and_edits_nothing(ledger: Ledger) -> None:
    one = punished("A")
    ledger.add(one)
    (fact,) = events(ledger)
    with pytest.raises(BadReview, match="needs its author"):
        ledger.review(fact.id, "accept", author=" ", reason="fine")
    with pytest.raises(BadReview, match=r"no event type.*ACCUSE"):
        ledger.review(
            fact.id, "correct", field="kind", value="WAR", author="Kim", reason="it is one"
        )
    with pytest.raises(BadReview, match="cannot be corrected"):
        ledger.review(fact.id, "correct", field="origins", value="9", author="Kim", reason="more")
    corrected = ledger.review(
        fact.id, "correct", field="kind", value="coerce", author="Kim", reason="boats were seized"
    )
    assert corrected is not None
    assert (corrected.kind, corrected.quad) == ("COERCE", 4)
    assert corrected.reviews[0].author == "Kim"
    assert ledger.why(one.claims[0].id).claim == one.claims[0]
    assert [fact.kind for fact in events(ledger, event_types=("COERCE",))] == ["COERCE"]


def test_split_merge_and_withdraw(ledger: Ledger) -> None:
    for outlet in "ABC":
        ledger.add(punished(outlet))
    (fact,) = events(ledger)
    with pytest.raises(BadReview, match="leaves some"):
        ledger.review(fact.id, "split", claims=fact.claims_for, author="Kim", reason="no")
    ledger.review(fact.id, "split", claims=fact.claims_for[2:], author="Kim", reason="another day")
    assert sorted(len(one.claims_for) for one in events(ledger)) == [1, 2]
    (other,) = [one for one in events(ledger) if one.id != fact.id]
    ledger.review(fact.id, "merge", other=other.id, author="Kim", reason="the same after all")
    (merged,) = events(ledger)
    assert (merged.id, len(merged.claims_for)) == (fact.id, 3)
    ledger.review(merged.claims_for[0], "withdraw", author="Kim", reason="misread")
    assert len(events(ledger)[0].claims_for) == 2
    assert ledger.review(fact.id, "withdraw", author="Kim", reason="never happened") is not None
    assert events(ledger) == []
    ledger.review(fact.id, "accept", author="Kim", reason="it did")
    assert len(events(ledger)) == 1
