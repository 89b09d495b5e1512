"""Short texts read as articles, and what was found in them in one line."""

from __future__ import annotations

from datetime import date

from dragoman.analysis.analyse import analyse
from dragoman.analysis.document import Document, Mention
from dragoman.records import Anchor, Article, Party

DAY = date(2023, 5, 10)


def document(text: str, language: str, day: date | None = DAY) -> Document:
    """The analysis of a text that was published on that day."""
    anchor = Anchor(day=day, basis="given") if day else None
    paragraphs = tuple(text.split("\n\n"))
    article = Article(id="x", text=text, paragraphs=paragraphs, language=language, anchor=anchor)
    return analyse(article, language)


def told(party: Party) -> str:
    """A party's id without its kind; else its name with its office, or its country."""
    if party.id:
        return party.id.partition(":")[2]
    office = party.office
    owner = f"{office.title}, {office.of.partition(':')[2]}" if office else party.country
    return f"{party.name} ({owner})" if owner else party.name


def line(mention: Mention) -> str:
    """A mention's parties, joined by " + "."""
    return " + ".join(map(told, mention.parties))


def found(text: str, language: str, day: date | None = DAY) -> dict[str, str]:
    """Each mention's words and parties; a later mention of the same words has a number behind it."""
    result: dict[str, str] = {}
    for mention in document(text, language, day).mentions():
        words = text[mention.start : mention.end]
        seen = sum(key.partition("#")[0] == words for key in result)
        result[f"{words}#{seen + 1}" if seen else words] = line(mention)
    return result


def forms(text: str, language: str) -> dict[str, str]:
    """Each mention's words and form."""
    return {text[m.start : m.end]: m.form for m in document(text, language).mentions()}
