"""Agreements and visits that an article tells of twice: one claim each, with all its passages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from dragoman.analysis.document import Document, Node
from dragoman.coding.claims import sides_of
from dragoman.languages.lexicon import lexicon
from dragoman.records import Agreement, Claim, Evidence, Visit, When

Told = TypeVar("Told", Agreement, Visit)


def visits_once(visits: Sequence[Visit]) -> list[Visit]:
    """Visits by the same to the same, so far as they are told alike."""
    return _once(visits, _same_visit, _with_visit)


def agreements_once(agreements: Sequence[Agreement], document: Document) -> list[Agreement]:
    """Agreements of the same parties, so far as they are told alike; what is a part of one that was
    told before is a part of the claim that is kept."""
    became: dict[str, str] = {}

    def same(one: Agreement, other: Agreement) -> bool:
        if not _same_agreement(one, other, document):
            return False
        became[other.id] = one.id
        return True

    kept = _once(agreements, same, _with_agreement)
    return [
        a.model_copy(update={"part_of": became[a.part_of]}) if a.part_of in became else a
        for a in kept
    ]


def _once(
    claims: Sequence[Told], same: Callable[[Told, Told], bool], joined: Callable[[Told, Told], Told]
) -> list[Told]:
    kept: list[Told] = []
    for claim in claims:
        for index, other in enumerate(kept):
            if same(other, claim):
                kept[index] = joined(other, claim)
                break
        else:
            kept.append(claim)
    return kept


def _same_visit(one: Visit, other: Visit) -> bool:
    sides = sides_of(one.visitors) == sides_of(other.visitors) and _host(one) == _host(other)
    alike = (one.modality, one.status) == (other.modality, other.status)
    dated = _compatible(one.when, other.when)
    counted = None in (one.ordinal, other.ordinal) or one.ordinal == other.ordinal
    kinds = {one.kind, other.kind} - {"unspecified"}
    return sides and alike and dated and counted and (len(kinds) < 2 or _both_dated(one, other))


def _host(visit: Visit) -> frozenset[str]:
    return sides_of((visit.host,) if visit.host else visit.hosts)


def _with_visit(first: Visit, second: Visit) -> Visit:
    update = together(first, second)
    for field in ("place", "hosts", "ordinal", "counted_since"):
        if not getattr(first, field) and getattr(second, field):
            update[field] = getattr(second, field)
    if first.kind == "unspecified":
        update["kind"] = second.kind
    return first.model_copy(update=update)


def _same_agreement(one: Agreement, other: Agreement, document: Document) -> bool:
    alike = (one.modality, one.status, one.instrument, one.part_of) == (
        other.modality,
        other.status,
        other.instrument,
        other.part_of,
    )
    if not alike or sides_of(one.parties) != sides_of(other.parties) or one.by != other.by:
        return False
    for field in ("count", "value", "name", "subject", "forum"):
        mine, theirs = getattr(one, field), getattr(other, field)
        if None not in (mine, theirs) and mine != theirs:
            return False
    if not _compatible(one.when, other.when):
        return False
    named = any(
        getattr(one, field) is not None and getattr(one, field) == getattr(other, field)
        for field in ("name", "subject", "value")
    )
    # "They signed an accord" after another may be a second one.
    return named or _both_dated(one, other) or _is_known(other, document)


def _is_known(agreement: Agreement, document: Document) -> bool:
    """ "*Cet* accord", "*the* deal": one that was told of before."""
    instruments = lexicon(document.language).classes["instrument"]
    sentence = document.sentence_at(agreement.evidence.start)
    nouns = [n for n in sentence.nodes if n.lemma in instruments] if sentence else []
    return bool(nouns) and _is_definite(nouns[0])


def _is_definite(noun: Node) -> bool:
    return any(
        child.morph.get("Definite") == "Def" or child.morph.get("PronType") == "Dem"
        for child in noun.all("det")
    )


def _with_agreement(first: Agreement, second: Agreement) -> Agreement:
    update = together(first, second)
    for field in ("count", "value", "name", "subject", "forum", "signatories"):
        if not getattr(first, field) and getattr(second, field):
            update[field] = getattr(second, field)
    return first.model_copy(update=update)


def together(first: Claim, second: Claim) -> dict[str, object]:
    """The passages of both, and the date that the first may lack."""
    passages: tuple[Evidence, ...] = first.passages
    passages += tuple(p for p in second.passages if p not in passages)
    update: dict[str, object] = {"passages": passages}
    if first.when.start is None and second.when.start is not None:
        update["when"] = second.when
        update["inferred"] = tuple(dict.fromkeys((*first.inferred, *second.inferred)))
    return update


def _compatible(one: When, other: When) -> bool:
    return None in (one.start, other.start) or one.start == other.start


def _both_dated(one: Agreement | Visit, other: Agreement | Visit) -> bool:
    return one.when.start is not None and one.when.start == other.when.start
