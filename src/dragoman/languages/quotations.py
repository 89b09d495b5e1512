"""The words of quotations: verbs of saying, what leads to a content, and what is none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from dragoman.errors import DataError
from dragoman.languages.language import read_table
from dragoman.languages.lexicon import Lexicon, lexicon


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying. `indirect`: a clause under it is a quotation also without marks; `attribute`:
    so is an adjective ("se dit prêt à ..."); `objects`: so is a noun phrase in these slots ("object", or a
    preposition), the first that is filled ("warned *against cutting aid*")."""

    stance: float
    indirect: bool
    addressee: tuple[str, ...]
    attribute: bool = False
    objects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotationWords:
    """`sayings` maps verb lemmas; `governed` maps the second verb of a cue of two to the first ("savoir" to
    "faire"); the other fields are lower-case words as quotations.toml describes them."""

    sayings: dict[str, Saying]
    governed: dict[str, tuple[str, ...]]
    complementisers: frozenset[str]
    infinitive_marks: frozenset[str]
    as_words: frozenset[str]
    as_pronouns: frozenset[str]
    inverted: frozenset[str]
    relative: frozenset[str]
    reporter_again: tuple[str, ...]
    asides: tuple[str, ...]
    according: tuple[str, ...]
    according_first: tuple[str, ...]
    according_never: tuple[str, ...]
    no_objects: frozenset[str]
    scare_nouns: frozenset[str]
    no_speaker: frozenset[str]
    documents: frozenset[str]
    supportive: frozenset[str]
    hostile: frozenset[str]


def quotation_words(language: str) -> QuotationWords:
    """The table `quotations.toml` with the verbs of saying that are in use.

    Raises DataError where a stance is out of -1..1.
    """
    return _with_reports(lexicon(language))


@cache
def _with_reports(lex: Lexicon) -> QuotationWords:
    language = lex.language
    table = read_table(language, "quotations.toml")
    never, marked = set(table["never"]), set(table["only_marked"])
    sayings = {
        lemma: Saying(report.stance, lemma not in marked, report.addressee)
        for lemma, report in lex.reports.items()
        if lemma not in never
    }
    for number, entry in enumerate(table["saying"], 1):
        stance = float(entry["stance"])
        if not -1 <= stance <= 1:
            raise DataError(
                f"languages/{language}/quotations.toml, saying {number}: stance = {stance}; "
                "it runs from -1 to 1"
            )
        for lemma in entry["verbs"]:
            attribute = entry.get("attribute", False)
            sayings.setdefault(lemma, Saying(stance, entry["indirect"], (), attribute))

    for entry in table.get("objects", ()):
        for lemma in entry["verbs"]:
            saying = sayings.get(lemma, Saying(0.0, False, ()))
            sayings[lemma] = replace(saying, objects=tuple(entry["after"]))

    def words(*path: str) -> frozenset[str]:
        value = table
        for name in path:
            value = value[name]
        return frozenset(word for word in value)

    according = table["according"]
    return QuotationWords(
        sayings=sayings,
        governed={second: tuple(first) for second, first in table["governed"].items()},
        complementisers=words("complementisers"),
        infinitive_marks=words("infinitive_marks"),
        as_words=words("as_words"),
        as_pronouns=words("as_pronouns"),
        inverted=words("inverted"),
        relative=words("relative"),
        reporter_again=tuple(table["reporter_again"]),
        asides=tuple(table["asides"]),
        according=tuple(according["words"]),
        according_first=tuple(according["first"]),
        according_never=tuple(according["never"]),
        no_objects=words("no_objects"),
        scare_nouns=words("scare", "nouns"),
        no_speaker=words("no_speaker", "nouns"),
        documents=words("no_speaker", "documents"),
        supportive=words("stance", "supportive"),
        hostile=words("stance", "hostile"),
    )
