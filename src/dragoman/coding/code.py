"""Documents to claims: every record type, then one article's claims brought together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.analysis.analyse import analyse
from dragoman.analysis.document import Document
from dragoman.coding.agreements import agreements
from dragoman.coding.contexts import with_contexts
from dragoman.coding.events import events
from dragoman.coding.memberships import memberships
from dragoman.coding.offices import offices
from dragoman.coding.quotations import quotations
from dragoman.coding.reconcile import reconcile
from dragoman.coding.visits import visits
from dragoman.records import AnyClaim, Article


def code(document: Document) -> tuple[AnyClaim, ...]:
    """All claims of one document, in the order of their passages.

    Agreements and visits come with their events, on the same evidence.
    """
    quoted = list(quotations(document))
    visited = list(visits(document))
    agreed = list(agreements(document))
    told = [*events(document)]
    member = list(memberships(document))
    office = list(offices(document))
    claims = reconcile(document, quoted, visited, agreed, told, member, office)
    return tuple(with_contexts(document, claims))


def code_articles(articles: Iterable[Article]) -> Iterator[tuple[Article, tuple[AnyClaim, ...]]]:
    """Articles to their claims, one by one; names no storage and no engine."""
    for article in articles:
        if article.language is None:
            yield article, ()
        else:
            yield article, code(analyse(article, article.language))
