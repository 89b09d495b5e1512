"""Mentions that take up a party named before: pronouns, "les deux pays", "son homologue", "the latter",
a bare title. Of the kind that dispatches use, sentence by sentence, nearest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from dragoman.analysis.document import Mention, Node, Sentence
from dragoman.analysis.parties import LEADING, office_party
from dragoman.analysis.scene import Phrase
from dragoman.analysis.syntax import coordinated
from dragoman.errors import NotFound
from dragoman.gazetteer.lookup import person, state
from dragoman.languages.coreference import Coreference, coreference
from dragoman.languages.titles import LEADER, Title
from dragoman.records import Party

SUBJECTS = ("subject", "subject:pass")
MEDIA = "MED"
REACH = 4  # sentences back that a pronoun may reach


@dataclass(slots=True)
class Tracker:
    """What has been named so far in one article; `resolve` takes its sentences in order."""

    language: str
    day: date | None
    history: list[Mention] = field(default_factory=list)

    def resolve(self, sentence: Sentence, phrases: list[Phrase]) -> None:
        """Sets `sentence.mentions` and each node's `mention`."""
        words = coreference(self.language)
        items: list[tuple[int, Phrase | Node]] = [(p.start + sentence.start, p) for p in phrases]
        items += [(p.start + sentence.start, p) for p in self._taken_up(sentence, phrases, words)]
        covered = {i for p in phrases for i in range(p.start, p.end) if p.parties or p.pending}
        for node in sentence.nodes:
            if node.start - sentence.start not in covered and self._is_pronoun(node, words):
                items.append((node.start, node))
        for _, item in sorted(items, key=lambda pair: pair[0]):
            mention = (
                self._pronoun(item, sentence, words)
                if isinstance(item, Node)
                else self._phrase(item, sentence, words)
            )
            if mention is None or not mention.parties:
                continue
            mention.sentence = sentence.index
            if isinstance(item, Node):
                item.mention, mention.head = mention, item.index
                mention.subject = item.relation in SUBJECTS
            else:
                _align(mention, sentence)
            sentence.mentions.append(mention)
            self.history.append(mention)
        self._relatives(sentence, words)
        sentence.mentions.sort(key=lambda m: m.start)

    def _taken_up(
        self, sentence: Sentence, phrases: list[Phrase], words: Coreference
    ) -> Iterator[Phrase]:
        """Phrases of taking up, found by their words: "les deux pays", "ce dernier"."""
        spans = [(p.start, p.end) for p in phrases]
        for pattern, form in (
            (words.pair, "pair"),
            (words.pair_persons, "pair of persons"),
            (words.latter, "latter"),
            (words.organisation, "organisation"),
        ):
            for at in pattern.finditer(sentence.text):
                pending = [
                    p for p in phrases if p.pending and p.start < at.end() and at.start() < p.end
                ]
                if form.startswith("pair"):
                    for phrase in pending:  # "les deux présidents": the words hold a title
                        phrase.pending = ()
                if any(a < at.end() and at.start() < b for a, b in spans) and not (
                    form.startswith("pair") and pending
                ):
                    continue
                yield Phrase(at.start(), at.end(), (), form, "")

    def _is_pronoun(self, node: Node, words: Coreference) -> bool:
        word = node.text.lower().lstrip("-")
        if node.pos not in ("PRON", "DET", "ADJ") or node.relation == "expletive":
            return False
        if node.relation in ("det", "poss", "amod"):
            return word in words.possessive
        return word in words.masculine | words.feminine | words.plural | words.neuter

    # --- phrases

    def _phrase(self, phrase: Phrase, sentence: Sentence, words: Coreference) -> Mention | None:
        start, end = phrase.start + sentence.start, phrase.end + sentence.start
        parties, form, why = phrase.parties, phrase.form, phrase.why
        if phrase.form == "pair":
            parties, why = self._last_states(2), "the two states named last"
        elif phrase.form == "pair of persons":
            parties, why, form = self._last_persons(2), "the two persons named last", "pair"
        elif phrase.form == "latter":
            found = self._last(lambda p: p.kind in ("person", "state", "organisation"))
            parties, why, form = (found,) if found else (), "the party named last", "description"
        elif phrase.form == "organisation":
            found = self._last(lambda p: p.kind == "organisation" and bool(p.id))
            parties, why, form = (
                (found,) if found else (),
                "the organisation named last",
                "description",
            )
        elif phrase.form == "counterpart":
            parties, why = self._counterpart(phrase)
            form = "description"
        elif phrase.pending:
            parties, why, end = self._bare_title(phrase, sentence, words)
        if not parties:
            return None
        return Mention(start, end, parties, form, why)  # type: ignore[arg-type]

    def _bare_title(
        self, phrase: Phrase, sentence: Sentence, words: Coreference
    ) -> tuple[tuple[Party, ...], str, int]:
        title = phrase.pending[0]
        end = phrase.end + sentence.start
        node = sentence.node_at(phrase.end + sentence.start - 1)
        if self.language == "en" and node is not None and node.relation in ("amod", "compound"):
            return (), "", end  # "military action", "foreign media"
        rest = sentence.text[phrase.end :]
        pair = words.of_pair.match(rest.lstrip())
        if pair:
            lead = len(rest) - len(rest.lstrip())
            end += lead + pair.end()
            states = self._last_states(2)
            text = sentence.text[phrase.start : end - sentence.start]
            parties = tuple(
                office_party(title, s.id, text, self.day)[0] for s in states if s.id is not None
            )
            return parties, f"the {title.title} of each of the two states named last", end
        found = self._last(lambda p: self._fits(p, title))
        if found is None:
            return (), "", end
        text = sentence.text[phrase.start : phrase.end]
        return (found.model_copy(update={"text": text}),), f"the {title.title} named before", end

    @staticmethod
    def _fits(party: Party, title: Title) -> bool:
        if title.institution:
            return party.kind in ("organisation", "state") and (
                party.name.startswith(title.title + " of")
                or (title.title == "government" and party.kind == "state" and party.sector == "GOV")
            )
        if party.office is None or party.kind != "person":
            return False
        return party.office.title == title.title or title.leader

    def _counterpart(self, phrase: Phrase) -> tuple[tuple[Party, ...], str]:
        owners = [p.id for p in phrase.parties if p.id]
        officer = self._last(
            lambda p: p.kind == "person" and p.office is not None and p.office.of not in owners
        )
        if officer is None or officer.office is None:
            return phrase.parties, "the counterpart's state"
        if not owners:
            return (), ""
        leads = officer.office.title in LEADING
        title = Title(
            title=LEADER if leads else officer.office.title,
            sector=officer.sector or "GOV",
            single=True,
        )
        text = phrase.parties[0].text
        parties = tuple(office_party(title, of, text, self.day)[0] for of in owners)
        return parties, f"the {title.title}, as {officer.name} is"

    # --- pronouns

    def _pronoun(self, node: Node, sentence: Sentence, words: Coreference) -> Mention | None:
        word = node.text.lower().lstrip("-")
        possessive = node.relation in ("det", "poss", "amod")
        if (
            not possessive
            and self.language == "en"
            and word in words.neuter
            and _has_rival(node, sentence)
        ):
            return None
        if word in words.plural or (possessive and word.startswith(("leur", "their"))):
            found = self._plural(node, sentence)
        else:
            sex = "m" if word in words.masculine else "f" if word in words.feminine else None
            neuter = word in words.neuter or word == "its"
            if possessive and self.language == "en":
                sex = {"his": "m", "her": "f"}.get(word)
            found = self._singular(node, sentence, sex, neuter=neuter, possessive=possessive)
        if found is None:
            return None
        parties = tuple(p.model_copy(update={"text": node.text}) for p in found.parties)
        why = f"takes up “{found.parties[0].text}”"
        return Mention(node.start, node.end, parties, "pronoun", why)

    def _singular(
        self, node: Node, sentence: Sentence, sex: str | None, *, neuter: bool, possessive: bool
    ) -> Mention | None:
        """The subject of the clause before, else of an earlier sentence, that fits in gender."""
        if not possessive and _has_rival(node, sentence):
            return None
        for mention in self._antecedents(node, sentence):
            if len(mention.parties) != 1 or mention.form in ("demonym", "place", "people"):
                continue
            party = mention.parties[0]
            if party.kind == "person":
                if neuter or (sex and _sex(party) not in (None, sex)):
                    continue
                return mention
            if self.language == "en":
                if sex is None and (neuter or possessive):
                    return mention
                continue
            if sex is None or possessive or _grammatical(party, self.language) in (None, sex):
                return mention
        return None

    def _plural(self, node: Node, sentence: Sentence) -> Mention | None:
        """Several parties named together, or a body of several."""
        for mention in self._antecedents(node, sentence):
            if len(mention.parties) > 1:
                return mention
            head = sentence.nodes[mention.head] if mention.sentence == sentence.index else None
            if head is not None and mention.head >= 0:
                group = [n.mention for n in coordinated(head) if n.mention is not None]
                parties = tuple(p for m in group for p in m.parties)
                if len(parties) > 1:
                    return Mention(mention.start, mention.end, parties, "pair", "named together")
            if mention.form in ("people", "institution"):
                return mention
        return None

    def _antecedents(self, node: Node, sentence: Sentence) -> Iterator[Mention]:
        """Candidates: subjects before the rest in each sentence, this one first, then those before it."""
        recent = [
            m for m in self.history if m.start < node.start and sentence.index - m.sentence <= REACH
        ]
        for distance in range(REACH + 1):
            here = [m for m in recent if m.sentence == sentence.index - distance]
            subjects = [m for m in here if self._is_subject(m)]
            own = _clause_subject(node)
            if distance == 0 and node.relation in ("det", "poss", "amod") and own is not None:
                yield own
            yield from (subjects if distance else reversed(subjects))
            yield from (m for m in reversed(here) if m not in subjects and m.form != "demonym")

    @staticmethod
    def _is_subject(mention: Mention) -> bool:
        return mention.form != "demonym" and mention.subject

    # --- the past

    def _last(self, fits: object) -> Party | None:
        for mention in reversed(self.history):
            for party in reversed(mention.parties):
                if callable(fits) and fits(party):
                    return party
        return None

    def _last_states(self, count: int) -> tuple[Party, ...]:
        """The states named last, each once, in the order in which they were named; none if too few."""
        found: list[str] = []
        for mention in reversed(self.history):
            for party in reversed(mention.parties):
                if party.sector == MEDIA:
                    continue  # who reports is none of "the two sides"
                if party.country and f"state:{party.country}" not in found:
                    found.append(f"state:{party.country}")
            if len(found) >= count:
                break
        if len(found) < count:
            return ()
        return tuple(
            Party(
                text=state(of).name,
                name=state(of).name,
                kind="state",
                id=of,
                country=of.removeprefix("state:"),
            )
            for of in reversed(found[:count])
        )

    def _last_persons(self, count: int) -> tuple[Party, ...]:
        found: list[Party] = []
        for mention in reversed(self.history):
            for party in reversed(mention.parties):
                if party.kind == "person" and party.country not in {p.country for p in found}:
                    found.append(party)
            if len(found) >= count:
                break
        return tuple(reversed(found[:count])) if len(found) >= count else ()

    def _relatives(self, sentence: Sentence, words: Coreference) -> None:
        """ "La Chine, qui ...": the relative pronoun is the party that it stands for."""
        for node in sentence.nodes:
            if node.mention is not None or node.text.lower() not in words.relative:
                continue
            clause = next((a for a in node.ancestors() if a.relation == "relative"), None)
            noun = clause.head if clause is not None else None
            if noun is not None and noun.mention is not None and node.pos == "PRON":
                parties = noun.mention.parties
                mention = Mention(node.start, node.end, parties, "pronoun", "the relative's noun")
                mention.sentence, mention.head = sentence.index, node.index
                node.mention = mention


