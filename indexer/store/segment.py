"""One segment, to read from: terms, posting lists and records, without numpy until something is scored."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from indexer.store.blocks import BlockReader
from indexer.store.columns import ColumnFile
from indexer.store.packed_list import unpack_ascending_list
from indexer.store.terms import Row, field_term, restored

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from indexer.model import Record

FORM_BITS = 3
"""For how one part of a list is packed; those of all its parts share a number."""
_FORM = (1 << FORM_BITS) - 1

_OF_TERMS = (
    "terms.lists", "terms.first", "terms.last", "lists.starts", "lists.forms", "lists.units", "lists.places",
)  # fmt: skip
"""Columns with a number for each term, or list."""

_STEP = 128
"""Terms from one that is held as a landmark to the next: a term is found in .6 of the time."""

_MANY_TERMS = 50
"""Look-ups of terms after which more are to be expected."""

ENDING = ".par"
"""Of a segment's file."""

GONE_ENDING = ".gone"
"""Of the file that holds the numbers of a segment's deleted records."""


class Entry(NamedTuple):
    """Where a term's postings are: a list, and its variants from first to before last; 0, 0 for all."""

    list: int
    first: int
    last: int

    def of_list(self) -> Entry:
        """Return the entry of all variants of the list."""
        return Entry(self.list, 0, 0) if self.last else self


class ListParts(NamedTuple):
    """A posting list as it lies in the file: bytes, postings, positions, and the forms of its parts."""

    body: memoryview
    units: int
    places: int
    forms: tuple[int, ...]


