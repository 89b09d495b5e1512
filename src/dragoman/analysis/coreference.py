"""Mentions that take up a party named before: pronouns, "les deux pays", "son homologue", "the latter",
a bare title. Of the kind that dispatches use, sentence by sentence, nearest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from dragoman.analysis.bare_titles import BareTitles
from dragoman.analysis.document import Mention, Node, Sentence
from dragoman.analysis.home import Home
from dragoman.analysis.parties import LEADING, office_party
from dragoman.analysis.past import Past, is_subject
from dragoman.analysis.pronouns import Pronouns, fits_gender
from dragoman.analysis.quoted import Quoted
from dragoman.analysis.scene import Phrase
from dragoman.languages.coreference import Coreference, coreference
from dragoman.languages.titles import LEADER, Title
from dragoman.records import Party


@dataclass(slots=True)
class Tracker:
    """What has been named so far in one article; `resolve` takes its sentences in order."""

    language: str
    day: date | None
    home: Home
    quoted: Quoted = field(default_factory=Quoted)
    past: Past = field(init=False)
    bare: BareTitles = field(init=False)
    named: dict[str, Party] = field(default_factory=dict)  # those of whom no word says the state

    def __post_init__(self) -> None:
        words = coreference(self.language)
        self.past = Past(words.where, self.quoted)
        self.bare = BareTitles(self.past, self.home, words, self.language, self.day)

    def resolve(self, sentence: Sentence, phrases: list[Phrase]) -> None:
        """Sets `sentence.mentions` and each node's `mention`."""
        words = coreference(self.language)
        pronouns = Pronouns(self.past, words, self.language)
        items: list[tuple[int, Phrase | Node]] = [(p.start + sentence.start, p) for p in phrases]
        taken_up = [*self._taken_up(sentence, phrases, words), *self.bare.roles(sentence, phrases)]
        items += [(p.start + sentence.start, p) for p in taken_up]
        covered = {i for p in phrases for i in range(p.start, p.end) if p.parties or p.pending}
        for node in sentence.nodes:
            if node.start - sentence.start not in covered and pronouns.is_pronoun(node):
                items.append((node.start, node))
        for _, item in sorted(items, key=lambda pair: pair[0]):
            mention = (
                pronouns.mention(item, sentence)
                if isinstance(item, Node)
                else self._phrase(item, sentence, words, phrases)
            )
            if mention is None or not mention.parties:
                continue
            mention.sentence = sentence.index
            if isinstance(item, Node):
                item.mention, mention.head = mention, item.index
                mention.subject = is_subject(item)
            else:
                _align(mention, sentence)
            sentence.mentions.append(mention)
            self.past.add(mention, sentence)
        self._relatives(sentence, words)
        sentence.mentions.sort(key=lambda m: m.start)

    def _taken_up(
        self, sentence: Sentence, phrases: list[Phrase], words: Coreference
    ) -> Iterator[Phrase]:
        """Phrases of taking up, found by their words: "les deux pays", "ce dernier"."""
        spans = [(p.start, p.end) for p in phrases]
        for pattern, form in (
            (words.pair, "pair"),
            (words.sides, "pair of sides"),
            (words.pair_persons, "pair of persons"),
            (words.trio, "trio"),
            (words.latter, "latter"),
            (words.latter_feminine, "latter, feminine"),
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

    def _phrase(
        self, phrase: Phrase, sentence: Sentence, words: Coreference, phrases: list[Phrase]
    ) -> Mention | None:
        start, end = phrase.start + sentence.start, phrase.end + sentence.start
        parties, form, why = phrase.parties, phrase.form, phrase.why
        assumed = False
        if form == "pair":
            parties, why = self.past.last_states(2, sentence), "the two states named last"
        elif form == "pair of sides":
            parties = self.past.last_states(2, sentence, groups=True)
            why, form = "the two sides named last", "pair"
        elif form == "pair of persons":
            parties, why, form = self.past.last_persons(2), "the two persons named last", "pair"
        elif form == "trio":
            parties, why, form = (
                self.past.last_states(3, sentence),
                "the three states named last",
                "pair",
            )
        elif form.startswith("latter"):
            parties, why, form = self._latter(form), "the party named last", "description"
        elif form == "organisation":
            if _is_described(phrase, sentence, words):
                return None
            found = self.past.last(lambda p: p.kind == "organisation" and bool(p.id))
            parties, why = (found,) if found else (), "the organisation named last"
            form = "description"
        elif form == "counterpart":
            parties, why = self._counterpart(phrase, sentence)
            form = "description"
        elif phrase.pending:
            read = self.bare.read(phrase, sentence, phrases)
            parties, why, end, assumed = read.parties, read.why, read.end, read.assumed
            if phrase.form == "role":
                form = "institution" if phrase.pending[0].institution else "people"
        elif phrase.role is not None:
            read = self.bare.named(phrase, sentence, phrases)
            if read.parties:
                parties, why, assumed = read.parties, read.why, True
                self.named.update((party.name, party) for party in parties)
        elif any(party.name in self.named for party in parties):
            assumed = True
            parties = tuple(
                self.named[p.name].model_copy(update={"text": p.text})
                if p.name in self.named
                else p
                for p in parties
            )
        if not parties:
            return None
        return Mention(start, end, parties, form, why, assumed=assumed)  # type: ignore[arg-type]

    def _latter(self, form: str) -> tuple[Party, ...]:
        sex = None if self.language == "en" else "f" if form.endswith("feminine") else "m"
        for mention in reversed(self.past.history):
            party = mention.parties[-1]
            if (
                mention.form not in ("demonym", "place", "people")
                and party.kind in ("person", "state", "organisation")
                and fits_gender(party, sex, self.language)
            ):
                return (party,)
        return ()

    def _counterpart(self, phrase: Phrase, sentence: Sentence) -> tuple[tuple[Party, ...], str]:
        """Who "son homologue russe" is: the holder of the same office; without an owner, the one person of
        another state and that office who was named nearby."""
        owners = [p.id for p in phrase.parties if p.id]
        officer = self.past.last(
            lambda p: p.kind == "person" and p.office is not None and p.office.of not in owners
        )
        if officer is None or officer.office is None:
            return phrase.parties, "the counterpart's state"
        leads = officer.office.title in LEADING
        if not owners:
            others = {
                p.key: p
                for p in self.past.recent(sentence)
                if p.kind == "person"
                and p.office is not None
                and p.country != officer.country
                and (
                    p.office.title == officer.office.title or (leads and p.office.title in LEADING)
                )
            }
            why = f"the counterpart of {officer.name} named before"
            return (tuple(others.values()), why) if len(others) == 1 else ((), "")
        title = Title(
            title=LEADER if leads else officer.office.title,
            sector=officer.sector or "GOV",
            single=True,
        )
        text = phrase.parties[0].text
        parties = tuple(office_party(title, of, text, self.day)[0] for of in owners)
        return parties, f"the {title.title}, as {officer.name} is"

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


def _is_described(phrase: Phrase, sentence: Sentence, words: Coreference) -> bool:
    """Whether "l'agence" goes on ("l'agence iranienne", "l'organisation de la fête") and is another."""
    rest = sentence.text[phrase.end :]
    if words.complement.match(rest):
        return True
    if rest.split()[:1] and rest.split()[0].strip(",.").lower() in words.organisation_adjectives:
        return False
    node = sentence.node_at(sentence.start + phrase.end - 1)
    return node is not None and any(a.start > node.start for a in node.all("amod"))


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
    mention.subject = is_subject(node)
    if mention.form == "metonym" and node.relation == "compound":
        mention.form = "place"  # "a Kabul car bombing"
