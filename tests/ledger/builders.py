"""Readings written by hand, for the tests of the ledger and of the command line."""

from __future__ import annotations

from datetime import date
from typing import Any

from dragoman.records import (
    Agreement,
    Anchor,
    AnyClaim,
    Article,
    Credit,
    Event,
    Evidence,
    Explanation,
    Membership,
    Money,
    OfficeHeld,
    Party,
    Quotation,
    Reading,
    Span,
    Visit,
    When,
    article_id,
    claim_id,
)

CODER = "0.1.0"

NORWAY = Party(text="Norway", name="Norway", kind="state", id="state:NOR", country="NOR")
CHILE = Party(text="Chile", name="Chile", kind="state", id="state:CHL", country="CHL")
KENYA = Party(text="Kenya", name="Kenya", kind="state", id="state:KEN", country="KEN")
PREMIER = Party(
    text="the Norwegian premier",
    name="Ada Berg",
    kind="person",
    country="NOR",
    sector="GOV",
    office=OfficeHeld(title="prime minister", of="state:NOR"),
)
PACT = Party(text="the Pact", name="Northern Pact", kind="organisation", id="org:NPACT")
PACT_CHIEF = Party(
    text="its secretary",
    name="Jo Lind",
    kind="person",
    office=OfficeHeld(title="secretary general", of="org:NPACT"),
)


def article(
    *sentences: str,
    title: str | None = "Two coasts",
    outlet: str | None = "The Fjord Post",
    published: date | None = date(2024, 5, 10),
    url: str | None = None,
    credits: tuple[Credit, ...] = (),
    language: str | None = "en",
) -> Article:
    text = "\n\n".join(sentences)
    return Article(
        id=article_id(url=url, title=title, text=text),
        url=url,
        outlet=outlet,
        title=title,
        language=language,
        published=published,
        anchor=Anchor(day=published, basis="published") if published else None,
        credits=credits,
        paragraphs=sentences,
        text=text,
    )


def agency(name: str) -> Credit:
    return Credit(role="agency", name=name, text=f"With {name}")


def on(day: str) -> When:
    at = date.fromisoformat(day)
    return When(start=at, end=at, precision="day", text=day, basis="expression")


def evidence(of: Article, words: str) -> Evidence:
    start = of.text.index(words)
    return Evidence(article_id=of.id, start=start, end=start + len(words), text=words)


def span(of: Article, words: str) -> Span:
    start = of.text.index(words)
    return Span(start=start, end=start + len(words), text=words)


def _common(of: Article, kind: str, words: str, told: dict[str, Any]) -> dict[str, Any]:
    passage = evidence(of, words)
    roles = {name: str(value) for name, value in told.items()}
    return {
        "id": claim_id(of.id, kind, passage, roles),
        "evidence": passage,
        "passages": (passage,),
        "coder": CODER,
        **told,
    }


def event(of: Article, words: str, trigger: str, **told: Any) -> Event:
    return Event(
        **_common(of, "event", words, {"event_type": "SANCTION", "quad": 4, **told}),
        trigger=span(of, trigger),
    )


def agreement(of: Article, words: str, **told: Any) -> Agreement:
    return Agreement(**_common(of, "agreement", words, {"status": "signed", **told}))


def visit(of: Article, words: str, **told: Any) -> Visit:
    return Visit(**_common(of, "visit", words, {"status": "made", **told}))


def quotation(of: Article, words: str, content: str, **told: Any) -> Quotation:
    return Quotation(
        **_common(of, "quotation", words, {"kind": "direct", **told}), content=span(of, content)
    )


def membership(of: Article, words: str, **told: Any) -> Membership:
    return Membership(**_common(of, "membership", words, {"relation": "member", **told}))


def reading(of: Article, *claims: AnyClaim, notices: tuple[str, ...] = ()) -> Reading:
    return Reading(article=of, claims=claims, parties=(NORWAY, CHILE), notices=notices)


SANCTIONED = "Norway imposed sanctions on Chile over cod."
VISITED = "Premier Ada Berg visited Chile on 2 May."
SIGNED = "Chile and Norway signed a fisheries accord worth 3 million crowns."
SAID = '"Chile keeps its word," Ada Berg said.'
WILL_VISIT = "She is expected in Chile again in June."


def two_coasts(**told: Any) -> Reading:
    """One article with a claim of most types between Norway and Chile."""
    of = article(SANCTIONED, VISITED, SIGNED, SAID, WILL_VISIT, **told)
    value = Money(amount=3e6, currency="NOK", text="3 million crowns")
    return reading(
        of,
        event(
            of,
            SANCTIONED,
            "imposed sanctions",
            actors=(NORWAY,),
            recipients=(CHILE,),
            when=on("2024-05-09"),
        ),
        visit(of, VISITED, visitors=(PREMIER,), host=CHILE, when=on("2024-05-02")),
        agreement(of, SIGNED, parties=(CHILE, NORWAY), value=value, when=on("2024-05-03")),
        quotation(of, SAID, "Chile keeps its word,", speaker=PREMIER, about=(CHILE,), stance=0.6),
        visit(
            of,
            WILL_VISIT,
            visitors=(PREMIER,),
            host=CHILE,
            status="planned",
            modality="planned",
            when=on("2024-06-15"),
        ),
    )


def explanations(of: Reading) -> tuple[Explanation, ...]:
    """Explanations of the least that one may hold, one a claim."""
    return tuple(
        Explanation(
            claim_id=claim.id,
            claim_type=claim.type,
            frame="mine.toml, line 3 (impose): SANCTION",
            modality=claim.modality,
            attribution="the reporter's word",
            date="no date is told",
        )
        for claim in of.claims
    )
