from __future__ import annotations

from datetime import date

from dragoman.articles.captions import caption_line
from dragoman.articles.related import judge, names_in

STORY = names_in(
    "Le président russe Vladimir Poutine a reçu Xi Jinping au Kremlin, avec Marek Novotny.", "fr"
)


def verdict(text: str, *, language: str = "fr", days: tuple[date, ...] = ()) -> tuple[bool, str]:
    return judge(caption_line(0, text, language=language), STORY, language="fr", days=days)


def test_names_agree_across_languages() -> None:
    related, reason = verdict(
        "Vladimir Putin shakes hands with the Chinese leader Xi Jinping at the Kremlin.",
        language="en",
    )
    assert related
    assert "person:vladimir-putin" in reason


def test_a_name_that_no_table_knows_is_compared_as_a_word() -> None:
    related, reason = verdict("L'ingénieur Marek Novotny dans son atelier de Brno.")
    assert related
    assert "novotny" in reason


def test_other_names_are_another_story() -> None:
    related, reason = verdict("La chancelière Angela Merkel à Lisbonne avec des élus portugais.")
    assert not related
    assert reason == "shares no name with the article"


def test_no_names_and_nothing_against() -> None:
    assert verdict("des pompiers éteignent un incendie dans la nuit.")[0]


def test_no_names_but_another_language() -> None:
    related, reason = verdict(
        "firefighters try to put out a large fire in a warehouse during the night", language="en"
    )
    assert not related
    assert "in en, the article in fr" in reason


def test_one_shared_name_does_not_outweigh_an_old_date() -> None:
    text = "Emmanuel Macron et Justin Trudeau au Bélarus avec un élu russe, le 3 mai 2015."
    assert verdict(text, days=(date(2015, 5, 10),))[0]
    related, reason = verdict(text, days=(date(2019, 5, 10),))
    assert not related
    assert "2015-05-03, over a year from 2019-05-10" in reason


def test_a_picture_from_the_archive_may_be_old() -> None:
    text = "Photo d'archives : Emmanuel Macron et Justin Trudeau en Russie, le 3 mai 2015."
    assert verdict(text, days=(date(2019, 5, 10),))[0]


def test_a_word_in_small_letters_elsewhere_is_no_name() -> None:
    names = names_in("Accord trouvé à Zurich. Cet accord tient.", "fr")
    assert "accord" not in names.words
