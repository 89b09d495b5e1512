"""What the models are trained on: a wrong label would teach them nonsense."""

from __future__ import annotations

import pytest
from training.labels import LABELS, labelled, title_like

from dragoman.articles.lined import lined

TRUTH = {
    "title": "Fiji and Tonga sign a declaration",
    "summary": ["The two islands want joint patrols in waters that both have claimed."],
    "body": [
        "Fiji and Tonga signed a declaration on joint patrols on Friday, both governments said.",
        "A first step",
        "Tonga's crown prince led the delegation and visited a naval base in Suva.",
    ],
    "captions": [{"caption": "The harbour of Suva at dusk, with two patrol boats.", "authors": []}],
}
DUMP = """Home
Fiji and Tonga sign a declaration
The two islands want joint patrols in waters that both have claimed.
The harbour of Suva at dusk, with two patrol boats. Photo: A. Vula
Fiji and Tonga signed a declaration on joint patrols on Friday, both governments said.
A first step
Tonga’s crown prince led the delegation and visited a naval base in Suva.
Tonga bans plastic bags at sea
"""


def test_each_line_has_its_part() -> None:
    page = lined(DUMP)
    assert [LABELS[n] for n in labelled(page.lines, TRUTH)] == [
        "other", "title", "lead", "caption", "body", "body", "body", "other",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "like"),
    [
        ("Fiji and Tonga sign a declaration", True),
        ("FIJI AND TONGA SIGN A DECLARATION", True),
        ("Pacific: Fiji and Tonga sign a declaration", True),
        ("Fiji and Tonga", False),
        ("Fiji and Tonga sign a declaration on joint patrols in waters that both claim", False),
        ("", False),
    ],
)
def test_lines_like_the_title(line: str, like: bool) -> None:
    assert title_like(line, TRUTH["title"]) is like
