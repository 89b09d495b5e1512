"""Who fills a predicate's slots. Slots are deep: passive and active give the same (docs/lexicon.md)."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.analysis.document import Node
from dragoman.analysis.syntax import (
    coordinated,
    governing_verb,
    is_bare_infinitive,
    is_finite,
    is_passive,
)
from dragoman.coding.negation import negated
from dragoman.languages.lexicon import Lexicon

SUBJECTS = ("subject", "subject:pass", "csubj")
BY = ("par", "by")
OF = ("de", "of", "du", "des", "d'")
BETWEEN = ("entre", "between", "among")
TO = ("à", "to", "au", "aux", "auprès de")
PLACES = ("en", "dans", "depuis", "in", "at", "near", "au large de", "près de")
DEPTH = 3  # how far a party may stand inside a noun phrase
CLAUSES = ("relative", "adverbial", "complement", "parataxis", "participle")


def fill(node: Node, slot: str, lexicon: Lexicon) -> list[Node]:
    """The nodes that fill a slot of a predicate, heads of their phrases, best first; empty if none.

    "object:from" is the slot `from` of what fills `object`.
    """
    if ":" in slot:
        first, _, rest = slot.partition(":")
        return [n for filler in fill(node, first, lexicon) for n in fill(filler, rest, lexicon)]
    if node.pos == "ADJ":
        return _adjective(node, slot, lexicon)
    if node.pos == "NOUN" or (node.pos == "PROPN" and not node.child(*SUBJECTS)):
        return _noun(node, slot, lexicon)
    found = _verb(node, slot, lexicon)
    return [_antecedent(n, node) for n in found] if slot == "object" else found


def _antecedent(filler: Node, verb: Node) -> Node:
    """ "l'accord *que* l'Inde a signé": what a relative pronoun stands for, where it names no party itself."""
    if (
        filler.pos == "PRON"
        and filler.mention is None
        and filler.morph.get("PronType") == "Rel"
        and verb.relation == "relative"
        and verb.head is not None
    ):
        return verb.head
    return filler


def _adjective(adjective: Node, slot: str, lexicon: Lexicon) -> list[Node]:
    """ "La France est *prête* à ...": the subject is the copula's; the rest hangs from the adjective."""
    if slot == "subject":
        own = adjective.all(*SUBJECTS)
        above = adjective.head
        if own or above is None:
            return own
        if adjective.relation in ("attribute", "complement") and above.pos in ("VERB", "AUX"):
            return subject(above, lexicon)
        if adjective.relation == "conj" and above.pos == "ADJ":
            return _adjective(above, slot, lexicon)
        return [above] if adjective.relation in ("amod", "participle", "appos") else []
    if slot == "complement":
        return [n for n in adjective.all("complement", "adverbial") if n.pos in ("VERB", "AUX")]
    return _prepositional(adjective, TO if slot == "indirect" else (slot,))


def _verb(verb: Node, slot: str, lexicon: Lexicon) -> list[Node]:
    if slot == "subject":
        return subject(verb, lexicon)
    if slot == "mark":
        return verb.all("mark")
    if slot == "object":
        return _object(verb, lexicon)
    if slot == "indirect":
        return verb.all("indirect") + _prepositional(verb, TO) + _bare_name(verb)
    if slot == "complement":
        clauses = [
            n
            for n in verb.all("adverbial")
            if any(_is_that(c) for c in n.all("mark")) or is_bare_infinitive(n)
        ]
        return verb.all("complement") + clauses
    if slot == "clause":
        return [n for n in verb.all("complement") if is_finite(n)]
    if slot == "accusative":
        clauses = _verb(verb, "infinitive", lexicon)
        return [n for clause in clauses for n in clause.all("subject")]
    if slot == "infinitive":
        clauses = _verb(verb, "complement", lexicon)
        return [n for n in clauses if n.morph.get("VerbForm") == "Inf" and not _has_auxiliary(n)]
    if slot == "where":
        inside = [n for o in _object(verb, lexicon) for n in (o, *phrase(o)) if _is_place(n, o)]
        return inside + _prepositional(verb, PLACES)
    if slot == "modal":
        return [n for clause in verb.all("complement") for n in clause.all("aux")]
    if slot == "authority":
        # "was arrested in Iran": by those who rule where it happened
        ruled = is_passive(verb) and not subject(verb, lexicon)
        return _prepositional(verb, ("in",)) if ruled else []
    if slot == "attribute":
        predicative = [n for n in verb.all("complement") if _is_predicative(n)]
        return verb.all("attribute") + predicative + ([verb] if verb.child("cop") else [])
    if slot == "adverb":
        # the parser takes a bare "ensemble" for an object
        return verb.all("adverb") + [n for n in verb.all("object") if not n.children]
    found = _prepositional(verb, (slot,))
    if slot in TO:
        found += verb.all("indirect")
    return found


