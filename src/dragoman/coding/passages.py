"""Passages: sentences, joined where a quotation runs over their boundary."""

from __future__ import annotations

import bisect
from dataclasses import dataclass

from dragoman.analysis.document import Document, Node, Sentence
from dragoman.coding.quote_marks import OPENING, Quoted, overlapping, quoted

MAX_PASSAGE = 6000  # characters; beyond, sentences are no longer joined


@dataclass(slots=True, eq=False)
class Passage:
    """A run of sentences in one paragraph that share their quotations. `nodes` are those of its
    sentences in order; `quoted` its stretches between marks."""

    paragraph: int
    start: int
    end: int
    text: str
    sentences: list[Sentence]
    nodes: list[Node]
    quoted: list[Quoted]

    def inside_marks(self, position: int) -> Quoted | None:
        return next((q for q in self.quoted if q.start <= position < q.end), None)

    def nodes_between(self, start: int, end: int) -> list[Node]:
        return [n for n in self.nodes if start <= n.start < end]

    def sentence_of(self, node: Node) -> Sentence:
        return next(s for s in self.sentences if s.start <= node.start < s.end)


def passages(document: Document) -> list[Passage]:
    """The passages of an article's own text, captions left out."""
    sentences = [s for s in document.sentences if s.start < document.caption_from]
    stretches = quoted(document.text, _paragraphs(sentences))
    starts = [s.start for s in sentences]
    result: list[Passage] = []
    for first, last in _joined(sentences, stretches, starts):
        run = sentences[first : last + 1]
        start = _start(document.text, run[0], stretches)
        end = _end(run[-1], stretches)
        nodes = [n for s in run for n in s.nodes]
        result.append(
            Passage(
                paragraph=run[0].paragraph,
                start=start,
                end=end,
                text=document.text[start:end],
                sentences=run,
                nodes=nodes,
                quoted=list(overlapping(stretches, start, end)),
            )
        )
    return result


def _paragraphs(sentences: list[Sentence]) -> list[tuple[int, int]]:
    spans: dict[int, tuple[int, int]] = {}
    for sentence in sentences:
        start, _ = spans.get(sentence.paragraph, (sentence.start, 0))
        spans[sentence.paragraph] = (start, sentence.end)
    return [spans[number] for number in sorted(spans)]


def _joined(
    sentences: list[Sentence], stretches: list[Quoted], starts: list[int]
) -> list[tuple[int, int]]:
    """Runs of sentences (first, last), joined where a stretch between marks covers a boundary."""
    ties = [False] * len(sentences)  # whether a sentence goes on in the next
    for stretch in stretches:
        first = max(0, bisect.bisect_right(starts, stretch.start) - 1)
        last = max(0, bisect.bisect_left(starts, stretch.end) - 1)
        if stretch.inner_start >= sentences[first].end:
            first += 1  # the opening mark was left at the end of the sentence before
        for number in range(first, last):
            if sentences[number].paragraph == sentences[number + 1].paragraph:
                ties[number] = True
    runs: list[tuple[int, int]] = []
    first = 0
    for number, sentence in enumerate(sentences):
        if not ties[number] or sentence.end - sentences[first].start > MAX_PASSAGE:
            runs.append((first, number))
            first = number + 1
    return runs


def _start(text: str, sentence: Sentence, stretches: list[Quoted]) -> int:
    """The sentence's start, or that of the opening mark left at the end of the one before."""
    for stretch in overlapping(stretches, sentence.start - 1, sentence.end):
        if stretch.start < sentence.start <= stretch.inner_start and (
            text[stretch.start] in OPENING
        ):
            return stretch.start
    return sentence.start


def _end(sentence: Sentence, stretches: list[Quoted]) -> int:
    for stretch in overlapping(stretches, sentence.start, sentence.end):
        if sentence.start < stretch.start < sentence.end <= stretch.inner_start:
            return stretch.start
    return sentence.end


def merged(one: Passage, other: Passage, text: str) -> Passage:
    """Two passages that follow each other as one; `text` is the article's."""
    return Passage(
        paragraph=one.paragraph,
        start=one.start,
        end=other.end,
        text=text[one.start : other.end],
        sentences=one.sentences + other.sentences,
        nodes=one.nodes + other.nodes,
        quoted=one.quoted + other.quoted,
    )
