"""Whether two claims tell of one happening: deterministic keys first, a scored link after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.ledger.happening import Happening
from dragoman.ledger.nearness import near

ENOUGH = 0.7
"""The score from which a claim joins a fact."""
SLACK = timedelta(days=1)
"""Reports of one event differ by a day: time zones, and "on Monday" for Sunday night."""
NEWS = timedelta(days=3)
"""Within so many days of its happening an undated report is about it."""
JOURNEY = timedelta(days=4)
"""Days over which a visit may be told; reports pick one of its days."""
LIFE = timedelta(days=400)
"""An agreement of no name is known again within so long."""
RECALLED = timedelta(days=10)
"""Days within which the same words by the same speaker are one utterance."""


@dataclass(frozen=True, slots=True)
class Match:
    """`score` 0 to 1, and why, for people to read."""

    score: float
    reason: str


def window(told: Happening) -> tuple[date, date] | None:
    """The days within which a fact that it may join stands; null where there are no bounds."""
    if told.type in ("membership", "office"):
        return None
    start, end = told.days
    slack = {"agreement": LIFE, "visit": JOURNEY, "quotation": RECALLED}.get(told.type, NEWS)
    return _shifted(start, -slack), _shifted(end, slack)


def match(one: Happening, other: Happening) -> Match | None:
    """How well two claims agree on what happened; null where they cannot be of one happening."""
    if one.type != other.type or not _same_direction(one, other):
        return None
    if one.article_id is not None and one.article_id == other.article_id:
        return None  # the coder took them for two
    parties = _parties(one, other)
    if parties is None:
        return None
    match one.type:
        case "quotation":
            return _quotation(one, other)
        case "membership" | "office":
            return _standing(one, other)
        case "agreement":
            return _agreement(one, other, parties)
        case _:
            return _event(one, other, parties)


def _event(one: Happening, other: Happening, parties: float) -> Match | None:
    """Events and visits: kind, parties, day and place; words and numbers where these leave doubt."""
    if one.kind != other.kind and other.kind not in near(one.kind or ""):
        return None
    days = _days(one, other, JOURNEY if one.type == "visit" else SLACK)
    if days is None:
        return None
    place = _place(one, other)
    same_kind = one.kind == other.kind
    if same_kind and parties == SAME_PARTIES and days == SAME_DAY and place >= 0:
        return Match(1.0, "same type, parties and day")
    score = (0.35 if same_kind else 0.2) + parties + days + place + _wording(one, other)
    why = [
        "same type" if same_kind else f"near types ({one.kind}, {other.kind})",
        "same parties" if parties == SAME_PARTIES else "some of the parties",
        "same day" if days == SAME_DAY else "days that fit",
    ]
    return _worth(score, why)


def _agreement(one: Happening, other: Happening, parties: float) -> Match | None:
    """An agreement is known again by its name, or by its words while it is young."""
    if one.name and other.name:
        return Match(1.0, "same name and parties") if one.name == other.name else None
    days = _days(one, other, SLACK)
    if days is None:
        moved = one.status != other.status and _near_days(one, other, LIFE)
        if not moved:
            return None
        days = 0.0
    wording = _alike(one.words, other.words)
    if parties == SAME_PARTIES and days == SAME_DAY:
        return Match(1.0, "same type, parties and day")
    numbers = 0.1 if one.numbers & other.numbers else 0.0
    return _worth(
        0.3 + parties + days + 0.5 * wording + numbers,
        ["same parties" if parties == SAME_PARTIES else "some of the parties", "words alike"],
    )


def _quotation(one: Happening, other: Happening) -> Match | None:
    alike = _alike(one.words, other.words)
    if one.lead != other.lead or not one.words or alike < 0.5:
        return None
    if not _near_days(one, other, RECALLED):
        return None
    return Match(round(0.5 + alike / 2, 3), "same speaker, same words")


def _standing(one: Happening, other: Happening) -> Match | None:
    if one.kind != other.kind or one.people != other.people:
        return None
    if one.start and other.start and one.start.year != other.start.year:
        return None
    return Match(1.0, "same parties and relation")


SAME_PARTIES = 0.3
SAME_DAY = 0.25


def _parties(one: Happening, other: Happening) -> float | None:
    """What the parties add to a score; null where they are others."""
    if one.domestic or other.domestic:
        if not (one.domestic and other.domestic and one.lead == other.lead):
            return None
        shared = len(one.people & other.people) / max(1, min(len(one.people), len(other.people)))
        return SAME_PARTIES * shared if shared else None
    mine, theirs = one.lead | one.facing, other.lead | other.facing
    if (one.lead, one.facing) == (other.lead, other.facing) or (
        (one.mutual or other.mutual) and mine == theirs
    ):
        return SAME_PARTIES
    if mine <= theirs or theirs <= mine:
        return 0.2
    return 0.1 if len(mine & theirs) >= 2 else None


def _same_direction(one: Happening, other: Happening) -> bool:
    """Who did it to whom is never weighed against anything else."""
    if one.mutual or other.mutual or not (one.facing and other.facing):
        return True
    return bool(one.lead & other.lead) and bool(one.facing & other.facing)


def _days(one: Happening, other: Happening, slack: timedelta) -> float | None:
    """What the days add; null where the passages do not allow that they are the same."""
    if one.start and one.end and other.start and other.end:
        if one.start == one.end == other.start == other.end:
            return SAME_DAY
        if one.start > _shifted(other.end, slack) or other.start > _shifted(one.end, slack):
            return None
        wider = max(one.end - one.start, other.end - other.start)
        return 0.15 if wider <= timedelta(days=31) else 0.05 if wider <= LIFE else 0.0
    if "historical" in (one.modality, other.modality):
        # Background is told at any time: that two reports are of one week says nothing.
        both = one.modality == other.modality and not (one.start or other.start)
        return 0.0 if both else None
    return 0.1 if _near_days(one, other, NEWS) else None


def _near_days(one: Happening, other: Happening, within: timedelta) -> bool:
    """Whether their days, or where there are none those of their reports, are near each other."""
    a, b = one.start or one.reported, other.start or other.reported
    if a is None or b is None:
        return False
    a_end, b_end = one.end or a, other.end or b
    return a <= _shifted(b_end, within) and b <= _shifted(a_end, within)


def _place(one: Happening, other: Happening) -> float:
    if one.place is None or other.place is None:
        return 0.0
    if one.place == other.place:
        return 0.1
    if one.place[0] != other.place[0] and None not in (one.place[0], other.place[0]):
        return -0.3
    return 0.0 if None in (one.place[1], other.place[1]) else -0.3


def _wording(one: Happening, other: Happening) -> float:
    shared = 0.05 if one.numbers & other.numbers else 0.0
    return 0.2 * _alike(one.words, other.words) + shared


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Which share of the shorter's words the other has too, damped where there are few."""
    smaller = min(len(one), len(other))
    return len(one & other) / max(smaller, 4) if smaller else 0.0


def _worth(score: float, why: list[str]) -> Match | None:
    return Match(round(min(score, 0.99), 3), ", ".join(why)) if score >= ENOUGH else None


def _shifted(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.min if by < timedelta() else date.max
