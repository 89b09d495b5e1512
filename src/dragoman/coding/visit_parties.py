"""Who travels, who receives, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.analysis.document import Document, Mention, Node, Sentence
from dragoman.analysis.parties import state_party
from dragoman.analysis.syntax import coordinated
from dragoman.coding.places import place_of_state, town_at
from dragoman.coding.slots import OF, fill
from dragoman.languages.lexicon import Lexicon
from dragoman.languages.visits import VisitWords
from dragoman.records import Party, Place

REACH = 25  # words after a visit in which its place may stand
ACROSS = 14  # the same where clauses stand between


@dataclass(frozen=True, slots=True)
class Destination:
    """A state or organisation and the words for it; `host` is null for a place of no known state."""

    host: Party | None
    place: Place | None
    node: Node


def side(party: Party) -> str:
    """What a party counts for: its country, its organisation, or itself."""
    if party.country:
        return party.country
    return party.office.of if party.office is not None else party.key


def unique(found: Iterable[Party]) -> list[Party]:
    """Each party once, in the order in which they stand."""
    kept: dict[str, Party] = {}
    for party in found:
        kept.setdefault(party.key, party)
    return list(kept.values())


def sides(found: Iterable[Party]) -> set[str]:
    return {side(party) for party in found}


def travels(party: Party, words: VisitWords) -> bool:
    """Whether this is an office holder, or a body or group that acts for a state or organisation."""
    if party.office is not None and party.office.title in words.words["staying"]:
        return False
    if party.kind == "person":
        known = party.office is not None or (party.id is not None and party.country is not None)
        return known and (party.sector is None or party.sector in words.words["sectors"])
    if party.kind == "group" or (party.kind == "organisation" and party.country is not None):
        return party.sector in words.words["group_sectors"]
    return False


def travellers(node: Node, words: VisitWords) -> list[Party]:
    """The office holders and delegations that a slot names, themselves or by a noun like "envoys"."""
    found: list[Party] = []
    for member in coordinated(node):
        mention = member.mention or _by_title(member)
        own = list(mention.parties) if mention is not None else []
        if mention is not None and found and found[0].kind != "person" and mention.form != "place":
            own = [_likewise(found[0], p) if p.kind == "state" else p for p in own]
        elif mention is not None and mention.form in ("place", "demonym"):
            own = []
        if not own and member.lemma in words.words["envoys"]:
            own = [_representative(p, member) for p in _of_states(member)]
        found += [p for p in own if travels(p, words)]
    return unique(found)


def _by_title(node: Node) -> Mention | None:
    """The name after a title that the parser set over it: "*Mme* Florence Parly"."""
    return next((n.mention for n in node.all("flat") if n.index == node.index + 1), None)


def _likewise(first: Party, other: Party) -> Party:
    """ "les délégations de Chypre, de Grèce et d'*Israël*": the first one's body or group, of the other."""
    of_id = None
    if first.id and first.country and first.id.startswith(f"org:{first.country}-"):
        of_id = f"org:{other.country}-" + first.id.split("-", 1)[1]
    name = f"{first.name.split(' of ')[0]} of {other.name}"
    return first.model_copy(
        update={"text": other.text, "name": name, "country": other.country, "id": of_id}
    )


def _of_states(noun: Node) -> list[Party]:
    """The states and organisations beside a noun: "des émissaires *américains*", "*EU* officials"."""
    return [
        party
        for child in noun.children
        if child.mention is not None and (child.relation != "nmod" or child.case in OF)
        for party in child.mention.parties
    ]


def _representative(party: Party, noun: Node) -> Party:
    """Whom "des émissaires américains" names: people of the state, without a name."""
    if party.kind in ("person", "group"):
        return party
    several = noun.morph.get("Number") == "Plur"
    return Party(
        text=noun.text,
        name=f"{'representatives' if several else 'representative'} of {party.name}",
        kind="group",
        country=party.country,
        sector="GOV" if party.country else "IGO",
    )


def states(node: Node) -> list[Party]:
    """The states and organisations that a slot names as such, capitals and governments included."""
    found: list[Party] = []
    for member in coordinated(node):
        if member.mention is None or member.mention.form in ("demonym", "people", "pronoun"):
            continue
        for party in member.mention.parties:
            if party.kind == "state" or (party.kind == "organisation" and party.id):
                found.append(as_host(party))
    return found


def as_host(party: Party) -> Party:
    """The state of whom a party stands for, or the organisation."""
    if party.country is not None:
        return state_party(party.country, party.text)
    return party


