"""How words are written: the whole forms of a stem in one segment."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from indexer.store.analysis import TYPED_FORM, WHOLE_FORM
from indexer.store.terms import field_term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.store.ascending import Numbers
    from indexer.store.segment import Entry, Segment

_FEW_LISTS = 8
"""Lists whose terms are sought one by one, before all terms are sorted by their lists."""


class Written(NamedTuple):
    """The whole forms of a stem, and whether it stands for parts of words, or words without hyphens, too."""

    forms: tuple[str, ...]
    is_joined: bool


class WrittenForms:
    """The whole forms and the spellings of the field text, by the lists that they are parts of."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment
        self._sought = 0

    def of(self, entries: Iterable[Entry]) -> Written:
        """Return how a stem is written, given its entries."""
        forms: list[str] = []
        apart = 0
        for entry in entries:
            for place in self._named_in(entry.list):
                name = self._segment.term_at(place)[1:].decode()
                if name.startswith(WHOLE_FORM):
                    named = self._segment.entry(place)
                    forms.append(name[len(WHOLE_FORM) :])
                    apart += max(named.last, 1) - named.first
                else:
                    apart -= 1
        return Written(tuple(forms), apart != 0)

    @cached_property
    def _named(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Where the whole forms and the spellings stand in the table of terms."""
        place = self._segment.place_of
        forms, typed = (
            (place(field_term("text", first)), place(field_term("text", chr(ord(first) + 1))))
            for first in (WHOLE_FORM, TYPED_FORM)
        )
        return forms, typed

    @cached_property
    def _by_list(self) -> tuple[Numbers, Numbers]:
        """The lists of all these terms, sorted, and the places of the terms."""
        places = np.concatenate([np.arange(*stretch) for stretch in self._named])
        lists = self._segment.file.array("terms.lists")[places]
        order = np.argsort(lists, kind="stable")
        return lists[order], places[order]

    def _named_in(self, number: int) -> list[int]:
        """Return the places of the whole forms and spellings in a list; sorting pays after a few lists."""
        self._sought += 1
        if self._sought > _FEW_LISTS:
            lists, places = self._by_list
            low, high = np.searchsorted(lists, [number, number + 1])
            found: list[int] = places[low:high].tolist()
            return found
        lists = self._segment.file.array("terms.lists")
        return [
            place + start
            for start, end in self._named
            for place in np.flatnonzero(lists[start:end] == number).tolist()
        ]
