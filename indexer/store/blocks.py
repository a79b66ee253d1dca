"""Many small pieces of bytes <-> compressed blocks, each piece read back alone.

Blocks are small, so that one piece is unpacked in microseconds, and share a dictionary made from the first
pieces, so that they are small on disk all the same. Of 30,000 records as JSON, scaled to 114,412: blocks of
16 KB without a dictionary 23.0 MB and 12 µs for a piece, of 2 KB with one of 64 KB 21.7 MB and 2.4 µs.
"""

from __future__ import annotations

import struct
import threading
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indexer.store.columns import ColumnFile, ColumnWriter

BLOCK = 1_500
"""Bytes of pieces after which a block is full."""

LEVEL = 3
"""Of zstandard: higher levels gain 5 % for three times the time."""

_SAMPLE = 2 << 20
"""Bytes of pieces that a dictionary is made from."""

_LEAST_PIECES = 300
"""Pieces for which a dictionary pays."""

_DICTIONARY = 64 << 10
"""Most bytes of a dictionary."""

_STRETCH = {"k": 200, "d": 8}
"""Bytes of a stretch that a dictionary takes over, and of the parts it is weighed by: without them, training
tries several lengths, which takes four times as long and made dictionaries no better (3.84 MB for 3.83)."""


class BlockWriter:
    """Writes the columns NAME.blocks, .starts, .first and .dictionary, from which BlockReader reads.

    No other column can be written between its making and its end.
    """

    def __init__(self, writer: ColumnWriter, name: str) -> None:
        self._writer = writer
        self._name = name
        self._compressor: Any = None
        self._dictionary = b""
        self._starts, self._first = [0], [0]
        self._sample: list[bytes | bytearray | memoryview] = []
        self._block: list[bytes | bytearray | memoryview] = []
        self._size = 0
        writer.begin(f"{name}.blocks")

    def add(self, piece: bytes) -> None:
        """Write a piece."""
        if self._compressor is not None:
            self._gather(piece)
            return
        self._sample.append(piece)
        self._size += len(piece)
        if self._size > _SAMPLE:
            self._begin()

    def _begin(self) -> None:
        """Make the dictionary, and write what waited for it."""
        import zstandard  # noqa: PLC0415 - as light as the rest of the reader

        made = None
        if len(self._sample) >= _LEAST_PIECES:
            size = min(_DICTIONARY, self._size // 16)
            try:
                made = zstandard.train_dictionary(size, self._sample, **_STRETCH)
                self._dictionary = made.as_bytes()
            except zstandard.ZstdError:  # all pieces are alike, or have nothing in common
                made = None
        self._compressor = zstandard.ZstdCompressor(level=LEVEL, dict_data=made)
        waiting, self._sample, self._size = self._sample, [], 0
        for piece in waiting:
            self._gather(piece)

    def _gather(self, piece: bytes | bytearray | memoryview) -> None:
        if self._block and self._size + len(piece) > BLOCK:
            self._flush()
        self._block.append(piece)
        self._size += len(piece)

    def _flush(self) -> None:
        block = self._block
        lengths = struct.pack(f"<{len(block) + 1}I", len(block), *map(len, block))
        packed = self._compressor.compress(lengths + b"".join(block))
        self._writer.extend(packed)
        self._starts.append(self._starts[-1] + len(packed))
        self._first.append(self._first[-1] + len(block))
        self._block, self._size = [], 0

    def end(self) -> None:
        """Write what is left, and where the blocks lie."""
        if self._compressor is None:
            self._begin()
        if self._block:
            self._flush()
        writer, starts, first = self._writer, self._starts, self._first
        writer.end()
        kind, code = ("<u4", "I") if starts[-1] < 1 << 32 else ("<u8", "Q")
        writer.column(f"{self._name}.starts", struct.pack(f"<{len(starts)}{code}", *starts), kind)
        writer.column(f"{self._name}.first", struct.pack(f"<{len(first)}I", *first), "<u4")
        writer.column(f"{self._name}.dictionary", self._dictionary)


class BlockReader:
    """Reads the pieces of one column of blocks; any number of threads may share it."""

    def __init__(self, file: ColumnFile, name: str) -> None:
        self._file = file
        self._name = name
        self._starts = file.numbers(f"{name}.starts")
        self._first = file.numbers(f"{name}.first")
        self._dictionary: Any = None
        self._local = threading.local()  # a decompressor may not be shared

    def __len__(self) -> int:
        return int(self._first[-1])

    def __getitem__(self, index: int) -> bytes:
        """Return a piece."""
        block = bisect_right(self._first, index) - 1
        body = self._read(block)
        nth = index - self._first[block]
        lengths = struct.unpack_from(f"<{nth + 2}I", body)
        start = 4 + lengths[0] * 4 + sum(lengths[1:-1])
        return body[start : start + lengths[-1]]

    def __iter__(self) -> Iterator[bytes]:
        for block in range(len(self._first) - 1):
            body = self._read(block)
            (count,) = struct.unpack_from("<I", body)
            start = 4 + count * 4
            for length in struct.unpack_from(f"<{count}I", body, 4):
                yield body[start : start + length]
                start += length

    def _read(self, number: int) -> bytes:
        view = self._file.view(f"{self._name}.blocks", self._starts[number], self._starts[number + 1])
        try:
            body: bytes = self._local.decompress(view)
        except AttributeError:
            self._local.decompress = self._decompressor().decompress
            body = self._local.decompress(view)
        return body

    def _decompressor(self) -> Any:
        import zstandard  # noqa: PLC0415 - as above

        if self._dictionary is None:
            self._dictionary = bytes(self._file.view(f"{self._name}.dictionary"))
        made = zstandard.ZstdCompressionDict(self._dictionary) if self._dictionary else None
        return zstandard.ZstdDecompressor(dict_data=made)
