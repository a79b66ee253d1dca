"""Chunks of texts -> sorted posting lists, without an object for each posting.

Texts are numbers of chunks (`vocabulary`); the chunks' words are spread out as 64-bit keys - stem, unit,
position, variant, from high to low bits - and one sort of the keys is the inversion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from indexer.store.analysis import GAP, TYPED_FORM, WHOLE_FORM
from indexer.store.ascending import is_first
from indexer.store.posting_lists import Postings, Terms, slices
from indexer.store.terms import field_term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from indexer.store.ascending import Numbers
    from indexer.store.reads import Read
    from indexer.store.vocabulary import Vocabulary

_KEY_BITS = 63
"""Of a number that is not negative."""


class Keys(NamedTuple):
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

    def keys(self, reads: Iterable[Read], units: int, count: int) -> Keys:
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
        return Keys(values, unit_bits, place_bits)

    def _starts(self, read: Read) -> Numbers:
        """Return the position at which each chunk begins, counted in its unit."""
        return _positions(self.advances[read.chunks], read.pieces, read.owners)

    def postings(self, field: str, keys: Keys) -> Iterator[Postings]:
        """Yield the lists of sorted keys, so many at a time that the arrays between stay small."""
        for part in slices(keys.values, keys.unit_bits + keys.place_bits + self._variant_bits):
            yield self._lists(field, keys, part)

    def _lists(self, field: str, keys: Keys, values: Numbers) -> Postings:
        """Return the lists of some sorted keys."""
        low = self._variant_bits + keys.place_bits
        heads = values >> low
        begins = np.flatnonzero(is_first(heads))
        counts = np.diff(np.append(begins, len(values)))
        heads = heads[begins]
        units = (heads & ((1 << keys.unit_bits) - 1)).astype(np.uint32)
        stems = heads >> keys.unit_bits
        places = (values >> self._variant_bits).astype(np.uint32) & np.uint32((1 << keys.place_bits) - 1)
        variants = (values & ((1 << self._variant_bits) - 1)).astype(np.uint32)
        first = np.flatnonzero(is_first(stems))
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
        heads = np.flatnonzero(is_first(owners) | is_first(self._forms[there]))
        stops = np.append(heads[1:], len(there))[: len(heads)] - 1  # there may be none
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


def _positions(advances: Numbers, pieces: Numbers, owners: Numbers) -> Numbers:
    """Return the position at which each chunk begins, counted in its unit."""
    reached = np.append(np.int64(0), np.cumsum(advances, dtype=np.int64))
    ends = np.cumsum(pieces, dtype=np.int64)
    spans = np.maximum(reached[ends] - reached[ends - pieces] - 1, 0) + GAP
    before = np.cumsum(spans) - spans
    base = before - before[np.searchsorted(owners, owners)] - reached[ends - pieces]
    starts: Numbers = reached[:-1] + np.repeat(base, pieces)
    return starts
