from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from tests.ledger.builders import (
    CHILE,
    KENYA,
    NORWAY,
    PACT,
    PACT_CHIEF,
    PREMIER,
    agency,
    agreement,
    article,
    event,
    membership,
    on,
    quotation,
    reading,
    two_coasts,
    visit,
)

from dragoman.errors import NotFound
from dragoman.ledger import Ledger, Query, open_ledger
from dragoman.records import Party


@pytest.fixture
def ledger(store: str) -> Iterator[Ledger]:
    with open_ledger(store, write=True) as opened:
        yield opened


def _types(ledger: Ledger, *parties: str) -> list[str]:
    return sorted(claim.type for claim in ledger.claims(parties=parties))


def test_latest_first_and_undated_last(ledger: Ledger) -> None:
    ledger.add(two_coasts())
    days = [claim.when.start for claim in ledger.claims()]
    assert days[:-1] == sorted(filter(None, days), reverse=True)
    assert days[-1] is None


def test_days_include_both_ends_and_say_what_they_leave_out(ledger: Ledger) -> None:
    ledger.add(two_coasts())
    first, last = date(2024, 5, 2), date(2024, 5, 9)
    found = list(ledger.claims(since=first, until=last))
    assert [str(claim.when.start) for claim in found] == ["2024-05-09", "2024-05-03", "2024-05-02"]
    assert not list(ledger.claims(since=date(2024, 5, 4), until=date(2024, 5, 8)))
    assert ledger.standing(Query(since=first, until=last)).undated == 1
    assert ledger.standing(Query()).undated == 0


def test_a_month_overlaps_its_days(ledger: Ledger) -> None:
    of = article("In May they met.")
    when = on("2024-05-01").model_copy(update={"end": date(2024, 5, 31), "precision": "month"})
    ledger.add(reading(of, visit(of, of.text, visitors=(NORWAY, CHILE), when=when)))
    assert len(list(ledger.claims(since=date(2024, 5, 20), until=date(2024, 5, 21)))) == 1
    assert not list(ledger.claims(since=date(2024, 6, 1)))


def test_limit_modality_status_and_type(ledger: Ledger) -> None:
    ledger.add(two_coasts())
    assert len(list(ledger.claims(limit=2))) == 2
    assert [c.type for c in ledger.claims(modality="planned")] == ["visit"]
    assert [c.type for c in ledger.claims(status="signed")] == ["agreement"]
    assert [c.type for c in ledger.claims(type="quotation")] == ["quotation"]


def test_a_state_means_its_leaders_too_and_an_organisation_its_officials(ledger: Ledger) -> None:
    of = article("Its secretary warned Kenya.")
    ledger.add(two_coasts())
    ledger.add(reading(of, event(of, of.text, "warned", actors=(PACT_CHIEF,), recipients=(KENYA,))))
    assert _types(ledger, "Norvège") == ["agreement", "event", "quotation", "visit", "visit"]
    assert _types(ledger, "Northern Pact") == ["event"]
    assert _types(ledger, "KEN", "org:NPACT") == ["event"]


def test_whose_word_it_is_makes_no_relation(ledger: Ledger) -> None:
    of = article("Norway says that Kenya warned Chile.")
    told = event(of, of.text, "warned", actors=(KENYA,), recipients=(CHILE,), attributed_to=NORWAY)
    ledger.add(reading(of, told))
    assert _types(ledger, "NOR") == []
    assert _types(ledger, "NOR", "CHL") == []
    assert _types(ledger, "CHL", "KEN") == ["event"]


def test_acting_together_on_a_third_is_no_relation(ledger: Ledger) -> None:
    of = article("Norway and Kenya warned Chile.")
    both = {"actors": (NORWAY, KENYA), "recipients": (CHILE,)}
    ledger.add(reading(of, event(of, of.text, "warned", **both)))
    assert _types(ledger, "NOR", "KEN") == []
    assert _types(ledger, "NOR", "CHL") == ["event"]
    assert _types(ledger, "KEN", "CHL") == ["event"]


def test_one_official_does_not_meet_his_own_state(ledger: Ledger) -> None:
    of = article("Ada Holm and Chile met.")
    holm = Party(
        text="Ada Holm", name="Ada Holm", kind="person", id="person:ada-holm", country="NOR"
    )
    ledger.add(reading(of, visit(of, of.text, visitors=(holm, CHILE), kind="meeting")))
    assert _types(ledger, "NOR", "CHL") == ["visit"]
    assert _types(ledger, "person:ada-holm", "CHL") == ["visit"]
    assert _types(ledger, "person:ada-holm", "NOR") == []


def test_members_and_their_organisation(ledger: Ledger) -> None:
    of = article("Norway and Chile work together in the Pact.")
    both = {"members": (NORWAY, CHILE), "organisation": PACT}
    ledger.add(reading(of, membership(of, of.text, **both, relation="cooperating")))
    assert _types(ledger, "NOR", "CHL") == _types(ledger, "NOR", "NPACT") == ["membership"]


def test_a_dyad_counts_each_modality_for_itself(ledger: Ledger) -> None:
    ledger.add(two_coasts())
    dyad = ledger.dyad("NOR", "Chili")
    assert (dyad.first.code, dyad.second.code) == ("NOR", "CHL")
    assert dyad.visits() == {("made", "asserted"): 1, ("planned", "planned"): 1}
    assert dyad.agreements() == {("signed", "asserted"): 1}
    assert dyad.event_types() == {("SANCTION", "asserted"): 1}
    assert dyad.quads() == {("forth", 4, "asserted"): 1}
    assert sum(dyad.types().values()) == dyad.standing.claims == 5


