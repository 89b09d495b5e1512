"""Whether something happened, is planned, possible or denied, or is told as history."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.analysis.document import Node, Sentence
from dragoman.analysis.syntax import (
    coordination_head,
    is_bare_infinitive,
    is_finite,
    is_passive,
    lemmas,
)
from dragoman.coding.cues import is_cue
from dragoman.coding.negation import has_bare_ne, is_nobody, negated
from dragoman.languages.lexicon import Lexicon, Operator
from dragoman.records import Modality

# What wins where several hold: a denied plan is denied, a possible plan possible.
STRENGTH: tuple[Modality, ...] = ("asserted", "historical", "planned", "possible", "denied")
OPPOSITE: dict[Modality, Modality] = {
    "denied": "possible",
    "asserted": "denied",
    "planned": "denied",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A modality and the words that make it so, for --explain. `announced`: only because an
    announcement governs the noun; `purpose`: only because something else was done for it."""

    modality: Modality
    because: str | None = None
    announced: bool = False
    purpose: bool = False


def modality(node: Node, sentence: Sentence, lexicon: Lexicon) -> Reading:
    """The modality of what `node` tells, from its own form and from everything that governs it.

    Dates are not looked at here: "historical" is settled where the claim's date is known.
    """
    if sentence.text.rstrip(' "”»)').endswith("?"):
        return Reading("possible", "a question")
    found = _own(node, lexicon)
    below = node
    for above in node.ancestors():
        found = _stronger(found, _condition(below, sentence, lexicon))
        if below.pos == "NOUN" and below.case in lexicon.cues["occasion"]:
            break
        if below.relation == "relative" or _describes(below):
            break  # "le ministre, qui a rencontré X, n'a rien dit": told for itself
        made = _from_above(below, above, lexicon)
        if found.purpose and made is not None and made.modality == "planned":
            found = made
        found = _stronger(found, made)
        if made is None and below is node and _is_nominal(node) and above.pos in ("VERB", "AUX"):
            break  # "avoids condemning the invasion": what happens to the condemning leaves the invasion
        below = above
    return found


def _describes(word: Node) -> bool:
    """A past participle that tells of its noun what has been done to it ("le chef *tué* par l'armée")."""
    return (
        word.relation == "participle"
        and word.morph.get("VerbForm") == "Part"
        and word.morph.get("Tense") == "Past"
    )


def _condition(node: Node, sentence: Sentence, lexicon: Lexicon) -> Reading | None:
    """A clause after a conjunction of several words ("à moins que", "in the event that")."""
    for mark in node.all("mark", "case"):
        run = sentence.nodes[max(mark.index - 3, 0) : mark.index + 1]
        words = " ".join(n.text.lower().replace("’", "'") for n in run).replace("' ", "'")
        for cue in lexicon.cues["hypothetical"]:
            if " " in cue and f" {words}".endswith(f" {cue}"):
                return Reading("possible", cue)
    return None


def _is_nominal(node: Node) -> bool:
    return node.pos in ("NOUN", "PROPN") and node.child("cop") is None


def _stronger(one: Reading, other: Reading | None) -> Reading:
    if other is None or STRENGTH.index(other.modality) <= STRENGTH.index(one.modality):
        return one
    return other


def _own(node: Node, lexicon: Lexicon) -> Reading:
    """Negation, tense, mood and adverbs of the word itself."""
    if node.pos in ("NOUN", "PROPN"):
        for child in node.children:
            if child.relation in ("det", "adverb", "case") and is_cue(child, "negation", lexicon):
                return Reading("denied", child.text)
            if child.relation == "amod" and is_cue(child, "planned_adjectives", lexicon):
                return Reading("planned", child.text)
            if child.relation == "amod" and is_cue(child, "possible_adjectives", lexicon):
                return Reading("possible", child.text)
        if node.child("cop") is None and node.child("subject") is None:
            return Reading("asserted")
    reading = Reading("asserted")
    if negation := negated(node, lexicon):
        reading = Reading("denied", negation)
    reading = _stronger(reading, _tense(node, lexicon))
    for child in node.children:
        if child.relation in ("adverb", "mark", "oblique", "dep"):
            if is_cue(child, "possible_adverbs", lexicon) or (
                child.relation == "mark" and is_cue(child, "hypothetical", lexicon)
            ):
                reading = _stronger(reading, Reading("possible", child.text))
            elif is_cue(child, "future", lexicon) and node.morph.get("Tense") != "Past":
                reading = _stronger(reading, Reading("planned", child.text))
    return reading


