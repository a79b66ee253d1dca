"""Plan -> the answer: the records that are wanted, read and marked, with what stands around them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from msgspec.structs import replace

from indexer.model import Neighbour, Record
from indexer.query.order import choose
from indexer.query.snippets import highlights, snippet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.model import Hit
    from indexer.query.collection import Collection
    from indexer.query.finder import Finder
    from indexer.query.plan import Plan
    from indexer.query.request import Request
    from indexer.store.ascending import Numbers


def hits(
    whole: Collection,
    plan: Plan,
    found: Sequence[Numbers],
    request: Request,
    *,
    finder: Finder,
) -> tuple[Hit, ...]:
    """Return the part of an answer that is wanted, in order."""
    shown = []
    for number, score, rank, of_document in choose(whole, plan, found, request):
        hit = whole.hit(number)
        matches = finder.matches(hit)
        text, marked = snippet(hit, matches, finder), highlights(matches)
        hit = replace(hit, rank=rank, score=score, snippet=text, highlights=marked, of_document=of_document)
        if request.context:
            hit = replace(hit, context=context(whole, number, request.context))
        shown.append(hit)
    return tuple(shown)


def context(whole: Collection, number: int, reach: int) -> tuple[Neighbour, ...]:
    """Return the neighbours of a record in its copy of its document, at most so many on each side."""
    bounds = pairwise([*whole.reader.offsets, whole.total])
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
            near = whole.hit(start + int(kin[place]))
            facts = {name: getattr(near, name) for name in Record.__struct_fields__}
            found.append(Neighbour(**facts, citation=near.citation, distance=place - at))
    return tuple(found)
