"""Who wrote the article, and from which agency it came."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

from dragoman.articles.credits import byline, credit_line, person_name
from dragoman.articles.html.cues import cues, selecting
from dragoman.articles.html.jsonld import Linked, Object, squeezed, texts_in
from dragoman.articles.html.nodes import ancestors, called, text_of, words_of
from dragoman.articles.html.said import Said
from dragoman.articles.outlets import publisher
from dragoman.languages.furniture import all_furniture, bare_form
from dragoman.records import Credit

_OUTSIDE = frozenset(("figure", "figcaption", "aside", "footer", "nav", "blockquote"))
_MOST = 40
_LONGEST = 120
_LIST = re.compile(r"\s*(?:[,;|/•·]|\s-\s)\s*")
_WORD = re.compile(r"[^\W\d_]{2,}")


def authors_said(
    tree: LexborHTMLParser, meta: dict[str, list[str]], article: Object | None, linked: Linked
) -> list[Said]:
    """The names of who wrote it, with where each is said, in the page's order."""
    found: list[Said] = []
    if article:
        for key in ("author", "creator"):
            if not found:
                found += (Said(n, "json-ld") for n in _named(article.get(key), linked))
    for name in cues().meta["author"]:
        for value in meta.get(name, ())[:10]:
            found += (Said(n, name) for n in _split(value))
    for text in _bylines(tree):
        credits = byline(text)
        names = [c.name for c in credits or () if c.role == "author"] if credits else []
        if not names:
            names = _split(text)
        found += (Said(n, "byline") for n in names)
    return list(dict.fromkeys(found))


def _named(value: object, linked: Linked) -> list[str]:
    """The names in a JSON-LD author: a text, an object, a reference, or a list of these."""
    names: list[str] = []
    for one in (value if isinstance(value, list) else [value])[:_MOST]:
        if isinstance(one, dict):
            reference = one.get("@id")
            if not one.get("name") and isinstance(reference, str):
                one = linked.by_id.get(reference, one)
            given = texts_in(one.get("name"))
            if not given and one.get("familyName"):
                given = [" ".join(texts_in(one.get("givenName")) + texts_in(one.get("familyName")))]
            for name in given:
                names += _split(name)
        elif isinstance(one, str):
            names += _split(one)
    return names


def _split(text: str) -> list[str]:
    """The persons' and desks' names in what metadata give as an author."""
    text = words_of(text)
    if not text or len(text) > 2 * _LONGEST or "@" in text or "://" in text:
        return []
    credits = byline(text)
    if credits:
        return [c.name for c in credits]
    form = bare_form(text)
    for label in all_furniture().bylines:
        if form.startswith(label + " "):
            text = text[len(label) :].lstrip(" :")
            break
    whole = [text] if publisher(text) else _pieces(text)
    return [p for p in whole if 2 < len(p) <= 80 and _WORD.search(p)]


def _pieces(text: str) -> list[str]:
    words = "|".join(re.escape(w) for w in all_furniture().and_words)
    parts = re.split(rf"\s+(?:{words}|&)\s+|{_LIST.pattern}", text)
    named = [p for p in parts if p and person_name(p)]
    return named if len(named) > 1 else [text] if len(parts) == 1 or not named else named


@lru_cache(maxsize=1)
def _selector() -> str:
    return f'[rel~="author"], [itemprop~="author"], {selecting(cues().author_parts)}'


def _bylines(tree: LexborHTMLParser) -> Iterable[str]:
    known = cues()
    elsewhere = known.elsewhere | known.caption
    taken: list[str] = []
    for node in tree.css(_selector())[:_MOST]:
        if node.tag in ("meta", "link", "img", "figcaption", "body", "main", "article", "section"):
            continue
        names = called(node)
        if not (names & known.author or node.attributes.get("rel") == "author"):
            continue
        if any(
            a.tag in _OUTSIDE or not elsewhere.isdisjoint(called(a))
            for a in itertools.islice(ancestors(node), 12)
        ):
            continue
        text = text_of(node)
        if 3 < len(text) <= _LONGEST and (byline(text) or person_name(text)):
            taken.append(text)
    return dict.fromkeys(taken[:8])


def author_credits(said: list[Said], site: Iterable[str]) -> list[Credit]:
    """The credits of the most trusted place that names somebody: persons as authors, agencies as
    agencies; a name of the site (`site`) is no author."""
    credits: list[Credit] = []
    places = list(dict.fromkeys(one.where for one in said))
    own = {squeezed(name) for name in site} - {""}
    for place in places:
        for one in said:
            if one.where != place:
                continue
            known = publisher(one.value)
            if known and known.kind == "agency":
                credits.append(Credit(role="agency", name=known.name, text=one.value))
            elif squeezed(one.value) in own:
                continue
            elif bare_form(one.value) not in all_furniture().desks:
                credits.append(Credit(role="author", name=one.value, text=one.value))
        if any(c.role == "author" for c in credits):
            break
    return list({(c.role, c.name): c for c in credits}.values())


def agencies_said(
    article: Object | None, linked: Linked, furniture: Iterable[str]
) -> list[tuple[Said, Credit]]:
    """The agencies that the article is credited to: JSON-LD's sourceOrganization, credit lines."""
    found: list[tuple[Said, Credit]] = []
    if article:
        for key in ("sourceOrganization", "provider", "copyrightHolder", "creditText"):
            for name in _named(article.get(key), linked):
                known = publisher(name)
                if known and known.kind == "agency":
                    credit = Credit(role="agency", name=known.name, text=name)
                    found.append((Said(known.name, f"json-ld {key}"), credit))
    for line in furniture:
        for credit in credit_line(line) or byline(line) or ():
            if credit.role == "agency":
                found.append((Said(credit.name, "credit line"), credit))
    return found
