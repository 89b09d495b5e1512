"""What `dragoman dyad` shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import get_args

from rich import box
from rich.table import Table
from rich.text import Text

from dragoman.cli.counted import footer
from dragoman.cli.safe import one_line
from dragoman.cli.tables import words
from dragoman.cli.tables.claims import MODALITY_STYLES, QUAD_STYLES, SHOWN_ID
from dragoman.cli.tables.console import console
from dragoman.ledger import Dyad
from dragoman.records import Modality

QUADS = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}


def print_dyad(dyad: Dyad) -> None:
    """Counts by direction, quad, type, status and modality; the last contact; what stands behind."""
    out = console()
    first, second = one_line(dyad.first.name), one_line(dyad.second.name)
    out.print(Text(f"{first} and {second}{_spell(dyad)}", style="bold"))
    arrows = {
        "mutual": f"{first} ↔ {second}",
        "forth": f"{first} → {second}",
        "back": f"{second} → {first}",
    }
    quads: Counter[tuple[str, str]] = Counter()
    styles = {}
    for (direction, quad, modality), number in sorted(dyad.quads().items()):
        label = f"{arrows[direction]}: {QUADS[quad]}"
        quads[label, modality] += number
        styles[label] = QUAD_STYLES[quad]
    others = Counter(
        {
            key: number
            for key, number in dyad.types().items()
            if key[0] not in ("event", "agreement", "visit")
        }
    )
    for title, counts in (
        ("Events, by direction", quads),
        ("Events, by type", dyad.event_types()),
        ("Agreements, by status", dyad.agreements()),
        ("Visits and meetings, by status", dyad.visits()),
        ("Else", others),
    ):
        if counts:
            out.print(_matrix(title, counts, styles))
    out.print(_contact(dyad))
    out.print(Text(footer(dyad.standing)))


def _matrix(title: str, counts: Counter[tuple[str, str]], styles: Mapping[str, str]) -> Table:
    """One row a kind, one column a modality: what was done stands beside what was not, never in
    one number with it."""
    present = {modality for _, modality in counts}
    modalities = [modality for modality in get_args(Modality) if modality in present]
    table = Table(
        title=Text(title, style="bold"), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False
    )
    table.add_column("", min_width=24)
    for modality in modalities:
        table.add_column(Text(modality, style=MODALITY_STYLES[modality]), justify="right")
    for kind in dict.fromkeys(kind for kind, _ in counts):
        cells = [f"{counts[kind, m]:,}" if counts[kind, m] else "" for m in modalities]
        table.add_row(Text(kind.replace("_", " "), style=styles.get(kind, "")), *cells)
    return table


def _contact(dyad: Dyad) -> Text:
    contact = dyad.last_contact
    if contact is None:
        return Text("Last contact: none that is dated and told as made")
    who, what = words.who(contact.claim), words.what(contact.claim)
    return Text(
        f"Last contact: {contact.day}, {one_line(who)}: {one_line(what)} "
        f"({contact.claim.id[:SHOWN_ID]})"
    )


def _spell(dyad: Dyad) -> str:
    since = f" since {dyad.since}" if dyad.since else ""
    until = f" until {dyad.until}" if dyad.until else ""
    return since + until
