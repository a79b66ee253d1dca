"""The scores of `indexer search`, for programs that search the index through Whoosh."""

from __future__ import annotations

from typing import Any

import numpy as np
from whoosh import scoring

from indexer.query.scoring import FUNCTION_WEIGHT, InExpB2, is_function_word


class ParagraphWeighting(scoring.WeightingModel):
    """Our scores of single terms: `index.searcher(weighting=ParagraphWeighting())`.

    What a title or a heading adds is not among them: a query for it has to be written out.
    """

    def scorer(self, searcher: Any, fieldname: str, text: bytes, qf: float = 1) -> Any:  # noqa: ARG002 - Whoosh's signature
        """Return what scores the postings of a term, by figures of the whole index with deleted records."""
        if not searcher.schema[fieldname].scorable:
            return scoring.WeightScorer(1.0)
        parent = searcher.get_parent()
        factor = FUNCTION_WEIGHT if is_function_word(text.decode()) else 1.0
        holding, occurrences = parent.doc_frequency(fieldname, text), int(parent.frequency(fieldname, text))
        return self.scorer_of(searcher, fieldname, holding, occurrences, factor)

    def scorer_of(self, searcher: Any, field: str, holding: int, occurrences: int, factor: float) -> Any:
        """Return what scores postings of a term that stands so often in so many records, times a factor."""
        parent = searcher.get_parent()
        total = parent.doc_count_all()
        formula = InExpB2()
        weight = factor * formula.weight(holding, occurrences, total)
        average = parent.field_length(field) / (total or 1) or 1
        return _Scorer(formula, weight, average, lambda record: searcher.doc_field_length(record, field, 1))


class _Scorer(scoring.BaseScorer):
    """Scores the postings of one term."""

    def __init__(self, formula: InExpB2, weight: float, average: float, length: Any) -> None:
        self._formula = formula
        self._weight = weight
        self._average = average
        self._length = length

    def score(self, matcher: Any) -> float:
        """Return the score of the record at which a matcher stands."""
        return self.score_of(matcher.id(), matcher.weight())

    def score_of(self, record: int, count: float) -> float:
        """Return the score of a record that holds the term so often."""
        damping = self._formula.damping(np.array([self._length(record)]), self._average)
        return float(self._weight * self._formula.score(np.array([count]), damping)[0])
