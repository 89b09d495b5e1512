"""Articles out of page dumps: body, title, day and captions against hand-made truth.

    python -m benchmarks pages
    python -m benchmarks.pages [--half tuned|held] [--flat] [--worst N]: more of the same

Body: F1 over the multiset of 4-grams of words (of characters for Chinese and Japanese), mean over
pages. Title: exact, or the one contained in the other. Day: `published` right, where one is given.
Captions: of the true ones whose words stand in the dump, those found. `--flat` takes away
indentation, bullets and blank lines, as other ways of copying do.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from benchmarks.measure import Measure, f1, read_lines, shared_file
from dragoman.articles import read_article
from dragoman.errors import EmptyInput, NoText

_PAGES = "bench/pages"
_QUOTES = str.maketrans("’‘“”", "''\"\"")
_BY_CHARACTER = ("zh", "ja")
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
    mine, theirs = squeezed(title or ""), squeezed(truth["title"] or "")
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
        title=bool(mine) and (mine in theirs or theirs in mine),
        day=published.isoformat() == truth["published"][:10] if published else None,
        captions=len(true_captions),
        captions_found=sum(any(t in c or c in t for c in captions) for t in true_captions),
        seconds=seconds,
    )


def flattened(dump: str) -> str:
    return "\n".join(row for row in _INDENT.sub("", dump).split("\n") if row.strip())


def scores(*, part: str | None = None, flat: bool = False) -> Iterator[Score]:
    folder = shared_file(_PAGES)
    for truth in read_lines(f"{_PAGES}/index.jsonl"):
        if part and half(truth["name"]) != part:
            continue
        dump = (folder / "dump" / f"{truth['name']}.txt").read_text(encoding="utf-8")
        yield score(truth, flattened(dump) if flat else dump)


def run() -> list[Measure]:
    found = list(scores())
    held = [s for s in found if half(s.name) == "held"]
    ours = [s for s in found if s.language in ("fr", "en")]
    flat = list(scores(flat=True))
    days = [s.day for s in found if s.day is not None]
    return [
        Measure("body F1", _mean([s.f1 for s in found]), 0.88, f"{len(found)} pages"),
        Measure("body F1, fr and en", _mean([s.f1 for s in ours]), 0.91, f"{len(ours)} pages"),
        Measure("body F1, outlets not tuned on", _mean([s.f1 for s in held]), 0.91),
        Measure("body F1, layout taken away", _mean([s.f1 for s in flat]), 0.88),
        Measure("title contained", _mean([s.title for s in found]), 0.66),
        Measure("title exact", _mean([s.exact for s in found])),
        Measure("day right where given", _mean(days), 0.94, f"given on {len(days)}"),
        Measure(
            "captions found", sum(s.captions_found for s in found) / sum(s.captions for s in found)
        ),
        Measure("pages a second", len(found) / sum(s.seconds for s in found)),
    ]


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    options.add_argument("--half", choices=["tuned", "held"])
    options.add_argument("--flat", action="store_true")
    options.add_argument("--worst", type=int, default=0)
    args = options.parse_args()
    found = list(scores(part=args.half, flat=args.flat))
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
