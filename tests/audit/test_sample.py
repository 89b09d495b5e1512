from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from dragoman.audit.sample import sample


def drawn(names: list[str], number: int, seed: int = 0) -> list[str]:
    return sample(names, number, seed=seed, id=str)


@given(st.lists(st.text(), max_size=60), st.integers(1, 20), st.integers(0, 3))
def test_each_once_and_the_same_in_any_order(names: list[str], number: int, seed: int) -> None:
    taken = drawn(names, number, seed)
    assert len(taken) == min(number, len(set(names)))
    assert drawn(list(reversed(names)), number, seed) == taken
    assert drawn(names, number + 5, seed)[: len(taken)] == taken


def test_another_seed_draws_others_and_each_has_the_same_chance() -> None:
    names = [f"claim {n}" for n in range(20)]
    times = Counter(name for seed in range(400) for name in drawn(names, 5, seed))
    assert set(times) == set(names)
    assert max(times.values()) < 2 * min(times.values())