class Segment:
    """A segment and which of its records are deleted; any number of threads may read it.

    Attributes:
        file: Its columns.
        count: How many records it has, deleted ones included.
    """

    def __init__(self, path: Path, gone: Path | None = None) -> None:
        self.file = ColumnFile(path)
        self.count = self.file.facts["records"]
        self._gone = ColumnFile(gone) if gone is not None else None  # a later commit may delete the file
        self._held: dict[str, memoryview] = {}
        self._looked_up = 0
        self._terms: tuple[memoryview, memoryview] | None = None
        self._landmarks: list[bytes] = []
        self._known_rows: dict[int, Row] = {}
        self._known_sections: dict[int, tuple[str, ...]] = {}

    @cached_property
    def deleted(self) -> frozenset[int]:
        """The numbers of deleted records."""
        if self._gone is None:
            return frozenset()
        return frozenset(self._gone.numbers("gone"))

    # -- terms

    @cached_property
    def term_count(self) -> int:
        """How many entries the table of terms has, of all fields."""
        return self.file.size("terms.lists") // self.file.width("terms.lists")

    def term_at(self, place: int) -> bytes:
        """Return a term by its place in the sorted table, its field's byte before it."""
        if self._terms is not None:
            starts, text = self._terms
            return bytes(text[starts[place] : starts[place + 1]])
        number = self.file.number
        start, end = number("terms.starts", place), number("terms.starts", place + 1)
        return bytes(self.file.view("terms.text", start, end))

    def terms_between(self, first: int, last: int) -> Iterator[bytes]:
        """Yield the terms from one place to before another."""
        if first >= last:
            return
        starts = self.file.stretch("terms.starts", first, last + 1)
        text = bytes(self.file.view("terms.text", starts[0], starts[-1]))
        base = starts[0]
        for low, high in pairwise(starts):
            yield text[low - base : high - base]

    def place_of(self, term: bytes) -> int:
        """Return the place of the first term that is not before the given one."""
        low, high = 0, self.term_count
        if self._landmarks:
            after = bisect_left(self._landmarks, term) * _STEP
            low, high = max(0, after - _STEP), min(after, high)
        while low < high:
            middle = (low + high) // 2
            if self.term_at(middle) < term:
                low = middle + 1
            else:
                high = middle
        return low

    def entry(self, place: int) -> Entry:
        """Return what stands beside a term."""
        value = self.value
        return Entry(value("terms.lists", place), value("terms.first", place), value("terms.last", place))

    def find(self, field: str, term: str) -> tuple[Entry, ...]:
        """Return the entries of a term: none where it is not there, several where it has several stems."""
        self._looked_up += 1
        if self._terms is None and self._looked_up > _MANY_TERMS:
            self._hold_terms()
        wanted = field_term(field, term)
        found = []
        for place in range(self.place_of(wanted), self.term_count):
            if self.term_at(place) != wanted:
                break
            found.append(self.entry(place))
        return tuple(found)

    def terms(self, field: str, prefix: str = "") -> Iterator[tuple[str, Entry]]:
        """Yield the terms of a field that begin with prefix, in order, with each of their entries."""
        wanted = field_term(field, prefix)
        start = self.place_of(wanted)
        end = self.place_of(wanted[:-1] + bytes([wanted[-1] + 1]))  # UTF-8 has no byte 255
        stretch = self.file.stretch
        entries = zip(
            *(stretch(f"terms.{name}", start, end) for name in ("lists", "first", "last")), strict=True
        )
        for term, entry in zip(self.terms_between(start, end), entries, strict=True):
            yield term[1:].decode(), Entry(*entry)

    # -- posting lists

    def parts(self, number: int) -> ListParts:
        """Return the bytes of a list, its numbers of postings and positions, and how its parts are packed."""
        column = self.value
        start, end = column("lists.starts", number), column("lists.starts", number + 1)
        forms = column("lists.forms", number)
        return ListParts(
            self.file.view("postings", start, end),
            column("lists.units", number),
            column("lists.places", number),
            (
                forms & _FORM,
                forms >> FORM_BITS & _FORM,
                forms >> 2 * FORM_BITS & _FORM,
                forms >> 3 * FORM_BITS & _FORM,
            ),
        )

    def records_in(self, number: int) -> list[int]:
        """Return the records in a list, without numpy and deleted ones; of no field with other units."""
        parts = self.parts(number)
        found = unpack_ascending_list(parts.forms[0], parts.units, parts.body)
        if self.deleted:
            return [record for record in found if record not in self.deleted]
        return found

    def count_in(self, number: int) -> int:
        """Return how many records are in a list, deleted ones left out, as above."""
        if self.deleted:
            return len(self.records_in(number))
        return self.value("lists.units", number)

    # -- records

    @cached_property
    def kept(self) -> BlockReader:
        """What every record has for itself, deleted ones included."""
        return BlockReader(self.file, "records")

    @cached_property
    def _row_blocks(self) -> BlockReader:
        return BlockReader(self.file, "rows")

    @cached_property
    def _section_blocks(self) -> BlockReader:
        return BlockReader(self.file, "sections")

    @cached_property
    def rows(self) -> list[Row]:
        """Every row of the segment."""
        return [msgspec.json.decode(piece, type=Row) for piece in self._row_blocks]

    @cached_property
    def sections(self) -> list[tuple[str, ...]]:
        """Every section path of the segment."""
        return [msgspec.json.decode(piece, type=tuple[str, ...]) for piece in self._section_blocks]

    def records_below(self, is_wanted: Callable[[Sequence[str]], bool]) -> list[int]:
        """Return the records whose section path is wanted, without deleted ones."""
        paths = {at for at, section in enumerate(self.sections) if is_wanted(section)}
        held = self.file.numbers("record.path") if paths else ()
        return [number for number, path in enumerate(held) if path in paths and number not in self.deleted]

    def record(self, number: int) -> Record:
        """Return a record."""
        value = self.value
        row, path = value("record.row", number), value("record.path", number)
        return restored(self.kept[number], self._row(row), self._section(path), value("record.order", number))

    def hold_records(self) -> None:
        """Prepare for many records to be read: by the first search, not by a look-up."""
        for name in ("record.row", "record.path", "record.order"):
            self._held[name] = self.file.numbers(name)

    def _hold_terms(self) -> None:
        """Prepare for many terms to be looked up, which verifies the whole table."""
        for name in _OF_TERMS:
            self._held[name] = self.file.numbers(name)
        self._terms = self.file.numbers("terms.starts"), self.file.view("terms.text")
        self._landmarks = [self.term_at(place) for place in range(0, self.term_count, _STEP)]

    def value(self, name: str, number: int) -> int:
        """Return a number of a column."""
        held = self._held.get(name)
        return self.file.number(name, number) if held is None else held[number]

    def _row(self, number: int) -> Row:
        found = self._known_rows.get(number)
        if found is None:
            found = self._known_rows[number] = msgspec.json.decode(self._row_blocks[number], type=Row)
        return found

    def _section(self, number: int) -> tuple[str, ...]:
        found = self._known_sections.get(number)
        if found is None:
            found = msgspec.json.decode(self._section_blocks[number], type=tuple[str, ...])
            self._known_sections[number] = found
        return found

    def row(self, number: int) -> Row:
        """Return the row of a record; its sort key places the record inside its document too."""
        row = self._row(self.value("record.row", number))
        order = self.value("record.order", number)
        return msgspec.structs.replace(row, sort=f"{row.sort}\t{order:06d}")
