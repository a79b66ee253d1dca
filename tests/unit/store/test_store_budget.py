"""The memory that segments share: the oldest of any of them makes room, and who is gone holds nothing."""

from __future__ import annotations

import weakref
from typing import Any

from indexer.store.budget import RECORD_BYTES, Budget


class Keeper:
    def __init__(self) -> None:
        self.held: dict[Any, Any] = {}


class Array:
    """Something that can be seen to be gone."""


def test_the_oldest_of_all_makes_room() -> None:
    budget, one, other = Budget(100), Keeper(), Keeper()
    for number in range(8):
        budget.keep((one, other)[number % 2], number, number, 25)
    assert (one.held, other.held) == ({4: 4, 6: 6}, {5: 5, 7: 7})


def test_what_is_there_is_counted_once() -> None:
    budget, keeper = Budget(100), Keeper()
    for _ in range(9):
        budget.keep(keeper, "a", 1, 20)
    budget.keep(keeper, "b", 2, 25)
    assert keeper.held == {"a": 1, "b": 2}


def test_one_that_would_push_out_much_is_not_kept() -> None:
    budget, keeper = Budget(100), Keeper()
    budget.keep(keeper, "a", 1, 25)
    budget.keep(keeper, "b", 2, 26)
    assert keeper.held == {"a": 1}


def test_a_keeper_that_is_gone_holds_nothing() -> None:
    budget, keeper, other = Budget(100), Keeper(), Keeper()
    array = Array()
    gone = weakref.ref(array)
    budget.keep(keeper, "a", array, 25)
    del keeper, array
    assert gone() is None
    for number in range(9):
        budget.keep(other, number, number, 25)
    assert list(other.held) == [5, 6, 7, 8]


def test_a_large_index_may_keep_more() -> None:
    budget, keeper = Budget(100), Keeper()
    budget.make_room(1)
    for number in range(2 * RECORD_BYTES // 100):
        budget.keep(keeper, number, number, 100)
    assert len(keeper.held) == RECORD_BYTES // 100
