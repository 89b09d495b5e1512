from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis.sentences import MAX_SENTENCE, split


def pieces(text: str, language: str = "fr") -> list[str]:
    return [text[a:b] for a, b in split(text, language=language)]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("fr", ["Oslo a signé.", "Lima aussi !", "Et Quito ?", "Non..."]),
        # abbreviations, initials, acronyms, figures
        ("fr", ["M. Diop a vu Mme. Sow.", "Le Dr. Bâ est parti."]),
        ("fr", ["Le général J. K. Mensah a parlé.", "Il a menti."]),
        ("fr", ["Le prix est de 3.500 euros.", "Il monte de 2.5 points."]),
        ("en", ["U.S. troops left.", "Mr. Hale of the U.K. stayed."]),
        ("en", ["It costs $1.5 bn.", "Gen. Doe paid."]),
        # a stop inside quotation marks ends a sentence too
        ("fr", ["« Nous partons. »", "Il est parti."]),
        ("en", ["“We leave.”", "He left."]),
        ("fr", ['"Nous partons."', '"Demain", dit-il.']),
        # no end
        ("fr", ["La hausse (de 3 % env. au total) est nette."]),
        ("fr", ["Il a dit... rien."]),
        ("en", ["He said “Stop! or else” twice."]),
    ],
)
def test_sentences_end_where_they_end(language: str, sentences: list[str]) -> None:
    assert pieces(" ".join(sentences), language) == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        # spaces that agencies lost
        ("Selon les experts.Le roi est parti.", ["Selon les experts.", "Le roi est parti."]),
        ('"C\'est faux", a-t-il dit."Nous restons."',
         ['"C\'est faux", a-t-il dit.', '"Nous restons."']),
        ("Le roi part !La reine reste.", ["Le roi part !", "La reine reste."]),
        # intertitles run into the text
        ("La trêve tient.- Appels au calme -Le roi a parlé.",
         ["La trêve tient.", "- Appels au calme -", "Le roi a parlé."]),
        ('Il vient de l\'ONU.- "Garanties de paix" -Le roi a parlé.',
         ["Il vient de l'ONU.", '- "Garanties de paix" -', "Le roi a parlé."]),
        # NBSP before marks
        ("Qui\u00a0?\u00a0Le roi\u00a0!", ["Qui\u00a0?", "Le roi\u00a0!"]),
        ("Première ligne\nSeconde ligne", ["Première ligne", "Seconde ligne"]),
        ("Voir example.com et la suite.", ["Voir example.com et la suite."]),
    ],
)  # fmt: skip
def test_texts_with_lost_spaces(text: str, sentences: list[str]) -> None:
    assert pieces(text) == sentences


def test_offset_moves_all_spans() -> None:
    text = "Oslo a signé. Lima aussi."
    moved = split(text, language="fr", offset=100)
    assert moved == [(a + 100, b + 100) for a, b in split(text, language="fr")]


def test_an_endless_sentence_is_cut_between_words() -> None:
    text = "la pluie tombe, " * 400 + "fin"
    found = pieces(text)
    assert all(len(piece) <= MAX_SENTENCE for piece in found)
    assert " ".join(found) == text
    assert all(piece.endswith((",", "fin")) for piece in found)


def test_an_endless_word_is_cut_too() -> None:
    assert max(map(len, pieces("x" * 10_000))) <= MAX_SENTENCE


@given(st.text(alphabet=st.sampled_from("aZé.!?…\"«»”“’'- \n\u00a0M1;,()"), max_size=200))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    for language in ("fr", "en"):
        spans = split(text, language=language)
        assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)
        assert all(one[1] <= other[0] for one, other in pairwise(spans))
        kept = {i for a, b in spans for i in range(a, b)}
        assert all(c.isspace() for i, c in enumerate(text) if i not in kept)


@pytest.mark.parametrize("text", ["." * 60_000, '."' * 30_000, "A." * 30_000, "- x " * 20_000])
def test_hostile_text_takes_no_time(text: str) -> None:
    began = time.process_time()
    split(text, language="en")
    assert time.process_time() - began < 5
