"""The terms of several segments in one order, in which each has a rank.

The tables of terms are sorted, so that merging them gives the ranks; from here on terms are numbers.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from indexer.store.analysis import TYPED_FORM, WHOLE_FORM
from indexer.store.terms import FIELDS, PASSAGE_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indexer.store.ascending import Numbers
    from indexer.store.merge_source import Source
    from indexer.store.segment import Segment


OWN, WHOLE, TYPED = range(3)
"""Kinds of terms: one whose list is its own, a whole form, a spelling."""

_TERMS = 20_000
"""Terms of the largest segment that are ranked at a time."""


class Entries(NamedTuple):
    """The table of terms of one segment, with the rank of each term among those of all."""

    ranks: Numbers
    lists: Numbers
    first: Numbers
    last: Numbers


class Ranks:
    """The terms of all segments in one order.

    Attributes:
        texts: Every term once, one behind the other.
        starts: Where each begins.
        kinds: The kind of each.
        fields: The field of each term, by its place in FIELDS.
        entries: For each segment.
    """

    def __init__(self, sources: Sequence[Source]) -> None:
        texts = bytearray()
        lengths = array("I")
        ranks = [array("I") for _ in sources]
        for part in _sorted_terms([source.segment for source in sources]):
            last = None
            for term, nth in part:
                if term != last:
                    texts += term
                    lengths.append(len(term))
                    last = term
                ranks[nth].append(len(lengths) - 1)
        self.texts = bytes(texts)
        self.starts = np.append(0, np.cumsum(np.array(lengths, np.int64)))
        heads = np.frombuffer(self.texts, np.uint8)
        self.fields = heads[self.starts[:-1]]
        marks = heads[np.minimum(self.starts[:-1] + 1, max(len(heads) - 1, 0))]
        passage = np.isin(self.fields, [FIELDS.index(field) for field in PASSAGE_FIELDS])
        self.kinds = np.full(len(lengths), OWN, np.uint8)
        self.kinds[passage & (marks == ord(WHOLE_FORM))] = WHOLE
        self.kinds[passage & (marks == ord(TYPED_FORM))] = TYPED
        self.entries = [
            Entries(
                np.array(held, np.int32),
                *(source.file.array(f"terms.{name}").astype(np.int32) for name in ("lists", "first", "last")),
            )
            for source, held in zip(sources, ranks, strict=True)
        ]

    def text(self, rank: int) -> bytes:
        """Return a term."""
        return self.texts[self.starts[rank] : self.starts[rank + 1]]


def _sorted_terms(segments: Sequence[Segment]) -> Iterator[list[tuple[bytes, int]]]:
    """Yield all terms with the number of their segment, in order, in parts that fit into memory."""
    largest = max(segments, key=lambda segment: segment.term_count)
    borders = [largest.term_at(place) for place in range(_TERMS, largest.term_count, _TERMS)]
    reached = [0] * len(segments)
    for border in (*borders, None):
        part: list[tuple[bytes, int]] = []
        for nth, segment in enumerate(segments):
            end = segment.term_count if border is None else segment.place_of(border)
            part.extend((term, nth) for term in segment.terms_between(reached[nth], end))
            reached[nth] = end
        part.sort()
        yield part
