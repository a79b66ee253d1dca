"""Lists of whole numbers <-> bytes: many short lists packed at once, one list read back at once.

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
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

ONES, BYTES, PATCHED, SHORTS, WORDS, FEW, DENSE = range(7)

_COUNT = struct.Struct("<I")
_PATCH = 6
"""Bytes of a patch: the place (4) and the high part (2)."""

_LONG = 1 << 14
"""Values of a list that is written alone: numbers of all places in it would take ten times its memory."""


def packed_size(form: int, count: int, view: memoryview) -> int:
    """Return how many bytes a list takes, given its form, its length and the bytes where it begins."""
    if form == PATCHED:
        return _COUNT.size + int(_COUNT.unpack_from(view)[0]) * _PATCH + count
    if form == FEW:
        return _COUNT.size + int(_COUNT.unpack_from(view)[0]) + (count + 7) // 8
    if form == DENSE:
        return _COUNT.size + int(_COUNT.unpack_from(view)[0])
    return (0, count, 0, count * 2, count * 4)[form]


# -- reading


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
    (extra,) = _COUNT.unpack_from(view)
    if form == FEW:
        values = np.ones(count, np.uint8)
        bits = np.frombuffer(view, np.uint8, (count + 7) // 8, _COUNT.size + extra)
        marked = np.unpackbits(bits, count=count, bitorder="little").view(bool)
        values[marked] = np.frombuffer(view, np.uint8, extra, _COUNT.size)
        return values
    body = _COUNT.size + extra * _PATCH
    where = np.frombuffer(view, "<u4", extra, _COUNT.size)
    high = np.frombuffer(view, "<u2", extra, _COUNT.size + extra * 4)
    width = np.uint16 if high.max(initial=0) < 1 << 8 else np.uint32
    patched: Numbers = np.frombuffer(view, np.uint8, count, body).astype(width)
    patched[where] |= np.left_shift(high, 8, dtype=width)
    return patched


def unpack_ascending_array(form: int, count: int, view: memoryview) -> Numbers:
    """Return ascending numbers as an array fit for indexing."""
    import numpy as np  # noqa: PLC0415 - as above

    if form == DENSE:
        (size,) = _COUNT.unpack_from(view)
        bits = np.unpackbits(np.frombuffer(view, np.uint8, size, _COUNT.size), bitorder="little")
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
    (extra,) = _COUNT.unpack_from(view)
    if form == FEW:
        others = iter(view[_COUNT.size : _COUNT.size + extra])
        bits = view[_COUNT.size + extra : _COUNT.size + extra + (count + 7) // 8]
        return [next(others) if bits[nth >> 3] >> (nth & 7) & 1 else 1 for nth in range(count)]
    places_end = _COUNT.size + extra * 4
    body = places_end + extra * 2
    values = list(view[body : body + count])
    places = _cast(view[_COUNT.size : places_end], "I")
    for place, high in zip(places, _cast(view[places_end:body], "H"), strict=True):
        values[place] |= high << 8
    return values


def unpack_ascending_list(form: int, count: int, view: memoryview) -> list[int]:
    """Return ascending numbers as plain numbers, without numpy."""
    if form == DENSE:
        (size,) = _COUNT.unpack_from(view)
        body = view[_COUNT.size : _COUNT.size + size]
        return [at * 8 + bit for at, byte in enumerate(body) if byte for bit in range(8) if byte >> bit & 1]
    return list(accumulate(unpack_list(form, count, view)))


def _cast(view: memoryview, code: Literal["H", "I"]) -> list[int]:
    if sys.byteorder == "big":
        return list(struct.unpack(f"<{len(view) // struct.calcsize(code)}{code}", view))
    return view.cast(code).tolist() if len(view) else []


# -- writing


class Packed(NamedTuple):
    """Lists that know how large they will be, before they are written.

    Attributes:
        forms: The form of each list.
        sizes: Its size in bytes.
        values: All lists, one behind the other; differences where numbers ascend.
        starts: Where each list begins in values.
        counts: How long it is.
        extras: How many patches, or other values than 1, or bytes of bits, it has: what its first four bytes
            say in the forms that have them.
    """

    forms: Numbers
    sizes: Numbers
    values: Numbers
    starts: Numbers
    counts: Numbers
    extras: Numbers


def pack_lists(values: Numbers, ends: Numbers) -> Packed:
    """Return lists ready to be written.

    Args:
        values: All lists, one behind the other, below 2**32.
        ends: Where each list ends in values; no list is empty.
    """
    import numpy as np  # noqa: PLC0415 - as above

    starts = np.append(np.int64(0), ends[:-1])
    counts = ends - starts
    highest = np.maximum.reduceat(values, starts)
    patches = np.add.reduceat(values > 255, starts, dtype=np.int64)
    others = np.add.reduceat(values != 1, starts, dtype=np.int64)
    forms = np.full(len(starts), WORDS, np.uint8)
    sizes = counts * 4
    extras = np.zeros(len(starts), np.int64)
    for form, size, fits, extra in (
        (SHORTS, counts * 2, highest < 1 << 16, None),
        (PATCHED, counts + _COUNT.size + patches * _PATCH, highest < 1 << 24, patches),
        (BYTES, counts, highest < 1 << 8, None),
        (FEW, _COUNT.size + others + (counts + 7) // 8, highest < 1 << 8, others),
        (ONES, counts * 0, others == 0, None),
    ):
        better = fits & (size < sizes)
        forms[better] = form
        sizes = np.where(better, size, sizes)
        extras[better] = 0 if extra is None else extra[better]
    return Packed(forms, sizes, values, starts, counts, extras)


def pack_ascending(values: Numbers, ends: Numbers) -> Packed:
    """Return lists of ascending numbers ready to be written."""
    import numpy as np  # noqa: PLC0415 - as above

    starts = np.append(np.int64(0), ends[:-1])
    gaps = values.astype(np.int64)
    gaps[1:] -= values[:-1]
    gaps[starts] = values[starts]
    packed = pack_lists(gaps, ends)
    span = values[ends - 1].astype(np.int64) // 8 + 1
    dense = span + _COUNT.size < packed.sizes
    packed.forms[dense] = DENSE
    packed.extras[dense] = span[dense]
    return packed._replace(sizes=np.where(dense, span + _COUNT.size, packed.sizes))


def write_packed(buffer: Numbers, places: Numbers, packed: Packed) -> None:
    """Write lists into a buffer of zero bytes, each at its place."""
    import numpy as np  # noqa: PLC0415 - as above

    forms, counts, starts = packed.forms, packed.counts, packed.starts
    for form, width in ((BYTES, 1), (SHORTS, 2), (WORDS, 4), (PATCHED, 1)):
        bodies = places + _COUNT.size + packed.extras * _PATCH if form == PATCHED else places
        of_form = forms == form
        for nth in np.flatnonzero(of_form & (counts > _LONG)).tolist():
            values = packed.values[starts[nth] : starts[nth] + counts[nth]]
            body = (values & 255 if form == PATCHED else values).astype(f"<u{width}").view(np.uint8)
            buffer[bodies[nth] : bodies[nth] + len(body)] = body
        chosen = np.flatnonzero(of_form & (counts <= _LONG))
        if len(chosen):
            source, _, steps = _members(packed, chosen)
            target = np.repeat(bodies[chosen], counts[chosen]) + steps * width
            _put(buffer, target, packed.values[source], width)
    _write_patches(buffer, places, packed, np.flatnonzero(forms == PATCHED))
    for form in (FEW, DENSE):
        chosen = np.flatnonzero(forms == form)
        if len(chosen):
            _put(buffer, places[chosen], packed.extras[chosen], _COUNT.size)
            _write_bits(buffer, places, packed, chosen, is_dense=form == DENSE)


def _members(packed: Packed, chosen: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return where the values of some lists stand, the list each belongs to, and its place in it."""
    import numpy as np  # noqa: PLC0415 - as above

    counts = packed.counts[chosen]
    owners = np.repeat(np.arange(len(chosen)), counts)
    steps = np.arange(len(owners)) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.repeat(packed.starts[chosen], counts) + steps, owners, steps


