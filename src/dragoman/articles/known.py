"""What a page's container says of the article: it wins over what the page says, and both are kept."""

from __future__ import annotations

import dataclasses
import datetime

from dragoman.articles.credits import byline
from dragoman.articles.normal import normalise
from dragoman.articles.outlets import publisher
from dragoman.languages.furniture import all_furniture
from dragoman.records import Anchor, Article, Credit, Statement, article_id
from dragoman.records.article import ArticleField
from dragoman.sources import Known


def known_credits(known: Known) -> tuple[Credit, ...]:
    """The outlet, agency and authors that a container names, each once.

    A mail's sender is a credit only where it is a publisher that is known: it may be anybody.
    """
    found: list[Credit] = []
    if known.outlet:
        one = publisher(known.outlet)
        role = one.kind if one else "outlet"
        found.append(Credit(role=role, name=one.name if one else known.outlet, text=known.outlet))
    if known.agency:
        one = publisher(known.agency)
        name = one.name if one else known.agency
        found.append(Credit(role=one.kind if one else "agency", name=name, text=known.agency))
    for author in known.authors:
        found += _authors(author)
    if known.sender and (one := publisher(known.sender)):
        found.append(Credit(role=one.kind, name=one.name, text=known.sender))
    return tuple({(credit.role, credit.name): credit for credit in reversed(found)}.values())[::-1]


def known_statements(
    known: Known,
    *,
    published: datetime.date | None = None,
    language: str | None = None,
) -> tuple[Statement, ...]:
    """A statement for each thing that a container says; `published` and `language`, where the
    caller gave them, are taken in its place."""
    day = known.published_at or known.published
    said: list[tuple[ArticleField, str | None, bool]] = [
        ("title", known.title, True),
        ("published", day.isoformat() if day else None, published in (None, known.published)),
        ("language", known.language, language in (None, known.language)),
        ("outlet", known.outlet, True),
        ("agency", known.agency, True),
        *(("author", author, True) for author in known.authors),
        ("author", known.sender, False),
        ("section", " > ".join(known.section), True),
    ]
    return tuple(
        Statement(field=field, value=value, where=known.where or "container", taken=taken)
        for field, value, taken in said
        if value
    )


def with_known(
    article: Article,
    known: Known,
    *,
    published: datetime.date | None = None,
    language: str | None = None,
) -> Article:
    """The article with what its container says in the place of what its page says.

    `published` and `language` are those that the caller gave: they win over both.
    """
    if known == Known():
        return article
    known = _normal(known)
    title = known.title or article.title
    credits = known_credits(known)
    outlet = next((credit.name for credit in credits if credit.role == "outlet"), article.outlet)
    day = published or known.published or article.published
    others = tuple(
        credit
        for credit in article.credits
        if all((one.role, one.name) != (credit.role, credit.name) for one in credits)
        and not (credit.role == "outlet" and any(one.role == "outlet" for one in credits))
    )
    statements = known_statements(known, published=published, language=language)
    return article.model_copy(
        update={
            "id": article_id(url=article.url, title=title, text=article.text),
            "title": title,
            "outlet": outlet,
            "language": language or known.language or article.language,
            "published": day,
            "published_at": known.published_at
            if day == known.published
            else article.published_at
            if article.published == day
            else None,
            "anchor": _anchor(article, known, published),
            "section": known.section or article.section,
            "credits": (*credits, *others),
            "dateline": article.dateline or known.dateline,
            "statements": tuple(
                dict.fromkeys((*statements, *_overruled(article, known, published)))
            ),
        }
    )


def _normal(known: Known) -> Known:
    """What a container says, its words in the normal form of all article text."""

    def words(said: str | None) -> str | None:
        return " ".join(normalise(said).text.split()) or None if said else None

    def names(said: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in map(words, said) if name)

    return dataclasses.replace(
        known,
        title=words(known.title),
        outlet=words(known.outlet),
        agency=words(known.agency),
        authors=names(known.authors),
        section=names(known.section),
        dateline=words(known.dateline),
        sender=words(known.sender),
    )


def _anchor(article: Article, known: Known, published: datetime.date | None) -> Anchor | None:
    if published or not known.published:
        return article.anchor
    return Anchor(day=known.published, basis="published")


def _overruled(
    article: Article, known: Known, published: datetime.date | None
) -> tuple[Statement, ...]:
    """What the page says of itself, no longer taken where its container says otherwise."""
    kept = {statement.field for statement in article.statements}
    said: list[tuple[ArticleField, str | None, str | None]] = [
        ("title", article.title, known.title),
        ("outlet", article.outlet, known.outlet),
    ]
    other = [
        Statement(field=field, value=value, where="page", taken=False)
        for field, value, wins in said
        if value and wins and value != wins and field not in kept
    ]
    taken = [one for one in known_statements(known, published=published) if one.taken]
    fields = {statement.field for statement in taken}
    values = {_compared(statement) for statement in taken}
    return (
        *(
            statement.model_copy(update={"taken": _compared(statement) in values})
            if statement.field in fields
            else statement
            for statement in article.statements
        ),
        *other,
    )


def _compared(statement: Statement) -> tuple[str, str]:
    """A field with its value, of a moment only the day."""
    value = statement.value
    return statement.field, value[:10] if statement.field == "published" else value


def _authors(said: str) -> list[Credit]:
    """The names in an author's line: with the words of a byline before them ("By ...") or without."""
    label = all_furniture().bylines[0]
    found = byline(said) or byline(f"{label} {said}")
    if not found:
        return [Credit(role="author", name=said, text=said)]
    return [credit.model_copy(update={"text": said}) for credit in found]
