from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from dragoman.cli.inputs import Typed
from dragoman.cli.options import (
    DEFAULT_LEDGER,
    PAGE_SECONDS,
    AsJson,
    Language,
    LedgerFile,
    PageSeconds,
    Plain,
    Published,
    valid,
)
from dragoman.cli.settings import Settings
from dragoman.cli.spread import spread
from dragoman.cli.tell import tell

if TYPE_CHECKING:
    from dragoman.audit.scores import Agreement, Precision
    from dragoman.audit.verdicts import Verdict
    from dragoman.records import AnyClaim, ClaimType

Drawn = tuple["AnyClaim", str | None, object, str]
"""A claim, and of its article the title, the day and the address or id."""


def _type(typed: str) -> str:
    from dragoman.records import ClaimType

    return valid(typed.lower(), ClaimType, "type of claim")


@spread
def audit(
    typed: Typed,
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[LEDGER|CORPUS]...",
            show_default=False,
            help="What to draw from: a ledger's file, or pages as `read` takes them; without any, the "
            "ledger.",
        ),
    ] = None,
    sample: Annotated[int, typer.Option(min=1, metavar="N", help="How many claims.")] = 100,
    seed: Annotated[
        int,
        typer.Option(metavar="N", help="Another number draws other claims; the same, the same."),
    ] = 0,
    types: Annotated[
        list[str] | None,
        typer.Option(
            "--type",
            parser=_type,
            metavar="TYPE",
            help="Only event, agreement, visit, quotation, membership or office; may be given again.",
        ),
    ] = None,
    as_csv: Annotated[
        bool, typer.Option("--csv", help="Write the sheet as CSV; it is the only form it has.")
    ] = False,
    score: Annotated[
        list[Path] | None,
        typer.Option(
            "--score",
            metavar="FILE",
            help="Say what a filled sheet tells instead; a second one of the same claims may follow.",
        ),
    ] = None,
    as_json: AsJson = False,
    published: Published = None,
    language: Language = None,
    plain: Plain = False,
    page_seconds: PageSeconds = PAGE_SECONDS,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Draw claims for a hand check as a sheet to fill, or say what a filled sheet tells.

    Fill `right` with yes, no or ?, and where you like `parties`, `kind`, `modality` and `date`.

    [bold]Examples[/bold]

      dragoman audit asia.db --sample 100 --csv > sheet.csv

      dragoman audit corpus.jsonl --type event --seed 7 > sheet.csv

      dragoman audit --score ada.csv

      dragoman audit --score ada.csv grace.csv
    """
    if score:
        files = [*score, *map(Path, sources or ())]
        if len(files) > 2:
            raise typer.BadParameter("one sheet or two can be scored, not more")
        _score(files, as_json=as_json)
        return
    if as_json and not as_csv:
        raise typer.BadParameter("the sheet is CSV; --json goes with --score")
    settings = Settings(published=published, language=language, plain=plain, seconds=page_seconds)
    chosen = cast("tuple[ClaimType, ...]", tuple(types or ()))
    told = _claims(sources, typed, settings) if sources else _of_ledger(ledger)
    drawn = (one for one in told if _wanted(one, chosen))
    _print_sheet(drawn, sample, seed)


def _wanted(one: Drawn, types: Sequence[ClaimType]) -> bool:
    return not types or one[0].type in types


def _print_sheet(drawn: Iterator[Drawn], number: int, seed: int) -> None:
    from dragoman.audit.sample import sample
    from dragoman.cli.counted import counted
    from dragoman.cli.json_lines import in_utf8
    from dragoman.cli.tables import csv_rows
    from dragoman.cli.tables.audit import HEADER, sheet_row

    in_utf8()
    of = 0

    def passing() -> Iterator[Drawn]:
        nonlocal of
        for one in drawn:
            of += 1
            yield one

    taken = sample(passing(), number, seed=seed, id=lambda one: one[0].id)
    # What stands in one article is read together.
    taken.sort(key=lambda one: (one[0].evidence.article_id, one[0].evidence.start, one[0].id))
    shown = csv_rows.write(sys.stdout, HEADER, (sheet_row(*one) for one in taken))
    sys.stdout.flush()
    tell(f"{counted(shown, 'claim')} of {of:,}, drawn with --seed {seed}")


def _claims(sources: Sequence[str], typed: Typed, settings: Settings) -> Iterator[Drawn]:
    from dragoman.ledger import names_ledger

    for ledger in filter(names_ledger, sources):
        yield from _of_ledger(ledger)
    pages = [source for source in sources if not names_ledger(source)]
    if pages:
        yield from _of_pages(pages, typed, settings)


def _of_ledger(place: str) -> Iterator[Drawn]:
    from dragoman.ledger import Query, open_ledger

    with open_ledger(place, write=False) as held:
        for found in held.find(Query()):
            article = found.article
            yield found.claim, article.title, article.published, article.url or article.id


def _of_pages(targets: Sequence[str], typed: Typed, settings: Settings) -> Iterator[Drawn]:
    from dragoman.cli.heard import readings

    for name, reading in readings(targets, typed, settings):
        article = reading.article
        for claim in reading.claims:
            yield claim, article.title, article.published, article.url or name


def _score(files: Sequence[Path], *, as_json: bool) -> None:
    from dragoman.audit.scores import agreement, by_kind, by_part
    from dragoman.audit.verdicts import read_sheet

    sheets = [read_sheet(path) for path in files]
    first = sheets[0]
    agreed = agreement(*sheets) if len(sheets) == 2 else []
    kinds, parts = by_kind(first), by_part(first)
    if as_json:
        _print_json(kinds, parts, agreed)
    else:
        from dragoman.cli.tables.audit import print_scores

        print_scores(kinds, parts, agreed)
    sys.stdout.flush()
    _tell_gaps(files, sheets)


def _tell_gaps(files: Sequence[Path], sheets: Sequence[list[Verdict]]) -> None:
    for path, sheet in zip(files, sheets, strict=True):
        empty = sum("right" not in verdict.answers for verdict in sheet)
        if empty:
            tell(f"{path.name}: {empty:,} of {len(sheet):,} claims are not judged")
    if len(sheets) == 2:
        alone = len({v.claim for v in sheets[0]} ^ {v.claim for v in sheets[1]})
        if alone:
            tell(f"{alone:,} claims stand in one of the sheets only")
        tell(f"the precision is that of {files[0].name}")


def _print_json(
    kinds: Sequence[Precision], parts: Sequence[Precision], agreed: Sequence[Agreement]
) -> None:
    from dragoman.cli.json_lines import in_utf8, print_line

    in_utf8()
    for of, rows in (("claims", kinds), ("part", parts)):
        for one in rows:
            low, high = one.interval or (None, None)
            told = {"of": of, "name": one.name, "judged": one.judged, "right": one.right}
            told |= {"unsure": one.unsure}
            print_line(json.dumps({**told, "precision": one.value, "low": low, "high": high}))
    for two in agreed:
        told = {"of": "agreement", "name": two.name, "both": two.both, "same": two.same}
        print_line(json.dumps({**told, "kappa": two.kappa}))
