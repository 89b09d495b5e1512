"""A table of claims of one type, as wide as the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich import box
from rich.console import Group
from rich.table import Table
from rich.text import Text

from dragoman.cli.safe import one_line
from dragoman.cli.tables import words
from dragoman.records import AnyClaim, Event, Quotation

SHOWN_ID = 8
"""How many digits of an id a table shows; `why` takes them."""

QUAD_STYLES = {1: "green", 2: "bold green", 3: "yellow", 4: "bold red"}
MODALITY_STYLES = {
    "asserted": "",
    "planned": "cyan",
    "possible": "blue",
    "denied": "magenta",
    "historical": "dim",
}
LEAD = 24  # characters of a sentence that are shown before the word that tells the event
NARROW = 110
"""Below this many columns modality and date go under the parties, to leave room for the words."""


def claim_table(
    title: str,
    claims: Sequence[AnyClaim],
    *,
    width: int,
    foot: str = "",
    notes: Mapping[str, str] | None = None,
) -> Table:
    """Who (to whom), what with the words that say so cut to the width, modality, when, id. `notes` by
    the claim's id stand after what it says."""
    notes = notes or {}
    narrow = width < NARROW
    table = Table(
        title=Text(title, style="bold"),
        title_justify="left",
        caption=Text(foot) if foot else None,
        caption_justify="left",
        box=box.SIMPLE_HEAD,
        expand=True,
        pad_edge=False,
    )
    table.add_column("Who", min_width=12, max_width=max(12, width // 4))
    table.add_column("What, and the words that say so", ratio=1, overflow="fold")
    if not narrow:
        table.add_column("Modality", no_wrap=True)
        table.add_column("When", max_width=10)
    table.add_column("Id", no_wrap=True, min_width=SHOWN_ID)
    for claim in claims:
        modality = Text(claim.modality, style=MODALITY_STYLES[claim.modality])
        when = Text(words.when(claim.when))
        who = _text(words.who(claim))
        evidence = _text(evidence_line(claim), "dim")
        evidence.no_wrap, evidence.overflow = True, "ellipsis"
        note = f" ({notes[claim.id]})" if claim.id in notes else ""
        said = Group(_text(words.what(claim) + note, style(claim)), evidence)
        claim_id = Text(claim.id[:SHOWN_ID], style="dim")
        if narrow:
            table.add_row(Group(who, modality, when), said, claim_id)
        else:
            table.add_row(who, said, modality, when, claim_id)
    return table


def style(claim: AnyClaim) -> str:
    return QUAD_STYLES[claim.quad] if isinstance(claim, Event) else ""


def evidence_line(claim: AnyClaim) -> str:
    """The sentence from shortly before the word that tells it, or a quotation's words; and whose
    word it is."""
    said = claim.content.text if isinstance(claim, Quotation) else claim.evidence.text
    if isinstance(claim, Event):
        lead = said.rfind(" ", 0, max(claim.trigger.start - claim.evidence.start - LEAD, 0))
        said = f"…{said[lead:]}" if lead > 0 else said
    if claim.attributed_to is not None:
        return f"{claim.attributed_to.name}: {said}"
    return said


def _text(words: str, style: str = "") -> Text:
    # A Text, never markup: the words are a stranger's.
    return Text(one_line(words), style=style)
