"""A segment's posting lists and columns as arrays: what scoring, intersecting and counting work on."""

from __future__ import annotations

import threading
from collections import OrderedDict
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from indexer.store.analysis import TYPED_FORM, WHOLE_FORM
from indexer.store.packing import packed_size, unpack_array, unpack_ascending_array, unpack_at
from indexer.store.terms import field_term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from numpy.typing import NDArray

    from indexer.store.segment import Entry, Segment

    Numbers = NDArray[Any]

CACHE_BYTES = 48 << 20
"""Unpacked posting lists that a segment keeps; the longest list of 114,000 paragraphs takes 1 MB."""

_MOST_ENTRIES = 20_000
"""Look-ups of terms that are remembered."""

INDIRECT = ("section", "title")
"""Fields whose units are not records, but texts that many records share."""


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

    def __init__(self, segment: Segment) -> None:
        self.segment = segment
        self.count = segment.count
        segment.hold()
        self._kept: OrderedDict[tuple[Any, ...], Any] = OrderedDict()
        self._size = 0
        self._guard = threading.Lock()
        self._entries: dict[tuple[str, str], tuple[Entry, ...]] = {}

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
        marked = np.zeros(self.unit_count(field), bool)
        marked[units] = True
        held: Numbers = marked[self.column(field)]
        return held

    # -- posting lists

    def find(self, field: str, term: str) -> tuple[Entry, ...]:
        """Return the entries of a term, none where it is not there."""
        key = (field, term)
        found = self._entries.get(key)
        if found is None:
            if len(self._entries) > _MOST_ENTRIES:
                self._entries.clear()
            found = self._entries[key] = self.segment.find(field, term)
        return found

    def frequency(self, entry: Entry) -> int:
        """Return how many units a term's list has, deleted ones included: as many as the term, or more."""
        return self.segment.file.number("lists.units", entry.list)

    def frequency_of(self, entry: Entry) -> int:
        """Return how many units hold a term, deleted ones included."""
        return len(self.units(entry)) if entry.last else self.frequency(entry)

    def occurrence_count(self, entry: Entry) -> int:
        """Return how often a term stands in all its units together, deleted ones included."""
        if entry.last:
            return int(self.postings(entry)[1].sum())
        places = self.segment.file.number("lists.places", entry.list)
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

    def kept(self, key: tuple[Any, ...], make: Callable[[], Numbers]) -> Numbers:
        """Return an array that is made once and kept for a while."""
        found = self._kept.get(key)
        if found is None:
            found = (make(),)
            self._keep(key, found, found[0].nbytes)
        array: Numbers = found[0]
        return array

    def units(self, entry: Entry) -> Numbers:
        """Return the units of a term."""
        return self.postings(entry)[0]

    def postings(self, entry: Entry) -> tuple[Numbers, Numbers]:
        """Return the units of a term, and how often it stands in each."""
        key = ("postings", *entry)
        found = self._kept.get(key)
        if found is None:
            found = self._unpack_chosen(entry)[:2] if entry.last else self._unpack(entry.list)
            self._keep(key, found, found[0].nbytes + found[1].nbytes)
        return found

    def occurrences(self, entry: Entry) -> Occurrences:
        """Return the units of a term with its positions; for fields of running text only."""
        key = ("places", *entry)
        found = self._kept.get(key)
        if found is None:
            units, counts, places = self._unpack_chosen(entry)
            found = Occurrences(units, counts, np.cumsum(counts, dtype=np.intp) - counts, places)
            self._keep(key, found, sum(part.nbytes for part in found))
        return found

    def likely_units(self, entry: Entry) -> Numbers:
        """Return the units of all variants of a term's list: those of the term are among them."""
        return self.postings(entry._replace(first=0, last=0))[0]

    def occurrences_in(self, entry: Entry, within: Numbers) -> Occurrences:
        """Return the occurrences of a term in some ascending units of its list, reading no more of it."""
        parts = self.segment.parts(entry.list)
        units, counts = self.postings(entry._replace(first=0, last=0))
        starts = self._starts(entry.list, counts)
        chosen = np.searchsorted(units, within)
        many = counts[chosen].astype(np.intp)
        ends = np.cumsum(many)
        at = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(starts[chosen] - (ends - many), many)
        body = parts.body[packed_size(parts.forms[0], parts.units, parts.body) :]
        body = body[packed_size(parts.forms[1], parts.units, body) :]
        places = unpack_at(parts.forms[2], parts.places, body, at)
        if not entry.last:
            return Occurrences(within, many, ends - many, places)
        body = body[packed_size(parts.forms[2], parts.places, body) :]
        meant = _between(unpack_at(parts.forms[3], parts.places, body, at), entry)
        kept = np.add.reduceat(meant, ends - many, dtype=np.intp) if len(ends) else many
        there = kept > 0
        kept = kept[there]
        return Occurrences(within[there], kept, np.cumsum(kept) - kept, places[meant])

    def _starts(self, number: int, counts: Numbers) -> Numbers:
        """Return where the positions of each unit of a list begin."""
        return self.kept(("starts", number), lambda: np.cumsum(counts, dtype=np.uint32) - counts)

    def _unpack(self, number: int) -> tuple[Numbers, Numbers]:
        parts = self.segment.parts(number)
        units = unpack_ascending_array(parts.forms[0], parts.units, parts.body)
        at = packed_size(parts.forms[0], parts.units, parts.body)
        return units, unpack_array(parts.forms[1], parts.units, parts.body[at:])

    def _unpack_chosen(self, entry: Entry) -> tuple[Numbers, Numbers, Numbers]:
        """Return units, counts and positions of the variants that are meant."""
        parts = self.segment.parts(entry.list)
        body = parts.body
        units = unpack_ascending_array(parts.forms[0], parts.units, body)
        body = body[packed_size(parts.forms[0], parts.units, body) :]
        counts = unpack_array(parts.forms[1], parts.units, body)
        body = body[packed_size(parts.forms[1], parts.units, body) :]
        places = unpack_array(parts.forms[2], parts.places, body)
        if not entry.last:
            return units, counts, places
        variants = unpack_array(
            parts.forms[3], parts.places, body[packed_size(parts.forms[2], parts.places, body) :]
        )
        chosen = variants == entry.last if entry.last == entry.first + 1 else _between(variants, entry)
        starts = np.cumsum(counts, dtype=np.intp) - counts
        kept = np.add.reduceat(chosen, starts, dtype=np.intp)
        there = kept > 0
        return units[there], kept[there], places[chosen]

    def _keep(self, key: tuple[Any, ...], found: Any, size: int) -> None:
        if size > CACHE_BYTES // 4:
            return
        with self._guard:
            if key in self._kept:
                return
            self._kept[key] = found
            self._size += size
            while self._size > CACHE_BYTES:
                _, oldest = self._kept.popitem(last=False)
                self._size -= sum(part.nbytes for part in oldest)

    # -- spellings

    @cached_property
    def _named_variants(self) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        """The whole forms and spellings of the field text, by list: list, place in the table, first, last."""
        low = self.segment.place_of(field_term("text", WHOLE_FORM))
        middle = self.segment.place_of(field_term("text", chr(ord(WHOLE_FORM) + 1)))
        high = self.segment.place_of(field_term("text", TYPED_FORM))
        end = self.segment.place_of(field_term("text", chr(ord(TYPED_FORM) + 1)))
        places = np.concatenate([np.arange(low, middle), np.arange(high, end)])
        lists = self.segment.file.array("terms.lists")[places]
        order = np.argsort(lists, kind="stable")
        places = places[order]
        column = self.segment.file.array
        return lists[order], places, column("terms.first")[places], column("terms.last")[places]

    def spellings(self, term: str) -> tuple[str, ...] | None:
        """Return how a term of the field text is written where it stands, in ASCII.

        None where it stands for parts of words too, or for words without their hyphens, which are written in
        more ways than can be told.
        """
        found: list[str] = []
        for entry in self.find("text", term):
            written = self._written(entry)
            if written is None:
                return None
            found += written
        return tuple(found)

    def _written(self, entry: Entry) -> list[str] | None:
        lists, places, first, last = self._named_variants
        low, high = np.searchsorted(lists, [entry.list, entry.list + 1])
        found, forms, typed = [], 0, 0
        for nth in range(low, high):
            begin, end = int(first[nth]), max(int(last[nth]), 1)
            if entry.last and not entry.first <= begin < entry.last:
                continue
            name = self.segment.term_at(int(places[nth]))[1:].decode()
            if name.startswith(WHOLE_FORM):
                forms += end - begin
            else:
                typed += 1
                if name.isascii():
                    found.append(name[len(TYPED_FORM) :])
        return found if forms == typed else None

    # -- words like another

    @cached_property
    def _forms(self) -> dict[str, tuple[int, Numbers, Numbers, Numbers]]:
        return {}

    def like(self, field: str, word: str, distance: int) -> list[str]:
        """Return the whole forms of a field that may differ from a word in so few letters: a few too many.

        A form is left out by its length in bytes, or by the set of its bytes: one letter put in place of
        another changes the one by three at most and the other by eight, in ASCII by none and by two.
        """
        first, lengths, sets, wide = self._form_table(field)
        encoded = word.encode()
        wanted = np.bitwise_or.reduce(
            np.uint32(1) << (np.frombuffer(encoded, np.uint8) & 31).astype(np.uint32)
        )
        is_wide = wide | (not word.isascii())
        apart = np.abs(lengths - len(encoded))
        other = np.bitwise_count(sets ^ wanted)
        near = (apart <= np.where(is_wide, 4 * distance, distance)) & (
            other <= np.where(is_wide, 8 * distance, 2 * distance)
        )
        term_at = self.segment.term_at
        return [term_at(first + place)[2:].decode() for place in np.flatnonzero(near).tolist()]

    def _form_table(self, field: str) -> tuple[int, Numbers, Numbers, Numbers]:
        """Return of all whole forms where they begin, lengths, sets of bytes, and which are no ASCII."""
        found = self._forms.get(field)
        if found is None:
            low = self.segment.place_of(field_term(field, WHOLE_FORM))
            high = self.segment.place_of(field_term(field, chr(ord(WHOLE_FORM) + 1)))
            starts = self.segment.file.array("terms.starts")[low : high + 1].astype(np.int64)
            if high == low:
                none = np.zeros(0, np.int64)
                found = (low, none, none.astype(np.uint32), none.astype(bool))
            else:
                text = np.frombuffer(
                    self.segment.file.view("terms.text", int(starts[0]), int(starts[-1])), np.uint8
                )
                bits = np.uint32(1) << (text & 31).astype(np.uint32)
                begins = starts[:-1] - starts[0]
                bits[begins] = bits[begins + 1] = 0  # the field's byte, and the mark of a whole form
                found = (
                    low,
                    np.diff(starts) - 2,
                    np.bitwise_or.reduceat(bits, begins),
                    np.maximum.reduceat(text, begins) > 127,
                )
            self._forms[field] = found
        return found


def _between(variants: Numbers, entry: Entry) -> Numbers:
    # they are stored counted from 1
    return (variants > entry.first) & (variants <= entry.last)
