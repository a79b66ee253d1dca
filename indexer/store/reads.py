"""Texts that were read, as numbers of chunks that wait for the end of their batch: in a file without a name.

Of 118,000 paragraphs they are 26 MB, which in memory would lie between what comes and goes meanwhile.
"""

from __future__ import annotations

import weakref
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from indexer.store.ascending import Numbers


class Read(NamedTuple):
    """Texts that were read at once: their chunks, how many each has, and the unit that it belongs to."""

    chunks: Numbers
    pieces: Numbers
    owners: Numbers

    @property
    def units(self) -> Numbers:
        """The unit of each chunk."""
        return np.repeat(self.owners, self.pieces)


class Reads:
    """What was read, in the order in which it was.

    Args:
        folder: Where the file is made; where the system likes if None.

    Attributes:
        close: Lets go of the file.
    """

    def __init__(self, folder: Path | None) -> None:
        self._file = TemporaryFile(dir=folder)  # noqa: SIM115 - closed with the batch
        # or with this, where the batch was given up before its end
        self.close = weakref.finalize(self, self._file.close)
        self._sizes: list[tuple[int, int]] = []

    def add(self, read: Read) -> None:
        """Put what was read behind the rest."""
        for numbers in read:
            self._file.write(numbers.astype(np.uint32, copy=False).data)
        self._sizes.append((len(read.chunks), len(read.owners)))

    def __iter__(self) -> Iterator[Read]:
        self._file.seek(0)
        for chunks, texts in self._sizes:
            yield Read(*(self._numbers(count) for count in (chunks, texts, texts)))

    def _numbers(self, count: int) -> Numbers:
        return np.frombuffer(self._file.read(count * 4), np.uint32)
