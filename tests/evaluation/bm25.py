"""BM25 as Lucene has it: the formula to compare ours with."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]


class BM25:
    """In the place of `indexer.query.scoring.InExpB2`.

    Robertson and others, "Okapi at TREC-3" (1994); k1 and b as Whoosh and Lucene set them.
    """

    k1, b = 1.2, 0.75

    def weight(self, holding: int, occurrences: int, total: int) -> float:  # noqa: ARG002 - what every scorer takes
        """Return log(1 + (N - n + 0.5) / (n + 0.5))."""
        return math.log(1 + (max(total, holding) - holding + 0.5) / (holding + 0.5))

    def damping(self, lengths: Numbers, average: float) -> Numbers:
        """Return k1 (1 - b + b length / average)."""
        damped: Numbers = self.k1 * ((1 - self.b) + self.b * (lengths / average))
        return damped

    def score(self, counts: Numbers, damping: Numbers) -> Numbers:
        """Return count (k1 + 1) / (count + damping)."""
        scored: Numbers = counts * (self.k1 + 1) / (counts + damping)
        return scored
