"""Any markup: no crash, and offsets that hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.articles.html.sample import BODY, HEADLINE, page_of_parts, read_html

from dragoman.errors import InputError

_WORDS = st.sampled_from(
    [HEADLINE, *BODY, "Photo: AFP", "©", "By Ann Holm", "", "12 March 2024", "é\u00ad x"]
)
_TAGS = st.sampled_from(
    ["p", "h1", "figure", "figcaption", "article", "aside", "time", "div", "span", "nav", "a", "title",
     "meta", "img", "script", "table", "li"]
)  # fmt: skip
_ATTRIBUTES = st.sampled_from(
    ["", ' class="caption"', ' class="credit"', ' class="byline author"', ' itemprop="headline"',
     ' datetime="2024-03-12"', ' class="breadcrumb"', ' property="og:title" content="x | y"', ' class=',
     ' datetime="x"', ' type="application/ld+json"', ' class="image"', ' rel="author"', ' class="date"']
)  # fmt: skip


@st.composite
def _markup(draw: st.DrawFn) -> str:
    pieces = []
    for _ in range(draw(st.integers(0, 12))):
        tag, attribute, words = draw(_TAGS), draw(_ATTRIBUTES), draw(_WORDS)
        closing = draw(st.sampled_from([f"</{tag}>", "", "</div>", ">"]))
        pieces.append(f"<{tag}{attribute}>{words}{closing}")
    return "".join(pieces)


@given(_markup(), _markup(), st.booleans())
def test_no_crash_and_offsets_hold(head: str, inside: str, cut: bool) -> None:
    html = page_of_parts(head=head, inside=inside)
    if cut:
        html = html[: len(html) // 2]
    try:
        article = read_html(html)
    except InputError:
        return
    assert article.text.startswith("\n\n".join((*article.lead, *article.paragraphs)))
    for caption in article.captions:
        if caption.related:
            assert article.text[caption.start : caption.end] == caption.text
