"""The article of a page that scripts write: its markup has no text, its data hold it.

Such pages come with their article as HTML in a string of a script (the state that a program in the
browser starts from), or as text in the linked data.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from dragoman.sources.fragment import has_tags

# A string of JSON, or of JavaScript that is one; what no mark closes goes to the end, so that each
# sign is looked at once.
_STRING = re.compile(r'"((?:[^"\\]++|\\.?)*+)(?:"|\Z)', re.DOTALL)
_ESCAPED = re.compile(r"(?:<|\\+u003[cC])/p")
_PARAGRAPH_END = re.compile(r"</p\s*>", re.I)
_LEAST, _LEAST_PARAGRAPHS = 400, 2
_MOST_STRINGS = 20
_DEEPEST = 2  # a string that is JSON may have strings


def carried_html(tree: LexborHTMLParser, linked_text: str | None) -> str | None:
    """The HTML of the article in a page's data, null where they have none: the longest string of its
    scripts that has paragraphs, else `linked_text`, the article's text in the linked data."""
    found = [
        value
        for script in tree.css("script")
        if _ESCAPED.search(text := script.text(deep=True) or "")
        for value in _paragraphs_in(text, _DEEPEST)
    ]
    if found:
        return max(found, key=len)
    if not linked_text or len(linked_text) < _LEAST:
        return None
    if has_tags(linked_text):
        return linked_text
    rows = (row.strip() for row in linked_text.splitlines())
    return "".join(f"<p>{html.escape(row)}</p>" for row in rows if row)


def _paragraphs_in(text: str, deep: int) -> Iterator[str]:
    """The strings with paragraphs of HTML in a script's text; the longest ones are looked at."""
    raw = (m[1] for m in _STRING.finditer(text) if len(m[1]) >= _LEAST and _ESCAPED.search(m[1]))
    for one in sorted(raw, key=len, reverse=True)[:_MOST_STRINGS]:
        try:
            value = json.loads(f'"{one}"', strict=False)
        except ValueError:
            continue
        if value.lstrip()[:1] in ("{", "["):
            if deep > 1:
                yield from _paragraphs_in(value, deep - 1)
        elif len(_PARAGRAPH_END.findall(value)) >= _LEAST_PARAGRAPHS:
            yield value
