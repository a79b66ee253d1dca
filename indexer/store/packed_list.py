"""A list of whole numbers as bytes: the forms it may have, and how one list is read back.

A list is stored in the smallest of these forms, so that reading needs no loop: numpy, or a plain memoryview
where numpy is not worth its loading time, takes the bytes as they lie in the file.

==========  ==================================================================================
ONES        nothing: every value is 1
BYTES       one byte each
PATCHED     one byte each, and before them the places and high parts of those that need more
SHORTS      two bytes each
WORDS       four bytes each
FEW         one bit each, set where the value is not 1, and a byte for each of those
DENSE       ascending numbers only: one bit for each number from 0 on, set where it is there
==========  ==================================================================================

Ascending numbers are stored as DENSE, or as their differences in one of the other forms. Patching is the idea
of PFOR (Zukowski and others, "Super-Scalar RAM-CPU Cache Compression", 2006).
"""

from __future__ import annotations

import struct
import sys
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from indexer.store.ascending import Numbers


ONES, BYTES, PATCHED, SHORTS, WORDS, FEW, DENSE = range(7)

COUNT = struct.Struct("<I")
"""What PATCHED, FEW and DENSE begin with: how many patches, other values, or bytes of bits there are."""

PATCH = 6
"""Bytes of a patch: the place (4) and the high part (2)."""


def packed_size(form: int, count: int, view: memoryview) -> int:
    """Return how many bytes a list takes, given its form, its length and the bytes where it begins."""
    if form == PATCHED:
        return COUNT.size + int(COUNT.unpack_from(view)[0]) * PATCH + count
    if form == FEW:
        return COUNT.size + int(COUNT.unpack_from(view)[0]) + (count + 7) // 8
    if form == DENSE:
        return COUNT.size + int(COUNT.unpack_from(view)[0])
    return (0, count, 0, count * 2, count * 4)[form]


def unpack_array(form: int, count: int, view: memoryview) -> Numbers:
    """Return a list as an array, of whichever width suits."""
    import numpy as np  # noqa: PLC0415 - reading a few records needs none of it

    if form == ONES:
        return np.ones(count, np.uint8)
    if form == BYTES:
        return np.frombuffer(view, np.uint8, count)
    if form == SHORTS:
        return np.frombuffer(view, "<u2", count)
    if form == WORDS:
        return np.frombuffer(view, "<u4", count)
    (extra,) = COUNT.unpack_from(view)
    if form == FEW:
        values = np.ones(count, np.uint8)
        bits = np.frombuffer(view, np.uint8, (count + 7) // 8, COUNT.size + extra)
        marked = np.unpackbits(bits, count=count, bitorder="little").view(bool)
        values[marked] = np.frombuffer(view, np.uint8, extra, COUNT.size)
        return values
    body = COUNT.size + extra * PATCH
    where = np.frombuffer(view, "<u4", extra, COUNT.size)
    high = np.frombuffer(view, "<u2", extra, COUNT.size + extra * 4)
    width = np.uint16 if high.max(initial=0) < 1 << 8 else np.uint32
    patched: Numbers = np.frombuffer(view, np.uint8, count, body).astype(width)
    patched[where] |= np.left_shift(high, 8, dtype=width)
    return patched


def unpack_ascending_array(form: int, count: int, view: memoryview) -> Numbers:
    """Return ascending numbers as an array fit for indexing."""
    import numpy as np  # noqa: PLC0415 - as above

    if form == DENSE:
        (size,) = COUNT.unpack_from(view)
        bits = np.unpackbits(np.frombuffer(view, np.uint8, size, COUNT.size), bitorder="little")
        return np.flatnonzero(bits.view(bool))
    return np.cumsum(unpack_array(form, count, view), dtype=np.intp)


def unpack_list(form: int, count: int, view: memoryview) -> list[int]:
    """Return a list as plain numbers, without numpy."""
    if form == ONES:
        return [1] * count
    if form == BYTES:
        return list(view[:count])
    if form == SHORTS:
        return _cast(view[: count * 2], "H")
    if form == WORDS:
        return _cast(view[: count * 4], "I")
    (extra,) = COUNT.unpack_from(view)
    if form == FEW:
        others = iter(view[COUNT.size : COUNT.size + extra])
        bits = view[COUNT.size + extra : COUNT.size + extra + (count + 7) // 8]
        return [next(others) if bits[nth >> 3] >> (nth & 7) & 1 else 1 for nth in range(count)]
    places_end = COUNT.size + extra * 4
    body = places_end + extra * 2
    values = list(view[body : body + count])
    places = _cast(view[COUNT.size : places_end], "I")
    for place, high in zip(places, _cast(view[places_end:body], "H"), strict=True):
        values[place] |= high << 8
    return values


def unpack_ascending_list(form: int, count: int, view: memoryview) -> list[int]:
    """Return ascending numbers as plain numbers, without numpy."""
    if form == DENSE:
        (size,) = COUNT.unpack_from(view)
        body = view[COUNT.size : COUNT.size + size]
        return [at * 8 + bit for at, byte in enumerate(body) if byte for bit in range(8) if byte >> bit & 1]
    return list(accumulate(unpack_list(form, count, view)))


def _cast(view: memoryview, code: Literal["H", "I"]) -> list[int]:
    if sys.byteorder == "big":
        return list(struct.unpack(f"<{len(view) // struct.calcsize(code)}{code}", view))
    return view.cast(code).tolist() if len(view) else []
