"""Whether something happened, is planned, possible, denied or history: sentences of the project's own.

    python -m benchmarks modality
    python -m benchmarks.modality: every miss

`modality.toml` holds the sentences. A sentence is right where an event of its word has the modality; no event at
all is a miss. The type is counted where the modality is right.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.measure import Measure
from dragoman.reader import read
from dragoman.records import Event

SENTENCES = Path(__file__).with_name("modality.toml")
READ_ON = date(2024, 3, 20)
FLOORS = {"all": 0.89, "class": 0.80, "type": 0.95}


@dataclass(frozen=True, slots=True)
class Item:
    language: str
    modality: str
    text: str
    word: str
    event_type: str
    told: tuple[Event, ...]

    @property
    def of_word(self) -> list[Event]:
        return [e for e in self.told if self.word in e.trigger.text]

    @property
    def right(self) -> bool:
        return any(e.modality == self.modality for e in self.of_word)

    @property
    def typed(self) -> bool:
        return any(
            (e.modality, e.event_type) == (self.modality, self.event_type) for e in self.of_word
        )


def items() -> Iterator[Item]:
    for language, classes in tomllib.loads(SENTENCES.read_text("utf-8")).items():
        for modality, lines in classes.items():
            for text, word, event_type in lines:
                reading = read(text, published=READ_ON, language=language, plain=True)
                told = tuple(c for c in reading.claims if isinstance(c, Event))
                yield Item(language, modality, text, word, event_type, told)


def run() -> list[Measure]:
    return measures(list(items()))


def measures(found: list[Item]) -> list[Measure]:
    right = [item for item in found if item.right]
    result = [Measure("modality", len(right) / len(found), FLOORS["all"], f"of {len(found)}")]
    for language, modality in dict.fromkeys((item.language, item.modality) for item in found):
        group = [i for i in found if (i.language, i.modality) == (language, modality)]
        share = sum(i.right for i in group) / len(group)
        result.append(
            Measure(f"{modality}, {language}", share, FLOORS["class"], f"of {len(group)}")
        )
    typed = sum(item.typed for item in right) / max(len(right), 1)
    result.append(Measure("type, where the modality is right", typed, FLOORS["type"]))
    return result


def main() -> int:
    found = list(items())
    for item in found:
        if not item.typed:
            told = ", ".join(f"{e.trigger.text} {e.event_type} {e.modality}" for e in item.told)
            wanted = f"{item.word} {item.event_type} {item.modality}"
            print(f"{item.language} {item.text}\n    {wanted}; told: {told or 'nothing'}")
    for measure in measures(found):
        print(f"{measure.name:40} {measure.value:.3f} {measure.note}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
