from __future__ import annotations

import pytest
from tests.ledger.builders import agency, article

from dragoman.ledger.origin import Origin, address_of, origin_of
from dragoman.records import Credit


def test_an_agency_credit_makes_the_origin_whatever_the_outlet() -> None:
    one = article("A.", outlet="The Fjord Post", credits=(agency("Nordnews"),))
    other = article("B.", outlet="El Faro", credits=(agency("  NORDNEWS "),))
    assert origin_of(one) == origin_of(other) == Origin("nordnews", agency=True)


def test_a_photographer_is_no_origin() -> None:
    photo = Credit(role="photo", name="Nordnews", text="(Nordnews photo)")
    assert origin_of(article("A.", credits=(photo,))) == Origin("the fjord post", agency=False)


def test_without_names_the_host_and_then_the_article_itself() -> None:
    there = article("A.", outlet=None, url="https://www.faro.example/x")
    assert origin_of(there) == Origin("faro.example", agency=False)
    nowhere = article("A.", outlet=None)
    assert origin_of(nowhere) == Origin(f"article:{nowhere.id}", agency=False)


def test_a_broken_address_is_no_origin() -> None:
    broken = article("A.", outlet=None, url="http://[oops/")
    assert origin_of(broken) == Origin(f"article:{broken.id}", agency=False)


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://www.Faro.example/x/?utm_source=feed#top", "faro.example/x"),
        ("http://faro.example/x?id=2&b=1", "faro.example/x?b=1&id=2"),
        ("faro.example/x", None),
        ("http://[oops/", None),
        (None, None),
    ],
)
def test_an_address_is_without_what_changes_from_visit_to_visit(
    url: str | None, address: str | None
) -> None:
    assert address_of(url) == address
