"""What a query asks of each segment: which records match, and how well.

Every kind of node answers for one segment at a time, with arrays: `match` gives the records, ascending, and
`score` the scores of some of them, so that nothing is scored that a filter leaves out. Deleted records are
taken out at the end by whoever collects the answer.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from functools import reduce
from typing import TYPE_CHECKING, Any

import numpy as np

from indexer.query.collection import intersect, is_in, union
from indexer.query.places import (
    Spans,
    joined_places,
    joined_spans,
    near,
    near_units,
    side_by_side,
    word_places,
)
from indexer.query.scoring import CONTEXT_WEIGHT
from indexer.store.arrays import INDIRECT

if TYPE_CHECKING:
    from collections.abc import Collection as Group
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from indexer.query.collection import Collection
    from indexer.store.arrays import SegmentArrays
    from indexer.store.segment import Entry

    Numbers = NDArray[Any]

_NONE = np.zeros(0, np.intp)

_FEW = 4
"""A list is read as a whole for more than one in so many of its units."""


class Plan(ABC):
    """A node; it belongs to one search, and keeps what it has found."""

    def __init__(self) -> None:
        self._matched: dict[int, Numbers] = {}

    def match(self, whole: Collection, nth: int) -> Numbers:
        """Return the records of a segment that match."""
        found = self._matched.get(nth)
        if found is None:
            found = self._matched[nth] = self._match(whole, nth)
        return found

    @abstractmethod
    def _match(self, whole: Collection, nth: int) -> Numbers:
        """Return the records of a segment that match."""

    def narrow(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return those of some records that match."""
        return intersect(records, self.match(whole, nth), whole.segments[nth].count)

    @abstractmethod
    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return the scores of some records that match."""

    def score_any(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return the scores of some records, 0 for those that do not match."""
        matched = is_in(records, self.match(whole, nth), whole.segments[nth].count)
        scores = np.zeros(len(records))
        scores[matched] = self.score(whole, nth, records[matched])
        return scores

    @abstractmethod
    def size(self, whole: Collection) -> int:
        """Return about how many records match."""


