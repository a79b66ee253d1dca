"""A term's list in some units, against plain loops over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.query.places import BITS
from indexer.query.postings import among, places_in
from indexer.store.arrays import Occurrences, SegmentArrays
from indexer.store.ascending import places_of_shared, values_of
from indexer.store.segment import Entry

if TYPE_CHECKING:
    from collections.abc import Callable

    from indexer.store.ascending import Numbers

Words = dict[int, list[tuple[int, int]]]
"""Unit -> positions with their variants, counted from 1."""


class MadeUp:
    """A segment with one list, whose units, positions and variants are known."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.made: dict[tuple[Any, ...], Numbers] = {}

    def kept(self, key: tuple[Any, ...], make: Callable[[], Numbers]) -> Numbers:
        return self.made.setdefault(key, make())

    def held(self, entry: Entry) -> Words:
        chosen = {
            unit: [one for one in places if not entry.last or entry.first < one[1] <= entry.last]
            for unit, places in self.words.items()
        }
        return {unit: places for unit, places in chosen.items() if places}

    def frequency(self, entry: Entry) -> int:  # noqa: ARG002 - there is one list
        return len(self.words)

    def postings(self, entry: Entry) -> tuple[Numbers, Numbers]:
        held = self.held(entry)
        return np.array(list(held), np.intp), np.array([len(places) for places in held.values()], np.uint8)

    def likely_units(self, entry: Entry) -> Numbers:
        return self.postings(entry._replace(first=0, last=0))[0]

    def starts(self, entry: Entry) -> Numbers:
        counts = self.postings(entry._replace(first=0, last=0))[1]
        return np.cumsum(counts, dtype=np.int32) - counts

    def positions(self, entry: Entry) -> Numbers:  # noqa: ARG002 - as above
        return np.array([position for places in self.words.values() for position, _ in places], np.uint16)

    def is_meant(self, entry: Entry, at: Numbers) -> Numbers:
        variants = np.array([variant for places in self.words.values() for _, variant in places])
        return (variants[at] > entry.first) & (variants[at] <= entry.last)

    def occurrences(self, entry: Entry) -> Occurrences:
        units, counts = self.postings(entry)
        places = [position for places in self.held(entry).values() for position, _ in places]
        return Occurrences(units, counts, np.cumsum(counts) - counts, np.array(places, np.uint16))


PLACES = st.lists(st.tuples(st.integers(0, 9), st.integers(1, 3)), min_size=1, max_size=4).map(sorted)
ENTRIES = st.sampled_from([Entry(7, 0, 0), Entry(7, 0, 1), Entry(7, 1, 3), Entry(7, 2, 3)])


@pytest.mark.parametrize("most", [8, 60, 400])
@given(data=st.data())
def test_a_list_in_some_units_is_what_loops_find(most: int, data: st.DataObject) -> None:
    size = 400
    pattern = data.draw(st.lists(PLACES, min_size=1, max_size=6))
    chosen = sorted(data.draw(st.sets(st.integers(0, size - 1), max_size=most // 4)))
    spread = range(0, size, size // most)
    words: Words = {unit: pattern[unit % len(pattern)] for unit in sorted({*chosen, *spread})}
    made = MadeUp(words)
    segment = cast("SegmentArrays", made)
    entry = data.draw(ENTRIES)
    units = sorted(
        data.draw(st.sets(st.integers(0, size - 1), max_size=data.draw(st.sampled_from([3, 200]))))
    )
    row = np.array(units, np.intp)
    likely = among(segment, entry, row, size)
    assert likely.tolist() == [unit for unit in units if unit in words]
    held = made.held(entry)
    inside = set(likely.tolist())
    found = [place for place in places_in(segment, entry, likely, size).tolist() if place >> BITS in inside]
    assert found == [
        (unit << BITS) + position for unit in sorted(inside & set(held)) for position, _ in held[unit]
    ]


@given(st.sets(st.integers(0, 99)), st.sets(st.integers(0, 99), max_size=9))
def test_shared_numbers_are_found_in_both_rows(many: set[int], few: set[int]) -> None:
    for left, right in ((sorted(many), sorted(few)), (sorted(few), sorted(many))):
        at, which = places_of_shared(np.array(left, np.intp), np.array(right, np.intp), 100)
        shared = sorted(many & few)
        assert [left[place] for place in at] == [right[place] for place in which] == shared


@given(st.sets(st.integers(0, 99)), st.sets(st.integers(0, 99), max_size=3))
def test_numbers_have_the_values_of_another_row_or_none(many: set[int], few: set[int]) -> None:
    for numbers, held in ((sorted(many), sorted(few)), (sorted(few), sorted(many))):
        row, other = np.array(numbers, np.intp), np.array(held, np.intp)
        found = values_of(row, other, other + 0.5, 100)
        assert found.tolist() == [number + 0.5 if number in held else 0 for number in numbers]
