"""What `dragoman read --explain` shows under a page's claims."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.cli.safe import one_line
from dragoman.cli.tables import words
from dragoman.cli.tables.claims import SHOWN_ID, style
from dragoman.cli.tables.console import console as stdout
from dragoman.records import AnyClaim, ExplainedReading, Explanation, Reading


def print_explanations(reading: Reading, console: Console | None = None) -> None:
    """Each claim in words, and under it what each part of it was read from; nothing for a reading
    without explanations."""
    if not isinstance(reading, ExplainedReading) or not reading.explanation:
        return
    out = console or stdout()
    out.print()
    out.print(Text("How the claims were read", style="bold"))
    claims = {claim.id: claim for claim in reading.claims}
    for told in reading.explanation:
        out.print()
        out.print(_head(claims[told.claim_id]))
        facts = Table.grid(padding=(0, 2))
        facts.add_column(style="dim", no_wrap=True)
        facts.add_column(overflow="fold")
        for name, value in _facts(claims[told.claim_id], told):
            facts.add_row(name, Text(one_line(value)))
        out.print(Padding(facts, (0, 0, 0, 2)))


def _head(claim: AnyClaim) -> Text:
    said = f"{claim.type}: {words.who(claim)}: {words.what(claim)}"
    return Text.assemble((f"{claim.id[:SHOWN_ID]}  ", "dim"), (one_line(said), style(claim)))


def _facts(claim: AnyClaim, told: Explanation) -> Iterator[tuple[str, str]]:
    yield "passage", claim.evidence.text
    for name in ("predicate", "frame", "cue"):
        if (value := getattr(told, name)) is not None:
            yield name, value
    for filler in told.fillers:
        slot = f"slot {filler.slot}: " if filler.slot else ""
        yield filler.role, f"{filler.party}, {slot}“{filler.words}”, {filler.why}"
    yield "modality", told.modality
    yield "whose word", told.attribution
    yield "date", told.date
    if told.place is not None:
        yield "place", told.place
