"""The path of sections above an article: "Infos / Asie / L'INFO EN CONTINU" is Infos > Asie."""

from __future__ import annotations

import re

from dragoman.articles.lines import Line
from dragoman.languages.furniture import bare_form, page_furniture, plain_form

_SEPARATOR = re.compile(r"\s+[/>›»→❯▸|\\]\s*|\s*[>›»→❯▸]\s*|\s*[/\\]\s+")
_LONGEST_PATH = 250
_MOST_STEPS = 6
_LONGEST_STEP = 40
_MOST_WORDS = 5


def section_path(
    line: str, title: str | None = None, language: str | None = None
) -> tuple[str, ...] | None:
    """The sections that a line names as a path, or null where it is no path.

    The home page, running tickers ("Breaking news") and the article's own title are left out, so
    a path may be empty.
    """
    if len(line) > _LONGEST_PATH or "«" in line:
        return None
    furniture = page_furniture(language)
    form = plain_form(line)
    for label in furniture.at_start("section_labels", form):
        if line[len(label) :].lstrip().startswith((":", "：")):
            step = line[len(label) :].lstrip(" :：").strip()
            return (step,) if 0 < len(step) <= _LONGEST_STEP else None
    steps = [s.strip() for s in _SEPARATOR.split(line.strip(" /\\>›»→❯▸|"))]
    trailing = re.search(r"[>›»→❯▸/]\s*$", line) is not None
    if not (2 <= len(steps) <= _MOST_STEPS or (len(steps) == 1 and trailing)):
        return None
    if "|" in line and bare_form(steps[0]) not in furniture.home:
        return None
    if title and len(steps) > 1 and _begins(title, steps[-1]):
        steps = steps[:-1]
    elif len(steps) > 2 and len(steps[-1]) > _LONGEST_STEP:
        steps = steps[:-1]  # the title, told otherwise
    if not all(_is_step(s) for s in steps):
        return None
    return cleaned(steps, language)


def cleaned(steps: list[str], language: str | None = None) -> tuple[str, ...]:
    """Steps without the home page, tickers and repetitions."""
    furniture = page_furniture(language)
    shouted = [s.isupper() and " " in s for s in steps]
    kept: list[str] = []
    for i, step in enumerate(steps):
        form = bare_form(step)
        ticker = form in furniture.tickers or (i > 0 and shouted[i] and not shouted[0])
        if step and form not in furniture.home and not ticker and step not in kept:
            kept.append(step)
    return tuple(kept)


def _is_step(step: str) -> bool:
    return (
        0 < len(step) <= _LONGEST_STEP
        and len(step.split()) <= _MOST_WORDS
        and step[-1] not in ".!?;:"
        and any(map(str.isalpha, step))
        and not any(map(str.isdigit, step))
    )


def _begins(title: str, step: str) -> bool:
    form, start = bare_form(title), bare_form(step)
    return bool(start) and (form.startswith(start) or start.startswith(form))


def is_section_name(line: Line, language: str | None = None) -> bool:
    """Whether a line is the bare name of a section that papers have ("MONDE", "Politics")."""
    return bare_form(line.text) in page_furniture(language).sections
