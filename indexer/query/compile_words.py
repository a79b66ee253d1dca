"""Words of a tree -> plans with places in the text, and what is needed to mark them there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.query.leaf_nodes import Exact, Fuzzy, Named, OpenPhrase, Phrase, Prefix, Wildcard, Word
from indexer.query.listed import AnyTerm
from indexer.query.marks import Marks
from indexer.query.open_words import ways_to_write
from indexer.query.terms import (
    Again,
    Slot,
    Slots,
    as_typed,
    as_written,
    is_open,
    spellings,
    stemmed,
    unelided,
    unstemmed,
    with_acronyms,
)
from indexer.query.together import AnyPlaced, Ordered, Side, Within
from indexer.query.tree import Before, Boost, Near, Or
from indexer.query.weights import WeightedPlaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.query.collection import Collection
    from indexer.query.plan import Placed, Plan
    from indexer.query.tree import Node, Query

_OPEN = (Prefix, Wildcard, Fuzzy, OpenPhrase)
"""Words that stand for several of the index."""


class WordCompiler:
    """Turns words, phrases and what is near each other into plans.

    Args:
        whole: The records; their terms decide what prefixes stand for.
        query: For the text, to say where an error lies, and for what several words side by side mean.
        exact: Whether words are left unstemmed.

    Attributes:
        marks: What makes a piece of text a match.
        origins: The node that each plan was made from.
        words: The terms of each word that was asked for, for the context of a paragraph to be scored by.
    """

    def __init__(self, whole: Collection, query: Query, *, exact: bool = False) -> None:
        self.reader = whole.reader
        self.whole = whole
        self.query = query
        self.marks = Marks()
        self.origins: dict[Plan, Node] = {}
        self.words: list[Slot] = []
        self._opened: dict[tuple[Node, str, bool], Placed] = {}
        self._plain = unstemmed if exact else stemmed(whole.languages)
        self._terms = with_acronyms(self._plain)
        self._marking = True

    def span(self, node: Node, field: str = "text") -> Placed:
        """Return the plan of something that has a place in the text."""
        if isinstance(node, _OPEN):
            key = (node, field, self._marking)
            if key not in self._opened:
                self._opened[key] = self._span(node, field)
            plan = self._opened[key]
        else:
            plan = self._span(node, field)
        self.origins[plan] = node
        return plan

    def _span(self, node: Node, field: str) -> Placed:
        if isinstance(node, Word):
            written = spellings(unelided(node.text), self._terms)
            if self._marking and field == "text":
                self.words.extend(slot for way in written for slot in way)
            return self._ways(written, field)
        if isinstance(node, Exact):
            return self._ways(spellings(node.text, as_written), field)
        if isinstance(node, (Phrase, *_OPEN)):
            text, reader = self.query.text, self.reader
            ways = self.whole.ways(
                node, field, lambda: ways_to_write(reader, self._is_joined, field, node, text)
            )
            return self._ways(ways, field)
        if isinstance(node, Near):
            return Within(self.span(node.left, field), self.span(node.right, field), node.distance)
        if isinstance(node, Before):
            first, second = node.nodes
            return Ordered(self.span(first, field), self.span(second, field), node.distance)
        if isinstance(node, Boost):
            return WeightedPlaced(self.span(node.nodes[0], field), node.factor)
        if isinstance(node, Or):
            return AnyPlaced([self.span(inner, field) for inner in node.nodes])
        if isinstance(node, Named):
            ways = [way for name in (*node.names, *node.learnt) for way in spellings(name, unstemmed)]
            ways += [way for letters in node.acronyms for way in spellings(letters, as_typed)]
            return self._ways(tuple(dict.fromkeys(ways)), field)
        raise TypeError(f"{type(node).__name__} has no place in a text")

    def _is_joined(self, term: str) -> bool:
        """Return whether a term may stand for a word without its hyphens; of one with wildcards who knows."""
        return is_open(term) or self.whole.written(term).is_joined

    def _ways(self, ways: Sequence[Slots], field: str) -> Placed:
        self._mark(ways, field)
        queries = [self._sequence(way, field) for way in ways]
        return queries[0] if len(queries) == 1 else AnyPlaced(queries)

    def _sequence(self, slots: Slots, field: str) -> AnyTerm | Side:
        parts = [AnyTerm(field, slot) for slot in slots]
        again = [step for step, slot in enumerate(slots) if isinstance(slot, Again)]
        return parts[0] if len(parts) == 1 else Side(parts, again)

    def _mark(self, ways: Sequence[Slots], field: str) -> None:
        if self._marking and field == "text":
            self.marks.add(ways)
