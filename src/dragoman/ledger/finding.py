"""One thing by its id or name: a claim, a fact, an article's reading, a party of the pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, or_, select

from dragoman.errors import NotFound
from dragoman.ledger import joining, rows, whom
from dragoman.ledger.rows import ArticleRow
from dragoman.ledger.schema import (
    articles,
    cached_articles,
    claim_parties,
    claims,
    facts,
    readings,
)
from dragoman.ledger.whom import Whom
from dragoman.records import AnyClaim, Reading

SHORTEST_PREFIX = 4
CANDIDATES = 10
"""How many claims a message about an ambiguous id lists, at most."""


@dataclass(frozen=True)
class Found:
    """A claim and the article that makes it."""

    claim: AnyClaim
    article: ArticleRow


def claim(connection: Connection, id: str, *, place: str) -> Found:
    """The claim with this id, or with the only id that begins so.

    Raises NotFound where there is none, and where there are several, with the candidates.
    """
    wanted = _prefix(id)
    # Newest reading first: an id that only a closed reading has is still answered for.
    candidates = (
        select(claims.c.id, claims.c.type, claims.c.record.label("claim_record"), *articles.c)
        .join(articles, articles.c.id == claims.c.article_id)
        .where(claims.c.id >= wanted, claims.c.id < wanted + "g")  # all that begin so
        .order_by(claims.c.reading_id.desc(), claims.c.position)
    )
    found: dict[str, Any] = {}
    for row in connection.execute(candidates):
        found.setdefault(row[0], row)
        if len(found) > CANDIDATES:
            break
    if not found:
        raise NotFound(f"no claim has an id that begins with {wanted}")
    if len(found) > 1 and wanted not in found:
        listed = [f"{claim} ({row.type})" for claim, row in sorted(found.items())]
        more = ", ..." if len(listed) > CANDIDATES else ""
        raise NotFound(f"{wanted} begins more than one id: {', '.join(listed[:CANDIDATES])}{more}")
    row = found.get(wanted) or next(iter(found.values()))
    record = rows.claim_from_row(row.claim_record, place=place)
    article = select(articles).where(articles.c.id == record.evidence.article_id)
    return Found(record, rows.article_from_row(connection.execute(article).mappings().one()))


def fact(connection: Connection, id: str, *, place: str) -> int:
    """The number of the fact with this id or the only one that begins so, or else of the one that
    the claim with this id tells of. Raises NotFound."""
    wanted = _prefix(id)
    begin_so = select(facts.c.serial).where(facts.c.id >= wanted, facts.c.id < wanted + "g")
    found = connection.execute(begin_so.order_by(facts.c.serial.desc()).limit(2)).scalars().all()
    if len(found) > 1:
        raise NotFound(f"{id} begins more than one fact's id")
    if found:
        return int(found[0])
    told = joining.of_claims(connection, [claim(connection, id, place=place).claim.id])
    if not told:
        raise NotFound(f"claim {id} tells of no fact that still stands")
    return min(told)


def reading(connection: Connection, article_id: str, *, place: str) -> Reading:
    """The current reading of an article, as it was added.

    Raises NotFound for an unknown article, and for one whose text is not in the cache.
    """
    current = (readings.c.article_id == article_id) & readings.c.closed_at.is_(None)
    read = connection.execute(select(readings.c.id, readings.c.record).where(current)).first()
    if read is None:
        raise NotFound(f"the ledger holds no article {article_id}")
    body = connection.execute(
        select(cached_articles.c.record).where(cached_articles.c.article_id == article_id)
    ).scalar()
    if body is None:
        raise NotFound(f"the text of article {article_id} is not in the cache")
    told = connection.execute(
        select(claims.c.record).where(claims.c.reading_id == read.id).order_by(claims.c.position)
    ).scalars()
    held = [rows.claim_from_row(record, place=place) for record in told]
    return rows.reading_from_rows(read.record, body, held, place=place)


def party(connection: Connection, text: str) -> Whom | None:
    """A party that only the pages know: by its key, or by its whole name; null where there is none.

    Raises NotFound with the candidates where there are several.
    """
    wanted = whom.fold(text)
    known = connection.execute(
        select(claim_parties.c.key, claim_parties.c.kind, claim_parties.c.name)
        .where(or_(claim_parties.c.kind != "state", claim_parties.c.country.is_(None)))
        .distinct()
    ).all()
    found = {
        row.key: Whom(row.key, row.kind if row.kind != "group" else "other", row.name)
        for row in known
        if wanted in (whom.fold(row.key), whom.fold(row.name))
    }
    if len(found) > 1:
        raise NotFound(f"{text!r} is more than one party: say {' or '.join(sorted(found))}")
    return next(iter(found.values()), None)


def _prefix(id: str) -> str:
    wanted = id.strip().lower()
    if len(wanted) < SHORTEST_PREFIX or not set(wanted) <= set("0123456789abcdef"):
        raise NotFound(
            f"{id!r} is no claim's id: give its {SHORTEST_PREFIX} first hex digits or more"
        )
    return wanted
