"""The page that Dragoman starts from: each thing that the design asks of it, one test."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import dragoman
from dragoman.records import (
    Agreement,
    Event,
    Membership,
    Office,
    Party,
    Quotation,
    Reading,
    Visit,
)

SATURDAY = date(2016, 6, 25)
PUTIN, XI = "person:vladimir-putin", "person:xi-jinping"


@pytest.fixture(scope="module")
def reading(shared: Path) -> Reading:
    page = shared / "seed" / "dispatch.fr.txt"
    if not page.is_file():
        pytest.skip(f"no {page.name} among the shared test material")
    return dragoman.read(page.read_text("utf-8"))


def ids(parties: tuple[Party, ...]) -> set[str | None]:
    return {party.id for party in parties}


def countries(parties: tuple[Party, ...]) -> set[str | None]:
    return {party.country for party in parties}


def events(reading: Reading, kind: str, *sides: str) -> list[Event]:
    return [
        c
        for c in reading.claims
        if isinstance(c, Event)
        and c.event_type == kind
        and countries((*c.actors, *c.recipients)) == set(sides)
    ]


def agreements(reading: Reading) -> list[Agreement]:
    return [c for c in reading.claims if isinstance(c, Agreement)]


def quotations(reading: Reading) -> list[Quotation]:
    return [c for c in reading.claims if isinstance(c, Quotation)]


def test_furniture_is_off_and_the_section_path_is_kept(reading: Reading) -> None:
    article = reading.article
    assert article.section == ("Infos", "Asie")
    for line in ("TV", "L’INFO EN CONTINU", "Partager Cet Article", "SOURCE:", "Avec Xinhua"):
        assert line not in article.text


def test_title(reading: Reading) -> None:
    assert reading.article.title == "Les relations sino-russes en plein essor"
    assert "plein essor" not in reading.article.text


def test_the_caption_of_another_story_is_set_apart(reading: Reading) -> None:
    other = next(c for c in reading.article.captions if "Omar" in c.text)
    assert not other.related
    assert other.reason
    assert other.language == "en"
    assert other.date == date(2019, 3, 8)
    assert "Omar" not in reading.article.text
    assert all("Pelosi" not in claim.evidence.text for claim in reading.claims)


def test_the_caption_of_this_story_is_dated_credited_and_coded(reading: Reading) -> None:
    own = next(c for c in reading.article.captions if c.related)
    assert own.date == SATURDAY
    assert own.credit == "AFP"
    assert own.start is not None
    assert reading.article.text[own.start : own.end] == own.text
    coded = [c for c in reading.claims if any(p.start >= own.start for p in c.passages)]
    assert any(isinstance(c, Event) and {PUTIN, XI} <= ids(c.actors) for c in coded)


def test_saturday_is_reckoned_from_the_caption(reading: Reading) -> None:
    article = reading.article
    assert article.published is None
    assert article.anchor is not None
    assert (article.anchor.day, article.anchor.basis) == (SATURDAY, "caption")
    (promise,) = events(reading, "AGREE", "CHN", "RUS")
    assert promise.when.start == promise.when.end == SATURDAY
    assert promise.when.basis == "caption"
    assert promise.when.text == "samedi"
    assert "when" in promise.inferred


def test_the_visit(reading: Reading) -> None:
    (visit,) = [c for c in reading.claims if isinstance(c, Visit)]
    (guest,) = visit.visitors
    assert (guest.id, guest.country) == (PUTIN, "RUS")
    assert guest.office is not None
    assert guest.office.title == "president"
    assert visit.host is not None
    assert visit.host.id == "state:CHN"
    assert (visit.kind, visit.ordinal, visit.counted_since) == ("state", 4, "2013")
    consult = [e for e in events(reading, "CONSULT", "CHN", "RUS") if e.evidence == visit.evidence]
    assert [e.mode for e in consult] == ["visit"]


def test_the_office(reading: Reading) -> None:
    (office,) = [c for c in reading.claims if isinstance(c, Office)]
    assert office.person.id == XI
    assert (office.title, office.of.id, office.since) == ("president", "state:CHN", "2013")


def test_the_promise(reading: Reading) -> None:
    (promise,) = events(reading, "AGREE", "CHN", "RUS")
    assert promise.reciprocal
    assert promise.recipients == ()
    assert promise.modality == "asserted"
    assert promise.attributed_to is None


def test_the_mixed_quotation(reading: Reading) -> None:
    (mixed,) = [q for q in quotations(reading) if q.kind == "mixed"]
    assert "des alliés proches" in mixed.content.text
    assert mixed.speaker.id == PUTIN
    assert countries(mixed.about) == {"CHN", "RUS"}
    assert mixed.stance > 0


def test_the_standing_position(reading: Reading) -> None:
    refusals = events(reading, "REJECT", "CHN")
    assert [e.modality for e in refusals] == ["historical"]
    assert refusals[0].when.start is None
    assert refusals[0].actors[0].id == "state:CHN"
    assert refusals[0].attributed_to is None


def test_fifty_eight_agreements(reading: Reading) -> None:
    (whole,) = [a for a in agreements(reading) if a.count == 58]
    assert countries(whole.parties) == {"CHN", "RUS"}
    assert whole.value is not None
    assert (whole.value.amount, whole.value.currency) == (50_000_000_000, "USD")
    assert whole.value.approximate
    assert whole.status == "negotiating"
    assert whole.forum is not None
    assert "commission" in whole.forum
    assert whole.attributed_to is not None
    assert whole.attributed_to.id == PUTIN


def test_twelve_of_them(reading: Reading) -> None:
    (whole,) = [a for a in agreements(reading) if a.count == 58]
    (part,) = [a for a in agreements(reading) if a.count == 12]
    assert part.part_of == whole.id
    assert part.status == "implementing"
    assert countries(part.parties) == {"CHN", "RUS"}
    assert "parties" in part.inferred
    assert part.attributed_to is not None
    assert part.attributed_to.id == PUTIN


def test_cooperation_and_memberships(reading: Reading) -> None:
    together = [
        e for e in events(reading, "COOPERATE", "CHN", "RUS") if e.trigger.text == "coopérer"
    ]
    assert len(together) == 1
    assert together[0].reciprocal
    memberships = [c for c in reading.claims if isinstance(c, Membership)]
    assert {m.organisation.id for m in memberships} == {"org:SCO", "org:BRICS", "org:UN"}
    assert all(countries(m.members) == {"CHN", "RUS"} for m in memberships)
    assert {m.relation for m in memberships} == {"cooperating"}


def test_the_direct_quotations(reading: Reading) -> None:
    direct = [q for q in quotations(reading) if q.kind == "direct"]
    assert [q.content.text.split()[0:3] for q in direct] == [
        ["Nous", "maintenons", "des"],
        ["Nous", "nous", "écoutons"],
    ]
    assert {q.speaker.id for q in direct} == {PUTIN}
    assert [q.cue.text if q.cue else None for q in direct] == ["a déclaré", "a-t-il ajouté"]


def test_what_was_signed(reading: Reading) -> None:
    signed = [a for a in agreements(reading) if a.status == "signed"]
    declaration, document = sorted(signed, key=lambda a: a.instrument)
    assert (declaration.instrument, document.instrument) == ("declaration", "other")
    assert all(countries(a.parties) == {"CHN", "RUS"} for a in signed)
    assert declaration.subject is not None
    assert "cyberespace" in declaration.subject
    assert document.subject is not None
    assert "droit international" in document.subject
    assert countries(document.signatories) == {"CHN", "RUS"}
    titles = {p.office.title for p in document.signatories if p.office}
    assert titles == {"foreign minister"}
    assert events(reading, "SUPPORT", "CHN", "RUS")


def test_credits(reading: Reading) -> None:
    assert reading.article.outlet == "Press TV"
    credits = {(c.role, c.name) for c in reading.article.credits}
    assert {("outlet", "Press TV"), ("agency", "Xinhua"), ("photo", "AFP")} <= credits


def test_evidence_stands_in_the_text(reading: Reading) -> None:
    text = reading.article.text
    assert reading.claims
    for claim in reading.claims:
        assert claim.passages[0] == claim.evidence
        for passage in claim.passages:
            assert text[passage.start : passage.end] == passage.text
            assert passage.article_id == reading.article.id
