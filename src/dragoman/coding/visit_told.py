"""What one word of a sentence tells of a visit."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.analysis.document import Node
from dragoman.analysis.times import TimeExpression
from dragoman.coding.modality import Reading
from dragoman.coding.visit_parties import Destination
from dragoman.languages.visits import VisitNoun
from dragoman.records import Party
from dragoman.records.visit import VisitStatus


@dataclass(slots=True)
class Told:
    """What one word tells of a visit. `nouns`: those that name the visit, if any do."""

    node: Node
    visitors: list[Party]
    targets: list[Destination]
    hosts: list[Party] = field(default_factory=list)
    nouns: list[Node] = field(default_factory=list)
    names: VisitNoun | None = None
    time: TimeExpression | None = None
    invited: bool = False
    status: VisitStatus = "made"
    reading: Reading = field(default_factory=lambda: Reading("asserted"))
