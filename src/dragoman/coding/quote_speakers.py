"""Who speaks: named, by office, by institution, or by a pronoun."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.analysis.document import Document, Mention, Node
from dragoman.analysis.syntax import is_passive
from dragoman.coding.passages import Passage
from dragoman.coding.quote_cues import Cue
from dragoman.coding.quote_tags import Tag
from dragoman.coding.slot_parties import parties
from dragoman.coding.slots import fill
from dragoman.errors import NotFound
from dragoman.gazetteer.lookup import person
from dragoman.languages import titles
from dragoman.languages.coreference import coreference
from dragoman.languages.lexicon import Lexicon
from dragoman.languages.quotations import QuotationWords
from dragoman.records import Party

PHRASE = ("det", "amod", "nmod", "flat", "compound", "number", "case", "poss", "fixed", "appos")
BACK = 3  # sentences back in which a pronoun's noun is looked for
APART = (
    60  # characters between an office and the name of its holder ("l'émissaire pour X Jean Martin")
)
_PART = r"(?:[A-ZÀ-Þ][\w'’-]+|von|van|der|den|de|di|da|dos|bin|ben|al|el)"
_FULL_NAME = re.compile(rf",? ([A-ZÀ-Þ][\w'’-]+(?: {_PART}){{0,3}} [A-ZÀ-Þ][\w'’-]+)(?![\w'’-])")
_ENDS = re.compile(r"[.;:()«»“”\"]|,.*,|\b(?:et|and)\b")
LONGEST = 100  # characters of a phrase that stands for a name


def speaker_of(
    cue: Cue,
    tag: Tag | None,
    passage: Passage,
    document: Document,
    lexicon: Lexicon,
    words: QuotationWords,
    last: Party | None,
) -> Party | None:
    """The party that says it; null where nobody is stated. `last` spoke in the quotation before, if that
    is near enough for a pronoun to take it up."""
    subject = tag.subject if tag is not None else None
    if subject is None:
        subject = _subject(cue, passage, lexicon)
    if subject is None:
        return None
    return party_of(subject, passage, document, words, last)


def party_of(
    node: Node, passage: Passage, document: Document, words: QuotationWords, last: Party | None
) -> Party | None:
    """The party that a phrase's head names; by the phrase's own words where no table knows it."""
    text = node.text.lower().lstrip("-").removeprefix("t-")
    small = coreference(document.language)
    if text in words.relative and node.mention is None:
        noun = _antecedent(node)
        if noun is None or noun.text.lower() in words.relative:
            return None
        return party_of(noun, passage, document, words, last)
    if text in small.masculine | small.feminine | small.plural:
        taken = _taken_up(text, document.language, last) or _own(node)
        if taken is None and text not in words.no_speaker:
            plural = text in small.plural
            taken = _subject_before(node, plural, document, words)
            if taken is None:
                taken = Party(text=text, name=text, kind="group" if plural else "person")
        return taken.model_copy(update={"text": node.text.lstrip("-")}) if taken else None
    if text in small.first_person or text in words.no_speaker:
        return None
    named = _named(node, passage)
    if named is not None:
        return named
    titled = _same_title(node, last, document)
    if titled is not None:
        return titled
    if text in words.no_speaker or node.lemma in words.no_speaker or node.pos == "NUM":
        return None
    return _by_words(node, document, words)


def _subject(cue: Cue, passage: Passage, lexicon: Lexicon) -> Node | None:
    found = fill(cue.node, "subject", lexicon)
    behind_comma = passage.text[: cue.start - passage.start].rstrip().endswith(",")
    if found and not (cue.goes_on and behind_comma):
        return found[0]
    if _is_bare_participle(cue.node) or is_passive(cue.node):
        return None  # "qualifié de": whoever says it is not stated
    near = _adjacent_head(cue, passage)
    if near is not None:
        return near
    if cue.goes_on:
        return next(
            (
                n
                for above in cue.node.ancestors()
                for n in above.children
                if above.pos in ("VERB", "AUX") and n.relation in ("subject", "subject:pass")
            ),
            None,
        )
    below = cue.node
    for above in cue.node.ancestors():
        if below.relation not in ("conj", "adverbial", "parataxis", "participle", "complement"):
            break
        own = [n for n in above.children if n.relation in ("subject", "subject:pass")]
        if own:
            return own[0]
        below = above
    return None


def _is_bare_participle(node: Node) -> bool:
    past = node.morph.get("Tense") == "Past" or node.morph.get("Aspect") == "Perf"
    return node.morph.get("VerbForm") == "Part" and past and node.child("aux") is None


def _adjacent_head(cue: Cue, passage: Passage) -> Node | None:
    before = [m for s in passage.sentences for m in s.mentions if m.end <= cue.start]
    near = [
        m
        for m in before
        if m.form != "place"
        and passage.inside_marks(m.start) is None
        and _adjacent(m, cue, passage)
    ]
    return _head(near[-1], passage) if near else None


def _adjacent(mention: Mention, cue: Cue, passage: Passage) -> bool:
    """Whether nothing but an aside stands between a name and the cue."""
    between = passage.text[mention.end - passage.start : cue.start - passage.start]
    return not re.search(r"\w", re.sub(r"^\s*,[^,]*,|^\s*\([^)]*\)", "", between))


def _head(mention: Mention, passage: Passage) -> Node | None:
    return next((n for n in passage.nodes if n.mention is mention), None)


def _named(node: Node, passage: Passage) -> Party | None:
    """The person in apposition goes before the office; else what the head names."""
    own = _own(node) or _honoured(node)
    if own is not None and (own.id is not None or own.office is None):
        return own
    name = _apposed(node, passage) or _name_after(node, passage)
    if name is None or own is None or own.kind != "person":
        return name or own
    return name.model_copy(
        update={
            "country": name.country or own.country,
            "office": name.office or own.office,
            "sector": name.sector or own.sector,
        }
    )


def _honoured(node: Node) -> Party | None:
    """ "M. Durand", "Ms. Smith": the name under the honorific."""
    names = (
        c for c in node.children if c.relation in ("flat", "compound") and c.start > node.start
    )
    return next((p for c in names if (p := _own(c)) is not None and p.kind == "person"), None)


def _apposed(node: Node, passage: Passage) -> Party | None:
    """A person's name that follows an office or a description of him."""
    end = node.mention.end if node.mention is not None else node.end
    for sentence in passage.sentences:
        for mention in sentence.mentions:
            if mention.start < end or mention.form not in ("name", "office"):
                continue
            between = passage.text[end - passage.start : mention.start - passage.start]
            if len(between) > APART or passage.inside_marks(mention.start) is not None:
                break
            party = mention.parties[0]
            head = _head(mention, passage)
            if head is None or head.relation not in ("appos", "flat", "nmod", "dep"):
                continue
            plain = party.kind == "person" and party.office is None and head.case is None
            if plain and not _ENDS.search(between):
                return party
    return None


