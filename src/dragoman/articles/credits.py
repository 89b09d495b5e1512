"""Lines and line ends that say who made the article or its pictures."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from dragoman.articles.outlets import Publisher, name_particles, publisher
from dragoman.languages.furniture import Furniture, bare_form, page_furniture, plain_form
from dragoman.languages.remembered import remembered
from dragoman.records import Credit

_LONGEST_LINE = 160
_LONGEST_PHOTO = 100
_OPENERS = ' ([{«"“'
_CLOSERS = ' )]}»"”.,;:'
_SIGN = re.compile(r"©|\(c\)\s|\bcopyright\b", re.IGNORECASE)
_COLON = re.compile(r"\s*[:：]\s*")
_TAIL_PARENS = re.compile(r"\s*[(\[]\s*([^()\[\]]{2,100})\s*[)\]][.\s]*$")
_LAST_SENTENCE = re.compile(r"^.*[.!?…»”\"')\]]\s+(\S.{1,100})$", re.DOTALL)
_SLASHED = re.compile(r"\s((?:[A-Z][\w.'’-]*\s){1,3}?[A-Z][\w.'’-]*\s?/\s?\w[\w ./-]{1,40})$")
# Chinese and Korean names without spaces; Japanese ones have up to six signs.
_TOGETHER = re.compile(r"[\u3040-\u9fff]{2,6}(?:・[\u3040-\u9fff]{1,8})?|[\uac00-\ud7af]{2,4}")
# "Foto: A. Martin (AFP": the photographer and, in parentheses, the agency.
_AND_AGENCY = re.compile(r"([^()]{3,60}?)\s*\(([^()]{2,40})")
_SIGN_TAIL = re.compile(r"\s*(?:[-–—|]\s*)?(?:©|\(c\)\s)\s*([^©]{0,100})$", re.IGNORECASE)


@cache
def _splitter(language: str | None) -> re.Pattern[str]:
    furniture = page_furniture(language)
    words = "|".join(re.escape(w) for w in (*furniture.and_words, *furniture.with_agency))
    return re.compile(rf"\s*(?:[/,;|+·、，،]|\s[-–—]\s|\s(?:{words})\s)\s*", re.IGNORECASE)


@cache
def _photo_splitter(language: str | None) -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in page_furniture(language).for_words)
    return re.compile(rf"\s*(?:[/,;|]|\s[-–—]\s|\s(?:{words})\s)\s*")


@cache
def _place(language: str | None) -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in page_furniture(language).place_words)
    return re.compile(rf"\s+(?:{words})\s.*$")


def _label(line: str, furniture: Furniture, labels: str, *, colon: bool) -> str | None:
    """What follows one of the phrases of the list `labels` at the start of the line, or null."""
    for label in furniture.at_start(labels, plain_form(line)):
        rest = line[len(label) :]
        after = _COLON.match(rest)
        if after:
            return rest[after.end() :].strip()
        if not colon and rest[:1] == " ":
            return rest.strip()
    return None


def _known(names: str, language: str | None) -> list[Publisher] | None:
    """The publishers that a list of names is made of; null if any is unknown or none is there."""
    whole = publisher(names)
    if whole:
        return [whole]
    furniture = page_furniture(language)
    names = names.strip(_OPENERS + _CLOSERS)
    names = _label(names, furniture, "with_agency", colon=False) or names
    found: list[Publisher] = []
    generic = False
    for part in _splitter(language).split(names):
        form = bare_form(part)
        if form in furniture.agency_words or form in furniture.desks:
            generic = True
            continue
        one = publisher(part)
        if one is None:
            return None
        found.append(one)
    return found if found or generic else None


def _shown(name: str) -> str:
    """A name that no table knows: as it stands, but not in capitals throughout."""
    name = name.strip(_OPENERS + _CLOSERS)
    return name.title() if name.isupper() and len(name) > 5 else name


def credit_line(line: str, language: str | None = None) -> tuple[Credit, ...] | None:
    """The credits that a line consists of; null where it is no credit line.

    "SOURCE: X" gives the outlet (and the agency, where X is one), "Avec X" and lists of agencies
    give agencies, "Photo: X" and "© X" photos. A credit that names nobody ("Avec agences") gives
    an empty tuple.
    """
    if len(line) > _LONGEST_LINE:
        return None
    bare = line.strip()
    furniture = page_furniture(language)
    named = _label(bare.lstrip("("), furniture, "sources", colon=True)
    if named:
        return _source_credits(named, line, language)
    photo = photo_credit(bare, language)
    if photo is not None:
        return (Credit(role="photo", name=photo, text=line),)
    publishers = _known(bare, language)
    if publishers is None:
        return None
    return tuple(_credit(p, line) for p in publishers)


def _credit(known: Publisher, line: str) -> Credit:
    role = "photo" if known.photos else known.kind
    return Credit(role=role, name=known.name, text=line)


def _source_credits(named: str, line: str, language: str | None) -> tuple[Credit, ...]:
    publishers = _known(named, language)
    if publishers is None:
        return (Credit(role="outlet", name=_shown(named), text=line),)
    if not publishers:
        return ()
    credits = [_credit(p, line) for p in publishers]
    if all(c.role != "outlet" for c in credits):
        credits.insert(0, Credit(role="outlet", name=publishers[0].name, text=line))
    return tuple(credits)


def photo_credit(fragment: str, language: str | None = None) -> str | None:
    """Who a picture is credited to, where the fragment is nothing but a picture's credit.

    "© AFP", "AFP photo", "Photo: A. Martin/AFP", "REUTERS/Ann Smith", "Getty Images".
    """
    text = fragment.strip(_OPENERS + _CLOSERS)
    furniture = page_furniture(language)
    beside = _AND_AGENCY.fullmatch(text) if len(fragment) <= _LONGEST_PHOTO else None
    if (
        beside
        and _label(beside[1], furniture, "photo", colon=True)
        and _publishers_in(beside[2], language)
    ):
        text = f"{beside[1]}/{beside[2]}"
    if len(fragment) > _LONGEST_PHOTO or "(" in text.replace("(c)", ""):
        return None
    if bare_form(text) in furniture.archive:
        return None
    marked = False
    signed = _SIGN.match(text)
    if signed:
        text, marked = text[signed.end() :].strip(), True
        if text[:1].isdigit():  # "© 2023 ...": the site's own notice
            return None
    labelled = _label(text, furniture, "photo", colon=not marked)
    if labelled is None and plain_form(text).split(" ", 1)[0] in furniture.photo:
        by = _label(text, furniture, "photo", colon=False)
        after = _label(by, furniture, "bylines", colon=False) if by else None
        if after or (by and _publishers_in(by, language)):
            labelled = after or by
    if labelled:
        text, marked = labelled, True
        signed = _SIGN.match(text)
        text = text[signed.end() :].strip() if signed else text
    form = bare_form(text)
    for end in furniture.photo_ends:
        if form.endswith(" " + end) or f" {end}/" in form or form.startswith(end + "/"):
            marked = True
            break
    known = _publishers_in(text, language)
    if known:
        slashed = "/" in text or any(f" {word} " in form for word in furniture.for_words)
        alone = _known(text, language)
        if alone is None and slashed and _short_names(text):
            marked = True
        if marked or (alone and any(p.photos for p in alone)):
            return ([p for p in known if not p.photos] or known)[-1].name
        return None
    if marked and _short_names(text):
        return _shown(text)
    return None


def _publishers_in(text: str, language: str | None) -> list[Publisher]:
    furniture = page_furniture(language)
    parts = _photo_splitter(language).split(text)
    found = []
    for part in parts:
        form, bare = part, bare_form(part)
        for end in furniture.photo_ends:
            if bare.endswith(" " + end):
                form = form[: len(form.rstrip()) - len(end)].strip()
                break
        one = publisher(form)
        if one:
            found.append(one)
    return found


def _short_names(text: str) -> bool:
    """Whether a fragment looks like names: few words, and no sentence."""
    words = text.split()
    if not words or len(words) > 9 or text[-1:] in "!?":
        return False
    return sum(w[:1].isupper() or not w[:1].isalpha() for w in words) * 2 >= len(words)


@remembered(4096)  # a line is asked about for each thing that it may be
def split_photo_credit(text: str, language: str | None = None) -> tuple[str, str | None, bool]:
    """A caption without the credit at its end, who is credited, and whether that is certain.

    It is uncertain where an agency alone stands in parentheses, as it may at a report's end.
    """
    for pattern in (_SIGN_TAIL, _TAIL_PARENS):
        tail = pattern.search(text)
        if tail and tail.start() > 0:
            signed = pattern is _SIGN_TAIL
            fragment = ("© " if signed else "") + tail.group(1)
            name = photo_credit(fragment, language)
            if name is not None:
                return text[: tail.start()].strip(), name, True
            if not signed:
                known = _known(tail.group(1), language)
                if known:
                    return text[: tail.start()].strip(), known[-1].name, False
    for start in _tail_starts(text, language):
        name = photo_credit(text[start:], language)
        if name is not None:
            return text[:start].strip(), name, True
    tail = _LAST_SENTENCE.match(text)
    known = _known(tail.group(1), language) if tail else None
    if tail and known:
        return text[: tail.start(1)].strip(), known[-1].name, False
    return text, None, False


def _tail_starts(text: str, language: str | None) -> list[int]:
    """Where a picture's credit may begin in a caption's last words, the likeliest first.

    At a label ("Photo:", "Picture by"), after the last sentence, or at the names before a slash
    ("... in London Ann Smith/AFP").
    """
    window = max(1, len(text) - _LONGEST_PHOTO)
    starts = [m.start(1) for m in _photo_label(language).finditer(text, window)][:3]
    tail = _LAST_SENTENCE.match(text)
    if tail:
        starts.append(tail.start(1))
    slashed = _SLASHED.search(text, window)
    if slashed:
        starts.append(slashed.start(1))
    return starts


@cache
def _photo_label(language: str | None) -> re.Pattern[str]:
    furniture = page_furniture(language)
    labels = "|".join(re.escape(w) for w in furniture.photo)
    by = "|".join(re.escape(w) for w in furniture.bylines if " " not in w)
    return re.compile(rf"(?<=\s)((?:{labels})\s*(?::|(?:{by})\s))", re.IGNORECASE)


def trailing_agency(paragraph: str, language: str | None = None) -> tuple[str, tuple[Credit, ...]]:
    """A report's last paragraph without the agencies in parentheses at its end, and these."""
    tail = _TAIL_PARENS.search(paragraph)
    if tail and tail.start() > 0:
        publishers = _known(tail.group(1), language)
        if publishers is not None:
            text = tail.group().strip()
            return paragraph[: tail.start()].rstrip(), tuple(_credit(p, text) for p in publishers)
    return paragraph, ()