def _bare_name(verb: Node) -> list[Node]:
    """ "gave *Syria* missiles": a name right after the verb that the parser took into the object."""
    return [
        n
        for thing in verb.all("object")
        for n in thing.all("compound")
        if n.index == verb.index + 1 and n.mention is not None and n.mention.form == "name"
    ]


def _has_auxiliary(verb: Node) -> bool:
    """ "said it *would* be": no infinitive, whatever its form; "to" is no auxiliary."""
    return any(n.pos == "AUX" for n in verb.all("aux"))


def _is_place(node: Node, thing: Node) -> bool:
    """ "bombed *Gao*", "shelled a camp *in Mali*"."""
    if node is thing:
        return node.pos == "PROPN"
    return node.case in PLACES or (node.case in OF and node.pos == "PROPN")


def _is_that(mark: Node) -> bool:
    return mark.pos == "SCONJ" and mark.lemma in ("que", "that")


def _is_predicative(node: Node) -> bool:
    """ "se dit *préoccupé*": an adjective, noun or participle, not an infinitive or a clause."""
    return node.pos in ("ADJ", "NOUN") or (
        node.morph.get("VerbForm") == "Part" and not node.all("aux", "subject", "mark")
    )


def subject(verb: Node, lexicon: Lexicon, *, depth: int = 6) -> list[Node]:
    """The deep subject; through coordination, control and participles where the verb has none itself."""
    if depth == 0:
        return []
    if is_passive(verb):
        return verb.all("agent") or [
            n for child in verb.children for n in phrase(child) if n.case in BY
        ]
    own = sorted(verb.all(*SUBJECTS), key=lambda n: abs(n.index - verb.index))
    if own:
        return own  # the nearest first: before it may stand a dateline
    above = verb.head
    if above is None:
        return []
    if verb.relation == "conj":
        if above.pos in ("VERB", "AUX"):
            if is_passive(above):
                return above.all("subject:pass")
            return subject(above, lexicon, depth=depth - 1)
        return []
    if verb.relation == "complement":
        if controls_object(above, lexicon):
            return _object(above, lexicon) or fill(above, "indirect", lexicon)
        if above.pos in ("VERB", "AUX"):
            if is_passive(above):
                return above.all("subject:pass")
            return subject(above, lexicon, depth=depth - 1)
        return above.all(*SUBJECTS) or fill(above, "subject", lexicon)
    if verb.relation == "participle":
        infinitive = verb.morph.get("VerbForm") == "Inf"
        if not infinitive:
            return _voice(above, lexicon, depth - 1) or [above]
        # "La Zambie est sur le point d'expulser ...": the subject of the noun's copula
        copular = [n for a in (above, *above.all("cop")) for n in a.all(*SUBJECTS)]
        return copular or _noun(above, "subject", lexicon)
    if verb.relation in ("adverbial", "parataxis") and above.pos in ("VERB", "AUX"):
        if is_finite(verb):
            return []
        if is_passive(above):
            return above.all("subject:pass")
        return subject(above, lexicon, depth=depth - 1)
    return []


def _voice(text: Node, lexicon: Lexicon, depth: int) -> list[Node]:
    """Who speaks in a statement, a letter or a resolution ("issued *a statement* condemning ...")."""
    if text.lemma not in lexicon.classes.get("documents", frozenset()):
        return []
    own = text.all("poss") + [n for n in phrase(text) if n.case in BY and n is not text]
    verb = governing_verb(text)
    if own or verb is None or not any(text is n for n in verb.children):
        return own
    return [n for n in subject(verb, lexicon, depth=depth) if n is not text]


def controls_object(governor: Node, lexicon: Lexicon) -> bool:
    """Whether the infinitive under `governor` is done by its object ("exhorter X à partir")."""
    operator = lexicon.operators.get(("VERB", governor.lemma))
    if operator is not None:
        return operator.control == "object"
    frames = lexicon.frames.get(("VERB", governor.lemma), ())
    return any(f.embeds in ("demand", "permission", "allegation") for f in frames) and bool(
        _object(governor, lexicon) or governor.all("indirect") or _prepositional(governor, TO)
    )


def _object(verb: Node, lexicon: Lexicon) -> list[Node]:
    if is_passive(verb):
        own = verb.all("subject:pass")
        if own:
            return own
        if verb.relation == "participle" and verb.head is not None:
            return [verb.head]
        if verb.relation == "conj" and verb.head is not None and is_passive(verb.head):
            return _object(verb.head, lexicon)
        return verb.all("subject")
    words = [n for n in verb.all("object") if n.pos != "PUNCT"]  # a full stop, to the parser
    words = words or _shared_object(verb)
    return words or [
        n
        for child in verb.children
        for n in (child, *child.all("nmod"), *(child.all("oblique") if child.pos == "ADV" else ()))
        if _is_partitive(n, verb) or _is_none(n, verb, lexicon)
    ]


def _is_partitive(node: Node, verb: Node) -> bool:
    """ "livrer *du cacao*", "pris en otage *des marins*": an object after the partitive article."""
    return (
        node.case == "de"
        and node.index > verb.index
        and any(c.relation == "case" and c.text.lower() in ("du", "des") for c in node.children)
    )


