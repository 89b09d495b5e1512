"""What a line of a page shows by itself and by where it stands, as numbers.

These are what the trained model of `articles.parts_model` reads. They are of three sorts: the
line's own form, its words among the page's words, and its neighbours. None of them leans on one
program's way of copying: blank lines and bullets count, indentation does not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.articles.body import find_body
from dragoman.articles.captions import signs_of
from dragoman.articles.kinds import Kind
from dragoman.articles.lines import Line
from dragoman.articles.section import section_path
from dragoman.articles.story import story_of, story_share, subject_stems
from dragoman.languages.furniture import Furniture, bare_form, page_furniture, plain_form

Matrix = NDArray[np.float32]

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[.!?…。！？؟।][\"'”»)\]]*(?=\s|$)|[。！？]")
_TIME = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_COMMON = 40
_CAPTION_LOOKED_AT = 700
_CUES_LOOKED_AT = 220
_REACH = 4
_FAR = 60.0
_LONGEST_TITLE = 200.0
_KINDS = tuple(Kind)

OWN = (
    "units", "words", "letters_a_word", "ends_sentence", "ends_mark", "ends_colon", "ends_ellipsis",
    "sentences", "commas", "quotes", "brackets", "digits", "upper", "capitalised", "lower_start",
    "digit_start", "quote_start", "common", "time", "year", "slash", "pipe", "bullet", "gap",
    "gap_after", "certain", "agency", "side", "pose", "dated", "path", "times",
    "tags", "comments", "sharing", "reading_time", "teaser", "wall", "elsewhere", "at", "text_before", "text_after", "lines",
    *(f"is_{kind.name.lower()}" for kind in _KINDS),
)  # fmt: skip
_NEAR = ("units", "ends_sentence", "capitalised", "common", "bullet", "elsewhere")
_NEAR_KINDS = tuple(f"is_{kind.name.lower()}" for kind in _KINDS)
NAMES = (
    *OWN,
    *(f"{name}{step:+d}" for step in (*range(-_REACH, 0), *range(1, _REACH + 1)) for name in _NEAR),
    *(f"{name}{step:+d}" for step in (-2, -1, 1, 2) for name in _NEAR_KINDS),
    "text_within_5", "text_within_15", "text_within_40", "short_within_5", "short_within_15",
    "to_text_above", "to_text_below", "run", "in_run", "in_body", "from_first", "from_last", "story", "pair_share", "pair_stems",
    "to_closing", "to_pointer", "to_date", "to_byline",
)  # fmt: skip


def marks(lines: Sequence[Line], kinds: Sequence[Kind], language: str | None) -> Matrix:
    """One row a line, one column for each of `NAMES`; `language` is the page's."""
    own = _own(lines, kinds, language)
    columns = [own, *_near(own), _around(own, kinds), _by_rules(lines, kinds, language)]
    return np.hstack(columns).astype(np.float32)


def _by_rules(lines: Sequence[Line], kinds: Sequence[Kind], language: str | None) -> Matrix:
    """Where the line stands to the run of lines with the most text, and to marking lines above."""
    at = np.arange(len(lines))
    body = find_body(lines, kinds)
    first, last = (body.first, body.last) if body else (0, 0)
    members = set(body.members) if body else set()
    story = story_of((lines[i].text for i in sorted(members)), language)
    shares = [story_share(line.text, story, inside=i in members) for i, line in enumerate(lines)]
    pair_shares, pair_stems = _pairs(lines, sorted(members), language)
    above = [
        distance(np.array([kind is one for kind in kinds]))
        for one in (Kind.CLOSING, Kind.POINTER, Kind.DATE, Kind.BYLINE)
    ]
    return np.column_stack([
        (at >= first) & (at <= last), [i in members for i in at],
        np.clip(at - first, -_FAR, _FAR), np.clip(at - last, -_FAR, _FAR), shares, pair_shares, pair_stems, *above,
    ]).astype(np.float32)  # fmt: skip


def _own(lines: Sequence[Line], kinds: Sequence[Kind], language: str | None) -> Matrix:
    cues = page_furniture(language)
    times = Counter(line.text for line in lines)
    word_lists = [_WORD.findall(line.text) for line in lines]
    small = Counter(w for words in word_lists for w in words if w.islower())
    common = {w for w, _ in small.most_common(_COMMON)}
    stem_sets = [set(subject_stems(line.text, language)) for line in lines]
    in_lines = Counter(stem for line, found in zip(lines, stem_sets, strict=True)
                       if times[line.text] == 1 for stem in found)  # fmt: skip
    total = sum(line.units for line, kind in zip(lines, kinds, strict=True) if kind is Kind.TEXT)
    rows = np.zeros((len(lines), len(OWN)), dtype=np.float32)
    passed = 0.0
    for i, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        words, found = word_lists[i], stem_sets[i]
        text = line.text
        signs = signs_of(text[:_CAPTION_LOOKED_AT], language)
        length = max(len(text), 1)
        letters = sum(map(len, words))
        count = max(len(words), 1)
        is_text = kind is Kind.TEXT
        last = text.rstrip(" \"'”»)]›")[-1:]
        rows[i] = (
            np.log1p(line.units), np.log1p(line.words), letters / count,
            line.ends_sentence, last in "?!", last == ":", text.endswith(("...", "…")),
            min(len(_SENTENCE.findall(text)), 20), text.count(",") * 50 / length,
            sum(text.count(q) for q in '"“”«»„') * 50 / length,
            sum(text.count(b) for b in "()[]") * 50 / length,
            sum(map(str.isdigit, text)) / length, sum(map(str.isupper, text)) / length,
            sum(w[0].isupper() for w in words) / count,
            text[0].islower(), text[0].isdigit(), text[0] in "\"“«„'‘",
            sum(w in common for w in words) / count,
            _TIME.search(text) is not None, _YEAR.search(text) is not None,
            text.count("/") * 20 / length, text.count("|") * 20 / length,
            line.bullet, line.gap, i + 1 == len(lines) or lines[i + 1].gap,
            signs.certain, signs.agency_alone, signs.side, signs.pose, signs.dated,
            section_path(text, language=language) is not None, min(times[text], 6),
            *_cues(text, cues),
            sum(in_lines[s] > (times[text] == 1) for s in found) / max(len(found), 3),
            i / len(lines), passed / max(total, 1.0),
            1.0 - (passed + line.units * is_text) / max(total, 1.0), np.log1p(len(lines)),
            *(kind is other for other in _KINDS),
        )  # fmt: skip
        passed += line.units * is_text
    return rows


