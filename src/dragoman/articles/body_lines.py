"""Which lines of a page are its article, by what the trained model and the marks say of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dragoman.articles.body import Body, find_body
from dragoman.articles.dateline import dateline
from dragoman.articles.kinds import Kind
from dragoman.articles.line_parts import PARTS
from dragoman.articles.lined import Lined
from dragoman.articles.marks import NAMES, Matrix

_BODY, _LEAD = PARTS.index("body"), PARTS.index("lead")
_SHARE, _STEMS = NAMES.index("pair_share"), NAMES.index("pair_stems")
_LIKELY, _LIKELY_LEAD, _WITH_DATELINE = 0.5, 0.35, 0.2
# A line of another story: how likely it may be text, how little it shares. Its words must be enough to
# tell, and the article long enough to be told from.
_FOREIGN_LIKELY, _FOREIGN_SHARE = 0.9, 0.25
_TEASER_LIKELY, _TEASER_SHARE, _LEAD_SHARE = 0.97, 0.35, 0.4
_ENOUGH_STEMS, _ENOUGH_LINES, _TITLE_WORDS, _LONGEST_LEAD = 4, 10, 5, 350


def body_lines(page: Lined, likely: NDArray[np.float64], seen: Matrix) -> Body | None:
    """The lines of the article's lead and body; where the model takes none for them, the run of lines
    with the most text; null where there is none either.

    `likely` is what `line_parts` says of each line, `seen` are the marks of each.
    """
    text = likely[:, _BODY] + likely[:, _LEAD]
    # What its words show to be a date, a byline or a pointer to another page is no paragraph.
    text[[kind not in (Kind.TEXT, Kind.SHORT) for kind in page.kinds]] = 0.0
    for i in np.flatnonzero((text > _WITH_DATELINE) & (text <= _LIKELY)):
        if dateline(page.lines[i].text, page.language):
            text[i] = 1.0
    text[_foreign(page, text, seen)] = 0.0
    own = np.flatnonzero((text > _LIKELY) & (likely[:, _BODY] > likely[:, _LEAD]))
    if not len(own):
        return find_body(page.lines, page.kinds) or _all_text(page)
    # A lead that is left out is lost to the coder, one too many costs little.
    before = np.arange(len(text)) < own[0]
    lead = before & (text > 0) & (likely[:, _LEAD] > _LIKELY_LEAD)
    members = tuple(int(i) for i in np.flatnonzero((text > _LIKELY) | lead))
    return Body(members[0], members[-1], members)


def _foreign(page: Lined, text: NDArray[np.float64], seen: Matrix) -> NDArray[np.bool_]:
    """The lines that have hardly a subject word of the rest of the article, and that their form and
    place make no sure text; and teasers: a title, and the lead below it, that share little with it."""
    shares, enough = seen[:, _SHARE], seen[:, _STEMS] >= _ENOUGH_STEMS
    if np.count_nonzero(enough) < _ENOUGH_LINES:
        return np.zeros(len(text), dtype=bool)
    found: NDArray[np.bool_] = enough & (text < _FOREIGN_LIKELY) & (shares < _FOREIGN_SHARE)
    for i in np.flatnonzero(enough & (text < _TEASER_LIKELY) & (shares < _TEASER_SHARE)):
        line = page.lines[i]
        titled = page.kinds[i] is Kind.SHORT and not line.ends_sentence
        if not titled or line.words < _TITLE_WORDS:
            continue
        found[i] = True
        below = i + 1
        if below < len(text) and page.kinds[below] is Kind.TEXT:
            short = page.lines[below].units < _LONGEST_LEAD
            found[below] |= short and text[below] < _TEASER_LIKELY and shares[below] < _LEAD_SHARE
    return found


def _all_text(page: Lined) -> Body | None:
    """Every line that reads as text: what is left where a page tells all of it twice."""
    members = tuple(i for i, kind in enumerate(page.kinds) if kind is Kind.TEXT)
    return Body(members[0], members[-1], members) if members else None