def _write_patches(buffer: Numbers, places: Numbers, packed: Packed, chosen: Numbers) -> None:
    """Write how many patches there are, the places of all, then their high parts."""
    import numpy as np  # noqa: PLC0415 - as above

    extras, starts = packed.extras[chosen], packed.starts[chosen]
    _put(buffer, places[chosen], extras, _COUNT.size)
    large = np.flatnonzero(packed.values > 255)
    lists = np.searchsorted(packed.starts, large, "right") - 1
    here = packed.forms[lists] == PATCHED
    large, lists = large[here], np.searchsorted(chosen, lists[here])
    nth = np.arange(len(large)) - (np.cumsum(extras) - extras)[lists]
    base = places[chosen][lists] + _COUNT.size
    _put(buffer, base + nth * 4, large - starts[lists], 4)
    _put(buffer, base + extras[lists] * 4 + nth * 2, packed.values[large] >> 8, 2)


def _write_bits(buffer: Numbers, places: Numbers, packed: Packed, chosen: Numbers, *, is_dense: bool) -> None:
    """Write bits for the numbers that are there, or for the values that are not 1 and these behind them."""
    import numpy as np  # noqa: PLC0415 - as above

    source, owners, steps = _members(packed, chosen)
    values = packed.values[source].astype(np.int64)
    base = places[chosen] + _COUNT.size
    if is_dense:
        sums = np.cumsum(values)
        first = np.cumsum(packed.counts[chosen]) - packed.counts[chosen]
        steps = sums - (sums[first] - values[first])[owners]
        target = base[owners] * 8 + steps
    else:
        extras = packed.extras[chosen]
        marked = np.flatnonzero(values != 1)
        lists = owners[marked]
        nth = np.arange(len(marked)) - (np.cumsum(extras) - extras)[lists]
        buffer[base[lists] + nth] = values[marked]
        target = (base + extras)[lists] * 8 + steps[marked]
    # bits are set eight times over, so that no byte is written twice in one assignment
    where, bits = target >> 3, target & 7
    for bit in range(8):
        buffer[where[bits == bit]] |= np.uint8(1 << bit)


