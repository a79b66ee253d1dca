"""Posting lists as arrays, on their way to a segment."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indexer.store.ascending import Numbers

_SLICE = 100_000
"""Keys that become posting lists at a time."""


class Terms(NamedTuple):
    """Terms, column by column.

    Attributes:
        texts: As they stand in the table of terms.
        lists: The place of each one's list in `Postings`.
        first: The first variant that it stands for, counted from 0.
        last: The one behind the last; both are 0 where all variants of the list are meant.
    """

    texts: list[bytes]
    lists: Numbers
    first: Numbers
    last: Numbers


def whole_lists(texts: list[bytes]) -> Terms:
    """Return the terms of lists that have one term each, in their order."""
    none = np.zeros(len(texts), np.int64)
    return Terms(texts, np.arange(len(texts)), none, none)


class Postings(NamedTuple):
    """Posting lists; units ascend inside a list.

    A unit is a record, or one of the different titles or section paths that records share.

    Attributes:
        terms: What the lists are found by.
        ends: Where each list ends in units.
        units: What each posting stands for.
        counts: How often the stem stands there.
        places: Its positions, all postings one behind the other; None where the field has none.
        variants: The variant at each position, counted from 0 in its list.
    """

    terms: Terms
    ends: Numbers
    units: Numbers
    counts: Numbers
    places: Numbers | None = None
    variants: Numbers | None = None


def slices(keys: Numbers, low_bits: int) -> Iterator[Numbers]:
    """Yield stretches of sorted keys that end where a list ends; the list is in the bits above the low.

    They are no longer than a slice, but for a list that is longer alone.
    """
    start = 0
    while start < len(keys):
        end = min(start + _SLICE, len(keys))
        if end < len(keys):
            last = int(keys[end]) >> low_bits
            end = int(np.searchsorted(keys, last << low_bits))
            if end == start:
                end = int(np.searchsorted(keys, (last + 1) << low_bits))
        yield keys[start:end]
        start = end
