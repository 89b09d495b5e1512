"""Facts as a table, as rows, and one of them with all that stands behind it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from rich import box
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.cli.counted import counted
from dragoman.cli.safe import one_line
from dragoman.cli.tables import words
from dragoman.cli.tables.claims import MODALITY_STYLES, QUAD_STYLES, SHOWN_ID, evidence_line
from dragoman.cli.tables.console import console
from dragoman.cli.tables.csv_rows import Cell
from dragoman.ledger import Found
from dragoman.records import Fact

HEADER = (
    "id",
    "type",
    "kind",
    "quad",
    "status",
    "modality",
    "disputed",
    "leading",
    "facing",
    "when.start",
    "when.end",
    "first_reported",
    "last_reported",
    "claims_for",
    "claims_against",
    "origins",
    "contradictions",
)


@dataclass(frozen=True)
class WholeFact:
    """A fact with the claims it is made of, those for it first."""

    fact: Fact
    told: tuple[Found, ...]


def fact_table(title: str, facts: Sequence[Fact], *, width: int, foot: str) -> Table:
    """Who (to whom), what, where it has got to, when, by how many independent origins, id."""
    table = Table(
        title=Text(title, style="bold"),
        title_justify="left",
        caption=Text(foot),
        caption_justify="left",
        box=box.SIMPLE_HEAD,
        expand=True,
        pad_edge=False,
    )
    table.add_column("Who", ratio=1, max_width=max(12, width // 3), overflow="fold")
    table.add_column("What", ratio=1, overflow="fold")
    table.add_column("Modality", no_wrap=True)
    table.add_column("When", max_width=10)
    table.add_column("Origins", justify="right")
    table.add_column("Id", no_wrap=True, min_width=SHOWN_ID)
    for fact in facts:
        table.add_row(
            Text(one_line(who(fact))),
            Text(one_line(what(fact)), style=QUAD_STYLES.get(fact.quad or 0, "")),
            Text(fact.modality, style=MODALITY_STYLES[fact.modality]),
            Text(words.when(fact.when)),
            str(fact.origins),
            Text(fact.id[:SHOWN_ID], style="dim"),
        )
    return table


def row(fact: Fact) -> list[Cell]:
    """A row for a spreadsheet, as `HEADER` names its cells."""
    return [
        fact.id,
        fact.type,
        fact.kind,
        fact.quad,
        fact.status,
        fact.modality,
        fact.disputed,
        "|".join(party.key for party in fact.leading),
        "|".join(party.key for party in fact.facing),
        str(fact.when.start or ""),
        str(fact.when.end or ""),
        str(fact.first_reported or ""),
        str(fact.last_reported or ""),
        len(fact.claims_for),
        len(fact.claims_against),
        fact.origins,
        "|".join(fact.contradictions),
    ]


def who(fact: Fact) -> str:
    if fact.mutual and not fact.facing:
        return words.names(fact.leading, " ↔ ")
    return words.arrow(fact.leading, fact.facing)


def what(fact: Fact) -> str:
    """Type, kind and status; "disputed" and what reports differ on after them."""
    parts = [fact.type if fact.type != "event" else "", fact.kind or "", fact.status or ""]
    told = " ".join(part.replace("_", " ") for part in parts if part)
    if fact.disputed:
        told += ", disputed"
    if fact.contradictions:
        told += f" (reports differ on: {', '.join(fact.contradictions)})"
    return told


def print_fact(whole: WholeFact) -> None:
    """The fact, every step of its life with the words that tell it, and what reports differ on."""
    out, fact = console(), whole.fact
    out.print(Text(one_line(who(fact)), style="bold"))
    out.print(Text(one_line(what(fact)), style=QUAD_STYLES.get(fact.quad or 0, "")))
    out.print()
    by_id = {found.claim.id: found for found in whole.told}
    for step in fact.life:
        found = by_id[step.claim_id]
        state = ", ".join(filter(None, (step.modality, (step.status or "").replace("_", " "))))
        out.print(
            Text.assemble(
                (f"{step.reported or 'undated'}", "bold"),
                f"  {step.origin}: {state}  ",
                (step.claim_id[:SHOWN_ID], "dim"),
            )
        )
        out.print(Padding(Text(one_line(evidence_line(found.claim))), (0, 2, 1, 2)))
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in _told(whole):
        grid.add_row(name, Text(one_line(value)))
    out.print(grid)


def fact_json(whole: WholeFact) -> str:
    """{"fact": ..., "claims": [...], "articles": [...]} on one line."""
    articles = {found.article.id: asdict(found.article) for found in whole.told}
    told = {
        "fact": json.loads(whole.fact.model_dump_json()),
        "claims": [json.loads(found.claim.model_dump_json()) for found in whole.told],
        "articles": list(articles.values()),
    }
    return json.dumps(told, ensure_ascii=False, default=str)


def _told(whole: WholeFact) -> Iterator[tuple[str, str]]:
    fact = whole.fact
    yield "fact", f"{fact.id} ({fact.type})"
    yield "modality", fact.modality
    yield "when", words.when(fact.when) or "not known"
    for_it = counted(len(fact.claims_for), "claim")
    yield "for it", f"{for_it}, from {counted(fact.origins, 'independent origin')}"
    if fact.claims_against:
        yield "against it", counted(len(fact.claims_against), "claim")
    for field, variants in fact.contradictions.items():
        listed = "; ".join(
            f"{_value(one.value)} ({counted(one.origins, 'origin')})" for one in variants
        )
        yield f"{field}, as told", listed
    for review in fact.reviews:
        what = f"{review.action} {review.field or ''} {_value(review.value)}".strip()
        yield "review", f"{what}, by {review.author}: {review.reason}"


def _value(value: object) -> str:
    if value is None:
        return ""
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)
