"""Articles out of page dumps: body, title, day and captions against hand-made truth.

    python -m benchmarks pages
    python -m benchmarks.pages [--half tuned|held] [--flat] [--worst N]: more of the same

Body: F1 over the multiset of 4-grams of words (of characters for Chinese and Japanese), mean over
pages. Title: exact, or the one contained in the other; letters and figures alone are compared. Day:
`published` right, where one is given. Captions: of the true ones whose words stand in the dump, those
found. `--flat` takes away indentation, bullets and blank lines, as other ways of copying do; wrapped
pages have their lines broken at 76 columns, as mail does. Collections: two to four articles, each with
title, author and date, one after another. trafilatura alone reads the lines as paragraphs of HTML.

The model of lines was trained on these pages: on outlets that it has not seen it is some points worse,
which `python -m training.lines --cross-validate` measures.
"""

from __future__ import annotations

import argparse
import html
import random
import re
import sys
import textwrap
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from benchmarks.measure import Measure, f1, read_lines, shared_file
from dragoman.articles import read_article, read_articles
from dragoman.articles.lined import lined
from dragoman.articles.several import article_spans
from dragoman.errors import EmptyInput, NoText
from dragoman.sources import page_of

_PAGES = "bench/pages"
_QUOTES = str.maketrans("’‘“”", "''\"\"")
_BY_CHARACTER = ("zh", "ja")
_SEED = 1815
_INDENT = re.compile(r"^[ \t]*(?:[*+o-][ ]+|\d+\.[ ]+)?", re.MULTILINE)


class Score(NamedTuple):
    name: str
    language: str
    precision: float
    recall: float
    f1: float
    exact: bool
    title: bool
    day: bool | None
    captions: int
    captions_found: int
    seconds: float


def half(name: str) -> str:
    """Which half of the outlets a page is in: rules were tuned on one, checked on the other."""
    return "tuned" if zlib.crc32(name.split("_")[0].encode()) % 2 else "held"


def grams(text: str, language: str) -> Counter[tuple[str, ...]]:
    units = list("".join(text.split())) if language in _BY_CHARACTER else text.split()
    return Counter(tuple(units[i : i + 4]) for i in range(max(1, len(units) - 3)))


def squeezed(text: str) -> str:
    return "".join(text.translate(_QUOTES).split()).casefold()


def letters(text: str) -> str:
    """Letters and figures alone: soft hyphens, quotation marks and colons are no part of a title."""
    return "".join(c for c in text.casefold() if c.isalnum())


def same_title(mine: str, theirs: str) -> bool:
    """Whether two titles are one, or the one is contained in the other."""
    one, other = letters(mine), letters(theirs)
    return bool(one) and (one in other or other in one)


def score(truth: dict[str, Any], dump: str) -> Score:
    begun = time.perf_counter()
    try:
        article = read_article(dump, url=truth["url"])
        body, title, published = "\n".join(article.paragraphs), article.title, article.published
        captions = [squeezed(caption.text) for caption in article.captions]
    except (NoText, EmptyInput):
        body, title, published, captions = "", None, None, []
    seconds = time.perf_counter() - begun
    language = truth["language"]
    found = grams(body, language)
    wanted = grams("\n".join(truth["body"]).replace("’", "'"), language)
    precision, recall, both = f1((found & wanted).total(), found.total(), wanted.total())
    mine, theirs = letters(title or ""), letters(truth["title"] or "")
    page = squeezed(dump)
    true_captions = {squeezed(c["caption"]) for c in truth["captions"] if c["caption"]}
    true_captions = {c for c in true_captions if len(c) > 20 and c in page}
    return Score(
        name=truth["name"],
        language=language,
        precision=precision,
        recall=recall,
        f1=both,
        exact=bool(mine) and mine == theirs,
        title=same_title(title or "", truth["title"] or ""),
        day=published.isoformat() == truth["published"][:10] if published else None,
        captions=len(true_captions),
        captions_found=sum(any(t in c or c in t for c in captions) for t in true_captions),
        seconds=seconds,
    )


def flattened(dump: str) -> str:
    return "\n".join(row for row in _INDENT.sub("", dump).split("\n") if row.strip())


def wrapped(dump: str) -> str:
    return "\n".join(
        row for line in dump.split("\n") for row in (textwrap.wrap(line.strip(), 76) or [""])
    )


def scores(*, part: str | None = None, made: Callable[[str], str] | None = None) -> Iterator[Score]:
    """The pages' scores; `made` turns each dump into another."""
    folder = shared_file(_PAGES)
    for truth in read_lines(f"{_PAGES}/index.jsonl"):
        if part and half(truth["name"]) != part:
            continue
        dump = (folder / "dump" / f"{truth['name']}.txt").read_text(encoding="utf-8")
        yield score(truth, made(dump) if made else dump)


