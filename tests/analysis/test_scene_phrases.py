"""Phrases that name parties: titles with owners and holders, lists, capitals. The day is 10 May 2023."""

from __future__ import annotations

from datetime import date

import pytest
from tests.analysis.reading import document, forms, found


@pytest.mark.parametrize(
    ("language", "text", "phrase", "parties"),
    [
        # an owner before, between and after the words of a title
        ("fr", "Le ministre suédois de la Défense est parti.",
         "ministre suédois de la Défense", "pal-jonson"),
        ("fr", "La ministre des Affaires étrangères norvégienne est partie.",
         "ministre des Affaires étrangères norvégienne", "anniken-huitfeldt"),
        ("fr", "Le président du Chili est parti.", "président du Chili", "gabriel-boric"),
        ("fr", "Le secrétaire général de l’Otan, Jens Stoltenberg, est parti.",
         "secrétaire général de l’Otan, Jens Stoltenberg", "jens-stoltenberg"),
        ("en", "The Danish prime minister left.", "The Danish prime minister",
         "mette-frederiksen"),
        ("en", "Norway’s foreign minister left.", "Norway’s foreign minister",
         "anniken-huitfeldt"),
        ("en", "The king of Tonga left.", "king of Tonga", "king of Tonga (king, TON)"),
        ("en", "Foreign Minister of Norway Anniken Huitfeldt visited Poland.",
         "Foreign Minister of Norway Anniken Huitfeldt", "anniken-huitfeldt"),
        # NBSP, as typesetters put it
        ("fr", "Le président\u00a0chilien est parti.", "président\u00a0chilien", "gabriel-boric"),
        # the name stands before its title
        ("en", "Kaja Kallas, the prime minister of Estonia, thanked Latvia.",
         "Kaja Kallas, the prime minister of Estonia", "kaja-kallas"),
        # somebody whom no table knows
        ("fr", "Le ministre sénégalais de la Justice Amadou Fallou Sarr a parlé.",
         "ministre sénégalais de la Justice Amadou Fallou Sarr",
         "Amadou Fallou Sarr (justice minister, SEN)"),
        ("en", "Prime Minister Josua Rabuka-Smith of Fiji left.",
         "Prime Minister Josua Rabuka-Smith of Fiji", "Josua Rabuka-Smith (prime minister, FJI)"),
    ],
)  # fmt: skip
def test_a_title_takes_its_owner_and_holder(
    language: str, text: str, phrase: str, parties: str
) -> None:
    assert found(text, language)[phrase] == parties


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("fr", "Les présidents du Kenya, de l'Ouganda et du Rwanda se sont vus.",
         "william-ruto + yoweri-museveni + paul-kagame"),
        ("fr", "Les présidents kényan William Ruto, ougandais Yoweri Museveni et rwandais Paul "
         "Kagame se sont vus.", "william-ruto + yoweri-museveni + paul-kagame"),
        ("fr", "Les ministres des Affaires étrangères français, allemand et polonais ont signé.",
         "catherine-colonna + annalena-baerbock + zbigniew-rau"),
        ("fr", "Les ministres français, Catherine Colonna, et allemande, Annalena Baerbock, ont "
         "signé.", "catherine-colonna + annalena-baerbock"),
        ("fr", "Les chefs d'Etat de France et d'Allemagne ont signé.",
         "emmanuel-macron + frank-walter-steinmeier"),
        ("en", "The presidents of Kenya, Uganda and Rwanda met.",
         "william-ruto + yoweri-museveni + paul-kagame"),
        ("en", "Presidents William Ruto of Kenya, Yoweri Museveni of Uganda and Paul Kagame of "
         "Rwanda met.", "william-ruto + yoweri-museveni + paul-kagame"),
        ("en", "The US, French and South Korean presidents met.",
         "joe-biden + emmanuel-macron + yoon-suk-yeol"),
        ("en", "The heads of state of France and Germany met.",
         "emmanuel-macron + frank-walter-steinmeier"),
        ("en", "The foreign ministers of Ukraine and Poland, Dmytro Kuleba and Zbigniew Rau, met.",
         "dmytro-kuleba + zbigniew-rau"),
        ("en", "Norway's and Sweden's foreign ministers met.",
         "anniken-huitfeldt + tobias-billstrom"),
    ],
)  # fmt: skip
def test_a_plural_title_has_several_owners_or_holders(
    language: str, text: str, parties: str
) -> None:
    assert list(found(text, language).values()) == [parties]