def _name_after(node: Node, passage: Passage) -> Party | None:
    """A name that no phrase of the analysis holds, right after the office ("..., Anna von der Tann")."""
    if node.pos not in ("NOUN", "PROPN") or (node.mention is None and node.child("det") is None):
        return None
    if node.mention is not None:
        end = node.mention.end
    else:
        end = max(n.end for n in _phrase(node) if n.relation != "flat")
    at = _FULL_NAME.match(passage.text[end - passage.start :])
    if at is None:
        return None
    name = at.group(1)
    return Party(text=name, name=name, kind="person")


def _same_title(node: Node, last: Party | None, document: Document) -> Party | None:
    """ "le ministre": whoever spoke last, if that is his office."""
    if last is None or last.office is None or node.pos != "NOUN" or node.child("nmod") is not None:
        return None
    definite = node.child("det")
    if definite is None or definite.morph.get("Definite") != "Def":
        return None
    held = last.office.title.split()
    for hit in titles.find(node.text, document.language):
        if any(title.title.split()[-1] in held for title in hit.titles):
            return last.model_copy(update={"text": node.text})
    return None


def _antecedent(node: Node) -> Node | None:
    clause = next((a for a in node.ancestors() if a.relation in ("relative", "participle")), None)
    return clause.head if clause is not None else None


def _own(node: Node) -> Party | None:
    return node.mention.parties[0] if node.mention is not None and node.mention.parties else None


def _subject_before(
    node: Node, plural: bool, document: Document, words: QuotationWords
) -> Party | None:
    """The nearest subject of a verb of saying or doing before a pronoun that nothing else explains."""
    place = next((s.index for s in document.sentences if s.start <= node.start < s.end), 0)
    for sentence in reversed(document.sentences[max(0, place - BACK) : place + 1]):
        for other in reversed(sentence.nodes):
            if other.start >= node.start or other.relation not in ("subject", "subject:pass"):
                continue
            if other.pos not in ("NOUN", "PROPN"):
                continue
            many = other.morph.get("Number") == "Plur"
            if many != plural or (not plural and other.pos != "PROPN" and other.mention is None):
                continue
            found = _own(other) or _by_words(other, document, words)
            if found is not None and (plural or found.kind == "person"):
                return found
    return None


def _taken_up(text: str, language: str, last: Party | None) -> Party | None:
    """The speaker of the quotation before, where the pronoun fits."""
    if last is None:
        return None
    small = coreference(language)
    if text in small.plural:
        return last if last.kind == "group" else None
    if text not in small.masculine | small.feminine:
        return None
    sex = "m" if text in small.masculine else "f"
    if last.kind == "person":
        return last if _sex(last) in (None, sex) else None
    return last if language == "fr" else None


def _sex(party: Party) -> str | None:
    if party.id is None or not party.id.startswith("person:"):
        return None
    try:
        return person(party.id).sex
    except NotFound:
        return None


def _by_words(node: Node, document: Document, words: QuotationWords) -> Party | None:
    """Somebody without a name: the phrase's own words. Of a document whoever it names ("un rapport de
    l'ONU"), else a group."""
    if node.pos not in ("NOUN", "PROPN", "PRON", "ADJ", "X"):
        return None
    inside = sorted(_phrase(node), key=lambda n: n.index)
    while len(inside) > 1 and inside[0].relation == "case":
        inside.pop(0)
    start, end = inside[0].start, inside[-1].end
    text = document.text[start:end][:LONGEST].strip()
    if not re.search(r"\w\w", text):
        return None
    plural = node.morph.get("Number") == "Plur"
    if node.lemma in words.documents:
        source = next((p for p in parties(node) if p.kind == "organisation"), None)
        if source is not None:
            return source
        plural = True
    near = (c for c in node.children if c.relation in ("amod", "nmod", "compound", "poss"))
    country = next((p.country for c in near if (p := _own(c)) is not None and p.country), None)
    return Party(text=text, name=text, kind="group" if plural else "person", country=country)


def _phrase(node: Node) -> Iterable[Node]:
    """The phrase without clauses and what follows a comma."""
    stack, found = [node], []
    while stack:
        current = stack.pop()
        found.append(current)
        for child in current.children:
            if child.relation not in PHRASE or child.relation == "appos":
                continue
            comma = any(
                c.text == "," and node.start < c.start < child.start for c in child.children
            )
            if not comma:
                stack.append(child)
    return found
