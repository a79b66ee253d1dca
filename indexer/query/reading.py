"""Chunks of texts, cut at spaces, and the words that they hold, which are remembered.

No rule of analysis looks beyond white space, so that the words of a text are those of its chunks.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from indexer.store.analysis import Word, word_terms, words

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_CHUNKS = 30_000
"""Different chunks whose words are remembered: about 20 MB."""

_MOST_CHARACTERS = 1_000_000
"""Characters of these chunks: a text without spaces is one chunk."""


class Reading(NamedTuple):
    """A word of a chunk: its position and its offsets in the chunk, and its terms."""

    position: int
    start: int
    end: int
    terms: frozenset[str]


class Chunk(NamedTuple):
    """How many positions a chunk takes, and its words: joined ones behind their parts."""

    advance: int
    words: tuple[Reading, ...]


class Chunks:
    """The chunks that are known in one language; any number of threads may share them."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._known: dict[str, Chunk] = {}
        self._characters = 0

    def of(self, text: str) -> Chunk:
        """Return what is known of a chunk."""
        found = self._known.get(text)
        if found is None:
            held = tuple(
                Reading(word.position, word.start, word.end, frozenset(word_terms(word, self._language)))
                for word in _words(text)
            )
            found = Chunk(max((word.position for word in held), default=-1) + 1, held)
            if len(self._known) >= _MOST_CHUNKS or self._characters > _MOST_CHARACTERS:
                self._known.clear()  # here, since whoever searches again and again holds on to these chunks
                self._characters = 0
            self._characters += len(text)
            self._known[text] = found
        return found


def _words(text: str) -> Iterable[Word]:
    """Return the words of a chunk: as a rule, it is a plain one, perhaps with a stop behind it."""
    plain = text.rstrip(",.;:")
    if plain.isascii() and plain.isalpha():
        return (Word(0, 0, len(plain), plain.lower(), plain, plain=True),)
    return words(text)


@cache
def chunks_of(language: str) -> Chunks:
    """Return the chunks that are known in a language."""
    return Chunks(language)
