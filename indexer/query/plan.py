"""What a query asks of each segment: which records match, and how well.

Every kind of node answers for one segment at a time, with arrays: `match` gives the records, ascending, and
`score` the scores of some of them, so that nothing is scored that a filter leaves out. Deleted records are
taken out at the end by whoever collects the answer. What matches in places of a text answers in units of its
field: these are the records, or texts that many records share.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

import numpy as np

from indexer.store.ascending import intersect, is_in
from indexer.store.terms import INDIRECT

if TYPE_CHECKING:
    from indexer.query.collection import Collection
    from indexer.query.places import Spans
    from indexer.store.ascending import Numbers

NONE = np.zeros(0, np.intp)
"""No records, and no places."""


class Plan(ABC):
    """A node; it belongs to one search, and keeps what it has found."""

    def __init__(self) -> None:
        self._matched: dict[int, Numbers] = {}

    def match(self, whole: Collection, nth: int) -> Numbers:
        """Return the records of a segment that match."""
        found = self._matched.get(nth)
        if found is None:
            found = self._matched[nth] = self._match(whole, nth)
        return found

    @abstractmethod
    def _match(self, whole: Collection, nth: int) -> Numbers:
        """Return the records of a segment that match."""

    def narrow(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return those of some records that match."""
        return intersect(records, self.match(whole, nth), whole.segments[nth].count)

    @abstractmethod
    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return the scores of some records that match."""

    def score_any(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return the scores of some records, 0 for those that do not match."""
        scores = np.zeros(len(records))
        found = self.match(whole, nth)
        if not len(found):
            return scores
        matched = is_in(records, found, whole.segments[nth].count)
        scores[matched] = self.score(whole, nth, records[matched])
        return scores

    @abstractmethod
    def size(self, whole: Collection) -> int:
        """Return about how many records match."""


class Rescored(Plan):
    """What another node matches, with other scores."""

    def __init__(self, child: Plan) -> None:
        super().__init__()
        self.child = child

    def _match(self, whole: Collection, nth: int) -> Numbers:
        return self.child.match(whole, nth)

    def narrow(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return those of some records that the child matches."""
        return self.child.narrow(whole, nth, records)

    def size(self, whole: Collection) -> int:
        """Return about how many records match."""
        return self.child.size(whole)


class Placed(Plan):
    """A node whose matches have places in a field of running text."""

    field: str

    def __init__(self) -> None:
        super().__init__()
        self._units: dict[int, Numbers] = {}

    def units(self, whole: Collection, nth: int) -> Numbers:
        """Return the units of the field that match."""
        found = self._units.get(nth)
        if found is None:
            found = self._units[nth] = self._find_units(whole, nth)
        return found

    def _find_units(self, whole: Collection, nth: int) -> Numbers:
        return self.spans(whole, nth, None).units()

    @abstractmethod
    def spans(self, whole: Collection, nth: int, within: Numbers | None) -> Spans:
        """Return where they match, in all units or at least in some ascending ones."""

    def spans_inside(self, whole: Collection, nth: int, units: Numbers) -> Spans:
        """Return where they match, at least in some ascending units all of which do."""
        return self.spans(whole, nth, units)

    @abstractmethod
    def unit_score(self, whole: Collection, nth: int, units: Numbers) -> Numbers:
        """Return the scores of some units that match."""

    def unit_score_any(self, whole: Collection, nth: int, units: Numbers) -> Numbers:
        """Return the scores of some units, 0 for those that do not match."""
        scores = np.zeros(len(units))
        found = self.units(whole, nth)
        if not len(found):
            return scores
        matched = is_in(units, found, whole.segments[nth].unit_count(self.field))
        scores[matched] = self.unit_score(whole, nth, units[matched])
        return scores

    def _match(self, whole: Collection, nth: int) -> Numbers:
        """Return the records."""
        units = self.units(whole, nth)
        if self.field not in INDIRECT:
            return units
        return np.flatnonzero(whole.segments[nth].is_held_by(self.field, units))

    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return the scores of the records' units."""
        if self.field not in INDIRECT:
            return self.unit_score(whole, nth, records)
        units, which = np.unique(whole.segments[nth].column(self.field)[records], return_inverse=True)
        return self.unit_score(whole, nth, units.astype(np.intp))[which]
