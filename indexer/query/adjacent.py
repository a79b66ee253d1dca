"""Words typed side by side that stand side by side: a little more score."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from indexer.query.listed import AnyTerm
from indexer.query.places import BITS
from indexer.query.plan import Plan, Rescored
from indexer.query.together import Side
from indexer.store.ascending import is_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.query.collection import Collection
    from indexer.store.ascending import Numbers

ADJACENT_WEIGHT = 0.15
"""What two neighbours count, beside the lighter one of them: on the collections of the evaluation .1 to .2 is
best."""

_MOST = 1_000
"""Records whose neighbours are looked at, the best ones: none behind them comes to the front by so little."""

Pair = tuple[frozenset[str], frozenset[str]]
"""The terms of a word and of the next one."""


class Adjacent(Rescored):
    """What another node matches, scored higher where words typed side by side stand so.

    Args:
        child: What matches.
        pairs: Words that were typed side by side, as often as they were.
    """

    def __init__(self, child: Plan, pairs: Iterable[Pair]) -> None:
        super().__init__(child)
        self.pairs = Counter(pairs)

    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return the child's scores, and what neighbours add to the best of them."""
        scores = self.child.score(whole, nth, records)
        if len(records) > _MOST:
            best = np.sort(np.argpartition(-scores, _MOST)[:_MOST])
            scores = scores.copy()  # the child may keep them
            scores[best] += self._added(whole, nth, records[best])
            return scores
        return scores + self._added(whole, nth, records)

    def _added(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        total = np.zeros(len(records))
        damping = whole.damping("text", nth)
        size = whole.segments[nth].count
        for (first, second), times in self.pairs.items():
            parts = AnyTerm("text", first), AnyTerm("text", second)
            spans = Side(parts).spans(whole, nth, records)
            if not len(spans.first):
                continue
            units, counts = np.unique(spans.first >> BITS, return_counts=True)
            wanted = is_in(units, records, size)  # a short list is read as a whole
            units, counts = units[wanted], counts[wanted]
            weight = times * ADJACENT_WEIGHT * min(whole.weight("text", part.terms) for part in parts)
            at = np.searchsorted(records, units)
            total[at] += weight * whole.scorer.score(counts, damping[units])
        return total
