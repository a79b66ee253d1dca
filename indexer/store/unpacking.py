"""Bytes -> many lists of whole numbers at once, for merging."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from indexer.store.ascending import inside_runs
from indexer.store.packed_list import BYTES, COUNT, DENSE, FEW, PATCH, PATCHED, SHORTS, WORDS

if TYPE_CHECKING:
    from indexer.store.ascending import Numbers


class Lists(NamedTuple):
    """Some packed lists of one buffer: where each begins, its form, and how many values it has."""

    places: Numbers
    forms: Numbers
    counts: Numbers


def many_sizes(buffer: Numbers, lists: Lists) -> Numbers:
    """Return how many bytes each list takes."""
    forms, counts = lists.forms, lists.counts
    headed = (forms == PATCHED) | (forms == FEW) | (forms == DENSE)
    extras = np.zeros(len(forms), np.int64)
    extras[headed] = _get(buffer, lists.places[headed], COUNT.size)
    sizes = np.select(
        [forms == BYTES, forms == SHORTS, forms == WORDS, forms == PATCHED, forms == FEW, forms == DENSE],
        [
            counts, counts * 2, counts * 4, COUNT.size + extras * PATCH + counts,
            COUNT.size + extras + (counts + 7) // 8, COUNT.size + extras,
        ],
        0,
    )  # fmt: skip
    return np.asarray(sizes, np.int64)


def unpack_many(buffer: Numbers, lists: Lists, *, is_ascending: bool = False) -> Numbers:
    """Return the values of many lists, one list behind the other."""
    counts, forms = lists.counts, lists.forms
    ends = np.cumsum(counts)
    values = np.ones(int(ends[-1]) if len(ends) else 0, np.uint32)
    for form in (BYTES, SHORTS, WORDS, PATCHED, FEW, DENSE):
        chosen = np.flatnonzero(forms == form)
        if not len(chosen):
            continue
        many = counts[chosen]
        steps = inside_runs(many)
        target = np.repeat(ends[chosen] - many, many) + steps
        values[target] = _unpack_form(buffer, form, lists.places[chosen], many, steps)
    if not is_ascending:
        return values
    # sums over all lists may pass 2**32, their differences inside a list do not
    sums = np.cumsum(values, dtype=np.uint32)
    first = ends - counts
    sums -= np.repeat(sums[first] - values[first], counts)
    dense = np.repeat(forms == DENSE, counts)
    return np.where(dense, values, sums) if dense.any() else sums


def _unpack_form(buffer: Numbers, form: int, places: Numbers, counts: Numbers, steps: Numbers) -> Numbers:
    """Return the values of lists of one form; those of DENSE lists are no differences."""
    if form in {BYTES, SHORTS, WORDS}:
        width = {BYTES: 1, SHORTS: 2, WORDS: 4}[form]
        return _get(buffer, np.repeat(places, counts) + steps * width, width)
    extras = _get(buffer, places, COUNT.size)
    owners = np.repeat(np.arange(len(places)), extras)
    nth = inside_runs(extras)
    base = places + COUNT.size
    first = np.cumsum(counts) - counts
    if form == PATCHED:
        values = _get(buffer, np.repeat(base + extras * PATCH, counts) + steps, 1)
        where = _get(buffer, base[owners] + nth * 4, 4)
        values[first[owners] + where] |= _get(buffer, (base + extras * 4)[owners] + nth * 2, 2) << 8
        return values
    if form == FEW:
        bits = (np.repeat((base + extras) * 8, counts) + steps).astype(np.int64)
        values = np.ones(len(steps), np.int64)
        marked = np.flatnonzero((buffer[bits >> 3] >> (bits & 7).astype(np.uint8)) & 1)
        values[marked] = buffer[base[owners] + nth]
        return values
    body = buffer[base[owners] + nth]
    numbers: Numbers = np.repeat(nth * 8, 8) + np.tile(np.arange(8), len(nth))
    there: Numbers = numbers[np.unpackbits(body, bitorder="little").view(bool)]
    return there


def _get(buffer: Numbers, places: Numbers, width: int) -> Numbers:
    """Return the numbers of so many bytes at some places."""
    values = np.zeros(len(places), np.int64)
    for byte in range(width):
        values |= buffer[places + byte].astype(np.int64) << (8 * byte)
    return values
