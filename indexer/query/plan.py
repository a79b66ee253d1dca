"""What a query asks of each segment: which records match, and how well.

Every kind of node answers for one segment at a time, with arrays: `match` gives the records, ascending, and
`score` the scores of some of them, so that nothing is scored that a filter leaves out. Deleted records are
taken out at the end by whoever collects the answer.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from functools import partial, reduce
from typing import TYPE_CHECKING, Any

import numpy as np

from indexer.query.collection import intersect, is_in, union
from indexer.query.places import Spans, joined_places, joined_spans, near, near_units, shared
from indexer.query.postings import all_places, among, counts_in, places_in
from indexer.query.scoring import CONTEXT_WEIGHT
from indexer.store.arrays import INDIRECT

if TYPE_CHECKING:
    from collections.abc import Collection as Group
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from indexer.query.collection import Collection
    from indexer.store.arrays import SegmentArrays
    from indexer.store.segment import Entry

    Numbers = NDArray[Any]

_NONE = np.zeros(0, np.intp)


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
        scores = np.zeros(len(records))
        found = self.match(whole, nth)
        if not len(found):
            return scores
        matched = is_in(records, found, whole.segments[nth].count)
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


_MANY = 64
"""Scores are summed over whole lists for more than one in so many of all records."""

_FEW = 8
"""Lists are merged that have together less than one in so many of all records."""


class AnyOf(Plan):
    """Any of some nodes, with the sum of their scores."""

    def __init__(self, children: Group[Plan]) -> None:
        super().__init__()
        self.children = tuple(children)
        self._summed: dict[int, tuple[Numbers, Numbers]] = {}

    def _match(self, whole: Collection, nth: int) -> Numbers:
        """Return the records that any child matches."""
        rows = [child.match(whole, nth) for child in self.children]
        if len(rows) > 1 and sum(map(len, rows)) * _FEW < whole.segments[nth].count and self._are_words():
            self._summed[nth] = self._sum(whole, nth, rows)
            return self._summed[nth][0]
        return union([row for row in rows if len(row)] or [_NONE], whole.segments[nth].count)

    def _are_words(self) -> bool:
        return all(isinstance(child, AnyTerm) and child.is_direct for child in self.children)

    def _sum(self, whole: Collection, nth: int, rows: Sequence[Numbers]) -> tuple[Numbers, Numbers]:
        """Return the records that any of some words match, and their scores: rows are merged but once."""
        numbers = np.concatenate(rows)
        if not len(numbers):
            return _NONE, np.zeros(0)
        scores = np.concatenate(
            [child.score(whole, nth, row) for child, row in zip(self.children, rows, strict=True)]
        )
        order = numbers.argsort(kind="stable")
        numbers = numbers.take(order)
        is_first = np.append([True], numbers[1:] != numbers[:-1])
        first = np.flatnonzero(is_first)
        return numbers.take(first), np.add.reduceat(scores.take(order), first)

    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return the sum of the scores of those children that match."""
        summed = self._summed.get(nth)
        if summed is not None and summed[0] is records:
            return summed[1]
        size = whole.segments[nth].count
        words = [child for child in self.children if isinstance(child, AnyTerm) and child.is_direct]
        if len(words) > 1 and len(records) * _MANY > size:
            total = np.zeros(size)
            times = Counter((child.field, child.terms) for child in words)
            for child in {(child.field, child.terms): child for child in words}.values():
                if child.entries(whole, nth):
                    scores = child.all_scores(whole, nth)
                    total[child.units(whole, nth)] += times[child.field, child.terms] * scores
            others = [child for child in self.children if child not in words]
            return sum((child.score_any(whole, nth, records) for child in others), total[records])
        return sum((child.score_any(whole, nth, records) for child in self.children), np.zeros(len(records)))

    def size(self, whole: Collection) -> int:
        """Return at most how many records match."""
        return sum(child.size(whole) for child in self.children)


