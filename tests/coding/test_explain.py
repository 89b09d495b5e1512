from __future__ import annotations

from datetime import date

from dragoman.analysis.analyse import analyse
from dragoman.coding.code import code
from dragoman.coding.explain import explain
from dragoman.records import Anchor, AnyClaim, Article, Explanation


def told(*paragraphs: str, language: str = "en") -> list[tuple[AnyClaim, Explanation]]:
    """The claims of an article of Friday, 10 May 2024, each with its explanation."""
    day = date(2024, 5, 10)
    article = Article(
        id="example",
        text="\n\n".join(paragraphs),
        paragraphs=paragraphs,
        language=language,
        published=day,
        anchor=Anchor(day=day, basis="published"),
    )
    document = analyse(article, language)
    claims = code(document)
    explained = explain(document, claims)
    assert [c.id for c in claims] == [e.claim_id for e in explained]
    return list(zip(claims, explained, strict=True))


def event(*paragraphs: str, language: str = "en") -> Explanation:
    [explained] = [e for _, e in told(*paragraphs, language=language) if e.claim_type == "event"]
    return explained


def test_predicate_frame_slots_and_words() -> None:
    explained = event("Sweden accused Belarus of sabotage on Monday.")
    assert explained.predicate == "accused (accuse)"
    assert explained.frame is not None
    assert "en/predicates/accuse.toml" in explained.frame
    assert explained.frame.endswith("ACCUSE allege")
    assert [(f.role, f.slot, f.words, f.why) for f in explained.fillers] == [
        ("actors", "subject", "Sweden", "a state's name"),
        ("recipients", "object", "Belarus", "a state's name"),
    ]
    assert explained.date == "“on Monday” reckoned from 2024-05-10, the day of publication"
    assert explained.attribution == "the reporter's word"


def test_a_pronoun_says_whom_it_takes_up() -> None:
    explained = event(
        "La Norvège compte cinq millions d'habitants.", "Elle a condamné le Bélarus.", language="fr"
    )
    assert [(f.words, f.why) for f in explained.fillers if f.role == "actors"] == [
        ("Elle", "takes up “Norvège”")
    ]


def test_the_office_of_the_day() -> None:
    explained = event("Le président français a condamné le Bélarus.", language="fr")
    [actor] = [f for f in explained.fillers if f.role == "actors"]
    assert actor.party == "Emmanuel Macron"
    assert "president of France on that day" in actor.why


def test_the_word_that_makes_the_modality() -> None:
    assert event("Norway plans to sanction Belarus.").modality == "planned, by “plans”"
    assert event("Norway has not condemned Belarus.").modality.startswith("denied, by “not”")
    assert event("Norway condemned Belarus.").modality.startswith("asserted")


def test_history_is_told_by_its_date() -> None:
    explained = event("In 1998, Norway condemned Belarus.")
    assert explained.modality == "historical: over a year before the article"
    assert explained.date == "“In 1998” gives the whole date"


def test_whose_word_it_is() -> None:
    explained = event("Kenya said that Norway had attacked Chile.")
    assert explained.attribution == "the word of Kenya, “Kenya” (a state's name)"


def test_other_records_give_their_cue_and_parties() -> None:
    quoted = [
        e
        for _, e in told('"We will not yield," President Emmanuel Macron told reporters.')
        if e.claim_type == "quotation"
    ]
    assert [e.cue for e in quoted] == ["told"]
    assert [f.role for f in quoted[0].fillers][:1] == ["speaker"]


def test_an_event_of_an_agreement_names_it() -> None:
    found = told("La Norvège et la Suède ont signé un accord de pêche.", language="fr")
    [agreement] = [c.id for c, _ in found if c.type == "agreement"]
    for claim, explained in found:
        if claim.type == "event" and explained.frame is None:
            assert explained.cue == f"the agreement {agreement} brings it"


def test_explaining_changes_no_claim() -> None:
    text = "Sweden accused Belarus of sabotage on Monday."
    assert [c for c, _ in told(text)] == [c for c, _ in told(text)]


def test_nouns_of_people_say_their_sector_and_slot() -> None:
    explained = event("Norwegian farmers condemned Belarus.")
    [actor] = [f for f in explained.fillers if f.role == "actors"]
    assert (actor.slot, actor.why != "") == ("subject", True)


def test_a_reason_that_is_no_word_of_the_sentence_is_not_quoted() -> None:
    assert event("Has Norway condemned Belarus?").modality == "possible, by a question"


def test_a_visits_modality_is_that_of_its_status() -> None:
    text = "The president of Kenya will visit Norway next week."
    told_of = [e for c, e in told(text) if c.type == "visit"]
    assert [e.modality for e in told_of] == ["planned, by its status: planned"]
