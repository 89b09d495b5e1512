"""Whose word it is, when it is not the reporter's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.analysis.document import Node, Sentence
from dragoman.analysis.syntax import lemmas
from dragoman.coding.slot_parties import parties
from dragoman.coding.slots import fill
from dragoman.languages.lexicon import Lexicon
from dragoman.records import Party

_ARTICLES = ("", "le", "la", "l'", "l’", "les", "the", "un", "une", "a", "an", "des", "some")


def attribution(node: Node, sentence: Sentence, lexicon: Lexicon) -> Party | None:
    """The party that says what `node` tells; null where the reporter says it.

    A verb of saying over the clause ("Kiev a déclaré que ..."), beside it ("..., a dit Kiev") or a
    phrase ("selon Kiev").
    """
    return (
        _reported(node, lexicon)
        or _beside(node, sentence, lexicon)
        or according_to(sentence, node, lexicon)
    )


def is_report(verb: Node, lexicon: Lexicon) -> bool:
    return any(form in lexicon.reports for form in lemmas(verb))


def _reported(node: Node, lexicon: Lexicon) -> Party | None:
    below = node
    for above in node.ancestors():
        aside = below.relation == "parataxis" and not is_report(above, lexicon)
        if below.relation in ("relative", "appos") or aside:
            return None  # the reporter's own words
        if below.pos == "NOUN" and below.case in lexicon.cues["occasion"]:
            return None  # the setting of what was said
        if (
            above.pos in ("VERB", "AUX")
            and is_report(above, lexicon)
            and below.relation in ("complement", "parataxis", "object")
            and (below.pos in ("VERB", "AUX") or below.relation != "object" or below.child("cop"))
        ):
            said = [p for s in fill(above, "subject", lexicon) for p in parties(s)]
            if said:
                return said[0]
        below = above
    return None


def _beside(node: Node, sentence: Sentence, lexicon: Lexicon) -> Party | None:
    """ "..., a indiqué le ministre": a verb of saying set after the clause, or read as its side."""
    for other in sentence.nodes:
        if (
            other.pos not in ("VERB", "AUX")
            or not is_report(other, lexicon)
            or other is node
            or other.relation not in ("parataxis", "adverbial", "conj", "root", "complement")
            or other.all("complement")
        ):
            continue
        comma = other.index > node.index and any(
            n.text in (",", "»", "”", '"') for n in sentence.nodes[node.index : other.index]
        )
        under = other in node.subtree() and other.relation in ("parataxis", "adverbial")
        if not (comma and under):
            continue
        said = [n for n in sentence.nodes if n.head is other and n.index > other.index]
        for candidate in said:
            if candidate.relation in ("subject", "subject:pass", "object", "oblique", "nmod") and (
                candidate.case is None
            ):
                found = parties(candidate)
                if found:
                    return found[0]
    return None


def according_to(sentence: Sentence, node: Node, lexicon: Lexicon) -> Party | None:
    """ "selon Kiev", "according to the ministry" before or after the clause."""
    words = sorted(lexicon.according, key=len, reverse=True)
    pattern = r"(?<![\w-])(?:" + "|".join(map(re.escape, words)) + r")\s+"
    for at in re.finditer(pattern, sentence.text, re.IGNORECASE):
        start = sentence.start + at.end()
        for mention in sentence.mentions:
            if mention.start < start or mention.start <= node.start < mention.end:
                continue
            between = sentence.text[at.end() : mention.start - sentence.start].strip().lower()
            if between not in _ARTICLES or mention.form == "place":
                break
            if at.group().strip().lower() in lexicon.cues.get("purpose", ()) and (
                at.start() > 0 or sentence.text[mention.end - sentence.start :][:1] != ","
            ):
                break  # "pour Paris" is a source only at the head of its sentence
            return mention.parties[0]
    return None


def is_of_side(speaker: Party, actors: Iterable[Party]) -> bool:
    """Whether a speaker is one of the actors, or of their country: who tells its own act is no
    attribution."""
    return any(
        speaker.key == a.key or (speaker.country is not None and speaker.country == a.country)
        for a in actors
    )
