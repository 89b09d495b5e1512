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
    if not is_definite(node, words) or is_described(node, words):
        return None
    for claim in reversed(made):
        fits = claim.instrument == instrument or {claim.instrument, instrument} <= set(GENERAL)
        if fits and claim.parties:
            return Earlier(claim.parties, claim.instrument, claim.status)
    return None


def is_described(node: Node, words: AgreementWords) -> bool:
    """ "the agreement *signed three years before*": its own words say which, unless it is pointed at
    ("that agreement, signed ...")."""
    pointed = any(c.lemma in words.words["demonstrative"] for c in node.all("det"))
    definite = is_definite(node, words)
    told = any(c.index > node.index for c in node.all("participle", "relative"))
    return definite and told and not pointed


def is_definite(node: Node, words: AgreementWords) -> bool:
    """ "the deal", "cet accord", "leurs accords"."""
    return any(
        c.lemma in words.words["definite"] or c.text.lower() in words.words["definite"]
        for c in node.all("det", "poss")
    )
