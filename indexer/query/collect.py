"""Plan -> every record that answers it: counted, the best in order, and the values of their fields."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.query.collection import Collection, Labels
    from indexer.query.of_document import OfDocument
    from indexer.query.plan import Plan
    from indexer.store.ascending import Numbers

DIGITS = 6
"""Decimals of a score that count: beyond them lies the order in which floats were added."""

_SCALE = 10.0**DIGITS
"""By which a score is a whole number when rounded."""

_UNSURE = 10.0**-DIGITS
"""How far a score may be from a rounded one that is as good."""


_BLOCK = 64
"""Scores of which only the highest is looked at first."""


def matches(whole: Collection, plan: Plan) -> list[Numbers]:
    """Return the records of each segment that answer a plan, ascending."""
    found = []
    for nth, segment in enumerate(whole.segments):
        records = plan.match(whole, nth)
        found.append(records if segment.alive is None else records[segment.alive[records]])
    return found


def count(whole: Collection, plan: Plan) -> int:
    """Return how many records answer a plan."""
    return sum(len(records) for records in matches(whole, plan))


def ranked(
    whole: Collection, plan: Plan, found: Sequence[Numbers], limit: int | None
) -> list[tuple[int, float]]:
    """Return the numbers and scores of the best records of an answer, best first.

    Of equals the newest comes first, then they stand by document and place.

    Args:
        whole: The segments.
        plan: What was asked.
        found: What matches gave for it.
        limit: How many are wanted; None for all.
    """
    best: list[tuple[float, int | str, int]] = []
    for nth, records in enumerate(found):
        if not len(records) or limit == 0:
            continue
        segment, ranks = whole.segments[nth], whole.segments[nth].column("rank")
        scores, numbers = plan.score(whole, nth, records), records
        if limit is not None and limit < len(scores):
            chosen = _contenders(scores, limit)
            if len(chosen) > 2 * limit:
                chosen = _first_of_equals(scores, ranks, records, chosen, limit)
            scores, numbers = scores.take(chosen), records.take(chosen)
        places: list[int | str] = ranks.take(numbers).tolist()
        if len(found) > 1:
            places = [segment.segment.row(number).newest for number in numbers.tolist()]
        offset = whole.reader.offsets[nth]
        for score, place, number in zip(scores.tolist(), places, numbers.tolist(), strict=True):
            best.append((-(round(score * _SCALE) / _SCALE), place, number + offset))
    best.sort()  # of a dozen, in less than numpy takes for one
    return [(number, -score) for score, _, number in best[:limit]]


def _contenders(scores: Numbers, limit: int) -> Numbers:
    """Return where the best scores stand, with all that may be as good when rounded."""
    chosen = None
    blocks = len(scores) // _BLOCK
    if blocks > limit:  # as many blocks have a score as good as the least of their best: no lower one counts
        highest = np.maximum.reduce(scores[: blocks * _BLOCK].reshape(blocks, _BLOCK), axis=1)
        chosen = (scores >= _nth_best(highest, limit) - _UNSURE).nonzero()[0]
        scores = scores.take(chosen)
    near = (scores >= _nth_best(scores, limit) - _UNSURE).nonzero()[0]
    return near if chosen is None else chosen.take(near)


def _nth_best(scores: Numbers, nth: int) -> float:
    ordered = scores.copy()
    ordered.partition(len(scores) - nth)
    return float(ordered[len(scores) - nth])


def _first_of_equals(
    scores: Numbers, ranks: Numbers, records: Numbers, chosen: Numbers, limit: int
) -> Numbers:
    """Return of many candidates those that can be first: the better ones, and the first of equals."""
    rounded = np.round(scores[chosen], DIGITS)
    least = _nth_best(rounded, limit)
    better, equal = chosen[rounded > least], chosen[rounded == least]
    wanted = limit - len(better)
    if len(equal) > wanted:
        nearest = np.argpartition(ranks[records[equal]], wanted - 1)[:wanted]
        equal = equal[nearest]
    return np.concatenate([better, equal])


def count_documents(whole: Collection, plan: OfDocument, found: Sequence[Numbers]) -> int:
    """Return how many documents an answer belongs to; copies of one document count once.

    Args:
        whole: The segments.
        plan: What was asked; it knows the documents of what it matches.
        found: What matches gave for it.
    """
    marked = np.zeros(whole.document_count, bool)
    for nth, segment in enumerate(whole.segments):
        is_whole = segment.alive is None
        marked[plan.documents(whole, nth) if is_whole else whole.documents[nth].take(found[nth])] = True
    return int(np.count_nonzero(marked))


def facet_counts(whole: Collection, found: Sequence[Numbers], field: str) -> dict[str, int]:
    """Return how many records of the whole answer have each value of a field, most first."""
    if field in {"entity", "section"}:
        counts = _counted(whole, found, field)
        return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
    labels = whole.labels("language" if field == "lang" else field)
    totals = np.zeros(len(labels.names), np.intp)
    for nth, records in enumerate(found):
        codes = labels.codes[nth][whole.segments[nth].column("row")[records]]
        totals += np.bincount(codes[codes >= 0], minlength=len(totals))
    by_name = _places(whole, labels) if field in {"document", "symbol"} else np.arange(len(totals))
    order = np.lexsort((by_name, -totals))[: np.count_nonzero(totals)]
    names = labels.names
    return {names[code]: number for code, number in zip(order.tolist(), totals[order].tolist(), strict=True)}


def _places(whole: Collection, labels: Labels) -> Numbers:
    """Return the place of each value's first document, so that A/HRC/9/8 stands before A/HRC/10/1."""
    places = np.full(len(labels.names), np.iinfo(np.intp).max)
    for codes, documents in zip(labels.codes, whole.labels("sort").codes, strict=True):
        np.minimum.at(places, codes[codes >= 0], documents[codes >= 0])
    return places


def _counted(whole: Collection, found: Sequence[Numbers], field: str) -> Counter[str]:
    """Return how many records have each of the entities, or headings: of these one record may have many."""
    counts: Counter[str] = Counter()
    for nth, records in enumerate(found):
        segment = whole.segments[nth]
        if field == "entity":
            marked = np.zeros(segment.count, bool)
            marked[records] = True
            for term, entry in segment.entities:
                counts[term] += int(np.count_nonzero(marked[segment.units(entry)]))
        else:
            each = np.bincount(segment.column("path")[records])
            for path in np.flatnonzero(each).tolist():
                counts.update(dict.fromkeys(segment.segment.sections[path], int(each[path])))
    return +counts
