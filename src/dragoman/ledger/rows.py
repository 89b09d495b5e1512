"""Records to rows and back. What goes in comes out byte for byte: the `record` columns hold the JSON,
and the other columns only repeat what is searched for."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import ValidationError
from sqlalchemy import RowMapping

from dragoman.errors import DragomanError, LedgerUnreadable
from dragoman.ledger.origin import address_of, origin_of
from dragoman.ledger.roles import is_mutual, roles
from dragoman.records import AnyClaim, Article, Reading, claim_from_json

EXTRACT = 280
"""How many characters of an article's text stay in the ledger without the cache, at most."""

_BODY = ("text", "lead", "paragraphs", "captions", "teasers", "furniture")


@dataclass(frozen=True)
class ArticleRow:
    """What the ledger always keeps of an article; `origin` is whose word it is (see `origin_of`)."""

    id: str
    url: str | None
    outlet: str | None
    title: str | None
    language: str | None
    published: date | None
    anchor: date | None
    origin: str
    text_hash: str
    extract: str


def check(reading: Reading) -> None:
    """Raise DragomanError unless every claim is of this article, has an id of its own, and its
    passages are exactly what stands in the text at their offsets."""
    article, seen = reading.article, set[str]()
    for claim in reading.claims:
        if claim.id in seen:
            raise DragomanError(f"article {article.id}: two claims have the id {claim.id}")
        seen.add(claim.id)
        for passage in (claim.evidence, *claim.passages):
            if passage.article_id != article.id:
                raise DragomanError(
                    f"article {article.id}: claim {claim.id} rests on another article, "
                    f"{passage.article_id}"
                )
            if article.text[passage.start : passage.end] != passage.text:
                raise DragomanError(
                    f"article {article.id}: the evidence of claim {claim.id} is not what stands "
                    f"at {passage.start}-{passage.end} of the text"
                )


def digest(reading: Reading) -> str:
    """SHA-256 over what was read. Not over the notices: they may name the file it was read from."""
    return hash_of(reading.model_dump_json(exclude={"notices"}))


def article_row(article: Article) -> dict[str, Any]:
    origin = origin_of(article)
    return {
        "id": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "language": article.language,
        "published": article.published,
        "anchor": article.anchor.day if article.anchor else None,
        "own_origin": origin.name,
        "origin": origin.name,
        "agency": origin.agency,
        "dispatch": article.id,
        "address": address_of(article.url),
        "text_hash": hash_of(article.text),
        "extract": _extract(article.text),
    }


def header_record(reading: Reading) -> str:
    """The reading without its claims and without the article's body, as JSON."""
    return reading.model_dump_json(exclude={"claims": True, "article": set(_BODY)})


def body_record(article: Article) -> str:
    """The article's text, paragraphs, captions and furniture, as JSON."""
    return article.model_dump_json(include=set(_BODY))


def text_of(body: str) -> str:
    """The article's text, out of its body record."""
    text: str = json.loads(body)["text"]
    return text


def claim_row(claim: AnyClaim, position: int) -> dict[str, Any]:
    return {
        "position": position,
        "id": claim.id,
        "article_id": claim.evidence.article_id,
        "type": claim.type,
        "modality": claim.modality,
        "event_type": getattr(claim, "event_type", None),
        "quad": getattr(claim, "quad", None),
        "status": getattr(claim, "status", None),
        "mutual": is_mutual(claim),
        "when_start": claim.when.start,
        "when_end": claim.when.end,
        "evidence_start": claim.evidence.start,
        "evidence_end": claim.evidence.end,
        "confidence": claim.confidence,
        "coder": claim.coder,
        "record": claim.model_dump_json(),
    }


def party_rows(claim: AnyClaim) -> list[dict[str, Any]]:
    return [
        {
            "role": role.name,
            "position": role.position,
            "side": role.side,
            "key": role.party.key,
            "kind": role.party.kind,
            "country": role.party.country,
            "office_of": role.party.office.of if role.party.office else None,
            "name": role.party.name,
        }
        for role in roles(claim)
    ]


def claim_from_row(record: str, *, place: str) -> AnyClaim:
    """Raises LedgerUnreadable, naming the ledger, where the row is no claim."""
    try:
        return claim_from_json(record)
    except ValidationError as error:
        raise LedgerUnreadable(
            f"{place} holds a claim that cannot be read: {_first(error)}"
        ) from error


def reading_from_rows(header: str, body: str, claims: list[AnyClaim], *, place: str) -> Reading:
    """Raises LedgerUnreadable, naming the ledger, where the rows make no reading."""
    try:
        parts: dict[str, Any] = json.loads(header)
        parts["article"] = {**parts["article"], **json.loads(body)}
        return Reading.model_validate_json(
            json.dumps(
                {**parts, "claims": [json.loads(claim.model_dump_json()) for claim in claims]}
            )
        )
    except ValidationError as error:
        raise LedgerUnreadable(
            f"{place} holds an article that cannot be read: {_first(error)}"
        ) from error


def article_from_row(row: RowMapping) -> ArticleRow:
    return ArticleRow(**{name: row[name] for name in ArticleRow.__dataclass_fields__})


def _extract(text: str) -> str:
    flat = " ".join(text[: EXTRACT * 2].split())
    if len(flat) <= EXTRACT:
        return flat
    whole_words = flat[:EXTRACT].rpartition(" ")[0]
    return whole_words or flat[:EXTRACT]


def hash_of(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _first(error: ValidationError) -> str:
    fault = error.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(map(str, fault['loc'])) or 'the record'}: {fault['msg']}"
