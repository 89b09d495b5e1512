"""Articles out of HTML pages, field by field, with trafilatura alone beside us in the same run.

    python -m benchmarks html
    python -m benchmarks.html [--half tuned|held] [--fields] [--worst N]: more of the same

Body: as in `benchmarks.pages`. Title: exact, or the one contained in the other. Day: `published`
is the truth's. Authors: F1 over names (persons, agencies), pages that
have any. Section: the truth has none, so it is
how often one is given, and how often it is the address's first step. Captions: of the true ones
whose words stand in the page, those found, and those whose words stand in the body; credit: of the
found ones that have a credit, those where ours is in it or it in ours. `--fields` leaves the bodies
out, which is ten times as fast.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from benchmarks.measure import Measure, f1, read_lines, shared_file
from benchmarks.pages import grams, half, letters, squeezed
from dragoman.articles import read_articles
from dragoman.articles.html.fields import fields_of
from dragoman.articles.outlets import publisher
from dragoman.errors import InputError
from dragoman.records import Article
from dragoman.sources import Page

_PAGES = "bench/pages"
_LEAST = 20  # letters of a caption that tell it apart


@dataclass
class Field:
    """What one reader made of one page; null where it gives no such thing."""

    body: str = ""
    title: str = ""
    day: str | None = None
    authors: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    captions: tuple[tuple[str, str | None], ...] = ()
    seconds: float = 0.0


@dataclass(frozen=True)
class Score:
    name: str
    language: str
    body: float
    exact: bool
    title: bool
    day: bool
    authors: float | None
    section: bool
    captions: int
    found: int
    leaking: int
    credits: int
    credits_right: int
    seconds: float
    missed: tuple[str, ...]
    told: str


def ours(html: str, url: str) -> Field:
    from selectolax.lexbor import LexborHTMLParser

    begun = time.process_time()
    fields_of(LexborHTMLParser(html), url=url)
    seconds = time.process_time() - begun
    try:
        article: Article = read_articles(Page(html, form="html", url=url))[0]
    except InputError:
        return Field(seconds=seconds)
    return Field(
        body="\n".join(article.paragraphs),
        title=article.title or "",
        day=article.published.isoformat() if article.published else None,
        authors=tuple(
            dict.fromkeys(s.value for s in article.statements if s.field == "author" and s.taken)
        ),
        section=article.section,
        captions=tuple((c.text, c.credit) for c in article.captions),
        seconds=seconds,
    )


def fields_alone(html: str, url: str) -> Field:
    """Our fields without the body, so without what is judged or decided by it."""
    from selectolax.lexbor import LexborHTMLParser

    begun = time.process_time()
    said = fields_of(LexborHTMLParser(html), url=url)
    seconds = time.process_time() - begun
    moment = said.moment("", None, None) if said.published else None
    return Field(
        title=said.title or "",
        day=moment.day.isoformat() if moment else None,
        authors=tuple(a.value for a in said.authors),
        section=said.sections[0][0] if said.sections else (),
        captions=tuple((f.text, f.credit) for f in said.figures if not f.elsewhere),
        seconds=seconds,
    )


def trafilatura_alone(html: str, url: str) -> Field:
    import trafilatura

    begun = time.process_time()
    found = trafilatura.extract(
        html, url=url, favor_precision=True, include_comments=False,
        output_format="json", with_metadata=True,
    )  # fmt: skip
    seconds = time.process_time() - begun
    data = json.loads(found) if found else {}
    return Field(
        body=data.get("text") or "",
        title=data.get("title") or "",
        day=data.get("date"),
        authors=tuple(n.strip() for n in (data.get("author") or "").split(";") if n.strip()),
        section=tuple(c for c in (data.get("categories") or "").split(";") if c),
        seconds=seconds,
    )


def score(truth: dict[str, Any], html: str, field: Field) -> Score:
    language = truth["language"]
    # Ours writes one apostrophe for both: neither reader is charged for the other's.
    found = grams(field.body.replace("’", "'"), language)
    wanted = grams(_text(truth).replace("’", "'"), language)
    _, _, both = f1((found & wanted).total(), found.total(), wanted.total())
    mine, theirs = letters(field.title), letters(truth["title"] or "")
    page, body = squeezed(html), squeezed(field.body)
    true_body = squeezed(_text(truth))
    captions = {
        squeezed(c["caption"]): " ".join(map(_name, c["authors"]))
        for c in truth["captions"]
        if c["caption"] and len(squeezed(c["caption"])) > _LEAST
    }
    captions = {c: credit for c, credit in captions.items() if c in page}
    given = [(squeezed(text), _name(credit or "")) for text, credit in field.captions]
    hits = {c: [g for g in given if g[0] and (c in g[0] or g[0] in c)] for c in captions}
    credited = [c for c, by in captions.items() if by and hits[c]]
    right = [
        c
        for c in credited
        if any(g[1] and (g[1] in captions[c] or _names(captions[c], g[1])) for g in hits[c])
    ]
    authors = None
    if truth["authors"]:
        names, said = {squeezed(a) for a in truth["authors"]}, {squeezed(a) for a in field.authors}
        _, _, authors = f1(len(names & said), len(said), len(names))
    return Score(
        name=truth["name"],
        language=language,
        body=both,
        exact=bool(mine) and mine == theirs,
        title=bool(mine) and (mine in theirs or theirs in mine),
        day=field.day == truth["published"][:10],
        authors=authors,
        section=_has_section(truth["url"], field.section),
        captions=len(captions),
        found=sum(map(bool, hits.values())),
        leaking=sum(c in body and c not in true_body for c in captions),
        credits=len(credited),
        credits_right=len(right),
        seconds=field.seconds,
        missed=tuple(c for c, h in hits.items() if not h),
        told=f"{field.title!r} for {truth['title']!r}, {field.day} for {truth['published']}, "
        f"{field.authors} for {truth['authors']}, {field.section}",
    )


def _name(credit: str) -> str:
    """A credit as two are compared: the publisher that it is, or its letters."""
    known = publisher(credit)
    return "".join(c for c in (known.name if known else credit).casefold() if c.isalnum())


def _names(wanted: str, credit: str) -> bool:
    return all(name in credit for name in wanted.split())


def _text(truth: dict[str, Any]) -> str:
    return "\n".join(truth["body"])


def _has_section(url: str, section: Sequence[str]) -> bool:
    steps = [squeezed(s.replace("-", "")) for s in urlsplit(url).path.split("/")[:-1] if s]
    return any(squeezed(s).replace("-", "").replace("&", "") in steps for s in section)


def pages(part: str | None = None) -> Iterator[tuple[dict[str, Any], str]]:
    folder = shared_file(_PAGES)
    for truth in read_lines(f"{_PAGES}/index.jsonl"):
        if part and half(truth["name"]) != part:
            continue
        with gzip.open(folder / "html" / f"{truth['name']}.html.gz") as stream:
            yield truth, stream.read().decode("utf-8", errors="replace")


def run() -> list[Measure]:
    for truth, html in itertools.islice(pages(), 1):
        ours(html, truth["url"])  # the tables are loaded
    mine: list[Score] = []
    theirs: list[Score] = []
    for truth, html in pages():
        mine.append(score(truth, html, ours(html, truth["url"])))
        theirs.append(score(truth, html, trafilatura_alone(html, truth["url"])))
    held = [s for s in mine if half(s.name) == "held"]
    print(by_language(mine))
    alone = "trafilatura alone {:.3f}, outlets not tuned on {:.3f}".format

    def beside(measure: Any) -> str:
        return alone(measure(theirs), measure(held))

    return [
        Measure("body F1", _body(mine), 0.965, beside(_body)),
        Measure("title exact or contained", _title(mine), 0.915, beside(_title)),
        Measure("title exact", _exact(mine), 0.85, beside(_exact)),
        Measure("day", _day(mine), 0.975, beside(_day)),
        Measure("authors F1", _authors(mine), 0.74, beside(_authors)),
        Measure("section of the address", _section(mine), None, beside(_section)),
        Measure("captions found", _found(mine), 0.88, f"outlets not tuned on {_found(held):.3f}"),
        Measure("captions leaking", _leaking(mine), 0.02, beside(_leaking), at_most=True),
        Measure("credit right", _credit(mine), 0.85, f"outlets not tuned on {_credit(held):.3f}"),
        Measure("fields, pages a second", len(mine) / sum(s.seconds for s in mine), 60),
    ]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _body(scores: Sequence[Score]) -> float:
    return _mean([s.body for s in scores])


def _title(scores: Sequence[Score]) -> float:
    return _mean([s.title for s in scores])


def _exact(scores: Sequence[Score]) -> float:
    return _mean([s.exact for s in scores])


def _day(scores: Sequence[Score]) -> float:
    return _mean([s.day for s in scores])


def _authors(scores: Sequence[Score]) -> float:
    return _mean([s.authors for s in scores if s.authors is not None])


def _section(scores: Sequence[Score]) -> float:
    return _mean([s.section for s in scores])


def _found(scores: Sequence[Score]) -> float:
    return sum(s.found for s in scores) / max(1, sum(s.captions for s in scores))


def _leaking(scores: Sequence[Score]) -> float:
    return sum(s.leaking for s in scores) / max(1, sum(s.captions for s in scores))


def _credit(scores: Sequence[Score]) -> float:
    return sum(s.credits_right for s in scores) / max(1, sum(s.credits for s in scores))


def by_language(scores: Sequence[Score]) -> str:
    groups: dict[str, list[Score]] = defaultdict(list)
    for one in scores:
        groups[one.language].append(one)
    rows = ["language  pages   body  title exact    day  authors section  captions  leak  credit"]
    ordered = sorted(groups.items(), key=lambda g: (-len(g[1]), g[0]))
    for name, group in [*ordered, ("all", list(scores))]:
        figures = "  ".join(
            f"{value:6.3f}"
            for value in (
                _body(group), _title(group), _exact(group), _day(group), _authors(group),
                _section(group), _found(group), _leaking(group), _credit(group),
            )
        )  # fmt: skip
        rows.append(f"{name:8}  {len(group):5} {figures}")
    return "\n".join(rows)


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m benchmarks.html", description=__doc__)
    options.add_argument("--half", choices=["tuned", "held"])
    options.add_argument("--fields", action="store_true")
    options.add_argument("--worst", type=int, default=0)
    args = options.parse_args()
    read = fields_alone if args.fields else ours
    found = [score(truth, html, read(html, truth["url"])) for truth, html in pages(args.half)]
    print(by_language(found))
    print(f"{len(found) / sum(s.seconds for s in found):.0f} pages a second, the fields alone")

    def rights(one: Score) -> float:
        captions = one.found / one.captions if one.captions else 1.0
        body = 1.0 if args.fields else one.body
        return body + one.title + one.exact / 2 + one.day + captions - one.leaking

    for one in sorted(found, key=rights)[: args.worst]:
        print(f"{one.name}: {one.body:.3f}; {one.told}\n    missed {one.missed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
