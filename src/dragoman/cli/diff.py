from __future__ import annotations

import json
from collections import Counter
from typing import Annotated

import typer

from dragoman.cli.options import DEFAULT_LEDGER, AsJson, LedgerFile
from dragoman.cli.tell import tell


def diff(
    first: Annotated[int, typer.Argument(metavar="RUN", help="The older run's number.")],
    second: Annotated[int, typer.Argument(metavar="RUN", help="The newer run's number.")],
    as_json: AsJson = False,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """List what a newer run reads otherwise in the articles that both read: claims lost, found and
    changed. `dragoman ledger runs` lists the runs.

    [bold]Examples[/bold]

      dragoman diff 1 2

      dragoman diff 1 2 --json | jq 'select(.what == "lost")'
    """
    from dragoman.cli.counted import counted
    from dragoman.cli.json_lines import in_utf8, print_line
    from dragoman.cli.safe import one_line
    from dragoman.cli.tables import words
    from dragoman.ledger import open_ledger

    told: Counter[str] = Counter()
    in_utf8()
    with open_ledger(ledger, write=False) as held:
        for change in held.difference(first, second):
            told[change.what] += 1
            if as_json:
                claim = json.loads(change.claim.model_dump_json())
                print_line(
                    json.dumps(
                        {"what": change.what, "fields": change.fields, "claim": claim},
                        ensure_ascii=False,
                    )
                )
                continue
            claim = change.claim
            sign = {"lost": "-", "found": "+", "changed": "~"}[change.what]
            print_line(one_line(f"{sign} {claim.id[:8]} {words.who(claim)}: {words.what(claim)}"))
            for name, (old, new) in change.fields.items():
                print_line(one_line(f"    {name}: {_short(old)} → {_short(new)}"))
            if change.what != "changed":
                print_line(one_line(f"    {claim.evidence.text}"))
    tell(", ".join(counted(told[what], f"claim {what}").replace(f"claim {what}s", f"claims {what}")
                   for what in ("lost", "found", "changed")))  # fmt: skip


def _short(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:57]}..."
