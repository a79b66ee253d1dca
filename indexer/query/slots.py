"""The slots of all that is sought, and the chunks of a text that fill them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from indexer.query.reading import chunks_of
from indexer.store.memory import Memory

if TYPE_CHECKING:
    from indexer.query.marks import Marks
    from indexer.query.reading import Chunk

_WIDE = 8
"""Terms of a slot from which words are compared with the slot, and not looked up among the terms of all."""
_MOST_CHUNKS = 1_000
"""Chunks of which a finder remembers what they answer."""
Match = tuple[int, int, int]
"""A match in a text: its start, its end, and the number of the mark that it answers."""


class Sequence(NamedTuple):
    """A mark as its first and its last slot; the slots of all marks are numbered one behind the other."""

    mark: int
    first: int
    last: int


_Spot = tuple[int, int]
"""Position in a chunk, and the slot that is filled there."""


class _Filled(NamedTuple):
    """What a chunk answers.

    Attributes:
        advance: How many positions it takes.
        held: Where a word begins and ends that fills a slot at a position.
        matches: Marks of one slot, as matches in the chunk.
        begun: Marks of several slots, with the place of the one that is looked for.
    """

    advance: int
    held: dict[_Spot, tuple[int, int]]
    matches: tuple[Match, ...]
    begun: tuple[tuple[_Spot, Sequence], ...]


class Slots:
    """The slots of all marks, numbered one behind the other."""

    def __init__(self, marks: Marks, sequences: dict[int, Sequence]) -> None:
        self._sequences = sequences
        self._by_term: dict[str, list[int]] = {}
        self._wide: list[tuple[int, frozenset[str]]] = []
        self._firsts = {sequence.first for sequence in sequences.values()}
        for number, slot in enumerate(slot for slots in marks.sequences for slot in slots):
            if len(slot) > _WIDE:
                self._wide.append((number, slot))
                continue
            for term in slot:
                self._by_term.setdefault(term, []).append(number)

    def filled(self, chunk: Chunk) -> _Filled:
        """Return what a chunk answers.

        A joined word with hyphens stands at its last part as well, where no mark begins.
        """
        held: dict[_Spot, tuple[int, int]] = {}
        begins: dict[int, int] = {}
        for position, start, end, terms in chunk.words:
            begin = begins.setdefault(position, start)
            for slot in self._by_terms(terms):
                if start >= begin or slot not in self._firsts:
                    held.setdefault((position, slot), (start, end))
        matches: list[Match] = []
        begun = []
        for spot, (start, end) in held.items():
            sequence = self._sequences.get(spot[1])
            if sequence is not None and sequence.first == sequence.last:
                matches.append((start, end, sequence.mark))
            elif sequence is not None:
                begun.append((spot, sequence))
        return _Filled(chunk.advance, held, tuple(matches), tuple(begun))

    def _by_terms(self, terms: frozenset[str]) -> list[int]:
        found = [slot for term in terms for slot in self._by_term.get(term, ())]
        for slot, wanted in self._wide:
            if not wanted.isdisjoint(terms):
                found.append(slot)
        return found


class Texts(Memory[str, _Filled]):
    """Texts in one language, as chunks that answer."""

    def __init__(self, slots: Slots, language: str) -> None:
        super().__init__(_MOST_CHUNKS)
        self._slots = slots
        self._chunks = chunks_of(language)

    def __missing__(self, chunk: str) -> _Filled:
        return self.keep(chunk, self._slots.filled(self._chunks.of(chunk)))

    def places(self, text: str) -> list[tuple[int, int]]:
        """Return where the chunks begin and end that answer anything."""
        chunks = text.split(" ")
        answering = {chunk for chunk in set(chunks) if self[chunk].held}
        found, start = [], 0
        for chunk in chunks:
            end = start + len(chunk)
            if chunk in answering:
                found.append((start, end))
            start = end + 1
        return found

    def follow(
        self, text: str, place: tuple[int, int], chunk: _Filled, spot: _Spot, sequence: Sequence
    ) -> Match | None:
        """Return the match of a mark of which one slot is filled in a chunk, or None."""
        first, last = chunk.held[spot]
        begin, reached = place[0] + first, place[0] + last
        if spot[1] < sequence.last:
            ahead = self._ahead(text, place, chunk, spot, sequence.last)
            if ahead is None:
                return None
            reached = max(reached, ahead)
        if spot[1] > sequence.first:
            behind = self._behind(text, place, chunk, spot, sequence.first)
            if behind is None:
                return None
            begin, reached = behind[0], max(reached, behind[1])
        return begin, reached, sequence.mark

    def _ahead(self, text: str, place: tuple[int, int], chunk: _Filled, spot: _Spot, last: int) -> int | None:
        """Return where the words end that fill the slots behind a place up to the last, or None."""
        (start, end), (position, slot) = place, spot
        reached = 0
        while slot < last:
            position += 1
            while position >= chunk.advance:
                position -= chunk.advance
                start = end + 1
                if start > len(text):
                    return None
                end = text.find(" ", start)
                if end < 0:
                    end = len(text)
                chunk = self[text[start:end]]
            slot += 1
            found = chunk.held.get((position, slot))
            if found is None:
                return None
            reached = max(reached, start + found[1])
        return reached

    def _behind(
        self, text: str, place: tuple[int, int], chunk: _Filled, spot: _Spot, first: int
    ) -> tuple[int, int] | None:
        """Return where the words begin and end that fill the slots before a place from the first, or None."""
        (start, end), (position, slot) = place, spot
        begin = reached = 0
        while slot > first:
            position -= 1
            while position < 0:
                end = start - 1
                if end < 0:
                    return None
                start = text.rfind(" ", 0, end) + 1
                chunk = self[text[start:end]]
                position += chunk.advance
            slot -= 1
            found = chunk.held.get((position, slot))
            if found is None:
                return None
            begin, reached = start + found[0], max(reached, start + found[1])
        return begin, reached
