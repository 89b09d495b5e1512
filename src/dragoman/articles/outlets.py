"""Who publishes: agencies and outlets under one name each, from `outlets.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from dragoman.errors import DataError
from dragoman.languages.furniture import bare_form
from dragoman.languages.remembered import remembered

_PATH = Path(__file__).with_name("outlets.toml")


@dataclass(frozen=True)
class Publisher:
    """An agency or outlet; `photos` marks an agency that only deals in pictures."""

    name: str
    kind: Literal["agency", "outlet"]
    photos: bool = False


@dataclass(frozen=True)
class _Publishers:
    by_name: dict[str, Publisher]
    by_domain: dict[str, Publisher]
    editions: tuple[str, ...]
    particles: frozenset[str]
    prefixes: tuple[str, ...]


@lru_cache(maxsize=1)
def _publishers() -> _Publishers:
    data = tomllib.loads(_PATH.read_text(encoding="utf-8"))
    by_name: dict[str, Publisher] = {}
    by_domain: dict[str, Publisher] = {}
    kinds: tuple[Literal["agency", "outlet"], ...] = ("agency", "outlet")
    for kind in kinds:
        for entry in data[kind]:
            publisher = Publisher(entry["name"], kind, entry.get("photos", False))
            for name in (entry["name"], *entry.get("names", ())):
                if by_name.setdefault(bare_form(name), publisher) != publisher:
                    raise DataError(f"{_PATH.name}: {name!r} names two publishers")
            for domain in entry.get("domains", ()):
                by_domain[domain] = publisher
    return _Publishers(
        by_name,
        by_domain,
        tuple(data["editions"]),
        frozenset(data["particles"]),
        tuple(data["prefixes"]),
    )


@remembered(4096)
def publisher(name: str) -> Publisher | None:
    """Who a name in a credit is, or null: "FRENCH PRESS TV" is Press TV."""
    known = _publishers()
    form = bare_form(name).strip("()[]© ")
    for prefix in ("", *known.prefixes):
        found = known.by_name.get(form.removeprefix(prefix))
        if found:
            return found
    for edition in known.editions:
        shorter = form.removeprefix(edition + " ").removesuffix(" " + edition)
        if shorter != form and shorter in known.by_name:
            return known.by_name[shorter]
    host = form if "." in form and " " not in form else None
    return _of_host(host) if host else None


def name_particles() -> frozenset[str]:
    """Small words inside the names of persons ("de", "van", "bin")."""
    return _publishers().particles


def publisher_of_url(url: str | None) -> Publisher | None:
    """Who publishes at an address, or null."""
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return _of_host(host) if host else None


def _of_host(host: str) -> Publisher | None:
    known = _publishers().by_domain
    parts = host.casefold().removeprefix("www.").split(".")
    for i in range(len(parts) - 1):
        found = known.get(".".join(parts[i:]))
        if found:
            return found
    return None
