"""Plan -> the answer: the records that are wanted, read and marked, with what stands around them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from indexer.model import Hit, Neighbour
from indexer.query.cite import citation_of
from indexer.query.order import choose
from indexer.query.snippets import highlights, snippet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from indexer.model import Record
    from indexer.query.collection import Collection
    from indexer.query.finder import Finder
    from indexer.query.order import Chosen
    from indexer.query.plan import Plan
    from indexer.query.request import Request
    from indexer.store import StoreReader

    Numbers = NDArray[Any]


def hits(
    whole: Collection,
    reader: StoreReader,
    plan: Plan,
    found: Sequence[Numbers],
    request: Request,
    *,
    finder: Finder,
) -> tuple[Hit, ...]:
    """Return the part of an answer that is wanted, in order."""
    return tuple(
        _hit(
            *whole.record(one.number),
            one,
            finder,
            context(whole, reader, one.number, request.context) if request.context else (),
        )
        for one in choose(whole, reader, plan, found, request)
    )


def _hit(
    record: Record, facts: dict[str, Any], chosen: Chosen, finder: Finder, neighbours: tuple[Neighbour, ...]
) -> Hit:
    matches = finder.matches(record)
    return Hit(
        **facts,
        rank=chosen.rank,
        score=chosen.score,
        snippet=snippet(record, matches, finder),
        highlights=highlights(matches),
        of_document=chosen.of_document,
        context=neighbours,
    )


def context(whole: Collection, reader: StoreReader, number: int, reach: int) -> tuple[Neighbour, ...]:
    """Return the neighbours of a record in its copy of its document, at most so many on each side."""
    bounds = pairwise([*reader.offsets, whole.total])
    nth, start = next((nth, start) for nth, (start, end) in enumerate(bounds) if number < end)
    segment = whole.segments[nth]
    row_of = segment.column("row")
    row = row_of[number - start]
    same = np.ones(len(segment.segment.rows), bool)
    for name in ("document", "copy"):
        codes = whole.labels(name).codes[nth]
        same &= codes == codes[row]
    kin = np.flatnonzero(same[row_of] if segment.alive is None else same[row_of] & segment.alive)
    kin = kin[np.argsort(segment.column("order")[kin], kind="stable")]
    at = int(np.flatnonzero(kin == number - start)[0])
    found = []
    for place in range(max(0, at - reach), min(len(kin), at + reach + 1)):
        if place != at:
            record = reader.record_at(start + int(kin[place]))
            found.append(
                Neighbour(**msgspec.structs.asdict(record), citation=citation_of(record), distance=place - at)
            )
    return tuple(found)
