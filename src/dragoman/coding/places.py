"""Where something happens: the places that a sentence names, and what the gazetteer knows of them."""

from __future__ import annotations

from collections.abc import Collection

from dragoman.analysis.document import Document, Node, Sentence
from dragoman.gazetteer.lookup import state, tables_in_use
from dragoman.gazetteer.places import Place as Known
from dragoman.gazetteer.places import place
from dragoman.languages.language import language_data
from dragoman.records import Party, Place

LONGEST = 40  # characters of the longest name of a town
DEEPEST = 3  # steps from a place up to its predicate
SAID = ("ACCUSE", "REJECT", "REQUEST", "THREATEN")
_JOINED = ("flat", "compound")
# What is under these is told of something else than the predicate.
_APART = ("relative", "complement", "adverbial", "participle", "parataxis")


def place_of_state(party: Party, language: str) -> Place:
    """The place that a state's name, its capital or a seat in it is: "in Moscow", "in Syria"."""
    country = party.country
    until = state(party.id).until if party.id else None
    # The capital of a former state lies in another one today.
    known = place(party.text, language, country=None if until else country) if country else None
    if known is None or known.geonames is None:
        return Place(text=party.text, name=party.text, country=country)
    return _record(known, party.text).model_copy(update={"country": country})


def town_at(node: Node, document: Document, *, disputed: bool = False) -> Place | None:
    """The town or region that is named from a node on, by the longest name that the gazetteer knows;
    with `disputed` also a disputed land. Of several of one name it is one in a state that the
    sentence names, or else the article."""
    if not node.text[:1].isupper() or node.relation in _JOINED:
        return None
    if _is_somebody(node, document.language):
        return None
    parts = [child for child in node.children if child.relation in _JOINED]
    start = min([node.start, *(part.start for part in parts if part.text[:1].isupper())])
    words = document.text[start : start + LONGEST].replace("’", "'").split(" ")
    sentence = document.sentence_at(start)
    near = _countries(sentence) if sentence else set()
    near = near or {c for each in document.sentences for c in _countries(each)}
    for length in range(min(len(words), 4), 0, -1):
        name = " ".join(words[:length]).rstrip('.,;:)»"').removesuffix("'s")
        end = start + len(name)
        if end < node.end or any(p.start >= end and p.text[:1].isupper() for p in parts):
            continue
        begins = sentence is not None and start == sentence.start
        known = place(name, document.language, near=near, begins_sentence=begins)
        if known is not None and (disputed or not known.disputed):
            return _record(known, document.text[start:end])
    return None


def event_place(
    predicate: Node,
    sentence: Sentence,
    document: Document,
    parties: Collection[Party],
    event_type: str,
) -> Place | None:
    """Where an event is: the place nearest to its predicate among those that hang from it; of what is
    only said, among those that hang from nothing else. `parties` are those of the event, so that to
    whom something is given is not where."""
    tops = [predicate]
    if predicate.pos == "NOUN":
        tops += [n for n in predicate.ancestors() if n.pos == "VERB"][:1]
    most = 1 if event_type in SAID else DEEPEST
    near = [(d, n) for n in sentence.nodes if (d := _distance(n, tops, most)) is not None]
    keys = {party.key for party in parties}
    words = language_data(document.language).places
    given = event_type != "CONSULT" and any(
        node.case in words["at_or_to"] and node.mention and not keys.isdisjoint(node.mention.keys)
        for _, node in near
    )
    found: list[tuple[int, int, Place]] = []
    for distance, node in near:
        where = _where(node, predicate, document, given=given)
        if where is not None:
            found.append((distance, node.index, where))
    return min(found, key=lambda each: each[:2])[2] if found else None


