"""All segments as one: what scores and labels need to know of the whole index."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
import numpy as np

from indexer.model import Hit
from indexer.query.cite import citation_of
from indexer.query.finder import Finder
from indexer.query.scoring import FUNCTION_WEIGHT, InExpB2, is_function_word
from indexer.store.memory import Memory
from indexer.store.terms import INDIRECT
from indexer.store.written import Written

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from indexer.query.marks import Marks
    from indexer.query.terms import Slots
    from indexer.query.tree import Node
    from indexer.store import StoreReader
    from indexer.store.arrays import Kept, SegmentArrays
    from indexer.store.ascending import Numbers

_MOST_WRITTEN = 5_000
"""Terms of which it is remembered how they are written."""


_MOST_RECORDS = 4_000
"""Records that are remembered as hits, as by the reader: to copy one for an answer takes a fifth of the time
in which one is made."""

_MOST_FINDERS = 500
"""Sets of marks that are remembered, with the chunks of texts that were looked at."""

_MOST_VALUES, _MOST_TERMS = 1_000, 1_000
"""Values of fields, phrases and open words whose terms are remembered, and terms up to which they are: a
prefix may stand for most symbols of the index."""

_MOST_WEIGHTS = 20_000
"""Terms whose weights are remembered."""


class Labels(NamedTuple):
    """A value of each row: its number, segment by segment, -1 for none; and the values, sorted."""

    codes: tuple[Numbers, ...]
    names: tuple[str, ...]


class Collection:
    """The segments of an index as one, for queries; any number of threads may share it.

    Deleted records count for the weights of terms until their segment is rewritten, as in Whoosh and Lucene.
    """

    def __init__(self, reader: StoreReader) -> None:
        self.reader = reader
        self.segments = reader.arrays
        self.scorer = InExpB2()
        self.languages = tuple(reader.terms("lang"))
        self.total = sum(segment.count for segment in self.segments)
        self._labels: dict[str, Labels] = {}
        self._values: Memory[tuple[str, Node], tuple[str, list[str]]] = Memory(_MOST_VALUES)
        self._ways: Memory[tuple[Node, str], Sequence[Slots]] = Memory(_MOST_VALUES)
        self._written: Memory[str, Written] = Memory(_MOST_WRITTEN)
        self._damping: dict[tuple[str, int], Numbers] = {}
        self._weights: Memory[tuple[str, tuple[str, ...]], float] = Memory(_MOST_WEIGHTS)
        self._finders: Memory[tuple[tuple[Slots, ...], frozenset[str], frozenset[str]], Finder] = Memory(
            _MOST_FINDERS
        )
        self._hits: Memory[int, Hit] = Memory(_MOST_RECORDS)
        self._own = object()

    @cached_property
    def _documents(self) -> tuple[tuple[Numbers, ...], int]:
        if len(self.segments) == 1:
            numbers = self.segments[0].column("document")
            return (numbers,), int(numbers.max()) + 1 if len(numbers) else 0
        names: dict[str, int] = {}
        found = []
        for segment in self.segments:
            codes = [names.setdefault(row.document, len(names)) for row in segment.segment.rows]
            found.append(np.array(codes, np.int32)[segment.column("row")])
        return tuple(found), len(names)

    @property
    def documents(self) -> tuple[Numbers, ...]:
        """The document of each record, segment by segment; the copies of one document share a number."""
        return self._documents[0]

    @property
    def document_count(self) -> int:
        """How many documents there are."""
        return self._documents[1]

    @cached_property
    def roots(self) -> tuple[Numbers, ...]:
        """The root of the number of records of each document, segment by segment; 1 where it has none."""
        return tuple(
            np.sqrt(np.maximum(np.bincount(documents, minlength=self.document_count), 1))
            for documents in self.documents
        )

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
            found = make()
            if len(found[1]) <= _MOST_TERMS:
                self._values.keep((name, node), found)
        return found

    def ways(self, node: Node, field: str, make: Callable[[], Sequence[Slots]]) -> Sequence[Slots]:
        """Return how a phrase or an open word may stand in a field of running text, which is found once."""
        found = self._ways.get((node, field))
        if found is None:
            found = make()
            if sum(len(slot) for way in found for slot in way) <= _MOST_TERMS:
                self._ways.keep((node, field), found)
        return found

    def kept(self, nth: int, key: tuple[Any, ...], make: Callable[[], Kept]) -> Kept:
        """Return something that a segment keeps for this collection alone, such as scores."""
        return self.segments[nth].kept((self._own, *key), make)

    def hit(self, number: int) -> Hit:
        """Return a record as a hit of no answer yet."""
        found = self._hits.get(number)
        if found is None:
            record = self.reader.read_record(number)
            facts = msgspec.structs.asdict(record)
            found = Hit(**facts, citation=citation_of(record), rank=0, score=0.0, snippet="")
            self._hits.keep(number, found)
        return found

    def finder(self, marks: Marks) -> Finder:
        """Return what finds some marks in texts, the same for the same marks."""
        key = (tuple(marks.sequences), frozenset(marks.entities), frozenset(marks.cited))
        found = self._finders.get(key)
        if found is None:
            found = self._finders.keep(key, Finder(marks, self.written))
        return found

    def written(self, term: str) -> Written:
        """Return how a term of the field text is written."""
        found = self._written.get(term)
        if found is None:
            several = [segment.written(term) for segment in self.segments]
            found = Written(
                tuple({form for one in several for form in one.forms}), any(one.is_joined for one in several)
            )
            self._written.keep(term, found)
        return found

    def weight(self, field: str, terms: tuple[str, ...]) -> float:
        """Return the weight of terms that mean the same, such as the stems of a word in all languages."""
        key = (field, terms)
        found = self._weights.get(key)
        if found is None:
            holding, occurrences = self.counted(field, terms)
            found = self.scorer.weight(holding, occurrences, self.total)
            without_meaning = tuple(term for term in terms if is_function_word(term))
            if without_meaning and 2 * self.counted(field, without_meaning)[1] >= occurrences:
                # "son" means something in English texts, and nothing in Spanish ones
                found *= FUNCTION_WEIGHT
            self._weights.keep(key, found)
        return found

    def counted(self, field: str, terms: tuple[str, ...]) -> tuple[int, int]:
        """Return how many records hold one of some terms, and how often they stand there in all."""
        counted = [_counted(segment, field, terms) for segment in self.segments]
        return sum(pair[0] for pair in counted), sum(pair[1] for pair in counted)

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


def _counted(segment: SegmentArrays, field: str, terms: Sequence[str]) -> tuple[int, int]:
    """Return how many records of a segment hold one of some terms, and how often they stand there in all."""
    held = [entry for term in terms for entry in segment.find(field, term)]
    if field not in INDIRECT and len(held) < 2:
        return sum(map(segment.frequency_of, held)), sum(map(segment.occurrence_count, held))
    counts = segment.counts_of_units(field, held)
    if field in INDIRECT:
        counts = counts[segment.column(field)]
    return int(np.count_nonzero(counts)), int(counts.sum())
