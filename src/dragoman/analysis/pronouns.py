"""Who a pronoun is: of those named before, the nearest that fits in number, sex and gender."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.analysis.document import Mention, Node, Sentence
from dragoman.analysis.past import MEDIA, SUBJECTS, Past, clause_subject, own_subject
from dragoman.analysis.syntax import coordination_head
from dragoman.errors import NotFound
from dragoman.gazetteer.lookup import person, state
from dragoman.languages.coreference import Coreference, coreference
from dragoman.languages.lexicon import lexicon
from dragoman.languages.quotations import quotation_words
from dragoman.records import Party


@dataclass(frozen=True, slots=True)
class Pronouns:
    """The pronouns of one article."""

    past: Past
    words: Coreference
    language: str

    def is_pronoun(self, node: Node) -> bool:
        """Whether a node is a pronoun that may stand for a party."""
        word, words = _word(node), self.words
        if node.pos not in ("PRON", "DET", "ADJ") or node.relation == "expletive":
            return False
        if _is_possessive(node):
            return word in words.possessive
        return word in words.masculine | words.feminine | words.plural | words.neuter

    def mention(self, node: Node, sentence: Sentence) -> Mention | None:
        """The mention that a pronoun makes; null where nobody named before fits."""
        word, words = _word(node), self.words
        possessive = _is_possessive(node)
        if (
            not possessive
            and self.language == "en"
            and word in words.neuter
            and self._has_rival(node, sentence)
        ):
            return None
        if word in words.plural or (possessive and word in words.possessive_plural):
            parties = self._plural(node, sentence)
        elif not possessive and self.language == "en" and word in words.neuter:
            parties = self._it(node, sentence)
        else:
            sex = "m" if word in words.masculine else "f" if word in words.feminine else None
            neuter = word in words.neuter or word == "its"
            if possessive and self.language == "en":
                sex = {"his": "m", "her": "f"}.get(word)
            parties = self._singular(node, sentence, sex, neuter=neuter)
        if not parties:
            return None
        why = f"takes up “{parties[0].text}”"
        parties = tuple(p.model_copy(update={"text": node.text}) for p in parties)
        return Mention(node.start, node.end, parties, "pronoun", why)

    def _it(self, node: Node, sentence: Sentence) -> tuple[Party, ...]:
        """An English "it" is mostly a thing or nothing: it is a state or organisation only as a subject, and
        as that of the clause above ("the EU pays, as it promised"), or as one that says or does something
        after one was named in this sentence or the one before."""
        verb = node.head
        if verb is None or node.relation not in SUBJECTS:
            return ()
        above = clause_subject(node)
        if above is not None and above.sentence == sentence.index:
            # "it is clear how the ship sank" is nobody, "it is ready to help" somebody
            clauses = verb.all("complement", "csubj", "adverbial")
            held = verb.pos != "ADJ" or not any(c.child(*SUBJECTS) for c in clauses)
            return self._one_body(above) if held else ()
        acts = verb.pos == "VERB" and (
            verb.lemma in quotation_words("en").sayings
            or ("VERB", verb.lemma) in lexicon("en").frames
        )
        if not acts:
            return ()
        here = [
            m for m in self.past.history if m.sentence == sentence.index and m.start < node.start
        ]
        before = [m for m in self.past.history if m.sentence == sentence.index - 1]
        subjects = [m for m in (*reversed(here), *before) if m.subject]
        rest = [m for m in reversed(before) if not m.subject and not self._aside(m, False)]
        return next(filter(None, map(self._one_body, (*subjects, *rest))), ())

    def _one_body(self, mention: Mention) -> tuple[Party, ...]:
        fits = len(mention.parties) == 1 and mention.form not in ("demonym", "place", "people")
        party = mention.parties[0]
        fits = fits and self._fits(party, None, neuter=True, possessive=False)
        return mention.parties if fits and party.kind != "person" else ()

    def _singular(
        self, node: Node, sentence: Sentence, sex: str | None, *, neuter: bool
    ) -> tuple[Party, ...]:
        """The subject of the clause before, else of an earlier sentence, that fits in gender."""
        possessive = _is_possessive(node)
        if not possessive and self._has_rival(node, sentence):
            return ()
        own = None if possessive else own_subject(node)
        found = list(self.past.antecedents(node, sentence))
        reports = self._reports(node)
        if reports:
            found.sort(key=lambda mention: mention.parties[0].kind != "person")
        if sex is not None:
            self._known_first(found, sex)
        for mention in found:
            if self._aside(mention, possessive):
                continue
            if reports and mention.parties[0].kind != "person" and not mention.subject:
                continue
            if len(mention.parties) != 1 or mention.form in ("demonym", "place", "people"):
                continue
            if own is not None and mention.keys == own.keys:
                continue  # "He praised him"
            if self._fits(mention.parties[0], sex, neuter=neuter, possessive=possessive):
                return mention.parties
        return ()

    def _known_first(self, found: list[Mention], sex: str) -> None:
        """Puts those of whom the tables know that sex before those of whom nothing is known, in each
        sentence: "Florence Parly a salué son homologue. Elle ..."."""
        order = {m.sentence: number for number, m in reversed(list(enumerate(found)))}
        found.sort(
            key=lambda m: (
                order[m.sentence],
                m.parties[0].kind == "person" and _sex(m.parties[0]) != sex,
            )
        )

    def _fits(self, party: Party, sex: str | None, *, neuter: bool, possessive: bool) -> bool:
        if party.kind == "person":
            return not neuter and not (sex and _sex(party) not in (None, sex))
        if self.language == "en":
            several = party.kind == "group" and party.id is None  # protesters, but Hamas is "it"
            return sex is None and (neuter or possessive) and not several
        return possessive or fits_gender(party, sex, self.language)

    def _reports(self, node: Node) -> bool:
        """Whether a pronoun is that of a report, turned round: "a-t-il ajouté". A person speaks."""
        return node.text.startswith("-") and node.start not in self.past.quoted

    def _aside(self, mention: Mention, possessive: bool) -> bool:
        """Whether a mention is too far aside for one "he" or "it": several; a name unknown, or a state, that
        only goes with a preposition ("la visite à Berlin"); who reports."""
        party, head = mention.parties[0], self.past.head(mention)
        if party.sector == MEDIA and not mention.subject:
            return True
        if head is None:
            return False
        case = coordination_head(head).case or head.case
        governed = case is not None and case not in self.words.agent
        if party.kind == "person":
            stranger = party.id is None and party.office is None and not mention.subject
            several = party.id is None and head.morph.get("Number") == "Plur"
            # "the King", said of no king that is known
            stands_for_none = mention.assumed and party.id is None and not mention.subject
            return (
                several
                or stands_for_none
                or (stranger and (governed or not self._is_titled(mention)))
            )
        if possessive:
            return False
        owner = mention.form == "pronoun" and _is_possessive(head)  # "sa visite", said of a state
        return owner or governed

    def _is_titled(self, mention: Mention) -> bool:
        """Whether "M.", "Mr" or the like stands before a name: it is a person's, whoever that is."""
        before = [n for n in self.past.nodes[mention.sentence] if n.start <= mention.start]
        return any(n.text in self.words.honorifics for n in before[-2:])

    def _has_rival(self, pronoun: Node, sentence: Sentence) -> bool:
        """Whether the subject named last before a pronoun is a thing that fits it: "le champignon ... il".
        What is quoted is no rival to a pronoun outside."""
        outside = pronoun.start not in self.past.quoted
        return _has_rival(
            pronoun, [n for n in sentence.nodes if not (outside and n.start in self.past.quoted)]
        )

    def _plural(self, node: Node, sentence: Sentence) -> tuple[Party, ...]:
        """Several parties named together, or a body of several."""
        if not _is_possessive(node) and self._has_rival(node, sentence):
            return ()
        own = None if _is_possessive(node) else own_subject(node)
        nearby = _is_possessive(node) and _has_plural(node, sentence)
        for mention in self.past.antecedents(node, sentence):
            if own is not None and mention.keys == own.keys:
                continue
            if nearby and mention.sentence != sentence.index:
                return ()  # "Les prisonniers ... leurs familles"
            group = [p for m in self.past.group(mention) for p in m.parties]
            parties = {p.key: p for p in group if p.kind != "person" or p.text != node.text}
            head = self.past.head(mention)
            one = head is not None and head.morph.get("Number") == "Sing"
            if (
                len(parties) > 1
                or mention.form == "institution"
                or (mention.form == "people" and not one)
            ):
                return tuple(parties.values())
        return ()