def byline(line: str, language: str | None = None) -> tuple[Credit, ...] | None:
    """The authors (and outlets or agencies) of a byline; null where the line is none.

    "Par Anne Dupont avec AFP", "By Ann Smith and Bob Jones", "Reporting by A. B.; Editing by C."
    A byline that names only a desk gives an empty tuple.
    """
    if len(line) > 2 * _LONGEST_LINE:
        return None
    furniture = page_furniture(language)
    credits: list[Credit] = []
    for n, clause in enumerate(line.split(";")):
        names = _label(clause.strip(), furniture, "bylines", colon=False)
        if names is None:
            if n == 0:
                return None
            continue
        found = _authors(names, line, language)
        if found is None and n == 0:
            return None
        credits += found or ()
    return tuple(credits)


def _authors(names: str, line: str, language: str | None) -> list[Credit] | None:
    furniture = page_furniture(language)
    pieces = [p for p in _splitter(language).split(names) if p]
    credits: list[Credit] = []
    desk = False
    for piece in pieces:
        form = bare_form(piece)
        known = publisher(piece)
        if known:
            credits.append(_credit(known, line))
        elif form in furniture.desks or form in furniture.agency_words:
            desk = True
        else:
            name = person_name(_place(language).sub("", piece.strip(_CLOSERS)))
            if name and not any(job in form for job in furniture.jobs):
                credits.append(Credit(role="author", name=name, text=line))
            elif not credits:
                return None
    return credits if credits or desk else None


def person_name(text: str) -> str | None:
    """A person's name of two to five words, each capitalised or a particle, the first and last
    no particles; null otherwise. Scripts without capitals, and names written together, are taken by
    their length."""
    text = re.sub(r"\s*\(.*$", "", text).strip()
    words = text.split()
    if _TOGETHER.fullmatch(text):
        return text
    if not 2 <= len(words) <= 5 or any(c.isdigit() for c in text):
        return None
    if words[0][0].islower():
        return None
    particles = name_particles()
    for word in words:
        letters = word.replace("'", "").replace("-", "").replace(".", "")
        if not all(c.isalpha() or unicodedata.category(c)[0] == "M" for c in letters):
            return None  # vowel signs are no letters, but stand in names
        if word[0].islower() and word.casefold().split("'")[0] not in particles:
            return None
    if words[-1][0].islower():
        return None
    if text.isupper():
        words = [w.lower() if w.casefold() in particles else w.title() for w in words]
    return " ".join(w.title() if w.isupper() and len(w) > 3 else w for w in words)
