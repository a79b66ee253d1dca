"""Words in the title and the headings of a paragraph that matches: more score."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from indexer.query.listed import AnyTerm
from indexer.query.plan import NONE, Plan, Rescored
from indexer.query.scoring import CONTEXT_WEIGHT
from indexer.store.ascending import places_of_shared, union

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.query.collection import Collection
    from indexer.store.ascending import Numbers


class InContext(Rescored):
    """What another node matches, scored higher where words stand in the title or the headings too.

    Args:
        child: What matches.
        words: Terms of the field text, any of each group, as often as they were asked for.
        fields: Those of the context.
    """

    def __init__(self, child: Plan, words: Iterable[frozenset[str]], fields: Iterable[str]) -> None:
        super().__init__(child)
        self.words: dict[tuple[str, ...], int] = {}
        for word in words:
            terms = tuple(sorted(word))
            self.words[terms] = self.words.get(terms, 0) + 1
        self.fields = tuple(fields)

    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return the child's scores, and what the context adds; those of a word alone are remembered."""
        child = self.child
        if isinstance(child, AnyTerm) and self.words and records is child.match(whole, nth):
            return whole.kept(
                nth,
                ("in context", self.fields, *self.words.items()),
                lambda: self._scored(whole, nth, records, child.made_scores(whole, nth)),
            )
        return self._scored(whole, nth, records, child.score(whole, nth, records))

    def _scored(self, whole: Collection, nth: int, records: Numbers, scores: Numbers) -> Numbers:
        """Return scores of some records with what the context adds."""
        total = scores.copy() if self.words else scores
        for terms, times in self.words.items():
            key = ("context", self.fields, terms)
            held, added = whole.kept(nth, key, partial(self._added, whole, nth, terms))
            at, which = places_of_shared(records, held, whole.segments[nth].count)
            total[at] += times * added.take(which)
        return total

    def _added(self, whole: Collection, nth: int, terms: tuple[str, ...]) -> tuple[Numbers, Numbers]:
        """Return the records that have a word in their context, and what it adds to their scores."""
        segment = whole.segments[nth]
        weight = CONTEXT_WEIGHT * whole.weight("text", terms)
        rows = [NONE]
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
