"""Who "we" is in a quotation: the state or organisation for which its speaker speaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.analysis.document import Mention, Node, Sentence
from dragoman.analysis.parties import organisation_party, state_party
from dragoman.analysis.past import SUBJECTS
from dragoman.analysis.quoted import Quoted
from dragoman.languages.coreference import Coreference
from dragoman.languages.quotations import quotation_words
from dragoman.records import Party

Span = tuple[int, int]
SPEAK_FOR = ("GOV", "MIL")  # sectors of those who say "we" for their state


@dataclass(slots=True)
class FirstPerson:
    """The words of the first person plural in the quotations of one article."""

    sentences: list[Sentence]
    quoted: Quoted
    words: Coreference
    language: str
    _speakers: dict[Span, Party | None] = field(default_factory=dict)

    def resolve(self) -> None:
        """Makes the mentions of "we", "our", "our country", where the speaker is known. Asked once all
        sentences are resolved: a speaker is as a rule named after his words."""
        for sentence in self.sentences:
            for node in sentence.nodes:
                if node.mention is None and self._is_ours(node):
                    self._mention(node, sentence)

    def _is_ours(self, node: Node) -> bool:
        word = node.text.lower()
        return (
            word in self.words.we | self.words.our
            and node.relation != "reflexive"
            and node.start in self.quoted
        )

    def _mention(self, node: Node, sentence: Sentence) -> None:
        span = self.quoted.span_at(node.start)
        if span is None:
            return
        if span not in self._speakers:
            self._speakers[span] = self._speaker(span, sentence.paragraph)
        speaker = self._speakers[span]
        party = _speaks_for(speaker) if speaker is not None else None
        if speaker is None or party is None:
            return
        head, start, end = node, node.start, node.end
        noun = node.head
        if node.text.lower() in self.words.our and noun is not None:
            between = noun.start - end
            if noun.lemma.lower() in self.words.country and between == 1 and noun.mention is None:
                head, end = noun, noun.end
        text = sentence.text[start - sentence.start : end - sentence.start]
        why = f"said by {speaker.name}"
        party = party.model_copy(update={"text": text})
        subject = head.relation in SUBJECTS
        head.mention = Mention(
            start, end, (party,), "pronoun", why, sentence.index, head.index, subject
        )
        sentence.mentions.append(head.mention)
        sentence.mentions.sort(key=lambda mention: mention.start)

    def _speaker(self, span: Span, paragraph: int) -> Party | None:
        """The subject of the verb of saying that is nearest to a quotation in its paragraph."""
        here = [s for s in self.sentences if s.paragraph == paragraph]
        found = [
            (min(abs(verb.start - span[1]), abs(span[0] - verb.start)), party)
            for sentence in here
            if self._is_near(sentence, span)
            for verb, party in self._sayings(sentence.nodes)
        ]
        return min(found, key=lambda each: each[0])[1] if found else None

    def _is_near(self, sentence: Sentence, span: Span) -> bool:
        """Whether a sentence holds a part of a quotation outside it, or follows right behind it."""
        return sentence.start < span[1] + 2 and span[0] < sentence.end

    def _sayings(self, nodes: Iterable[Node]) -> Iterator[tuple[Node, Party]]:
        sayings = quotation_words(self.language).sayings
        for verb in nodes:
            if verb.pos != "VERB" or verb.lemma not in sayings or verb.start in self.quoted:
                continue
            # turned round ("a déclaré le ministre") the subject may pass for an object
            for subject in verb.all(*SUBJECTS) or [
                n for n in verb.all("object") if n.start > verb.start
            ]:
                mention = subject.mention
                outside = subject.start not in self.quoted
                if mention is not None and outside and len(mention.parties) == 1:
                    yield verb, mention.parties[0]


def _speaks_for(speaker: Party) -> Party | None:
    """The state or organisation that somebody means by "we"; null for whom it can't be said."""
    if speaker.kind == "group":
        return None
    of = speaker.office.of if speaker.office is not None else None
    if speaker.country is not None:
        official = speaker.kind == "state" or speaker.sector in SPEAK_FOR
        return state_party(speaker.country, speaker.text) if official else None
    owner = of or (speaker.id if speaker.kind == "organisation" else None)
    if owner is None or not owner.startswith("org:"):
        return None
    return organisation_party(owner, speaker.text)
