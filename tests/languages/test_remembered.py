from __future__ import annotations

from dragoman.languages.remembered import LONGEST, remembered


def test_short_texts_are_kept_and_long_ones_are_not() -> None:
    asked: list[str] = []

    @remembered(2)
    def length(text: str, *, twice: bool = False) -> int:
        asked.append(text)
        return len(text) * (1 + twice)

    short, long = "a line", "x" * (LONGEST + 1)
    assert [length(short), length(short), length(short, twice=True)] == [6, 6, 12]
    assert asked == [short, short]
    assert [length(long), length(long)] == [LONGEST + 1] * 2
    assert asked == [short, short, long, long]