def _tense(node: Node, lexicon: Lexicon) -> Reading | None:
    forms = [node, *node.all("aux", "aux:pass", "cop")]
    reported = (
        node.relation == "complement"
        and node.head is not None
        and any(form in lexicon.reports for form in lemmas(node.head))
    )
    for form in forms:
        if form.morph.get("Mood") == "Cnd" or (form is not node and form.lemma == "would"):
            # "a annoncé qu'il signerait", "said it would sign": the future of a report in the past
            return Reading("planned" if reported else "possible", form.text)
        if form.morph.get("Tense") == "Fut":
            return Reading("planned", form.text)
    for form in forms[1:]:
        if is_cue(form, "possible_auxiliaries", lexicon):
            return Reading("possible", form.text)
        if is_cue(form, "planned_auxiliaries", lexicon):
            return Reading("planned", form.text)
    return None


def is_to_come(node: Node, lexicon: Lexicon) -> bool:
    """Whether a verb's own form, negated or not, speaks of what will be ("will not send")."""
    reading = _tense(node, lexicon)
    return reading is not None and reading.modality == "planned"


def is_ultimatum(node: Node, lexicon: Lexicon) -> bool:
    """Whether the act comes if another does not yield: "will close the border *unless* ..."."""
    return any(
        is_cue(mark, "ultimatum", lexicon)
        for clause in node.all("adverbial")
        for mark in clause.all("mark")
    )


def _from_above(below: Node, above: Node, lexicon: Lexicon) -> Reading | None:
    """What a governing word makes of the node under it."""
    if below.relation == "conj":
        if above.pos in ("VERB", "AUX") and coordination_head(below) is not below:
            # "will meet and sign": what the first verb's auxiliary says holds for the second
            if is_finite(below):
                return None
            reading = Reading("denied", no) if (no := negated(above, lexicon)) else None
            return reading or _tense(above, lexicon)
        return None
    nominal = _is_nominal(below)
    if below.relation in ("subject", "subject:pass"):
        return (_operator(below, above, lexicon) or _happening(above, lexicon)) if nominal else None
    if below.relation == "adverbial":
        if is_bare_infinitive(below) and (made := _operator(below, above, lexicon)):
            return made
        return _adverbial(below, above, lexicon)
    if below.relation == "attribute" and below.pos == "ADJ":
        return _own(above, lexicon)  # "would be ready", "is not ready"
    if below.case in lexicon.cues["against"] and not nominal:
        return Reading("denied", below.case)  # "decided against expelling"
    governed = (
        "complement",
        "object",
        "oblique",
        "nmod",
        "attribute",
        "csubj",
        "agent",
        "participle",
    )
    if below.relation in governed:
        reading = _undone(below, above, lexicon) or _hearsay(below, above, lexicon)
        reading = reading or _operator(below, above, lexicon)
        if reading is None and (
            below.relation == "complement" or (nominal and below.relation == "object")
        ):
            reading = _future_report(below, above, lexicon, nominal=nominal)
        if reading is None:
            reading = _happening(above, lexicon) if nominal else None
        if reading is None and above.pos == "NOUN" and below.morph.get("VerbForm") == "Inf":
            reading = Reading("planned", above.text)  # "an agreement to end the war"
        if reading is None and below.relation == "complement" and not nominal:
            reading = _clause(above, lexicon)
        return reading
    return None


def _undone(below: Node, above: Node, lexicon: Lexicon) -> Reading | None:
    """ "has *yet* to condemn", "reste encore à signer": not done so far."""
    if below.relation != "complement" or below.morph.get("VerbForm") != "Inf":
        return None
    yet = next((c for c in above.all("adverb") if is_cue(c, "undone", lexicon)), None)
    return Reading("denied", yet.text) if yet and not negated(above, lexicon) else None


def _hearsay(below: Node, above: Node, lexicon: Lexicon) -> Reading | None:
    """ "is believed to have supplied": said or thought, by nobody that is named."""
    if (
        below.relation == "complement"
        and above.pos == "VERB"
        and is_passive(above)
        and not above.all("agent")
        and not is_finite(below)
        and is_cue(above, "believed", lexicon)
    ):
        return Reading("denied" if negated(above, lexicon) else "possible", above.text)
    return None


def _happening(above: Node, lexicon: Lexicon) -> Reading | None:
    """What a verb of happening, or a light verb, says of the noun that goes with it: "aura lieu",
    "n'a pas mené d'attaque". Other verbs say nothing of whether the noun's event happened."""
    carriers = lexicon.classes.get("light_verbs", frozenset()) | lexicon.classes.get(
        "occurrence_verbs", frozenset()
    )
    return _own(above, lexicon) if carriers & set(lemmas(above)) else None