def _put(buffer: Numbers, places: Numbers, values: Numbers, width: int) -> None:
    for byte in range(width):
        buffer[places + byte] = (values >> (8 * byte)) & 255 if byte or width > 1 else values & 255


# -- many lists at once


class Lists(NamedTuple):
    """Some packed lists of one buffer: where each begins, its form, and how many values it has."""

    places: Numbers
    forms: Numbers
    counts: Numbers


def many_sizes(buffer: Numbers, lists: Lists) -> Numbers:
    """Return how many bytes each list takes."""
    import numpy as np  # noqa: PLC0415 - as above

    forms, counts = lists.forms, lists.counts
    headed = (forms == PATCHED) | (forms == FEW) | (forms == DENSE)
    extras = np.zeros(len(forms), np.int64)
    extras[headed] = _get(buffer, lists.places[headed], 4)
    sizes = np.select(
        [forms == BYTES, forms == SHORTS, forms == WORDS, forms == PATCHED, forms == FEW, forms == DENSE],
        [
            counts, counts * 2, counts * 4, _COUNT.size + extras * _PATCH + counts,
            _COUNT.size + extras + (counts + 7) // 8, _COUNT.size + extras,
        ],
        0,
    )  # fmt: skip
    return np.asarray(sizes, np.int64)


def unpack_many(buffer: Numbers, lists: Lists, *, is_ascending: bool = False) -> Numbers:
    """Return the values of many lists, one list behind the other."""
    import numpy as np  # noqa: PLC0415 - as above

    counts, forms = lists.counts, lists.forms
    ends = np.cumsum(counts)
    values = np.ones(int(ends[-1]) if len(ends) else 0, np.uint32)
    for form in (BYTES, SHORTS, WORDS, PATCHED, FEW, DENSE):
        chosen = np.flatnonzero(forms == form)
        if not len(chosen):
            continue
        many = counts[chosen]
        steps = np.arange(int(many.sum())) - np.repeat(np.cumsum(many) - many, many)
        target = np.repeat(ends[chosen] - many, many) + steps
        values[target] = _unpack_form(buffer, form, lists.places[chosen], many, steps)
    if not is_ascending:
        return values
    # sums over all lists may pass 2**32, their differences inside a list do not
    sums = np.cumsum(values, dtype=np.uint32)
    first = ends - counts
    sums -= np.repeat(sums[first] - values[first], counts)
    dense = np.repeat(forms == DENSE, counts)
    return np.where(dense, values, sums) if dense.any() else sums


def _unpack_form(buffer: Numbers, form: int, places: Numbers, counts: Numbers, steps: Numbers) -> Numbers:
    """Return the values of lists of one form; those of DENSE lists are no differences."""
    import numpy as np  # noqa: PLC0415 - as above

    if form in {BYTES, SHORTS, WORDS}:
        width = {BYTES: 1, SHORTS: 2, WORDS: 4}[form]
        return _get(buffer, np.repeat(places, counts) + steps * width, width)
    extras = _get(buffer, places, _COUNT.size)
    owners = np.repeat(np.arange(len(places)), extras)
    nth = np.arange(len(owners)) - np.repeat(np.cumsum(extras) - extras, extras)
    base = places + _COUNT.size
    first = np.cumsum(counts) - counts
    if form == PATCHED:
        values = _get(buffer, np.repeat(base + extras * _PATCH, counts) + steps, 1)
        where = _get(buffer, base[owners] + nth * 4, 4)
        values[first[owners] + where] |= _get(buffer, (base + extras * 4)[owners] + nth * 2, 2) << 8
        return values
    if form == FEW:
        bits = (np.repeat((base + extras) * 8, counts) + steps).astype(np.int64)
        values = np.ones(len(steps), np.int64)
        marked = np.flatnonzero((buffer[bits >> 3] >> (bits & 7).astype(np.uint8)) & 1)
        values[marked] = buffer[base[owners] + nth]
        return values
    body = buffer[base[owners] + nth]
    numbers: Numbers = np.repeat(nth * 8, 8) + np.tile(np.arange(8), len(nth))
    there: Numbers = numbers[np.unpackbits(body, bitorder="little").view(bool)]
    return there


def _get(buffer: Numbers, places: Numbers, width: int) -> Numbers:
    """Return the numbers of so many bytes at some places."""
    import numpy as np  # noqa: PLC0415 - as above

    values = np.zeros(len(places), np.int64)
    for byte in range(width):
        values |= buffer[places + byte].astype(np.int64) << (8 * byte)
    return values