@pytest.mark.parametrize(
    ("language", "text", "apart"),
    [
        # no "and" closes the list: what stands after the comma acts by itself
        ("en", "With the presidents of Kenya, Uganda rejected the plan.", ("Uganda", "UGA")),
        ("en", "Russia and Chinese officials met.", ("Russia", "RUS")),
        ("fr", "Avec les soldats du Tchad, le Niger a repris la ville.", ("Niger", "NER")),
        ("fr", "Le président du Kenya et l'Ouganda ont protesté.", ("Ouganda", "UGA")),
        ("fr", "Le président chilien Gabriel Boric, Emmanuel Macron et Joe Biden ont signé.",
         ("Emmanuel Macron", "emmanuel-macron")),
        ("en", "French President Emmanuel Macron, German Chancellor Olaf Scholz and Polish "
         "President Andrzej Duda met.", ("German Chancellor Olaf Scholz", "olaf-scholz")),
    ],
)  # fmt: skip
def test_what_is_no_list_stays_apart(language: str, text: str, apart: tuple[str, str]) -> None:
    assert apart in found(text, language).items()


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("fr", "Trois diplomates russes sont partis.", "diplomats of Russia (RUS)"),
        ("fr", "Les chefs d'Etat africains et les soldats maliens sont partis.",
         "soldiers of Mali (MLI)"),
        ("en", "US and Chinese officials met.",
         "officials of United States (USA) + officials of China (CHN)"),
        ("en", "Two Polish businessmen left.",
         "businessmen of Poland (POL)"),
    ],
)  # fmt: skip
def test_people_of_a_state_are_a_group(language: str, text: str, parties: str) -> None:
    assert parties in found(text, language).values()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'ancien président chilien a parlé."),
        ("fr", "Le futur chancelier allemand a parlé."),
        ("fr", "Le vice-ministre norvégien des Affaires étrangères a parlé."),
        ("fr", "L'ex-ministre suédois de la Défense a parlé."),
        ("en", "The former Danish prime minister spoke."),
        ("en", "Denmark's former prime minister spoke."),
        ("en", "The deputy Norwegian foreign minister spoke."),
        ("en", "The then-president of Chile spoke."),
    ],
)
def test_a_former_or_deputy_holder_is_not_the_holder(language: str, text: str) -> None:
    (mention,) = document(text, language).mentions()
    (party,) = mention.parties
    assert party.id is None
    assert party.office is not None
    assert party.office.title.startswith(("former", "future", "deputy"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le nouveau président chilien a parlé."),
        ("en", "The outgoing president of Chile spoke."),
    ],
)
def test_a_new_or_outgoing_holder_is_the_holder(language: str, text: str) -> None:
    assert list(found(text, language).values()) == ["gabriel-boric"]


def test_an_office_is_filled_for_the_day_only() -> None:
    text = "Le Premier ministre italien a parlé."
    assert found(text, "fr", date(2015, 3, 1)).popitem()[1] == "matteo-renzi"
    assert found(text, "fr", date(1931, 3, 1)).popitem()[1].startswith("prime minister of Italy")
    assert found(text, "fr", None).popitem()[1].startswith("prime minister of Italy")


@pytest.mark.parametrize(
    ("language", "text", "phrase"),
    [
        ("fr", "Le porte-parole du ministère iranien des Affaires étrangères, Davoud Karimi, a nié.",
         "porte-parole du ministère iranien des Affaires étrangères, Davoud Karimi"),
        ("en", "Iranian Foreign Ministry spokesman Davoud Karimi denied that.",
         "Iranian Foreign Ministry spokesman Davoud Karimi"),
        ("en", "The spokesman for Iran's foreign ministry, Davoud Karimi, denied that.",
         "spokesman for Iran's foreign ministry, Davoud Karimi"),
        ("en", "Davoud Karimi, the spokesman of the Iranian government, denied that.",
         "Davoud Karimi, the spokesman of the Iranian government"),
    ],
)  # fmt: skip
def test_an_officer_of_a_body_is_of_its_state(language: str, text: str, phrase: str) -> None:
    assert found(text, language) == {phrase: "Davoud Karimi (spokesperson, IRN)"}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Moscou et Pékin ont signé.", {"Moscou": "metonym", "Pékin": "metonym"}),
        ("fr", "Il s'est rendu à Moscou et Pékin.", {"Moscou": "place", "Pékin": "place"}),
        ("fr", "Il ira à Moscou, Pékin et Tokyo.",
         {"Moscou": "place", "Pékin": "place", "Tokyo": "place"}),
        ("fr", "À Oslo, Pékin a protesté.", {"Oslo": "place", "Pékin": "metonym"}),
        ("fr", "À Oslo, Pékin et Tokyo ont protesté.",
         {"Oslo": "place", "Pékin": "metonym", "Tokyo": "metonym"}),
        ("fr", "Selon Oslo, le gouvernement de Lima ment.",
         {"Oslo": "metonym", "gouvernement de Lima": "institution"}),
        ("fr", "Le soutien de Varsovie compte.", {"Varsovie": "metonym"}),
        ("fr", "Les rues de Varsovie sont vides.", {"Varsovie": "place"}),
        ("fr", "Le Kremlin a salué l’accord.", {"Kremlin": "metonym"}),
        ("en", "Talks were held in Tripoli between Cairo and Ankara.",
         {"Tripoli": "place", "Cairo": "metonym", "Ankara": "metonym"}),
        ("en", "He flew to Lima and Quito.", {"Lima": "place", "Quito": "place"}),
        ("en", "Tokyo-based firms hired.", {"Tokyo": "place"}),
        ("en", "According to Oslo, Warsaw lied.", {"Oslo": "metonym", "Warsaw": "metonym"}),
    ],
)  # fmt: skip
def test_a_capital_is_its_state_or_a_place(
    language: str, text: str, expected: dict[str, str]
) -> None:
    got = forms(text, language)
    assert {words: got.get(words) for words in expected} == expected


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_either_apostrophe_will_do(apostrophe: str) -> None:
    french = f"L{apostrophe}Otan et l{apostrophe}UE ont condamné l{apostrophe}attaque."
    assert found(french, "fr") == {"Otan": "NATO", "UE": "EU"}
    english = f"Germany{apostrophe}s and France{apostrophe}s presidents met."
    assert list(found(english, "en").values()) == ["frank-walter-steinmeier + emmanuel-macron"]


