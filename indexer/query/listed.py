"""Plans that read posting lists: the records that hold some terms, and the places of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from indexer.query.places import Spans, joined_places
from indexer.query.plan import NONE, Placed, Plan
from indexer.query.postings import all_places, among, places_in
from indexer.store.ascending import union, values_of
from indexer.store.terms import INDIRECT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.query.collection import Collection
    from indexer.store.arrays import SegmentArrays
    from indexer.store.ascending import Numbers
    from indexer.store.segment import Entry

_FEW = 4
"""All scores of a word are made, and remembered, for more than one in so many of them: for fewer it would
take memory and no less time."""


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
        return self._mask(segment, entries).nonzero()[0] if entries else NONE

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
        return records[self._mask(segment, entries).take(records)] if entries else NONE

    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:  # noqa: ARG002 - what every node takes
        """Return 1."""
        return np.ones(len(records))

    def size(self, whole: Collection) -> int:
        """Return at most how many records match."""
        return sum(segment.frequency(entry) for segment in whole.segments for entry in self._entries(segment))


class AnyTerm(Placed):
    """Any of some terms of a field that mean the same, scored as if they were one."""

    def __init__(self, field: str, terms: Iterable[str]) -> None:
        super().__init__()
        self.field = field
        self.terms = tuple(sorted(terms))
        self._entries: dict[int, list[Entry]] = {}
        self._postings: dict[int, tuple[Numbers, Numbers]] = {}

    def _find_units(self, whole: Collection, nth: int) -> Numbers:
        return self.postings(whole, nth)[0]

    def postings(self, whole: Collection, nth: int) -> tuple[Numbers, Numbers]:
        """Return the units that hold any of the terms, and how often that stands there which does so most."""
        found = self._postings.get(nth)
        if found is None:
            found = self._postings[nth] = self._find_postings(whole, nth)
        return found

    def _find_postings(self, whole: Collection, nth: int) -> tuple[Numbers, Numbers]:
        segment = whole.segments[nth]
        entries = self.entries(whole, nth)
        if len(entries) < 2:
            return segment.postings(entries[0]) if entries else (NONE, NONE)

        def make() -> tuple[Numbers, Numbers]:
            units = union([segment.units(entry) for entry in entries], segment.unit_count(self.field))
            return units, segment.counts_of_units(self.field, entries).take(units).astype(np.uint32)

        return segment.kept(("any", self.field, self.terms), make)

    def spans(self, whole: Collection, nth: int, within: Numbers | None) -> Spans:
        """Return the places of the terms."""
        places = self.places(whole, nth, within)
        return Spans(places, places)

    def spans_inside(self, whole: Collection, nth: int, units: Numbers) -> Spans:
        """Return the places of the terms, as above."""
        places = self.places_likely(whole, nth, units)
        return Spans(places, places)

    def ceiling(self, whole: Collection) -> float:
        """Return what a record may score at most, by a formula that goes to 1."""
        return whole.weight(self.field, self.terms)

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
        return union(rows, size) if rows else NONE

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
        held, counts = self.postings(whole, nth)
        if units is held:
            return self._all_scores(whole, nth)
        size = whole.segments[nth].unit_count(self.field)
        if len(units) * _FEW > len(held):
            return values_of(units, held, self._all_scores(whole, nth), size)
        return self._scored(whole, nth, units, values_of(units, held, counts, size))

    def _all_scores(self, whole: Collection, nth: int) -> Numbers:
        """Return the scores of all units that match, which are remembered."""
        return whole.kept(nth, (self.field, self.terms), lambda: self.made_scores(whole, nth))

    def made_scores(self, whole: Collection, nth: int) -> Numbers:
        """Return the scores of all units that match, for whoever remembers them with something else."""
        return self._scored(whole, nth, *self.postings(whole, nth))

    def _scored(self, whole: Collection, nth: int, units: Numbers, counts: Numbers) -> Numbers:
        damped = whole.damping(self.field, nth).take(units)
        scores: Numbers = whole.weight(self.field, self.terms) * whole.scorer.score(counts, damped)
        return scores

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
            for nth, segment in enumerate(whole.segments)
            for entry in self.entries(whole, nth)
        )


class Term(AnyTerm):
    """One term of a field; also of a field that counts its terms and has no places."""

    def __init__(self, field: str, term: str) -> None:
        super().__init__(field, (term,))
