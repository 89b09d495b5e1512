"""What every list command does: choose, show, and say what stands behind it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING, cast

import typer

from dragoman.cli.options import (
    DEFAULT_LEDGER,
    AsCsv,
    AsFacts,
    AsJson,
    AsOf,
    LedgerFile,
    Limit,
    Modalities,
    Parties,
    Since,
    Until,
)
from dragoman.cli.tell import tell

if TYPE_CHECKING:
    from dragoman.cli.beside import Beside
    from dragoman.ledger import Found, Ledger, Query, Standing
    from dragoman.ledger.worth import Rate
    from dragoman.records import AnyClaim, ClaimType, EventType, Modality

TABLE_LIMIT = 50
"""How many claims a table shows unless `--limit` says otherwise."""


@dataclass(frozen=True)
class Asked:
    """The options of every list command."""

    parties: Parties = None
    modality: Modalities = None
    since: Since = None
    until: Until = None
    as_of: AsOf = None
    limit: Limit = None
    as_facts: AsFacts = False
    as_json: AsJson = False
    as_csv: AsCsv = False
    ledger: LedgerFile = DEFAULT_LEDGER


@dataclass(frozen=True)
class Stall:
    """Also those agreements on which nothing more was heard for `quiet` before the day `on`."""

    on: date
    quiet: timedelta


@dataclass(frozen=True)
class Choice:
    """What was typed: parties and a speaker as names, the rest as `Query` has it."""

    kind: ClaimType
    asked: Asked
    speaker: str | None = None
    statuses: Sequence[str] = ()
    event_types: Sequence[str] = ()
    stalled: Stall | None = None
    rates: Sequence[Rate] = ()


def show(choice: Choice, *, title: str) -> None:
    """Print the chosen claims as a table, as JSON lines or as CSV.

    How many claims, articles and origins stand behind them is in the table's foot, or else on
    standard error. Raises LedgerError and NotFound.
    """
    asked = choice.asked
    check(as_json=asked.as_json, as_csv=asked.as_csv, since=asked.since, until=asked.until)
    from dragoman.ledger import open_ledger

    with open_ledger(asked.ledger, write=False) as ledger:
        query = _query(ledger, choice)
        if asked.as_facts:
            print_facts(ledger, query, asked, title=title)
            return
        found, standing = _found(ledger, query, choice, limit=asked.limit)
        if asked.as_json or asked.as_csv:
            _print_all(ledger, query, choice, found, standing, as_json=asked.as_json)
        else:
            shown = list(islice(found, asked.limit or TABLE_LIMIT))
            _print_table(ledger, query, choice, title, shown, standing)


def check(*, as_json: bool, as_csv: bool, since: date | None, until: date | None) -> None:
    """Raise BadParameter for options that do not go together."""
    if as_json and as_csv:
        raise typer.BadParameter("--json and --csv do not go together")
    if since and until and since > until:
        raise typer.BadParameter(f"--since {since} is after --until {until}")


def _query(ledger: Ledger, choice: Choice) -> Query:
    from dragoman.ledger import Query

    asked = choice.asked
    names = asked.parties or ()
    if len(names) > 2:
        raise typer.BadParameter("one party or two can be asked for, not more")
    parties = tuple(ledger.party(name) for name in names)
    if len(parties) == 2 and parties[0] == parties[1]:
        raise typer.BadParameter(f"both parties are {parties[0].name}")
    return Query(
        types=(choice.kind,),
        parties=parties,
        speaker=ledger.party(choice.speaker) if choice.speaker else None,
        since=asked.since,
        until=asked.until,
        modalities=cast("tuple[Modality, ...]", tuple(asked.modality or ())),
        statuses=tuple(choice.statuses),
        event_types=cast("tuple[EventType, ...]", tuple(choice.event_types)),
        as_of=ledger.at(asked.as_of) if asked.as_of else None,
    )


def _found(
    ledger: Ledger, query: Query, choice: Choice, *, limit: int | None
) -> tuple[Iterator[Found], Standing]:
    """The claims, and what stands behind all of them, whatever the limit."""
    if choice.stalled is None:
        return ledger.find(query, limit=limit), ledger.standing(query)
    from dragoman.ledger import Standing
    from dragoman.ledger.stalled import stalled

    wide = replace(query, statuses=())
    facts = stalled(ledger.facts(wide), on=choice.stalled.on, quiet=choice.stalled.quiet)
    ids = {one for fact in facts for one in fact.claims_for}
    found = [
        one
        for one in ledger.find(wide)
        if one.claim.id in ids or getattr(one.claim, "status", None) in query.statuses
    ]
    standing = Standing(
        len(found),
        len({one.article.id for one in found}),
        len({one.article.origin for one in found}),
        0,
    )
    return islice(iter(found), limit), standing


def _beside(ledger: Ledger, query: Query, choice: Choice, claims: Sequence[AnyClaim]) -> Beside:
    from dragoman.cli.beside import Beside, of_agreements, of_visits

    if choice.kind == "agreement":
        return of_agreements(ledger, query, claims, choice.rates)
    if choice.kind == "visit":
        return of_visits(ledger, query, claims)
    return Beside()


def _print_all(
    ledger: Ledger,
    query: Query,
    choice: Choice,
    found: Iterator[Found],
    standing: Standing,
    *,
    as_json: bool,
) -> None:
    from dragoman.cli.counted import footer
    from dragoman.cli.json_lines import in_utf8, print_line

    in_utf8()
    kept: list[AnyClaim] = []  # what stands beside the list is told of these

    def passing() -> Iterator[Found]:
        for one in found:
            if one.claim.type in ("agreement", "visit"):
                kept.append(one.claim)
            yield one

    if as_json:
        shown = 0
        for shown, one in enumerate(passing(), start=1):  # noqa: B007 (counted for the foot)
            print_line(one.claim.model_dump_json())
    else:
        from dragoman.cli.tables import csv_rows

        shown = csv_rows.write(
            sys.stdout, csv_rows.header(choice.kind), map(csv_rows.row, passing())
        )
    sys.stdout.flush()
    beside = _beside(ledger, query, choice, kept)
    for line in (*beside.lines, *(f"{id}: {note}" for id, note in beside.notes.items())):
        tell(line)
    tell(footer(standing, shown))


def _print_table(
    ledger: Ledger,
    query: Query,
    choice: Choice,
    title: str,
    found: Sequence[Found],
    standing: Standing,
) -> None:
    from dragoman.cli.counted import footer
    from dragoman.cli.tables.claims import claim_table
    from dragoman.cli.tables.console import console

    claims = [one.claim for one in found]
    beside = _beside(ledger, query, choice, claims)
    foot = "\n".join((*beside.lines, footer(standing, len(claims))))
    out = console()
    out.print(
        claim_table(_titled(title, query), claims, width=out.width, foot=foot, notes=beside.notes)
    )


def print_facts(ledger: Ledger, query: Query, asked: Asked, *, title: str) -> None:
    """The same, fact by fact."""
    from dragoman.cli.counted import counted

    limit = asked.limit or (None if asked.as_json or asked.as_csv else TABLE_LIMIT)
    facts = list(ledger.facts(query, limit=limit))
    claims = sum(len(fact.claims_for) + len(fact.claims_against) for fact in facts)
    foot = f"{counted(len(facts), 'fact')} shown, told by {counted(claims, 'claim')}"
    if not (asked.as_json or asked.as_csv):
        from dragoman.cli.tables.console import console
        from dragoman.cli.tables.facts import fact_table

        out = console()
        out.print(fact_table(_titled(title, query), facts, width=out.width, foot=foot))
        return
    from dragoman.cli.json_lines import in_utf8, print_line

    in_utf8()
    if asked.as_json:
        for fact in facts:
            print_line(fact.model_dump_json())
    else:
        from dragoman.cli.tables import csv_rows
        from dragoman.cli.tables import facts as fact_rows

        csv_rows.write(sys.stdout, fact_rows.HEADER, map(fact_rows.row, facts))
    sys.stdout.flush()
    tell(foot)


def _titled(title: str, query: Query) -> str:
    between = " and ".join(party.name for party in query.parties)
    return f"{title}: {between}" if between else title
