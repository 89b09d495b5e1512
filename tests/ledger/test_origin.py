from __future__ import annotations

from tests.ledger.builders import agency, article

from dragoman.ledger.origin import origin_of
from dragoman.records import Credit


def test_an_agency_credit_makes_the_origin_whatever_the_outlet() -> None:
    one = article("A.", outlet="The Fjord Post", credits=(agency("Nordnews"),))
    other = article("B.", outlet="El Faro", credits=(agency("  NORDNEWS "),))
    assert origin_of(one) == origin_of(other) == "nordnews"


def test_a_photographer_is_no_origin() -> None:
    photo = Credit(role="photo", name="Nordnews", text="(Nordnews photo)")
    assert origin_of(article("A.", credits=(photo,))) == "the fjord post"


def test_without_names_the_host_and_then_the_article_itself() -> None:
    there = article("A.", outlet=None, url="https://www.faro.example/x")
    assert origin_of(there) == "faro.example"
    nowhere = article("A.", outlet=None)
    assert origin_of(nowhere) == f"article:{nowhere.id}"


def test_a_broken_address_is_no_origin() -> None:
    broken = article("A.", outlet=None, url="http://[oops/")
    assert origin_of(broken) == f"article:{broken.id}"
