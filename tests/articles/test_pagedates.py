from __future__ import annotations

from datetime import date

import pytest

from dragoman.articles.dateline import dateline, nearest_year
from dragoman.articles.pagedates import page_date, url_date


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Publié le 12 mars 2024 à 10h", (date(2024, 3, 12), True, False)),
        ("Publié le 18 juil. 2024 Mis à jour le 19 juil. 2024", (date(2024, 7, 18), True, False)),
        ("Mis à jour le 3 mai 2020", (date(2020, 5, 3), True, True)),
        ("Updated 10:05, 3 May 2020 | Published 2 May 2020", (date(2020, 5, 2), True, False)),
        ("March 3, 2024", (date(2024, 3, 3), False, False)),
        ("Samedi 25 juin 2016 10:15", (date(2016, 6, 25), False, False)),
        ("By Ann Smith - Friday, April 28, 2023", (date(2023, 4, 28), False, False)),
        ("Le 3 mai 2020, le ministre a refusé de signer.", None),
        ("Ils se sont vus le 3 mai 2020", None),
        ("03/04/2024", None),
        ("Publié hier", None),
    ],
)
def test_lines_that_are_dates(line: str, found: tuple[date, bool, bool] | None) -> None:
    assert page_date(line) == found


def test_figures_are_read_by_the_pages_language() -> None:
    assert page_date("Publié le 03/04/2024", "fr") == (date(2024, 4, 3), True, False)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2024/03/12/title", date(2024, 3, 12)),
        ("https://example.org/monde/title-20240312", date(2024, 3, 12)),
        ("https://example.org/2024-03-12-title", date(2024, 3, 12)),
        ("https://example.org/20249912/2023/01/05/", date(2023, 1, 5)),
        ("https://example.org/2024/03/", None),
        ("https://example.org/120240312", None),
        (None, None),
    ],
)
def test_dates_in_addresses(url: str | None, day: date | None) -> None:
    assert url_date(url) == day


@pytest.mark.parametrize(
    ("text", "rest", "day_month", "agencies"),
    [
        ("OSLO, 12 mars (Reuters) - Le roi", "Le roi", (12, 3), ["Reuters"]),
        ("OSLO/THE HAGUE, March 7 (Reuters) - A king", "A king", (7, 3), ["Reuters"]),
        ("Oslo (AFP) – Le roi", "Le roi", None, ["AFP"]),
        ("OSLO - « Non »", "« Non »", None, []),
        ("3 mai 2012. - Le roi", "Le roi", (3, 5), []),
    ],
)
def test_datelines(
    text: str, rest: str, day_month: tuple[int, int] | None, agencies: list[str]
) -> None:
    found = dateline(text, None)
    assert found is not None
    assert text[found.end :] == rest
    assert found.day_month == day_month
    assert [c.name for c in found.credits] == agencies


@pytest.mark.parametrize(
    "text",
    [
        "LE POINT SUR LA SITUATION - Paris a protesté.",
        "Le roi - qui était malade - est parti.",
        "Oslo - Le roi",
        "L'Iran — dit-il — ira.",
        "1 - Un",
    ],
)
def test_a_dash_alone_is_no_dateline(text: str) -> None:
    assert dateline(text, None) is None


def test_the_nearest_year() -> None:
    assert nearest_year(30, 12, date(2024, 1, 2)) == date(2023, 12, 30)
    assert nearest_year(2, 1, date(2023, 12, 30)) == date(2024, 1, 2)
    assert nearest_year(29, 2, date(2023, 3, 1)) == date(2024, 2, 29)
