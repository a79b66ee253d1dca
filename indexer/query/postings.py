"""A term's list in some units only, as phrases and scores ask for it.

A list that stands in many units is spread over all of them once, so that a unit is looked up by its number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from indexer.query.places import BITS
from indexer.store.ascending import intersect

if TYPE_CHECKING:
    from indexer.store.arrays import SegmentArrays
    from indexer.store.ascending import Numbers
    from indexer.store.segment import Entry

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
        units, counts = segment.postings(entry.of_list())
        chosen = units.searchsorted(within)
        many = counts.take(chosen)
        first = segment.starts(entry).take(chosen)
    ends = many.cumsum(dtype=np.intp)
    at = (first - (ends - many)).repeat(many)
    at += np.arange(len(at))
    places: Numbers = (within << BITS).repeat(many)
    places += segment.positions(entry).take(at)
    return places[segment.is_meant(entry, at)] if entry.last else places


def all_places(segment: SegmentArrays, entry: Entry) -> Numbers:
    """Return the places of a term, ascending."""
    held = segment.occurrences(entry)
    places: Numbers = np.repeat(held.units << BITS, held.counts) + held.places
    return places


def _spread_starts(segment: SegmentArrays, entry: Entry, size: int) -> Numbers:
    """Return where the positions of each unit begin in a list, and behind them where the last ones end."""

    def make() -> Numbers:
        units, counts = segment.postings(entry.of_list())
        starts = np.zeros(size + 1, np.int32)
        starts[units + 1] = counts
        return np.cumsum(starts, dtype=np.int32)

    return segment.kept(("spread", entry.list), make)
