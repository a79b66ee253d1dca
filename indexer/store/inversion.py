"""Records of one batch -> sorted posting lists, without an object for each posting.

Texts become numbers of chunks (`vocabulary`), the chunks' words are spread out as 64-bit keys - stem, unit,
position, variant, from high to low bits - and one sort of the keys is the inversion.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from indexer.store.analysis import GAP
from indexer.store.terms import COUNT_FIELDS, TYPED_FORM, WHOLE_FORM, field_term

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from indexer.store.vocabulary import Vocabulary

    Numbers = NDArray[Any]

_KEY_BITS = 63
_READ = 1 << 20
"""Characters of texts that are read at once."""

_SLICE = 250_000
"""Chunks that are spread out at a time: arrays of this size stay in the processor's cache."""


class Term(NamedTuple):
    """A term, the place of its list in `Postings`, and the variants that it stands for.

    The first variant is counted from 0 and the last is one beyond; both are 0 where all are meant.
    """

    text: bytes
    list: int
    first: int
    last: int


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

    terms: list[Term]
    ends: Numbers
    units: Numbers
    counts: Numbers
    places: Numbers | None = None
    variants: Numbers | None = None


class PassageBatch:
    """The running texts of one field on their way to posting lists."""

    def __init__(self, field: str, vocabulary: Vocabulary) -> None:
        self.field = field
        self.count = 0
        self._vocabulary = vocabulary
        self._chunks: list[Numbers] = []
        self._pieces: list[Numbers] = []
        self._owners = array("I")
        self._waiting: list[str] = []
        self._size = 0
        self._language = ""
        self._units = 0

    def add(self, texts: Sequence[str], language: str) -> int:
        """Take the texts of the next unit; return its number."""
        if language != self._language or self._size > _READ:
            self._read()
            self._language = language
        self._waiting += texts
        for text in texts:
            self._size += len(text)
            self._owners.append(self._units)
        self._units += 1
        return self._units - 1

    def _read(self) -> None:
        if self._waiting:
            chunks, pieces = self._vocabulary.read(self._waiting, self._language)
            self._chunks.append(chunks)
            self._pieces.append(pieces)
            self.count += len(chunks)
        self._waiting = []
        self._size = 0

    def read(self) -> None:
        """Read what waits, before the vocabulary is taken as arrays."""
        self._read()

    def invert(self, words: Words) -> tuple[Postings | None, Numbers]:
        """Return the posting lists, and the length of each unit: how many stems stand in it.

        Args:
            words: The vocabulary as arrays.
        """
        none = np.zeros(0, np.uint32)
        chunks = np.concatenate([*self._chunks, none])
        pieces = np.concatenate([*self._pieces, none]).astype(np.int64)
        self._chunks = self._pieces = []
        owners = np.frombuffer(self._owners, np.uint32) if self._owners else none
        units = np.repeat(owners, pieces)
        positions = _positions(words.advances[chunks], pieces, owners)
        lengths = np.bincount(units, words.sizes[chunks], self._units).astype(np.uint32)
        keys = words.keys(chunks, units, positions, self._units)
        del chunks, units, positions
        keys.values.sort()
        return words.postings(self.field, keys), lengths


def _positions(advances: Numbers, pieces: Numbers, owners: Numbers) -> Numbers:
    """Return the position at which each chunk begins, counted in its unit."""
    reached = np.append(0, np.cumsum(advances, dtype=np.int64))
    ends = np.cumsum(pieces, dtype=np.int64)
    spans = np.maximum(reached[ends] - reached[ends - pieces] - 1, 0) + GAP
    before = np.cumsum(spans) - spans
    base = before - before[np.searchsorted(owners, owners)] - reached[ends - pieces]
    return reached[:-1] + np.repeat(base, pieces)


class _Keys(NamedTuple):
    """Occurrences as numbers that sort: stem, unit, position, variant."""

    values: Numbers
    unit_bits: int
    place_bits: int


