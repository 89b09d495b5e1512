from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dragoman.records.when import Precision

TimeKind = Literal["point", "duration", "since", "until", "range"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression and the days that it tells.

    `start_char` and `end_char` are 0-based, end-exclusive, in characters of the text; `text` is
    what stands there. `start` and `end` are days, both included, null where the words do not say
    (a duration; a relative expression without an anchor).

    `kind`: point ("samedi", "en mars": any single stretch of the calendar), range ("du 3 au 5
    mai"), duration ("pendant trois jours"), since ("depuis 2013": `start` is where it opens, `end`
    the anchor), until ("jusqu'à vendredi": the days are those of the limit; "d'ici juillet": from
    the anchor to the limit's end).
    `basis`: "expression" where the words give the date whole, "anchor" where it was reckoned.
    """

    start_char: int
    end_char: int
    text: str
    start: date | None
    end: date | None
    precision: Precision
    basis: Literal["expression", "anchor"]
    kind: TimeKind = "point"
    bare_weekday: bool = False
    since: bool = False
