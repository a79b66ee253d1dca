"""What makes a piece of text a match."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.query.terms import Slots


class Marks:
    """What makes a piece of text a match: sequences of terms, entities, and documents and places cited."""

    def __init__(self) -> None:
        self.sequences: list[Slots] = []
        self.entities: set[str] = set()
        self.cited: set[str] = set()
        self._known: set[Slots] = set()

    def add(self, sequences: Iterable[Slots]) -> None:
        """Add sequences of terms, each once: a word that is typed twice is no better a match."""
        for slots in sequences:
            if slots not in self._known:
                self._known.add(slots)
                self.sequences.append(slots)
