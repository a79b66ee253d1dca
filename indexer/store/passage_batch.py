"""The running texts of one batch: gathered, read into chunks, and inverted at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from indexer.store.reads import Read, Reads

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from indexer.store.ascending import Numbers
    from indexer.store.inversion import Words
    from indexer.store.posting_lists import Postings
    from indexer.store.vocabulary import Vocabulary

_READ = 1 << 20
"""Characters of texts that are read at once."""


class PassageBatch:
    """The running texts of one field on their way to posting lists."""

    def __init__(self, field: str, vocabulary: Vocabulary, folder: Path | None = None) -> None:
        self.field = field
        self.chunks = 0
        self.units = 0
        self._vocabulary = vocabulary
        self._reads = Reads(folder)
        self._waiting: list[str] = []
        self._owners: list[int] = []
        self._size = 0
        self._language = ""

    def add(self, texts: Sequence[str], language: str) -> int:
        """Take the texts of the next unit; return its number."""
        if language != self._language or self._size > _READ:
            self.read()
            self._language = language
        for text in texts:
            self._waiting.append(text)
            self._owners.append(self.units)
            self._size += len(text)
        self.units += 1
        return self.units - 1

    def read(self) -> None:
        """Read what waits; all must be read before the vocabulary is taken as arrays."""
        if self._waiting:
            chunks, pieces = self._vocabulary.read(self._waiting, self._language)
            self._reads.add(Read(chunks, pieces, np.array(self._owners, np.uint32)))
            self.chunks += len(chunks)
        self._waiting, self._owners, self._size = [], [], 0

    def invert(self, words: Words) -> tuple[Iterator[Postings], Numbers]:
        """Return the posting lists bit by bit, and the length of each unit: how many stems stand in it.

        Args:
            words: The vocabulary as arrays.
        """
        lengths = np.zeros(self.units, np.uint32)
        for read in self._reads:
            sizes = np.bincount(read.units, words.sizes[read.chunks])
            lengths[: len(sizes)] += sizes.astype(np.uint32)
            words.uses += np.bincount(read.chunks, minlength=len(words.uses))
        keys = words.keys(self._reads, self.units, int(lengths.sum()))
        self.close()
        keys.values.sort()
        return words.postings(self.field, keys), lengths

    def close(self) -> None:
        """Let go of what was read."""
        self._reads.close()
