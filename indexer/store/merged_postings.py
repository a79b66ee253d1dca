"""The posting lists of several segments as one, in slices of lists: unpacked, renumbered, and joined."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from indexer.store.ascending import is_first
from indexer.store.merged_terms import OWN
from indexer.store.merged_variants import merge_variants
from indexer.store.posting_lists import Postings, whole_lists
from indexer.store.segment import FORM_BITS
from indexer.store.terms import FIELDS, PASSAGE_FIELDS
from indexer.store.unpacking import Lists, many_sizes, unpack_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indexer.store.ascending import Numbers
    from indexer.store.merge_source import Source
    from indexer.store.merged_terms import Entries, Ranks
    from indexer.store.merged_variants import NewTerms, Variants

_SLICE = 250_000
"""Positions that pass through at a time."""


def merged_postings(sources: Sequence[Source], ranks: Ranks) -> Iterator[Postings]:
    """Yield the merged lists, field by field and slice by slice."""
    owned = [_owners(entries, ranks.kinds) for entries in ranks.entries]
    heads = np.unique(np.concatenate([np.unique(own) for own in owned]))
    variants, terms = merge_variants(ranks, owned, heads)
    numbers = [np.searchsorted(heads, own) for own in owned]
    weights = np.zeros(len(heads), np.int64)
    for source, new in zip(sources, numbers, strict=True):
        units, places = (source.file.array(f"lists.{name}") for name in ("units", "places"))
        np.add.at(weights, new, np.maximum(units, places).astype(np.int64))
    orders = [np.argsort(new, kind="stable") for new in numbers]
    fields = ranks.fields[heads]
    for start, end in _slices(weights, fields):
        parts = []
        for source, new, order, held in zip(sources, numbers, orders, variants, strict=True):
            low, high = np.searchsorted(new[order], [start, end])
            if high > low:
                chosen = order[low:high]
                parts.append(_unpacked(source, chosen, new[chosen] - start, FIELDS[fields[start]], held))
        for source in sources:
            source.file.release()
        merged = _joined_postings(parts, terms, start)
        if merged is not None:
            yield merged


def _owners(entries: Entries, kinds: Numbers) -> Numbers:
    """Return for each list of a segment the rank of the term it belongs to."""
    own = np.zeros(int(entries.lists.max(initial=-1)) + 1, np.int32)
    direct = kinds[entries.ranks] == OWN
    own[entries.lists[direct]] = entries.ranks[direct]
    return own


def _slices(weights: Numbers, fields: Numbers) -> Iterator[tuple[int, int]]:
    """Yield stretches of lists of one field that together are not too large."""
    borders = [0, *np.flatnonzero(is_first(fields))[1:].tolist(), len(weights)]
    reached = np.append(0, np.cumsum(weights))
    for low, high in pairwise(borders):
        start = low
        while start < high:
            end = int(np.searchsorted(reached, reached[start] + _SLICE, side="right")) - 1
            end = min(max(end, start + 1), high)
            yield start, end
            start = end


class _Part(NamedTuple):
    """What one segment gives to a slice: by posting and by position the list, counted from the first."""

    lists: Numbers
    units: Numbers
    counts: Numbers
    place_lists: Numbers
    places: Numbers
    variants: Numbers


def _unpacked(source: Source, chosen: Numbers, lists: Numbers, field: str, held: Variants) -> _Part:
    """Return the postings of some lists of a segment, renumbered, without those that are gone."""
    file = source.file
    column = {
        name: file.array(f"lists.{name}")[chosen].astype(np.int64) for name in ("units", "places", "forms")
    }
    buffer = file.array("postings")
    at = file.array("lists.starts")[chosen].astype(np.int64)
    forms = column["forms"]
    mask = (1 << FORM_BITS) - 1
    parts = []
    for nth, counts in enumerate((column["units"], column["units"], column["places"], column["places"])):
        packed = Lists(at, forms >> (FORM_BITS * nth) & mask, counts)
        if nth > 1 and field not in PASSAGE_FIELDS:
            parts.append(np.zeros(0, np.int64))
            continue
        parts.append(unpack_many(buffer, packed, is_ascending=nth == 0))
        at = at + many_sizes(buffer, packed)
    units, counts, places, variants = parts
    new = source.unit_numbers(field)[units]
    stays = new >= 0
    lists_each = np.repeat(lists.astype(np.uint32), column["units"])
    if field not in PASSAGE_FIELDS:
        none = np.zeros(0, np.int64)
        return _Part(lists_each[stays], new[stays], counts[stays], none, none, none)
    owner = np.repeat(chosen.astype(np.uint32), column["places"])
    # stored from 1; beyond the named ones is the one that stands for none
    local = np.minimum(variants - 1, held.counts[owner] - 1)
    renamed = held.renamed[held.starts[owner] + local]
    place_stays = np.repeat(stays, counts)
    return _Part(
        lists_each[stays], new[stays], counts[stays],
        np.repeat(lists_each, counts)[place_stays], places[place_stays], renamed[place_stays],
    )  # fmt: skip


def _joined_postings(parts: Sequence[_Part], terms: NewTerms, start: int) -> Postings | None:
    """Return the postings of a slice, those of all segments behind each other in every list."""
    lists = np.concatenate([part.lists for part in parts])
    if not len(lists):
        return None
    order = _order_of(lists)
    lists = lists[order]
    units, counts = (
        np.concatenate([getattr(part, name) for part in parts])[order] for name in ("units", "counts")
    )
    heads = np.flatnonzero(is_first(lists))
    kept = lists[heads]
    ends = np.append(heads[1:], len(lists))
    place_lists = np.concatenate([part.place_lists for part in parts])
    if not len(place_lists):
        found = whole_lists([terms.ranks.text(int(terms.heads[start + nth])) for nth in kept.tolist()])
        return Postings(found, ends, units, counts)
    order = _order_of(place_lists)
    place_lists = place_lists[order]
    places, variants = (
        np.concatenate([getattr(part, name) for part in parts])[order] for name in ("places", "variants")
    )
    lowest, used = _used_variants(kept, place_lists, variants)
    return Postings(terms.of_lists(start, kept, used), ends, units, counts, places, variants - lowest)


def _order_of(lists: Numbers) -> Numbers | slice:
    """Return what brings lists together; nothing is to be moved where a slice is one long list."""
    if (lists[1:] >= lists[:-1]).all():
        return slice(None)
    order: Numbers = np.argsort(lists, kind="stable")
    return order


def _used_variants(kept: Numbers, place_lists: Numbers, variants: Numbers) -> tuple[Numbers, list[Numbers]]:
    """Return by position the lowest variant of its list, and for each list all that occur in it."""
    wide = int(variants.max()) + 1
    seen = np.unique(place_lists.astype(np.int64) * wide + variants)
    borders = np.searchsorted(seen // wide, np.append(kept, kept[-1] + 1))
    used = [seen[low:high] % wide for low, high in pairwise(borders)]
    lowest = np.array([there[0] for there in used])[np.searchsorted(kept, place_lists)]
    return lowest, used
