"""What the site calls itself, and who publishes it."""

from __future__ import annotations

from urllib.parse import urlsplit

from dragoman.articles.html.cues import cues
from dragoman.articles.html.jsonld import Linked, Object, text_in
from dragoman.articles.html.nodes import words_of
from dragoman.articles.html.said import Said
from dragoman.articles.outlets import publisher, publisher_of_url


def outlets_said(
    meta: dict[str, list[str]], article: Object | None, linked: Linked, url: str | None
) -> list[Said]:
    """Who the page says publishes it, the most trusted first: the table by the host, then the
    article's publisher, the site's name, the address alone is never a name."""
    found: list[Said] = []
    known = publisher_of_url(url)
    if known:
        found.append(Said(known.name, "url"))
    for value in _named(article.get("publisher") if article else None, linked):
        found.append(Said(value, "json-ld publisher"))
    for name in cues().meta["outlet"]:
        for value in meta.get(name, ())[:1]:
            if not value.startswith(("http://", "https://")):
                found.append(Said(words_of(value), name))
    for one in linked.of_type("website", "newsmediaorganization"):
        own = text_in(one.get("name"))
        if own:
            found.append(Said(words_of(own), "json-ld website"))
    shown = (Said(_known(s.value), s.where) for s in found)
    return [s for s in dict.fromkeys(shown) if s.value and len(s.value) <= 100]


def _known(name: str) -> str:
    known = publisher(name)
    return known.name if known else name


def _named(value: object, linked: Linked) -> list[str]:
    values = value if isinstance(value, list) else [value]
    names = []
    for one in values[:5]:
        name = one
        if isinstance(one, dict):
            reference = one.get("@id")
            if not one.get("name") and isinstance(reference, str):
                one = linked.by_id.get(reference, one)
            name = text_in(one.get("name"))
        if isinstance(name, str) and name.strip() and not name.startswith("http"):
            names.append(words_of(name))
    return names


def site_names(meta: dict[str, list[str]], said: list[Said], url: str | None) -> tuple[str, ...]:
    """All the names that the site may write behind a title: with handles and parts of its host."""
    names = [one.value for one in said]
    for key in (*cues().meta["outlet"], *cues().meta["site"]):
        names += (value.lstrip("@") for value in meta.get(key, ())[:2])
    host = host_of(url)
    if host:
        labels = host.removeprefix("www.").split(".")
        names.append(".".join(labels))
        names += (label for label in labels[:-1] if len(label) > 3)
    return tuple(dict.fromkeys(n for n in names if n))


def host_of(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None
