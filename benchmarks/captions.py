"""Captions and teasers of other stories, planted in pages: whether they are set apart.

    python -m benchmarks captions
    python -m benchmarks.captions [--half tuned|held] [--worst N]: by condition, with the errors

Each page's own captions, and captions of other articles in four conditions: the same language or
not, the same country (the state that the article names most) or not. *Judged alone*: the caption is
given, nothing has to be found. *Pages*: it is planted in the page's dump with a credit, before,
inside or after the text, and set apart where no word of it reaches the text that is coded. Short
articles get the first sentence of another one as a caption, and a sentence of their own, which is
taken out of them. *Teasers*: title and first sentence of another article. What is planted is drawn
at random with a fixed seed, so that the figures are the same on each run.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from benchmarks.measure import Measure, read_lines, shared_file
from benchmarks.pages import half, squeezed
from dragoman.articles import read_article
from dragoman.articles.caption_evidence import article_words
from dragoman.articles.captions import caption_line
from dragoman.articles.related import judge
from dragoman.errors import EmptyInput, NoText
from dragoman.gazetteer import scan

_PAGES = "bench/pages"
_SHORT = ("raw_wikinews_fr", "raw_wikinews_en")
_SEED = 1815
_LEAST = 15  # letters: a shorter caption is a credit or a label
_EACH = 2  # plants a page and condition
_SHORT_PAGES = 150
_SENTENCE = re.compile(r"(?<=[.!?…。])\s+(?=[^\W\d_a-z])|(?<=[。！？])")
_CONDITIONS = (
    "same language, same country",
    "same language, other country",
    "other language, same country",
    "other language, other country",
)
OWN = "its own"


@dataclass(frozen=True)
class Source:
    """One article of the development data: what can be planted, and what it is planted in."""

    name: str
    language: str
    title: str
    body: tuple[str, ...]
    captions: tuple[str, ...]
    country: str | None

    @property
    def half(self) -> str:
        return half(self.name)


class Case(NamedTuple):
    """A caption under an article: `condition` is OWN or one of the four, `beside` the others."""

    source: Source
    caption: str
    condition: str
    body: tuple[str, ...]
    beside: tuple[str, ...] = ()


class Verdict(NamedTuple):
    case: Case
    related: bool
    reason: str


def country_of(text: str, language: str) -> str | None:
    """The state that the text names most often."""
    states = Counter(
        hit.ids[0]
        for hit in scan(text, language)
        if len(hit.ids) == 1 and hit.ids[0].startswith("state:")
    )
    return states.most_common(1)[0][0] if states else None


@cache
def page_sources() -> tuple[Source, ...]:
    """The development pages, with the captions that have words enough. Raises DataAbsentError."""
    sources = []
    for truth in read_lines(f"{_PAGES}/index.jsonl"):
        text = "\n".join([truth["title"] or "", *truth["body"]])
        captions = dict.fromkeys(c["caption"] for c in truth["captions"] if c["caption"])
        sources.append(
            Source(
                name=truth["name"],
                language=truth["language"],
                title=truth["title"] or "",
                body=tuple(truth["body"]),
                captions=tuple(c for c in captions if sum(map(str.isalpha, c)) >= _LEAST),
                country=country_of(text, truth["language"]),
            )
        )
    return tuple(sources)


@cache
def short_sources() -> tuple[Source, ...]:
    """Short articles without pages; the outlet is the day, so that the halves share no story."""
    sources = []
    for name in _SHORT:
        for one in read_lines(f"bench/{name}.jsonl"):
            body = tuple(p for p in one["text"].split("\n") if len(p) > 40)
            if len(body) >= 3:
                country = country_of("\n".join([one["title"], *body]), one["lang"])
                day = one["date"]
                sources.append(
                    Source(f"{day}_{one['id']}", one["lang"], one["title"], body, (), country)
                )
    return tuple(sources)


def sentences(text: str) -> list[str]:
    return [s.strip() for s in _SENTENCE.split(text) if s.strip()]


def condition(source: Source, other: Source) -> str:
    return _CONDITIONS[2 * (source.language != other.language) + (source.country != other.country)]


def planted(
    source: Source, others: Sequence[Source], draw: random.Random
) -> Iterator[tuple[str, Source]]:
    """Up to two other articles in each condition."""
    groups = defaultdict(list)
    for other in others:
        if other is not source:
            groups[condition(source, other)].append(other)
    for name in _CONDITIONS:
        group = groups[name]
        for other in draw.sample(group, min(_EACH, len(group))):
            yield name, other


def page_cases() -> list[Case]:
    draw = random.Random(_SEED)
    sources = [source for source in page_sources() if source.captions]
    cases = []
    for source in sources:
        for caption in source.captions:
            beside = tuple(c for c in source.captions if c != caption)
            cases.append(Case(source, caption, OWN, source.body, beside))
        for name, other in planted(source, sources, draw):
            caption = draw.choice(other.captions)
            cases.append(Case(source, caption, name, source.body, source.captions))
    return cases


def short_cases(most: int = _SHORT_PAGES) -> list[Case]:
    draw = random.Random(_SEED)
    sources = short_sources()
    cases = []
    for source in draw.sample(sources, min(most, len(sources))):
        at = draw.randrange(1, len(source.body))
        own, *rest = sentences(source.body[at])
        body = (*source.body[:at], *([" ".join(rest)] if rest else []), *source.body[at + 1 :])
        cases.append(Case(source, own, OWN, body))
        for name, other in planted(source, sources, draw):
            cases.append(Case(source, sentences(other.body[0])[0], name, source.body))
    return cases


def judged(cases: Iterable[Case]) -> list[Verdict]:
    """What `judge` says of each, given the article's text as truth has it."""
    verdicts = []
    for case in cases:
        language = case.source.language
        story = article_words([case.source.title, *case.body], language)
        caption, *beside = [
            caption_line(i, text, language=language)
            for i, text in enumerate([case.caption, *case.beside])
        ]
        related, reason = judge(caption, story, language=language, days=(), beside=beside)
        verdicts.append(Verdict(case, related, reason))
    return verdicts


