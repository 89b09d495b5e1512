"""How far along a visit is, of which kind, and which of how many."""

from __future__ import annotations

from dragoman.analysis.document import Document, Node, Sentence
from dragoman.analysis.syntax import lemmas
from dragoman.analysis.times import TimeExpression
from dragoman.coding.dating import counted_from, time_of
from dragoman.coding.modality import Reading, modality
from dragoman.coding.since import iso
from dragoman.languages.lexicon import Lexicon
from dragoman.languages.visits import VisitWords
from dragoman.records.visit import VisitKind, VisitStatus

ORDINAL_REACH = 12  # words between a visit and the ordinal set after it
UPWARDS = 3  # governing words above a visit that may tell its status


def status(
    node: Node,
    sentence: Sentence,
    document: Document,
    words: VisitWords,
    lex: Lexicon,
) -> tuple[VisitStatus, Reading]:
    """The status that the sentence gives the visit told by `node`, and the modality it stands in."""
    reading = _reading(node, sentence, words, lex)
    if told := _told(node, words):
        state, word = told
        above = word in node.ancestors()
        over = modality(word, sentence, lex) if above else _own_mood(word)
        if over.modality in ("asserted", "historical"):
            return state, over
        return "planned", Reading("planned", word.text)
    named = _named(node, words)
    if reading.modality == "planned":
        return ("possible", Reading("possible")) if named == "possible" else ("planned", reading)
    if reading.modality == "possible":
        return ("planned" if named == "planned" else "possible"), reading
    time = time_of(node, sentence)
    day = document.article.anchor.day if document.article.anchor else None
    past = time is not None and day is not None and time.end is not None and time.end < day
    if named in ("planned", "possible") and not past:
        return named, Reading("planned" if named == "planned" else "possible", "said beside it")
    if time is not None and day is not None and time.start is not None and time.start > day:
        return "planned", Reading("planned", time.text)
    if _ongoing(node, time, document, words):
        return "ongoing", reading
    return "made", reading


def _reading(node: Node, sentence: Sentence, words: VisitWords, lex: Lexicon) -> Reading:
    """The modality of a visit. One during which something happens takes that of the whole sentence:
    what was promised during it may be a promise, the visit is none."""
    if node.case in words.words["during"] or node.case in words.slots["visiting"]:
        verbs = [a for a in node.ancestors() if a.pos in ("VERB", "AUX")]
        if verbs:
            return modality(verbs[-1], sentence, lex)
    reading = modality(node, sentence, lex)
    definite = any(c.lemma in words.words["definite"] for c in node.all("det", "poss"))
    if reading.because == "a question" and definite:
        return Reading("asserted")  # what is asked about "the summit" takes it for granted
    return reading


def _own_mood(word: Node) -> Reading:
    """The mood of a word in a clause about the visit, by its own forms."""
    forms = [word, *word.all("aux", "aux:pass")]
    if any(f.morph.get("Tense") == "Fut" or f.morph.get("Mood") == "Cnd" for f in forms):
        return Reading("possible", word.text)
    return Reading("asserted")


def _told(node: Node, words: VisitWords) -> tuple[VisitStatus, Node] | None:
    """The cancelling or postponing word over a visit, or beside it in a participle."""
    below = node
    for above in list(node.ancestors())[:UPWARDS]:
        if below.relation not in (
            "object",
            "subject:pass",
            "nmod",
            "subject",
            "complement",
            "conj",
        ):
            break
        state = next((s for f in lemmas(above) if (s := words.statuses.get(f))), None)
        if state in ("cancelled", "postponed"):
            passive = below.relation == "subject" and above.child("aux:pass", "reflexive") is None
            return None if passive else (state, above)
        below = above
    for child in node.subtree():
        if child.pos not in ("VERB", "AUX", "ADJ") or child is node:
            continue
        state = words.statuses.get(child.lemma)
        if state in ("cancelled", "postponed") and _is_aside(child, node):
            return state, child
    return None