def _cues(text: str, cues: Furniture) -> tuple[bool, ...]:
    """Which of the page's cues a short line shows."""
    if len(text) > _CUES_LOOKED_AT:
        return (False,) * 6
    form, bare = plain_form(text), bare_form(text)
    return (
        bool(cues.at_start("tags", bare)),
        cues.words_within("comments", bare),
        bool(cues.at_start("sharing", bare)),
        cues.words_within("reading_time", bare),
        any(form[len(word) :].lstrip()[:1] in ("", ":", "|", "-", "–", "+")
            for word in cues.at_start("teasers", form)),
        any(cues.within(wall, form) for wall in ("wall_login", "wall_cookies", "wall_robots")),
    )  # fmt: skip


def _near(own: Matrix) -> list[Matrix]:
    """What the lines above and below show; -1 where there are none."""
    result = []
    for names, steps in (
        (_NEAR, (*range(-_REACH, 0), *range(1, _REACH + 1))),
        (_NEAR_KINDS, (-2, -1, 1, 2)),
    ):
        some = own[:, [OWN.index(name) for name in names]]
        result += [shifted(some, step) for step in steps]
    return result


def shifted(columns: Matrix, step: int) -> Matrix:
    """The columns of the line `step` lines below (above, if negative), -1 where there is none."""
    moved = np.full_like(columns, -1.0)
    if abs(step) < len(columns):
        if step > 0:
            moved[:-step] = columns[step:]
        else:
            moved[-step:] = columns[:step]
    return moved


def _around(own: Matrix, kinds: Sequence[Kind]) -> Matrix:
    count = len(own)
    is_text = np.array([kind is Kind.TEXT for kind in kinds])
    mass = np.where(is_text, np.minimum(np.expm1(own[:, 0]), 400.0), 0.0)
    short = (~is_text).astype(np.float64)
    columns = [within(mass, n) for n in (5, 15, 40)] + [within(short, n) / n for n in (5, 15)]
    above = distance(is_text)
    below = distance(is_text[::-1])[::-1]
    run = np.zeros(count)
    start = 0
    # A run: text with no more than two other lines in a row between.
    for i in range(1, count + 1):
        if i == count or (above[i] if not is_text[i] else 0) > 2:
            run[start:i] = mass[start:i].sum()
            start = i
    columns = [np.log1p(c) if k < 3 else c for k, c in enumerate(columns)]
    return np.column_stack([*columns, above, below, np.log1p(run)]).astype(np.float32)


def _pairs(
    lines: Sequence[Line], members: Sequence[int], language: str | None
) -> tuple[list[float], list[float]]:
    """Of each line of the body, with the one below where it reads as a title of that, the share of
    subject words that the rest of the body has, drawn to one half, and their number; 0.5 and -1 for
    other lines. A teaser of another story has its words twice, in title and lead."""
    stems = {i: set(subject_stems(lines[i].text, language)) for i in members}
    everywhere = Counter(stem for found in stems.values() for stem in found)
    shares, counts = [0.5] * len(lines), [-1.0] * len(lines)
    for at, i in enumerate(members):
        titled = not lines[i].ends_sentence and lines[i].units <= _LONGEST_TITLE
        pair = members[at : at + 2] if titled else [i]
        inside = Counter(stem for k in pair for stem in stems[k])
        shared = sum(everywhere[stem] > count for stem, count in inside.items())
        share = (shared + 0.5) / (len(inside) + 1)
        for k in pair:
            if counts[k] < 0 or share < shares[k]:
                shares[k], counts[k] = share, float(len(inside))
    return shares, counts


def within(values: NDArray[np.float64], reach: int) -> NDArray[np.float64]:
    """The sum over the lines at most `reach` above or below."""
    total = np.concatenate([[0.0], np.cumsum(values)])
    at = np.arange(len(values))
    result: NDArray[np.float64] = (
        total[np.minimum(at + reach + 1, len(values))] - total[np.maximum(at - reach, 0)]
    )
    return result


def distance(is_one: NDArray[np.bool_]) -> NDArray[np.float64]:
    """How many lines above each the nearest line that is one stands, 60 at most."""
    result = np.full(len(is_one), _FAR)
    since = _FAR
    for i, one in enumerate(is_one):
        result[i] = since
        since = 1.0 if one else min(since + 1.0, _FAR)
    return result
