"""A paragraph -> a query for paragraphs like it: its most telling words, any of them, each with a weight."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from indexer.query.combined import AnyOf, Level, Without
from indexer.query.leaf_nodes import Word
from indexer.query.listed import Listed, Term
from indexer.query.pinpoint import show
from indexer.query.tree import Or, Query
from indexer.query.weights import Weighted
from indexer.store.analysis import stem_terms, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.model import Record
    from indexer.query.collection import Collection
    from indexer.query.plan import Plan
    from indexer.store.ascending import Numbers

_MOST_WORDS = 25
"""Words that stand for a paragraph; more say little new and make each search longer."""

_LEAST = 0.2
"""A word tells something that is worth so much of the best one: "of" and "the" are not."""

_ENOUGH = 4
"""A paragraph is like another if it has one in so many of its words."""

_LISTED = 8
"""Words that are told."""

_SATURATION = 1.2
"""How soon more of the same word in the paragraph says no more, as in the scores of texts."""


class Seed(NamedTuple):
    """A query for paragraphs like some others.

    Attributes:
        query: Their telling words, for the marks.
        plan: What it asks of the segments.
        notices: What was searched, or that there is nothing to be like.
    """

    query: Query
    plan: Plan
    notices: tuple[str, ...]


def similar(whole: Collection, reference: str) -> Seed:
    """Return a query for the paragraphs most like those of a reference.

    These themselves are left out, and so are their copies and versions in other languages.

    Raises:
        CitationSyntaxError: The reference cannot be read.
    """
    shown = show(whole.reader, reference)
    telling = _telling(whole, shown.records)
    root = Or(tuple(Word(word) for word in telling.values()))
    found = _AtLeast([Weighted(Term("text", term), weight) for term, weight in telling], len(telling))
    known = Listed("id", {name for record in shown.records for name in _names(record, whole.languages)})
    best = ", ".join([*telling.values()][:_LISTED]) + (" …" if len(telling) > _LISTED else "")
    searched = f"like {', '.join(shown.citations)}, by the words {best}"
    return Seed(
        Query(text=reference, root=root, any_word=True),
        Without(found, Level(known, 0.0)),
        (*shown.misses, *([searched] if telling else ())),
    )


def _telling(whole: Collection, records: Sequence[Record]) -> dict[tuple[str, float], str]:
    """Return the terms that tell most about some records, with their weights and as they are written."""
    counts: Counter[str] = Counter()
    written: dict[str, str] = {}
    for record in records:
        for word in words(record.text):
            if word.typed:  # parts of words and joined forms count with the whole
                term = stem_terms(word, record.language)[0]
                counts[term] += 1
                written.setdefault(term, word.typed)
    weights = {term: _weight(count) for term, count in counts.items()}
    worth = {term: weight * _rarity(whole, term) for term, weight in weights.items()}
    least = max(worth.values(), default=0.0) * _LEAST
    telling = (term for term in worth if worth[term] >= least and worth[term])
    best = sorted(telling, key=lambda term: (-worth[term], term))
    return {(term, weights[term]): written[term] for term in best[:_MOST_WORDS]}


def _weight(count: int) -> float:
    """Return what a word counts that stands so often in the paragraph."""
    return count * (_SATURATION + 1) / (count + _SATURATION)


def _rarity(whole: Collection, term: str) -> float:
    """Return the weight of a term in scores; 0 for one that no other record can hold."""
    holding, _ = whole.counted("text", (term,))
    return whole.weight("text", (term,)) if holding > 1 else 0.0


def _names(record: Record, languages: Iterable[str]) -> set[str]:
    """Return the ids of a record, in every language."""
    symbols = {*record.symbols, *([record.symbol] if record.symbol else [])}
    versions = {f"{symbol}@{language}#{record.address}" for symbol in symbols for language in languages}
    return {record.id, *versions}


class _AtLeast(AnyOf):
    """A part of some nodes, with the sum of their scores."""

    def __init__(self, children: Sequence[Plan], count: int) -> None:
        super().__init__(children)
        self._least = -(-count // _ENOUGH)

    def _match(self, whole: Collection, nth: int) -> Numbers:
        """Return the records that enough children match."""
        counts = np.zeros(whole.segments[nth].count, np.intp)
        for child in self.children:
            counts[child.match(whole, nth)] += 1
        return np.flatnonzero(counts >= max(self._least, 1))
