"""Records of one batch -> sorted posting lists, without an object for each posting.

Texts become numbers of chunks (`vocabulary`), the chunks' words are spread out as 64-bit keys - stem, unit,
position, variant, from high to low bits - and one sort of the keys is the inversion.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from indexer.store.analysis import GAP, TYPED_FORM, WHOLE_FORM
from indexer.store.reads import Read, Reads
from indexer.store.terms import COUNT_FIELDS, field_term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from indexer.store.vocabulary import Vocabulary

    Numbers = NDArray[Any]

_KEY_BITS = 63
_RECORD_BITS = 32

_SLICE = 100_000
"""Keys that become posting lists at a time."""

_READ = 1 << 20
"""Characters of texts that are read at once."""


class Terms(NamedTuple):
    """Terms, column by column.

    Attributes:
        texts: As they stand in the table of terms.
        lists: The place of each one's list in `Postings`.
        first: The first variant that it stands for, counted from 0.
        last: The one behind the last; both are 0 where all variants of the list are meant.
    """

    texts: list[bytes]
    lists: Numbers
    first: Numbers
    last: Numbers


def whole_lists(texts: list[bytes]) -> Terms:
    """Return the terms of lists that have one term each, in their order."""
    none = np.zeros(len(texts), np.int64)
    return Terms(texts, np.arange(len(texts)), none, none)


class Postings(NamedTuple):
    """Posting lists; units ascend inside a list.

    A unit is a record, or one of the different titles or section paths that records share.

    Attributes:
        terms: What the lists are found by.
        ends: Where each list ends in units.
        units: What each posting stands for.
        counts: How often the stem stands there.
        places: Its positions, all postings one behind the other; None where the field has none.
        variants: The variant at each position, counted from 0 in its list.
    """

    terms: Terms
    ends: Numbers
    units: Numbers
    counts: Numbers
    places: Numbers | None = None
    variants: Numbers | None = None


class PassageBatch:
    """The running texts of one field on their way to posting lists."""

    def __init__(self, field: str, vocabulary: Vocabulary, folder: Path | None = None) -> None:
        self.field = field
        self.chunks = 0
        self.units = 0
        self._vocabulary = vocabulary
        self._reads = Reads(folder)
        self._waiting: list[str] = []
        self._owners: list[int] = []
        self._size = 0
        self._language = ""

    def add(self, texts: Sequence[str], language: str) -> int:
        """Take the texts of the next unit; return its number."""
        if language != self._language or self._size > _READ:
            self.read()
            self._language = language
        for text in texts:
            self._waiting.append(text)
            self._owners.append(self.units)
            self._size += len(text)
        self.units += 1
        return self.units - 1

    def read(self) -> None:
        """Read what waits; all must be read before the vocabulary is taken as arrays."""
        if self._waiting:
            chunks, pieces = self._vocabulary.read(self._waiting, self._language)
            self._reads.add(Read(chunks, pieces, np.array(self._owners, np.uint32)))
            self.chunks += len(chunks)
        self._waiting, self._owners, self._size = [], [], 0

    def invert(self, words: Words) -> tuple[Iterator[Postings], Numbers]:
        """Return the posting lists bit by bit, and the length of each unit: how many stems stand in it.

        Args:
            words: The vocabulary as arrays.
        """
        lengths = np.zeros(self.units, np.uint32)
        for read in self._reads:
            sizes = np.bincount(read.units, words.sizes[read.chunks])
            lengths[: len(sizes)] += sizes.astype(np.uint32)
            words.uses += np.bincount(read.chunks, minlength=len(words.uses))
        keys = words.keys(self._reads, self.units, int(lengths.sum()))
        self.close()
        keys.values.sort()
        return words.postings(self.field, keys), lengths

    def close(self) -> None:
        """Let go of what was read."""
        self._reads.close()


def _positions(advances: Numbers, pieces: Numbers, owners: Numbers) -> Numbers:
    """Return the position at which each chunk begins, counted in its unit."""
    reached = np.append(np.int64(0), np.cumsum(advances, dtype=np.int64))
    ends = np.cumsum(pieces, dtype=np.int64)
    spans = np.maximum(reached[ends] - reached[ends - pieces] - 1, 0) + GAP
    before = np.cumsum(spans) - spans
    base = before - before[np.searchsorted(owners, owners)] - reached[ends - pieces]
    starts: Numbers = reached[:-1] + np.repeat(base, pieces)
    return starts


class _Keys(NamedTuple):
    """Occurrences as numbers that sort: stem, unit, position, variant."""

    values: Numbers
    unit_bits: int
    place_bits: int


class Words:
    """A vocabulary as arrays.

    Attributes:
        sizes: How many entries each chunk has.
        advances: How many positions it takes.
        uses: How often it stands in what was inverted.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.uses = np.zeros(len(vocabulary), np.int64)
        begins = np.array(vocabulary.begins, np.int64)
        self._begins, self.sizes = begins[:-1], np.diff(begins)
        self.advances = np.array(vocabulary.advances, np.uint16)
        self._places = np.array(vocabulary.entry_places, np.int64)
        entries = np.array(vocabulary.entry_variants, np.int64)
        stems = np.array(vocabulary.variant_stems, np.int64)
        forms = np.array(vocabulary.variant_forms, np.int64)
        typed = np.array(vocabulary.variant_typed, np.int64)
        homes = np.array(vocabulary.variant_homes, np.int64)
        order = np.lexsort((typed, 1 - homes, forms, stems))
        self._stems, self._forms, self._typed, self._homes = (
            numbers[order] for numbers in (stems, forms, typed, homes)
        )
        self._first = np.searchsorted(self._stems, np.arange(len(vocabulary.stem_terms)))
        local = np.empty(len(order), np.int64)
        local[order] = np.arange(len(order)) - self._first[self._stems]
        self._entry_stems, self._entry_variants = stems[entries], local[entries]
        self._variant_bits = int(local.max(initial=0)).bit_length()

    def keys(self, reads: Iterable[Read], units: int, count: int) -> _Keys:
        """Return the unsorted keys of some texts.

        Args:
            reads: The texts.
            units: How many units there are.
            count: How many keys there will be.
        """
        highest = max((int(self._starts(read).max(initial=0)) for read in reads), default=0)
        place_bits = (highest + int(self._places.max(initial=0))).bit_length()
        unit_bits = max(units, 1).bit_length()
        low = place_bits + self._variant_bits
        if len(self._vocabulary.stem_terms).bit_length() + unit_bits + low > _KEY_BITS:
            raise OverflowError("a batch is too large for 64-bit keys")
        packed = self._entry_stems << (unit_bits + low)
        packed |= (self._places << self._variant_bits) | self._entry_variants
        values = np.empty(count, np.int64)
        at = 0
        for read in reads:
            here = (read.units.astype(np.int64) << low) + (self._starts(read) << self._variant_bits)
            many = self.sizes[read.chunks]
            first = np.repeat(self._begins[read.chunks] - (np.cumsum(many) - many), many)
            first += np.arange(len(first))
            end = at + len(first)
            np.add(packed[first], np.repeat(here, many), out=values[at:end])
            at = end
        return _Keys(values, unit_bits, place_bits)

    def _starts(self, read: Read) -> Numbers:
        """Return the position at which each chunk begins, counted in its unit."""
        return _positions(self.advances[read.chunks], read.pieces, read.owners)

    def postings(self, field: str, keys: _Keys) -> Iterator[Postings]:
        """Yield the lists of sorted keys, so many at a time that the arrays between stay small."""
        for part in _slices(keys.values, keys.unit_bits + keys.place_bits + self._variant_bits):
            yield self._lists(field, keys, part)

    def _lists(self, field: str, keys: _Keys, values: Numbers) -> Postings:
        """Return the lists of some sorted keys."""
        low = self._variant_bits + keys.place_bits
        heads = values >> low
        begins = np.flatnonzero(steps(heads))
        counts = np.diff(np.append(begins, len(values)))
        heads = heads[begins]
        units = (heads & ((1 << keys.unit_bits) - 1)).astype(np.uint32)
        stems = heads >> keys.unit_bits
        places = (values >> self._variant_bits).astype(np.uint32) & np.uint32((1 << keys.place_bits) - 1)
        variants = (values & ((1 << self._variant_bits) - 1)).astype(np.uint32)
        first = np.flatnonzero(steps(stems))
        ends = np.append(first[1:], len(stems))
        starts = begins[first]
        lowest = np.minimum.reduceat(variants, starts)
        variants -= np.repeat(lowest, np.diff(np.append(starts, len(values))))
        terms = self._terms(field, stems[first], lowest, starts, variants)
        return Postings(terms, ends, units, counts, places, variants)

    def _terms(
        self, field: str, stems: Numbers, lowest: Numbers, starts: Numbers, variants: Numbers
    ) -> Terms:
        """Return the terms of stems, forms and spellings that occur."""
        known = self._vocabulary
        base = self._first[stems] + lowest
        seen = np.zeros(len(self._stems), bool)
        met = np.repeat(base.astype(np.uint32), np.diff(np.append(starts, len(variants))))
        met += variants
        seen[met] = True
        there = np.flatnonzero(seen & (self._homes > 0))
        owners = np.searchsorted(stems, self._stems[there])
        held = np.searchsorted(stems, self._stems[np.flatnonzero(seen)])  # those without terms included
        several = np.bincount(held, minlength=len(stems))[owners] > 1
        local = there - base[owners]
        heads = np.flatnonzero(steps(owners) | steps(self._forms[there]))
        stops = np.append(heads[1:], len(there)) - 1
        spelt = np.flatnonzero(self._typed[there])
        mark = field_term(field, "")
        whole, typed = mark + WHOLE_FORM.encode(), mark + TYPED_FORM.encode()
        texts = [mark + known.stem_terms[stem].encode() for stem in stems.tolist()]
        texts += [whole + known.forms[form].encode() for form in self._forms[there[heads]].tolist()]
        texts += [typed + known.typed[name].encode() for name in self._typed[there[spelt]].tolist()]
        none = np.zeros(len(stems), np.int64)
        return Terms(
            texts,
            np.concatenate([np.arange(len(stems)), owners[heads], owners[spelt]]),
            np.concatenate([none, local[heads] * several[heads], local[spelt] * several[spelt]]),
            np.concatenate([none, (local[stops] + 1) * several[heads], (local[spelt] + 1) * several[spelt]]),
        )


