"""Ascending rows of numbers: what two share, which of one are in another, and all of several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]


def intersect(left: Numbers, right: Numbers, size: int) -> Numbers:
    """Return the numbers that two ascending rows share; all are below size."""
    if len(left) > len(right):
        left, right = right, left
    return left[is_in(left, right, size)]


def is_in(numbers: Numbers, others: Numbers, size: int) -> Numbers:
    """Return which of some ascending numbers are among others."""
    if len(numbers) * 16 < len(others):
        places = np.searchsorted(others, numbers)
        places[places == len(others)] = 0
        found: Numbers = others[places] == numbers if len(others) else np.zeros(len(numbers), bool)
        return found
    marked = np.zeros(size, bool)
    marked[others] = True
    there: Numbers = marked[numbers]
    return there


def union(rows: list[Numbers], size: int) -> Numbers:
    """Return the numbers of several ascending rows, once each."""
    if len(rows) == 1:
        return rows[0]
    if sum(map(len, rows)) * 8 < size:
        numbers = np.concatenate(rows)
        numbers.sort(kind="stable")  # ascending runs are merged
        return np.append(numbers[:1], numbers[1:][numbers[1:] != numbers[:-1]])
    marked = np.zeros(size, bool)
    for row in rows:
        marked[row] = True
    return np.flatnonzero(marked)
