from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.articles import read_article
from dragoman.errors import DragomanError, EmptyInput, InputError, NoText

TEXT = """Le Ghana et le Togo rouvrent leur frontière

Accra et Lomé ont décidé lundi de rouvrir leur frontière commune.

Le trafic avait cessé en mars.
"""


@pytest.mark.parametrize("text", ["", " \n\t\u00a0\n"])
@pytest.mark.parametrize("plain", [True, False])
def test_nothing_is_empty_input(text: str, plain: bool) -> None:
    with pytest.raises(EmptyInput):
        read_article(text, plain=plain)


def test_menus_are_no_article() -> None:
    with pytest.raises(NoText, match="no line reads as a sentence"):
        read_article("Accueil\nMonde\nSport\nS'abonner\n")


def test_a_single_sentence_is_an_article() -> None:
    article = read_article("Accra a rappelé son ambassadeur à Lomé.")
    assert article.text == "Accra a rappelé son ambassadeur à Lomé."
    assert article.title is None


def test_what_is_given_wins() -> None:
    text = TEXT.replace("commune\n\n", "commune\n\nPublié le 3 mai 2020\n\n")
    article = read_article(text, published=date(2021, 1, 2), language="en")
    assert (article.published, article.language) == (date(2021, 1, 2), "en")
    assert article.anchor is not None
    assert article.anchor.basis == "given"


def test_an_address_gives_outlet_and_anchor_but_no_date_of_publication() -> None:
    url = "https://www.lemonde.fr/afrique/article/2020/05/04/titre_1.html"
    for plain in (True, False):
        article = read_article(TEXT, url=url, plain=plain)
        assert article.outlet == "Le Monde"
        assert article.published is None
        assert article.anchor is not None
        assert (article.anchor.day, article.anchor.basis) == (date(2020, 5, 4), "url")


def test_an_update_is_no_publication() -> None:
    article = read_article(TEXT.replace("\n\nAccra", "\nMis à jour le 4 mai 2020\n\nAccra"))
    assert article.published is None
    assert article.anchor is not None
    assert (article.anchor.day, article.anchor.basis) == (date(2020, 5, 4), "published")


def test_a_datelines_year_comes_from_what_is_known() -> None:
    text = TEXT.replace("Accra et", "ACCRA, 30 décembre (AFP) - Accra et")
    assert read_article(text).anchor is None
    article = read_article(text, url="https://example.org/2021/01/02/titre")
    assert article.anchor is not None
    assert (article.anchor.day, article.anchor.basis) == (date(2020, 12, 30), "dateline")
    assert article.paragraphs[0].startswith("Accra et")


def test_the_title_that_ends_a_sentence() -> None:
    article = read_article(
        "Le Ghana ouvrira-t-il sa frontière avec le Togo voisin ?\n\n" + TEXT[44:]
    )
    assert article.title == "Le Ghana ouvrira-t-il sa frontière avec le Togo voisin ?"
    assert article.title not in article.text


def test_the_same_page_gets_the_same_id() -> None:
    assert read_article(TEXT).id == read_article(TEXT.replace("\n", "\r\n")).id
    assert read_article(TEXT).id != read_article(TEXT, url="https://example.org/").id


def test_a_page_of_captions_keeps_them_as_text() -> None:
    article = read_article("Xi Jinping (G) salue la foule à Hanoï, le 3 mai 2021. (AFP photo)")
    assert article.text.startswith("Xi Jinping")


def test_no_page_has_that_many_lines() -> None:
    with pytest.raises(InputError, match="lines"):
        read_article("Une ligne.\n" * 60_000)


LINES = st.sampled_from(
    ["Infos / Asie / EN DIRECT", "© AFP", "(AFP)", "Publié le 3 mai 2020", "Lire aussi", "Photo :",
     "Par Anne Dupont", "Pékin et Moscou ont signé samedi un accord.", "Un accord", "SOURCE: X",
     "OSLO, 3 mai (Reuters) - Un roi est arrivé hier.", "* Menu", "Getty Images", "Pourquoi ?", "«",
     "Xi (G) accueille Poutine à Pékin le 3 mai 2020.", "", "", "\u200b", "1.", "Avec AFP"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES | st.text(max_size=30), max_size=20).map("\n".join))
def test_any_page_gives_a_whole_article_or_one_of_our_errors(text: str) -> None:
    try:
        article = read_article(text)
    except DragomanError:
        return
    assert article.text.strip()
    assert article.text.startswith("\n\n".join(article.paragraphs))
    for caption in article.captions:
        placed = (caption.start, caption.end)
        assert placed == (None, None) if not caption.related else True
        if caption.related:
            assert article.text[caption.start : caption.end] == caption.text


def test_the_page_that_it_starts_from(shared: Path) -> None:
    text = (shared / "seed" / "dispatch.fr.txt").read_text(encoding="utf-8")
    article = read_article(text)
    rows = [row.replace("’", "'") for row in text.split("\n") if row.strip()]
    assert article.title == rows[2]
    assert article.section == ("Infos", "Asie")
    assert article.paragraphs == tuple(rows[5:12])
    assert article.language == "fr"
    assert article.published is None
    assert article.anchor is not None
    assert (article.anchor.day, article.anchor.basis) == (date(2016, 6, 25), "caption")
    other, ours = article.captions
    assert (other.related, other.language, other.date) == (False, "en", date(2019, 3, 8))
    assert (ours.related, ours.language, ours.date) == (True, "fr", date(2016, 6, 25))
    assert other.credit == ours.credit == "AFP"
    assert article.text == "\n\n".join([*article.paragraphs, ours.text])
    assert article.outlet == "Press TV"
    assert {(c.role, c.name) for c in article.credits} == {
        ("outlet", "Press TV"),
        ("agency", "Xinhua"),
        ("photo", "AFP"),
    }
    assert set(article.furniture) == {rows[0], rows[13]}


def test_a_title_may_name_its_agency() -> None:
    article = read_article(TEXT.replace("frontière\n\n", "frontière (AFP)\n\n"))
    assert article.title == "Le Ghana et le Togo rouvrent leur frontière"
    assert [(c.role, c.name) for c in article.credits] == [("agency", "AFP")]
    assert article.captions == ()
