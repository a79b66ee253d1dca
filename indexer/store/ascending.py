"""Ascending rows of numbers: what two share, which of one are in another, all of several, and runs in one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

_FEW = 16
"""A row is looked up in another one that is so many times as long; of longer ones, marks are made."""


def intersect(left: Numbers, right: Numbers, size: int) -> Numbers:
    """Return the numbers that two ascending rows share; all are below size."""
    if len(left) > len(right):
        left, right = right, left
    return left[is_in(left, right, size)]


def is_in(numbers: Numbers, others: Numbers, size: int) -> Numbers:
    """Return which of some ascending numbers are among others."""
    if len(numbers) * _FEW < len(others):
        found: Numbers = others.take(others.searchsorted(numbers), mode="clip") == numbers
        return found
    marked = np.zeros(size, bool)
    marked[others] = True
    there: Numbers = marked.take(numbers)
    return there


def places_of_shared(left: Numbers, right: Numbers, size: int) -> tuple[Numbers, Numbers]:
    """Return where the numbers that two ascending rows share stand in either; all are below size."""
    if len(right) < len(left):
        which, at = places_of_shared(right, left, size)
        return at, which
    at = is_in(left, right, size).nonzero()[0]
    return at, right.searchsorted(left.take(at))


def values_of(numbers: Numbers, held: Numbers, values: Numbers, size: int) -> Numbers:
    """Return the values that another row has for some ascending numbers, 0 for those that are not in it."""
    if len(numbers) * _FEW < len(held):
        at = held.searchsorted(numbers)
        return np.where(held.take(at, mode="clip") == numbers, values.take(at, mode="clip"), 0)
    spread = np.empty(size, values.dtype)
    spread[numbers] = 0
    spread[held] = values
    found: Numbers = spread.take(numbers)
    return found


def union(rows: list[Numbers], size: int) -> Numbers:
    """Return the numbers of several ascending rows, once each."""
    if len(rows) == 1:
        return rows[0]
    if sum(map(len, rows)) * 8 < size:
        numbers = np.concatenate(rows)
        numbers.sort(kind="stable")  # ascending runs are merged
        return numbers[is_first(numbers)]
    marked = np.zeros(size, bool)
    for row in rows:
        marked[row] = True
    return marked.nonzero()[0]


def is_first(values: Numbers) -> Numbers:
    """Return which values differ from the one before; the first does."""
    found = np.empty(len(values), bool)
    found[:1] = True
    np.not_equal(values[1:], values[:-1], out=found[1:])
    return found


def inside_runs(counts: Numbers) -> Numbers:
    """Return for each value of some runs, known by how long they are, its place in its run."""
    places: Numbers = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    return places
