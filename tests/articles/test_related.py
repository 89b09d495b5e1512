from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dragoman.articles.caption_evidence import article_words, evidence, names_in, weights
from dragoman.articles.captions import CaptionLine, caption_line
from dragoman.articles.related import judge

STORY = article_words(
    [
        "Moscou et Pékin scellent leur entente gazière",
        "Le président russe Vladimir Poutine a reçu Xi Jinping au Kremlin, avec Marek Novotny.",
        "Le gazoduc de Sibérie doit livrer trente milliards de mètres cubes de gaz par an.",
        "Les deux présidents ont signé devant la presse un contrat sur le tracé du gazoduc.",
    ],
    "fr",
)


def verdict(
    text: str,
    *,
    language: str = "fr",
    days: tuple[date, ...] = (),
    beside: tuple[str, ...] = (),
) -> tuple[bool, str]:
    lines = [caption_line(i, one, language=language) for i, one in enumerate((text, *beside))]
    return judge(lines[0], STORY, language="fr", days=days, beside=lines[1:])


def test_names_agree_across_languages() -> None:
    related, reason = verdict(
        "Vladimir Putin shakes hands with the Chinese leader Xi Jinping at the Kremlin.",
        language="en",
    )
    assert related
    assert "Vladimir Putin" in reason


def test_a_state_alone_ties_no_caption_of_another_language() -> None:
    related, reason = verdict(
        "Farmers walk through the flooded fields of a village in southern China", language="en"
    )
    assert not related
    assert "China" in reason
    assert "in en, the article in fr" in reason


def test_a_name_that_no_table_knows_is_compared_as_a_word() -> None:
    related, reason = verdict("L'ingénieur Marek Novotny devant le gazoduc.")
    assert related
    assert "Novotny" in reason
    assert "gazoduc" in reason


def test_other_names_are_another_story() -> None:
    related, reason = verdict("La chancelière Angela Merkel à Lisbonne avec des élus portugais.")
    assert not related
    assert reason == "shares no name with the article, and no word of its story"


def test_the_same_state_in_another_story_is_set_apart() -> None:
    related, reason = verdict(
        "Des patineurs s'entraînent sur le lac gelé de Harbin, en Chine, avant la coupe régionale."
    )
    assert not related
    assert reason == "shares China with the article, but no word of its story"


def test_the_same_state_in_the_same_story_stays() -> None:
    assert verdict("Le tracé du gazoduc doit relier la Sibérie à la Chine.")[0]


def test_no_names_and_nothing_against() -> None:
    related, reason = verdict("des pompiers éteignent un incendie dans la nuit.")
    assert related
    assert "names nobody" in reason


def test_no_names_but_another_language() -> None:
    related, reason = verdict(
        "firefighters try to put out a large fire in a warehouse during the night", language="en"
    )
    assert not related
    assert "in en, the article in fr" in reason


def test_a_date_a_year_off_speaks_against_unless_the_picture_is_called_old() -> None:
    text = "Le gazoduc vu par Ana Ruiz et Piet Bakker, le 3 mai 2015."
    near, far = date(2015, 5, 10), date(2019, 5, 10)
    assert verdict(text, days=(near,))[0]
    related, reason = verdict(text, days=(far,))
    assert not related
    assert "2015-05-03, over a year from 2019-05-10" in reason
    assert verdict(f"Photo d'archives : {text}", days=(far,))[0]


def test_captions_of_one_story_vouch_for_one_another() -> None:
    about = ("La tour Spasskaïa, à l'entrée du Kremlin, où les deux présidents se sont vus.",)
    text = "Des touristes devant la tour Spasskaïa, sous la neige."
    assert not verdict(text)[0] or verdict(text, beside=about)[0]
    found = evidence(text, "fr", STORY, about)
    assert found.vouched


def test_captions_of_another_story_do_not_vouch_for_one_another() -> None:
    others = (
        "Angela Merkel à Lisbonne, avec des élus portugais.",
        "La chancelière Angela Merkel quitte Lisbonne.",
    )
    found = evidence("Angela Merkel à Lisbonne, hier soir.", "fr", STORY, others)
    assert not found.vouched
    assert not verdict("Angela Merkel à Lisbonne, hier soir.", beside=others)[0]


def test_a_word_in_small_letters_elsewhere_is_no_name() -> None:
    names = names_in("Accord trouvé à Zurich. Cet accord tient.", "fr")
    assert "accord" not in names.words


def test_every_feature_has_its_weight_and_no_weight_is_without_one() -> None:
    features = evidence("Xi Jinping à Paris", "fr", STORY).features()
    assert weights().keys() - features.keys() == {
        "archive",
        "bias",
        "far_date",
        "least_alone",
        "least_beside_others",
    }
    assert features.keys() <= weights().keys()


@given(st.text(max_size=200), st.lists(st.text(max_size=80), max_size=4))
def test_any_caption_is_judged_with_a_reason(text: str, beside: list[str]) -> None:
    def line(words: str) -> CaptionLine:
        return CaptionLine(0, words, words, "fr", None, None, False)

    related, reason = judge(
        line(text), STORY, language="fr", days=(), beside=[line(one) for one in beside]
    )
    assert related in (True, False)
    assert reason
