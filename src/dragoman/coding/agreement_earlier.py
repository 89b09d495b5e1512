"""Which agreement that the article told of a later noun means ("the deal", "cet accord")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.analysis.document import Node
from dragoman.languages.agreements import AgreementWords
from dragoman.records import Agreement, AgreementStatus, Instrument, Party

GENERAL: tuple[Instrument, ...] = ("accord", "other", "treaty", "memorandum")


@dataclass(frozen=True, slots=True)
class Earlier:
    """Whose agreement it was, of what kind, and how far along when the article told of it last."""

    parties: tuple[Party, ...]
    instrument: Instrument
    status: AgreementStatus


def earlier(
    node: Node, instrument: Instrument, made: Sequence[Agreement], words: AgreementWords
) -> Earlier | None:
    """What a definite noun takes up; null for "a deal", or where nothing fits before it."""
    if not is_definite(node, words) or (_is_described(node) and not _is_pointed_at(node, words)):
        return None
    for claim in reversed(made):
        fits = claim.instrument == instrument or {claim.instrument, instrument} <= set(GENERAL)
        if fits and claim.parties:
            return Earlier(claim.parties, claim.instrument, claim.status)
    return None


def _is_described(node: Node) -> bool:
    """ "the agreement *signed three years before*": its own words say which."""
    return any(c.index > node.index for c in node.all("participle", "relative"))


def _is_pointed_at(node: Node, words: AgreementWords) -> bool:
    return any(c.lemma in words.words["demonstrative"] for c in node.all("det"))


def is_definite(node: Node, words: AgreementWords) -> bool:
    """ "the deal", "cet accord", "leurs accords"."""
    return any(
        c.lemma in words.words["definite"] or c.text.lower() in words.words["definite"]
        for c in node.all("det", "poss")
    )
