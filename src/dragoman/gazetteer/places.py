"""Cities and disputed lands by their names: where a place is.

`cities.tsv.gz` holds what GeoNames says (CC BY 4.0), `places.toml` the names that English and French
have besides, `regions.toml` parts of states, and `disputed.toml` the lands that are places and no parties.
"""

from __future__ import annotations

import gzip
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any, Literal, get_args

from dragoman.errors import DataError
from dragoman.gazetteer.disputed import disputed
from dragoman.gazetteer.spellings import unaccented

CITIES = "cities.tsv.gz"
NAMES = "places.toml"
REGIONS = "regions.toml"
COLUMNS = 7
OUTWEIGHS = 10
DOUBTFUL = 5
"""Of two cities of one name in one state that differ by less, neither is taken for the one."""

Standing = Literal["capital", "city", "namesake"]
STANDINGS: dict[str, Standing] = {name: name for name in get_args(Standing)}


@dataclass(frozen=True, slots=True)
class Place:
    """`name` is GeoNames' for a city. `country` is ISO 3166-1 alpha-3; `geonames`, the coordinates
    in degrees and the population are None for a land. `risky`: the name is an everyday word too; `disputed`: a land of `disputed.toml`."""

    name: str
    country: str
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int | None = None
    standing: Standing | None = None
    risky: bool = False
    disputed: bool = False


def place(
    name: str,
    language: str,
    *,
    near: Collection[str] = (),
    country: str | None = None,
    begins_sentence: bool = False,
) -> Place | None:
    """The place that a name in a text of that language ("fr") means; accents, hyphens and the kind
    of apostrophe do not matter, capitals do.

    Of several cities it is the largest in the states `near` (alpha-3 codes of the states named around
    it), unless one elsewhere is ten times as large ("London" beside Canada); else the largest of all.
    Where a state has several of about one size, no city is meant for sure, and there is the state
    alone. With `country` only what lies there is asked for. None for an unknown name, and for one that
    is an everyday word too and begins a sentence. A language without names of its own has those of
    GeoNames.
    """
    known = _by_name(language).get(_folded(name), ())
    risky = _folded(name) in _risky(language)
    if country is not None:
        known = tuple(each for each in known if each.country == country)
    if not known or (risky and begins_sentence) or name == name.lower():
        return None
    found = _meant(known, near)
    rivals = [each for each in known if each.country == found.country and each != found]
    if any(DOUBTFUL * _people(each) > _people(found) for each in rivals if each.geonames):
        found = Place(found.name, found.country)
    return replace(found, risky=True) if risky else found


def _meant(known: Collection[Place], near: Collection[str]) -> Place:
    """Of the places of one name the one that is meant, with what is named around it."""
    usual = [each for each in known if each.standing != "namesake"]
    here = [each for each in known if each.country in near]
    if not here:
        return max(usual or known, key=_people)
    found = max([each for each in here if each in usual] or here, key=_people)
    largest = max(usual or known, key=_people)
    return largest if _people(largest) > OUTWEIGHS * _people(found) > 0 else found


def cities() -> tuple[Place, ...]:
    """All cities of the table, in the order of their GeoNames ids. Raises `DataError` where a line
    of it is wrong."""
    return tuple(_cities().values())


def _people(place: Place) -> int:
    return place.population or 0


@cache
def _cities() -> dict[int, Place]:
    raw = (resources.files("dragoman.gazetteer") / CITIES).read_bytes()
    found: dict[int, Place] = {}
    for number, line in enumerate(gzip.decompress(raw).decode("utf-8").splitlines(), start=1):
        if line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != COLUMNS:
            raise DataError(
                f"{CITIES}, line {number}: {len(fields)} columns where {COLUMNS} belong"
            )
        try:
            city = Place(
                name=fields[1],
                country=fields[2],
                geonames=int(fields[0]),
                latitude=float(fields[3]),
                longitude=float(fields[4]),
                population=int(fields[5]),
                standing=STANDINGS[fields[6]],
            )
        except (ValueError, KeyError) as error:
            raise DataError(f"{CITIES}, line {number}: {error}") from error
        if int(fields[0]) in found:
            raise DataError(f"{CITIES}, line {number}: the id {fields[0]} is there twice")
        found[int(fields[0])] = city
    return found


@cache
def _by_name(language: str) -> dict[str, tuple[Place, ...]]:
    found: dict[str, tuple[Place, ...]] = {}
    for name, known in (*_named(language), *_lands(language), *_regions(language)):
        others = found.get(_folded(name), ())
        if known not in others:
            found[_folded(name)] = (*others, known)
    return found


def _named(language: str) -> Iterator[tuple[str, Place]]:
    besides = {
        (country, name): others
        for country, names in _table().get(language, {}).items()
        for name, others in names.items()
    }
    largest: dict[tuple[str, str], Place] = {}
    for city in _cities().values():
        yield city.name, city
        key = (city.country, city.name)
        if key not in largest or (largest[key].population or 0) < (city.population or 0):
            largest[key] = city
    for key, others in besides.items():
        if key not in largest:
            raise DataError(f"{NAMES}: [{language}.{key[0]}] {key[1]!r} is not in {CITIES}")
        yield from ((other, largest[key]) for other in others)


def _lands(language: str) -> Iterator[tuple[str, Place]]:
    """The disputed lands, under the state that they are held to lie in. A city of the same name is
    preferred: it is larger than nothing."""
    for land in disputed():
        if land.treatment == "place":
            here = Place(land.name, land.party.removeprefix("state:"), disputed=True)
            yield from ((name, here) for name in land.names.get(language, (land.name,)))


def _regions(language: str) -> Iterator[tuple[str, Place]]:
    """The parts of states, which give the state alone; a city of the same name is preferred."""
    text = (resources.files("dragoman.gazetteer") / REGIONS).read_text("utf-8")
    for country, names in tomllib.loads(text).get(language, {}).items():
        yield from ((name, Place(name, country)) for name in names)


@cache
def _table() -> dict[str, Any]:
    text = (resources.files("dragoman.gazetteer") / NAMES).read_text("utf-8")
    return tomllib.loads(text)


@cache
def _risky(language: str) -> frozenset[str]:
    words: list[str] = _table()["risky"].get(language, [])
    return frozenset(_folded(word) for word in words)


def _folded(name: str) -> str:
    plain = unaccented(name).replace("’", "'").replace("‘", "'").replace("`", "'")
    return " ".join(plain.replace("-", " ").split()).casefold()
