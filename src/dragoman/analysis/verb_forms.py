"""Verb forms that the model does not know, brought to the verbs of the lexicon by their endings."""

from __future__ import annotations

from functools import cache

from dragoman.languages.language import language_data
from dragoman.languages.lexicon import Lexicon, lexicon


@cache
def _verbs(lex: Lexicon) -> frozenset[str]:
    listed = [lemma for pos, lemma in (*lex.frames, *lex.operators) if pos == "VERB"]
    return frozenset(
        word.removeprefix("se ").removeprefix("s'") for word in (*listed, *lex.reports)
    )


@cache
def _forms(lex: Lexicon, kind: str) -> dict[str, str]:
    data = language_data(lex.language)
    endings = data.finite_endings if kind == "finite" else data.participle_endings
    known = _verbs(lex)
    regular = {
        verb.removesuffix(infinitive) + ending: verb
        for verb in sorted(known)
        for infinitive, group in endings.items()
        if verb.endswith(infinitive) and " " not in verb
        for ending in group
    }
    return regular | {form: verb for form, verb in data.forms[kind].items() if verb in known}


def is_known(lemma: str, language: str) -> bool:
    """Whether the lexicon has a verb of this lemma."""
    return lemma in _verbs(lexicon(language))


def finite(form: str, language: str) -> str | None:
    """The verb of which this is a finite form, by its ending; null where the lexicon has none."""
    return _forms(lexicon(language), "finite").get(form.lower())


def participle(form: str, language: str) -> str | None:
    """The verb of which this is a past participle, by its ending; null where the lexicon has none."""
    return _forms(lexicon(language), "participle").get(form.lower())


def takes_infinitive(lemma: str, language: str) -> bool:
    """Whether the object of a verb does the infinitive after it ("appeler X à", "convaincre X de")."""
    lex = lexicon(language)
    operator = lex.operators.get(("VERB", lemma))
    frames = lex.frames.get(("VERB", lemma), ())
    return (operator is not None and operator.control == "object") or any(
        f.embeds in ("demand", "permission", "allegation") for f in frames
    )
