"""The sheet for a hand check, and what a filled one says."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.table import Table

from dragoman.audit.scores import Agreement, Precision
from dragoman.audit.verdicts import FILLED
from dragoman.cli.tables import words
from dragoman.cli.tables.console import console
from dragoman.records import AnyClaim, Event

HEADER = (
    *("claim", "type", "event_type", "modality_told", "who", "what", "when", "whose_word"),
    *("passage", "title", "published", "article"),
    *FILLED,
    "note",
)


def sheet_row(claim: AnyClaim, title: str | None, published: object, article: str) -> list[str]:
    """A claim under the columns of HEADER, those to fill left empty."""
    told = [
        claim.id,
        claim.type,
        claim.event_type if isinstance(claim, Event) else "",
        claim.modality,
        words.who(claim),
        words.what(claim),
        words.when(claim.when),
        claim.attributed_to.name if claim.attributed_to else "",
        claim.evidence.text,
        title or "",
        str(published or ""),
        article,
    ]
    return [*told, *([""] * (len(HEADER) - len(told)))]


def print_scores(
    kinds: Sequence[Precision], parts: Sequence[Precision], agreed: Sequence[Agreement]
) -> None:
    """Tables for people."""
    out = console()
    out.print(_precisions("Claims that are right", kinds))
    if parts:
        out.print(_precisions("Parts of claims that are right", parts))
    if agreed:
        table = Table(box=box.SIMPLE_HEAD, title="Two people", title_justify="left")
        table.add_column("")
        for name in ("both judged", "same", "share", "Cohen's kappa"):
            table.add_column(name, justify="right")
        for one in agreed:
            kappa = "-" if one.kappa is None else f"{one.kappa:.2f}"
            row = (one.name, str(one.both), str(one.same), f"{one.same / one.both:.2f}", kappa)
            table.add_row(*row)
        out.print(table)


def _precisions(title: str, rows: Sequence[Precision]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, title=title, title_justify="left")
    table.add_column("")
    for name in ("judged", "right", "unsure", "precision", "95 % interval"):
        table.add_column(name, justify="right")
    for one in rows:
        share = "-" if one.value is None else f"{one.value:.2f}"
        spread = "-" if one.interval is None else "{:.2f} to {:.2f}".format(*one.interval)
        table.add_row(one.name, str(one.judged), str(one.right), str(one.unsure), share, spread)
    return table
