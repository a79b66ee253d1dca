"""Texts -> numbers of chunks, many texts at a time and without a Python string for each chunk.

The texts lie in one array of bytes. Where white space ends a chunk begins; its bytes are hashed eight at a
time, all chunks together, and the hash is looked up in a table. Only a chunk that is not there yet becomes a
string. The hash has 64 bits and a secret start, so that two chunks share one by chance in 2**64 only, and
not by intent.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from indexer.store.ascending import Numbers

_WIDE_SPACES = {
    lead: [
        space[1:]
        for code in (0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000)
        if (space := chr(code).encode())[0] == lead
    ]
    for lead in (0xC2, 0xE1, 0xE2, 0xE3)
}
"""White space beyond ASCII, for str.split, in UTF-8: first byte, and those that follow it."""

_SPACE = np.zeros(256, bool)
_SPACE[[9, 10, 11, 12, 13, 28, 29, 30, 31, 32]] = True

_MASKS = np.array([(1 << (8 * count)) - 1 for count in range(9)], np.uint64)
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_LONG = 64
"""Bytes of a chunk that are hashed in step with all others; a longer one is hashed alone."""

_PAD = bytes(_LONG)
_FULL = 0.5
"""Share of the table's places that may be taken."""


class ChunkTable:
    """Chunks of one language and their numbers.

    Args:
        analyse: Gives the number of a chunk that is new.
    """

    def __init__(self, analyse: Callable[[str], int]) -> None:
        self._analyse = analyse
        self._start = np.uint64(secrets.randbits(64))
        self._clear(1 << 12)

    def _clear(self, size: int) -> None:
        self._hashes = np.zeros(size, np.uint64)
        self._numbers = np.zeros(size, np.uint32)
        self._count = 0

    def read(self, texts: Sequence[str]) -> tuple[Numbers, Numbers]:
        """Return the numbers of all chunks of all texts, and how many chunks each text has."""
        body, borders = _joined(texts)
        data = np.frombuffer(body, np.uint8)
        space = _SPACE[data[: len(body) - _LONG]]
        edges = np.flatnonzero(space[1:] != space[:-1]) + 1
        starts, ends = edges[0::2], edges[1::2]
        hashes = self._hash(body, data, starts, ends - starts)
        numbers = self._look_up(hashes)
        unknown = np.flatnonzero(numbers < 0)
        if len(unknown):
            self._learn(body, hashes, starts, ends, unknown)
            numbers[unknown] = self._look_up(hashes[unknown])
        reached = np.searchsorted(starts, borders)
        return numbers.astype(np.uint32), np.diff(np.append(0, reached))

    def renumber(self, numbers: Numbers) -> None:
        """Give every chunk another number, by its present one; -1 forgets it."""
        taken = np.flatnonzero(self._hashes)
        hashes, new = self._hashes[taken], numbers[self._numbers[taken]]
        kept = new >= 0
        self._clear(1 << 12)
        self._insert(hashes[kept], new[kept].astype(np.uint32))

    def _hash(self, body: bytearray, data: Numbers, starts: Numbers, sizes: Numbers) -> Numbers:
        words = np.ndarray((len(data) - 7,), "<u8", data, strides=(1,))
        hashes = (sizes.astype(np.uint64) * _FACTOR) ^ self._start
        chosen = np.arange(len(starts))
        for step in range(0, _LONG, 8):
            left = sizes[chosen] - step
            if step:
                chosen = chosen[left > 0]
                left = left[left > 0]
            if not len(chosen):
                break
            word = words[starts[chosen] + step] & _MASKS[np.minimum(left, 8)]
            mixed = (hashes[chosen] ^ word) * _FACTOR
            hashes[chosen] = mixed ^ (mixed >> np.uint64(29))
        for index in np.flatnonzero(sizes > _LONG).tolist():
            piece = body[starts[index] : starts[index] + sizes[index]]
            digest = hashlib.blake2b(piece, digest_size=8, key=self._start.tobytes()).digest()
            hashes[index] = int.from_bytes(digest, "little")
        return hashes | np.uint64(1)  # 0 marks a free place

    def _look_up(self, hashes: Numbers) -> Numbers:
        """Return the number of each hash, -1 for one that is not there."""
        found = np.full(len(hashes), -1, np.int64)
        last = len(self._hashes) - 1
        places = self._places(hashes)
        held = self._hashes[places]
        hit = held == hashes
        found[hit] = self._numbers[places[hit]]
        left = np.flatnonzero(~hit & (held != 0))
        while len(left):
            places[left] = (places[left] + 1) & last
            held = self._hashes[places[left]]
            hit = held == hashes[left]
            found[left[hit]] = self._numbers[places[left[hit]]]
            left = left[~hit & (held != 0)]
        return found

    def _places(self, hashes: Numbers) -> Numbers:
        bits = len(self._hashes).bit_length() - 1
        return ((hashes * _FACTOR) >> np.uint64(64 - bits)).astype(np.int64)

    def _learn(
        self, body: bytearray, hashes: Numbers, starts: Numbers, ends: Numbers, unknown: Numbers
    ) -> None:
        first = np.unique(hashes[unknown], return_index=True)[1]
        where = unknown[np.sort(first)]
        numbers = [
            self._analyse(body[start:end].decode("utf-8", "surrogatepass"))
            for start, end in zip(starts[where].tolist(), ends[where].tolist(), strict=True)
        ]
        self._insert(hashes[where], np.array(numbers, np.uint32))

    def _insert(self, hashes: Numbers, numbers: Numbers) -> None:
        if self._count + len(hashes) > _FULL * len(self._hashes):
            taken = np.flatnonzero(self._hashes)
            hashes = np.concatenate([self._hashes[taken], hashes])
            numbers = np.concatenate([self._numbers[taken], numbers])
            self._clear(1 << int(len(hashes) / _FULL * 2).bit_length())
        self._count += len(hashes)
        last = len(self._hashes) - 1
        places = self._places(hashes)
        left = np.arange(len(hashes))
        while len(left):
            free = left[self._hashes[places[left]] == 0]
            self._hashes[places[free]] = hashes[free]  # of several for one place the last stays
            self._numbers[places[free]] = numbers[free]
            left = left[self._hashes[places[left]] != hashes[left]]
            places[left] = (places[left] + 1) & last


def _joined(texts: Sequence[str]) -> tuple[bytearray, Numbers]:
    """Return texts as one row of bytes, white space before, between and behind, and where each ends."""
    text = "\x1f".join(texts)
    if text.count("\x1f") >= len(texts):
        text = "\x1f".join(one.replace("\x1f", " ") for one in texts)
    body = bytearray(b" " + text.encode("utf-8", "surrogatepass") + b"\x1f" + _PAD)
    data = np.frombuffer(body, np.uint8)
    if not text.isascii():
        _narrow_spaces(data)
    return body, np.flatnonzero(data == 31)


def _narrow_spaces(data: Numbers) -> None:
    """Write plain white space over that beyond ASCII."""
    for lead, rests in _WIDE_SPACES.items():
        at = np.flatnonzero(data == lead)
        for rest in rests:
            found = at
            for step, byte in enumerate(rest, 1):
                found = found[data[found + step] == byte]
            for step in range(len(rest) + 1):
                data[found + step] = 32
