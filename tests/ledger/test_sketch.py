from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.ledger.sketch import COARSEST, WANTED, shared, sketch

WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=6), min_size=0, max_size=400)


def _story(start: int, length: int) -> str:
    return " ".join(f"word{start + at}" for at in range(length))


@given(WORDS)
def test_every_run_is_divisible_by_the_rate_and_fits_a_database(words: list[str]) -> None:
    made = sketch(" ".join(words))
    assert all(0 <= run < 2**63 and run % made.rate == 0 for run in made.runs)
    assert made.rate <= COARSEST
    assert len(made.runs) <= WANTED or made.rate == COARSEST


@given(WORDS)
def test_case_and_punctuation_do_not_count(words: list[str]) -> None:
    text = " ".join(words)
    assert sketch(text) == sketch("«" + ", ".join(text.upper().split()) + "!»")


def test_a_short_text_in_a_long_one_is_known() -> None:
    whole, part = sketch(_story(0, 3000)), sketch(_story(0, 400))
    assert whole.rate != part.rate
    assert shared(whole, part) == shared(part, whole) == 1.0


def test_half_of_a_text_is_about_half() -> None:
    joined = sketch(_story(0, 400) + " " + _story(10_000, 400))
    assert 0.3 < shared(sketch(_story(200, 400)), joined) < 0.75


def test_other_texts_share_nothing() -> None:
    assert shared(sketch(_story(0, 300)), sketch(_story(5000, 300))) == 0.0


def test_texts_of_a_few_words_say_nothing() -> None:
    assert shared(sketch("No comment."), sketch("No comment.")) == 0.0


def test_scripts_without_spaces() -> None:
    text = "挪威和智利周四在奥斯陆签署了一项渔业协议,双方表示将继续就鳕鱼配额举行谈判。"
    assert shared(sketch(text * 3), sketch("记者从奥斯陆报道:" + text)) > 0.6
    assert (
        shared(
            sketch(text),
            sketch("巴西总统昨天访问了里约热内卢的一所学校,并会见了那里的教师和学生们。"),
        )
        == 0
    )