_GENDERS = {"la": "f", "le": "m"}


def _word(node: Node) -> str:
    return node.text.lower().lstrip("-")


def _is_possessive(node: Node) -> bool:
    return node.relation in ("det", "poss", "amod")


def _has_rival(pronoun: Node, nodes: list[Node]) -> bool:
    subjects = [
        n
        for n in nodes
        if n.index < pronoun.index and n.relation in SUBJECTS and n.pos in ("NOUN", "PROPN")
    ]
    if not subjects:
        return False
    last = max(subjects, key=lambda n: n.index)
    if last.mention is not None or any(c.mention is not None for c in last.all("conj")):
        return False
    for feature in ("Gender", "Number"):
        one, other = last.morph.get(feature), pronoun.morph.get(feature)
        if one and other and one != other:
            return False
    return pronoun.morph.get("Gender") is not None or pronoun.text.lower() in ("it", "they")


def _has_plural(pronoun: Node, sentence: Sentence) -> bool:
    """Whether a plural noun that names no party stands before a pronoun."""
    return any(
        n.index < pronoun.index
        and n.pos == "NOUN"
        and n.mention is None
        and n.morph.get("Number") == "Plur"
        for n in sentence.nodes
    )


def fits_gender(party: Party, sex: str | None, language: str) -> bool:
    """Whether a word of that sex or gender may stand for a party, as far as the tables tell; `sex` null
    fits all."""
    of = _sex(party) if party.kind == "person" else _grammatical(party, language)
    return sex is None or of in (None, sex)


def _sex(party: Party) -> str | None:
    """The sex of a person of the tables ("m", "f"); null for anybody else."""
    if party.id is None or not party.id.startswith("person:"):
        return None
    try:
        return person(party.id).sex
    except NotFound:
        return None


def _grammatical(party: Party, language: str) -> str | None:
    """Grammatical gender of a state's name, from its article; null where it doesn't show."""
    if party.kind != "state" or party.id is None or party.sector == "GOV":
        return None
    words = state(party.id).words.get(language)
    if words is None or not words.article:
        return None
    if words.article in _GENDERS:
        return _GENDERS[words.article]
    # "l'Iran", "l'Allemagne": the article does not tell, the ending does.
    endings = coreference(language).feminine_endings
    return ("f" if words.names[0].endswith(endings) else "m") if endings else None
