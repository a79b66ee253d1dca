"""Plans made of other plans: all of them, any of them, one without the other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from indexer.query.listed import AnyTerm
from indexer.query.plan import NONE, Plan, Rescored
from indexer.query.rows import is_in, union

if TYPE_CHECKING:
    from collections.abc import Collection as Group
    from collections.abc import Sequence

    from indexer.query.collection import Collection
    from indexer.query.plan import Numbers
    from indexer.query.together import Side

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
        first, *rest = sorted(self.children, key=lambda child: child.size(whole))
        found = first.match(whole, nth)
        for child in rest:
            if not len(found):
                break
            found = child.narrow(whole, nth, found)
        return found

    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return the sum of the scores."""
        return sum((child.score(whole, nth, records) for child in self.children), np.zeros(len(records)))

    def size(self, whole: Collection) -> int:
        """Return at most how many records match."""
        return min(child.size(whole) for child in self.children)


class AnyOf(Plan):
    """Any of some nodes, with the sum of their scores."""

    def __init__(self, children: Group[Plan]) -> None:
        super().__init__()
        self.children = tuple(children)
        self._summed: dict[int, tuple[Numbers, Numbers]] = {}

    def _match(self, whole: Collection, nth: int) -> Numbers:
        """Return the records that any child matches."""
        rows = [child.match(whole, nth) for child in self.children]
        if len(rows) > 1 and sum(map(len, rows)) * _FEW < whole.segments[nth].count and self._are_words():
            self._summed[nth] = self._sum(whole, nth, rows)
            return self._summed[nth][0]
        return union([row for row in rows if len(row)] or [NONE], whole.segments[nth].count)

    def _are_words(self) -> bool:
        return all(isinstance(child, AnyTerm) and child.is_direct for child in self.children)

    def _sum(self, whole: Collection, nth: int, rows: Sequence[Numbers]) -> tuple[Numbers, Numbers]:
        """Return the records that any of some words match, and their scores: rows are merged but once."""
        numbers = np.concatenate(rows)
        if not len(numbers):
            return NONE, np.zeros(0)
        scores = np.concatenate(
            [child.score(whole, nth, row) for child, row in zip(self.children, rows, strict=True)]
        )
        order = numbers.argsort(kind="stable")
        numbers = numbers.take(order)
        is_first = np.append([True], numbers[1:] != numbers[:-1])
        first = np.flatnonzero(is_first)
        return numbers.take(first), np.add.reduceat(scores.take(order), first)

    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return the sum of the scores of those children that match."""
        summed = self._summed.get(nth)
        if summed is not None and summed[0] is records:
            return summed[1]
        size = whole.segments[nth].count
        words = [child for child in self.children if isinstance(child, AnyTerm) and child.is_direct]
        if len(words) > 1 and len(records) * _MANY > size:
            total = np.zeros(size)
            times = Counter((child.field, child.terms) for child in words)
            for child in {(child.field, child.terms): child for child in words}.values():
                if child.entries(whole, nth):
                    scores = child.all_scores(whole, nth)
                    total[child.units(whole, nth)] += times[child.field, child.terms] * scores
            others = [child for child in self.children if child not in words]
            return sum((child.score_any(whole, nth, records) for child in others), total[records])
        return sum((child.score_any(whole, nth, records) for child in self.children), np.zeros(len(records)))

    def size(self, whole: Collection) -> int:
        """Return at most how many records match."""
        return sum(child.size(whole) for child in self.children)


class Same(AnyOf):
    """Any of some names of one thing, scored as if they were one word: the best of them, weighed together.

    Each name for itself would weigh by its own rarity, and the rarest name of what everybody speaks of, or
    its name in a rare language, would come first.
    """

    def __init__(self, names: Group[AnyTerm | Side]) -> None:
        super().__init__(names)
        self.names = tuple(names)

    def _are_words(self) -> bool:
        return False

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
