"""Looking into XML by the names of elements, whatever their namespaces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def local_name(element: Any) -> str:
    """The name of an element without its namespace; "" for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Any, *path: str) -> Iterator[Any]:
    """The elements that a path of names leads to, in order."""
    if element is None:
        return
    if not path:
        yield element
        return
    for child in element:
        if local_name(child) == path[0]:
            yield from children(child, *path[1:])


def child(element: Any, *path: str) -> Any:
    """The first element that a path of names leads to, or null."""
    return next(children(element, *path), None)


def words(element: Any) -> str | None:
    """All text inside an element on one line; null where there is none."""
    if element is None:
        return None
    return " ".join("".join(element.itertext()).split()) or None


def text_at(element: Any, *path: str) -> str | None:
    """The text of the first element that a path leads to and that has some, or null."""
    return next((text for one in children(element, *path) if (text := words(one))), None)


def attribute(element: Any, name: str) -> str | None:
    """An attribute's value without white space around it, or null."""
    value = element.get(name) if element is not None else None
    return value.strip() or None if isinstance(value, str) else None


def paragraphs(element: Any, blocks: frozenset[str], left_out: frozenset[str]) -> list[str]:
    """The text inside an element, a paragraph for each of the `blocks`, without what is left out.

    It walks without recursion: depth costs nothing.
    """
    parts: list[list[str]] = [[]]
    waiting: list[tuple[Any, bool]] = [(element, False)]
    while waiting:
        one, ended = waiting.pop()
        name = local_name(one)
        block = name in blocks
        if block:
            parts.append([])
        if ended:
            parts[-1].append(one.tail or "")
            continue
        if name in ("", *left_out):
            parts[-1].append(one.tail or "")
            continue
        if name == "br":
            parts[-1].append(" ")
        parts[-1].append(one.text or "")
        waiting.append((one, True))
        waiting.extend((inner, False) for inner in reversed(one))
    joined = (" ".join("".join(part).split()) for part in parts)
    return [text for text in joined if text]
