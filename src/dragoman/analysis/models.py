"""The parsing models: loaded once, without the parts that nobody reads."""

from __future__ import annotations

import importlib
from functools import cache
from typing import Any

from dragoman.errors import DataError
from dragoman.languages.language import language_data


@cache
def model(language: str) -> Any:
    """The spaCy pipeline of a language, the first of its models that is installed, without NER.

    Raises DataError where none is installed. Nothing is downloaded.
    """
    names = language_data(language).models
    for name in names:
        try:
            package = importlib.import_module(name)
        except ModuleNotFoundError:
            continue
        return package.load(exclude=["ner", "senter"])
    raise DataError(
        f"no parsing model for {language!r} is installed; install " + " or ".join(names)
    )


def model_name(language: str) -> str:
    """Name and version of the model in use, as claims' settings state it."""
    meta = model(language).meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def stop_words(language: str) -> frozenset[str]:
    """Function words, lower-case, as the model's language lists them."""
    return frozenset(model(language).Defaults.stop_words)
