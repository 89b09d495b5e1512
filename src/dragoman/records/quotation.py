from __future__ import annotations

from typing import Literal

from pydantic import Field

from dragoman.records.claim import Claim
from dragoman.records.evidence import Span
from dragoman.records.party import Party


class Quotation(Claim):
    """Words with an owner.

    direct: a full statement, `content` is inside the marks; mixed: quoted words inside the
    reporter's sentence, `content` is the clause with its marks; indirect: no marks. `cue` is null
    where a quoted sentence goes on under an earlier cue. `stance` runs from -1 (hostile) through 0
    (neutral) to 1 (supportive), towards `about`.
    """

    type: Literal["quotation"] = "quotation"
    speaker: Party
    addressees: tuple[Party, ...] = ()
    kind: Literal["direct", "indirect", "mixed"]
    content: Span
    cue: Span | None = None
    about: tuple[Party, ...] = ()
    stance: float = Field(default=0.0, ge=-1, le=1)
