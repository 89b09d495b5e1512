"""The path of sections above the article: breadcrumbs, metadata, the address."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from dragoman.articles.html.cues import cues
from dragoman.articles.html.jsonld import Linked, Object, squeezed, text_in, texts_in
from dragoman.articles.html.nodes import called, text_of, words_of
from dragoman.articles.html.said import Said
from dragoman.articles.section import cleaned

JOINT = " > "
_CRUMBS = 'nav[aria-label*="bread" i], [class*="breadcrumb" i], [id*="breadcrumb" i], [class*="crumbs" i], [itemtype*="BreadcrumbList" i], [class*="ariane" i], [class*="brotkrumen" i]'
_MOST_STEPS = 7
_LONGEST_STEP = 60
_STEP = re.compile(r"[^\W\d_][^\W_]*(?:-[^\W_]+){0,2}$")


def sections_said(
    tree: LexborHTMLParser,
    meta: dict[str, list[str]],
    article: Object | None,
    linked: Linked,
    *,
    url: str | None,
    title: str | None,
    site: tuple[str, ...],
) -> list[tuple[tuple[str, ...], str]]:
    """Every path that the page gives, with where it stands, the most trusted first."""
    names = {squeezed(name) for name in site}
    found: list[tuple[tuple[str, ...], str]] = []

    def add(steps: list[str], where: str) -> None:
        kept = _without_title(cleaned([words_of(s) for s in steps]), title)
        kept = tuple(s for s in kept if squeezed(s) not in names and len(s) <= _LONGEST_STEP)
        kept = kept[:_MOST_STEPS]
        if kept and (kept, where) not in found:
            found.append((kept, where))

    for one in linked.of_type("breadcrumblist"):
        add(_steps(one), "json-ld breadcrumb")
    for steps in _visible(tree):
        add(steps, "breadcrumb")
    if article:
        for value in texts_in(article.get("articleSection"))[:1]:
            add(_parted(value), "json-ld")
    for name in cues().meta["section"]:
        for value in meta.get(name, ())[:1]:
            add(_parted(value), name)
    add(_in_address(url), "url")
    return found


def _steps(crumbs: Object) -> list[str]:
    items = crumbs.get("itemListElement")
    items = items if isinstance(items, list) else [items]
    steps: list[tuple[float, int, str]] = []
    for i, item in enumerate(items[: 2 * _MOST_STEPS]):
        if not isinstance(item, dict):
            continue
        inner = item.get("item")
        name = text_in(item.get("name")) or (
            text_in(inner.get("name")) if isinstance(inner, dict) else None
        )
        if name and not _is_home(inner):
            try:
                place = float(text_in(item.get("position")) or i)
            except ValueError:
                place = float(i)
            steps.append((place, i, name))
    return [name for _, _, name in sorted(steps)]


def _is_home(item: object) -> bool:
    """Whether a step's link is that of the whole site."""
    if isinstance(item, dict):
        item = item.get("@id") or item.get("url")
    if not isinstance(item, str):
        return False
    try:
        parts = urlsplit(item.strip())
    except ValueError:
        return False
    return parts.path in ("", "/") and bool(parts.netloc or parts.path == "/")


def _visible(tree: LexborHTMLParser) -> list[list[str]]:
    known = cues().breadcrumb
    for node in tree.css(_CRUMBS)[:6]:
        label = (node.attributes.get("aria-label") or "").casefold()
        if not (called(node) & known or "bread" in label or "itemtype" in node.attributes):
            continue
        links = node.css("a")[: 2 * _MOST_STEPS]
        steps = [text_of(a) for a in links if not _is_home(a.attributes.get("href"))]
        steps = [s.strip(" /›»>|") for s in steps if s and len(s) <= _LONGEST_STEP]
        if steps:
            return [steps]
    return []


def _parted(value: str) -> list[str]:
    return [s.strip() for s in re.split(r"\s*[>»›;|]\s*|\s*/\s*|,\s*", value)][:_MOST_STEPS]


def _without_title(steps: tuple[str, ...], title: str | None) -> tuple[str, ...]:
    if not steps:
        return steps
    last, whole = squeezed(steps[-1]), squeezed(title or "")
    is_title = len(last) > 12 and (last in whole or whole in last) and whole
    return steps[:-1] if is_title or len(steps[-1].split()) > 7 else steps


def _in_address(url: str | None) -> list[str]:
    try:
        parts = [unquote(p) for p in urlsplit(url or "").path.split("/") if p]
    except ValueError:
        return []
    steps = []
    for part in parts[:-1][:5]:
        bare = part.casefold()
        if bare in cues().no_section or len(bare) <= 2:
            continue
        if not _STEP.match(part) or len(part) > 30:
            break
        steps.append(part.replace("-", " ").capitalize())
    return steps[:3]


def said(paths: list[tuple[tuple[str, ...], str]]) -> list[Said]:
    return [Said(JOINT.join(steps), where) for steps, where in paths]
