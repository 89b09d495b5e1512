from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sources.refusals import refusal

from dragoman.errors import InputError, OtherKind
from dragoman.sources import Page, Passed
from dragoman.sources.unopened import opened

NITF = """<?xml version="1.0"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.6/specification/dtd/nitf-3-6.dtd">
<nitf xml:lang="en">
  <head><title>Short</title>
    <docdata><doc-id id-string="n-7" regsrc="Nordnews"/><date.issue norm="20240312T101500Z"/></docdata>
    <pubdata name="The Daily Ferry" position.section="World"/></head>
  <body><body.head>
      <hedline><hl1>Peru and Chile sign a treaty</hl1><hl2>After ten years</hl2></hedline>
      <byline>By <person>Ann Smith</person></byline>
      <dateline><location>LIMA</location></dateline></body.head>
    <body.content>
      <p>Peru and <em>Chile</em> signed a treaty.</p>
      <media><media-caption>A boat</media-caption></media>
      <block><p>They will meet again.</p></block>
    </body.content></body>
</nitf>"""
WORDS = "Peru and Chile signed a treaty.\n\nThey will meet again."
ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" xml:lang="en">
  <itemMeta><itemClass qcode="ninat:text"/><versionCreated>2024-03-12T10:00:00Z</versionCreated>
    <pubStatus qcode="stat:{status}"/></itemMeta>
  <contentMeta><headline role="hl:main">A title</headline></contentMeta>
  <contentSet>{content}</contentSet></newsItem>"""


def read(text: str | bytes) -> list[Page | Passed]:
    return list(opened(text.encode() if isinstance(text, str) else text, "xml", "x.xml"))


def only(text: str) -> Page:
    (page,) = read(text)
    assert isinstance(page, Page), page
    return page


def test_the_sample_has_an_article_and_a_picture(project: Path) -> None:
    article, picture = read((project / "samples" / "agency.newsml.xml").read_bytes())
    assert isinstance(article, Page)
    assert (article.name, article.form) == ("x.xml item 1", "article")
    assert article.text.count("\n\n") == 2
    known = article.known
    assert (known.where, known.id) == ("NewsML-G2", "urn:example:caravane:20241008:rail")
    assert known.title == "Lisbonne et Madrid relancent la ligne à grande vitesse"
    assert (known.agency, known.dateline) == ("Agence Caravane", "LISBONNE")
    assert (known.published, known.language) == (datetime.date(2024, 10, 8), "fr")
    assert known.published_at is not None
    assert isinstance(picture, Passed)
    assert not picture.fault


def test_nitf_alone() -> None:
    page = only(NITF)
    assert page.text == WORDS
    known = page.known
    assert (known.where, known.title) == ("NITF", "Peru and Chile sign a treaty")
    assert (known.outlet, known.agency) == ("The Daily Ferry", "Nordnews")
    assert (known.authors, known.dateline) == (("Ann Smith",), "LIMA")
    assert (known.published, known.section) == (datetime.date(2024, 3, 12), ("World",))


@pytest.mark.parametrize(
    "content",
    [
        f"<inlineXML>{NITF[NITF.index('<nitf') :]}</inlineXML>",
        "<inlineXML><body><p>Peru and Chile signed a treaty.</p><p>They will meet again.</p></body>"
        "</inlineXML>",
        "<inlineData>&lt;p&gt;Peru and Chile signed a treaty.&lt;/p&gt;&lt;p&gt;They will meet "
        "again.&lt;/p&gt;</inlineData>",
        f"<remoteContent/><inlineData>{WORDS}</inlineData>",
    ],
    ids=["nitf", "xhtml", "escaped", "plain"],
)
def test_every_form_of_the_text(content: str) -> None:
    page = only(ITEM.format(content=content, status="usable"))
    assert (page.text, page.known.title) == (WORDS, "A title")


def test_a_withdrawn_item_is_not_read() -> None:
    (passed,) = read(ITEM.format(content="<inlineData>x</inlineData>", status="canceled"))
    assert isinstance(passed, Passed)
    assert "withdrawn" in str(passed.why)


def test_entities_are_not_expanded() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 30))
    bomb = f'<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY l0 "ha">{laughs}]>' + NITF[
        NITF.index("<nitf") :
    ].replace("Peru", "&l29;")
    with pytest.raises(InputError, match=r"x\.xml: "):
        read(bomb)


def test_no_file_is_drawn_in(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("a secret")
    drawn = f'<!DOCTYPE nitf [<!ENTITY s SYSTEM "file://{secret}">]>' + NITF[
        NITF.index("<nitf") :
    ].replace("Peru", "&s;")
    with pytest.raises(InputError, match="entities of its own"):
        read(drawn)


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(InputError):
        read("<nitf>" + "<p>" * 100_000 + "</p>" * 100_000 + "</nitf>")


def test_other_xml_is_named_by_its_root() -> None:
    with pytest.raises(OtherKind, match="the root <rss>; NewsML-G2 and NITF are read"):
        read("<rss><channel/></rss>")


def test_a_page_of_the_web_with_an_xml_suffix_is_a_page() -> None:
    page = only('<?xml version="1.0"?><!DOCTYPE html><html><body><p>Words.</p></body></html>')
    assert page.form == "html"


@given(st.data())
def test_a_damaged_document_is_read_or_refused(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([NITF, ITEM.format(content=NITF[22:], status="usable")]))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    damaged = text[:start] + data.draw(st.text(max_size=8)) + text[end:]
    why = refusal(lambda: read(damaged.encode("utf-8", "replace")))
    assert why is None or why.startswith("x.xml: ")