class Level(Plan):
    """What another node matches, with the same score for all."""

    def __init__(self, child: Plan, score: float) -> None:
        super().__init__()
        self.child = child
        self.level = score

    def _match(self, whole: Collection, nth: int) -> Numbers:
        return self.child.match(whole, nth)

    def narrow(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return those of some records that the child matches."""
        return self.child.narrow(whole, nth, records)

    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:  # noqa: ARG002 - what every node takes
        """Return the same score for all."""
        return np.full(len(records), self.level)

    def size(self, whole: Collection) -> int:
        """Return about how many records match."""
        return self.child.size(whole)


class And(Plan):
    """All of some nodes, with the sum of their scores."""

    def __init__(self, children: Group[Plan]) -> None:
        super().__init__()
        self.children = tuple(children)

    def _match(self, whole: Collection, nth: int) -> Numbers:
        """Return the records that all children match, beginning with the one that matches fewest."""
        first, *rest = sorted(self.children, key=lambda child: child.size(whole))
        found = first.match(whole, nth)
        for child in rest:
            if not len(found):
                break
            found = child.narrow(whole, nth, found)
        return found

    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return the sum of the scores."""
        return sum((child.score(whole, nth, records) for child in self.children), np.zeros(len(records)))

    def size(self, whole: Collection) -> int:
        """Return at most how many records match."""
        return min(child.size(whole) for child in self.children)


_MANY = 8
"""Scores are summed over whole lists for more than one in so many of all records."""


class AnyOf(Plan):
    """Any of some nodes, with the sum of their scores."""

    def __init__(self, children: Group[Plan]) -> None:
        super().__init__()
        self.children = tuple(children)

    def _match(self, whole: Collection, nth: int) -> Numbers:
        """Return the records that any child matches."""
        rows = [child.match(whole, nth) for child in self.children]
        return union([row for row in rows if len(row)] or [_NONE], whole.segments[nth].count)

    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return the sum of the scores of those children that match."""
        size = whole.segments[nth].count
        words = [child for child in self.children if isinstance(child, AnyTerm) and child.is_direct]
        if len(words) > 1 and len(records) * _MANY > size:
            total = np.zeros(size)
            times = Counter((child.field, child.terms) for child in words)
            for child in {(child.field, child.terms): child for child in words}.values():
                child.add_to(whole, nth, total, times[child.field, child.terms])
            others = [child for child in self.children if child not in words]
            return sum((child.score_any(whole, nth, records) for child in others), total[records])
        return sum((child.score_any(whole, nth, records) for child in self.children), np.zeros(len(records)))

    def size(self, whole: Collection) -> int:
        """Return at most how many records match."""
        return sum(child.size(whole) for child in self.children)


class Best(AnyOf):
    """Any of some nodes, with the highest of their scores: they mean the same thing."""

    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return the highest score."""
        return reduce(np.maximum, (child.score_any(whole, nth, records) for child in self.children))


class Without(Plan):
    """What one node matches and another does not."""

    def __init__(self, wanted: Plan, unwanted: Plan) -> None:
        super().__init__()
        self.wanted = wanted
        self.unwanted = unwanted

    def _match(self, whole: Collection, nth: int) -> Numbers:
        """Return the wanted records without the others."""
        found = self.wanted.match(whole, nth)
        return found[~is_in(found, self.unwanted.match(whole, nth), whole.segments[nth].count)]

    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return the wanted node's scores."""
        return self.wanted.score(whole, nth, records)

    def size(self, whole: Collection) -> int:
        """Return at most how many records match."""
        return self.wanted.size(whole)


class Listed(Plan):
    """The records that hold any of many terms, all with score 1."""

    def __init__(self, field: str, terms: Iterable[str]) -> None:
        super().__init__()
        self.field = field
        self.terms = tuple(sorted(terms))

    def _entries(self, segment: SegmentArrays) -> list[Entry]:
        return [entry for term in self.terms for entry in segment.find(self.field, term)]

    def _match(self, whole: Collection, nth: int) -> Numbers:
        """Return the records."""
        segment = whole.segments[nth]
        entries = self._entries(segment)
        if len(entries) == 1 and self.field not in INDIRECT:
            return segment.units(entries[0])
        return np.flatnonzero(self._mask(segment, entries)) if entries else _NONE

    def _mask(self, segment: SegmentArrays, entries: list[Entry]) -> Numbers:
        mask: Numbers = segment.kept(("mask", self.field, self.terms), lambda: self._marked(segment, entries))
        return mask

    def _marked(self, segment: SegmentArrays, entries: list[Entry]) -> Numbers:
        marked = np.zeros(segment.unit_count(self.field), bool)
        for entry in entries:
            marked[segment.units(entry)] = True
        return marked[segment.column(self.field)] if self.field in INDIRECT else marked

    def narrow(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return those of some records that are listed."""
        segment = whole.segments[nth]
        entries = self._entries(segment)
        return records[self._mask(segment, entries)[records]] if entries else _NONE

    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:  # noqa: ARG002 - what every node takes
        """Return 1."""
        return np.ones(len(records))

    def size(self, whole: Collection) -> int:
        """Return at most how many records match."""
        return sum(segment.frequency(entry) for segment in whole.segments for entry in self._entries(segment))


class Placed(Plan):
    """A node whose matches have places in a field of running text."""

    field: str

    def __init__(self) -> None:
        super().__init__()
        self._units: dict[int, Numbers] = {}

    def units(self, whole: Collection, nth: int) -> Numbers:
        """Return the units of the field that match."""
        found = self._units.get(nth)
        if found is None:
            found = self._units[nth] = self._find_units(whole, nth)
        return found

    def _find_units(self, whole: Collection, nth: int) -> Numbers:
        return self.spans(whole, nth, None).units()

    @abstractmethod
    def spans(self, whole: Collection, nth: int, within: Numbers | None) -> Spans:
        """Return where they match, in all units or at least in some ascending ones."""

    @abstractmethod
    def unit_score(self, whole: Collection, nth: int, units: Numbers) -> Numbers:
        """Return the scores of some units that match."""

    def unit_score_any(self, whole: Collection, nth: int, units: Numbers) -> Numbers:
        """Return the scores of some units, 0 for those that do not match."""
        matched = is_in(units, self.units(whole, nth), whole.segments[nth].unit_count(self.field))
        scores = np.zeros(len(units))
        scores[matched] = self.unit_score(whole, nth, units[matched])
        return scores

    def _match(self, whole: Collection, nth: int) -> Numbers:
        """Return the records."""
        units = self.units(whole, nth)
        if self.field not in INDIRECT:
            return units
        return np.flatnonzero(whole.segments[nth].is_held_by(self.field, units))

    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return the scores of the records' units."""
        if self.field not in INDIRECT:
            return self.unit_score(whole, nth, records)
        units, which = np.unique(whole.segments[nth].column(self.field)[records], return_inverse=True)
        return self.unit_score(whole, nth, units.astype(np.intp))[which]


class AnyTerm(Placed):
    """Any of some terms of a field that mean the same, scored as if they were one."""

    def __init__(self, field: str, terms: Iterable[str]) -> None:
        super().__init__()
        self.field = field
        self.terms = tuple(sorted(terms))

    def _find_units(self, whole: Collection, nth: int) -> Numbers:
        segment = whole.segments[nth]
        rows = [segment.units(entry) for term in self.terms for entry in segment.find(self.field, term)]
        return union(rows, segment.unit_count(self.field)) if rows else _NONE

    def spans(self, whole: Collection, nth: int, within: Numbers | None) -> Spans:
        """Return the places of the terms."""
        places = self.places(whole, nth, within)
        return Spans(places, places)

    def likely_units(self, whole: Collection, nth: int) -> Numbers:
        """Return the units that may hold one of the terms, and cost less to find than those that do."""
        segment = whole.segments[nth]
        rows = [
            segment.likely_units(entry) for term in self.terms for entry in segment.find(self.field, term)
        ]
        return union(rows, segment.unit_count(self.field)) if rows else _NONE

    def places(self, whole: Collection, nth: int, within: Numbers | None) -> Numbers:
        """Return the places of the terms, ascending, in all units or at least in some ascending ones."""
        segment = whole.segments[nth]
        rows = []
        for term in self.terms:
            for entry in segment.find(self.field, term):
                likely = segment.likely_units(entry)
                if within is None or len(within) * _FEW > len(likely):
                    rows.append(word_places(segment.occurrences(entry)))
                else:
                    here = intersect(within, likely, segment.unit_count(self.field))
                    rows.append(word_places(segment.occurrences_in(entry, here)))
        return joined_places(rows)

    def unit_score(self, whole: Collection, nth: int, units: Numbers) -> Numbers:
        """Return the score of the terms, as if they were one."""
        segment = whole.segments[nth]
        entries = [entry for term in self.terms for entry in segment.find(self.field, term)]
        if not entries:
            return np.zeros(len(units))
        damping = whole.damping(self.field, nth)
        counts = (
            _counts_in(segment, entries[0], units, segment.unit_count(self.field))
            if len(entries) == 1
            else segment.counts_of_units(self.field, entries)[units]
        )
        damped = damping if len(units) == len(damping) else damping[units]
        scores: Numbers = whole.weight(self.field, self.terms) * whole.scorer.score(counts, damped)
        return scores

    @property
    def is_direct(self) -> bool:
        """Whether the units of the field are the records."""
        return self.field not in INDIRECT

    def add_to(self, whole: Collection, nth: int, total: Numbers, times: int) -> None:
        """Add the scores of all units that match, so many times, to an array of all units."""
        segment = whole.segments[nth]
        entries = [entry for term in self.terms for entry in segment.find(self.field, term)]
        if not entries:
            return
        if len(entries) == 1:
            units, counts = segment.postings(entries[0])
        else:
            every = segment.counts_of_units(self.field, entries)
            units = np.flatnonzero(every)
            counts = every[units]
        weight = times * whole.weight(self.field, self.terms)
        total[units] += weight * whole.scorer.score(counts, whole.damping(self.field, nth)[units])

    def score_any(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return the scores of some records: a record without the terms has none anyway."""
        return self.score(whole, nth, records)

    def unit_score_any(self, whole: Collection, nth: int, units: Numbers) -> Numbers:
        """Return the scores of some units, as above."""
        return self.unit_score(whole, nth, units)

    def size(self, whole: Collection) -> int:
        """Return at most how many records match."""
        return sum(
            segment.frequency(entry)
            for segment in whole.segments
            for term in self.terms
            for entry in segment.find(self.field, term)
        )


class Term(AnyTerm):
    """One term of a field; also of a field that counts its terms and has no places."""

    def __init__(self, field: str, term: str) -> None:
        super().__init__(field, (term,))


def _counts_in(segment: SegmentArrays, entry: Entry, units: Numbers, size: int) -> Numbers:
    """Return how often a term stands in each of some ascending units."""
    held, counts = segment.postings(entry)
    if units is held:
        return counts
    if len(units) * 16 < len(held):
        at = np.searchsorted(held, units)
        at[at == len(held)] = 0
        return np.where(held[at] == units, counts[at], 0)
    dense = np.zeros(size, counts.dtype)
    dense[held] = counts
    found: Numbers = dense[units]
    return found


class Side(Placed):
    """Terms that must stand side by side, in this order."""

    def __init__(self, parts: Group[AnyTerm]) -> None:
        super().__init__()
        self.parts = tuple(parts)
        self.field = self.parts[0].field

    def spans(self, whole: Collection, nth: int, within: Numbers | None) -> Spans:
        """Return where they do."""
        size = whole.segments[nth].unit_count(self.field)
        rows = sorted((part.likely_units(whole, nth) for part in self.parts), key=len)
        found = reduce(
            lambda left, right: intersect(left, right, size), rows if within is None else [within, *rows]
        )
        if not len(found):
            return Spans(_NONE, _NONE)
        return side_by_side([part.places(whole, nth, found) for part in self.parts])

    def unit_score(self, whole: Collection, nth: int, units: Numbers) -> Numbers:
        """Return the sum of the terms' scores."""
        return sum((part.unit_score(whole, nth, units) for part in self.parts), np.zeros(len(units)))

    def size(self, whole: Collection) -> int:
        """Return at most how many records match."""
        return min(part.size(whole) for part in self.parts)


class Within(Placed):
    """Two nodes with at most so many words from one to the other, in any order."""

    def __init__(self, left: Placed, right: Placed, distance: int) -> None:
        super().__init__()
        self.left = left
        self.right = right
        self.distance = distance
        self.field = left.field

    def spans(self, whole: Collection, nth: int, within: Numbers | None) -> Spans:
        """Return the stretches from one to the other."""
        both = self._both(whole, nth, within)
        return near(*both, self.distance) if both else Spans(_NONE, _NONE)

    def _find_units(self, whole: Collection, nth: int) -> Numbers:
        both = self._both(whole, nth, None)
        return near_units(*both, self.distance) if both else _NONE

    def _both(self, whole: Collection, nth: int, within: Numbers | None) -> tuple[Spans, Spans] | None:
        """Return the places of both nodes in the units that hold both; None where there are none."""
        size = whole.segments[nth].unit_count(self.field)
        found = intersect(self.left.units(whole, nth), self.right.units(whole, nth), size)
        if within is not None:
            found = intersect(found, within, size)
        if not len(found):
            return None
        return self.left.spans(whole, nth, found), self.right.spans(whole, nth, found)

    def unit_score(self, whole: Collection, nth: int, units: Numbers) -> Numbers:
        """Return the sum of both scores."""
        return self.left.unit_score(whole, nth, units) + self.right.unit_score(whole, nth, units)

    def size(self, whole: Collection) -> int:
        """Return at most how many records match."""
        return min(self.left.size(whole), self.right.size(whole))


class AnyPlaced(Placed):
    """Any of some nodes with places, with the sum of their scores."""

    def __init__(self, children: Group[Placed]) -> None:
        super().__init__()
        self.children = tuple(children)
        self.field = self.children[0].field

    def _find_units(self, whole: Collection, nth: int) -> Numbers:
        rows = [child.units(whole, nth) for child in self.children]
        return union(rows, whole.segments[nth].unit_count(self.field))

    def spans(self, whole: Collection, nth: int, within: Numbers | None) -> Spans:
        """Return where any child matches."""
        return joined_spans([child.spans(whole, nth, within) for child in self.children])

    def unit_score(self, whole: Collection, nth: int, units: Numbers) -> Numbers:
        """Return the sum of the children's scores."""
        return sum((child.unit_score_any(whole, nth, units) for child in self.children), np.zeros(len(units)))

    def size(self, whole: Collection) -> int:
        """Return at most how many records match."""
        return sum(child.size(whole) for child in self.children)


class InContext(Plan):
    """What another node matches, scored higher where words stand in the title or the headings too.

    Args:
        child: What matches.
        words: Terms of the field text, any of each group, as often as they were asked for.
        fields: Those of the context.
    """

    def __init__(self, child: Plan, words: Iterable[frozenset[str]], fields: Iterable[str]) -> None:
        super().__init__()
        self.child = child
        self.words = Counter(tuple(sorted(word)) for word in words)
        self.fields = tuple(fields)

    def _match(self, whole: Collection, nth: int) -> Numbers:
        """Return what the child matches."""
        return self.child.match(whole, nth)

    def narrow(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return those of some records that the child matches."""
        return self.child.narrow(whole, nth, records)

    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return the child's scores, and what the context adds."""
        scores = self.child.score(whole, nth, records)
        for field in self.fields:
            added = self._added(whole, nth, field)
            if added is not None:
                scores = scores + added[whole.segments[nth].column(field)[records]]
        return scores

    def _added(self, whole: Collection, nth: int, field: str) -> Numbers | None:
        """Return what each unit of a field adds to the scores of its records, None where none does."""
        segment = whole.segments[nth]
        damping = whole.damping(field, nth)
        total: Numbers | None = None
        for terms, times in self.words.items():
            weight = times * CONTEXT_WEIGHT * whole.weight("text", terms)
            for term in terms:
                for entry in segment.find(field, term):
                    units, counts = segment.postings(entry)
                    total = np.zeros(len(damping)) if total is None else total
                    total[units] += weight * whole.scorer.score(counts, damping[units])
        return total

    def size(self, whole: Collection) -> int:
        """Return about how many records match."""
        return self.child.size(whole)
