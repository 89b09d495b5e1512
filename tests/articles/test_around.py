from __future__ import annotations

import pytest

from dragoman.articles import read_article
from dragoman.articles.around import comment_count, tag_lines
from dragoman.articles.lined import lined
from dragoman.errors import NoText

TEXT = (
    "Le Pérou ferme ses ports aux navires chiliens\n\n"
    "Le gouvernement péruvien a fermé lundi ses ports aux navires chiliens, a annoncé le ministère.\n\n"
    "Santiago a protesté et convoqué l'ambassadeur du Pérou pour lui demander des explications.\n\n"
)


@pytest.mark.parametrize(
    ("line", "language", "count"),
    [
        ("12 commentaires", "fr", 12),
        ("Commentaires (3)", "fr", 3),
        ("1,204 comments", "en", 1204),
        ("Kommentare (0)", "de", 0),
        ("Comments", "en", None),
        ("3 of 12 comments", "en", None),
        ("12 ports", "en", None),
    ],
)
def test_how_many_comments(line: str, language: str, count: int | None) -> None:
    assert comment_count(line, language) == count


@pytest.mark.parametrize(
    ("lines", "tags"),
    [
        (["Tags: NATO, Kosovo, Serbia"], ("NATO", "Kosovo", "Serbia")),
        (["Tags", "NATO", "Kosovo", "The two sides met on Monday in Brussels and agreed on talks."],
         ("NATO", "Kosovo")),
        (["Tags: the two sides met again on Monday. They agreed."], ()),
        (["Tagsüber war es ruhig"], ()),
    ],
)  # fmt: skip
def test_keywords(lines: list[str], tags: tuple[str, ...]) -> None:
    page = lined("\n".join(lines))
    found, at = tag_lines(page.lines, page.kinds, range(len(page.lines)), "en")
    assert found == tags
    assert (len(at) > 0) == bool(tags)


def test_what_stands_below_is_told_apart() -> None:
    article = read_article(
        TEXT + "Mots-clés : Pérou, Chili, pêche\n\n12 commentaires\n\nÀ lire aussi\n\n"
        "Le Ghana propose sa médiation dans le golfe de Guinée\n\nMentions légales\n"
    )
    assert article.tags == ("Pérou", "Chili", "pêche")
    assert article.comments == 12
    assert article.teasers == ("Le Ghana propose sa médiation dans le golfe de Guinée",)
    assert "Mentions légales" in article.furniture


def test_a_wall_before_the_text() -> None:
    lead = TEXT.rsplit("\n\n", 2)[0]
    article = read_article(f"{lead}\n\nCet article est réservé aux abonnés\n\nDéjà abonné ?\n")
    assert article.wall == "login"
    assert article.paragraphs


def test_a_long_text_is_behind_no_wall() -> None:
    long = TEXT + "Le ministre a dit que la mesure serait revue au printemps prochain. " * 12
    article = read_article(f"{long}\n\nCet article est réservé aux abonnés\n")
    assert article.wall is None


def test_a_check_for_robots_is_no_article() -> None:
    page = "One moment\n\nPlease enable JavaScript and cookies to continue, then load the page again.\n"
    with pytest.raises(NoText, match="robots"):
        read_article(page)


def test_a_caption_told_twice_is_one() -> None:
    caption = "Le port de Callao, le 3 mai 2021. (Photo AFP)"
    first, _, rest = TEXT.partition("\n\n")
    article = read_article(f"{first}\n\n{caption}\n\n{caption}\n\n{rest}")
    assert [c.text for c in article.captions] == ["Le port de Callao, le 3 mai 2021."]
    assert caption not in article.furniture
