from __future__ import annotations

import hashlib
import json
from typing import Any, Literal

from pydantic import Field

from dragoman.records.evidence import Evidence
from dragoman.records.model import Record
from dragoman.records.party import Party
from dragoman.records.when import When

Modality = Literal["asserted", "planned", "possible", "denied", "historical"]
ClaimType = Literal["event", "agreement", "visit", "quotation", "membership", "office"]


class Claim(Record):
    """What one passage of one article says.

    `evidence` is the whole sentence, or the shortest run of sentences; `passages` all of them where
    the article tells it more than once, the first being `evidence`. `attributed_to` is whose word it
    is when it is not the reporter's. `inferred` names the fields filled from outside the passages.
    """

    id: str
    type: ClaimType
    evidence: Evidence
    passages: tuple[Evidence, ...]
    modality: Modality = "asserted"
    attributed_to: Party | None = None
    when: When = When()
    inferred: tuple[str, ...] = ()
    confidence: float = Field(default=0.5, ge=0, le=1)
    coder: str


def claim_id(article_id: str | None, kind: str, evidence: Evidence, roles: dict[str, Any]) -> str:
    """The claim's identity: article, type, evidence and roles; never confidence or version.

    `roles` maps role names to JSON values (party keys, spans, statuses). 16 hex digits.
    """
    content = json.dumps(
        [article_id, kind, evidence.start, evidence.end, evidence.text, roles],
        sort_keys=True,
        ensure_ascii=False,
        default=str,
    )
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]