def test_a_dyad_seen_from_the_other_side(ledger: Ledger) -> None:
    ledger.add(two_coasts())
    back = ledger.dyad("CHL", "NOR")
    assert back.quads() == {("back", 4, "asserted"): 1}
    assert back.standing == ledger.dyad("NOR", "CHL").standing


def test_a_reciprocal_event_is_neither_forth_nor_back(ledger: Ledger) -> None:
    of = article("Norway and Chile talked.")
    told = event(
        of,
        of.text,
        "talked",
        event_type="CONSULT",
        quad=1,
        actors=(NORWAY, CHILE),
        reciprocal=True,
        when=on("2024-05-08"),
    )
    ledger.add(reading(of, told))
    dyad = ledger.dyad("NOR", "CHL")
    assert dyad.quads() == {("mutual", 1, "asserted"): 1}
    assert dyad.last_contact is not None
    assert dyad.last_contact.day == date(2024, 5, 8)


@pytest.mark.parametrize("modality", ["planned", "possible", "denied", "historical"])
def test_what_is_not_asserted_is_no_contact(ledger: Ledger, modality: str) -> None:
    of = article("Ada Berg visited Chile.")
    told = {"visitors": (PREMIER,), "host": CHILE, "when": on("2024-05-08")}
    ledger.add(reading(of, visit(of, of.text, **told, modality=modality)))
    dyad = ledger.dyad("NOR", "CHL")
    assert dyad.last_contact is None
    assert dyad.visits() == {("made", modality): 1}


def test_the_last_contact_is_the_visit_made_not_the_one_to_come(ledger: Ledger) -> None:
    ledger.add(two_coasts())
    contact = ledger.dyad("NOR", "CHL").last_contact
    assert contact is not None
    assert (contact.day, contact.claim.modality) == (date(2024, 5, 2), "asserted")


def test_a_dyad_of_one_is_refused(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="both are Norway"):
        ledger.dyad("NOR", "no")


def test_reprints_of_one_dispatch_are_one_origin(ledger: Ledger) -> None:
    for outlet in ("The Fjord Post", "El Faro", "Pwani Times"):
        ledger.add(two_coasts(outlet=outlet, title=outlet, credits=(agency("Nordnews"),)))
    ledger.add(two_coasts(outlet="The Lookout", title="Taken over without a credit"))
    of = article("Norway fined Chile on Thursday, the Lookout has learnt.", outlet="The Lookout")
    fined = event(of, of.text, "fined", actors=(NORWAY,), recipients=(CHILE,))
    ledger.add(reading(of, fined))
    standing = ledger.standing(Query())
    assert (standing.claims, standing.articles, standing.origins) == (21, 5, 2)


def test_a_party_that_only_the_pages_know(ledger: Ledger) -> None:
    of = article('"No fish," the Harbour League said of Chile.')
    league = Party(text="the Harbour League", name="Harbour League", kind="group")
    ledger.add(reading(of, quotation(of, of.text, "No fish,", speaker=league, about=(CHILE,))))
    assert ledger.party("harbour league").key == league.key
    assert _types(ledger, "Harbour League", "CHL") == ["quotation"]
    spoken = Query(types=("quotation",), speaker=ledger.party("Harbour League"))
    assert len(list(ledger.find(spoken))) == 1
    with pytest.raises(NotFound, match="Harbour Legion"):
        ledger.party("Harbour Legion")


def test_signatories_stand_in_the_agreement(ledger: Ledger) -> None:
    of = article("Ada Berg signed a pact with Chile.")
    ledger.add(reading(of, agreement(of, of.text, parties=(CHILE,), signatories=(PREMIER,))))
    assert _types(ledger, "NOR", "CHL") == ["agreement"]


def test_why_takes_the_beginning_of_an_id(ledger: Ledger) -> None:
    told = two_coasts()
    ledger.add(told, cache=False)
    for claim in told.claims:
        found = ledger.why(claim.id[:10].upper())
        assert found.claim == claim
        assert (found.article.title, found.article.outlet) == ("Two coasts", "The Fjord Post")


def test_why_lists_the_candidates(ledger: Ledger) -> None:
    told = two_coasts()
    alike = tuple(
        claim.model_copy(update={"id": f"abcd{number:012x}"})
        for number, claim in enumerate(told.claims)
    )
    ledger.add(told.model_copy(update={"claims": alike}))
    with pytest.raises(NotFound, match=r"abcd0+0 \(event\), abcd0+1 \(visit\)"):
        ledger.why("abcd")
    assert ledger.why("abcd000000000003").claim == alike[3]


@pytest.mark.parametrize("asked", ["", "abc", "zzzz", "ab%d", "____", "ffffffffffffffff0"])
def test_why_without_such_a_claim(ledger: Ledger, asked: str) -> None:
    ledger.add(two_coasts())
    with pytest.raises(NotFound):
        ledger.why(asked)


def test_the_text_of_an_article_that_is_not_cached(ledger: Ledger) -> None:
    told = two_coasts()
    with pytest.raises(NotFound, match="no article"):
        ledger.reading(told.article.id)
    ledger.add(told, cache=False)
    with pytest.raises(NotFound, match="not in the cache"):
        ledger.reading(told.article.id)