class Planted(NamedTuple):
    """A page with something planted: whether it reached the text, and how many of the page's own
    captions were found and of these set apart."""

    source: Source
    condition: str
    apart: bool
    found: int
    wrong: int
    text: str


def _dump(source: Source) -> list[str]:
    path = shared_file(_PAGES) / "dump" / f"{source.name}.txt"
    return path.read_text(encoding="utf-8").split("\n")


def _places(rows: Sequence[str], source: Source) -> list[int]:
    """Rows before which something can be planted: the text's first, one inside it, one after."""
    own = {squeezed(p) for p in source.body}
    at = [i for i, row in enumerate(rows) if squeezed(row) in own]
    if len(at) < 4:
        return []
    return [at[0], at[len(at) // 2], at[-1] + 1]


def _with_planted(rows: Sequence[str], at: int, lines: Sequence[str]) -> str:
    return "\n".join([*rows[:at], "", *lines, "", *rows[at:]])


def _outcome(
    source: Source, name: str, page: str, texts: Sequence[str], *, body_only: bool = False
) -> Planted:
    try:
        article = read_article(page, language=source.language)
        text = "\n".join(article.paragraphs) if body_only else article.text
        captions = article.captions
    except (NoText, EmptyInput):
        text, captions = "", ()
    squashed = squeezed(text)
    mine = [squeezed(c) for c in source.captions]
    own = [c for c in captions if any(m in squeezed(c.text) for m in mine)]
    return Planted(
        source,
        name,
        not any(squeezed(t) in squashed for t in texts),
        len(own),
        sum(not c.related for c in own),
        texts[0],
    )


def caption_pages() -> Iterator[Planted]:
    """Dumps with another article's caption planted, by turns before, in and after the text."""
    draw = random.Random(_SEED)
    sources = [source for source in page_sources() if source.captions]
    for turn, source in enumerate(sources):
        rows = _dump(source)
        places = _places(rows, source)
        for count, (name, other) in enumerate(planted(source, sources, draw)):
            caption = draw.choice(other.captions)
            if places and count % _EACH == 0:
                at = places[(turn + count) % 3]
                page = _with_planted(rows, at, [f"{caption.rstrip()} (AFP)"])
                yield _outcome(source, name, page, [caption])


def teaser_pages() -> Iterator[Planted]:
    """Dumps with another article's title and first sentence planted inside or after the text."""
    draw = random.Random(_SEED)
    for turn, source in enumerate(page_sources()):
        rows = _dump(source)
        places = _places(rows, source)
        others = [o for o in page_sources() if o.language == source.language and o is not source]
        if places and others:
            other = draw.choice(others)
            lead = sentences(other.body[0])[0]
            inside = turn % 2
            page = _with_planted(rows, places[1 if inside else 2], [other.title, lead])
            texts = [t for t in (lead, other.title) if t]
            name = "inside the text" if inside else "after the text"
            yield _outcome(source, name, page, texts, body_only=True)


def short_pages() -> Iterator[Planted]:
    """Pages of title, planted caption with its agency, and a short article."""
    for case in short_cases(_SHORT_PAGES // 5):
        if case.condition != OWN:
            page = "\n\n".join([case.source.title, f"{case.caption} (AFP)", *case.body])
            yield _outcome(case.source, case.condition, page, [case.caption])


def _share(values: Iterable[bool]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


def apart(verdicts: Iterable[Verdict], part: str | None = None) -> float:
    """Of the captions of other articles, the share set apart; `part` is a half of the outlets."""
    return _share(
        not v.related
        for v in verdicts
        if v.case.condition != OWN and part in (None, v.case.source.half)
    )


def wrongly(verdicts: Iterable[Verdict], part: str | None = None) -> float:
    """Of the articles' own captions, the share set apart."""
    return _share(
        not v.related
        for v in verdicts
        if v.case.condition == OWN and part in (None, v.case.source.half)
    )


def run() -> list[Measure]:
    alone, short = judged(page_cases()), judged(short_cases())
    pages, teasers, short_read = list(caption_pages()), list(teaser_pages()), list(short_pages())
    found, wrong = sum(p.found for p in pages), sum(p.wrong for p in pages)
    both = [*alone, *short]
    foreign = sum(v.case.condition != OWN for v in both)
    made = foreign + len(pages) + len(teasers) + len(short_read)
    by_condition = [
        Measure(f"  {name}", _share(not v.related for v in both if v.case.condition == name))
        for name in _CONDITIONS
    ]
    return [
        Measure("others' captions apart, judged alone", apart(alone), 0.90, f"{made} pages made"),
        Measure("  outlets not tuned on", apart(alone, "held"), 0.90),
        Measure("  short articles", apart(short), 0.85),
        *by_condition,
        Measure("own captions wrongly apart", wrongly(alone), 0.03, at_most=True),
        Measure("  outlets not tuned on", wrongly(alone, "held"), 0.035, at_most=True),
        Measure("  short articles, own sentences", wrongly(short), 0.05, at_most=True),
        Measure("others' captions apart, dumps", _share(p.apart for p in pages), 0.89),
        Measure("own captions wrongly apart, dumps", wrong / max(found, 1), note=f"of {found}"),
        Measure("others' captions apart, short pages", _share(p.apart for p in short_read)),
        Measure("teasers apart, dumps", _share(p.apart for p in teasers), 0.9),
    ]


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m benchmarks.captions", description=__doc__)
    options.add_argument("--half", choices=["tuned", "held"])
    options.add_argument("--worst", type=int, default=0)
    options.add_argument("--pages", action="store_true", help="read whole pages too")
    args = options.parse_args()
    for title, cases in (("pages' captions", page_cases()), ("short articles", short_cases())):
        verdicts = [v for v in judged(cases) if args.half in (None, v.case.source.half)]
        for name in (*_CONDITIONS, OWN):
            group = [v for v in verdicts if v.case.condition == name]
            print(
                f"{title:16} {name:30} {_share(not v.related for v in group):.3f} of {len(group)}"
            )
        wrong = [v for v in verdicts if v.related != (v.case.condition == OWN)]
        for v in wrong[: args.worst]:
            print(f"  {v.case.condition} | {v.case.source.name} {v.case.source.title[:80]}")
            print(f"    {v.case.caption[:200]}\n    {v.reason}")
    if args.pages:
        kinds = {"dumps": caption_pages(), "short": short_pages(), "teasers": teaser_pages()}
        for title, made in kinds.items():
            groups: dict[str, list[Planted]] = defaultdict(list)
            for page in made:
                if args.half in (None, page.source.half):
                    groups[page.condition].append(page)
            for name, pages in groups.items():
                wrong, found = sum(p.wrong for p in pages), sum(p.found for p in pages)
                print(
                    f"{title:16} {name:30} {_share(p.apart for p in pages):.3f} of {len(pages)}; "
                    f"own apart {wrong} of {found}"
                )
    return 0


if __name__ == "__main__":
    sys.exit(main())
