"""Makes `src/dragoman/gazetteer/territories/*.toml`: what other languages call the states.

    pip install babel && npm pack i18n-nationality && tar xzf i18n-nationality-*.tgz
    python -m training.territories package/langs

Names are those of Unicode CLDR (Unicode licence), as babel has them. Adjectives of German, Spanish,
Italian and Dutch are those of i18n-nationality, (c) 2016 widdix GmbH, MIT licence: the masculine
alone, which the endings in `words/*.toml` inflect.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from babel import Locale

from dragoman.gazetteer import tables_in_use

FOLDER = Path(__file__).resolve().parents[1] / "src/dragoman/gazetteer/territories"
LOCALES = {
    language: (language,)
    for language in "ar cs de el es fa he hi id it ja ko nl pl pt ro ru sv tr uk vi".split()  # noqa: SIM905
} | {"zh": ("zh_Hans", "zh_Hant")}
_BESIDES = re.compile(r"(?P<name>[^()（）]+?) ?[(（](?P<other>[^()（）]+)[)）]")
# CLDR tells the two Congos apart by their capitals, and says of these first that they are special regions
# of China; a name that the press has stands in words/*.toml.
_BY_CAPITAL = {"CD", "CG"}
_LONG = {"HKG", "MAC"}
_SLIPS = {"barbados", "curazao", "curaçao", "emiro", "macao", "montenegro", "rus", "servisch"}
_WRONG = {("nl", "SSD")}  # the Sudanese
# Endings of the masculine; what ends otherwise is a slip or a country's name.
_ADJECTIVE = {
    "de": re.compile(r"(?!neuseelandn).*(isch|deutsch)"),
    "es": re.compile(r".*(o|és|án|ense|í)"),
    "it": re.compile(r".*(o|ese|ense)"),
    "nl": re.compile(r".*(s|isch)"),
}


def names(language: str, iso2: str) -> Iterator[str]:
    for locale in LOCALES[language]:
        name = (
            Locale.parse(locale)
            .territories.get(iso2, "")
            .replace("\u200e", "")
            .replace("\u200f", "")
        )
        found = None if iso2 in _BY_CAPITAL else _BESIDES.fullmatch(name)
        if found:
            yield found["name"].strip()
            yield found["other"].strip()
        elif name:
            yield name


def adjectives(folder: Path, language: str) -> dict[str, str]:
    path = folder / f"{language}.json"
    if language not in _ADJECTIVE or not path.is_file():
        return {}
    return json.loads(path.read_text("utf-8"))["nationalities"]


def main(folder: Path) -> None:
    states = sorted(
        (state.id, state.iso2) for state in tables_in_use().states.values() if not state.until
    )
    for language in LOCALES:
        demonyms = adjectives(folder, language)
        lines = [
            f"# What {Locale.parse(language).english_name} calls the states and territories, made by",
            "# `python -m training.territories`; what it has besides and its endings are in ../words.",
            f"# source: Unicode CLDR through babel {version('babel')} (Unicode licence)",
        ]
        if demonyms:
            lines.append("# and i18n-nationality 1.4, (c) 2016 widdix GmbH (MIT licence)")
        lines += ["", "as_of = 2026-11-01", "", "[names]"]
        called = {id: list(dict.fromkeys(names(language, iso2))) for id, iso2 in states if iso2}
        for id, own in called.items():
            if own and id not in _LONG:
                lines.append(f"{id} = {json.dumps(own, ensure_ascii=False)}")
        if demonyms:
            lines += ["", "[adjectives]"]
            for id, iso2 in states:
                if (language, id) in _WRONG:
                    continue
                word = demonyms.get(iso2 or "", "").strip().lower()
                if word.isalpha() and word not in _SLIPS and _ADJECTIVE[language].fullmatch(word):
                    if language == "nl":
                        word = word.capitalize()
                    lines.append(f"{id} = {json.dumps([word], ensure_ascii=False)}")
        (FOLDER / f"{language}.toml").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
