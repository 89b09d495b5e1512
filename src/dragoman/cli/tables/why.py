"""What `dragoman why` shows: a claim with the passages that carry it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.cli.safe import one_line, printable
from dragoman.cli.tables import words
from dragoman.cli.tables.claims import style
from dragoman.cli.tables.console import console
from dragoman.ledger import ArticleRow, Found
from dragoman.records import AnyClaim, Evidence, Party, Span

MARK = "bold reverse"
OPENING, CLOSING = "⟦", "⟧"


def print_why(found: Found) -> None:
    """The claim in words, its passages with the words that make it marked, and the article."""
    out, claim = console(), found.claim
    out.print(Text(one_line(words.who(claim)), style="bold"))
    out.print(Text(one_line(words.what(claim)), style=style(claim)))
    out.print()
    for passage in claim.passages or (claim.evidence,):
        marked = highlighted(
            passage, list(_spans(claim)), signs=not out.is_terminal or out.no_color
        )
        out.print(Padding(marked, (0, 2, 1, 2)))
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="dim", no_wrap=True)
    facts.add_column(overflow="fold")
    for name, value in (*_claim_facts(claim), *_article_facts(found.article)):
        facts.add_row(name, Text(one_line(value)))
    out.print(facts)


def json_text(found: Found) -> str:
    """{"claim": ..., "article": ...} on one line."""
    told = {"claim": json.loads(found.claim.model_dump_json()), "article": asdict(found.article)}
    return json.dumps(told, ensure_ascii=False, default=str)


def highlighted(passage: Evidence, spans: list[Span], *, signs: bool = False) -> Text:
    """The passage's text with those parts of the spans marked that lie in it; with `signs` they
    stand in brackets too, for paper and screens without styles."""
    text = Text(printable(passage.text))
    edges: list[tuple[int, str]] = []
    for span in spans:
        start = max(span.start, passage.start) - passage.start
        end = min(span.end, passage.end) - passage.start
        if start < end:
            text.stylize(MARK, start, end)
            edges += [(start, OPENING), (end, CLOSING)]
    if not signs:
        return text
    parts, done = Text(), 0
    for at, sign in sorted(edges, key=lambda edge: (edge[0], edge[1] == OPENING)):
        parts.append_text(text[done:at]).append(sign)
        done = at
    return parts.append_text(text[done:])


def _spans(claim: AnyClaim) -> Iterator[Span]:
    for name in type(claim).model_fields:
        value = getattr(claim, name)
        if isinstance(value, Span):
            yield value


def _claim_facts(claim: AnyClaim) -> Iterator[tuple[str, str]]:
    yield "claim", f"{claim.id} ({claim.type})"
    yield "modality", claim.modality
    yield "when", _when(claim)
    yield "word of", _party(claim.attributed_to) if claim.attributed_to else "the reporter"
    yield "inferred", ", ".join(claim.inferred) or "nothing: all of it stands in the passage"
    yield "confidence", f"{claim.confidence:.2f}"
    yield "coder", claim.coder


def _article_facts(article: ArticleRow) -> Iterator[tuple[str, str]]:
    yield "article", f"{article.title or '(no title)'} ({article.id})"
    yield "outlet", article.outlet or "not said"
    yield "origin", article.origin
    yield "published", str(article.published) if article.published else "not said"
    if article.anchor and article.anchor != article.published:
        yield "reckoned from", str(article.anchor)
    if article.url:
        yield "address", article.url


def _when(claim: AnyClaim) -> str:
    days = words.when(claim.when) or "not known"
    told = f", “{claim.when.text}”" if claim.when.text else ""
    basis = f", by {claim.when.basis}" if claim.when.basis != "none" else ""
    return f"{days}{told}{basis}"


def _party(party: Party) -> str:
    office = f", {party.office.title} of {party.office.of}" if party.office else ""
    return f"{party.name}{office}"
