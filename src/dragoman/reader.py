"""A page in, its record out: articles, analysis and coding in one call."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from dragoman.articles import read_articles
from dragoman.errors import InputError, one_of
from dragoman.gazetteer.matcher import scan
from dragoman.languages.language import supported
from dragoman.records import Article, ExplainedReading, Party, Reading
from dragoman.sources import Page, page_of

if TYPE_CHECKING:
    from dragoman.coding.coverage import CountedReading


def read(
    text: str,
    *,
    url: str | None = None,
    published: date | None = None,
    language: str | None = None,
    plain: bool = False,
    notices: tuple[str, ...] = (),
) -> Reading:
    """Reads the text or HTML of one page and returns its article and claims.

    `published` is the day of publication if the caller knows it, `language` an ISO 639-1 code that
    overrides the guess. With `plain` the text is the article itself, with no page around it. Of a
    page with several articles it is the first, and the reading says so; `read_all` gives them all.
    In a language without a coder the article and the parties that are known are kept, and the
    reading says so. Raises `NoText` where there is no article, `InputError` for a bad language code.
    """
    page = page_of(text, url=url, plain=plain, notices=notices)
    articles = _articles(page, published, language)
    reading = _reading(articles[0], page)
    if len(articles) == 1:
        return reading
    notice = f"the page holds {len(articles)} articles; this is the first, read_all gives all"
    return reading.model_copy(update={"notices": (*reading.notices, notice)})


def read_all(
    text: str,
    *,
    url: str | None = None,
    published: date | None = None,
    language: str | None = None,
    plain: bool = False,
) -> Iterator[Reading]:
    """The readings of all the articles in one text, in their order; else as `read`."""
    page = page_of(text, url=url, plain=plain)
    yield from read_page(page, published=published, language=language)


def read_page(
    page: Page,
    *,
    published: date | None = None,
    language: str | None = None,
    explained: bool = False,
) -> Iterator[Reading]:
    """The readings of a page from any source, with `explained` as `ExplainedReading`; raises as
    `read` does."""
    for article in _articles(page, published, language):
        yield _reading(article, page, explained=explained)


def count_page(
    page: Page, *, published: date | None = None, language: str | None = None
) -> Iterator[CountedReading]:
    """The predicates between two parties in the articles of a page, and whether the lexicon knows
    them; nothing is coded. A language without a coder has none. Raises as `read` does."""
    from dragoman.analysis.analyse import analyse
    from dragoman.coding.coverage import CountedReading, predicates

    for article in _articles(page, published, language):
        if article.language in supported():
            told = tuple(predicates(analyse(article, article.language)))
            yield CountedReading(article=article, predicates=told)
        else:
            yield CountedReading(article=article, notices=(_unsupported(article),))


def _unsupported(article: Article) -> str:
    name = article.language or "unknown"
    return f"unsupported language: {name}; the article and its parties are kept, nothing is coded"


def _articles(page: Page, published: date | None, language: str | None) -> tuple[Article, ...]:
    if language is not None and not (
        len(language) == 2 and language.isalpha() and language.islower()
    ):
        raise InputError(
            f"language {language!r} is not an ISO 639-1 code; with a coder: {one_of(supported())}"
        )
    return read_articles(page, published=published, language=language)


def _reading(article: Article, page: Page, *, explained: bool = False) -> Reading:
    notices = page.notices
    if article.wall:
        from dragoman.articles.walls import MESSAGES

        notices = (*notices, f"{MESSAGES[article.wall]}; only what stands before it is read")
    if article.language not in supported():
        notices = (*notices, _unsupported(article))
        return Reading(article=article, parties=_parties(article), notices=notices)
    from dragoman.analysis.analyse import analyse
    from dragoman.coding.code import code

    document = analyse(article, article.language)
    named = {p.key: p for m in document.mentions() for p in m.parties if p.id}
    reading = Reading(
        article=article, claims=code(document), parties=tuple(named.values()), notices=notices
    )
    if not explained:
        return reading
    from dragoman.coding.explain import explain

    told = explain(document, reading.claims)
    return ExplainedReading(**dict(reading), explanation=told)


def _parties(article: Article) -> tuple[Party, ...]:
    """States, organisations and persons named in a text that is not parsed."""
    from dragoman.analysis.parties import party

    day = article.anchor.day if article.anchor else None
    found: dict[str, Party] = {}
    for hit in scan(article.text, article.language or ""):
        if len(hit.ids) == 1 and hit.ids[0] not in found and hit.kind != "surname":
            found[hit.ids[0]] = party(hit.ids[0], hit.text, day)
    return tuple(found.values())
