from __future__ import annotations

import json

import pytest
from tests.articles.html.sample import page_of_parts, read_html

from dragoman.articles.html.credits import credit_name

WORDS = "The old bridge of Kesten after the flood of last spring"


def _captions(inside: str = "", **parts: str) -> list[tuple[str, str | None]]:
    article = read_html(page_of_parts(inside=inside, **parts))  # type: ignore[arg-type]
    return [(c.text, c.credit) for c in article.captions]


@pytest.mark.parametrize(
    "caption",
    [
        f'<figcaption>{WORDS}. <span class="credit">Photo: Ann Holm/AFP</span></figcaption>',
        f"<figcaption><p>{WORDS}.</p><small>© Ann Holm/AFP</small></figcaption>",
        f"<figcaption>{WORDS}. Foto: Ann Holm/AFP</figcaption>",
        f"<figcaption>{WORDS}.Credit: Ann Holm/AFP</figcaption>",
        f"<figcaption>{WORDS}. [Bild: Ann Holm/AFP]</figcaption>",
        f'<figcaption>{WORDS}.</figcaption><div class="imageCredit">Ann Holm/AFP</div>',
        f'<figcaption><span class="sr-only">Image caption, </span>{WORDS}.'
        '<span class="img-credit">Ann Holm/AFP</span></figcaption>',
    ],
)
def test_the_credit_apart(caption: str) -> None:
    ((text, credit),) = _captions(f'<figure><img src="a.jpg" alt="Bridge">{caption}</figure>')
    assert text.rstrip(".") == WORDS
    assert credit is not None
    assert "Ann Holm" in credit or credit == "AFP"


@pytest.mark.parametrize(
    "box",
    [
        f'<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">{WORDS}</p></div>',
        f'<amp-img src="a.jpg"></amp-img><p class="article__bildunterschrift">{WORDS}</p>',
        f'<div class="ArticleImage_widget"><img data-src="a.jpg"><p><span>{WORDS}</span></p></div>',
        f'<p class="caption"><img src="a.jpg"><span>{WORDS}</span></p>',
        f'<div><img src="a.jpg"><span itemprop="caption">{WORDS}</span></div>',
    ],
)
def test_other_ways_to_mark_a_caption(box: str) -> None:
    assert [text for text, _ in _captions(box)] == [WORDS]


def test_the_articles_photos_are_credited_to_the_agency() -> None:
    figure = f"<figure><img><figcaption>{WORDS}. Photo: Ann Holm/AFP</figcaption></figure>"
    article = read_html(page_of_parts(inside=figure))
    assert article.captions[0].credit == "Ann Holm/AFP"
    assert [c.name for c in article.credits if c.role == "photo"] == ["AFP"]


def test_an_alternative_text_is_no_caption() -> None:
    assert _captions(f'<figure><img src="a.jpg" alt="{WORDS}"></figure>') == []


def test_a_players_subtitles_are_no_caption() -> None:
    assert _captions('<div class="vjs-captions-menu">captions settings, opens dialog</div>') == []


def test_a_caption_of_json_ld_with_its_credit() -> None:
    image = {"@type": "ImageObject", "caption": WORDS, "creditText": "Ann Holm"}
    ld = json.dumps({"@type": "NewsArticle", "headline": "x", "image": [image]})
    head = f'<script type="application/ld+json">{ld}</script>'
    assert _captions(head=head) == [(WORDS, "Ann Holm")]


@pytest.mark.parametrize(
    "after",
    [
        f"<aside><figure><img><figcaption>{WORDS}</figcaption></figure></aside>",
        f'<section class="related-stories"><figure><figcaption>{WORDS}</figcaption></figure></section>',
        f'<ul><li><figure><figcaption>{WORDS}</figcaption></figure><h3><a href="/b">Other</a></h3></li></ul>',
        f'<article><figure><figcaption>{WORDS}</figcaption></figure><h2><a href="/b">Other</a></h2></article>',
    ],
)
def test_captions_of_other_articles_are_teasers(after: str) -> None:
    article = read_html(page_of_parts(after=after))
    assert article.captions == ()
    assert WORDS in article.teasers


def test_a_picture_above_the_article_is_its_own() -> None:
    figure = f"<figure><img><figcaption>{WORDS}</figcaption></figure>"
    html = page_of_parts().replace("<main>", f"<main><header>{figure}</header>")
    assert [c.text for c in read_html(html).captions] == [WORDS]


def test_the_same_caption_twice_is_one() -> None:
    figure = f"<figure><img><figcaption>{WORDS}</figcaption></figure>"
    assert len(_captions(figure + figure)) == 1


def test_a_caption_is_no_paragraph_and_stands_after_the_body() -> None:
    figure = f"<figure><img><figcaption>{WORDS} in Arvonia</figcaption></figure>"
    article = read_html(page_of_parts(inside=figure))
    assert not any(WORDS in p for p in article.paragraphs)
    (caption,) = article.captions
    assert caption.related
    assert article.text[caption.start : caption.end] == caption.text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("© 2024 Ann Holm", "Ann Holm"),
        ("(Quelle: Truth Social)", "Truth Social"),
        ("Foto: dpa", "DPA"),
        ("Image source, Reuters", "Reuters"),
        ("Photo:", None),
        ("-", None),
    ],
)
def test_credit_names(text: str, name: str | None) -> None:
    assert credit_name(text) == name


def test_a_box_that_is_called_a_source_gives_its_credit_without_the_caption() -> None:
    box = (
        '<figure><img src="a.jpg"><span class="source-line">'
        f"<figcaption>{WORDS}.</figcaption><span>Ann Holm/AFP</span></span></figure>"
    )
    assert _captions(box) == [(f"{WORDS}.", "Ann Holm/AFP")]
