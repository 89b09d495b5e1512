"""All that the markup of a page says of its article, the body aside."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from dragoman.articles.html.cues import cues
from dragoman.articles.html.dates import Moment, moment, moments, take_moment
from dragoman.articles.html.extras import comments_of, tags_of
from dragoman.articles.html.figures import Figure, figures
from dragoman.articles.html.jsonld import (
    Linked,
    Object,
    article_in,
    bare_address,
    linked_data,
    squeezed,
    text_in,
    texts_in,
)
from dragoman.articles.html.meta import canonical, meta_values
from dragoman.articles.html.people import authors_said
from dragoman.articles.html.said import Said
from dragoman.articles.html.sections import said as paths_said
from dragoman.articles.html.sections import sections_said
from dragoman.articles.html.site import outlets_said, site_names
from dragoman.articles.html.titles import heading_text, headings, take_title, titles_said
from dragoman.articles.html.tongues import languages_said

_LARGE = 3_000_000


@dataclass(frozen=True)
class Fields:
    """What each part of the page says, the most trusted first; `title` is already decided, for the
    other fields are read beside it."""

    linked: Linked
    article: Object | None
    address: Said | None
    title: str | None
    titles: tuple[Said, ...]
    published: tuple[Moment, ...]
    updated: tuple[Moment, ...]
    languages: list[Said]
    outlets: list[Said]
    site: tuple[str, ...]
    authors: list[Said]
    sections: list[tuple[tuple[str, ...], str]]
    figures: tuple[Figure, ...]
    tags: tuple[str, ...]
    comments: int | None
    linked_text: str | None
    description: str | None

    @property
    def paths(self) -> list[Said]:
        return paths_said(self.sections)

    def moment(self, html: str, url: str | None, language: str | None) -> Moment | None:
        """When it was published; where no part says so that is read here, by htmldate's search."""
        taken = take_moment(self.published, self.updated)
        if taken or len(html) > _LARGE:
            return taken
        from htmldate import find_date

        found = find_date(html, url=url, original_date=True, extensive_search=False)
        return moment(found, "htmldate", language)


def fields_of(tree: LexborHTMLParser, *, url: str | None) -> Fields:
    """What the markup says; `url` is where the page was fetched, null where that isn't known."""
    meta = meta_values(tree)
    linked = linked_data(tree)
    address = canonical(tree, meta)
    url = url or (address[0] if address else None)
    shown = {squeezed(heading_text(h1)) for h1 in headings(tree)}
    shown |= {squeezed(value) for value in meta.get("og:title", ())}
    article = article_in(linked, address=bare_address(url), titles=frozenset(shown - {""}))
    outlets = outlets_said(meta, article, linked, url)
    site = site_names(meta, outlets, url)
    sections = [step for name in cues().meta["section"] for step in meta.get(name, ())[:3]]
    sections += texts_in(article.get("articleSection")) if article else ()
    titles = take_title(titles_said(tree, meta, article), site, sections)
    languages = languages_said(tree, meta, article)
    language = languages[0].value if languages else None
    published, updated = moments(tree, meta, article, url=url, language=language)
    return Fields(
        linked=linked,
        article=article,
        address=Said(*address) if address else None,
        title=titles.title,
        titles=titles.said,
        published=tuple(published),
        updated=tuple(updated),
        languages=languages,
        outlets=outlets,
        site=site,
        authors=authors_said(tree, meta, article, linked),
        sections=sections_said(tree, meta, article, linked, url=url, title=titles.title, site=site),
        figures=figures(tree, article, title=titles.title),
        tags=tags_of(tree, meta, article),
        comments=comments_of(tree, article),
        linked_text=text_in(article.get("articleBody")) if article else None,
        description=next((v for n in cues().meta["lead"] for v in meta.get(n, ())), None),
    )
