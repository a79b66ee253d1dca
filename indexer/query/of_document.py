"""A paragraph counts more where its document has more of what was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from indexer.query.plan import Plan, Rescored

if TYPE_CHECKING:
    from indexer.query.collection import Collection
    from indexer.store.ascending import Numbers

DOCUMENT_WEIGHT = 0.1
"""What the scores of a document's matches together, over the root of its length in records, add to each.

Measured on 114,412 paragraphs of the United Nations: the document that a sentence cites is among the first
ten for .765 of 400 sentences instead of .745 (mean reciprocal rank .431 instead of .412), and nDCG@10 of the
paragraphs below a heading, asked for by its words, is .119 instead of .116; .2 gives more for documents and
less for paragraphs.
"""


class OfDocument(Rescored):
    """What another node matches, scored by the other matches in the document too."""

    def __init__(self, child: Plan) -> None:
        super().__init__(child)
        self._documents: dict[int, Numbers] = {}
        self._added: dict[int, Numbers] = {}

    def documents(self, whole: Collection, nth: int) -> Numbers:
        """Return the document of each record that matches, deleted ones included."""
        found = self._documents.get(nth)
        if found is None:
            found = whole.documents[nth].take(self.match(whole, nth)).astype(np.intp)
            self._documents[nth] = found  # as wide as what takes them will make them each time
        return found

    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        """Return the child's scores, and what the document adds."""
        matched = self.match(whole, nth)
        scores = self.child.score(whole, nth, matched)
        documents = self.documents(whole, nth)
        added = self._added.get(nth)
        if added is None:
            counted = scores
            alive = whole.segments[nth].alive
            if alive is not None:
                counted = np.where(alive[matched], scores, 0.0)
            together = np.bincount(documents, counted, whole.document_count)
            added = self._added[nth] = DOCUMENT_WEIGHT * together / whole.roots[nth]
        if len(records) != len(matched):
            at = matched.searchsorted(records)
            scores, documents = scores.take(at), documents.take(at)
        return scores + added.take(documents)