def _is_aside(verb: Node, node: Node) -> bool:
    """Whether a verb stands in a clause about the noun: "la visite, qui devait ..., a été *reportée*"."""
    if verb.head is node:
        return verb.relation in ("participle", "relative", "amod", "adverbial")
    if node.pos not in ("NOUN", "PROPN") or is_nominal_between(verb, node):
        return False
    return verb.relation in ("adverbial", "conj", "complement")


def is_nominal_between(verb: Node, node: Node) -> bool:
    """Whether another noun stands between a verb and the noun above it."""
    above = verb.head
    while above is not None and above is not node:
        if above.pos in ("NOUN", "PROPN"):
            return True
        above = above.head
    return False


def _named(node: Node, words: VisitWords) -> VisitStatus | None:
    """ "prévue", "planned", "annonce d'une visite": what a word beside or over it says."""
    for child in node.all("amod", "participle", "relative"):
        if found := words.statuses.get(child.lemma):
            return found
    above = node.head
    governed = ("object", "subject:pass", "nmod", "complement", "participle", "adverbial")
    if above is not None and node.relation in governed:
        return next((s for f in lemmas(above) if (s := words.statuses.get(f))), None)
    return None


def _ongoing(
    node: Node,
    time: TimeExpression | None,
    document: Document,
    words: VisitWords,
) -> bool:
    day = document.article.anchor.day if document.article.anchor else None
    recent = time is None or time.start is None or day is None or (day - time.start).days <= 2
    if node.pos in ("NOUN", "PROPN"):
        above = node.head
        if node.case in words.slots["visiting"] and node.lemma in words.words["visiting_nouns"]:
            copula = node.child("cop")
            if copula is not None:
                return copula.morph.get("Tense") not in ("Past", "Imp")
            return recent
        if any(
            _is_present(c)
            for c in node.all("relative")
            if words.words["happening"] & set(lemmas(c))
        ):
            return True
        if above is not None and above.pos in ("VERB", "AUX"):
            arriving = bool(set(lemmas(above)) & words.words["arriving"])
            return recent and (arriving or (_is_present(above) and node.relation == "object"))
        return False
    return _is_present(node) and recent


def _is_present(verb: Node) -> bool:
    forms = [verb, *verb.all("aux", "aux:pass", "cop")]
    perfect = verb.morph.get("Tense") == "Past" and len(forms) > 1
    if perfect:
        return False
    return any(f.morph.get("Tense") == "Pres" and f.morph.get("VerbForm") == "Fin" for f in forms)


def kind(node: Node, noun: str | None, words: VisitWords) -> VisitKind:
    """The kind, by the noun itself and the words beside it."""
    if noun == "summit":
        return "summit"
    near = [n for n in node.subtree() if abs(n.index - node.index) <= 3 and n.mention is None]
    text = " ".join(n.text.lower() for n in sorted(near, key=lambda n: n.index))
    text = text.replace("’", "'").replace("' ", "'")
    for phrase, found in words.kinds:
        if f" {phrase} " in f" {text} ":
            return found
    return "meeting" if noun == "meeting" else "unspecified"


def ordinal(node: Node, sentence: Sentence) -> int | None:
    """ "la quatrième visite", "third trip"."""
    for count in sentence.counts:
        at = sentence.node_at(sentence.start + count.start_char)
        if count.ordinal and at is not None and (at.head is node or _is_apposed(at, node)):
            return int(count.value) if count.value >= 1 else None
    return None


def _is_apposed(word: Node, noun: Node) -> bool:
    """ "une visite officielle, la *première* de son mandat": an ordinal with no noun of its own."""
    near = 0 < word.index - noun.index < ORDINAL_REACH
    bare = word.head is None or word.head is noun or word.head.pos not in ("NOUN", "PROPN")
    return near and bare and word.child("det", "poss") is not None


def counted_since(node: Node, sentence: Sentence) -> str | None:
    """The year or day from which visits are counted: "depuis 2012", "since taking office in 2018"."""
    time = counted_from(node, sentence)
    return iso(time) if time is not None else None
