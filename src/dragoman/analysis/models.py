"""The parsing models: loaded once, without the parts that nobody reads."""

from __future__ import annotations

import gc
import importlib
from collections.abc import Iterator
from contextlib import contextmanager
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
        return _loaded(package)
    raise DataError(
        f"no parsing model for {language!r} is installed; install " + " or ".join(names)
    )


def _loaded(package: Any) -> Any:
    """The package's pipeline. What it holds is for good: the garbage collector needn't look at it again."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        with _charsets_remembered():
            return package.load(exclude=["ner", "senter"])
    finally:
        gc.freeze()
        if collecting:
            gc.enable()


@contextmanager
def _charsets_remembered() -> Iterator[None]:
    """While a model loads, what the regex compiler works out for a set of characters is remembered.

    spaCy's French tokenizer is one expression with the same set of all letters some 800 times, each of
    which takes 3 ms: half of a command's start. The function is pure; where this version of Python has
    it under another name, nothing is changed and loading only takes longer.
    """
    compiler: Any = importlib.import_module("re._compiler")
    plain = getattr(compiler, "_optimize_charset", None)
    if plain is None:
        yield
        return
    known: dict[Any, Any] = {}

    def remembered(charset: list[Any], *rest: Any) -> Any:
        key = (tuple(charset), rest[:1], bool(rest[1:2] and rest[1]), bool(rest[2:] and rest[2]))
        if key not in known:
            known[key] = plain(charset, *rest)
        return known[key]

    compiler._optimize_charset = remembered
    try:
        yield
    finally:
        compiler._optimize_charset = plain


def model_name(language: str) -> str:
    """Name and version of the model in use, as claims' settings state it."""
    meta = model(language).meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def stop_words(language: str) -> frozenset[str]:
    """Function words, lower-case, as the model's language lists them."""
    return frozenset(model(language).Defaults.stop_words)
