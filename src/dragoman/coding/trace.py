"""How a claim came about, for --explain: kept beside the claims, never inside them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Trace:
    """One line a step: the predicate, the frame, what filled each role and why."""

    lines: dict[str, list[str]] = field(default_factory=dict)

    def note(self, claim_id: str, line: str) -> None:
        steps = self.lines.setdefault(claim_id, [])
        if line not in steps:
            steps.append(line)
