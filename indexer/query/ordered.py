"""Two nodes in a fixed order: one stands at most so many words behind the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from indexer.query.places import Spans, ahead
from indexer.query.plan import Within

if TYPE_CHECKING:
    from indexer.query.collection import Collection
    from indexer.query.plan import Numbers

_NONE = np.zeros(0, np.int64)


class Ordered(Within):
    """Two nodes with at most so many words from the first to the second."""

    def spans(self, whole: Collection, nth: int, within: Numbers | None) -> Spans:
        """Return the stretches from the first to the second."""
        both = self._both(whole, nth, within)
        return ahead(*both, self.distance) if both else Spans(_NONE, _NONE)

    def _find_units(self, whole: Collection, nth: int) -> Numbers:
        return self.spans(whole, nth, None).units()
