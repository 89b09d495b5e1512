"""Time expressions. The anchor is Wednesday 12 June 2019 unless a test says otherwise."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis.times import TimeExpression, find
from dragoman.errors import DataError

ANCHOR = date(2019, 6, 12)


def only(text: str, language: str, anchor: date | None = ANCHOR) -> TimeExpression:
    found = find(text, language=language, anchor=anchor)
    assert len(found) == 1, [one.text for one in found]
    return found[0]


def days(text: str, language: str, anchor: date | None = ANCHOR) -> str:
    """The days as "2019-06-12", or "2019-06-10/2019-06-16"."""
    one = only(text, language, anchor)
    return str(one.start) if one.start == one.end else f"{one.start}/{one.end}"


FRENCH = [
    ("Le ministre est arrivé mercredi à Oslo.", "2019-06-12"),
    ("Le ministre est arrivé jeudi à Oslo.", "2019-06-06"),
    ("La reine a reçu le consul samedi dernier.", "2019-06-08"),
    ("Elle l'a reçu mercredi dernier.", "2019-06-05"),
    ("Ils se verront mercredi prochain.", "2019-06-19"),
    ("Le sommet de jeudi soir a été bref.", "2019-06-06"),
    ("Le tir a eu lieu dans la nuit de lundi à mardi.", "2019-06-10/2019-06-11"),
    ("Il a parlé hier.", "2019-06-11"),
    ("Il a parlé avant-hier soir.", "2019-06-10"),
    ("La porte rouvre aujourd’hui.", "2019-06-12"),
    ("On vote demain.", "2019-06-13"),
    ("Le pont a cédé la semaine dernière.", "2019-06-03/2019-06-09"),
    ("Cette semaine, rien.", "2019-06-10/2019-06-16"),
    ("en début de semaine", "2019-06-10/2019-06-11"),
    ("Le mois dernier, le prix a doublé.", "2019-05-01/2019-05-31"),
    ("Elle a démissionné en mars.", "2019-03-01/2019-03-31"),
    ("Elle a démissionné en octobre.", "2018-10-01/2018-10-31"),
    ("La trêve a pris fin fin mars.", "2019-03-21/2019-03-31"),
    ("début septembre 2012", "2012-09-01/2012-09-10"),
    ("à la mi-juin", "2019-06-11/2019-06-20"),
    ("Né en 1987.", "1987-01-01/1987-12-31"),
    ("l'an dernier", "2018-01-01/2018-12-31"),
    ("il y a trois jours", "2019-06-09"),
    ("il y a deux semaines", "2019-05-26/2019-06-01"),
    ("il y a trois ans", "2016-01-01/2016-12-31"),
    ("dans deux mois", "2019-08-01/2019-08-31"),
    ("le 25 juin, 2016", "2016-06-25"),
    ("25 juin 2016", "2016-06-25"),
    ("samedi 25 juin 2016", "2016-06-25"),
    ("le 1er janvier", "2019-01-01"),
    ("le 3 mai", "2019-05-03"),
    ("le 11 septembre", "2018-09-11"),
    ("le 20 juin", "2019-06-20"),
    ("mardi 18 décembre", "2018-12-18"),
    ("12/03/2020", "2020-03-12"),
    ("2020-03-12", "2020-03-12"),
    ("du 3 au 5 mai", "2019-05-03/2019-05-05"),
    ("du 28 avril au 2 mai 2018", "2018-04-28/2018-05-02"),
    ("de mars à juin 2015", "2015-03-01/2015-06-30"),
    ("entre 2010 et 2014", "2010-01-01/2014-12-31"),
    ("les années 1990", "1990-01-01/1999-12-31"),
    ("les années soixante", "1960-01-01/1969-12-31"),
    ("au printemps 2019", "2019-03-01/2019-05-31"),
    ("l'hiver 2018", "2017-12-01/2018-02-28"),
    ("au premier trimestre 2020", "2020-01-01/2020-03-31"),
    ("au second semestre de l'an dernier", "2018-07-01/2018-12-31"),
    ("le dernier vendredi de mai", "2019-05-31"),
    ("la dernière semaine de 2016", "2016-12-26/2017-01-01"),
    ("ces trois derniers mois", "2019-03-12/2019-06-12"),
    ("la veille de Noël", "2018-12-24"),
    ("deux jours avant le 3 mai", "2019-05-01"),
    ("les attentats du 11 septembre", "2001-09-11"),
]

ENGLISH = [
    ("The envoy landed on Wednesday.", "2019-06-12"),
    ("The envoy landed on Thursday.", "2019-06-06"),
    ("The envoy landed last Wednesday.", "2019-06-05"),
    ("next Monday", "2019-06-17"),
    ("Tuesday of last week", "2019-06-04"),
    ("Monday night", "2019-06-10"),
    ("yesterday", "2019-06-11"),
    ("Talks resumed tonight.", "2019-06-12"),
    ("the day before yesterday", "2019-06-10"),
    ("this week", "2019-06-10/2019-06-16"),
    ("last month", "2019-05-01/2019-05-31"),
    ("in March", "2019-03-01/2019-03-31"),
    ("mid-May", "2019-05-11/2019-05-20"),
    ("late last month", "2019-05-21/2019-05-31"),
    ("last year", "2018-01-01/2018-12-31"),
    ("three years ago", "2016-01-01/2016-12-31"),
    ("in two weeks", "2019-06-23/2019-06-29"),
    ("March 8, 2019", "2019-03-08"),
    ("8 March", "2019-03-08"),
    ("Mar. 8", "2019-03-08"),
    ("on the 8th of March, 2011", "2011-03-08"),
    ("12/30/2018", "2018-12-30"),
    ("from May 3 to 5", "2019-05-03/2019-05-05"),
    ("between 2010 and 2014", "2010-01-01/2014-12-31"),
    ("between March and May 2015", "2015-03-01/2015-05-31"),
    ("the 1990s", "1990-01-01/1999-12-31"),
    ("the first quarter of 2020", "2020-01-01/2020-03-31"),
    ("the 2015 accord", "2015-01-01/2015-12-31"),
    ("the last four months of 2021", "2021-09-01/2021-12-31"),
    ("earlier this month", "2019-06-01/2019-06-12"),
    ("December 22 of last year", "2018-12-22"),
    ("two days before May 3", "2019-05-01"),
]


@pytest.mark.parametrize(("text", "wanted"), FRENCH)
def test_french_days(text: str, wanted: str) -> None:
    assert days(text, "fr") == wanted


@pytest.mark.parametrize(("text", "wanted"), ENGLISH)
def test_english_days(text: str, wanted: str) -> None:
    assert days(text, "en") == wanted


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le hangar abrite 2013 personnes.", "fr"),
        ("plus de 2013 personnes", "fr"),
        ("une seconde fois", "fr"),
        ("La planète Mars est froide.", "fr"),
        ("chaque lundi", "fr"),
        ("Voir page 12.", "fr"),
        ("Un jour, la paix viendra.", "fr"),
        ("Il a été élu.", "fr"),
        ("They march on the capital and may stay.", "en"),
        ("Mrs May spoke; a May victory is far.", "en"),
        ("a force of 2013 men", "en"),
        ("They lost 3-2 and came second.", "en"),
        ("every Monday", "en"),
        ("It cost $12 March or no march.", "en"),
        ("He sat in the sun.", "en"),
    ],
)
def test_no_time(text: str, language: str) -> None:
    assert find(text, language=language, anchor=ANCHOR) == []


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Le roi se rendra jeudi à Rome.", "fr", "2019-06-13"),
        ("Le roi doit, selon la cour, se rendre jeudi à Rome.", "fr", "2019-06-13"),
        ("Le corps sera exposé jeudi.", "fr", "2019-06-13"),
        ("La visite, prévue jeudi, inquiète.", "fr", "2019-06-13"),
        ("Jeudi, le roi se rendra à Rome.", "fr", "2019-06-13"),
        ("Le roi a quitté Rome jeudi. Il reviendra.", "fr", "2019-06-06"),
        ("The king will visit Rome on Thursday.", "en", "2019-06-13"),
        ("The king is due to visit Rome on Thursday.", "en", "2019-06-13"),
        ("The vote will be held Thursday.", "en", "2019-06-13"),
        ("The king left Rome on Thursday. He will return.", "en", "2019-06-06"),
        ("The visit is set to begin in August.", "en", "2019-08-01/2019-08-31"),
        ("Ils ont accepté de reprendre les pourparlers vendredi.", "fr", "2019-06-14"),
        ("Ils ont accepté vendredi de reprendre les pourparlers.", "fr", "2019-06-07"),
        ("The sides agreed to meet again on Friday.", "en", "2019-06-14"),
        ("Le film sera diffusé en intégralité vendredi.", "fr", "2019-06-14"),
        ("Le quai est fermé à partir de vendredi.", "fr", "2019-06-14"),
        ("Le quai sera fermé dès lundi.", "fr", "2019-06-17"),
        ("Il a prévenu dès lundi la garde.", "fr", "2019-06-10"),
        ("Le vote a été repoussé à vendredi.", "fr", "2019-06-14"),
    ],
)
def test_words_near_by_tell_the_direction(text: str, language: str, wanted: str) -> None:
    assert days(text, language) == wanted


def test_two_weekdays_of_one_sentence_each_by_its_own_verb() -> None:
    said, goes = find(
        "La cour a annoncé lundi que le roi se rendrait vendredi à Rome.",
        language="fr",
        anchor=ANCHOR,
    )
    assert (said.start, goes.start) == (date(2019, 6, 10), date(2019, 6, 14))


def test_joined_weekdays_follow_one_another() -> None:
    first, second = find("Le sommet se tient mercredi et jeudi.", language="fr", anchor=ANCHOR)
    assert (first.start, second.start) == (date(2019, 6, 12), date(2019, 6, 13))


def test_a_future_seen_from_the_past_is_the_nearest_such_day() -> None:
    assert days("He said the storm would pass on Tuesday.", "en") == "2019-06-11"
    assert days("He said the storm would pass on Friday.", "en") == "2019-06-14"
    assert days("Le navire devait accoster lundi.", "fr") == "2019-06-10"


def test_joined_weekdays_of_the_week_before_stay_there() -> None:
    sunday, friday = find("Two shops closed on Sunday and Friday.", language="en", anchor=ANCHOR)
    assert (sunday.start, friday.start) == (date(2019, 6, 9), date(2019, 6, 7))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("une enveloppe de sept milliards", []),
        ("condamné à sept ans de prison", []),
        ("les combats de juin 59 navires", ["juin"]),
        ("dans la soirée de mardi 31 mai", ["mardi 31 mai"]),
        ("tout le mois d'avril", ["le mois d'avril"]),
        ("la dernière minute", []),
        ("le 3 sept. 2018", ["le 3 sept. 2018"]),
    ],
)
def test_numbers_and_wholes_that_are_no_dates(text: str, wanted: list[str]) -> None:
    assert [one.text for one in find(text, language="fr", anchor=ANCHOR)] == wanted


def test_that_year_is_the_one_told_before() -> None:
    *_, last = find("En 2011, il partit. Cette année-là, il plut.", language="fr", anchor=ANCHOR)
    assert (last.start, last.end) == (date(2011, 1, 1), date(2011, 12, 31))


def test_a_range_up_to_today_begins_before_it() -> None:
    assert days("from August 1 to today", "en") == "2018-08-01/2019-06-12"
    assert days("du printemps 2015 à l'été 2016", "fr") == "2015-03-01/2016-08-31"


def test_years_of_two_digits_are_of_the_century_before_them() -> None:
    assert days("la guerre (1914-18)", "fr") == "1914-01-01/1918-12-31"
    assert days("in 1999-00", "en") == "1999-01-01/2000-12-31"


def test_what_every_expression_has() -> None:
    (one,) = find("They met last week.", language="en", anchor=ANCHOR)
    assert (one.start_char, one.end_char, one.precision) == (9, 18, "week")
    assert (one.start, one.end) == (date(2019, 6, 3), date(2019, 6, 9))


def test_the_caller_may_say_what_looks_forward() -> None:
    text = "Le roi est à Rome jeudi"
    asked: list[str] = []

    def looks_forward(start: int, end: int) -> bool:
        asked.append(text[start:end])
        return True

    (one,) = find(text, language="fr", anchor=ANCHOR, looks_forward=looks_forward)
    assert asked == ["jeudi"]
    assert one.start == date(2019, 6, 13)
    (one,) = find(text, language="fr", anchor=ANCHOR, looks_forward=lambda *_: False)
    assert one.start == date(2019, 6, 6)
    (one,) = find(text, language="fr", anchor=ANCHOR, verb="future")
    assert one.start == date(2019, 6, 13)


def test_looks_forward_is_not_asked_where_the_words_tell() -> None:
    def looks_forward(_start: int, _end: int) -> bool:
        raise AssertionError

    find(
        "samedi dernier, le 3 mai 2016, depuis lundi, hier",
        language="fr",
        anchor=ANCHOR,
        looks_forward=looks_forward,
    )


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("en fonction depuis 2013", "fr", ("depuis 2013", date(2013, 1, 1), ANCHOR)),
        ("fermé depuis la mi-mars", "fr", ("depuis la mi-mars", date(2019, 3, 11), ANCHOR)),
        ("fermé depuis trois ans", "fr", ("depuis trois ans", date(2016, 6, 12), ANCHOR)),
        ("closed since March", "en", ("since March", date(2019, 3, 1), ANCHOR)),
    ],
)
def test_since_opens_an_interval(text: str, language: str, wanted: tuple[str, date, date]) -> None:
    one = only(text, language)
    assert (one.text, one.start, one.end) == wanted
    assert one.since
    assert one.kind == "since"


def test_since_keeps_an_end_only_behind_its_start() -> None:
    one = only("depuis 2013", "fr", date(2010, 1, 1))
    assert (one.start, one.end) == (date(2013, 1, 1), None)


def test_until_gives_the_limit_and_by_the_way_to_it() -> None:
    until = only("fermé jusqu'à vendredi", "fr")
    assert (until.kind, until.start, until.end) == (
        "until",
        date(2019, 6, 14),
        date(2019, 6, 14),
    )
    by = only("Ils partiront d'ici juillet.", "fr")
    assert (by.kind, by.start, by.end) == ("until", ANCHOR, date(2019, 7, 31))
    assert only("d'ici mai", "fr").end == date(2020, 5, 31)


def test_a_duration_has_no_days() -> None:
    one = only("Ils ont parlé pendant trois jours.", "fr")
    assert (one.kind, one.start, one.end) == ("duration", None, None)


def test_without_an_anchor_only_absolute_expressions_have_days() -> None:
    for text in ("samedi", "hier", "en mars", "le 3 mai", "il y a trois ans", "depuis lundi"):
        one = only(text, "fr", None)
        assert (one.start, one.end, one.basis) == (None, None, "anchor")
    one = only("le 3 mai 2016", "fr", None)
    assert (one.start, one.basis) == (date(2016, 5, 3), "expression")


def test_precision_basis_and_bare_weekday() -> None:
    assert only("samedi", "fr").bare_weekday
    assert not only("samedi dernier", "fr").bare_weekday
    for text, precision in (
        ("samedi", "day"),
        ("la semaine dernière", "week"),
        ("en mars", "month"),
        ("en 2013", "year"),
    ):
        assert only(text, "fr").precision == precision
    assert only("en 2013", "fr").basis == "expression"
    assert only("en mars", "fr").basis == "anchor"


def test_the_eve_is_that_of_the_day_last_spoken_of() -> None:
    *_, eve = find("Le 3 mai 2016, il tomba. La veille, il riait.", language="fr", anchor=ANCHOR)
    assert eve.start == date(2016, 5, 2)
    assert only("La veille, il riait.", "fr").start == ANCHOR - timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("En 2011 il part ; deux ans plus tard il revient.", "fr", date(2013, 1, 1)),
        ("Le 3 mai 2016 il part. La semaine suivante il revient.", "fr", date(2016, 5, 9)),
        ("He left in March 2015. Two months later he was back.", "en", date(2015, 5, 1)),
    ],
)
def test_a_narrative_counts_from_what_was_told(text: str, language: str, wanted: date) -> None:
    *_, last = find(text, language=language, anchor=ANCHOR)
    assert last.start == wanted


def test_a_narrative_without_a_beginning_has_no_days() -> None:
    assert only("Deux ans plus tard, il revint.", "fr").start is None
    first, second = find("En 2011 il part ; deux jours plus tard il revient.", language="fr")
    assert (first.start, second.start) == (date(2011, 1, 1), None)


def test_a_day_that_the_calendar_lacks_is_found_without_days() -> None:
    one = only("le 31 février 2019", "fr")
    assert (one.start, one.end, one.precision) == (None, None, "unknown")


def test_no_year_is_ten_months_ahead_or_behind() -> None:
    assert days("Ils se verront le 10 juin.", "fr") == "2019-06-10"
    assert days("Le sommet du 20 juin a été annoncé.", "fr") == "2019-06-20"


def test_an_unknown_language_names_the_known_ones() -> None:
    with pytest.raises(DataError, match=r"one of: en, fr"):
        find("Samstag", language="xx", anchor=ANCHOR)
    with pytest.raises(DataError):
        find("Samstag", language="../fr", anchor=ANCHOR)


WORDS = (
    "le la 3 31 mai 2013 lundi et au du de à depuis jusqu'à la veille hier semaine dernière il y a "
    "9999 ans dans trois 12/03/2020 , . the last first of on May March 29 February Monday to from "
    "between and years ago before after week in 0 ’ \n"
)


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(WORDS.split(" ")), max_size=14).map(" ".join)),
    st.sampled_from(["fr", "en"]),
    st.one_of(st.none(), st.dates()),
)
def test_any_text_gives_sound_expressions(text: str, language: str, anchor: date | None) -> None:
    end = 0
    for one in find(text, language=language, anchor=anchor):
        assert text[one.start_char : one.end_char] == one.text
        assert end <= one.start_char < one.end_char
        end = one.end_char
        if one.start is not None and one.end is not None:
            assert one.start <= one.end
        if one.start is None:
            assert one.end is None


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "le ",
        "the last ",
        "deux cent ",
        "lundi ",
        "de mars à ",
        "from May 3 to ",
        "quatre-vingt-",
    ],
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_time_grows_with_the_text_and_no_faster(piece: str, language: str) -> None:
    text = (piece * 100_000)[:100_000]
    find("", language=language, anchor=ANCHOR)
    began = time.process_time()
    find(text, language=language, anchor=ANCHOR)
    assert time.process_time() - began < 10
