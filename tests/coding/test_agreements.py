"""Agreements: how many, between whom, worth what, about what, where, and how far along."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.analysis.document import Document
from dragoman.coding.agreements import agreements
from dragoman.records import Agreement

Read = Callable[..., list[Agreement]]


@pytest.fixture
def read(document: Callable[..., Document]) -> Read:
    def found(text: str, language: str = "fr") -> list[Agreement]:
        return list(agreements(document(text, language)))

    return found


def sides(claim: Agreement) -> set[str]:
    return {p.country or p.key for p in claim.parties}


@pytest.mark.parametrize(
    ("language", "text", "parties", "status"),
    [
        ("fr", "Le Maroc et le Sénégal ont signé un accord sur la pêche.", "MAR SEN", "signed"),
        ("fr", "Un traité a été signé entre la Grèce et l'Égypte.", "GRC EGY", "signed"),
        ("fr", "La Suède a signé avec le Kenya un protocole d'accord.", "SWE KEN", "signed"),
        ("fr", "Le Japon et l'Inde négocient un accord commercial.", "JPN IND", "negotiating"),
        ("fr", "Le Pérou et le Chili sont parvenus à un accord.", "PER CHL", "agreed"),
        ("fr", "Le Tchad et le Soudan ont conclu une trêve.", "TCD SDN", "agreed"),
        ("fr", "Le traité entre la France et l'Italie a été ratifié.", "FRA ITA", "ratified"),
        (
            "fr",
            "L'accord entre le Canada et la Corée du Sud est entré en vigueur.",
            "CAN KOR",
            "in_force",
        ),
        (
            "fr",
            "Cinq contrats entre le Qatar et la Belgique sont en cours d'exécution.",
            "QAT BEL",
            "implementing",
        ),
        ("fr", "L'Algérie a suspendu son traité d'amitié avec l'Espagne.", "DZA ESP", "suspended"),
        ("fr", "L'accord entre le Mali et le Niger a expiré.", "MLI NER", "terminated"),
        ("fr", "L'Arménie a violé le cessez-le-feu avec l'Azerbaïdjan.", "ARM AZE", "violated"),
        ("fr", "Oslo a proposé à Helsinki un accord sur le gaz.", "NOR FIN", "proposed"),
        ("fr", "La Serbie a rejeté un accord avec le Kosovo.", "SRB XKX", "rejected"),
        ("en", "Morocco and Senegal signed an agreement on fishing.", "MAR SEN", "signed"),
        ("en", "A treaty was signed between Greece and Egypt.", "GRC EGY", "signed"),
        ("en", "Sweden signed a memorandum of understanding with Kenya.", "SWE KEN", "signed"),
        ("en", "Japan and India are negotiating a trade agreement.", "JPN IND", "negotiating"),
        ("en", "Peru and Chile have reached an agreement.", "PER CHL", "agreed"),
        ("en", "Chad and Sudan concluded a truce.", "TCD SDN", "agreed"),
        ("en", "The treaty between France and Italy has been ratified.", "FRA ITA", "ratified"),
        (
            "en",
            "The agreement between Canada and South Korea entered into force.",
            "CAN KOR",
            "in_force",
        ),
        (
            "en",
            "Five contracts between Qatar and Belgium are being carried out.",
            "QAT BEL",
            "implementing",
        ),
        (
            "en",
            "Algeria suspended its friendship treaty with Spain.",
            "DZA ESP",
            "suspended",
        ),
        ("en", "The agreement between Mali and Niger has expired.", "MLI NER", "terminated"),
        ("en", "Armenia violated the ceasefire with Azerbaijan.", "ARM AZE", "violated"),
        ("en", "Oslo proposed a gas agreement to Helsinki.", "NOR FIN", "proposed"),
        ("en", "Serbia rejected an agreement with Kosovo.", "SRB XKX", "rejected"),
    ],
)
def test_parties_and_status(
    language: str, text: str, parties: str, status: str, read: Read
) -> None:
    assert [(sides(c), c.status) for c in read(text, language)] == [(set(parties.split()), status)]


@pytest.mark.parametrize(
    ("language", "text", "count", "amount", "currency", "approximate"),
    [
        (
            "fr",
            "Une trentaine de contrats d'une valeur de 12 milliards d'euros ont été signés entre "
            "l'Inde et la France.",
            30,
            12e9,
            "EUR",
            False,
        ),
        (
            "fr",
            "Le Brésil et l'Angola ont signé sept accords pour un montant de près de 300 millions "
            "de dollars américains.",
            7,
            3e8,
            "USD",
            True,
        ),
        ("fr", "Le Vietnam et le Laos ont signé deux accords.", 2, None, None, False),
        ("fr", "Le Vietnam et le Laos ont signé plusieurs accords.", None, None, None, False),
        (
            "en",
            "India and France signed thirty contracts worth 12 billion euros.",
            30,
            12e9,
            "EUR",
            False,
        ),
        (
            "en",
            "Brazil and Angola signed seven deals worth nearly 300 million US dollars.",
            7,
            3e8,
            "USD",
            True,
        ),
        ("en", "Vietnam and Laos signed two agreements.", 2, None, None, False),
        ("en", "Vietnam and Laos signed several agreements.", None, None, None, False),
    ],
)
def test_how_many_and_worth_what(
    language: str,
    text: str,
    count: int | None,
    amount: float | None,
    currency: str | None,
    approximate: bool,
    read: Read,
) -> None:
    (claim,) = read(text, language)
    assert claim.count == count
    if amount is None:
        assert claim.value is None
    else:
        assert claim.value is not None
        found = claim.value.amount, claim.value.currency, claim.value.approximate
        assert found == (amount, currency, approximate)
        assert claim.value.text in text


@pytest.mark.parametrize(
    ("language", "whole", "part"),
    [
        (
            "fr",
            "Le Pérou et le Chili ont négocié 40 accords.",
            "12 de ces accords sont en cours d'exécution.",
        ),
        ("en", "Peru and Chile negotiated 40 deals.", "12 of these deals are being implemented."),
    ],
)
def test_a_part_of_those_before(language: str, whole: str, part: str, read: Read) -> None:
    first, second = read(f"{whole} {part}", language)
    assert (first.count, first.part_of) == (40, None)
    assert (second.count, second.part_of, second.status) == (12, first.id, "implementing")
    assert sides(second) == {"PER", "CHL"}
    assert second.inferred == ("parties",)
    assert second.evidence.text == part


@pytest.mark.parametrize(
    ("language", "before", "text"),
    [
        (
            "fr",
            "Le président kényan a reçu le président ougandais.",
            "Une déclaration sur les transports a été signée.",
        ),
        (
            "en",
            "The Kenyan president received the Ugandan president.",
            "A declaration on transport was signed.",
        ),
    ],
)
def test_a_passive_without_parties_is_between_the_two_that_the_article_is_about(
    language: str, before: str, text: str, read: Read
) -> None:
    (claim,) = read(f"{before}\n\n{text}", language)
    assert sides(claim) == {"KEN", "UGA"}
    assert claim.inferred == ("parties",)
    assert claim.instrument == "declaration"
    assert claim.subject in ("les transports", "transport")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Une déclaration sur les transports a été signée."),
        ("en", "A declaration on transport was signed."),
        ("fr", "La Suède, le Kenya et le Pérou sont là. Une déclaration a été signée."),
        ("en", "Sweden, Kenya and Peru are there. A declaration was signed."),
    ],
)
def test_no_parties_are_made_up(language: str, text: str, read: Read) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La Suède et le Kenya sont d'accord."),
        ("fr", "La France et l'Italie ont salué l'accord de gouvernement."),
        ("fr", "Le contrat de travail du ministre grec a surpris la Turquie."),
        ("fr", "La Norvège a signé un chèque à la Suède."),
        ("en", "Sweden and Kenya are in agreement."),
        ("en", "A great deal of Norwegian gas goes to Sweden."),
        ("en", "The declaration of independence of Kosovo angered Serbia."),
        ("en", "Norway signed a cheque for Sweden."),
    ],
)
def test_no_agreement(language: str, text: str, read: Read) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "instrument"),
    [
        ("fr", "Le Gabon et le Togo ont signé un mémorandum d'entente.", "memorandum"),
        ("fr", "Le Gabon et le Togo ont signé une lettre d'intention.", "memorandum"),
        ("fr", "Le Gabon et le Togo ont signé un traité.", "treaty"),
        ("fr", "Le Gabon et le Togo ont signé un cessez-le-feu.", "truce"),
        ("fr", "Le Gabon et le Togo ont signé un document.", "other"),
        ("en", "Gabon and Togo signed a memorandum of understanding.", "memorandum"),
        ("en", "Gabon and Togo signed a letter of intent.", "memorandum"),
        ("en", "Gabon and Togo signed a treaty.", "treaty"),
        ("en", "Gabon and Togo signed a ceasefire.", "truce"),
        ("en", "Gabon and Togo signed a document.", "other"),
    ],
)
def test_instrument(language: str, text: str, instrument: str, read: Read) -> None:
    assert [c.instrument for c in read(text, language)] == [instrument]


@pytest.mark.parametrize(
    ("language", "text", "subject"),
    [
        (
            "fr",
            "L'Islande et le Danemark ont signé un accord sur la pêche.",
            "la pêche",
        ),
        (
            "fr",
            "Un accord concernant les vols directs a été signé par l'Islande et le Danemark.",
            "les vols directs",
        ),
        ("fr", "L'Islande et le Danemark ont signé un accord mardi.", None),
        ("en", "Iceland and Denmark signed an agreement on salmon fishing.", "salmon fishing"),
        (
            "en",
            "An agreement regarding direct flights was signed by Iceland and Denmark.",
            "direct flights",
        ),
        ("en", "Iceland and Denmark signed an agreement on Tuesday.", None),
    ],
)
def test_subject(language: str, text: str, subject: str | None, read: Read) -> None:
    assert [c.subject for c in read(text, language)] == [subject]


@pytest.mark.parametrize(
    ("language", "text", "forum"),
    [
        (
            "fr",
            "Dix accords entre la Turquie et l'Irak sont à l'ordre du jour de la commission mixte.",
            "commission mixte",
        ),
        ("fr", "La Turquie et l'Irak ont signé un accord.", None),
        (
            "en",
            "Ten agreements between Turkey and Iraq are on the agenda of the joint commission.",
            "joint commission",
        ),
        ("en", "Turkey and Iraq signed an agreement.", None),
    ],
)
def test_forum(language: str, text: str, forum: str | None, read: Read) -> None:
    (claim,) = read(text, language)
    assert claim.forum == forum
    assert claim.status == ("negotiating" if forum else "signed")


@pytest.mark.parametrize(
    ("language", "text", "modality"),
    [
        ("fr", "Le Japon et l'Inde signeront un traité en juin.", "planned"),
        ("fr", "Le Japon et l'Inde n'ont pas signé de traité.", "denied"),
        ("fr", "Le Japon et l'Inde pourraient signer un traité.", "possible"),
        ("fr", "Le Japon et l'Inde ont signé un traité en 1985.", "historical"),
        ("en", "Japan and India will sign a treaty in June.", "planned"),
        ("en", "Japan and India have not signed a treaty.", "denied"),
        ("en", "Japan and India could sign a treaty.", "possible"),
        ("en", "Japan and India signed a treaty in 1985.", "historical"),
    ],
)
def test_modality(language: str, text: str, modality: str, read: Read) -> None:
    assert [(c.modality, c.status) for c in read(text, language)] == [(modality, "signed")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les ministres grec et turc des Affaires étrangères ont signé un protocole."),
        ("en", "The Greek and Turkish foreign ministers signed a protocol."),
    ],
)
def test_ministers_sign_for_their_states(language: str, text: str, read: Read) -> None:
    (claim,) = read(text, language)
    assert [p.key for p in claim.parties] == ["state:GRC", "state:TUR"]
    assert {p.country for p in claim.signatories} == {"GRC", "TUR"}
    assert all(p.kind == "person" for p in claim.signatories)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Selon Zagreb, l'Iran et l'Irak ont signé un accord."),
        ("fr", "La Croatie a affirmé que l'Iran et l'Irak avaient signé un accord."),
        ("en", "According to Croatia, Iran and Iraq signed an agreement."),
        ("en", "Croatia said that Iran and Iraq had signed an agreement."),
    ],
)
def test_whose_word_it_is(language: str, text: str, read: Read) -> None:
    (claim,) = read(text, language)
    assert claim.attributed_to is not None
    assert claim.attributed_to.id == "state:HRV"
    assert sides(claim) == {"IRN", "IRQ"}


def test_two_of_one_sentence_are_two_claims(read: Read) -> None:
    found = read("Le Ghana et le Togo ont signé un accord et ratifié un traité.")
    assert [(c.instrument, c.status) for c in found] == [
        ("accord", "signed"),
        ("treaty", "ratified"),
    ]
    assert len({c.id for c in found}) == 2


@pytest.mark.parametrize(
    ("language", "text", "by", "status"),
    [
        ("fr", "Le Tchad a violé le cessez-le-feu avec le Soudan.", "TCD", "violated"),
        ("fr", "Le Pérou s'est retiré du traité avec le Chili.", "PER", "terminated"),
        ("fr", "L'accord avec le Kosovo a été rejeté par la Serbie.", "SRB", "rejected"),
        ("en", "Algeria suspended its friendship treaty with Spain.", "DZA", "suspended"),
        ("en", "The treaty with Spain was suspended by Algeria.", "DZA", "suspended"),
        ("en", "The agreement between Mali and Niger has expired.", "", "terminated"),
        ("en", "Morocco and Senegal signed an agreement on fishing.", "", "signed"),
    ],
)
def test_who_did_it(language: str, text: str, by: str, status: str, read: Read) -> None:
    (claim,) = read(text, language)
    assert {p.country for p in claim.by} == set(by.split())
    assert claim.status == status
    assert len(sides(claim)) == 2


@pytest.mark.parametrize(
    ("language", "text", "parties", "status"),
    [
        ("en", "Chad and Sudan agreed to open their border.", "TCD SDN", "agreed"),
        ("en", "Chad agreed with Sudan on a common customs post.", "TCD SDN", "agreed"),
        ("fr", "Le Tchad et le Soudan se sont entendus pour rouvrir leur frontière.", "TCD SDN", "agreed"),
        ("fr", "Le Tchad et le Soudan se sont mis d'accord pour rouvrir leur frontière.", "TCD SDN", "agreed"),
    ],
)  # fmt: skip
def test_verbs_that_are_an_agreement(
    language: str, text: str, parties: str, status: str, read: Read
) -> None:
    assert [(sides(c), c.status) for c in read(text, language)] == [(set(parties.split()), status)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Chad agreed to open its border."),
        ("en", "Chad and Sudan agreed."),
        ("en", "The Norwegian government reached a pay agreement with the unions."),
        ("en", "Norway signed a law against fraud."),
        ("fr", "Le Tchad a accepté de rouvrir sa frontière."),
        ("fr", "Le gouvernement norvégien a conclu un accord avec les syndicats."),
        ("fr", "Le Tchad et le Soudan sont d'accord."),
        ("fr", "Le Tchad a donné son accord au Soudan."),
        ("en", "Chad gave Sudan its agreement."),
    ],
)
def test_no_agreement_of_states(language: str, text: str, read: Read) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "name", "parties", "status"),
    [
        ("en", "Japan ratified the Paris Agreement.", "Paris Agreement", "JPN", "ratified"),
        ("fr", "Le Japon a ratifié l'accord de Paris sur le climat.", "accord de Paris sur le climat", "JPN", "ratified"),
        ("en", "New START expires in February.", "New START", "USA RUS", "terminated"),
        ("fr", "L'Assemblée a rejeté le Ceta.", "Ceta", "org:EU CAN", "rejected"),
    ],
)  # fmt: skip
def test_agreements_with_a_name_of_their_own(
    language: str, text: str, name: str, parties: str, status: str, read: Read
) -> None:
    (claim,) = read(text, language)
    assert (claim.name, sides(claim), claim.status) == (name, set(parties.split()), status)


def test_the_city_of_a_treaty_is_no_party(read: Read) -> None:
    (claim,) = read("Le Pérou et le Chili appliquent l'accord de Paris.")
    assert "FRA" not in sides(claim)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Peru and Chile signed a deal on copper. The deal was ratified on Friday."),
        ("fr", "Le Pérou et le Chili ont signé un accord sur le cuivre. Cet accord a été ratifié vendredi."),
    ],
)  # fmt: skip
def test_an_agreement_that_is_taken_up_has_the_parties_of_the_first(
    language: str, text: str, read: Read
) -> None:
    first, second = read(text, language)
    assert (first.status, second.status) == ("signed", "ratified")
    assert sides(second) == sides(first) == {"PER", "CHL"}
    assert second.inferred == ("parties",)


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "Peru and Chile must reach an agreement on copper.", "proposed"),
        ("en", "Peru wants to sign an agreement with Chile.", "proposed"),
        ("fr", "Le Pérou souhaite conclure un accord avec le Chili.", "proposed"),
        ("fr", "Le Pérou et le Chili parlent d'un futur accord sur le cuivre.", "proposed"),
    ],
)
def test_what_is_wished_is_proposed(language: str, text: str, status: str, read: Read) -> None:
    assert [c.status for c in read(text, language)] == [status]


def test_a_company_and_rebels_are_parties(read: Read) -> None:
    (contract,) = read("The Estonian government signed a contract with Nordvik.", "en")
    assert [(p.kind, p.name) for p in contract.parties] == [
        ("state", "Estonia"),
        ("organisation", "Nordvik"),
    ]
    (truce,) = read("The Chadian government signed a truce with the rebels.", "en")
    assert [p.kind for p in truce.parties] == ["state", "group"]


def test_a_treaty_that_ended_a_war_did_not_end(read: Read) -> None:
    for claim in read("Peru and Chile recalled the treaty that ended the war.", "en"):
        assert claim.status != "terminated"


def test_one_truce_is_told_once(read: Read) -> None:
    (claim,) = read("Chad and Sudan signed a ceasefire agreement.", "en")
    assert claim.instrument == "truce"
    (claim,) = read("Le Tchad et le Soudan ont signé un accord de cessez-le-feu.")
    assert claim.instrument == "truce"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le Pérou et le Chili veulent sauver l'accord de Vienne."),
        ("en", "Peru and Chile want to save the Vienna agreement."),
    ],
)
def test_where_an_agreement_was_made_is_no_party(language: str, text: str, read: Read) -> None:
    for claim in read(text, language):
        assert "AUT" not in sides(claim)


def test_who_only_mediates_is_no_side(read: Read) -> None:
    (claim,) = read("Le Tchad et le Niger ont annoncé un accord négocié par le Qatar.")
    assert sides(claim) == {"TCD", "NER"}
    (claim,) = read("Qatar brokered a deal between Chad and Niger.", "en")
    assert (sides(claim), claim.status) == ({"TCD", "NER"}, "agreed")


def test_an_amount_is_no_number_of_agreements(read: Read) -> None:
    (claim,) = read("Norway signed a # 13 billion contract with Kenya.", "en")
    assert claim.count is None


def test_a_participle_after_the_noun_tells_how_far_along_it_is(read: Read) -> None:
    (claim,) = read(
        "L'accord commercial non encore ratifié entre le Pérou et le Chili inquiète : il ouvrirait les "
        "marchés aux produits de la pêche."
    )
    assert (claim.status, claim.modality, sides(claim)) == ("ratified", "denied", {"PER", "CHL"})


def test_the_parts_of_a_hyphened_noun_are_one(read: Read) -> None:
    (claim,) = read("Oslo souhaite conclure un accord-cadre institutionnel avec Berne.")
    assert (claim.status, sides(claim)) == ("proposed", {"NOR", "CHE"})


def test_a_state_that_leaves_an_agreement_with_others(read: Read) -> None:
    (claim,) = read("Norway signed a trade agreement with the island nations.", "en")
    assert sides(claim) == {"NOR"}
    assert read("Norway signed a wage agreement with the unions.", "en") == []


@pytest.mark.parametrize(
    "text",
    [
        "Le Pérou et le Chili se disputent. Le marché de Wuhan est fermé.",
        "Le Pérou et le Chili se disputent. Le document contient une liste.",
        "Le Pérou et le Chili se disputent. Un accord engage ses membres.",
    ],
)
def test_words_that_may_be_much_else_take_no_parties_from_around(text: str, read: Read) -> None:
    assert read(text) == []


def test_an_agreement_that_its_own_words_describe_is_another(read: Read) -> None:
    claims = read(
        "Le Pérou et le Chili ont signé un accord sur le cuivre. La foule était nombreuse. Le soir, "
        "un poète a récité des vers. Le ministre a loué l'accord conclu autrefois par ses aïeux."
    )
    assert [sides(c) for c in claims] == [{"PER", "CHL"}]


def test_agreements_with_those_who_have_no_name_are_with_nobody_else(read: Read) -> None:
    for claim in read("La Suède signe ses accords avec les laboratoires, a noté le Chili."):
        assert "CHL" not in sides(claim)
