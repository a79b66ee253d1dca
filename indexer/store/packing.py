"""Many lists of whole numbers -> bytes, each in the form that is smallest for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from indexer.store.ascending import inside_runs
from indexer.store.packed_list import BYTES, COUNT, DENSE, FEW, ONES, PATCH, PATCHED, SHORTS, WORDS

if TYPE_CHECKING:
    from indexer.store.ascending import Numbers

_LONG = 1 << 14
"""Values of a list that is written alone: numbers of all places in it would take ten times its memory."""


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
        (PATCHED, counts + COUNT.size + patches * PATCH, highest < 1 << 24, patches),
        (BYTES, counts, highest < 1 << 8, None),
        (FEW, COUNT.size + others + (counts + 7) // 8, highest < 1 << 8, others),
        (ONES, counts * 0, others == 0, None),
    ):
        better = fits & (size < sizes)
        forms[better] = form
        sizes = np.where(better, size, sizes)
        extras[better] = 0 if extra is None else extra[better]
    return Packed(forms, sizes, values, starts, counts, extras)


def pack_ascending(values: Numbers, ends: Numbers) -> Packed:
    """Return lists of ascending numbers ready to be written."""
    starts = np.append(np.int64(0), ends[:-1])
    gaps = values.astype(np.int64)
    gaps[1:] -= values[:-1]
    gaps[starts] = values[starts]
    packed = pack_lists(gaps, ends)
    span = values[ends - 1].astype(np.int64) // 8 + 1
    dense = span + COUNT.size < packed.sizes
    packed.forms[dense] = DENSE
    packed.extras[dense] = span[dense]
    return packed._replace(sizes=np.where(dense, span + COUNT.size, packed.sizes))


def write_packed(buffer: Numbers, places: Numbers, packed: Packed) -> None:
    """Write lists into a buffer of zero bytes, each at its place."""
    forms, counts, starts = packed.forms, packed.counts, packed.starts
    for form, width in ((BYTES, 1), (SHORTS, 2), (WORDS, 4), (PATCHED, 1)):
        bodies = places + COUNT.size + packed.extras * PATCH if form == PATCHED else places
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
            _put(buffer, places[chosen], packed.extras[chosen], COUNT.size)
            _write_bits(buffer, places, packed, chosen, is_dense=form == DENSE)


def _members(packed: Packed, chosen: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return where the values of some lists stand, the list each belongs to, and its place in it."""
    counts = packed.counts[chosen]
    owners = np.repeat(np.arange(len(chosen)), counts)
    steps = inside_runs(counts)
    return np.repeat(packed.starts[chosen], counts) + steps, owners, steps


def _write_patches(buffer: Numbers, places: Numbers, packed: Packed, chosen: Numbers) -> None:
    """Write how many patches there are, the places of all, then their high parts."""
    extras, starts = packed.extras[chosen], packed.starts[chosen]
    _put(buffer, places[chosen], extras, COUNT.size)
    large = np.flatnonzero(packed.values > 255)
    lists = np.searchsorted(packed.starts, large, "right") - 1
    here = packed.forms[lists] == PATCHED
    large, lists = large[here], np.searchsorted(chosen, lists[here])
    nth = np.arange(len(large)) - (np.cumsum(extras) - extras)[lists]
    base = places[chosen][lists] + COUNT.size
    _put(buffer, base + nth * 4, large - starts[lists], 4)
    _put(buffer, base + extras[lists] * 4 + nth * 2, packed.values[large] >> 8, 2)


def _write_bits(buffer: Numbers, places: Numbers, packed: Packed, chosen: Numbers, *, is_dense: bool) -> None:
    """Write bits for the numbers that are there, or for the values that are not 1 and these behind them."""
    source, owners, steps = _members(packed, chosen)
    values = packed.values[source].astype(np.int64)
    base = places[chosen] + COUNT.size
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
    """Write numbers of so many bytes at some places."""
    for byte in range(width):
        buffer[places + byte] = (values >> 8 * byte if byte else values) & 255
