"""Chunks of texts, cut at spaces, and the words that they hold, which are remembered.

No rule of analysis looks beyond white space, so that the words of a text are those of its chunks.
"""

from __future__ import annotations

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
    """The chunks that are known in one language."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._known: dict[str, Chunk] = {}
        self._characters = 0

    @property
    def is_full(self) -> bool:
        """Whether it is time to begin anew."""
        return len(self._known) > _MOST_CHUNKS or self._characters > _MOST_CHARACTERS

    def of(self, text: str) -> Chunk:
        """Return what is known of a chunk."""
        found = self._known.get(text)
        if found is None:
            held = tuple(
                Reading(word.position, word.start, word.end, frozenset(word_terms(word, self._language)))
                for word in _words(text)
            )
            found = Chunk(max((word.position for word in held), default=-1) + 1, held)
            self._characters += len(text)
            self._known[text] = found
        return found


def _words(text: str) -> Iterable[Word]:
    """Return the words of a chunk: as a rule, it is a plain one, perhaps with a stop behind it."""
    plain = text.rstrip(",.;:")
    if plain.isascii() and plain.isalpha():
        return (Word(0, 0, len(plain), plain.lower(), plain, plain=True),)
    return words(text)


_chunks: dict[str, Chunks] = {}


def chunks_of(language: str) -> Chunks:
    """Return the chunks that are known in a language; any number of threads may share them."""
    known = _chunks.get(language)
    if known is None or known.is_full:
        known = _chunks[language] = Chunks(language)
    return known
