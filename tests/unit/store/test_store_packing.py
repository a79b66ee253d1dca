from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.store import packed_list
from indexer.store.packed_list import (
    packed_size,
    unpack_array,
    unpack_ascending_array,
    unpack_ascending_list,
    unpack_list,
)
from indexer.store.packing import pack_ascending, pack_lists, write_packed
from indexer.store.unpacking import Lists, many_sizes, unpack_many

if TYPE_CHECKING:
    from indexer.store.ascending import Numbers
    from indexer.store.packing import Packed

VALUES = st.one_of(
    st.integers(1, 1), st.integers(1, 3), st.integers(0, 255), st.integers(0, 70_000), st.integers(0, 1 << 30)
)
LISTS = st.lists(st.lists(VALUES, min_size=1, max_size=60), min_size=1, max_size=8)
RUNS = st.builds(
    lambda first, count: set(range(first, first + count)), st.integers(0, 300), st.integers(1, 90)
)
ASCENDING = st.lists(
    st.one_of(st.sets(VALUES, min_size=1, max_size=60), RUNS).map(sorted), min_size=1, max_size=8
)


def written(packed: Packed) -> tuple[Numbers, Numbers]:
    """Return the packed bytes, and where each list begins in them."""
    places = np.cumsum(packed.sizes) - packed.sizes
    buffer = np.zeros(int(packed.sizes.sum()), np.uint8)
    write_packed(buffer, places, packed)
    return buffer, places


def packed_of(lists: list[list[int]], *, is_ascending: bool) -> Packed:
    values = np.concatenate([np.array(one, np.int64) for one in lists])
    return (pack_ascending if is_ascending else pack_lists)(values, np.cumsum([len(one) for one in lists]))


@given(LISTS)
def test_lists_come_back_one_by_one(lists: list[list[int]]) -> None:
    packed = packed_of(lists, is_ascending=False)
    buffer, places = written(packed)
    for one, form, place, size in zip(lists, packed.forms.tolist(), places, packed.sizes, strict=True):
        view = memoryview(buffer.tobytes())[place:]
        assert packed_size(form, len(one), view) == size
        assert unpack_list(form, len(one), view) == one
        assert unpack_array(form, len(one), view).tolist() == one


@given(ASCENDING)
def test_ascending_lists_come_back_one_by_one(lists: list[list[int]]) -> None:
    packed = packed_of(lists, is_ascending=True)
    buffer, places = written(packed)
    for one, form, place, size in zip(lists, packed.forms.tolist(), places, packed.sizes, strict=True):
        view = memoryview(buffer.tobytes())[place:]
        assert packed_size(form, len(one), view) == size
        assert unpack_ascending_list(form, len(one), view) == one
        assert unpack_ascending_array(form, len(one), view).tolist() == one


@given(LISTS)
def test_lists_come_back_together(lists: list[list[int]]) -> None:
    packed = packed_of(lists, is_ascending=False)
    buffer, places = written(packed)
    held = Lists(places, packed.forms.astype(np.int64), packed.counts)
    assert many_sizes(buffer, held).tolist() == packed.sizes.tolist()
    assert unpack_many(buffer, held).tolist() == [value for one in lists for value in one]


@given(ASCENDING)
def test_ascending_lists_come_back_together(lists: list[list[int]]) -> None:
    packed = packed_of(lists, is_ascending=True)
    buffer, places = written(packed)
    held = Lists(places, packed.forms.astype(np.int64), packed.counts)
    assert many_sizes(buffer, held).tolist() == packed.sizes.tolist()
    assert unpack_many(buffer, held, is_ascending=True).tolist() == [value for one in lists for value in one]


@pytest.mark.parametrize(
    ("values", "form", "size"),
    [
        ([1] * 50, packed_list.ONES, 0),
        ([7, 200, 3], packed_list.BYTES, 3),
        ([5] * 40 + [300], packed_list.PATCHED, 4 + 6 + 41),
        ([500, 600, 700], packed_list.SHORTS, 6),
        ([500, 70_000_000], packed_list.WORDS, 8),
        ([1] * 60 + [9] * 3, packed_list.FEW, 4 + 3 + 8),
    ],
)
def test_each_list_takes_its_smallest_form(values: list[int], form: int, size: int) -> None:
    packed = packed_of([values], is_ascending=False)
    assert (packed.forms.tolist(), packed.sizes.tolist()) == ([form], [size])


def test_what_is_nearly_everything_takes_a_bit_each() -> None:
    packed = packed_of([[number for number in range(800) if number % 7]], is_ascending=True)
    assert (packed.forms.tolist(), packed.sizes.tolist()) == ([packed_list.DENSE], [4 + 100])
