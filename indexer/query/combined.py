"""Plans made of other plans: all of them, any of them, one without the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from indexer.query.listed import AnyTerm
from indexer.query.plan import NONE, Plan, Rescored
from indexer.store.ascending import is_first, is_in, union

if TYPE_CHECKING:
    from collections.abc import Collection as Group
    from collections.abc import Iterable

    from indexer.query.collection import Collection
    from indexer.query.together import Side
    from indexer.store.ascending import Numbers

_MANY = 64
"""Scores are summed over whole lists for more than one in so many of all records."""

_FEW = 8
"""Lists are merged that have together less than one in so many of all records."""


class Level(Rescored):
    """What another node matches, with the same score for all."""

    def __init__(self, child: Plan, score: float) -> None:
        super().__init__(child)
        self.level = score

    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:  # noqa: ARG002 - what every node takes
        """Return the same score for all."""
        return np.full(len(records), self.level)


class And(Plan):
    """All of some nodes, with the sum of their scores."""

    def __init__(self, children: Group[Plan]) -> None:
        super().__init__()
        self.children = tuple(children)

    def _match(self, whole: Collection, nth: int) -> Numbers:
        """Return the records that all children match, beginning with the one that matches fewest."""
        first, *others = sorted(self.children, key=lambda child: child.size(whole))
        return _narrowed(others, whole, nth, first.match(whole, nth))

    def narrow(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return those of some records that all children match, without asking for all that they match."""
        children = sorted(self.children, key=lambda child: child.size(whole))
        return _narrowed(children, whole, nth, records)

    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return the sum of the scores."""
        first, *others = [child.score(whole, nth, records) for child in self.children]
        return sum(others, first)

    def size(self, whole: Collection) -> int:
        """Return at most how many records match."""
        return min(child.size(whole) for child in self.children)


def _narrowed(children: Iterable[Plan], whole: Collection, nth: int, records: Numbers) -> Numbers:
    for child in children:
        if not len(records):
            break
        records = child.narrow(whole, nth, records)
    return records


class AnyOf(Plan):
    """Any of some nodes, with the sum of their scores."""

    def __init__(self, children: Group[Plan]) -> None:
        super().__init__()
        self.children = tuple(children)
        self._merged: dict[int, tuple[Numbers, Numbers]] = {}

    def _match(self, whole: Collection, nth: int) -> Numbers:
        """Return the records that any child matches."""
        rows = [child.match(whole, nth) for child in self.children]
        size = whole.segments[nth].count
        if len(rows) < 2 or sum(map(len, rows)) * _FEW > size:
            return union(rows or [NONE], size)
        numbers = np.concatenate(rows)
        order = numbers.argsort(kind="stable")
        numbers = numbers.take(order)
        fresh = is_first(numbers)
        self._merged[nth] = order, fresh
        return numbers[fresh]

    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return the sum of the scores of those children that match."""
        if nth in self._merged and records is self._matched[nth]:
            order, fresh = self._merged[nth]
            rows = [child.score(whole, nth, child.match(whole, nth)) for child in self.children]
            return _summed(np.concatenate(rows).take(order), fresh)
        if len(records) * _MANY > whole.segments[nth].count:
            return self._all_scores(whole, nth).take(records)
        return sum((child.score_any(whole, nth, records) for child in self.children), np.zeros(len(records)))

    def _all_scores(self, whole: Collection, nth: int) -> Numbers:
        """Return the score of every record that matches, by its number; at others stands anything."""
        total = np.empty(whole.segments[nth].count)
        rows = [child.match(whole, nth) for child in self.children]
        for row in rows:
            total[row] = 0.0  # to clear what matches takes a tenth of the time in which zeros are made
        for child, row in zip(self.children, rows, strict=True):
            total[row] += child.score(whole, nth, row)
        return total

    def size(self, whole: Collection) -> int:
        """Return at most how many records match."""
        return sum(child.size(whole) for child in self.children)


def _summed(scores: Numbers, fresh: Numbers) -> Numbers:
    """Return the sums of runs of scores, given which of them begin one: most runs are of one score."""
    total = scores[fresh]
    others = (~fresh).nonzero()[0]
    np.add.at(total, others - np.arange(1, len(others) + 1), scores.take(others))
    return total


class Same(AnyOf):
    """Any of some names of one thing, scored as if they were one word: the best of them, weighed together.

    Each name for itself would weigh by its own rarity, and the rarest name of what everybody speaks of, or
    its name in a rare language, would come first.
    """

    def __init__(self, names: Group[AnyTerm | Side]) -> None:
        super().__init__(names)
        self.names = tuple(names)

    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return the highest share that a record has of what a name can give, times the weight of all."""
        best = np.zeros(len(records))
        for name in self.names:
            most = name.ceiling(whole)
            if most:
                np.maximum(best, name.score_any(whole, nth, records) / most, out=best)
        return best * self._weight(whole)

    def _weight(self, whole: Collection) -> float:
        holding = sum(len(self.match(whole, nth)) for nth in range(len(whole.segments)))
        terms = [name for name in self.names if isinstance(name, AnyTerm)]
        occurrences = max([holding, *(whole.counted(name.field, name.terms)[1] for name in terms)])
        return whole.scorer.weight(holding, occurrences, whole.total)


class Without(Plan):
    """What one node matches and another does not."""

    def __init__(self, wanted: Plan, unwanted: Plan) -> None:
        super().__init__()
        self.wanted = wanted
        self.unwanted = unwanted

    def _match(self, whole: Collection, nth: int) -> Numbers:
        """Return the wanted records without the others."""
        found = self.wanted.match(whole, nth)
        return found[~is_in(found, self.unwanted.match(whole, nth), whole.segments[nth].count)]

    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return the wanted node's scores."""
        return self.wanted.score(whole, nth, records)

    def size(self, whole: Collection) -> int:
        """Return at most how many records match."""
        return self.wanted.size(whole)
