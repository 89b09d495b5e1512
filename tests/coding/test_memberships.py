"""Memberships: who is in an organisation, joins, leaves, applies, watches, or works in it."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.analysis.analyse import analyse
from dragoman.coding.memberships import memberships
from dragoman.records import Anchor, Article, Membership


def read(text: str, language: str = "fr") -> list[Membership]:
    article = Article(
        id="x",
        text=text,
        paragraphs=(text,),
        language=language,
        anchor=Anchor(day=date(2024, 7, 10), basis="given"),
    )
    return list(memberships(analyse(article, language)))


def told(claim: Membership) -> tuple[list[str | None], str, str | None, str]:
    members = [p.country or p.id for p in claim.members]
    return members, claim.relation, claim.organisation.id, claim.modality


@pytest.mark.parametrize(
    ("text", "members", "relation", "body", "modality"),
    [
        ("La Turquie, membre de l'Otan, a protesté.", ["TUR"], "member", "NATO", "asserted"),
        ("La Suède est membre de l'UE.", ["SWE"], "member", "EU", "asserted"),
        ("La Norvège ne fait pas partie de l'UE.", ["NOR"], "member", "EU", "denied"),
        (
            "Les pays membres de l'Opep, dont l'Irak et le Koweït, ont réduit leur production.",
            ["IRQ", "KWT"],
            "member",
            "OPEC",
            "asserted",
        ),
        ("La Finlande a adhéré à l'Otan en avril.", ["FIN"], "joining", "NATO", "asserted"),
        ("La Croatie a rejoint l'UE en 2013.", ["HRV"], "joining", "EU", "historical"),
        ("L'Ukraine veut rejoindre l'Otan.", ["UKR"], "joining", "NATO", "planned"),
        ("L'Iran est devenu membre des Brics.", ["IRN"], "joining", "BRICS", "asserted"),
        ("Le Mali s'est retiré de la Cédéao.", ["MLI"], "leaving", "ECOWAS", "asserted"),
        ("L'Argentine va quitter l'OMS.", ["ARG"], "leaving", "WHO", "planned"),
        (
            "La Moldavie est candidate à l'adhésion à l'UE.",
            ["MDA"],
            "candidate",
            "EU",
            "asserted",
        ),
        ("L'Iran, observateur à l'OCS, a salué ce choix.", ["IRN"], "observer", "SCO", "asserted"),
        ("Le Bélarus est observateur auprès de l'OCS.", ["BLR"], "observer", "SCO", "asserted"),
        ("La Serbie a demandé à adhérer à l'UE.", ["SRB"], "candidate", "EU", "asserted"),
        ("Le Japon est redevenu membre de l'Unesco.", ["JPN"], "joining", "UNESCO", "asserted"),
        ("La Libye a été exclue de l'Opep.", ["LBY"], "leaving", "OPEC", "asserted"),
        ("La Bolivie a été admise au Mercosur.", ["BOL"], "joining", "MERCOSUR", "asserted"),
        (
            "Le retrait du Qatar de l'Opep prendra effet lundi.",
            ["QAT"],
            "leaving",
            "OPEC",
            "planned",
        ),
    ],
)
def test_french(text: str, members: list[str], relation: str, body: str, modality: str) -> None:
    assert [told(c) for c in read(text)] == [(members, relation, f"org:{body}", modality)]


@pytest.mark.parametrize(
    ("text", "members", "relation", "body", "modality"),
    [
        ("Sweden joined NATO in March.", ["SWE"], "joining", "NATO", "asserted"),
        ("NATO member Turkey protested.", ["TUR"], "member", "NATO", "asserted"),
        ("Norway is not a member of the EU.", ["NOR"], "member", "EU", "denied"),
        ("Mali withdrew from ECOWAS.", ["MLI"], "leaving", "ECOWAS", "asserted"),
        ("Argentina will leave the WHO.", ["ARG"], "leaving", "WHO", "planned"),
        ("Egypt became a member of BRICS.", ["EGY"], "joining", "BRICS", "asserted"),
        (
            "Iran is an observer at the Shanghai Cooperation Organisation.",
            ["IRN"],
            "observer",
            "SCO",
            "asserted",
        ),
        ("Libya was expelled from OPEC.", ["LBY"], "leaving", "OPEC", "asserted"),
        ("Bolivia was admitted to Mercosur.", ["BOL"], "joining", "MERCOSUR", "asserted"),
        ("Serbia, an EU candidate, refused.", ["SRB"], "candidate", "EU", "asserted"),
        ("The United States rejoined UNESCO.", ["USA"], "joining", "UNESCO", "asserted"),
        ("Serbia applied to join the European Union.", ["SRB"], "candidate", "EU", "asserted"),
        (
            "OPEC members including Iraq and Kuwait cut output.",
            ["IRQ", "KWT"],
            "member",
            "OPEC",
            "asserted",
        ),
    ],
)
def test_english(text: str, members: list[str], relation: str, body: str, modality: str) -> None:
    assert [told(c) for c in read(text, "en")] == [(members, relation, f"org:{body}", modality)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Le Pérou et le Chili veulent coopérer dans le cadre d'enceintes telles que "
            "l'Unesco, l'OMC et l'ONU.",
            "fr",
        ),
        ("Peru and Chile cooperate within UNESCO, the WTO and the United Nations.", "en"),
    ],
)
def test_one_claim_for_each_organisation_in_which_they_work_together(
    text: str, language: str
) -> None:
    found = read(text, language)
    assert {c.organisation.id for c in found} == {"org:UNESCO", "org:WTO", "org:UN"}
    assert all(c.relation == "cooperating" for c in found)
    assert all([p.country for p in c.members] == ["PER", "CHL"] for c in found)
    assert len({c.id for c in found}) == 3


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le débat sur l'adhésion de l'Albanie à l'UE continue.", "fr"),
        ("Le président français est membre de la délégation de l'ONU.", "fr"),
        ("La Russie a quitté la réunion de l'ONU.", "fr"),
        ("La Suède a rejoint la Norvège dans cet effort.", "fr"),
        ("Germany left the meeting early.", "en"),
        ("Les Etats membres de l'Union européenne ainsi qu'Andorre ont accepté.", "fr"),
        ("The EU member states and Andorra agreed.", "en"),
    ],
)
def test_no_membership(text: str, language: str) -> None:
    assert read(text, language) == []


def test_since_when_one_is_a_member() -> None:
    claim = read("La Pologne est membre de l'UE depuis 2004.")[0]
    assert claim.when.start == date(2004, 1, 1)
    assert claim.modality == "asserted"  # still going on


def test_a_former_member_is_history() -> None:
    claims = read("Le Venezuela, ancien membre du Mercosur, a protesté.")
    assert [c.modality for c in claims] == ["historical"]
