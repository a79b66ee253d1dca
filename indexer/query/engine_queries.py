"""Whoosh query types that Whoosh lacks, or has with traps.

Whoosh's own Or drops records whose score is nought in small indexes, its SpanOr melts neighbouring places
into one, its AndNot lets some through, and its MultiTerm has no places at all once there are many terms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whoosh.matching import binary
from whoosh.matching.mcore import ListMatcher, NullMatcher, NullMatcherClass
from whoosh.matching.wrappers import FilterMatcher, WrappingMatcher
from whoosh.query.qcore import Query
from whoosh.query.spans import SpanBiMatcher, SpanNear, SpanNear2, SpanQuery
from whoosh.query.terms import Term
from whoosh.util import make_binary_tree

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


class Level(Query):
    """What a query matches, with the same score for all."""

    def __init__(self, child: Any, score: float) -> None:
        self.child = child
        self.level = score

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """Return the child's matcher with one score."""
        inner = self.child.matcher(searcher, context)
        return inner if isinstance(inner, NullMatcherClass) else _LevelMatcher(inner, self.level)

    def estimate_size(self, ixreader: Any) -> int:
        """Return at most how many records match."""
        return int(self.child.estimate_size(ixreader))


class _LevelMatcher(WrappingMatcher):
    """A matcher with one score; its places are the child's."""

    def __init__(self, child: Any, level: float) -> None:
        super().__init__(child)
        self.level = level

    def score(self) -> float:
        return self.level

    def supports_block_quality(self) -> bool:
        return False


class AnyOf(SpanQuery):
    """Any of some queries, with the sum of their scores and all their places."""

    def __init__(self, children: Collection[Any]) -> None:
        self.children_ = tuple(children)

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """Return the union of the children's matchers."""
        return _union([child.matcher(searcher, context) for child in self.children_])

    def estimate_size(self, ixreader: Any) -> int:
        """Return at most how many records match."""
        return sum(child.estimate_size(ixreader) for child in self.children_)


class Best(AnyOf):
    """Any of some queries, with the highest of their scores: they mean the same thing."""

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """Return the union of the children's matchers."""
        matchers = _living(child.matcher(searcher, context) for child in self.children_)
        return make_binary_tree(binary.DisjunctionMaxMatcher, matchers) if matchers else NullMatcher()


class Side(SpanNear2):
    """Queries that must stand side by side, in this order."""

    def __init__(self, parts: Collection[Any]) -> None:
        super().__init__(list(parts), slop=1, ordered=True, mindist=1)

    def estimate_size(self, ixreader: Any) -> int:
        """Return at most how many records match; Whoosh's own estimate stumbles over a wrong name."""
        return int(min(part.estimate_size(ixreader) for part in self.qs))


class Within(SpanNear):
    """Two queries with at most so many words from one to the other, in any order."""

    def __init__(self, left: Any, right: Any, distance: int) -> None:
        super().__init__(left, right, slop=distance, ordered=False, mindist=1)

    def estimate_size(self, ixreader: Any) -> int:
        """Return at most how many records match; Whoosh's own class cannot say."""
        return int(min(self.a.estimate_size(ixreader), self.b.estimate_size(ixreader)))


class Without(Query):
    """What one query matches and another does not."""

    def __init__(self, wanted: Any, unwanted: Any) -> None:
        self.wanted = wanted
        self.unwanted = unwanted

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """Return the wanted query's matcher without the records of the other."""
        found = self.wanted.matcher(searcher, context)
        matcher = self.unwanted.matcher(searcher, context)
        unwanted = set()
        while matcher.is_active():
            unwanted.add(matcher.id())
            matcher.next()
        return FilterMatcher(found, frozenset(unwanted), exclude=True) if unwanted else found

    def estimate_size(self, ixreader: Any) -> int:
        """Return at most how many records match."""
        return int(self.wanted.estimate_size(ixreader))


class AnyTerm(AnyOf):
    """Any of the given terms of a field."""

    def __init__(self, field: str, terms: Iterable[str]) -> None:
        super().__init__([Term(field, term) for term in sorted(terms)])


class Listed(Query):
    """The records that hold any of many terms, all with the same score; without places."""

    def __init__(self, field: str, terms: Iterable[str]) -> None:
        self.name = field
        self.terms_ = sorted(terms)

    def matcher(self, searcher: Any, context: Any = None) -> Any:  # noqa: ARG002 - Whoosh's signature
        """Return a matcher over a list made beforehand."""
        reader = searcher.reader()
        held: set[int] = set()
        for term in self.terms_:
            if (self.name, term.encode()) in reader:
                held.update(reader.postings(self.name, term.encode()).all_ids())
        return ListMatcher(sorted(held), all_weights=1.0) if held else NullMatcher()

    def estimate_size(self, ixreader: Any) -> int:
        """Return at most how many records match."""
        return sum(
            ixreader.doc_frequency(self.name, term.encode())
            for term in self.terms_
            if (self.name, term.encode()) in ixreader
        )


def _living(matchers: Iterable[Any]) -> list[Any]:
    return [
        matcher for matcher in matchers if not isinstance(matcher, NullMatcherClass) and matcher.is_active()
    ]


def _union(matchers: Iterable[Any]) -> Any:
    living = _living(matchers)
    return make_binary_tree(_UnionMatcher, living) if living else NullMatcher()


class _UnionMatcher(SpanBiMatcher):
    """The union of two matchers, with the places of both."""

    def __init__(self, a: Any, b: Any) -> None:
        self.a = a
        self.b = b
        super(SpanBiMatcher, self).__init__(binary.UnionMatcher(a, b))

    def _find_next(self) -> bool:
        return False  # every record of a union has its place; Whoosh would read them all to see

    def spans(self) -> list[Any]:
        here = self.id()
        found = [
            span
            for child in (self.a, self.b)
            if child.is_active() and child.id() == here
            for span in child.spans()
        ]
        return sorted(set(found), key=lambda span: (span.start, span.end))

    def supports_block_quality(self) -> bool:
        return False
