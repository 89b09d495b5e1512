"""What is recorded. This is the public schema: `dragoman schema` prints it."""

from dragoman.records.agreement import Agreement, AgreementStatus, Instrument, Money
from dragoman.records.article import (
    Article,
    ArticleField,
    Caption,
    Credit,
    Statement,
    Wall,
    article_id,
)
from dragoman.records.claim import Claim, ClaimType, Modality, claim_id
from dragoman.records.event import Decider, Event, EventType, Place
from dragoman.records.evidence import Evidence, Span
from dragoman.records.explanation import ExplainedReading, Explanation, Filler
from dragoman.records.fact import Fact, Overlay, Step, Variant
from dragoman.records.membership import Membership, MembershipRelation
from dragoman.records.office import Office
from dragoman.records.party import OfficeHeld, Party, PartyKind
from dragoman.records.quotation import Quotation
from dragoman.records.reading import AnyClaim, Reading, claim_from_json
from dragoman.records.visit import Visit, VisitKind, VisitStatus
from dragoman.records.when import Anchor, Basis, Precision, When

__all__ = [
    "Agreement",
    "AgreementStatus",
    "Anchor",
    "AnyClaim",
    "Article",
    "ArticleField",
    "Basis",
    "Caption",
    "Claim",
    "ClaimType",
    "Credit",
    "Decider",
    "Event",
    "EventType",
    "Evidence",
    "ExplainedReading",
    "Explanation",
    "Fact",
    "Filler",
    "Instrument",
    "Membership",
    "MembershipRelation",
    "Modality",
    "Money",
    "Office",
    "OfficeHeld",
    "Overlay",
    "Party",
    "PartyKind",
    "Place",
    "Precision",
    "Quotation",
    "Reading",
    "Span",
    "Statement",
    "Step",
    "Variant",
    "Visit",
    "VisitKind",
    "VisitStatus",
    "Wall",
    "When",
    "article_id",
    "claim_from_json",
    "claim_id",
]
