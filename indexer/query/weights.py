"""Nodes whose scores count more, or less, than they would by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.query.plan import Placed, Plan, Rescored

if TYPE_CHECKING:
    from indexer.query.collection import Collection
    from indexer.query.places import Spans
    from indexer.store.ascending import Numbers


class Weighted(Rescored):
    """What another node matches, with its scores times a factor."""

    def __init__(self, child: Plan, factor: float) -> None:
        super().__init__(child)
        self.factor = factor

    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return the child's scores times the factor."""
        return self.child.score(whole, nth, records) * self.factor

    def score_any(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return the scores of some records, as the child finds them fastest."""
        return self.child.score_any(whole, nth, records) * self.factor


class WeightedPlaced(Placed):
    """The same of a node whose matches have places."""

    def __init__(self, child: Placed, factor: float) -> None:
        super().__init__()
        self.child = child
        self.factor = factor
        self.field = child.field

    def _find_units(self, whole: Collection, nth: int) -> Numbers:
        return self.child.units(whole, nth)

    def spans(self, whole: Collection, nth: int, within: Numbers | None) -> Spans:
        """Return where the child matches."""
        return self.child.spans(whole, nth, within)

    def unit_score(self, whole: Collection, nth: int, units: Numbers) -> Numbers:
        """Return the child's scores times the factor."""
        return self.child.unit_score(whole, nth, units) * self.factor

    def size(self, whole: Collection) -> int:
        """Return about how many records match."""
        return self.child.size(whole)