class Best(AnyOf):
    """Any of some nodes, with the highest of their scores: they mean the same thing."""

    def _are_words(self) -> bool:
        return False

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

    def spans_inside(self, whole: Collection, nth: int, units: Numbers) -> Spans:
        """Return where they match, at least in some ascending units all of which do."""
        return self.spans(whole, nth, units)

    @abstractmethod
    def unit_score(self, whole: Collection, nth: int, units: Numbers) -> Numbers:
        """Return the scores of some units that match."""

    def unit_score_any(self, whole: Collection, nth: int, units: Numbers) -> Numbers:
        """Return the scores of some units, 0 for those that do not match."""
        scores = np.zeros(len(units))
        found = self.units(whole, nth)
        if not len(found):
            return scores
        matched = is_in(units, found, whole.segments[nth].unit_count(self.field))
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
        self._entries: dict[int, list[Entry]] = {}

    def _find_units(self, whole: Collection, nth: int) -> Numbers:
        segment = whole.segments[nth]
        rows = [segment.units(entry) for entry in self.entries(whole, nth)]
        if len(rows) < 2:
            return rows[0] if rows else _NONE
        key = ("any", self.field, self.terms)
        return segment.kept(key, lambda: union(rows, segment.unit_count(self.field)))

    def spans(self, whole: Collection, nth: int, within: Numbers | None) -> Spans:
        """Return the places of the terms."""
        places = self.places(whole, nth, within)
        return Spans(places, places)

    def spans_inside(self, whole: Collection, nth: int, units: Numbers) -> Spans:
        """Return the places of the terms, as above."""
        places = self.places_likely(whole, nth, units)
        return Spans(places, places)

    def entries(self, whole: Collection, nth: int) -> list[Entry]:
        """Return the entries of the terms in a segment."""
        found = self._entries.get(nth)
        if found is None:
            segment = whole.segments[nth]
            found = [entry for term in self.terms for entry in segment.find(self.field, term)]
            self._entries[nth] = found
        return found

    def likely_units(self, whole: Collection, nth: int, within: Numbers | None) -> Numbers:
        """Return which units, all or some, may hold one of the terms; those that do cost more to find."""
        segment = whole.segments[nth]
        size = segment.unit_count(self.field)
        rows = [
            segment.likely_units(entry) if within is None else among(segment, entry, within, size)
            for entry in self.entries(whole, nth)
        ]
        return union(rows, size) if rows else _NONE

    def places(self, whole: Collection, nth: int, within: Numbers | None) -> Numbers:
        """Return the places of the terms, ascending, in all units or at least in some ascending ones."""
        return self.places_likely(
            whole, nth, None if within is None else self.likely_units(whole, nth, within)
        )

    def places_likely(self, whole: Collection, nth: int, within: Numbers | None) -> Numbers:
        """Return the places of the terms, as above; each of the units may hold one of the terms."""
        segment = whole.segments[nth]
        size = segment.unit_count(self.field)
        entries = self.entries(whole, nth)
        if within is None:
            return joined_places([all_places(segment, entry) for entry in entries])
        if len(entries) == 1:
            return places_in(segment, entries[0], within, size)
        rows = [places_in(segment, entry, among(segment, entry, within, size), size) for entry in entries]
        return joined_places(rows)

    def unit_score(self, whole: Collection, nth: int, units: Numbers) -> Numbers:
        """Return the score of the terms, as if they were one."""
        segment = whole.segments[nth]
        entries = self.entries(whole, nth)
        if not entries:
            return np.zeros(len(units))
        if units is self.units(whole, nth):
            return self.all_scores(whole, nth)
        damping = whole.damping(self.field, nth)
        counts = (
            counts_in(segment, entries[0], units, segment.unit_count(self.field))
            if len(entries) == 1
            else segment.counts_of_units(self.field, entries)[units]
        )
        damped = damping if len(units) == len(damping) else damping.take(units)
        scores: Numbers = whole.weight(self.field, self.terms) * whole.scorer.score(counts, damped)
        return scores

    def all_scores(self, whole: Collection, nth: int) -> Numbers:
        """Return the scores of all units that match, which are remembered."""

        def make() -> Numbers:
            segment = whole.segments[nth]
            entries = self.entries(whole, nth)
            units = self.units(whole, nth)
            counts = (
                segment.postings(entries[0])[1]
                if len(entries) == 1
                else segment.counts_of_units(self.field, entries)[units]
            )
            damped = whole.damping(self.field, nth).take(units)
            scores: Numbers = whole.weight(self.field, self.terms) * whole.scorer.score(counts, damped)
            return scores

        return whole.kept(nth, (self.field, self.terms), make)

    @property
    def is_direct(self) -> bool:
        """Whether the units of the field are the records."""
        return self.field not in INDIRECT

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