def _align(mention: Mention, sentence: Sentence) -> None:
    """Ties a mention to the node that heads its words."""
    inside = [n for n in sentence.nodes if n.start < mention.end and mention.start < n.end]
    tops = [n for n in inside if n.head is None or n.head not in inside]
    nominal = [n for n in tops if n.pos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X")] or tops
    if not nominal:
        return
    node = nominal[0]
    mention.head = node.index
    if node.mention is None:
        node.mention = mention
    if node.pos in ("VERB", "AUX", "ADV"):
        node.pos, node.lemma = "NOUN", node.text.split()[0].lower()
    mention.subject = node.relation in SUBJECTS
    if mention.form == "metonym" and node.relation == "compound":
        mention.form = "place"  # "a Kabul car bombing"


def _has_rival(pronoun: Node, sentence: Sentence) -> bool:
    """Whether the subject named last before a pronoun is a thing that fits it: "le champignon ... il"."""
    subjects = [
        n
        for n in sentence.nodes
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


def _clause_subject(node: Node) -> Mention | None:
    """The subject of the clause that a node stands in, if it is named before the node."""
    for above in node.ancestors():
        for child in above.children:
            if child.relation in SUBJECTS and child.start < node.start and child.mention:
                return child.mention
    return None


def _sex(party: Party) -> str | None:
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
    return {"la": "f", "le": "m"}.get(words.article or "") if words else None
