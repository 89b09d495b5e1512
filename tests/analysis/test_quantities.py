from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis.quantities import CountSpan, MoneySpan, find


def money(text: str, language: str) -> list[tuple[float, str | None, bool]]:
    found = find(text, language=language)
    return [
        (one.amount, one.currency, one.approximate) for one in found if isinstance(one, MoneySpan)
    ]


def counts(text: str, language: str) -> list[tuple[int, bool, bool]]:
    found = find(text, language=language)
    return [
        (one.value, one.approximate, one.ordinal) for one in found if isinstance(one, CountSpan)
    ]


FRENCH_MONEY = [
    ("près de 50 milliards de dollars", 5e10, "USD", True),
    ("un prêt de 400 millions d'euros", 4e8, "EUR", False),
    ("1,5 million d’euros", 1.5e6, "EUR", False),
    ("50 mds €", 5e10, "EUR", False),
    ("2,5 Mds€", 2.5e9, "EUR", False),
    ("10 M€", 1e7, "EUR", False),
    ("un demi-milliard de dollars", 5e8, "USD", False),
    ("deux milliards et demi de yens", 2.5e9, "JPY", False),
    ("un billion de dollars", 1e12, "USD", False),
    ("3 000 yuans", 3000, "CNY", False),
    ("3\u202f000 yuans", 3000, "CNY", False),
    ("plus de 1.000 euros", 1000, "EUR", True),
    ("trois cents livres sterling", 300, "GBP", False),
    ("20 millions de livres", 2e7, "GBP", False),
    ("125 millions de dollars australiens", 1.25e8, "AUD", False),
    ("16 millions de $ CA", 1.6e7, "CAD", False),
    ("200 millions de francs CFA", 2e8, None, False),
    ("15 dollars et 50 cents", 15.5, "USD", False),
    ("une cinquantaine d'euros", 50, "EUR", True),
    ("un dollar", 1, "USD", False),
]

ENGLISH_MONEY = [
    ("$2.5bn", 2.5e9, "USD", False),
    ("over 1.2 trillion yen", 1.2e12, "JPY", True),
    ("€3m", 3e6, "EUR", False),
    ("US$ 20 million", 2e7, "USD", False),
    ("some 20 billion rubles", 2e10, "RUB", True),
    ("a C$300 million loan", 3e8, "CAD", False),
    ("A $50 million loan", 5e7, "USD", False),
    ("A$50 million", 5e7, "AUD", False),
    ("CHF3.04", 3.04, "CHF", False),
    ("EUR 20", 20, "EUR", False),
    ("half a billion dollars", 5e8, "USD", False),
    ("a quarter million US dollars", 250_000, "USD", False),
    ("10,000 Swiss francs", 10_000, "CHF", False),
    ("20 billion won", 2e10, "KRW", False),
    ("35 lakh Indian rupees", 3.5e6, "INR", False),
    ("300 CFA francs", 300, None, False),
    ("fifty cents", 0.5, None, False),
    ("$1.5 billion or so", 1.5e9, "USD", True),
]


@pytest.mark.parametrize(("text", "amount", "currency", "about"), FRENCH_MONEY)
def test_french_money(text: str, amount: float, currency: str | None, about: bool) -> None:
    assert money(text, "fr") == [(amount, currency, about)]


