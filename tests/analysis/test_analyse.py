from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.analysis.reading import document, found

from dragoman.analysis.analyse import analyse
from dragoman.analysis.document import Document
from dragoman.records import Article, Caption

BODY = {
    "fr": (
        "Le président\u00a0chilien Gabriel Boric a reçu lundi, à Oslo, son homologue péruvien. "
        "« Nous signerons 12 accords d'une valeur de 3,5 milliards de dollars », a-t-il dit.\n\n"
        "L’Otan (Organisation du traité de l'Atlantique nord) et Pékin s'y opposent ; les deux "
        "parties, qui ne se parlent plus depuis 2019, ont rappelé leurs ambassadeurs. "
        "Le blé pousse."
    ),
    "en": (
        "Norway’s foreign minister, Anniken Huitfeldt, met on Monday\u00a0her Swedish counterpart "
        "in Lima. “We will sign 12 accords worth $3.5 billion,” she said.\n\n"
        "U.S. and Chinese officials – whose talks (see above) collapsed – left. They won't "
        "return before June 2024. The Netherlands protested. Wheat grows."
    ),
}


def check_offsets(read: Document) -> None:
    """Everything that was found gives back the text that it was found in."""
    text = read.text
    for sentence in read.sentences:
        assert text[sentence.start : sentence.end] == sentence.text
        for node in sentence.nodes:
            assert sentence.start <= node.start < node.end <= sentence.end
            assert text[node.start : node.end] == node.text
        for mention in sentence.mentions:
            assert sentence.start <= mention.start < mention.end <= sentence.end
            assert text[mention.start : mention.end].strip()
            assert mention.parties
            assert mention.sentence == sentence.index
            if mention.head >= 0:
                head = sentence.nodes[mention.head]
                assert head.start < mention.end
                assert mention.start < head.end
        for expression in sentence.times:
            assert sentence.text[expression.start_char : expression.end_char] == expression.text
        for span in (*sentence.money, *sentence.counts):
            assert sentence.text[span.start_char : span.end_char] == span.text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_offsets_give_back_the_text(language: str) -> None:
    read = document(BODY[language], language)
    check_offsets(read)
    assert [s.index for s in read.sentences] == list(range(len(read.sentences)))
    assert all(sentence.nodes for sentence in read.sentences[:-1])
    assert sum(len(s.times) for s in read.sentences) >= 2
    assert sum(len(s.money) for s in read.sentences) == 1
    assert [s.paragraph for s in read.sentences] == sorted(s.paragraph for s in read.sentences)
    assert {s.paragraph for s in read.sentences} == {0, 1}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_sentence_about_nobody_is_not_parsed(language: str) -> None:
    last = document(BODY[language], language).sentences[-1]
    assert last.nodes == []
    assert last.mentions == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_same_text_is_read_the_same_way_twice(language: str) -> None:
    def shown(read: Document) -> list[str]:
        lines = [repr(m) for m in read.mentions()]
        return lines + [repr(n) for s in read.sentences for n in s.nodes]

    assert shown(document(BODY[language], language)) == shown(document(BODY[language], language))


def test_a_party_says_its_own_words() -> None:
    text = BODY["fr"]
    for mention in document(text, "fr").mentions():
        if mention.form in ("name", "metonym", "place", "demonym", "people", "pronoun"):
            assert all(p.text == text[mention.start : mention.end] for p in mention.parties)


def captioned(body: str, captions: list[tuple[str, bool]]) -> Article:
    text, placed = body, []
    for words, related in captions:
        start = None
        if related:
            text += "\n\n"
            start = len(text)
            text += words
        placed.append(
            Caption(
                text=words,
                language="fr",
                related=related,
                reason="test",
                start=start,
                end=None if start is None else start + len(words),
            )
        )
    return Article(id="x", text=text, paragraphs=(body,), language="fr", captions=tuple(placed))


def test_related_captions_are_read_after_the_body_and_no_others() -> None:
    body = "Le Tchad a signé."
    article = captioned(
        body, [("Le Mali en 2016.", True), ("Le Pérou.", False), ("Oslo, hier.", True)]
    )
    read = analyse(article, "fr")
    check_offsets(read)
    assert [s.text for s in read.sentences] == [body, "Le Mali en 2016.", "Oslo, hier."]
    assert read.caption_from == len(body) + 2
    assert [s.paragraph for s in read.sentences] == [0, 1, 2]


def test_a_caption_that_repeats_the_body_has_its_own_place() -> None:
    body = "Le Tchad a signé."
    read = analyse(captioned(body, [(body, True)]), "fr")
    assert [s.start for s in read.sentences] == [0, len(body) + 2]


def test_without_captions_all_is_body() -> None:
    text = "Le Tchad a signé."
    assert document(text, "fr").caption_from == len(text)


def test_a_sentence_is_found_by_its_place() -> None:
    read = document("Le Tchad a signé. Le Mali aussi.", "fr")
    first, second = read.sentences
    assert read.sentence_at(3) is first
    assert read.sentence_at(second.start) is second
    assert read.sentence_at(first.end) is None
    node = second.node_at(second.start + 3)
    assert node is not None
    assert node.text == "Mali"
    assert second.node_at(first.start) is None


def test_the_day_is_the_anchors_before_the_publications() -> None:
    text = "Le Premier ministre italien a parlé."
    article = Article(
        id="x", text=text, paragraphs=(text,), language="fr", published=date(2015, 3, 1)
    )
    (mention,) = analyse(article, "fr").mentions()
    assert mention.keys == ("person:matteo-renzi",)


def test_who_is_named_in_full_anywhere_is_known_by_the_surname_before() -> None:
    assert "matteo-renzi" not in found("Renzi ira au Mali.", "fr").values()
    text = "Renzi ira au Mali. Matteo Renzi l'a dit."
    assert found(text, "fr")["Renzi"] == "matteo-renzi"


PIECES = [
    "le président", "les présidents", "ministre", "des Affaires étrangères", "du Tchad", "Tchad",
    "Oslo", "à Lima", "et", ",", "de", "l'", "’", "Otan", "russe", "sino-", "ex-", "former",
    "the", "president", "of", "Norway", "'s", "Norway's", "foreign", "ministers", "US", "and",
    "his", "counterpart", "son homologue", "les deux pays", "ce dernier", "il", "qui", "they",
    "Vladimir Poutine", "Macron", "M.", "Mr", "Amadou Diop", "(", ")", "«", "»", '"', ".", "!",
    "a signé", "signed", "12 accords", "lundi", "in 2019", "$3 bn", "\n", "\n\n", "\u00a0", "-",
    "– ", "😀", "İ", "ß", "\u0301", "\u200b", "中国", "العراق", "spokesman", "army", "l'armée",
    "ancien", "porte-parole", "du ministère", "leaders", "Kremlin", "MOSCOU", "-based",
]  # fmt: skip

texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
    st.text(max_size=120),
)


@pytest.mark.parametrize("language", ["fr", "en"])
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=texts)
def test_any_text_is_read(language: str, text: str) -> None:
    check_offsets(document(text, language))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "unit",
    ["à Oslo, ", "les présidents de la France, ", "the ministers of Norway, ", "il ", "ex-",
     "Amadou de la ", "(", '"', "A.", "le président ", "and "],
)  # fmt: skip
def test_hostile_text_is_read_in_time(language: str, unit: str) -> None:
    document("Oslo.", language)
    began = time.process_time()
    document(unit * (12_000 // len(unit)), language)
    assert time.process_time() - began < 5
