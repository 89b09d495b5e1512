"""The credit of a picture, as it stands in or beside its caption's element."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from dragoman.articles.credits import photo_credit, split_photo_credit
from dragoman.articles.html.cues import Cues, cues
from dragoman.languages.furniture import all_furniture, bare_form, plain_form

LONGEST = 160
_SHORT_TAIL = 45
# A last word or two after the caption's own sentence, or in parentheses after it.
_TAIL = re.compile(
    r"(?<=[.!?»”\"])\s+(?:\(([^()\d]{2,45})\)|([^\s\d.!?]+(?: [^\s\d.!?]+){0,2}))\s*$"
)


def without_credit(text: str) -> tuple[str, str | None]:
    """A caption without the credit at its end, and that. In the text of a page it needs a picture's
    label or a known agency; what stands in a caption's own element needs less."""
    labelled = None
    for match in _labelled().finditer(text, max(0, len(text) - LONGEST)):
        labelled = match
        break
    if labelled and (name := credit_name(labelled[1])):
        return text[: labelled.start()].strip(), name
    rest, name, _ = split_photo_credit(text)
    if name:
        return rest, credit_name(text[len(rest) :]) or name
    tail = _TAIL.search(text, max(0, len(text) - _SHORT_TAIL - 3))
    if tail and tail.start() >= _SHORT_TAIL // 2:
        bare = (tail[1] or tail[2]).strip()
        furniture = all_furniture()
        form = bare_form(bare)
        about = f"({form})" in furniture.sides or form in furniture.archive
        if not about and (bare[:1].isupper() or not bare[:1].islower()) and len(bare) > 1:
            return text[: tail.start() + 1].strip(), credit_name(bare)
    return text, None


@lru_cache(maxsize=1)
def _labelled() -> re.Pattern[str]:
    """A label of credits and what it credits, at a caption's end."""
    labels = "|".join(re.escape(w) for w in cues().credit_labels if w != "via")
    return re.compile(
        rf"(?:(?<![^\W_])|(?<=[.!?]))[(\[|]?\s?(?:{labels})\s?[:：=/]\s?([^:()\[\]]{{2,120}})[)\]]?[.\s]*$",
        re.IGNORECASE,
    )


def credit_name(text: str) -> str | None:
    """Who a credit names: its words without label, sign and parentheses."""
    text = without_label(text.strip(" ()[]|/·•–—-"), cues().credit_labels)
    bare = re.sub(r"^(?:©|\(c\)|copyright)\s*(?:(?:19|20)\d\d\s+)?", "", text, flags=re.IGNORECASE)
    bare = without_label(bare, cues().credit_labels).strip(" ()[]|/·•–—-:")
    if not any(map(str.isalpha, bare)):
        return None
    if "/" in bare or "," in bare or len(bare) <= 2:
        return bare  # photographer and agency: both are kept
    return photo_credit("© " + bare) or bare


def without_label(text: str, labels: Collection[str]) -> str:
    """A text without a label and its punctuation at the start; a label needs a colon or comma
    after it unless it is of several words."""
    form = plain_form(text)
    for label in labels:
        if not form.startswith(label):
            continue
        rest = text[len(label) :]
        cut = rest.lstrip(" \t")
        if cut[:1] in (":", ",", "：", "|", "/", "©"):
            return cut.lstrip(" :,：|/")
        if " " in label and rest[:1] == " ":
            return cut
    return text


def is_only_credit(text: str, known: Cues) -> bool:
    """Whether a caption says nothing but whose the picture is."""
    if photo_credit(text) is not None:
        return True
    form = plain_form(text)
    if bare_form(text) in known.credit_labels or bare_form(text) in known.caption_labels:
        return True
    if form.startswith("©") or form.startswith("(c)"):
        return len(text) <= LONGEST
    return any(form.startswith((f"{label}:", f"{label} :")) for label in known.credit_labels) and (
        len(text) <= 80
    )
