from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.cli.overlay import laid_over
from dragoman.cli.settings import Settings

if TYPE_CHECKING:
    from dragoman.cli.outcomes import Outcome
    from dragoman.sources import Page, Unread


class Here:
    """Reads pages in this process, with no limits: a `Runner`."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def start(self) -> None:
        pass

    def read(self, task: Page | Unread) -> Iterator[tuple[str, Outcome]]:
        from dragoman.cli.outcomes import outcomes

        name = [task.name]
        with laid_over(self._settings):
            for outcome in outcomes(task, self._settings, begin=lambda begun: name.append(begun)):
                yield name[-1], outcome

    def close(self) -> None:
        pass