class Side(Placed):
    """Terms that must stand side by side, in this order."""

    def __init__(self, parts: Group[AnyTerm]) -> None:
        super().__init__()
        self.parts = tuple(parts)
        self.field = self.parts[0].field

    def _find_units(self, whole: Collection, nth: int) -> Numbers:
        """Return the units, which are remembered: the same names are asked for again and again."""
        key = ("side", self.field, tuple(part.terms for part in self.parts))
        return whole.segments[nth].kept(key, lambda: self.spans(whole, nth, None).units())

    def spans(self, whole: Collection, nth: int, within: Numbers | None) -> Spans:
        """Return where they do: the rarest are looked for first."""
        segment = whole.segments[nth]
        held = [sum(map(segment.frequency, part.entries(whole, nth))) for part in self.parts]
        steps = sorted(range(len(held)), key=held.__getitem__)
        found = within
        for step in steps if held[steps[0]] else ():
            found = self.parts[step].likely_units(whole, nth, found)
            if not len(found):
                break
        if found is None or not held[steps[0]] or not len(found):
            return Spans(_NONE, _NONE)
        size = segment.unit_count(self.field)
        at = steps[0]
        places = self.parts[at].places_likely(whole, nth, found)
        for step in steps[1:]:
            if at != steps[0]:
                found = intersect(found, Spans(places, places).units(), size)
            places = shared(places + (step - at), self.parts[step].places_likely(whole, nth, found))
            at = step
        return Spans(places - at, places + (len(steps) - 1 - at))

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
        return self.left.spans_inside(whole, nth, found), self.right.spans_inside(whole, nth, found)

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
        for terms, times in self.words.items():
            key = ("context", self.fields, terms)
            held, added = whole.kept_pair(nth, key, partial(self._added, whole, nth, terms))
            at, which = _where(records, held, whole.segments[nth].count)
            if len(at):
                scores = scores.copy()
                scores[at] += times * added[which]
        return scores

    def _added(self, whole: Collection, nth: int, terms: tuple[str, ...]) -> tuple[Numbers, Numbers]:
        """Return the records that have a word in their context, and what it adds to their scores."""
        segment = whole.segments[nth]
        weight = CONTEXT_WEIGHT * whole.weight("text", terms)
        rows = [_NONE]
        total = np.zeros(segment.count)
        for field in self.fields:
            damping = whole.damping(field, nth)
            added = np.zeros(len(damping))
            for entry in (entry for term in terms for entry in segment.find(field, term)):
                units, counts = segment.postings(entry)
                added[units] += weight * whole.scorer.score(counts, damping[units])
            units = np.flatnonzero(added)
            if len(units):
                records, which = segment.holders(field, units)
                rows.append(records)
                total[records] += added[units][which]
        every = union(rows, segment.count)
        return every, total[every]

    def size(self, whole: Collection) -> int:
        """Return about how many records match."""
        return self.child.size(whole)


def _where(left: Numbers, right: Numbers, size: int) -> tuple[Numbers, Numbers]:
    """Return where the numbers that two ascending rows share stand in either; all are below size."""
    if len(right) * 4 < len(left):
        which = np.flatnonzero(is_in(right, left, size))
        return np.searchsorted(left, right[which]), which
    at = np.flatnonzero(is_in(left, right, size))
    return at, np.searchsorted(right, left[at])
