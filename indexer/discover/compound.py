"""Names of the streams in an OLE compound file, the container of the old Office formats."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_LAST_SECTOR = 0xFFFFFFFA
"""Sector numbers from here up are marks (end of chain, free, table), by the format's definition."""

_MOST_SECTORS = 4096
"""Directory sectors followed at most: far more than any document has, and an end for looped chains."""

_ENCRYPTED = 0x0100
"""The flag in the head of a Word stream, at byte 10, that says the text is enciphered."""


class CompoundFile:
    """Stream names of a compound file, and the first bytes of a stream.

    Raises:
        ValueError: The header or the chains make no sense.
    """

    def __init__(self, location: Path) -> None:
        with location.open("rb") as stream:
            head = stream.read(512)
            if len(head) < 512 or head[:8] != MAGIC:
                raise ValueError("no compound file header")
            shift = int.from_bytes(head[30:32], "little")
            if shift not in (9, 12):
                raise ValueError("impossible sector size")
            self._size = 1 << shift
            self._table = self._read_table(stream, head)
            self.streams: dict[str, int] = {}
            for sector in self._chain(int.from_bytes(head[48:52], "little")):
                self._read_entries(self._sector(stream, sector))
            self.is_enciphered_word = self._is_enciphered(stream)

    def _sector(self, stream: BinaryIO, number: int) -> bytes:
        stream.seek((number + 1) * self._size)
        return stream.read(self._size)

    def _read_table(self, stream: BinaryIO, head: bytes) -> list[int]:
        """Sectors that hold the allocation table: 109 are listed in the header, the others in a chain."""
        listed = [n for n in struct.unpack("<109I", head[76:512]) if n < _LAST_SECTOR]
        following = int.from_bytes(head[68:72], "little")
        for _ in range(_MOST_SECTORS):
            if following >= _LAST_SECTOR:
                break
            data = self._sector(stream, following)
            numbers = struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])
            if not numbers:
                break
            listed.extend(n for n in numbers[:-1] if n < _LAST_SECTOR)
            following = numbers[-1]
        table: list[int] = []
        for number in listed[: _MOST_SECTORS * 16]:
            data = self._sector(stream, number)
            if len(data) < self._size:
                break
            table.extend(struct.unpack(f"<{self._size // 4}I", data))
        return table

    def _chain(self, first: int) -> list[int]:
        chain: list[int] = []
        sector = first
        while sector < _LAST_SECTOR and len(chain) < _MOST_SECTORS:
            chain.append(sector)
            sector = self._table[sector] if sector < len(self._table) else _LAST_SECTOR
        return chain

    def _read_entries(self, data: bytes) -> None:
        for start in range(0, len(data) - 127, 128):
            entry = data[start : start + 128]
            length = int.from_bytes(entry[64:66], "little")
            if entry[66] in (1, 2, 5) and 2 <= length <= 64:
                name = entry[: length - 2].decode("utf-16-le", "replace")
                self.streams[name] = int.from_bytes(entry[116:120], "little")

    def _is_enciphered(self, stream: BinaryIO) -> bool:
        if "WordDocument" not in self.streams:
            return False
        head = self._sector(stream, self.streams["WordDocument"])[:12]
        return head[:2] == b"\xec\xa5" and bool(int.from_bytes(head[10:12], "little") & _ENCRYPTED)
