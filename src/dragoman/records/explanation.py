from __future__ import annotations

from dragoman.records.model import Record
from dragoman.records.reading import Reading


class Filler(Record):
    """Who fills a role: `role` is the claim's field, `slot` the place in the sentence where the frame
    looked ("subject", "contre"), null where the record's own rules found it; `words` are those of the
    article, `why` how they were read."""

    role: str
    party: str
    words: str
    slot: str | None = None
    why: str


class Explanation(Record):
    """How a claim came about; nothing in it changes the claim.

    `predicate` is the word with its lemma, `frame` the entry of the lexicon; both are null where the
    record is not told by a frame. The other fields say in words what each was read from.
    """

    claim_id: str
    claim_type: str
    predicate: str | None = None
    frame: str | None = None
    cue: str | None = None
    fillers: tuple[Filler, ...] = ()
    modality: str
    attribution: str
    date: str
    place: str | None = None


class ExplainedReading(Reading):
    """A reading with an explanation for each of its claims, in their order."""

    explanation: tuple[Explanation, ...] = ()