def test_two_nationalities_in_one_word() -> None:
    assert found("Les relations sino-indiennes vont mieux.", "fr") == {
        "sino-indiennes": "CHN + IND"
    }
    assert found("Franco-German talks began.", "en") == {"Franco-German": "FRA + DEU"}


def test_a_title_or_an_honorific_makes_no_stranger_of_a_known_surname() -> None:
    assert found("Chancellor Scholz met President Macron.", "en") == {
        "Chancellor Scholz": "olaf-scholz",
        "President Macron": "emmanuel-macron",
    }
    assert found("Mr Lavrov left.", "en") == {"Lavrov": "sergei-lavrov"}
    assert found("Lavrov a protesté.", "fr") == {"Lavrov": "sergei-lavrov"}


def test_a_stranger_keeps_the_surname_that_he_shares() -> None:
    text = "Ivana Lavrova-Lavrov chante.\n\nPiotr Lavrov peint. Lavrov est à Oslo."
    assert "sergei-lavrov" not in found(text, "fr").values()


def test_an_honorific_is_no_part_of_a_name() -> None:
    assert found("Mr Ahmed Diop-Sow spoke.", "en") == {"Ahmed Diop-Sow": "Ahmed Diop-Sow"}


def test_a_surname_comes_back_with_the_office_that_was_given() -> None:
    text = "Amadou Sarr, ministre sénégalais de la Justice, a parlé. M. Sarr a critiqué le Mali."
    assert found(text, "fr")["Sarr"] == "Amadou Sarr (justice minister, SEN)"


def test_somebody_elses_soldiers_are_not_of_the_place() -> None:
    got = found("L'Éthiopie a retiré ses soldats de Somalie.", "fr")
    assert got["Somalie"] == "SOM"
    assert not any(words.startswith("soldats") for words in got)


def test_a_word_of_a_persons_name_is_no_title() -> None:
    got = found("Emmanuel Macron a parlé avec Felipe VI, roi d'Espagne.", "fr")
    assert "felipe-vi" in got.values()


@pytest.mark.parametrize(
    ("language", "text", "words", "person"),
    [
        ("fr", "Donald Trump, 45e président des Etats-Unis, est là.",
         "Donald Trump, 45e président des Etats-Unis", "donald-trump"),
        # nobody is filled in: the one who is counted need not hold it on the day
        ("en", "The 16th president of the United States lived here.",
         "16th president of the United States",
         "president of United States (president, USA)"),
        ("en", "The Norwegian minister, Mr Berg, left.", "The Norwegian minister, Mr Berg",
         "Berg (minister, NOR)"),
        ("en", "General Wesley Clark left.", "General Wesley Clark", "Wesley Clark"),
    ],
)  # fmt: skip
def test_numbers_and_honorifics_between_a_title_and_its_holder(
    language: str, text: str, words: str, person: str
) -> None:
    assert found(text, language)[words] == person


def test_an_honorific_brings_back_somebody_named_in_full() -> None:
    text = "Ada Berg est partie. Le secret reste entier. Mme Berg n'a rien dit."
    last = document(text, "fr").sentences[-1].mentions[0]
    assert last.parties[0].name == "Ada Berg"
