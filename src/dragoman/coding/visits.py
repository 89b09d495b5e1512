"""Visits and meetings of office holders: who went to whom, where, and how far along it is."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.analysis.document import Document, Node
from dragoman.coding.attribution import attribution
from dragoman.coding.claims import CODER, evidence, identity, is_history, keys, settled, when
from dragoman.coding.visit_parties import Destination, side, sides, unique
from dragoman.coding.visit_reader import Reader
from dragoman.coding.visit_status import counted_since, kind, ordinal
from dragoman.coding.visit_told import Told
from dragoman.languages.visits import VisitWords
from dragoman.records import Party, Visit
from dragoman.records.visit import VisitKind

REACH = (
    15  # words between a visit and what is said of it: "était de passage à Metz pour une visite"
)


def visits(document: Document) -> Iterator[Visit]:
    """Every visit and meeting that a sentence tells, a journey to two states as two."""
    made: list[Visit] = []
    for sentence in document.sentences:
        if not sentence.nodes:
            continue
        reader = Reader(sentence, document)
        for told in _joined(list(reader.told()), reader.words):
            for target in _targets(told):
                visit = _visit(told, target, reader, made)
                if visit is not None:
                    made.append(visit)
                    yield visit


def _targets(told: Told) -> list[Destination | None]:
    foreign: list[Destination | None] = [
        t
        for t in told.targets
        if t.host is None
        or not told.visitors
        or any(side(v) != side(t.host) for v in told.visitors)
    ]
    if told.targets and not foreign:
        return []
    return foreign or [None]


def _joined(found: list[Told], words: VisitWords) -> list[Told]:
    """What several words of a sentence tell of one visit, as one: "s'est rendu à Oslo pour une visite"."""
    kept: list[Told] = []
    for one in sorted(found, key=_rank):
        partner = next((k for k in kept if _same(k, one, words)), None)
        if (
            partner is None
            and not one.visitors
            and (one.node.case in words.words["carried"] - words.words["apart"])
        ):
            before = [k for k in kept if 0 < one.node.index - k.node.index <= REACH and k.visitors]
            partner = max(before, key=lambda k: k.node.index, default=None)
        if partner is None:
            kept.append(one)
        else:
            _join(partner, one)
    return kept


def _rank(told: Told) -> tuple[bool, int, int]:
    return not told.visitors, len(list(told.node.ancestors())), told.node.index


def _hosts(told: Told) -> set[str]:
    return {side(t.host) for t in told.targets if t.host is not None} | sides(told.hosts)


def _same(first: Told, second: Told, words: VisitWords) -> bool:
    if {first.node.case, second.node.case} & words.words["apart"]:
        return False
    if not second.visitors:
        if set(second.nouns) & set(first.nouns):
            return True  # "attended the summit": told by the verb and by the noun
        return first.node in second.node.ancestors() and first.names != "summit"
    mine, theirs = sides(first.visitors), sides(second.visitors)
    hosts, other = _hosts(first), _hosts(second)
    shared = set(keys(first.visitors)) & set(keys(second.visitors))
    if not shared or (hosts and other and not hosts & other) or _other_day(first, second):
        return False
    if hosts and not other:
        return theirs - mine <= hosts
    return theirs == mine if not hosts and not other else True


def _other_day(first: Told, second: Told) -> bool:
    days = [
        t.time.start for t in (first, second) if t.time is not None and t.time.start is not None
    ]
    return len(days) == 2 and days[0] != days[1]


def _join(first: Told, second: Told) -> None:
    hosts = {side(t.host) for t in first.targets if t.host is not None}
    if not first.targets:
        first.targets = second.targets
        hosts = {side(t.host) for t in first.targets if t.host is not None}
    elif all(t.place is None for t in first.targets):
        same = [t for t in second.targets if t.host is not None and side(t.host) in hosts]
        if same and len(first.targets) == 1:
            first.targets = same
    everyone = unique([*first.visitors, *second.visitors, *first.hosts, *second.hosts])
    first.hosts = [p for p in everyone if side(p) in hosts and p.kind == "person"] or first.hosts
    first.visitors = [p for p in everyone if side(p) not in hosts and p not in first.hosts]
    if second.names not in (None, "meeting") and (not first.nouns or first.names == "meeting"):
        first.names = second.names
    first.nouns += second.nouns
    if second.status in ("cancelled", "postponed") or (
        first.status == "made" and second.status == "ongoing"
    ):
        first.status, first.reading = second.status, second.reading


def _visit(
    told: Told, target: Destination | None, reader: Reader, made: list[Visit]
) -> Visit | None:
    document, sentence, words = reader.document, reader.sentence, reader.words
    host = target.host if target is not None else None
    place = target.place if target is not None else None
    visitors = tuple(v for v in told.visitors if host is None or side(v) != side(host))
    inferred: tuple[str, ...] = ()
    if told.reading.modality == "denied":
        return None  # a visit that is said not to be is none
    if not visitors and not _is_held(told, host):
        return None
    if host is None and len(sides((*visitors, *told.hosts))) < 2:
        host = _host_before(told, visitors, words, made) if place is None else None
        if host is not None:
            inferred = ("host",)
        elif not _stands_alone(told, visitors, words):
            return None
    moment = when(told.time, document)
    passage = evidence(document, sentence)
    mode = told.reading.modality
    if told.status == "planned" and mode == "asserted":
        mode = "planned"
    speaker = attribution(told.node, sentence, reader.lex)
    if speaker is not None and side(speaker) in sides(
        [*visitors, *told.hosts, *([host] if host else [])]
    ):
        speaker = None  # a party that tells its own visit is no attribution
    names = {
        "visitors": keys(visitors),
        "host": host.key if host else None,
        "hosts": keys(told.hosts),
        "status": told.status,
        "at": [told.node.start, told.node.end],
    }
    if moment.start is not None and moment.basis not in ("expression", "none"):
        inferred = (*inferred, "when")
    return Visit(
        id=identity(document, "visit", passage, names),
        evidence=passage,
        passages=(passage,),
        modality=settled(mode, historical=is_history(moment, document)),
        attributed_to=speaker,
        when=moment,
        inferred=inferred,
        confidence=0.5 if "host" in inferred else 0.7,
        coder=CODER,
        visitors=visitors,
        host=host,
        hosts=tuple(h for h in told.hosts if host is None or side(h) == side(host)),
        place=place,
        kind=_kind(told, words),
        status=told.status,
        ordinal=next((o for n in told.nouns if (o := ordinal(n, sentence))), None),
        counted_since=next((s for n in told.nouns if (s := counted_since(n, sentence))), None),
    )


def _is_held(told: Told, host: Party | None) -> bool:
    """A summit whose participants are not named: it has a place, and a date or a word of its being held."""
    if told.names != "summit" or host is None:
        return False
    return told.status != "made" or told.time is not None


def _host_before(
    told: Told, visitors: tuple[Party, ...], words: VisitWords, made: list[Visit]
) -> Party | None:
    """The host of the visit that the article told of the same visitor, for "cette visite", "his trip"."""
    determiners = [c.lemma for n in told.nouns for c in n.all("det", "poss")]
    if told.names != "journey" or not words.words["definite"] & set(determiners):
        return None
    earlier = [v for v in made if {p.key for p in v.visitors} & {p.key for p in visitors}]
    return earlier[-1].host if earlier else None


def _stands_alone(told: Told, visitors: tuple[Party, ...], words: VisitWords) -> bool:
    """Whether this is a visit abroad though nothing says where: a state visit, a summit, a meeting of
    the leaders of one organisation."""
    if told.names in ("meeting", None):
        return told.names == "meeting" and all(
            p.kind == "group" and not p.country for p in visitors
        )
    if told.names == "summit" and not any(_says_which(n, words) for n in told.nouns):
        return False
    return _kind(told, words) != "unspecified"


def _says_which(summit: Node, words: VisitWords) -> bool:
    """ "un sommet", "le sommet du G7", but not "le sommet": that is one told of before."""
    definite = any(c.lemma in words.words["definite"] for c in summit.all("det", "poss"))
    return not definite or any(
        p.kind == "organisation"
        for n in summit.subtree()
        for p in (n.mention.parties if n.mention is not None else ())
    )


def _kind(told: Told, words: VisitWords) -> VisitKind:
    """The kind that one of the nouns tells; a meeting where nothing but a meeting is told."""
    found = [kind(n, words.nouns.get(n.lemma), words) for n in told.nouns]
    if told.names == "meeting":
        return "meeting"  # beside a summit, or in a visit told elsewhere
    if told.names == "journey":
        found = [k for k in found if k != "meeting"]
    return next((k for k in found if k != "unspecified"), "unspecified")
