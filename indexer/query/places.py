"""Where words stand, as arrays: phrases and neighbours found for all records of a segment at once.

A place is one number, the unit in the high bits and the position in the low ones, so that places of all units
sort together and the next position is the next number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from indexer.store.ascending import inside_runs, is_first

if TYPE_CHECKING:
    from indexer.store.ascending import Numbers

BITS = 24
"""For the position: 16 million words of one record."""


_MERGED = 8
"""Two rows are merged, and the one is not looked up in the other, when that has no more than so many times
its places."""


class Spans(NamedTuple):
    """Stretches of text by first and last place, ordered by the first."""

    first: Numbers
    last: Numbers

    def units(self) -> Numbers:
        """Return the units that have any, ascending."""
        units = self.first >> BITS
        return units[is_first(units)]


def joined_places(rows: list[Numbers]) -> Numbers:
    """Return the places of several rows as one ascending row without repeats."""
    if len(rows) == 1:
        return rows[0]
    if not rows:
        return np.zeros(0, np.int64)
    places = np.concatenate(rows)
    places.sort(kind="stable")  # ascending runs are merged, in a tenth of the time of np.unique
    return places[is_first(places)]


def joined_spans(several: list[Spans]) -> Spans:
    """Return the stretches of several kinds as one row without repeats."""
    if len(several) == 1:
        return several[0]
    first = np.concatenate([spans.first for spans in several])
    last = np.concatenate([spans.last for spans in several])
    return _ordered(first, last)


def shared(left: Numbers, right: Numbers) -> Numbers:
    """Return the places that two ascending rows share, once each."""
    if len(left) > len(right):
        left, right = right, left
    if len(left) * _MERGED < len(right):
        return _once(left[right.take(right.searchsorted(left), mode="clip") == left])
    both = np.concatenate([_once(left), _once(right)])
    both.sort(kind="stable")  # two ascending runs are merged
    found: Numbers = both[1:][both[1:] == both[:-1]]
    return found


def _once(places: Numbers) -> Numbers:
    fresh = is_first(places)
    return places if fresh.all() else places[fresh]


def near(left: Spans, right: Spans, distance: int) -> Spans:
    """Return the stretches from one to another that is at most so many words away, on either side.

    What overlaps is not near: the distance is 1 at least.
    """
    if not len(left.first) or not len(right.first):
        return Spans(left.first[:0], left.last[:0])
    behind = _pairs(right.first, left.last + 1, left.last + distance)
    order = np.argsort(right.last, kind="stable")
    before = _pairs(right.last[order], left.first - distance, left.first - 1)
    first = np.concatenate([left.first[behind[0]], right.first[order][before[1]]])
    last = np.concatenate([right.last[behind[1]], left.last[before[0]]])
    return _ordered(first, last)


def ahead(left: Spans, right: Spans, distance: int) -> Spans:
    """Return the stretches from one to another that begins at most so many words behind its end."""
    behind = _pairs(right.first, left.last + 1, left.last + distance)
    return _ordered(left.first[behind[0]], right.last[behind[1]])


def near_units(left: Spans, right: Spans, distance: int) -> Numbers:
    """Return the units in which two stretches stand so near: the nearest neighbour of each tells."""
    if len(left.first) > len(right.first):
        left, right = right, left
    if not len(left.first):
        return left.first
    firsts = right.first
    lasts = firsts if right.last is firsts else np.sort(right.last)
    after = firsts.take(firsts.searchsorted(left.last, side="right"), mode="clip") - left.last
    before = left.first - lasts.take(lasts.searchsorted(left.first) - 1, mode="clip")
    is_near = (after > 0) & (after <= distance)  # where there is none, the clipped place is on the other side
    is_near |= (before > 0) & (before <= distance)
    found = left.first[is_near]
    return Spans(found, found).units()


def _pairs(places: Numbers, low: Numbers, high: Numbers) -> tuple[Numbers, Numbers]:
    """Return for every place between low and high the index of both."""
    start = np.searchsorted(places, low)
    counts = np.searchsorted(places, high, side="right") - start
    owners = np.repeat(np.arange(len(low)), counts)
    return owners, np.repeat(start, counts) + inside_runs(counts)


def _ordered(first: Numbers, last: Numbers) -> Spans:
    order = np.lexsort((last, first))
    first, last = first[order], last[order]
    fresh = is_first(first) | is_first(last)
    return Spans(first[fresh], last[fresh])
