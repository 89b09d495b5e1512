"""Things told by cue words: a cue is a word or a run of words, "*" stands for any ending, and one with
a capital is read as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dragoman.errors import DataError

_WORD = re.compile(r"(?<!\w)\w")
_BEGINNING = 2  # letters of a cue by which it is looked for

_Cues = dict[str, list[tuple[re.Pattern[str], str]]]


class Cued:
    """Finds cues; each is given with the name of what it tells.

    Raises DataError for a cue that does not begin with two characters of its own.
    """

    def __init__(self, cues: Iterable[tuple[str, str]]) -> None:
        self._plain: _Cues = {}
        self._capital: _Cues = {}
        for cue, name in cues:
            if not re.match(r"\w[^*]", cue):
                raise DataError(f"{name}: a cue begins with two characters, {cue!r} does not")
            pattern = r"\w*".join(map(re.escape, cue.split("*")))
            kept = self._plain if cue == cue.lower() else self._capital
            found = kept.setdefault(cue[:_BEGINNING], [])
            found.append((re.compile(pattern + r"(?!\w)"), name))

    def find(self, text: str) -> Iterator[tuple[str, int, int]]:
        """The name, beginning and end of each cue in a text, those with capitals first."""
        text = text.replace("’", "'")
        for cues, written in ((self._capital, text), (self._plain, text.lower())):
            for at in _WORD.finditer(written):
                start = at.start()
                for pattern, name in cues.get(written[start : start + _BEGINNING], ()):
                    if (cue := pattern.match(written, start)) is not None:
                        yield name, start, cue.end()
