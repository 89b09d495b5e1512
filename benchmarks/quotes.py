"""Quotations: content, kind and speaker against hand-made truth, French and English.

    python -m benchmarks quotes
    python -m benchmarks.quotes fr|en [--wrong N]: what is missed and what is too much

A content matches where overlap / union with the gold one is at least 0.5 (each used once). Exact: the
same but for quotation marks, commas and stops at the ends and a leading "that" or "to", which PolNeAR
puts inside the content. PolNeAR gives the parts of a quotation that its cue cuts in two as one
item; each of its parts counts here. It marks attributions of every kind (plans, feelings, documents, titles);
"of saying" leaves in those that have marks or a verb of reports.toml in their cue. Speakers: in French the resolved
one; PolNeAR's are not resolved and compare by their words.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from benchmarks.measure import Measure, f1, read_lines
from dragoman.analysis.analyse import analyse
from dragoman.coding.quotations import quotations
from dragoman.languages.lexicon import lexicon
from dragoman.records import Anchor, Article, Party, Quotation

FILES = {"fr": "bench/gold_quotes_fr.jsonl", "en": "bench/quotes_polnear_en_dev.jsonl"}
CODED = 1800  # the French articles are coded up to this character
FOUND = 0.5
_EDGE = re.compile(r"^(?:[\W_]*(?:that|to|que|qu['’]|de|d['’]|à)\b)?[\W_]*|[\W_]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Gold:
    start: int
    end: int
    kind: str
    speaker: str
    country: str | None
    cue: str


@dataclass(slots=True)
class Score:
    wanted: list[Gold]
    found: list[Quotation]
    pairs: list[tuple[Gold, Quotation]]
    text: str


def article(line: dict[str, Any], language: str) -> Article:
    day = date.fromisoformat((line.get("published") or line["date"])[:10])
    paragraphs = tuple(p for p in line["text"].split("\n") if p.strip())
    anchor = Anchor(day=day, basis="given")
    return Article(
        id=line.get("doc") or line["id"],
        text=line["text"],
        paragraphs=paragraphs,
        language=language,
        anchor=anchor,
    )


def gold(line: dict[str, Any]) -> Iterator[Gold]:
    for label in line.get("labels", ()):
        yield Gold(
            label["start"],
            label["end"],
            label["kind"],
            label["speaker_name"],
            label["speaker_country"],
            label["cue"] or "",
        )
    for quote in line.get("quotes", ()):
        for start, end in quote["spans"]["content"]:
            yield Gold(
                start, end, quote["type_derived"], quote["speaker"] or "", None, quote["cue"] or ""
            )


def edges(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without marks, stops and a leading "that" or "to"."""
    piece = text[start:end]
    lead = _EDGE.match(piece)
    begin = lead.end() if lead else 0
    tail = re.search(r"[\W_]*$", piece)
    return start + begin, start + (tail.start() if tail and tail.start() > begin else len(piece))


def score(line: dict[str, Any], language: str) -> Score:
    text = line["text"]
    wanted = list(gold(line))
    found = list(quotations(analyse(article(line, language), language)))
    if language == "fr":
        found = [q for q in found if q.content.start < CODED]
    options = []
    for i, one in enumerate(wanted):
        a, b = edges(text, one.start, one.end)
        for j, other in enumerate(found):
            c, d = edges(text, other.content.start, other.content.end)
            shared = min(b, d) - max(a, c)
            union = max(b, d) - min(a, c)
            if union > 0 and shared / union >= FOUND:
                options.append((-shared / union, i, j))
    pairs, used_gold, used_found = [], set(), set()
    for _, i, j in sorted(options):
        if i not in used_gold and j not in used_found:
            pairs.append((wanted[i], found[j]))
            used_gold.add(i)
            used_found.add(j)
    return Score(wanted, found, pairs, text)


def exact(pair: tuple[Gold, Quotation], text: str) -> bool:
    one, other = pair
    return edges(text, one.start, one.end) == edges(text, other.content.start, other.content.end)


def same_speaker(one: Gold, party: Party) -> bool:
    """French: a person by a word of the name, anything else by country. English: shared words."""
    mine = folded(f"{party.name} {party.text}")
    theirs = folded(one.speaker)
    if one.country is None:
        return bool(mine & theirs) if theirs else True
    if party.kind == "person":
        return bool(mine & theirs) and party.country in (None, one.country)
    return party.country == one.country and not _is_person(one)


def _is_person(one: Gold) -> bool:
    """Whether the gold speaker is written as a person: two names, both with a capital."""
    return bool(
        re.fullmatch(r"[^\W\d_a-z][\w-]+(?: (?:von|der|de|[^\W\d_a-z][\w-]+))+", one.speaker)
    )


