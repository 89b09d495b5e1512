from __future__ import annotations

import json

from dragoman.cli.tables.uncovered import around


def test_predicates_that_nothing_covers_are_counted(dragoman, page) -> None:
    said = dragoman("doctor", "--uncovered", page("one"), "--uncovered", page("two"))
    assert said.status == 0
    assert said.out == (
        "4\ten\tVERB\toutfly\tnot listed\tNorway outflew Chile.\n"
        "2\ten\tNOUN\tenvy\tno frame fits\tIts envy.\n"
        "en: 4 of 10 predicates covered (40.0%)\n"
    )


def test_as_json_the_share_has_a_line_of_its_own(dragoman, page) -> None:
    said = dragoman("doctor", "--uncovered", page("one"), "--json", "--limit", "1")
    share, first = map(json.loads, said.out.splitlines())
    assert share == {
        "kind": "coverage",
        "language": "en",
        "predicates": 5,
        "covered": 2,
        "share": 0.4,
        "known": {"frame": 1, "listed": 1, "none": 1, "unknown": 2},
    }
    assert (first["lemma"], first["count"]) == ("outfly", 2)
    assert first["sentence"] == "Norway outflew Chile."
    assert said.err == "dragoman: en: 2 of 5 predicates covered (40.0%)\n"


def test_a_page_that_cannot_be_read_is_named_and_the_rest_counted(dragoman, page) -> None:
    said = dragoman("doctor", "--uncovered", "none.txt", "--uncovered", page("one"))
    assert said.status == 0
    assert "none.txt: no such file" in said.err
    assert "5 predicates" in said.out


def test_with_nothing_read_the_status_is_the_faults(dragoman) -> None:
    said = dragoman("doctor", "--uncovered", "none.txt")
    assert (said.status, said.out) == (3, "")
    assert said.err.count("no such file") == 1


def test_a_long_sentence_is_cut_around_its_predicate() -> None:
    sentence = f"{'a ' * 200}Norway outflew Chile.{' b' * 200}"
    cut = around(sentence, "outfly")
    assert "outflew" in cut
    assert cut.startswith("…")
    assert cut.endswith("…")
    assert around("Short.", "outfly") == "Short."