@pytest.mark.parametrize(("text", "amount", "currency", "about"), ENGLISH_MONEY)
def test_english_money(text: str, amount: float, currency: str | None, about: bool) -> None:
    assert money(text, "en") == [(amount, currency, about)]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("58 accords", "fr", (58, False, False)),
        ("une trentaine de pays", "fr", (30, True, False)),
        ("deux dizaines de chars", "fr", (20, True, False)),
        ("quatre accords", "fr", (4, False, False)),
        ("plus de 300 blessés", "fr", (300, True, False)),
        ("deux mille trois cent quatre-vingt-dix-sept voix", "fr", (2397, False, False)),
        ("vingt et un États", "fr", (21, False, False)),
        ("soixante et onze voix", "fr", (71, False, False)),
        ("un million et demi de réfugiés", "fr", (1_500_000, False, False)),
        ("la quatrième visite", "fr", (4, False, True)),
        ("la 4e visite", "fr", (4, False, True)),
        ("le vingt-cinquième sommet", "fr", (25, False, True)),
        ("70 000 hommes", "fr", (70_000, False, False)),
        ("a dozen countries", "en", (12, True, False)),
        ("some 20 people", "en", (20, True, False)),
        ("one hundred and twenty-five thousand troops", "en", (125_000, False, False)),
        ("fifteen hundred troops", "en", (1500, False, False)),
        ("1,234,567 votes", "en", (1_234_567, False, False)),
        ("3.5 million people", "en", (3_500_000, False, False)),
        ("the fourth visit", "en", (4, False, True)),
        ("the 4th visit", "en", (4, False, True)),
    ],
)
def test_counts(text: str, language: str, wanted: tuple[int, bool, bool]) -> None:
    assert counts(text, language) == [wanted]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("un accord et une visite", "fr"),
        ("des millions de dollars, des dizaines de morts", "fr"),
        ("12 % des voix, 12,5 pour cent", "fr"),
        ("le Premier ministre, la Première Guerre", "fr"),
        ("le 3 mai 2016, en 2013, il y a deux semaines", "fr"),
        ("le F-16, le G20, la Covid-19", "fr"),
        ("à 15h30, 15:30, score de 3-2", "fr"),
        ("a deal, one deal", "en"),
        ("millions of dollars and hundreds of people", "en"),
        ("12 percent", "en"),
        ("the First Lady", "en"),
        ("in 2013, on May 3, two weeks ago", "en"),
        ("an F-16 over G20 leaders", "en"),
    ],
)
def test_no_quantity(text: str, language: str) -> None:
    assert find(text, language=language) == []


def test_names_of_coins_and_weights_need_more_than_a_number() -> None:
    assert money("vingt livres de riz", "fr") == []
    assert money("ten pounds of rice", "en") == []
    assert money("10 million pounds of aid", "en") == [(1e7, "GBP", False)]
    assert money("They have won 58 seats; 58 won.", "en") == []


def test_two_amounts_share_currency_and_scale() -> None:
    assert money("between 10 and 20 billion dollars", "en") == [
        (1e10, "USD", False),
        (2e10, "USD", False),
    ]
    assert money("entre 500 et 1 000 euros", "fr") == [
        (500, "EUR", False),
        (1000, "EUR", False),
    ]


def test_a_mark_between_two_numbers_belongs_to_the_second() -> None:
    assert money("In all, 2016 EUR 20 million", "en") == [(2e7, "EUR", False)]
    assert money("$ 20,000 $ 37,000", "en") == [(20_000, "USD", False), (37_000, "USD", False)]


def test_the_span_takes_in_the_words_that_make_it_approximate() -> None:
    text = "Soit près de 50 milliards de dollars."
    (one,) = find(text, language="fr")
    assert one.text == "près de 50 milliards de dollars"


def test_french_and_english_scales_differ() -> None:
    assert money("1 billion d'euros", "fr")[0][0] == 1e12
    assert money("1 billion euros", "en")[0][0] == 1e9


PIECES = (
    "$ € £ US$ C$ 1 20 3,5 1.000 1 000 million milliards de d'euros dollars cent cents et demi un une "
    "quart trentaine près quatre-vingt -dix ème mille and half a billion pounds pence 4th ’ - % ² ١"
)


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(PIECES.split()), max_size=14).map(" ".join)),
    st.sampled_from(["fr", "en"]),
)
def test_any_text_gives_sound_quantities(text: str, language: str) -> None:
    end = 0
    for one in find(text, language=language):
        assert text[one.start_char : one.end_char] == one.text
        assert end <= one.start_char < one.end_char
        end = one.end_char
        assert (one.value if isinstance(one, CountSpan) else one.amount) >= 0


@pytest.mark.parametrize("piece", ["1 ", "1 000 ", "$ 1 ", "quatre-vingt-", "million ", "a half "])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_time_grows_with_the_text_and_no_faster(piece: str, language: str) -> None:
    find("", language=language)
    began = time.process_time()
    find((piece * 100_000)[:100_000], language=language)
    assert time.process_time() - began < 10
