"""What scores need to know of the whole index, and the formula that makes them."""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np

from indexer.store.arrays import Written

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from indexer.query.tree import Node
    from indexer.store import StoreReader

    Numbers = NDArray[Any]


_MOST_WRITTEN = 5_000
"""Terms of which it is remembered how they are written."""


_MOST_VALUES = 1_000
"""Values of fields whose terms are remembered."""


class Scorer(Protocol):
    """Turns counts into scores."""

    def weight(self, holding: int, total: int) -> float:
        """Return the weight of a term that so many of all records hold."""
        ...

    def damping(self, lengths: Numbers, average: float) -> Numbers:
        """Return for each text what its length adds to the divisor."""
        ...

    def score(self, counts: Numbers, damping: Numbers) -> Numbers:
        """Return the scores of a term of weight 1."""
        ...


class BM25:
    """BM25 with Lucene's weight for rare terms; Whoosh's own has a floor that favours common words.

    Robertson and others, "Okapi at TREC-3" (1994); k1 and b as Whoosh and Lucene set them.
    """

    k1, b = 1.2, 0.75

    def weight(self, holding: int, total: int) -> float:
        """Return log(1 + (N - n + 0.5) / (n + 0.5))."""
        return math.log(1 + (max(total, holding) - holding + 0.5) / (holding + 0.5))

    def damping(self, lengths: Numbers, average: float) -> Numbers:
        """Return k1 (1 - b + b length / average)."""
        damped: Numbers = self.k1 * ((1 - self.b) + self.b * (lengths / average))
        return damped

    def score(self, counts: Numbers, damping: Numbers) -> Numbers:
        """Return count (k1 + 1) / (count + damping)."""
        scored: Numbers = counts * (self.k1 + 1) / (counts + damping)
        return scored


class Labels(NamedTuple):
    """A value of each row: its number, segment by segment, -1 for none; and the values, sorted."""

    codes: tuple[Numbers, ...]
    names: tuple[str, ...]


class Collection:
    """The segments of an index as one, for queries; any number of threads may share it.

    Deleted records count for the weights of terms until their segment is rewritten, as in Whoosh and Lucene.
    """

    def __init__(self, reader: StoreReader, scorer: Scorer | None = None) -> None:
        self.segments = reader.arrays
        self.scorer: Scorer = scorer or BM25()
        self.languages = tuple(reader.terms("lang"))
        self.total = sum(segment.count for segment in self.segments)
        self.document_count = 0
        self._labels: dict[str, Labels] = {}
        self._values: dict[tuple[str, Node], tuple[str, list[str]]] = {}
        self._written: dict[str, Written] = {}
        self._damping: dict[tuple[str, int], Numbers] = {}

    @cached_property
    def documents(self) -> tuple[Numbers, ...]:
        """The document of each record, segment by segment; the copies of one document share a number."""
        if len(self.segments) == 1:
            (numbers,) = (segment.column("document") for segment in self.segments)
            self.document_count = int(numbers.max()) + 1 if len(numbers) else 0
            return (numbers,)
        names: dict[str, int] = {}
        found = []
        for segment in self.segments:
            codes = [names.setdefault(row.document, len(names)) for row in segment.segment.rows]
            found.append(np.array(codes, np.int32)[segment.column("row")])
        self.document_count = len(names)
        return tuple(found)

    @cached_property
    def has_documents_in_order(self) -> bool:
        """Whether the records of each document stand together, through all segments."""
        numbers = np.concatenate(self.documents)
        return bool((numbers[1:] >= numbers[:-1]).all())

    def labels(self, name: str) -> Labels:
        """Return a value of the rows, such as their year, as numbers."""
        found = self._labels.get(name)
        if found is None:
            values = [[getattr(row, name) for row in segment.segment.rows] for segment in self.segments]
            names = sorted({str(value) for several in values for value in several if value is not None})
            numbers = {value: number for number, value in enumerate(names)}
            codes = tuple(
                np.array([-1 if value is None else numbers[str(value)] for value in several], np.intp)
                for several in values
            )
            found = self._labels[name] = Labels(codes, tuple(names))
        return found

    def values(
        self, name: str, node: Node, make: Callable[[], tuple[str, list[str]]]
    ) -> tuple[str, list[str]]:
        """Return the field and the terms that a value of a field stands for, which are found once."""
        found = self._values.get((name, node))
        if found is None:
            if len(self._values) > _MOST_VALUES:
                self._values.clear()
            found = self._values[name, node] = make()
        return found

    def written(self, term: str) -> Written:
        """Return how a term of the field text is written."""
        found = self._written.get(term)
        if found is None:
            several = [segment.written(term) for segment in self.segments]
            found = Written(
                tuple({form for one in several for form in one.forms}), any(one.is_joined for one in several)
            )
            if len(self._written) > _MOST_WRITTEN:
                self._written.clear()
            self._written[term] = found
        return found

    def damping(self, field: str, nth: int) -> Numbers:
        """Return what the length of each unit of a field does to scores, in one segment."""
        key = (field, nth)
        found = self._damping.get(key)
        if found is None:
            length = sum(segment.total_length(field) for segment in self.segments)
            average = length / (self.total or 1) or 1
            found = self.scorer.damping(self.segments[nth].lengths(field), average)
            self._damping[key] = found
        return found


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
