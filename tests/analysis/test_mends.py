"""Real parses, brought to our own terms: who does what to whom, whatever the model made of it."""

from __future__ import annotations

import pytest
from tests.analysis.reading import document

from dragoman.analysis.document import Node
from dragoman.analysis.syntax import (
    attach,
    coordinated,
    coordination_head,
    governing_verb,
    is_passive,
    lemmas,
)


def tree(text: str, language: str) -> list[Node]:
    (sentence,) = document(text, language).sentences
    return sentence.nodes


def word(text: str, language: str, form: str) -> Node:
    return next(node for node in tree(text, language) if node.text == form)


@pytest.mark.parametrize(
    ("language", "text", "verb", "arguments"),
    [
        ("fr", "La France finance le Mali.", "finance", {"subject": "France", "object": "Mali"}),
        ("fr", "Pékin s'est dit prêt à aider Oslo.", "dit", {"subject": "Pékin"}),
        ("fr", "Le Tchad a expulsé deux diplomates.", "expulsé", {"subject": "Tchad"}),
        ("fr", "La Suède et l'Islande collaborent.", "collaborent", {"subject": "Suède"}),
        ("fr", "Vladimir Poutine a rencontré Xi Jinping.", "rencontré",
         {"subject": "Vladimir Poutine", "object": "Xi Jinping"}),
        ("en", "Vladimir Putin met Xi Jinping.", "met",
         {"subject": "Vladimir Putin", "object": "Xi Jinping"}),
        ("en", "Norway sold ships to Chad.", "sold", {"subject": "Norway", "oblique": "Chad"}),
        ("en", "Emmanuel Macron hosted Denmark's prime minister.", "hosted",
         {"subject": "Emmanuel Macron", "object": "Denmark's prime minister"}),
        ("en", "Ships were sold by Norway.", "sold", {"agent": "Norway"}),
        ("fr", "Des navires ont été vendus par la Norvège.", "vendus", {"agent": "Norvège"}),
    ],
)  # fmt: skip
def test_a_verb_has_its_arguments(
    language: str, text: str, verb: str, arguments: dict[str, str]
) -> None:
    node = word(text, language, verb)
    got = {relation: getattr(node.child(relation), "text", None) for relation in arguments}
    assert got == arguments
    assert node.pos == "VERB"


@pytest.mark.parametrize(
    ("language", "text", "noun", "case", "head"),
    [
        ("fr", "Le Tchad a parlé au Mali.", "Mali", "à", "parlé"),
        ("fr", "Le Tchad a protesté auprès de l'Iran.", "Iran", "auprès de", "protesté"),
        ("fr", "Le Tchad a voté en faveur du Mali.", "Mali", "en faveur de", "voté"),
        ("fr", "Le Tchad a réagi face à l'Iran.", "Iran", "face à", "réagi"),
        ("en", "Chad withdrew from Mali.", "Mali", "from", "withdrew"),
        ("en", "Chad pulled its troops out of Mali.", "Mali", "out of", "pulled"),
        ("en", "Chad acted on behalf of Mali.", "Mali", "on behalf of", "acted"),
    ],
)  # fmt: skip
def test_a_preposition_of_several_words_is_one(
    language: str, text: str, noun: str, case: str, head: str
) -> None:
    node = word(text, language, noun)
    assert node.case == case
    assert node.relation == "oblique"
    assert node.head is not None
    assert node.head.text == head


@pytest.mark.parametrize(
    ("language", "text", "verb", "passive"),
    [
        ("fr", "Le consul a été expulsé.", "expulsé", True),
        ("fr", "Les ministres sont venus à Oslo.", "venus", False),
        ("fr", "Les ministres se sont réunis à Oslo.", "réunis", False),
        ("fr", "Le Tchad a expulsé un consul.", "expulsé", False),
        ("en", "The consul was expelled.", "expelled", True),
        ("en", "The consul expelled by Norway left.", "expelled", True),
        ("en", "Norway has expelled a consul.", "expelled", False),
    ],
)
def test_voice(language: str, text: str, verb: str, passive: bool) -> None:
    assert is_passive(word(text, language, verb)) is passive


@pytest.mark.parametrize(
    ("text", "verb", "mood"),
    [
        ("Les ministres signeront un traité.", "signeront", ("Tense", "Fut")),
        ("Le Tchad signerait un traité.", "signerait", ("Mood", "Cnd")),
        # the verb's own stem ends in r
        ("Le soldat tira sur le consul.", "tira", None),
        ("Le soldat tirait sur le consul.", "tirait", None),
    ],
)
def test_future_and_conditional_by_their_endings(
    text: str, verb: str, mood: tuple[str, str] | None
) -> None:
    morph = word(text, "fr", verb).morph
    if mood is not None:
        assert morph.get(mood[0]) == mood[1]
    else:
        assert morph.get("Tense") != "Fut"
        assert morph.get("Mood") != "Cnd"


@pytest.mark.parametrize(
    ("language", "text", "verb", "expected"),
    [
        ("fr", "Le Tchad s'est engagé à partir.", "engagé", "s'engager"),
        ("fr", "Le Tchad se retire du Mali.", "retire", "se retirer"),
        ("en", "Chad called off the talks.", "called", "call off"),
        ("en", "The navy turned back two ships.", "turned", "turn back"),
        ("en", "Chad left.", "left", "leave"),
    ],
)
def test_the_fullest_lemma_comes_first(language: str, text: str, verb: str, expected: str) -> None:
    assert expected in lemmas(word(text, language, verb))
    assert lemmas(word(text, language, verb))[0] != expected or expected != verb


def test_coordination() -> None:
    nodes = tree("Le Chili, le Pérou et la Bolivie ont signé.", "fr")
    first = next(n for n in nodes if n.text == "Chili")
    assert [n.text for n in coordinated(first)] == ["Chili", "Pérou", "Bolivie"]
    last = next(n for n in nodes if n.text == "Bolivie")
    assert coordination_head(last) is first
    verb = governing_verb(last)
    assert verb is not None
    assert verb.text == "signé"


def test_a_moved_node_leaves_its_old_head() -> None:
    nodes = [Node(i, w, w, "NOUN", "dep", {}, i, i + 1) for i, w in enumerate("abc")]
    attach(nodes[2], nodes[0], "object")
    attach(nodes[1], nodes[0], "subject")
    assert [n.index for n in nodes[0].children] == [1, 2]
    attach(nodes[2], nodes[1], "nmod")
    assert nodes[0].children == [nodes[1]]
    assert nodes[2].head is nodes[1]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La France, dont l'armée finance le Mali, expulse des diplomates, a-t-il dit, et "
         "convainc le Rwanda de négocier auprès de l'Iran en faveur de ceux qui signeront."),
        ("en", "Turning back, Chad, whose army called off the talks out of Mali, was said to have "
         "been found guilty by a court, Norway said, and looks forward to leaving."),
        ("fr", "envers envers auprès de de"),
        ("en", "of by to from out of of"),
    ],
)  # fmt: skip
def test_every_parse_is_still_a_tree(language: str, text: str) -> None:
    nodes = tree(f"Oslo : {text}", language)
    for node in nodes:
        above = list(node.ancestors())  # would not end in a ring
        assert len(above) < len(nodes)
        assert node.head is None or node in node.head.children
        assert all(child.head is node for child in node.children)
        assert len(set(map(id, node.children))) == len(node.children)
