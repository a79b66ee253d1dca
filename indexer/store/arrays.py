"""A segment's posting lists and columns as arrays: what scoring, intersecting and counting work on."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import numpy as np

from indexer.store.budget import Budget, key_size
from indexer.store.memory import Memory
from indexer.store.packed_list import packed_size, unpack_array, unpack_ascending_array
from indexer.store.terms import INDIRECT
from indexer.store.written import Written, WrittenForms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from indexer.store.ascending import Numbers
    from indexer.store.likeness import Likeness
    from indexer.store.segment import Entry, ListParts, Segment


Kept = TypeVar("Kept", bound="Numbers | tuple[Numbers, ...]")

_MOST_ENTRIES = 20_000
"""Look-ups of terms that are remembered."""


class Occurrences(NamedTuple):
    """Where some terms stand: ascending units, and for each how often, and from where on its positions lie.

    Attributes:
        units: Records, or the units of a field with other ones.
        counts: How often in each.
        starts: Where the positions of each unit begin in places.
        places: Ascending positions, unit by unit.
    """

    units: Numbers
    counts: Numbers
    starts: Numbers
    places: Numbers


class SegmentArrays:
    """One segment for searching; any number of threads may share it."""

    def __init__(self, segment: Segment, budget: Budget | None = None) -> None:
        self.segment = segment
        self.count = segment.count
        segment.hold_records()
        self.held: dict[tuple[Any, ...], Any] = {}
        self._budget = budget or Budget()
        self._entries: Memory[tuple[str, str], tuple[Entry, ...]] = Memory(_MOST_ENTRIES)
        self._inverse: dict[str, tuple[Numbers, Numbers]] = {}
        self._likeness: dict[str, Likeness] = {}

    # -- columns

    @cached_property
    def alive(self) -> Numbers | None:
        """Which records are not deleted; None where all are there."""
        if not self.segment.deleted:
            return None
        found = np.ones(self.count, bool)
        found[list(self.segment.deleted)] = False
        return found

    def column(self, name: str) -> Numbers:
        """Return a number for each record."""
        return self.segment.file.array(f"record.{name}")

    @cached_property
    def entities(self) -> tuple[tuple[str, Entry], ...]:
        """Every entity that is named, with its postings."""
        return tuple(self.segment.terms("entity"))

    def lengths(self, field: str) -> Numbers:
        """Return the length of each unit of a field."""
        return self.segment.file.array(f"length.{field}")

    def total_length(self, field: str) -> int:
        """Return the sum of the lengths over all records, deleted ones included."""
        return self.segment.file.facts[f"total.{field}"]

    def unit_count(self, field: str) -> int:
        """Return how many units a field has."""
        return len(self.lengths(field)) if field in INDIRECT else self.count

    def is_held_by(self, field: str, units: Numbers) -> Numbers:
        """Return which records have one of the units of a field; for indirect fields only."""
        held = np.zeros(self.count, bool)
        held[self.holders(field, units)[0]] = True
        return held

    def holders(self, field: str, units: Numbers) -> tuple[Numbers, Numbers]:
        """Return the records that have some units of a field, and the place of each one's among the units."""
        records, starts = self._by_unit(field)
        first = starts[units]
        many = starts[units + 1] - first
        ends = np.cumsum(many)
        at = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(first - (ends - many), many)
        return records[at], np.repeat(np.arange(len(units)), many)

    def _by_unit(self, field: str) -> tuple[Numbers, Numbers]:
        """Return all records by the unit that they have, and where those of each unit begin."""
        found = self._inverse.get(field)
        if found is None:
            column = self.column(field)
            counts = np.bincount(column, minlength=self.unit_count(field))
            starts = np.append([0], np.cumsum(counts))
            found = self._inverse[field] = np.argsort(column, kind="stable"), starts
        return found

    # -- posting lists

    def find(self, field: str, term: str) -> tuple[Entry, ...]:
        """Return the entries of a term, none where it is not there."""
        key = (field, term)
        found = self._entries.get(key)
        if found is None:
            found = self._entries.keep(key, self.segment.find(field, term))
        return found

    def frequency(self, entry: Entry) -> int:
        """Return how many units a term's list has, deleted ones included: as many as the term, or more."""
        return self.segment.value("lists.units", entry.list)

    def frequency_of(self, entry: Entry) -> int:
        """Return how many units hold a term, deleted ones included."""
        return len(self.units(entry)) if entry.last else self.frequency(entry)

    def occurrence_count(self, entry: Entry) -> int:
        """Return how often a term stands in all its units together, deleted ones included."""
        if entry.last:
            return int(self.postings(entry)[1].sum())
        places = self.segment.value("lists.places", entry.list)
        return places or int(self.postings(entry)[1].sum())

    def counts_of_units(self, field: str, entries: Iterable[Entry]) -> Numbers:
        """Return for every unit of a field how often that of some terms stands in it that does so most.

        A word with two stems stands in both their lists, and must not count twice.
        """
        most = np.zeros(self.unit_count(field), np.int64)
        for entry in entries:
            units, counts = self.postings(entry)
            most[units] = np.maximum(most[units], counts)
        return most

    def kept(self, key: tuple[Any, ...], make: Callable[[], Kept]) -> Kept:
        """Return an array, or several, made once and kept for a while, which nobody can write to."""
        held: Kept | None = self.held.get(key)
        if held is not None:
            return held
        found = make()
        arrays = found if isinstance(found, tuple) else (found,)
        for array in arrays:
            array.setflags(write=False)
        self._budget.keep(self, key, found, key_size(key) + sum(array.nbytes for array in arrays))
        return found

    def units(self, entry: Entry) -> Numbers:
        """Return the units of a term."""
        return self.postings(entry)[0]

    def postings(self, entry: Entry) -> tuple[Numbers, Numbers]:
        """Return the units of a term, and how often it stands in each."""
        return self.kept(
            ("postings", *entry),
            lambda: self._unpack_chosen(entry) if entry.last else self._unpack(entry.list),
        )

    def occurrences(self, entry: Entry) -> Occurrences:
        """Return the units of a term with its positions; for fields of running text only."""

        def make() -> Occurrences:
            units, counts = self.postings(entry)
            places = self._part(entry, 2)
            if entry.last:
                places = places[_chosen(self._part(entry, 3), entry)]
            return Occurrences(units, counts, np.cumsum(counts, dtype=np.intp) - counts, places)

        return self.kept(("places", *entry), make)

    def likely_units(self, entry: Entry) -> Numbers:
        """Return the units of all variants of a term's list: those of the term are among them."""
        return self.postings(entry.of_list())[0]

    def starts(self, entry: Entry) -> Numbers:
        """Return where the positions of each unit of a term's list begin, of all variants."""

        def make() -> Numbers:
            counts = self.postings(entry.of_list())[1]
            return np.cumsum(counts, dtype=np.int32) - counts

        return self.kept(("starts", entry.list), make)

    def positions(self, entry: Entry) -> Numbers:
        """Return the positions of a term's list, unit by unit, of all variants."""
        return self.kept(("positions", entry.list), lambda: self._part(entry, 2))

    def is_meant(self, entry: Entry, at: Numbers) -> Numbers:
        """Return of which positions of a term's list, given by their places, a term is meant."""
        variants = self.kept(("variants", entry.list), lambda: self._part(entry, 3))
        return _chosen(variants.take(at), entry)

    def _part(self, entry: Entry, nth: int) -> Numbers:
        """Return the positions or the variants of a list."""
        parts = self.segment.parts(entry.list)
        return unpack_array(parts.forms[nth], parts.places, _from(parts, nth))

    def _unpack(self, number: int) -> tuple[Numbers, Numbers]:
        parts = self.segment.parts(number)
        units = unpack_ascending_array(parts.forms[0], parts.units, parts.body)
        return units, unpack_array(parts.forms[1], parts.units, _from(parts, 1))

    def _unpack_chosen(self, entry: Entry) -> tuple[Numbers, Numbers]:
        """Return the units and counts of the variants that are meant."""
        units, counts = self.postings(entry.of_list())
        chosen = _chosen(self._part(entry, 3), entry)
        starts = np.cumsum(counts, dtype=np.intp) - counts
        kept = np.add.reduceat(chosen, starts, dtype=counts.dtype)
        there = kept > 0
        return units[there], kept[there]

    # -- how words are written

    @cached_property
    def _forms(self) -> WrittenForms:
        return WrittenForms(self.segment)

    def written(self, term: str) -> Written:
        """Return how a stem of the field text is written."""
        return self._forms.of(self.find("text", term))

    # -- words like another

    def like(self, field: str, word: str, distance: int) -> list[str]:
        """Return the whole forms of a field that may differ from a word in so few letters: a few too many."""
        found = self._likeness.get(field)
        if found is None:
            from indexer.store.likeness import Likeness as Forms  # noqa: PLC0415 - only fuzzy words need it

            found = self._likeness[field] = Forms(self.segment, field)
        return found.like(word, distance)


def _from(parts: ListParts, nth: int) -> memoryview:
    """Return the bytes of a list from its nth part on: units, how often in each, positions, variants."""
    body = parts.body
    for form, count in zip(parts.forms[:nth], (parts.units, parts.units, parts.places), strict=False):
        body = body[packed_size(form, count, body) :]
    return body


def _chosen(variants: Numbers, entry: Entry) -> Numbers:
    """Return which variants, counted from 1, are those of a term."""
    if entry.last == entry.first + 1:
        found: Numbers = variants == entry.last
        return found
    return (variants > entry.first) & (variants <= entry.last)