def destinations(
    node: Node,
    slots: tuple[str, ...],
    sentence: Sentence,
    document: Document,
    lex: Lexicon,
    *,
    near: bool = True,
    across: bool = False,
) -> list[Destination]:
    """The places under a word's prepositions, each with its state; coordinated ones apart.

    With `near`, where none hangs from the word, the first after it in its clause: the parsers tie
    places to whatever noun stands before them. With `across` also in the clauses after it.
    """
    fillers = [filler for slot in slots for filler in fill(node, slot, lex)]
    direct = [f for f in fillers if f.head is node]
    found = _all_places(direct, document) or _all_places(fillers, document)
    if not found and near:
        found = _nearest(node, slots, sentence, document, across=across)
    if any(
        d.host is not None for d in found
    ):  # "à la base de Kati, au Mali": the state tells where
        found = [d for d in found if d.host is not None]
    once: dict[str, Destination] = {}
    for one in found:
        key = side(one.host) if one.host is not None else one.node.text
        if key not in once or (once[key].place is None and one.place is not None):
            once[key] = one
    return list(once.values())


def _all_places(fillers: list[Node], document: Document) -> list[Destination]:
    members = {m.index: m for filler in fillers for m in coordinated(filler)}
    return [place for member in members.values() for place in _places(member, document)]


def _nearest(
    node: Node,
    slots: tuple[str, ...],
    sentence: Sentence,
    document: Document,
    *,
    across: bool,
) -> list[Destination]:
    reach = ACROSS if across else REACH
    for word in sentence.nodes[node.index + 1 : node.index + reach]:
        verbal = word.pos in ("VERB", "AUX") and word.morph.get("VerbForm") in ("Fin", "Inf")
        if (verbal and not across) or word.text in (";", ":", "(", "»", "”"):
            break
        if word.case is None or word.case.rpartition(" ")[2] not in slots:
            continue
        if word.mention is None or word.mention.form in ("place", "name"):
            found = [p for m in coordinated(word) for p in _places(m, document)]
            if any(d.host is not None for d in found):
                return found
    return []


def receiving(node: Node, document: Document) -> list[Destination]:
    """The state or town that receives a summit: "Nice accueille le sommet"."""
    return [d for d in _places(node, document, bare=True) if d.host is not None]


def _places(node: Node, document: Document, *, bare: bool = False) -> list[Destination]:
    mention = node.mention
    if node.pos in ("PROPN", "NOUN") and (bare or node.case is not None):
        town = town_at(node, document)
        if town is not None and town.country is not None:
            return [Destination(state_party(town.country, town.text), town, node)]
    if mention is not None:
        if mention.form in ("demonym", "people", "pair", "pronoun", "office"):
            return []
        return [
            Destination(as_host(p), _place(p, mention, document.language), node)
            for p in mention.parties
            if p.kind == "state" or (p.kind == "organisation" and p.id and not p.country)
        ]
    if node.pos in ("PROPN", "NOUN") and node.text[:1].isupper() and node.case is not None:
        party = _state_after(node, document)
        country = party.country if party else None
        land = town_at(node, document, disputed=True)
        place = land or Place(text=node.text, name=node.text, country=country)
        return [Destination(party, place, node)]
    return [
        place
        for child in node.children
        if child.relation in ("nmod", "oblique", "appos")
        for place in _places(child, document)
        if place.host is not None
    ]


def _place(party: Party, mention: Mention, language: str) -> Place | None:
    """A capital or a seat as the place; the state's own name is none."""
    if mention.form in ("place", "metonym") and party.kind == "state":
        return place_of_state(party, language)
    return None


def _state_after(town: Node, document: Document) -> Party | None:
    """The state that the article puts a town in: "à Kotka (Finlande)", "à Kotka, en Finlande"."""
    for sentence in document.sentences:
        for node in sentence.nodes:
            if node.text != town.text:
                continue
            after = sentence.nodes[node.index + 1 : node.index + 12]
            if not after or after[0].text not in (",", "("):
                continue
            for word in after[1:]:
                if word.pos in ("VERB", "AUX") or word.text in (",", ")", ";"):
                    break
                mention = word.mention
                if mention is not None and mention.form in ("name", "place"):
                    found = [p for p in mention.parties if p.kind == "state" and p.country]
                    if found and (word.case or after[0].text == "("):
                        return as_host(found[0])
                    break
    return None