def folded(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    small = {"the", "a", "of", "and", "le", "la", "les", "de", "des", "du", "l", "s", "mr", "ms"}
    return set(re.findall(r"\w+", plain)) - small


@cache
def _said(cue: str) -> bool:
    """Whether a PolNeAR cue holds a verb of saying."""
    reports = {form for lemma in lexicon("en").reports for form in _forms(lemma)}
    return cue == "" or any(word in reports for word in re.findall(r"[a-z]+", cue.lower()))


def _forms(lemma: str) -> set[str]:
    irregular = {
        "say": "said",
        "tell": "told",
        "think": "thought",
        "feel": "felt",
        "write": "wrote",
    }
    stem = lemma.removesuffix("e")
    past = irregular.get(lemma, stem + "ed")
    return {lemma, lemma + "s", past, stem + "ing", lemma.removesuffix("y") + "ies"}


def of_saying(one: Gold) -> bool:
    return one.kind != "indirect" or _said(one.cue)


def scores(language: str) -> list[Score]:
    return [score(line, language) for line in read_lines(FILES[language])]


def measures(language: str, found: list[Score]) -> list[Measure]:
    name = {"fr": "fr", "en": "PolNeAR"}[language]
    floors = FLOORS[language]
    right = sum(len(s.pairs) for s in found)
    mine, wanted = sum(len(s.found) for s in found), sum(len(s.wanted) for s in found)
    exactly = sum(exact(pair, s.text) for s in found for pair in s.pairs)
    pairs = [pair for s in found for pair in s.pairs]
    precision, recall, overlap = f1(right, mine, wanted)
    said = sum(of_saying(g) for s in found for g in s.wanted)
    said_right = sum(of_saying(g) for g, _ in pairs)
    result = [
        Measure(
            f"{name} content overlap F1",
            overlap,
            floors["overlap"],
            f"{wanted} quotations, P {precision:.3f}, R {recall:.3f}",
        ),
        Measure(f"{name} content exact F1", f1(exactly, mine, wanted)[2], floors["exact"]),
        Measure(
            f"{name} speaker where content is right",
            _share(same_speaker(g, q.speaker) for g, q in pairs),
            floors["speaker"],
        ),
        Measure(
            f"{name} kind where content is right",
            _share(g.kind == q.kind for g, q in pairs),
            floors["kind"],
        ),
    ]
    if language == "en":
        result.append(
            Measure(f"{name} of saying, content recall", said_right / said, None, f"{said} of them")
        )
    return result


def _share(hits: Iterator[bool]) -> float:
    all_hits = list(hits)
    return sum(all_hits) / len(all_hits) if all_hits else 0.0


FLOORS: dict[str, dict[str, float]] = {
    "fr": {"overlap": 0.88, "exact": 0.77, "speaker": 0.83, "kind": 0.95},
    "en": {"overlap": 0.63, "exact": 0.54, "speaker": 0.92, "kind": 0.93},
}


def run() -> list[Measure]:
    return [m for language in FILES for m in measures(language, scores(language))]


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m benchmarks.quotes", description=__doc__)
    options.add_argument("language", choices=sorted(FILES))
    options.add_argument("--wrong", type=int, default=10_000, help="how many articles to show")
    args = options.parse_args()
    found = scores(args.language)
    for one in found[: args.wrong]:
        print("---")
        matched = {id(g) for g, _ in one.pairs}
        used = {id(q) for _, q in one.pairs}
        for g in one.wanted:
            if id(g) not in matched:
                print(f"missed {g.kind} [{g.speaker} / {g.cue}] {one.text[g.start : g.end]!r}")
        for q in one.found:
            if id(q) not in used:
                cue = q.cue.text if q.cue else None
                print(f"  extra {q.kind} [{q.speaker.name} / {cue}] {q.content.text!r}")
        for g, q in one.pairs:
            wrong = [
                label
                for label, fine in (
                    ("kind", g.kind == q.kind),
                    ("speaker", same_speaker(g, q.speaker)),
                    ("edges", exact((g, q), one.text)),
                )
                if not fine
            ]
            if wrong:
                print(f"   {wrong} {g.kind}/{q.kind} [{g.speaker} / {q.speaker.key}]")
                print(f"       {one.text[g.start : g.end]!r}\n       {q.content.text!r}")
    kinds = Counter((g.kind, q.kind) for s in found for g, q in s.pairs)
    print(dict(kinds))
    for measure in measures(args.language, found):
        print(f"{measure.name:45} {measure.value:.3f} {measure.note}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
