"""Who says what to whom about whom: our own sentences, both languages."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.analysis.analyse import analyse
from dragoman.analysis.document import Document
from dragoman.coding.quotations import quotations
from dragoman.records import Anchor, Article, Quotation

DAY = date(2025, 5, 6)


def document(text: str, language: str) -> Document:
    return analyse(
        Article(
            id="t",
            text=text,
            paragraphs=tuple(text.split("\n\n")),
            language=language,
            anchor=Anchor(day=DAY, basis="given"),
        ),
        language,
    )


def coded(text: str, language: str = "fr") -> list[Quotation]:
    return list(quotations(document(text, language)))


def only(text: str, language: str = "fr") -> Quotation:
    found = coded(text, language)
    assert len(found) == 1, [(q.kind, q.content.text) for q in found]
    return found[0]


def brief(found: list[Quotation]) -> list[tuple[str, str, str]]:
    return [(q.kind, q.speaker.name, q.content.text) for q in found]


def about(quotation: Quotation) -> set[str]:
    return {party.key for party in quotation.about}


# --- kinds and contents


def test_direct_content_is_inside_the_marks() -> None:
    found = only("« Nous irons jusqu'au bout », a dit Vladimir Poutine.")
    assert (found.kind, found.content.text) == ("direct", "Nous irons jusqu'au bout")
    assert found.cue is not None
    assert found.cue.text == "a dit"
    assert found.speaker.id == "person:vladimir-putin"


def test_comma_before_the_closing_mark_is_the_reporters() -> None:
    found = only("“We will go on,” said Vladimir Putin.", "en")
    assert (found.kind, found.content.text) == ("direct", "We will go on")


def test_mixed_content_is_the_clause_with_its_marks() -> None:
    found = only("La Norvège a affirmé que la Suède était « un partenaire proche ».")
    assert found.kind == "mixed"
    assert found.content.text == "la Suède était « un partenaire proche »"
    assert about(found) == {"state:SWE"}


def test_two_countries_in_a_bilateral_statement() -> None:
    text = (
        "La Turquie et le Kazakhstan ont signé deux accords. Le président turc a même ajouté lundi "
        "que les deux pays se voyaient comme « des amis solides » – une formule rare."
    )
    found = only(text)
    assert found.kind == "mixed"
    assert found.speaker.id == "person:recep-tayyip-erdogan"
    assert about(found) == {"state:TUR", "state:KAZ"}
    assert found.stance > 0
    assert found.modality == "asserted"
    assert found.when.start == date(2025, 5, 5)
    assert found.attributed_to is None


@pytest.mark.parametrize(
    ("text", "language", "content"),
    [
        ("Oslo a déclaré que la Suède quittait le pacte.", "fr", "la Suède quittait le pacte"),
        ("La Norvège a promis de retirer ses troupes.", "fr", "retirer ses troupes"),
        ("Norway said that Sweden would leave.", "en", "Sweden would leave"),
        ("Norway said Sweden would leave.", "en", "Sweden would leave"),
        ("Norway vowed to help Sweden.", "en", "help Sweden"),
    ],
)
def test_indirect_leaves_out_what_leads_to_it(text: str, language: str, content: str) -> None:
    found = only(text, language)
    assert (found.kind, found.content.text) == ("indirect", content)


def test_noun_without_marks_is_no_quotation() -> None:
    assert coded("La Norvège a condamné l'attaque de la Russie.") == []


@pytest.mark.parametrize(
    "text",
    [
        "La « loi Martin » inquiète la Norvège.",
        "La Norvège a rejoint l'exercice « Vent du nord ».",
        "« La Suède et ses voisins » est le titre d'un livre sur la Norvège.",
    ],
)
def test_names_and_scare_quotes_are_none(text: str) -> None:
    assert coded(text) == []


# --- cues that cut, continue and join


def test_quotation_cut_by_its_cue() -> None:
    text = (
        "« Nous sommes prêts », a déclaré Vladimir Poutine. "
        "« Personne ne nous arrêtera », a-t-il ajouté."
    )
    found = coded(text)
    assert [q.content.text for q in found] == ["Nous sommes prêts", "Personne ne nous arrêtera"]
    assert {q.speaker.id for q in found} == {"person:vladimir-putin"}
    assert found[1].cue is not None
    assert found[1].cue.text == "a-t-il ajouté"


def test_quoted_sentence_goes_on_without_a_cue() -> None:
    found = coded("“We will go on,” said Vladimir Putin. “Nobody can stop us now.”", "en")
    assert [q.content.text for q in found] == ["We will go on", "Nobody can stop us now."]
    assert found[1].cue is None
    assert found[1].speaker.id == "person:vladimir-putin"
    assert found[1].inferred == ("speaker",)


def test_two_strings_under_one_cue_are_two() -> None:
    found = coded("“My hope,” Vladimir Putin said, “is that Norway can do more.”", "en")
    assert [q.content.text for q in found] == ["My hope", "is that Norway can do more."]
    assert {q.cue.text for q in found if q.cue} == {"said"}


def test_quotation_of_several_sentences_is_one() -> None:
    text = "« La Suède est libre. La Norvège aussi. Nous les aiderons », a dit Emmanuel Macron."
    found = only(text)
    assert found.content.text == "La Suède est libre. La Norvège aussi. Nous les aiderons"
    assert found.evidence.text == text


def test_quotation_over_paragraphs() -> None:
    text = (
        "« La Suède est libre », a dit Emmanuel Macron. « La Norvège est son amie.\n\n"
        "« Nous les aiderons tous les jours. »"
    )
    assert [(q.speaker.id, q.content.text) for q in coded(text)] == [
        ("person:emmanuel-macron", "La Suède est libre"),
        ("person:emmanuel-macron", "La Norvège est son amie."),
        ("person:emmanuel-macron", "Nous les aiderons tous les jours."),
    ]


def test_second_cue_ends_the_first_content() -> None:
    text = "La Norvège a déclaré que la Suède avait menti, ajoutant que le Danemark le savait."
    assert [q.content.text for q in coded(text)] == [
        "la Suède avait menti",
        "le Danemark le savait",
    ]
    assert {q.speaker.id for q in coded(text)} == {"state:NOR"}


def test_cue_in_the_middle_of_a_clause() -> None:
    found = only("The deal with Sweden, Emmanuel Macron said, would fail.", "en")
    assert found.kind == "indirect"
    assert found.content.text == "The deal with Sweden, Emmanuel Macron said, would fail"


def test_main_clause_after_a_relative_is_not_said() -> None:
    text = "Emmanuel Macron, qui a promis d'aider la Norvège, a rencontré le roi de Suède."
    assert [q.content.text for q in coded(text)] == ["aider la Norvège"]


def test_same_words_confirmed_by_another() -> None:
    text = "La France a démenti que la Norvège soit partie, comme l'a affirmé Vladimir Poutine."
    found = coded(text)
    assert [q.speaker.key for q in found] == ["state:FRA", "person:vladimir-putin"]
    assert {q.content.text for q in found} == {"la Norvège soit partie"}


# --- speakers


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("« Nous irons loin », a averti Pékin.", "fr", "state:CHN"),
        ("Selon Kiev, la Russie prépare une attaque.", "fr", "state:UKR"),
        ("According to Kyiv, Russia is preparing an attack.", "en", "state:UKR"),
        ("La Russie prépare une attaque, selon Kiev.", "fr", "state:UKR"),
        ("Vladimir Poutine : « Nous irons loin. »", "fr", "person:vladimir-putin"),
        ("“We will go far,” the Kremlin said.", "en", "state:RUS"),
        ("“We will go far.” — Vladimir Putin", "en", "person:vladimir-putin"),
    ],
)
def test_speakers(text: str, language: str, speaker: str) -> None:
    assert only(text, language).speaker.key == speaker


def test_speaker_by_words_where_no_table_knows() -> None:
    found = only("« La Norvège est loin », a confié un responsable.")
    assert (found.speaker.name, found.speaker.kind) == ("un responsable", "person")
    assert found.speaker.id is None
    group = only("Several officials said that Norway had left.", "en")
    assert (group.speaker.name, group.speaker.kind) == ("Several officials", "group")


def test_quotation_without_a_stated_speaker_is_left_out() -> None:
    assert coded("« La Norvège est loin ».") == []


def test_name_after_an_office_that_nobody_holds_in_the_tables() -> None:
    text = "« Oslo est loin », a dit la porte-parole du ministère français, Anne von der Tann."
    assert only(text).speaker.name == "Anne von der Tann"


def test_a_passive_participle_is_not_said_by_its_noun() -> None:
    text = "Emmanuel Macron, qualifié de « menteur », a quitté Oslo."
    assert all(q.speaker.key != "person:emmanuel-macron" for q in coded(text))


# --- addressees, stance, modality


def test_addressee_is_outside_the_content() -> None:
    found = only("Emmanuel Macron told Volodymyr Zelensky that Norway would help.", "en")
    assert [p.key for p in found.addressees] == ["person:volodymyr-zelensky"]
    assert about(found) == {"state:NOR"}


def test_stance_from_the_verb_and_from_the_words() -> None:
    hostile = only("La Norvège a dénoncé « une agression inacceptable » de la Russie.")
    neutral = only("La Norvège a déclaré que la Russie avait un port.")
    praise = only("La Norvège a déclaré que la Suède était un partenaire loyal.")
    denied = only("La Norvège a déclaré que la Suède n'était pas un partenaire loyal.")
    assert hostile.stance < 0 == neutral.stance < praise.stance
    assert denied.stance < 0


def test_speakers_own_side_is_not_what_it_is_about() -> None:
    found = only("Emmanuel Macron a déclaré que la France aiderait la Norvège.")
    assert about(found) == {"state:NOR"}


def test_modality_is_that_of_the_saying() -> None:
    denied = only("La Norvège n'a pas dit que la Suède partirait.")
    assert denied.modality == "denied"
    question = only("Emmanuel Macron asked: “Will Norway leave?”", "en")
    assert question.modality == "asserted"


# --- what always holds


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ('"Nous irons" ... a dit "Oslo', "fr"),
        ('"""""', "fr"),
        ("» a dit « Oslo » « ", "fr"),
        ("''We go,'' Norway said. ''We 'all' go.''", "en"),
        ("“Norway “is” far, said Sweden.", "en"),
    ],
)
def test_spans_are_the_articles_own_words(text: str, language: str) -> None:
    made = document(text, language)
    for quotation in quotations(made):
        for span in (quotation.content, quotation.cue):
            if span is not None:
                assert text[span.start : span.end] == span.text != ""
                assert quotation.evidence.start <= span.start
                assert span.end <= quotation.evidence.end


# --- noun phrases as contents, English


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Norway spoke of a grave mistake.", "a grave mistake"),
        ("Norway criticised the closing of the port.", "the closing of the port"),
        ("Turkey warned against cutting aid to Chad.", "cutting aid to Chad"),
        ("Emmanuel Macron called for an inquiry.", "an inquiry"),
    ],
)
def test_noun_phrase_is_a_content_where_its_verb_lists_the_slot(text: str, content: str) -> None:
    found = only(text, "en")
    assert (found.kind, found.content.text) == ("indirect", content)


def test_bare_french_object_is_no_quotation() -> None:
    assert coded("La Norvège a critiqué la fermeture du port.") == []
