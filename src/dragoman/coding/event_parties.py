"""Who acts and who undergoes: from a frame's slots to the parties of an event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.analysis.document import Node, Sentence
from dragoman.analysis.linking import link_noun
from dragoman.analysis.parties import state_party
from dragoman.analysis.syntax import coordinated
from dragoman.coding.frames import PRESS, Match, clauses, match
from dragoman.coding.slot_parties import own_parties, parties
from dragoman.coding.slots import OF, PLACES, fill, phrase, subject
from dragoman.gazetteer.places import place
from dragoman.languages.coreference import coreference
from dragoman.languages.lexicon import Lexicon
from dragoman.ontology.derived import derivations
from dragoman.records import Party

ORIGIN = ("from", "de")
CIVILIANS = "CVL"
GIVEN = (("subject", "agent"), ("object", "indirect"), ("oblique",))
AIMS = {
    "PROTEST": ("REQUEST", "ACCUSE", "REJECT"),
    "AID": ("AID", "SUPPORT"),
}
PEOPLE_OF = (*OF, "for", "pour")
WITHIN = ("amod", "case", "compound", "det", "flat", "nmod", "number", "poss")
PLACE_SLOTS = ("à", "en", "dans", "vers", "to", "in", "at", "into", "indirect", "chez", "where")


@dataclass(frozen=True, slots=True)
class Roles:
    """Who acts on whom."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """What the words of a predicate are read with: their sentence, the article's day, the lexicon, and
    who acted in what the sentence before told first."""

    sentence: Sentence
    day: date | None
    lexicon: Lexicon
    before: tuple[Party, ...] = ()


def roles_of(found: Match, scene: Scene) -> Roles | None:
    """Actors and recipients; null where no party acts, or all are one and the same."""
    frame, node, lex = found.frame, found.node, scene.lexicon
    actors, used = _first(node, frame.actor, scene, set(), acting=True)
    mine = frozenset(a.key for a in actors)
    recipients, _ = _first(node, frame.recipient, scene, used, but=mine)
    together = len(actors) > 1 and frame.event in derivations().reciprocal
    if not recipients and frame.embeds and not together and not _is_filled(found, lex):
        recipients = _from_clause(found, scene, mine)
    if not recipients and frame.event in derivations().answers:
        recipients = _of_deed(found, scene, mine)
    if not recipients and frame.event == "THREATEN":
        recipients = _from_condition(node, scene, mine)
    for aim in aims(found, scene) if not recipients else ():
        aimed = roles_of(aim, scene)
        recipients = aimed.recipients if aimed is not None else ()
    if not actors and any(p.country or p.id for p in recipients):
        actors = _strangers(node, frame.actor, scene)
    elif not recipients and any(p.country or p.id for p in actors):
        recipients = _strangers(node, frame.recipient, scene)
    acted = node.pos == "VERB" and bool(fill(node, "subject", lex))
    if frame.reciprocal and not actors and recipients and not acted:
        actors, recipients = recipients, ()
    recipients = tuple(p for p in recipients if p.key not in mine)
    if frame.mode == "visit" and recipients and _is_home(actors, recipients):
        return None  # "the president flew to Gao", a town of his own country
    if frame.needs and found.company and recipients and _owns(found, actors, recipients, scene):
        recipients = ()
    if not actors:
        return None
    if frame.reciprocal and len(actors) + len(recipients) < 2:
        return None
    return Roles(actors, recipients)


def _owns(
    found: Match, actors: tuple[Party, ...], recipients: tuple[Party, ...], scene: Scene
) -> bool:
    """Whether who should undergo only owns the noun that the frame asks for, as one of the actors' own: "has
    voiced the solidarity *of the French people*", said of the French president."""
    homes = {a.country for a in actors if a.country}
    named = [p for n in found.company if n.pos == "NOUN" for p in _named(n, scene)]
    return all(p.country in homes and p.key in {n.key for n in named} for p in recipients)


def _of_deed(found: Match, scene: Scene, mine: frozenset[str]) -> tuple[Party, ...]:
    """Whose deed is answered, where its noun does not say it: "..., une *décision* saluée par Oslo" is of who
    acts in its sentence, "*cette décision*" of who acted in the sentence before."""
    lex, nodes = scene.lexicon, scene.sentence.nodes
    for slot in found.frame.recipient:
        for noun in fill(found.node, slot, lex):
            if noun.lemma not in lex.classes["deeds"]:
                continue
            words = [c for c in noun.children if c.index < noun.index]
            if any(c.text.lower() in lex.cues["demonstrative"] for c in words):
                doers = scene.before
            elif nodes[min([noun.index, *(c.index for c in words)]) - 1].text == ",":
                above = [n for n in noun.ancestors() if n.pos == "VERB" and n.index < noun.index]
                doers = (
                    tuple(p for n in subject(above[-1], lex) for p in parties(n)) if above else ()
                )
            else:
                continue
            if doers and not any(p.key in mine for p in doers):
                return doers
    return ()


