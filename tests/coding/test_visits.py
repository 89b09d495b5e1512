"""Visits, told in French and English, with everything that a dispatch says of one."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.analysis.analyse import analyse
from dragoman.coding.visits import visits
from dragoman.records import Anchor, Article, Visit

DAY = date(2024, 7, 10)  # a Wednesday


def read(text: str, language: str = "fr") -> list[Visit]:
    article = Article(
        id="x",
        text=text,
        paragraphs=tuple(text.split("\n\n")),
        language=language,
        anchor=Anchor(day=DAY, basis="given"),
    )
    return list(visits(analyse(article, language)))


def only(text: str, language: str = "fr") -> Visit:
    found = read(text, language)
    assert len(found) == 1, found
    return found[0]


def who(visit: Visit) -> list[str | None]:
    return [party.country for party in visit.visitors]


def test_a_counted_state_visit_told_beside_a_promise() -> None:
    visit = only(
        "Le Brésil et l'Inde se sont engagés samedi à coopérer davantage, durant la troisième "
        "visite d'Etat du président brésilien Lula da Silva en Inde depuis la prise de fonction de "
        "son homologue indien Narendra Modi en 2014."
    )
    assert [p.id for p in visit.visitors] == ["person:luiz-inacio-lula-da-silva"]
    office = visit.visitors[0].office
    assert office is not None
    assert office.title == "president"
    assert visit.host is not None
    assert visit.host.id == "state:IND"
    assert (visit.kind, visit.ordinal, visit.counted_since) == ("state", 3, "2014")
    assert (visit.status, visit.modality) == ("made", "asserted")


@pytest.mark.parametrize(
    ("text", "language", "visitor", "host", "status"),
    [
        ("Le ministre grec de la Défense s'est rendu lundi à Oslo.", "fr", "GRC", "NOR", "made"),
        ("Le roi de Jordanie se rendra vendredi en Espagne.", "fr", "JOR", "ESP", "planned"),
        ("En visite à Prague, le président polonais a parlé.", "fr", "POL", "CZE", "ongoing"),
        ("Le président kényan pourrait se rendre à Kigali.", "fr", "KEN", "RWA", "possible"),
        ("Le chancelier allemand a annulé son voyage à Ankara.", "fr", "DEU", "TUR", "cancelled"),
        (
            "La visite du président chilien à Lima, prévue en mai, a été reportée.",
            "fr",
            "CHL",
            "PER",
            "postponed",
        ),
        ("Une délégation russe est attendue jeudi à Tokyo.", "fr", "RUS", "JPN", "planned"),
        ("Le Premier ministre suédois a été reçu à Rabat.", "fr", "SWE", "MAR", "made"),
        ("German Chancellor Olaf Scholz is visiting India.", "en", "DEU", "IND", "ongoing"),
        ("French President Emmanuel Macron flew to Riga.", "en", "FRA", "LVA", "made"),
        ("Brazil's president may visit Beijing.", "en", "BRA", "CHN", "possible"),
        ("The Polish foreign minister cancelled a trip to Baku.", "en", "POL", "AZE", "cancelled"),
        ("The Kenyan president was invited to Rome.", "en", "KEN", "ITA", "possible"),
    ],
)
def test_who_goes_where_and_whether(
    text: str, language: str, visitor: str, host: str, status: str
) -> None:
    visit = only(text, language)
    assert who(visit) == [visitor]
    assert visit.host is not None
    assert visit.host.country == host
    assert visit.status == status
    assert (visit.modality == "planned") == (status == "planned")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le président turc s'est rendu samedi à Ankara.", "fr"),
        ("Le président chinois a visité une usine de Shanghai.", "fr"),
        ("Le ministre russe s'est entretenu par téléphone avec le président turc.", "fr"),
        ("Des touristes allemands se sont rendus en Grèce.", "fr"),
        ("Le président péruvien n'a pas rencontré le roi d'Espagne.", "fr"),
        ("La Norvège a reçu une aide de la Suède.", "fr"),
        ("Le ministre italien va négocier avec la Libye.", "fr"),
        ("Joe Biden spoke by phone with Vladimir Putin.", "en"),
        ("Emmanuel Macron visited a factory in Lyon.", "en"),
        ("Canada's foreign minister met demands from the opposition.", "en"),
    ],
)
def test_no_visit(text: str, language: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le ministre danois s'est rendu à Riga et à Tallinn.", "fr"),
        ("The Danish foreign minister travelled to Riga and Tallinn.", "en"),
    ],
)
def test_a_trip_to_two_states_is_two_visits(text: str, language: str) -> None:
    found = read(text, language)
    assert [v.host.country for v in found if v.host] == ["LVA", "EST"]
    assert [v.place.country for v in found if v.place] == ["LVA", "EST"]
    assert len({v.id for v in found}) == 2


def test_where_one_is_on_a_visit_may_stand_before_it() -> None:
    visit = only("The Jordanian foreign minister is in Oslo on a working visit.", "en")
    assert who(visit) == ["JOR"]
    assert visit.place is not None
    assert (visit.place.name, visit.place.country) == ("Oslo", "NOR")


def test_who_receives_and_where() -> None:
    visit = only("Le roi Mohammed VI a reçu vendredi à Rabat le président sénégalais.")
    assert who(visit) == ["SEN"]
    assert [p.id for p in visit.hosts] == ["person:mohammed-vi"]
    assert visit.place is not None
    assert visit.place.name == "Rabat"
    assert visit.when.start == date(2024, 7, 5)


def test_those_at_home_receive_the_others() -> None:
    visit = only("Le président turc a rencontré le Premier ministre grec à Istanbul.")
    assert who(visit) == ["GRC"]
    assert visit.host is not None
    assert visit.host.country == "TUR"
    assert [p.country for p in visit.hosts] == ["TUR"]
    assert visit.kind == "meeting"


def test_a_meeting_without_a_place_has_no_host() -> None:
    visit = only("The Polish president met the Finnish prime minister.", "en")
    assert set(who(visit)) == {"POL", "FIN"}
    assert visit.host is None
    assert visit.place is None


def test_a_town_lies_in_its_state() -> None:
    visit = only("Le ministre iranien des Affaires étrangères est arrivé à Genève.")
    assert visit.host is not None
    assert visit.host.country == "CHE"
    assert visit.place is not None
    assert (visit.place.text, visit.place.name) == ("Genève", "Geneva")


def test_a_town_that_no_table_has_lies_where_the_article_puts_it() -> None:
    visit = only(
        "Le président estonien est arrivé lundi à Kotka. La ville de Kotka, en Finlande, est un port."
    )
    assert visit.host is not None
    assert visit.host.country == "FIN"


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("L'empereur du Japon a entamé une visite d'État en Norvège.", "fr", "state"),
        ("Le roi d'Espagne s'est rendu à Lima pour une visite officielle.", "fr", "official"),
        ("Le président kényan, en visite de travail à Kigali, a parlé.", "fr", "working"),
        ("Le secrétaire d'Etat américain a fait une visite à Oslo.", "fr", "unspecified"),
        ("The Swedish king began a state visit to Iceland.", "en", "state"),
        ("Britain's prime minister attended a NATO summit in Madrid.", "en", "summit"),
    ],
)
def test_kinds(text: str, language: str, kind: str) -> None:
    assert only(text, language).kind == kind


@pytest.mark.parametrize(
    ("text", "language", "ordinal", "since"),
    [
        ("C'est la quatrième visite du Premier ministre hongrois à Moscou depuis 2010.", "fr", 4, "2010"),
        ("Le roi du Maroc a effectué sa première visite à Lagos.", "fr", 1, None),
        (
            "It was the third visit by Canadian Prime Minister Justin Trudeau to Kyiv since 2022.",
            "en",
            3,
            "2022",
        ),
        (
            "Xi Jinping is in Paris on a state visit, his second since taking office in 2013.",
            "en",
            2,
            "2013",
        ),
    ],
)  # fmt: skip
def test_which_of_how_many(text: str, language: str, ordinal: int, since: str | None) -> None:
    visit = only(text, language)
    assert (visit.ordinal, visit.counted_since) == (ordinal, since)


def test_the_year_since_which_visits_are_counted_is_not_the_visits_date() -> None:
    visit = only("C'est la quatrième visite du Premier ministre hongrois à Moscou depuis 2010.")
    assert visit.when.start is None


def test_journey_and_meeting_on_the_same_day_are_one_visit() -> None:
    visit = only("Le président argentin s'est rendu à Madrid pour rencontrer Pedro Sanchez.")
    assert who(visit) == ["ARG"]
    assert [p.country for p in visit.hosts] == ["ESP"]
    assert visit.status == "made"


def test_a_visit_after_a_summit_is_no_summit() -> None:
    found = read("Le président malien se rendra au Ghana après le sommet prévu en juin à Abuja.")
    ghana = [v for v in found if v.host and v.host.country == "GHA"]
    assert [v.kind for v in ghana] == ["unspecified"]


def test_a_summit_without_names_needs_a_place() -> None:
    visit = only("Le sommet de la Ligue arabe à Bagdad a été reporté.")
    assert (visit.visitors, visit.kind, visit.status) == ((), "summit", "postponed")
    assert read("Le sommet de la Ligue arabe a été critiqué.") == []


def test_a_host_told_before_is_marked_as_inferred() -> None:
    found = read(
        "Le président angolais est arrivé lundi à Windhoek. "
        "Lors de sa visite, le président angolais a promis son aide."
    )
    assert [v.host.country for v in found if v.host] == ["NAM", "NAM"]
    assert ["host" in v.inferred for v in found] == [False, True]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Norwegian prime minister refused to meet the president of Chad.", "en"),
        ("Le président français a refusé de rencontrer le président tchadien.", "fr"),
        ("The Norwegian prime minister spoke to the president of Chad by phone.", "en"),
        ("Le président français a rencontré en visioconférence le président tchadien.", "fr"),
    ],
)
def test_what_is_refused_or_a_call_is_no_visit(text: str, language: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "visitors", "host"),
    [
        ("A summit between Chad and Niger took place on Monday.", "en", "TCD NER", None),
        ("The meeting of Chad, Niger and Mali ended on Monday.", "en", "TCD NER MLI", None),
        ("Qatar hosted talks between Chad and Niger.", "en", "TCD NER", "QAT"),
        ("Le Qatar a accueilli une réunion entre le Tchad et le Niger.", "fr", "TCD NER", "QAT"),
        ("The Greek prime minister is ending a five-day trip to Poland.", "en", "GRC", "POL"),
        ("Le Premier ministre grec a entamé une tournée en Pologne.", "fr", "GRC", "POL"),
        ("Greece sent its foreign minister to attend a summit in Oslo.", "en", "GRC", "NOR"),
        ("The Chadian rebels met the UN secretary-general in Paris.", "en", "TCD UN", "FRA"),
    ],
)
def test_who_takes_part(text: str, language: str, visitors: str, host: str | None) -> None:
    visit = only(text, language)
    sides = {p.country or (p.office.of if p.office else p.id or "") for p in visit.visitors}
    assert {s.removeprefix("org:") for s in sides} == set(visitors.split())
    assert (visit.host.country if visit.host else None) == host


def test_a_visit_by_another_is_not_the_hosts() -> None:
    found = read(
        "The French president praised Norway during a visit by the heir to the throne.", "en"
    )
    assert [v for v in found if "FRA" in who(v)] == []


def test_a_summit_told_by_verb_and_noun_is_one() -> None:
    visit = only("The Greek prime minister attended the first summit in Oslo.", "en")
    assert who(visit) == ["GRC"]
