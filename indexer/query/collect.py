"""Engine query -> every record that answers it, ordered and counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from indexer.errors import UsageError
from indexer.query import FACETS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from indexer.query.results import Sort
    from indexer.store import StoreReader
    from indexer.store.schema import Row

_DIGITS = 6
"""Decimals of a score that count: beyond them lies the order in which floats were added."""


class Found(NamedTuple):
    """A record that answers: the engine's number, its score, and its row."""

    number: int
    score: float
    row: Row


def collect(reader: StoreReader, query: Any) -> list[Found]:
    """Return every record that answers a query, in the engine's order."""
    found = []
    for searcher, offset in reader.searcher.leaf_searchers():
        matcher = query.matcher(searcher, searcher.context())
        while matcher.is_active():
            number = matcher.id() + offset
            found.append(Found(number, round(matcher.score(), _DIGITS), reader.row_at(number)))
            matcher.next()
    return found


def count(reader: StoreReader, query: Any) -> int:
    """Return how many records answer a query."""
    total = 0
    for searcher, _ in reader.searcher.leaf_searchers():
        matcher = query.matcher(searcher, searcher.context())
        while matcher.is_active():
            total += 1
            matcher.next()
    return total


def ordered(found: list[Found], sort: Sort) -> list[Found]:
    """Return the answer in a stable order: equals stand in the order of documents and places.

    By date, the newest comes first and documents without one last.
    """
    by_place = sorted(found, key=lambda one: one.row.sort)
    if sort == "symbol":
        return by_place
    if sort == "date":
        return sorted(by_place, key=lambda one: one.row.date or "", reverse=True)
    return sorted(by_place, key=lambda one: -one.score)


def count_documents(found: Collection[Found]) -> int:
    """Return how many documents the records belong to; copies of one document count once."""
    return len({one.row.document for one in found})


def facet_counts(reader: StoreReader, found: Sequence[Found], field: str) -> dict[str, int]:
    """Return how many records of the whole answer have each value of a field, most first.

    Raises:
        UsageError: The field has no values to count.
    """
    counts: Counter[str] = Counter()
    if field == "entity":
        wanted = {one.number for one in found}
        for term in reader.terms("entity"):
            counts[term] = len(wanted.intersection(reader.numbers("entity", term)))
    elif field == "section":
        for one in found:
            counts.update(reader.record_at(one.number).section)
    elif field in FACETS:
        name = "language" if field == "lang" else field
        counts.update(str(value) for one in found if (value := getattr(one.row, name)) is not None)
    else:
        raise UsageError(f"there is no facet “{field}”; choose from {', '.join(FACETS)}")
    return {
        value: number
        for value, number in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        if number
    }