class Words:
    """A vocabulary as arrays."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
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

    def keys(self, chunks: Numbers, units: Numbers, positions: Numbers, unit_count: int) -> _Keys:
        """Return the unsorted keys of some chunks."""
        highest = int(positions.max(initial=0)) + int(self._places.max(initial=0))
        place_bits, unit_bits = highest.bit_length(), max(unit_count, 1).bit_length()
        low = place_bits + self._variant_bits
        if len(self._vocabulary.stem_terms).bit_length() + unit_bits + low > _KEY_BITS:
            raise OverflowError("a batch is too large for 64-bit keys")
        packed = self._entry_stems << (unit_bits + low)
        packed |= (self._places << self._variant_bits) | self._entry_variants
        counts = self.sizes[chunks]
        ends = np.cumsum(counts)
        values = np.empty(int(ends[-1]) if len(ends) else 0, np.int64)
        for start in range(0, len(chunks), _SLICE):
            part = slice(start, start + _SLICE)
            many, stop = counts[part], ends[part]
            base = int(stop[0] - many[0])
            here = (units[part].astype(np.int64) << low) + (positions[part] << self._variant_bits)
            first = np.repeat(self._begins[chunks[part]] - (stop - many - base), many)
            first += np.arange(len(first))
            values[base : int(stop[-1])] = packed[first] + np.repeat(here, many)
        return _Keys(values, unit_bits, place_bits)

    def postings(self, field: str, keys: _Keys) -> Postings | None:
        """Return the lists of sorted keys."""
        values = keys.values
        if not len(values):
            return None
        heads = values >> (self._variant_bits + keys.place_bits)
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
    ) -> list[Term]:
        """Return the terms of stems, forms and spellings that occur."""
        known = self._vocabulary
        names = known.stem_terms
        terms = [
            Term(field_term(field, names[stem]), place, 0, 0) for place, stem in enumerate(stems.tolist())
        ]
        lists = np.repeat(np.arange(len(stems)), np.diff(np.append(starts, len(variants))))
        base = self._first[stems] + lowest
        seen = np.zeros(len(self._stems), bool)
        seen[base[lists] + variants] = True
        there = np.flatnonzero(seen & (self._homes > 0))
        owners = np.searchsorted(stems, self._stems[there])
        alone = np.bincount(owners, minlength=len(stems))[owners] == 1
        local = there - base[owners]
        head = steps(owners) | steps(self._forms[there])
        stop = np.append(np.flatnonzero(head)[1:], len(there)) - 1
        last = local[stop] + 1
        whole = [WHOLE_FORM + known.forms[form] for form in self._forms[there[head]].tolist()]
        terms += [
            Term(field_term(field, text), owner, 0 if single else one, 0 if single else end)
            for text, owner, single, one, end in zip(
                whole, owners[head].tolist(), alone[head].tolist(), local[head].tolist(), last.tolist(),
                strict=True,
            )
        ]  # fmt: skip
        spelt = np.flatnonzero(self._typed[there])
        terms += [
            Term(field_term(field, TYPED_FORM + known.typed[typed]), owner, *((0, 0) if single else (one, one + 1)))
            for typed, owner, single, one in zip(
                self._typed[there[spelt]].tolist(), owners[spelt].tolist(), alone[spelt].tolist(),
                local[spelt].tolist(), strict=True,
            )
        ]  # fmt: skip
        return terms


def steps(values: Numbers) -> Numbers:
    """Return which values differ from the one before; the first does."""
    found = np.empty(len(values), bool)
    found[:1] = True
    np.not_equal(values[1:], values[:-1], out=found[1:])
    return found


class TermBatch:
    """The terms of all other fields on their way to posting lists: sets, and counts."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}
        self._terms = array("I")
        self._sizes = array("I")

    def number(self, field: str, term: str) -> int:
        """Return the number of a term, a new one for a new term."""
        return self._numbers.setdefault((field, term), len(self._numbers))

    def add(self, terms: Iterable[int]) -> None:
        """Take the terms of the next record; one that is given several times counts so often."""
        before = len(self._terms)
        self._terms.extend(terms)
        self._sizes.append(len(self._terms) - before)

    def invert(self) -> Postings | None:
        """Return the posting lists."""
        if not self._terms:
            return None
        terms = np.frombuffer(self._terms, np.uint32).astype(np.int64)
        sizes = np.frombuffer(self._sizes, np.uint32)
        keys = (terms << 32) | np.repeat(np.arange(len(sizes)), sizes)
        keys.sort()
        begins = np.flatnonzero(steps(keys))
        counts = np.diff(np.append(begins, len(keys)))
        owners = keys[begins] >> 32
        ends = np.append(np.flatnonzero(steps(owners))[1:], len(owners))
        known = list(self._numbers)
        counted = np.array([field in COUNT_FIELDS for field, _ in known])
        counts[~counted[owners]] = 1
        found = [
            Term(field_term(*known[owner]), place, 0, 0)
            for place, owner in enumerate(owners[ends - 1].tolist())
        ]
        return Postings(found, ends, (keys[begins] & 0xFFFFFFFF).astype(np.uint32), counts)
