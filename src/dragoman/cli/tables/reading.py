"""What `dragoman read` shows of a page."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dragoman.cli.counted import counted
from dragoman.cli.safe import one_line
from dragoman.cli.tables.claims import claim_table
from dragoman.cli.tables.console import console as stdout
from dragoman.records import AnyClaim, Article, Reading

TITLES = {
    "event": "Events",
    "agreement": "Agreements",
    "visit": "Visits and meetings",
    "quotation": "Quotations",
    "membership": "Memberships",
    "office": "Offices",
}

LONGEST_BASIS = 40
"""How many characters of the words that date the article stand in the header."""


def print_reading(reading: Reading, console: Console | None = None) -> None:
    """Header, captions set apart, and a table for each type of claim."""
    out = console or stdout()
    _print_header(out, reading.article)
    _print_captions(out, reading.article)
    for kind, title in TITLES.items():
        claims: list[AnyClaim] = [claim for claim in reading.claims if claim.type == kind]
        if claims:
            out.print(claim_table(title, claims, width=out.width))
    out.print(Text(_foot(reading)))


def _print_header(out: Console, article: Article) -> None:
    out.print(Text(one_line(article.title or "(no title)"), style="bold"))
    day = "no date of publication"
    if article.published:
        day = f"published {article.published}"
    if article.anchor and article.anchor.day != article.published:
        said = f", “{_cut(article.anchor.text)}”" if article.anchor.text else ""
        day += f"; days are reckoned from {article.anchor.day} ({article.anchor.basis}{said})"
    facts = (
        article.outlet,
        article.language,
        " > ".join(article.section),
        day,
        ", ".join(f"{c.role} {c.name}" for c in article.credits if c.role != "outlet"),
    )
    out.print(Text(one_line(" · ".join(filter(None, facts))), style="dim"))
    if article.url:
        out.print(Text(one_line(article.url), style="dim"))


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST_BASIS else f"{words[: LONGEST_BASIS - 1].rstrip()}…"


def _print_captions(out: Console, article: Article) -> None:
    for caption in article.captions:
        kind = "Caption" if caption.related else "Caption of another story, not coded"
        day = f" [{caption.date}]" if caption.date else ""
        out.print()
        out.print(
            Text(f"{kind}{day}: {one_line(caption.reason)}", style="" if caption.related else "red")
        )
        out.print(Padding(Text(one_line(caption.text), style="dim italic"), (0, 0, 0, 2)))
    out.print()


def _foot(reading: Reading) -> str:
    if reading.claims:
        return f"{counted(len(reading.claims), 'claim')}; `dragoman add` keeps them"
    named = ", ".join(dict.fromkeys(one_line(party.name) for party in reading.parties))
    return f"no claims; named: {named}" if named else "no claims"
