"""The terms of one batch that are not words of running texts: gathered, and inverted at the end."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import numpy as np

from indexer.store.ascending import is_first
from indexer.store.posting_lists import Postings, slices, whole_lists
from indexer.store.terms import COUNT_FIELDS, field_term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from indexer.store.ascending import Numbers

_RECORD_BITS = 32
"""Of a key, for the number of the record; the others are for that of the term."""


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
        for part in slices(keys, _RECORD_BITS):
            begins = np.flatnonzero(is_first(part))
            counts = np.diff(np.append(begins, len(part)))
            heads = part[begins]
            owners = heads >> _RECORD_BITS
            ends = np.append(np.flatnonzero(is_first(owners))[1:], len(owners))
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