def by_trafilatura() -> float:
    """Mean body F1 of trafilatura on the lines of the dumps, each as a paragraph."""
    import trafilatura

    folder = shared_file(_PAGES)
    found = []
    for truth in read_lines(f"{_PAGES}/index.jsonl"):
        dump = (folder / "dump" / f"{truth['name']}.txt").read_text(encoding="utf-8")
        rows = "".join(f"<p>{html.escape(row)}</p>" for row in dump.split("\n") if row.strip())
        page = f"<html><body>{rows}</body></html>"
        body = trafilatura.extract(page, favor_precision=True, include_comments=False) or ""
        mine = grams(body.replace("’", "'"), truth["language"])
        wanted = grams("\n".join(truth["body"]).replace("’", "'"), truth["language"])
        found.append(f1((mine & wanted).total(), mine.total(), wanted.total())[2])
    return _mean(found)


def collections() -> tuple[float, float]:
    """Of texts made of several articles those taken apart rightly; of pages those left whole."""
    truths = [t for t in read_lines(f"{_PAGES}/index.jsonl") if len(" ".join(t["body"])) > 800]
    chance = random.Random(_SEED)
    right = []
    for language in ("en", "de", "fr", "es"):
        pool = [t for t in truths if t["language"] == language]
        for between in ("\n\n", "\n\n----------\n\n", "\n\nEnd of Document\n\n"):
            for count in (2, 3, 4):
                some = chance.sample(pool, count)
                text = between.join(map(_clipping, some))
                titles = [letters(a.title or "") for a in read_articles(page_of(text))]
                right.append(titles == [letters(t["title"]) for t in some])
    folder = shared_file(_PAGES)
    whole = []
    for truth in truths:
        dump = (folder / "dump" / f"{truth['name']}.txt").read_text(encoding="utf-8")
        whole.append(len(article_spans(lined(dump))) == 1)
    return _mean(right), _mean(whole)


def _clipping(truth: dict[str, Any]) -> str:
    author = (truth["authors"] or ["A. Writer"])[0]
    return "\n\n".join([truth["title"], f"By {author}", truth["published"][:10], *truth["body"]])


def run() -> list[Measure]:
    found = list(scores())
    held = [s for s in found if half(s.name) == "held"]
    ours = [s for s in found if s.language in ("fr", "en")]
    flat, folded = list(scores(made=flattened)), list(scores(made=wrapped))
    days = [s.day for s in found if s.day is not None]
    alone = f"trafilatura alone, on the lines as paragraphs, {by_trafilatura():.3f}"
    apart, whole = collections()
    captions = sum(s.captions_found for s in found) / sum(s.captions for s in found)
    return [
        Measure("body F1", _mean([s.f1 for s in found]), 0.95, f"{len(found)} pages; {alone}"),
        Measure("body F1, fr and en", _mean([s.f1 for s in ours]), 0.95, f"{len(ours)} pages"),
        Measure("body F1, outlets no rule was tuned on", _mean([s.f1 for s in held]), 0.95),
        Measure("body F1, layout taken away", _mean([s.f1 for s in flat]), 0.945),
        Measure("body F1, wrapped at 76 columns", _mean([s.f1 for s in folded]), 0.9),
        Measure("title exact or contained", _mean([s.title for s in found]), 0.85),
        Measure("title exact", _mean([s.exact for s in found]), 0.76),
        Measure("day right where given", _mean(days), 0.94, f"given on {len(days)}"),
        Measure("captions found", captions, 0.66),
        Measure("collections taken apart", apart, 0.9),
        Measure("pages left whole", whole, 0.99),
        Measure("pages a second", len(found) / sum(s.seconds for s in found)),
    ]


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    options.add_argument("--half", choices=["tuned", "held"])
    options.add_argument("--flat", action="store_true")
    options.add_argument("--worst", type=int, default=0)
    args = options.parse_args()
    found = list(scores(part=args.half, made=flattened if args.flat else None))
    groups: dict[str, list[Score]] = defaultdict(list)
    for one in found:
        groups[one.language].append(one)
    print(
        "language  pages  body F1 (P / R)         title exact/contained  day ok/wrong/none  captions"
    )
    rows = sorted(groups.items(), key=lambda g: -len(g[1]))
    for name, group in [*rows, ("fr+en", groups["fr"] + groups["en"]), ("all", found)]:
        if group:
            print(_row(name, group))
    print(f"{len(found) / sum(s.seconds for s in found):.0f} pages a second")
    for one in sorted(found, key=lambda s: s.f1)[: args.worst]:
        print(f"{one.f1:.3f} ({one.precision:.2f} / {one.recall:.2f}) {one.title!s:5} {one.name}")
    return 0


def _mean(values: list[float] | list[bool]) -> float:
    return sum(values) / len(values) if values else 0.0


def _row(name: str, group: list[Score]) -> str:
    days = [s.day for s in group]
    captions = sum(s.captions for s in group)
    found = sum(s.captions_found for s in group)
    return (
        f"{name:8}  {len(group):5}  {_mean([s.f1 for s in group]):.3f} "
        f"({_mean([s.precision for s in group]):.3f} / {_mean([s.recall for s in group]):.3f})  "
        f"{_mean([s.exact for s in group]):10.2f} / {_mean([s.title for s in group]):.2f}  "
        f"{days.count(True):10} / {days.count(False)} / {days.count(None)}  {found:6} of {captions}"
    )


if __name__ == "__main__":
    sys.exit(main())
