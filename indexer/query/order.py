"""Every match -> its place in the order that was asked for, in arrays: what is not shown is not read."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from indexer.query.collect import DIGITS, ranked
from indexer.store.ascending import inside_runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.query.collection import Collection
    from indexer.query.plan import Plan
    from indexer.query.request import Request, Sort
    from indexer.store.arrays import SegmentArrays
    from indexer.store.ascending import Numbers
    from indexer.store.terms import Row

_ORDER_BITS = 32
"""Of a place, for that in the document."""

_NO_DATE = np.iinfo(np.int64).max
"""Behind every date."""


class Chosen(NamedTuple):
    """A record to show.

    Attributes:
        number: Through all segments.
        score: In the answer.
        rank: Its place in the whole answer, from 1.
        of_document: How many of its document answer; None where nobody asked.
    """

    number: int
    score: float
    rank: int
    of_document: int | None = None


class _Keys(NamedTuple):
    """What puts an answer in order: what has a smaller first key, then a smaller place, comes first.

    Attributes:
        numbers: Of the records, through all segments.
        first: The score or the date; 0 where the place decides.
        places: By document, copy, and place in it.
    """

    numbers: Numbers
    first: Numbers
    places: Numbers


def choose(whole: Collection, plan: Plan, found: Sequence[Numbers], request: Request) -> list[Chosen]:
    """Return the part of an answer that is wanted, in order."""
    if request.limit == 0 or not any(map(len, found)):
        return []
    if request.group == "none" and request.sort == "rank":
        best = ranked(whole, plan, found, request.end)[request.offset :]
        return [Chosen(*one, rank) for rank, one in enumerate(best, request.offset + 1)]
    keys = _keys(whole, plan, found, request.sort)
    held: Sequence[int | None]
    if request.group == "doc":
        shown, held = _by_document(keys, _documents(whole, found), whole.document_count, request)
        ranks = _ranks(keys, shown)
    else:
        shown = _first(keys, request.end)[request.offset :]
        held = [None] * len(shown)
        ranks = list(range(request.offset + 1, request.offset + 1 + len(shown)))
    numbers = keys.numbers[shown].tolist()
    is_ranked = request.sort == "rank"
    scores = (-keys.first[shown]).tolist() if is_ranked else _scores(whole, plan, numbers)
    return [Chosen(*each) for each in zip(numbers, scores, ranks, held, strict=True)]


def _documents(whole: Collection, found: Sequence[Numbers]) -> Numbers:
    """Return the document of each record of an answer."""
    rows = [documents[records] for documents, records in zip(whole.documents, found, strict=True)]
    return np.concatenate(rows)


def _scores(whole: Collection, plan: Plan, numbers: Sequence[int]) -> list[float]:
    """Return the scores of some records that answer."""
    wanted = np.array(numbers, np.int64)
    scores = np.zeros(len(wanted))
    bounds = [*whole.reader.offsets, whole.total]
    for nth, (start, end) in enumerate(pairwise(bounds)):
        inside = np.flatnonzero((wanted >= start) & (wanted < end))
        inside = inside[np.argsort(wanted[inside])]
        if len(inside):
            scores[inside] = plan.score(whole, nth, wanted[inside] - start)
    rounded: list[float] = np.round(scores, DIGITS).tolist()
    return rounded


def _keys(whole: Collection, plan: Plan, found: Sequence[Numbers], sort: Sort) -> _Keys:
    documents = whole.labels("newest" if sort == "rank" else "sort").codes
    numbers, first, places = [], [], []
    for nth, records in enumerate(found):
        segment = whole.segments[nth]
        row = segment.column("row")[records]
        numbers.append(records.astype(np.int64) + whole.reader.offsets[nth])
        order = segment.column("order")[records].astype(np.int64)
        places.append((documents[nth][row] << _ORDER_BITS) | order)
        if sort == "rank":
            first.append(-np.round(plan.score(whole, nth, records), DIGITS))
        elif sort == "symbol":
            first.append(np.zeros(len(records), np.int64))
        else:
            dates = _dates(segment)
            oldest_first = dates if sort == "oldest" else np.where(dates == _NO_DATE, _NO_DATE, -dates)
            first.append(oldest_first[row])
    return _Keys(np.concatenate(numbers), np.concatenate(first), np.concatenate(places))


def _dates(segment: SegmentArrays) -> Numbers:
    """Return the date of each row as a number that grows with it."""
    rows = segment.segment
    return segment.kept(("dates",), lambda: np.array([_date(row) for row in rows.rows], np.int64))


def _date(row: Row) -> int:
    """Return 20080829 for a day, and for a year or month alone what lies before its first day."""
    digits = (row.date or "").replace("-", "")
    return int(digits.ljust(8, "0")[:8]) if digits.isascii() and digits.isdecimal() else _NO_DATE


def _first(keys: _Keys, end: int | None) -> Numbers:
    """Return where the first records of an answer stand among its keys, in order."""
    chosen = np.arange(len(keys.numbers))
    if end is not None and end < len(chosen):
        least = np.partition(keys.first, end - 1)[end - 1]
        better, equal = np.flatnonzero(keys.first < least), np.flatnonzero(keys.first == least)
        nearest = np.argpartition(keys.places[equal], end - len(better) - 1)[: end - len(better)]
        chosen = np.concatenate([better, equal[nearest]])
    return chosen[np.lexsort((keys.places[chosen], keys.first[chosen]))]


def _by_document(keys: _Keys, documents: Numbers, count: int, request: Request) -> tuple[Numbers, list[int]]:
    """Return where the records of a page of documents stand among the keys, and how many each document has.

    A document stands where its first record does.
    """
    wanted = _order_of_documents(keys, documents, count)[request.offset : request.end]
    page = np.full(count, -1)
    page[wanted] = np.arange(len(wanted))
    at = page[documents]
    shown = np.flatnonzero(at >= 0)
    shown = shown[np.lexsort((keys.places[shown], keys.first[shown], at[shown]))]
    held = np.bincount(at[shown], minlength=len(wanted))
    nth = inside_runs(held)
    if request.per_document is not None:
        shown = shown[nth < request.per_document]
    return shown, held[at[shown]].tolist()


def _order_of_documents(keys: _Keys, documents: Numbers, count: int) -> Numbers:
    """Return the documents in the order of their first records."""
    best = np.full(count, keys.first.max())
    np.minimum.at(best, documents, keys.first)
    is_best = keys.first == best[documents]
    place = np.full(count, np.iinfo(np.int64).max)
    np.minimum.at(place, documents[is_best], keys.places[is_best])
    there = np.zeros(count, bool)
    there[documents] = True
    held = np.flatnonzero(there)
    return held[np.lexsort((place[held], best[held]))]


def _ranks(keys: _Keys, shown: Numbers) -> list[int]:
    """Return the place of some records in the whole answer, from 1."""
    if not len(shown):
        return []
    before = np.flatnonzero(keys.first <= keys.first[shown].max())
    order = before[np.lexsort((keys.places[before], keys.first[before]))]
    ranks = np.zeros(len(keys.numbers), np.intp)
    ranks[order] = np.arange(1, len(order) + 1)
    found: list[int] = ranks[shown].tolist()
    return found
