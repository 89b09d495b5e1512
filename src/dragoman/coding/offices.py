"""Offices: who takes one, holds one since when, leaves one. A mere title with a name tells nothing new."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.analysis.document import Document, Mention, Node, Sentence
from dragoman.analysis.parties import organisation_party, state_party
from dragoman.analysis.syntax import coordinated, is_passive, lemmas
from dragoman.analysis.times import TimeExpression
from dragoman.coding.attribution import attribution
from dragoman.coding.claims import CODER, evidence, identity, is_history, settled, when
from dragoman.coding.dating import held_from, time_of
from dragoman.coding.modality import modality
from dragoman.coding.office_titles import Titles
from dragoman.coding.since import iso, own_times
from dragoman.coding.slots import fill
from dragoman.languages.lexicon import Lexicon, lexicon
from dragoman.languages.offices import OfficeStep, OfficeWords, office_words
from dragoman.records import Office, OfficeHeld, Party, When


@dataclass(frozen=True, slots=True)
class _Told:
    """A step, the word that tells it, the person with the mention that names him, and the date."""

    step: OfficeStep
    node: Node
    person: Party
    mention: Mention
    time: TimeExpression | None
    office: OfficeHeld | None = None


class _Reader:
    """Reads the offices of one sentence."""

    def __init__(self, sentence: Sentence, document: Document) -> None:
        self.sentence, self.document = sentence, document
        self.words: OfficeWords = office_words(document.language)
        self.lex: Lexicon = lexicon(document.language)
        self.titles = Titles(sentence, document, self.words)

    def told(self) -> Iterator[_Told]:
        for node in self.sentence.nodes:
            if node.pos in ("VERB", "AUX"):
                yield from self._verb(node)
            elif node.pos in ("NOUN", "PROPN"):
                yield from self._noun(node)
        yield from self._in_power()
        yield from self._title_since()

    # --- verbs

    def _step(self, verb: Node) -> OfficeStep | None:
        for form in lemmas(verb):
            if (step := self.words.verbs.get(form)) is not None:
                return step
            for child in verb.children:
                if child.pos not in ("NOUN", "PROPN"):
                    continue
                step = self.words.verbs.get(f"{form} {child.lemma}")
                if step is not None:
                    return step
        return None

    def _verb(self, verb: Node) -> Iterator[_Told]:
        step = self._step(verb)
        if step is None:
            return
        slot = "object" if step in ("named", "removed") else "subject"
        fillers = fill(verb, slot, self.lex)
        if slot == "object" and not is_passive(verb):
            fillers = fillers + verb.all("complement", "attribute", "flat")
            fillers = fillers + [n for f in fillers for n in f.all("compound", "flat", "appos")]
        person = self._person(fillers)
        if person is None or not self._is_told(verb, step, person[1]):
            return
        time = self._time(verb, step)
        office: OfficeHeld | None = None
        if step == "named" or verb.lemma in self._becoming():
            owner = self._appointer(verb) if step == "named" else None
            office = self.titles.after(verb, person[0], owner)
            if office is None:
                return
        if step == "holds":
            if time is None:
                return
            led = [p for n in fill(verb, "object", self.lex) for p in self._states(n)]
            office = self.titles.of_person(person[0])
            if office is None or (led and led[0].id != office.of):
                return
        yield _Told(step, verb, person[0], person[1], time, office)

    def _is_told(self, verb: Node, step: OfficeStep, mention: Mention) -> bool:
        """Whether somebody did it: not a bare infinitive or gerund that nothing makes a plan ("the goal
        of ousting X"), nor naming "the president" with no name ("citizens elect the president")."""
        if step == "named" and mention.form == "office" and not mention.why.startswith("named"):
            return False
        told = verb.morph.get("VerbForm") == "Fin" or verb.child("aux", "aux:pass", "cop")
        past = verb.morph.get("Tense") == "Past" or verb.morph.get("Aspect") == "Perf"
        planned = modality(verb, self.sentence, self.lex).modality in ("planned", "possible")
        return bool(told or past or planned)

    def _becoming(self) -> tuple[str, ...]:
        return self.words.words["becoming"]

    @staticmethod
    def _states(node: Node) -> list[Party]:
        return [p for p in node.mention.parties if p.kind == "state"] if node.mention else []

    def _person(self, nodes: list[Node]) -> tuple[Party, Mention] | None:
        for node in nodes:
            for member in coordinated(node)[:1]:
                if member.mention is None or len(member.mention.parties) != 1:
                    continue
                party = member.mention.parties[0]
                if party.kind == "person":
                    return party, member.mention
        return None

    def _appointer(self, verb: Node) -> str | None:
        """The state whose office it is where somebody of it appoints: "le président chilien a nommé X"."""
        for node in fill(verb, "subject", self.lex):
            for party in node.mention.parties if node.mention is not None else ():
                if party.country:
                    return f"state:{party.country}"
                if party.office is not None:
                    return party.office.of
        return None

    def _time(self, node: Node, step: OfficeStep) -> TimeExpression | None:
        """When the step was made; for an office held, the day from which it is."""
        holding = step == "holds"
        own = [t for t in own_times(node, self.sentence) if (t.kind == "since") == holding]
        if own:
            return own[0]
        return None if holding else held_from(node, self.sentence) or time_of(node, self.sentence)

    # --- nouns and phrases

    def _noun(self, noun: Node) -> Iterator[_Told]:
        """ "la prise de fonction de X en 2013", "l'élection de X à la présidence"."""
        text = self.sentence.text[noun.start - self.sentence.start :].lower().replace("’", "'")
        step = next(
            (s for w, s in self.words.nouns.items() if re.match(rf"{re.escape(w)}(?!\w)", text)),
            None,
        )
        if step is None or noun.mention is not None:
            return
        time = self._time(noun, step)
        if time is None:
            return
        people = [n for slot in ("object", "subject") for n in fill(noun, slot, self.lex)]
        inside = [n for n in people if n.head is noun or _is_of_phrase(n, noun)]
        person = self._person([*noun.all("poss", "det"), *inside])
        if person is not None:
            yield _Told(step, noun, person[0], person[1], time)

    def _in_power(self) -> Iterator[_Told]:
        """ "X, au pouvoir depuis 1999": the person named last before the words."""
        words = "|".join(map(re.escape, self.words.words["in_power"]))
        text = self.sentence.text.replace("’", "'")
        for at in re.finditer(rf"(?<!\w)(?:{words})\s", text, re.IGNORECASE):
            time = self._since_at(at.end())
            found = self._before(at.start())
            node = self.sentence.node_at(self.sentence.start + at.end() - 2)
            if time is not None and found is not None and node is not None:
                yield _Told("holds", node, found[0], found[1], time)

    def _title_since(self) -> Iterator[_Told]:
        """ "X, président depuis 2012": a title that the since follows at once."""
        for mention in self.sentence.mentions:
            time = self._since_at(mention.end - self.sentence.start)
            if time is None or mention.form != "office" or len(mention.parties) != 1:
                continue
            party = mention.parties[0]
            node = self.sentence.nodes[mention.head] if mention.head >= 0 else None
            if party.kind == "person" and party.id and node is not None:
                yield _Told("holds", node, party, mention, time)

    def _since_at(self, position: int) -> TimeExpression | None:
        for time in self.sentence.times:
            gap = self.sentence.text[position : time.start_char]
            if time.kind == "since" and position <= time.start_char and not gap.strip():
                return time
        return None

    def _before(self, position: int) -> tuple[Party, Mention] | None:
        end = self.sentence.start + position
        for mention in reversed(self.sentence.mentions):
            if mention.end > end or len(mention.parties) != 1:
                continue
            between = self.document.text[mention.end : end].lower()
            rest = re.findall(r"\w+|[,(]", between)
            if mention.parties[0].kind == "person" and all(
                w in self.words.words["asides"] for w in rest
            ):
                return mention.parties[0], mention
        return None


def _is_of_phrase(node: Node, noun: Node) -> bool:
    """ "la prise de *fonction* de X": the name may hang from the noun's second word."""
    above = node.head
    return above is not None and above.head is noun and above.mention is None and above.case == "de"


def offices(document: Document) -> Iterator[Office]:
    """Every office that a sentence says somebody takes, holds since some day, or leaves."""
    for sentence in document.sentences:
        if not sentence.nodes:
            continue
        reader = _Reader(sentence, document)
        seen: set[tuple[str, str]] = set()
        for told in reader.told():
            office = told.office or reader.titles.held(told.person, told.mention)
            if office is None:
                continue
            claim = _claim(told, office, reader)
            key = (claim.person.key, f"{claim.since} {claim.until}")
            if key not in seen:
                seen.add(key)
                yield claim


def _claim(told: _Told, office: OfficeHeld, reader: _Reader) -> Office:
    document, sentence = reader.document, reader.sentence
    leaving = told.step in ("leaves", "removed")
    moment = when(told.time, document)
    point = iso(told.time) if told.time is not None else None
    of = (
        state_party(office.of, told.person.text)
        if office.of.startswith("state:")
        else organisation_party(office.of, told.person.text)
    )
    passage = evidence(document, sentence)
    mode = modality(told.node, sentence, reader.lex).modality
    if mode == "asserted" and _is_wanted(told.node, reader.lex):
        mode = "possible"
    names = {
        "person": told.person.key,
        "title": office.title,
        "of": office.of,
        "step": told.step,
        "at": [told.node.start, told.node.end],
    }
    inferred = [] if told.office is not None or told.person.office is not None else ["title"]
    if moment.start is not None and moment.basis not in ("expression", "none"):
        inferred.append("when")
    speaker = attribution(told.node, sentence, reader.lex)
    if speaker is not None and (speaker.key == told.person.key or speaker.country == of.country):
        speaker = None
    return Office(
        id=identity(document, "office", passage, names),
        evidence=passage,
        passages=(passage,),
        modality=settled(mode, historical=_began_long_ago(moment, document)),
        attributed_to=speaker,
        when=moment,
        inferred=tuple(inferred),
        confidence=0.6 if "title" in inferred else 0.7,
        coder=CODER,
        person=told.person,
        title=office.title,
        of=of,
        since=None if leaving else point,
        until=point if leaving else None,
    )


def _is_wanted(noun: Node, lex: Lexicon) -> bool:
    """ "a réclamé la *démission* de X": what is demanded has not happened."""
    verb = noun.head
    if verb is None or noun.pos not in ("NOUN", "PROPN") or noun.relation != "object":
        return False
    frames = [f for form in lemmas(verb) for f in lex.frames.get(("VERB", form), ())]
    return any(f.event == "REQUEST" or f.embeds in ("demand", "offer", "threat") for f in frames)


def _began_long_ago(moment: When, document: Document) -> bool:
    """A since runs to the article's day: what counts is where it begins."""
    return is_history(moment.model_copy(update={"end": moment.start}), document)
