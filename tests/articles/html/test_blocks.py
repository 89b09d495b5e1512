from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from dragoman.articles.html.blocks import FAR, Block, blocks
from dragoman.articles.html.cues import cues

PAGE = """<html><body><nav><a href="/">Home</a></nav>
<article class="story"><h1>Fiji and Tonga sign</h1>
<p class="standfirst">A declaration on <b>fisheries</b>.</p>
<div class="article-body"><p>First <a href="x">link</a> text.</p>Loose text<br>after a break
<script>var x = 1;</script><p hidden>Not seen</p>
<ul class="related-links"><li><a href="y">Another story</a></li></ul></div></article></body></html>"""


def of(html: str) -> dict[str, Block]:
    return {block.text: block for block in blocks(LexborHTMLParser(html))}


def test_innermost_blocks_in_their_order() -> None:
    assert list(of(PAGE)) == [
        "Home", "Fiji and Tonga sign", "A declaration on fisheries.", "First link text.",
        "Loose text", "after a break", "Another story",
    ]  # fmt: skip


def test_what_the_markup_says_of_a_block() -> None:
    found = of(PAGE)
    names = list(cues().blocks)
    lead, other = found["A declaration on fisheries."], found["Another story"]
    assert (lead.tag, lead.named[names.index("lead")]) == ("p", 0.0)
    assert lead.named[names.index("comments")] == FAR
    assert "article" in lead.inside
    assert "nav" in found["Home"].inside
    assert other.named[names.index("other")] == 1.0
    assert other.linked == 1.0
    assert 0.0 < found["First link text."].linked < 1.0


def test_siblings_share_their_parent() -> None:
    found = of("<div><p>One.</p><p>Two.</p></div><div><p>Three.</p></div>")
    assert found["One."].grandparent == found["Two."].grandparent
    assert found["One."].grandparent != found["Three."].grandparent


def test_no_body_no_blocks() -> None:
    assert blocks(LexborHTMLParser("")) == []
