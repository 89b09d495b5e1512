"""An HTML page to an `Article`: each field from the parts of the page that say it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from dragoman.articles.anchors import anchor_of
from dragoman.articles.captions import CaptionLine, caption_line
from dragoman.articles.credits import trailing_agency
from dragoman.articles.dateline import dateline
from dragoman.articles.html.body import HtmlBody, html_body
from dragoman.articles.html.fields import Fields, fields_of
from dragoman.articles.html.figures import Figure, figures
from dragoman.articles.html.jsonld import squeezed
from dragoman.articles.html.nodes import words_of
from dragoman.articles.html.people import agencies_said, author_credits
from dragoman.articles.html.said import Said, statements
from dragoman.articles.html.scripted import carried_html
from dragoman.articles.html.sections import JOINT
from dragoman.articles.html.tongues import take_language
from dragoman.articles.html.walls import wall_of
from dragoman.articles.pagedates import url_date
from dragoman.articles.placed import judged, photos, with_captions
from dragoman.articles.walls import MESSAGES
from dragoman.errors import NoText
from dragoman.records import Article, Credit, Statement, article_id
from dragoman.records.article import ArticleField, Wall
from dragoman.sources import Page
from dragoman.sources.bounds import check_markup

# What no text of a page is, and what the parsers beneath refuse: controls, halves of characters.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def html_article(
    page: Page, *, published: datetime.date | None = None, language: str | None = None
) -> Article:
    """The article of an HTML page.

    `published` and `language` win over what the page says. Raises NoText where there is
    no article in it, saying which wall stands before it if one does, and InputError for markup
    that no page has (nesting, attributes).
    """
    check_markup(page.text, name=page.name or "the page")
    page = replace(page, text=_NO_XML.sub(" ", page.text))
    tree = LexborHTMLParser(page.text)
    said = fields_of(tree, url=page.url)
    title = said.title
    body = _body(page, tree, said)
    if not _has_text(body) and (carried := carried_html(tree, said.linked_text)):
        check_markup(carried, name=page.name or "the page")
        tree_of_it = LexborHTMLParser(carried)
        said = replace(said, figures=figures(tree_of_it, said.article, title=title))
        body = _body(replace(page, text=carried), tree_of_it, said)
    whole = "\n\n".join((*body.lead, *body.paragraphs))
    stated = said.languages[0].value[:2] if said.languages else None
    wall = wall_of(tree, said.linked, said.article, whole, stated)
    # A page with a check or a question about cookies in place of its text has a word or two of that.
    if not _has_text(body) or wall in ("cookies", "robots"):
        raise NoText(f"no article in the page: {MESSAGES[wall]}" if wall else _NOTHING)
    return _Reading(page, said, body, published, language).article(title, wall)


_LEAST_LETTERS = 20
_NOTHING = "no article in the page: nothing in its markup reads as running text"


def _has_text(body: HtmlBody) -> bool:
    return sum(sum(map(str.isalpha, p)) for p in (*body.lead, *body.paragraphs)) >= _LEAST_LETTERS


def _own(said: Fields) -> list[Figure]:
    return [f for f in said.figures if not f.elsewhere]


def _body(page: Page, tree: LexborHTMLParser, said: Fields) -> HtmlBody:
    """The body of a page without its captions, which `said` has."""
    found = html_body(
        tree,
        page.text,
        url=page.url,
        title=said.title,
        captions=[f.stood for f in _own(said)],
        linked_text=said.linked_text,
        description=said.description,
    )
    return _normal(
        found, frozenset(squeezed(text) for f in said.figures for text in (f.stood, f.text))
    )


def _normal(body: HtmlBody, captions: frozenset[str]) -> HtmlBody:
    """The body in the normal form of all article text, without white space and captions."""
    parts = []
    for part in (body.lead, body.paragraphs, body.teasers, body.furniture):
        texts = (words_of(p) for p in part)
        parts.append(tuple(t for t in texts if t and squeezed(t) not in captions))
    return HtmlBody(*parts)


class _Reading:
    """One page on its way to being an article."""

    def __init__(
        self,
        page: Page,
        said: Fields,
        body: HtmlBody,
        published: datetime.date | None,
        language: str | None,
    ) -> None:
        self.said, self.body = said, body
        self.url = page.url or (said.address.value if said.address else None)
        self.given = published
        words = " ".join((*body.lead, *body.paragraphs))
        self.language = language or take_language(said.languages, words)
        moment = said.moment(page.text, self.url, self.language)
        self.day = self.given or (moment.day if moment else None)
        self.at = moment.at if moment and moment.day == self.day else None
        self.htmldate = moment.said if moment and moment.where == "htmldate" else None
        self.credits: list[Credit] = []

    def article(self, title: str | None, wall: Wall | None) -> Article:
        said = self.said
        outlet = said.outlets[0].value if said.outlets else None
        self.credits += author_credits(said.authors, (*said.site, outlet or ""))
        paragraphs = list(self.body.paragraphs)
        sent = dateline(paragraphs[0], self.language) if paragraphs else None
        if sent:
            paragraphs[0] = paragraphs[0][sent.end :]
            self.credits += sent.credits
        if paragraphs:
            last, ending = trailing_agency(paragraphs[-1])
            if last:
                paragraphs[-1] = last
                self.credits += ending
        agencies = agencies_said(said.article, said.linked, self.body.furniture)
        self.credits += [credit for _, credit in agencies]
        lines = [_line(i, figure, self.language) for i, figure in enumerate(_own(said))]
        days = [d for d in (self.day, url_date(self.url), sent.day if sent else None) if d]
        captions = judged(
            lines,
            title=title,
            paragraphs=[*self.body.lead, *paragraphs],
            days=days,
            language=self.language,
        )
        text, placed = with_captions([*self.body.lead, *paragraphs], captions)
        elsewhere = (f.stood for f in said.figures if f.elsewhere)
        section = said.sections[0][0] if said.sections else ()
        return Article(
            id=article_id(url=self.url, title=title, text=text),
            url=self.url,
            outlet=outlet,
            title=title,
            language=self.language,
            published=self.day,
            published_at=self.at,
            anchor=anchor_of(
                given=self.given,
                published=self.day,
                sent=sent,
                lines=lines,
                captions=placed,
                url=self.url,
            ),
            section=section,
            credits=_once([*self.credits, *photos(lines, placed)]),
            captions=tuple(placed),
            dateline=sent.text if sent else None,
            lead=self.body.lead,
            paragraphs=tuple(paragraphs),
            tags=said.tags,
            comments=said.comments,
            teasers=(*self.body.teasers, *dict.fromkeys(elsewhere)),
            wall=wall,
            statements=self._statements(title, outlet, section, [one for one, _ in agencies]),
            furniture=self.body.furniture,
            text=text,
        )

    def _statements(
        self,
        title: str | None,
        outlet: str | None,
        section: tuple[str, ...],
        agencies: Sequence[Said],
    ) -> tuple[Statement, ...]:
        said = self.said
        names = {form for c in self.credits for form in (c.name, c.text)}
        day = self.day.isoformat() if self.day else ""
        dates = [m.said for m in said.published]
        if self.htmldate:
            dates.append(self.htmldate)
        given = [
            *statements("url", [said.address] if said.address else [], self.url),
            *statements("title", said.titles, title),
            *(
                Statement(field="published", value=v, where=w, taken=bool(day) and v[:10] == day)
                for v, w in dict.fromkeys(dates)
            ),
            *statements("updated", [m.said for m in said.updated], None),
            *statements("language", said.languages, self.language),
            *statements("outlet", said.outlets, outlet),
            *statements("section", said.paths, JOINT.join(section)),
        ]
        people = [
            Statement(field=field, value=one.value, where=one.where, taken=one.value in names)
            for field, ones in _people(said.authors, agencies)
            for one in dict.fromkeys(ones)
        ]
        return (*given, *people)


def _people(
    authors: Sequence[Said], agencies: Sequence[Said]
) -> tuple[tuple[ArticleField, Sequence[Said]], ...]:
    return ("author", authors), ("agency", agencies)


def _line(number: int, figure: Figure, language: str | None) -> CaptionLine:
    line = caption_line(number, figure.text, credit=figure.credit, language=language)
    return CaptionLine(
        line=number,
        text=line.text or figure.text,
        stood=figure.stood,
        language=line.language,
        date=line.date,
        credit=figure.credit or line.credit,
        archive=line.archive,
    )


def _once(credits: Sequence[Credit]) -> tuple[Credit, ...]:
    found: dict[tuple[str, str], Credit] = {}
    for credit in credits:
        found.setdefault((credit.role, credit.name), credit)
    return tuple(found.values())
