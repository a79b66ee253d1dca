"""A hit -> how much of its score each leaf of the query gave."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from indexer.query.adjacent import Adjacent
from indexer.query.in_context import InContext
from indexer.query.of_document import OfDocument
from indexer.query.plan import Plan
from indexer.query.tree import is_leaf
from indexer.query.weights import Weighted, WeightedPlaced

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from indexer.query.collection import Collection
    from indexer.query.tree import Node

TOGETHER = "all together"
"""What a node adds beyond its parts."""

BEYOND: dict[type[Plan], str] = {
    InContext: "title and headings",
    Adjacent: "side by side",
    OfDocument: "its document",
}
"""What nodes are known to add."""

_NOTHING = 1e-9
"""More than rounding makes of a score, and less than any part of one."""


class Share(NamedTuple):
    """A part of a score, and what gave it."""

    name: str
    score: float


def shares(whole: Collection, plan: Plan, origins: Mapping[Plan, Node], nth: int, record: int) -> list[Share]:
    """Return the parts of the score that a plan gives to a record of a segment, greatest first.

    Their sum is the score, whatever the nodes of the plan do: what is not explained by a node's parts has a
    line of its own, and where a node gives less than its parts, each of them gives as much less.
    """
    totals: dict[str, float] = {}
    walk = _Walk(whole, origins, nth, record)
    for share in walk.shares(plan, walk.score(plan), 1.0):
        totals[share.name] = totals.get(share.name, 0.0) + share.score
    found = [Share(name, score) for name, score in totals.items() if abs(score) > _NOTHING]
    return sorted(found, key=lambda share: -share.score)


class _Walk:
    def __init__(self, whole: Collection, origins: Mapping[Plan, Node], nth: int, record: int) -> None:
        self.whole = whole
        self.origins = origins
        self.nth = nth
        self.record = np.array([record], np.intp)
        self.known: dict[Plan, float] = {}

    def score(self, plan: Plan) -> float:
        if plan not in self.known:
            self.known[plan] = float(plan.score_any(self.whole, self.nth, self.record)[0])
        return self.known[plan]

    def shares(self, plan: Plan, total: float, factor: float) -> Iterator[Share]:
        """Yield the parts of what a plan gives, each times a factor."""
        node = self.origins.get(plan)
        if abs(total) < _NOTHING:
            return
        if node is not None and is_leaf(node):
            yield Share(str(node), total * factor)
            return
        if isinstance(plan, Weighted | WeightedPlaced):
            yield from self.shares(plan.child, total / plan.factor, factor * plan.factor)
            return
        children = list(parts(plan))
        scores = [self.score(child) for child in children]
        best = max(scores, default=0.0)
        if abs(best - total) < _NOTHING:  # one of several that mean the same, or what is left of several
            children = [children[scores.index(best)]]
            scores = [best]
        given = sum(scores)
        if given > total + _NOTHING:
            factor *= total / given
        elif given < total - _NOTHING:
            yield Share(BEYOND.get(type(plan), TOGETHER), (total - given) * factor)
        for child, score in zip(children, scores, strict=True):
            yield from self.shares(child, score, factor)


def parts(plan: Plan) -> Iterator[Plan]:
    """Yield the plans that a plan consists of, whatever it calls them."""
    for value in vars(plan).values():
        for one in value if isinstance(value, tuple | list) else (value,):
            if isinstance(one, Plan):
                yield one