def _is_home(actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> bool:
    """Whether all the recipients are the state of all the actors."""
    countries = {p.country for p in actors}
    return len(countries) == 1 and all(
        p.kind == "state" and p.country in countries for p in recipients
    )


def with_condition(found: Match, roles: Roles, scene: Scene) -> Roles:
    """The roles of an ultimatum: without another recipient it is to who has to yield."""
    mine = frozenset(a.key for a in roles.actors)
    recipients = roles.recipients or _from_condition(found.node, scene, mine)
    return Roles(roles.actors, recipients)


def aims(found: Match, scene: Scene) -> list[Match]:
    """What a protest or a gift is for: "marched *to demand* ...", "gave a million *to help* ..."; no act
    beside it."""
    wanted = AIMS.get(found.frame.event)
    if wanted is None:
        return []
    near = [found.node, *found.company]
    clauses = [c for n in near for c in n.all("adverbial", "complement", "participle")]
    matches = [match(c, scene.sentence, scene.lexicon) for c in clauses if not c.child("mark")]
    return [m for m in matches if m is not None and m.frame.event in wanted]


def _is_filled(found: Match, lex: Lexicon) -> bool:
    """Whether something that is no party stands where the recipient would ("urged *firms* to ...")."""
    slots = [s for s in found.frame.recipient if s not in ("complement", "adverb")]
    return any(fill(found.node, slot, lex) for slot in slots)


def _first(
    node: Node,
    slots: tuple[str, ...],
    scene: Scene,
    used: set[int],
    *,
    acting: bool = False,
    but: frozenset[str] = frozenset(),
) -> tuple[tuple[Party, ...], set[int]]:
    """The parties of the first slot that names any, and the nodes that did."""
    for slot in slots:
        for filler in fill(node, slot, scene.lexicon):
            if filler.index in used:
                continue
            deep = (
                not acting
                or slot != "subject"
                or node.pos == "NOUN"
                or filler.lemma in scene.lexicon.classes["agents"]
                or _is_of_nation(filler)
            )
            places = slot.rpartition(":")[2] in PLACE_SLOTS
            found = _named(filler, scene, places=places, deep=deep, but=but)
            # Who only reports is no party to what is reported.
            found = [p for p in found if not (acting and p.sector == PRESS)]
            if found:
                return tuple(found), {filler.index}
    return (), set()


def _strangers(node: Node, slots: tuple[str, ...], scene: Scene) -> tuple[Party, ...]:
    """People whom no table knows and of whom the text says nothing but the name; a party only where the
    other side is known."""
    for slot in slots:
        for filler in fill(node, slot, scene.lexicon):
            named = [p for n in coordinated(filler) if n.mention for p in n.mention.parties]
            people = tuple(p for p in named if p.kind == "person")
            if people:
                return people
    return ()


def _is_of_nation(noun: Node) -> bool:
    """ "Iraqi *Kurds*", "Indian *Muslims*": a people within a state."""
    return noun.pos == "PROPN" and any(
        n.mention is not None and n.mention.form == "demonym" for n in noun.all("amod", "compound")
    )


def _named(
    filler: Node,
    scene: Scene,
    *,
    places: bool = False,
    deep: bool = True,
    but: frozenset[str] = frozenset(),
) -> list[Party]:
    """The parties of a filled slot: by their names, by what they do ("rebels", "the police"), with
    `places` by where they are ("in the town of Gao")."""
    found: dict[str, Party] = {}
    for member in coordinated(filler):
        own = [p for p in own_parties(member, places=places, deep=False) if _is_known(p)]
        own = own or by_role(member, scene)
        if not own and deep:
            own = [p for p in own_parties(member, places=places, but=but) if _is_known(p)]
            inside = [n for n in member.children if n.case in PEOPLE_OF or n.relation == "poss"]
            own = own or [p for n in inside for p in by_role(n, scene)]
            if not own and member.lemma in scene.lexicon.classes.get("rule", frozenset()):
                own = [p for n in member.children if n.case in PLACES for p in _where(n, scene)]
        if not own and places:
            own = _where(member, scene)
        found.update((p.key, p) for p in own if p.key not in found and p.key not in but)
    return list(found.values())


def _where(node: Node, scene: Scene) -> list[Party]:
    """The state where a place lies that a phrase names."""
    for word in phrase(node):
        if word.mention is not None and any(p.country for p in word.mention.parties):
            return list(word.mention.parties)
        if word.pos == "PROPN" and word.relation not in ("compound", "flat"):
            words = [n for n in (*word.all("compound", "flat"), word) if n.pos == "PROPN"]
            start, end = min(n.start for n in words), max(n.end for n in words)
            offset = scene.sentence.start
            text = scene.sentence.text[start - offset : end - offset]
            town = place(text, scene.sentence.language)
            if town is not None:
                return [state_party(town.country, text)]
    return []


def _is_known(party: Party) -> bool:
    return bool(party.country or party.id or party.office or party.sector)


def by_role(node: Node, scene: Scene) -> list[Party]:
    """Who a noun of people or bodies names ("rebels in the north", "thousands of students")."""
    if node.pos == "PRON" and node.mention is None:
        return [p for n in _antecedent(node, scene) for p in _named(n, scene, deep=False)]
    if node.pos not in ("NOUN", "PROPN") or node.mention is not None:
        return []
    if node.lemma in scene.lexicon.classes["counted"]:
        counted = [n for n in node.children if n.case in OF]
        if not counted and node.lemma in scene.lexicon.classes.get("crowds", frozenset()):
            text = scene.sentence.text[node.start - scene.sentence.start :][: len(node.text)]
            return [Party(text=text, name="people", kind="group", sector=CIVILIANS)]
        return [p for n in counted for p in _named(n, scene)]
    words = [node]
    for word in words:
        words += [n for n in word.children if n.relation in WITHIN]
    if any(n.mention is not None and n.child("conj") for n in words):
        # "ministers from Norway and Sweden": of several, whom their names tell better
        people = link_noun(node.text, 0, on=scene.day, language=scene.sentence.language)
        return [p for p in own_parties(node) if people is not None and _is_known(p)]
    start, end = min(n.start for n in words), max(n.end for n in words)
    offset = scene.sentence.start
    text = scene.sentence.text[start - offset : end - offset]
    owner = next((p for n in _owners(node) for p in parties(n)), None)
    titles = [
        n for n in node.all("compound", "flat") if node.pos == "PROPN" and n.index < node.index
    ]
    for head in (node, *titles):
        found = link_noun(
            text, head.start - start, on=scene.day, language=scene.sentence.language, owner=owner
        )
        if found is not None:  # "President Herrera", whom no table knows, keeps his name
            named = head is not node and found.id is None and found.kind == "person"
            return [found.model_copy(update={"name": node.text}) if named else found]
    return []


def _antecedent(pronoun: Node, scene: Scene) -> list[Node]:
    """The noun that a pronoun stands for where the sentence's form says so: "rebels *who* ...", "students
    said *they* ..."."""
    verb = pronoun.head
    if verb is None or pronoun.relation not in ("subject", "subject:pass"):
        return []
    if verb.relation == "relative" and verb.head is not None:
        return [verb.head] if pronoun.morph.get("PronType") == "Rel" else []
    words = coreference(scene.sentence.language)
    personal = words.masculine | words.feminine | words.plural
    above = verb.head
    if pronoun.text.lower() not in personal or verb.relation != "complement" or above is None:
        return []
    return [n for n in above.all("subject") if n.pos == "NOUN"]


def _owners(node: Node) -> list[Node]:
    """Whose the people are: "*their* government"; "soldiers *from Mozambique*", which the parser may
    have tied to the verb."""
    above = node.head
    beside = [n for n in above.children if n.case in ORIGIN] if above is not None else []
    return node.all("poss") + [n for n in beside if n.index == node.index + 2]


def _from_clause(found: Match, scene: Scene, mine: frozenset[str]) -> tuple[Party, ...]:
    """A recipient out of the clause under the predicate: who has a name before who has none."""
    under = clauses(found, scene.lexicon)
    given = GIVEN if found.frame.embeds in ("demand", "promise", "offer", "threat") else GIVEN[:1]
    return _under(under, GIVEN, True, scene, mine) or _under(under, given, False, scene, mine)


def _under(
    clauses: list[Node],
    relations: tuple[tuple[str, ...], ...],
    by_name: bool,
    scene: Scene,
    mine: frozenset[str],
) -> tuple[Party, ...]:
    """Of each clause its own subject first, then its other phrases; then of the clauses under it."""
    for clause in clauses:
        for some in relations:
            for child in sorted(clause.all(*some), key=lambda n: n.index):
                named = (
                    [p for n in coordinated(child) for p in own_parties(n, but=mine)]
                    if by_name
                    else _named(child, scene, but=mine)
                )
                if any(_is_known(p) for p in named):
                    return tuple({p.key: p for p in named if _is_known(p)}.values())
        below = fill(clause, "complement", scene.lexicon)
        if below and (found := _under(below, relations, by_name, scene, mine)):
            return found
    return ()


def _from_condition(node: Node, scene: Scene, mine: frozenset[str]) -> tuple[Party, ...]:
    """Who has to yield: "threatened to leave unless *Mali* ..."."""
    words = scene.lexicon.cues["hypothetical"]
    for clause in node.subtree():
        if clause.relation == "adverbial" and any(
            n.text.lower() in words for n in clause.all("mark")
        ):
            for child in clause.all("subject", "subject:pass"):
                found = _named(child, scene, but=mine)
                if found:
                    return tuple(found)
    return ()
