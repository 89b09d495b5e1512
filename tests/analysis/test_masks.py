from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.reading import document

from dragoman.analysis.masks import Replacement, apply, replacements, unknown_names
from dragoman.gazetteer.matcher import scan
from dragoman.languages.language import language_data


def masked(sentence: str, language: str) -> str:
    wanted = replacements(sentence, scan(sentence, language), [], [], [], language_data(language))
    return apply(sentence, wanted).text


@pytest.mark.parametrize(
    ("language", "sentence", "mask"),
    [
        # a capital without an article would lose its verb
        ("fr", "Pékin s'est dit prêt.", "La France s'est dit prêt."),
        # the article that stands there is kept, and the mask agrees with it
        ("fr", "Le Danemark a signé.", "Le Canada a signé."),
        ("fr", "La Norvège a signé.", "La France a signé."),
        ("fr", "L’Ouganda a signé.", "L’Italie a signé."),
        ("fr", "Les Émirats arabes unis ont signé.", "Les Philippines ont signé."),
        # an English article goes
        ("en", "The Netherlands signed.", "France signed."),
        ("en", "Talks with the Netherlands ended.", "Talks with France ended."),
        # places, in a row too
        ("fr", "Il ira à Oslo et Lima.", "Il ira à Paris et Lyon."),
        ("en", "Vladimir Putin met Xi Jinping.", "Smith met Jones."),
    ],
)  # fmt: skip
def test_a_mask_fits_its_place(language: str, sentence: str, mask: str) -> None:
    assert masked(sentence, language) == mask


def test_the_same_party_has_the_same_mask_and_others_another() -> None:
    words = masked("Vladimir Poutine a vu Xi Jinping ; Vladimir Poutine a ri.", "fr").split()
    assert words[0] == words[5] != words[3]


def test_an_acronym_in_brackets_goes_with_its_name() -> None:
    sentence = "L'Organisation des Nations unies (ONU) a voté."
    assert "(" not in masked(sentence, "fr")


def test_more_parties_than_masks() -> None:
    names = ["Oslo", "Lima", "Quito", "Tokyo", "Varsovie", "Ankara", "Bagdad", "Téhéran", "Riyad"]
    assert masked(", ".join(names) + " ont signé.", "fr").endswith("ont signé.")


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Amadou Diop a vu Mohamed Ould Cheikh.", ["Amadou Diop", "Mohamed Ould Cheikh"]),
        ("Ahmed al-Sow et Jean de la Tour parlent.", ["Ahmed al-Sow", "Jean de la Tour"]),
        ("Le Matin dort.", []),
        ("Mais Amadou Diop dort.", ["Amadou Diop"]),
        ("John F. Smith dort.", ["John F. Smith"]),
        ("UN TITRE TOUT EN CAPITALES EST UN TITRE", []),
    ],
)
def test_names_that_no_table_knows(sentence: str, names: list[str]) -> None:
    spans = unknown_names(sentence, [], frozenset({"le", "mais"}))
    assert [sentence[a:b] for a, b in spans] == names


def test_known_names_are_no_unknown_ones() -> None:
    sentence = "Emmanuel Macron Amadou Diop"
    spans = unknown_names(sentence, [(0, 15)], frozenset())
    assert [sentence[a:b] for a, b in spans] == ["Amadou Diop"]


def test_a_span_of_the_mask_is_the_whole_name() -> None:
    sentence = "À Oslo, Vladimir Poutine parle."
    mask = apply(sentence, [Replacement(2, 6, "Rio"), Replacement(8, 24, "Paul Martin")])
    assert mask.text == "À Rio, Paul Martin parle."
    at = mask.text.index("Martin")
    assert sentence[slice(*mask.source(at, at + 6))] == "Vladimir Poutine"
    at = mask.text.index("parle")
    assert sentence[slice(*mask.source(at, at + 5))] == "parle"


@st.composite
def replaced(draw: st.DrawFn) -> tuple[str, list[Replacement]]:
    sentence = draw(st.text(min_size=1, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(sentence)), max_size=8)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return sentence, [Replacement(a, b, draw(st.text(max_size=8))) for a, b in pairs]


@given(replaced())
def test_what_is_not_replaced_maps_to_itself(case: tuple[str, list[Replacement]]) -> None:
    sentence, wanted = case
    mask = apply(sentence, wanted)
    for position, char in enumerate(mask.text):
        start, end = mask.source(position, position + 1)
        assert 0 <= start < end <= len(sentence)
        inside = [r for r in wanted if (r.start, r.end) == (start, end)]
        assert inside or sentence[start:end] == char


def test_no_name_is_lost_in_the_parse() -> None:
    text = "Vladimir Poutine a reçu Xi Jinping (G) à Moscou lundi."
    (sentence,) = document(text, "fr").sentences
    words = [node.text for node in sentence.nodes]
    assert {"Vladimir Poutine", "Xi Jinping", "Moscou"} <= set(words)
    assert "(G)" not in "".join(words)