def steps(values: Numbers) -> Numbers:
    """Return which values differ from the one before; the first does."""
    found = np.empty(len(values), bool)
    found[:1] = True
    np.not_equal(values[1:], values[:-1], out=found[1:])
    return found


class TermBatch:
    """The terms of all other fields on their way to posting lists: sets, and counts."""

    def __init__(self) -> None:
        self._numbers: dict[str, dict[str, int]] = {}
        self._count = 0
        self._terms = array("I")
        self._sizes = array("I")

    def number(self, field: str, term: str) -> int:
        """Return the number of a term, a new one for a new term."""
        numbers = self._numbers.get(field)
        if numbers is None:
            numbers = self._numbers[field] = {}
        found = numbers.get(term)
        if found is None:
            found = numbers[term] = self._count
            self._count += 1
        return found

    def add(self, terms: Iterable[int]) -> None:
        """Take the terms of the next record; one that is given several times counts so often."""
        before = len(self._terms)
        self._terms.extend(terms)
        self._sizes.append(len(self._terms) - before)

    def invert(self) -> Iterator[Postings]:
        """Yield the posting lists, so many at a time that the arrays between stay small."""
        keys = (
            np.frombuffer(self._terms, np.uint32).astype(np.int64) if self._terms else np.zeros(0, np.int64)
        )
        keys <<= _RECORD_BITS
        sizes = np.array(self._sizes, np.uint32)
        keys |= np.repeat(np.arange(len(sizes), dtype=np.uint32), sizes)
        keys.sort()
        texts, counted = self._names()
        for part in _slices(keys, _RECORD_BITS):
            begins = np.flatnonzero(steps(part))
            counts = np.diff(np.append(begins, len(part)))
            heads = part[begins]
            owners = heads >> _RECORD_BITS
            ends = np.append(np.flatnonzero(steps(owners))[1:], len(owners))
            counts[~counted[owners]] = 1
            found = whole_lists([texts[owner] for owner in owners[ends - 1].tolist()])
            yield Postings(found, ends, (heads & ((1 << _RECORD_BITS) - 1)).astype(np.uint32), counts)

    def _names(self) -> tuple[list[bytes], Numbers]:
        """Return every term as it stands in the table of terms, and which are counted."""
        texts = [b""] * self._count
        counted = np.zeros(self._count, bool)
        for field, numbers in self._numbers.items():
            mark = field_term(field, "")
            for term, number in numbers.items():
                texts[number] = mark + term.encode()
            if field in COUNT_FIELDS:
                counted[list(numbers.values())] = True
        return texts, counted


def _slices(keys: Numbers, low_bits: int) -> Iterator[Numbers]:
    """Yield stretches of sorted keys that end where a list ends; the list is in the bits above the low.

    They are no longer than a slice, but for a list that is longer alone.
    """
    start = 0
    while start < len(keys):
        end = min(start + _SLICE, len(keys))
        if end < len(keys):
            last = int(keys[end]) >> low_bits
            end = int(np.searchsorted(keys, last << low_bits))
            if end == start:
                end = int(np.searchsorted(keys, (last + 1) << low_bits))
        yield keys[start:end]
        start = end
