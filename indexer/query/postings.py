"""A term's list in some units only, as phrases and scores ask for it.

A list that stands in many units is spread over all of them once, so that a unit is looked up by its number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from indexer.query.places import BITS
from indexer.query.rows import intersect, is_in

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from indexer.store.arrays import SegmentArrays
    from indexer.store.segment import Entry

    Numbers = NDArray[Any]

_LONG = 4
"""A list is spread out that has more than one in so many units."""

_FEW = 4
"""A list is read as a whole for more than one in so many of its units."""


def among(segment: SegmentArrays, entry: Entry, units: Numbers, size: int) -> Numbers:
    """Return those of some ascending units that a term's list has, in any variant; all are below size."""
    if segment.frequency(entry) * _LONG > size:
        starts = _spread_starts(segment, entry, size)
        found: Numbers = units[starts.take(units + 1) > starts.take(units)]
        return found
    return intersect(units, segment.likely_units(entry), size)


def counts_in(segment: SegmentArrays, entry: Entry, units: Numbers, size: int) -> Numbers:
    """Return how often a term stands in each of some ascending units."""
    held, counts = segment.postings(entry)
    if units is held:
        return counts
    if len(units) * 16 < len(held):
        at = np.searchsorted(held, units)
        at[at == len(held)] = 0
        return np.where(held.take(at) == units, counts.take(at), 0)
    if len(held) * _LONG > size:
        dense = segment.kept(("counts", *entry), lambda: _spread(held, counts, size))
    else:
        dense = _spread(held, counts, size)
    found: Numbers = dense.take(units)
    return found


def places_in(segment: SegmentArrays, entry: Entry, within: Numbers, size: int) -> Numbers:
    """Return the places of a term, ascending, in at least some ascending units, all of which its list has."""
    frequency = segment.frequency(entry)
    if len(within) * _FEW > frequency:
        return all_places(segment, entry)
    if frequency * _LONG > size:
        starts = _spread_starts(segment, entry, size)
        first = starts.take(within)
        many = starts.take(within + 1) - first
    else:
        units, counts = segment.postings(entry._replace(first=0, last=0))
        few = len(within) * 16 < len(units)
        chosen = np.searchsorted(units, within) if few else np.flatnonzero(is_in(units, within, size))
        many = counts[chosen].astype(np.intp)
        first = segment.starts(entry)[chosen]
    ends = np.cumsum(many, dtype=np.intp)
    at = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(first - (ends - many), many)
    places: Numbers = np.repeat(within << BITS, many) + segment.positions(entry).take(at)
    return places[segment.is_meant(entry, at)] if entry.last else places


def all_places(segment: SegmentArrays, entry: Entry) -> Numbers:
    """Return the places of a term, ascending."""
    held = segment.occurrences(entry)
    places: Numbers = np.repeat(held.units << BITS, held.counts) + held.places
    return places


def _spread(units: Numbers, counts: Numbers, size: int) -> Numbers:
    dense = np.zeros(size, counts.dtype)
    dense[units] = counts
    return dense


def _spread_starts(segment: SegmentArrays, entry: Entry, size: int) -> Numbers:
    """Return where the positions of each unit begin in a list, and behind them where the last ones end."""

    def make() -> Numbers:
        units, counts = segment.postings(entry._replace(first=0, last=0))
        starts = np.zeros(size + 1, np.int32)
        starts[units + 1] = counts
        return np.cumsum(starts, dtype=np.int32)

    return segment.kept(("spread", entry.list), make)