def _clause(above: Node, lexicon: Lexicon) -> Reading | None:
    """The clause's own mood, where it covers what stands under its verb: "pourrait signer"."""
    if above.pos not in ("VERB", "AUX", "ADJ"):
        return None
    if any(form in lexicon.reports for form in lemmas(above)):
        # "n'a pas dit que", "dira que": the saying, not the said; but "nothing suggests that"
        nobody = next((n for n in above.all("subject") if is_nobody(n, lexicon)), None)
        return Reading("denied", nobody.text) if nobody else None
    return _own(above, lexicon) if above.pos != "ADJ" else None


def _operator(below: Node, above: Node, lexicon: Lexicon) -> Reading | None:
    pos = "VERB" if above.pos in ("VERB", "AUX") else above.pos
    forms = lemmas(above) if pos == "VERB" else (above.lemma,)
    operator = next((o for f in forms if (o := lexicon.operators.get((pos, f)))), None)
    if operator is None:
        return _of_copula(below, above, lexicon)
    if pos == "NOUN" and below.index < above.index and not above.child("cop"):
        return None  # "négociations ... au point mort": what the noun governs comes after it
    if pos == "NOUN" and _is_nominal(below) and below.case is None:
        return None
    if pos == "NOUN" and below.relation == "participle" and below.morph.get("VerbForm") == "Part":
        return None  # "une décision critiquée par Oslo"
    if below.relation in ("subject", "subject:pass", "agent") and not above.child("subject:pass"):
        return None
    copular = above.child("cop") is not None
    denied = (pos == "VERB" or copular) and (negated(above, lexicon) or has_bare_ne(above))
    reading = Reading(_made(operator, bool(denied)), above.text)
    # "continuera d'aider", "serait prête à aider": an infinitive shares the operator's own time and mood
    return reading if is_finite(below) else _stronger(reading, _tense(above, lexicon))


def _made(operator: Operator, is_negated: bool) -> Modality:
    """What an operator makes of what stands under it, itself negated or not."""
    if not is_negated:
        return operator.modality
    return operator.negated or OPPOSITE.get(operator.modality, operator.modality)


def _of_copula(below: Node, above: Node, lexicon: Lexicon) -> Reading | None:
    """ "It *is possible* that ...", "India *is to* expel ...": the clause hangs from the copula."""
    if below.relation not in ("complement", "csubj") or above.pos not in ("VERB", "AUX"):
        return None
    for word in above.all("attribute"):
        if (operator := lexicon.operators.get(("ADJ", word.lemma))) is not None:
            return Reading(_made(operator, bool(negated(above, lexicon))), word.text)
    copula = above.text.lower() in lexicon.cues.get("planned_before_infinitive", ())
    if copula and below.morph.get("VerbForm") == "Inf" and not above.all("attribute"):
        return Reading("denied" if negated(above, lexicon) else "planned", above.text)
    return None


def _future_report(below: Node, above: Node, lexicon: Lexicon, *, nominal: bool) -> Reading | None:
    """ "a annoncé une visite", "a annoncé retirer": an announcement makes it planned."""
    report = next((r for f in lemmas(above) if (r := lexicon.reports.get(f))), None)
    if report is None or report.future != "planned":
        return None
    infinitive = below.morph.get("VerbForm") == "Inf" and not below.child("aux")
    if nominal or infinitive:
        return Reading("planned", above.text, announced=nominal)
    return None


def _adverbial(below: Node, above: Node, lexicon: Lexicon) -> Reading | None:
    words = [c for c in below.children if c.relation in ("mark", "case", "aux", "adverb", "fixed")]
    text = (below.case or "").split()
    names = (
        {w.lemma for w in words} | {w.text.lower() for w in words} | set(text) | {below.case or ""}
    )
    if names & set(lexicon.cues.get("hypothetical", ())):
        return Reading("possible", "a condition")
    infinitive = below.morph.get("VerbForm") == "Inf"
    if is_bare_infinitive(below) and any(
        f.embeds for form in lemmas(above) for f in lexicon.frames.get(("VERB", form), ())
    ):
        return None  # "committed to supply": a complement that the parser took for a purpose
    if infinitive and names & set(lexicon.cues.get("purpose", ())):
        done = _own(above, lexicon).modality == "asserted"
        return Reading("planned", "a purpose", purpose=done)
    return None