def _distance(node: Node, tops: list[Node], most: int) -> int | None:
    """How many steps lead from a word up to the predicate, inside its own clause; null where they are
    more than `most`, or lead through a person who only stands beside another."""
    for distance in range(most + 1):
        if node in tops:
            return distance if distance else None
        if node.head is None or (node.relation in _APART and node.head not in tops):
            return None
        person = node.mention and any(p.kind == "person" for p in node.mention.parties)
        if distance and person and node.head not in tops:
            return None
        if node.relation in (*_APART, "conj") and node.pos in ("VERB", "AUX"):
            return None
        node = node.head
    return None


def _where(node: Node, predicate: Node, document: Document, *, given: bool) -> Place | None:
    """The place that a word is, if it says where; `given`: to a party of the event something is given,
    so that another state after such a preposition is one to whom it is given too."""
    words = language_data(document.language).places
    mention = node.mention
    inside = node.case in words["at"]
    if mention is not None and mention.head == node.index:
        one = mention.parties[0] if mention.parties else None
        if one is None or mention.form not in ("place", "name"):
            return None
        if one.kind != "state":  # "in Brussels", where the European Union sits; "in San Francisco"
            where = inside or node.case in words["at_or_to"]
            return town_at(node, document) if where else None
        if node.case in words["origin"]:
            here = mention.form == "place" and predicate.pos == "NOUN" and node.head is predicate
        elif node.case in words["at_or_to"]:
            # "au Mali" may be where, "à la Chine" is to whom.
            here = not given and (mention.form == "place" or node.child("det") is None)
        else:
            here = inside or mention.form == "place"
        return place_of_state(one, document.language) if here else None
    if inside or node.case in words["at_or_to"]:
        if node.lemma.lower() in words["nouns"]:
            return _of_noun(node, document)
        return town_at(node, document, disputed=True)
    if node.head is predicate and node.pos == "PROPN" and predicate.pos == "NOUN":
        if node.relation == "compound":  # "the Aleppo bombing"
            return _compound(node, document)
        if node.case in words["origin"]:  # "l'attentat de Nice"
            return town_at(node, document)
    return None


def _of_noun(node: Node, document: Document) -> Place | None:
    """The place of "la ville syrienne d'Alep", "the east of Ukraine", "Syria's Hama province"."""
    origin = language_data(document.language).places["origin"]
    country: Party | None = None
    for child in node.children:
        mention = child.mention
        one = mention.parties[0] if mention is not None and len(mention.parties) == 1 else None
        if child.case in origin or child.relation == "appos":
            if one is not None and one.kind == "state" and mention is not None:
                return place_of_state(one, document.language)
            town = town_at(child, document, disputed=True)
            if town is not None:
                return town
        elif one is not None and one.kind == "state" and child.relation in ("amod", "poss"):
            country = one
    for child in node.children:
        named = _compound(child, document) if child.relation == "compound" else None
        if named is not None and (country is None or named.country == country.country):
            return named
    if country is None:
        return None
    text = document.text[node.start : node.end]
    return Place(text=text, name=country.name, country=country.country)


def _compound(node: Node, document: Document) -> Place | None:
    if _is_somebody(node, document.language) or any(c.relation in _JOINED for c in node.children):
        return None
    known = place(node.text, document.language)
    return _record(known, node.text) if known is not None and not known.risky else None


def _is_somebody(node: Node, language: str) -> bool:
    """Whether a word names a person or a body that is known, and not the seat of a body."""
    return node.mention is not None and any(
        party.kind != "state" and (party.id or party.country) and not _is_seat(party, language)
        for party in node.mention.parties
    )


def _is_seat(party: Party, language: str) -> bool:
    """Whether an organisation is called by the town where it sits ("Brussels")."""
    known = tables_in_use().organisations.get(party.id or "")
    words = known.words.get(language) if known else None
    return words is not None and party.text in words.seats


def _countries(sentence: Sentence) -> set[str]:
    return {p.country for m in sentence.mentions for p in m.parties if p.country}


def _record(known: Known, text: str) -> Place:
    return Place(
        text=text,
        name=known.name,
        country=known.country,
        geonames=known.geonames,
        latitude=known.latitude,
        longitude=known.longitude,
    )