def _shared_object(verb: Node) -> list[Node]:
    """ "n'a ni aidé ni condamné *l'Inde*": the object of two verbs, tied to the second."""
    after = [n for n in verb.children if n.index > verb.index and n.relation not in ("cc", "punct")]
    if not after or after[0].relation != "conj" or after[0].all(*SUBJECTS):
        return []
    return [n for n in after[0].all("object") if n.pos != "PUNCT"]


def _is_none(node: Node, verb: Node, lexicon: Lexicon) -> bool:
    """ "n'enverra pas *de soldats*": an object after a negation."""
    return (
        node.pos == "NOUN"
        and node.case == "de"
        and node.index > verb.index
        and node.child("det") is None
        and negated(verb, lexicon) is not None
    )


def _prepositional(verb: Node, words: tuple[str, ...]) -> list[Node]:
    """Phrases with the preposition: the verb's own, then those that hang from its other phrases, since
    the parsers tie "des armes à l'Iran" to the arms."""
    own = [
        n
        for n in verb.children
        if _governs(n, words) and (n.relation not in CLAUSES or n.pos in ("NOUN", "PROPN", "PRON"))
    ]
    own += [n for n in verb.all("agent") if n.case is None and "par" in words]
    inner: list[Node] = []
    for child in verb.children:
        if child.relation in (
            "object",
            "oblique",
            "agent",
            "attribute",
            "subject:pass",
            "complement",
        ):
            if child.index < verb.index and child.relation == "oblique":
                continue
            if child.relation == "complement" and child.child(*SUBJECTS):
                continue  # "asked that Mali ease its hold *on* ...": the clause's own
            inner.extend(n for n in phrase(child) if _governs(n, words) and n is not child)
    return own + sorted((n for n in inner if n not in own), key=lambda n: n.index)


def _governs(node: Node, words: tuple[str, ...]) -> bool:
    """Whether a node's preposition is one of these, or a compound that ends in one ("en faveur de")."""
    return node.case is not None and (node.case in words or node.case.rpartition(" ")[2] in words)


def phrase(node: Node, depth: int = DEPTH) -> Iterator[Node]:
    """A noun phrase's nodes, without the clauses inside it."""
    yield node
    if depth:
        for child in node.children:
            if child.relation not in CLAUSES and child.pos not in ("VERB", "AUX"):
                yield from phrase(child, depth - 1)


def _noun(noun: Node, slot: str, lexicon: Lexicon) -> list[Node]:
    if slot == "subject":
        return _noun_subject(noun, lexicon)
    if slot == "above":
        verb = governing_verb(noun)
        return subject(verb, lexicon) if verb is not None else []
    if slot == "quality":
        return [n for a in noun.all("amod", "compound") for n in coordinated(a)]
    if slot == "object":
        return [n for n in phrase(noun) if n.case in OF and n is not noun]
    if slot == "complement":
        clauses = noun.all("complement", "participle")
        told = [n for n in noun.all("parataxis", "relative") if any(map(_is_that, n.all("mark")))]
        return [n for n in clauses if n.case or n.morph.get("VerbForm") == "Inf"] + told
    words = TO if slot == "indirect" else (slot,)
    found = [n for n in phrase(noun) if _governs(n, words) and n is not noun]
    verb = light_verb(noun, lexicon)
    if not found and verb is not None:
        found = [n for n in _prepositional(verb, words) if n is not noun]
    if not found:
        for clause in noun.all("participle"):
            found += _prepositional(clause, words)
    return found


def _noun_subject(noun: Node, lexicon: Lexicon) -> list[Node]:
    by = [n for n in phrase(noun) if n.case in BY and n is not noun]
    by += [
        n
        for clause in noun.all("participle")
        if clause.morph.get("VerbForm") != "Inf"
        for n in subject(clause, lexicon)
        if n is not noun
    ]
    if by:
        return by
    own = noun.all("poss") + [n for n in noun.all("det", "amod") if n.mention is not None]
    own += [n for n in noun.all("compound") if n.mention is not None]
    verb = light_verb(noun, lexicon)
    if verb is not None and not own:
        return subject(verb, lexicon)
    if own:
        return own
    between = [n for n in phrase(noun) if n.case in BETWEEN]
    return between or [n for n in phrase(noun) if n.case in OF and n is not noun]


def light_verb(noun: Node, lexicon: Lexicon) -> Node | None:
    """The light verb whose object the noun is ("a mené *une visite*", "held *talks*"); null if none."""
    light = lexicon.classes.get("light_verbs", frozenset())
    above = governing_verb(noun)
    if above is None or above.lemma not in light:
        return None
    if above.child("reflexive") is not None:
        return None
    carried = above.all("subject", "object", "subject:pass", "complement", "attribute")
    carried = carried or above.all("oblique", "indirect")
    return above if any(noun is n for o in carried for n in coordinated(o)) else None
