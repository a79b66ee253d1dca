"""Several segments -> one, without what was deleted, in bounded memory.

Terms and lists are brought together by numbers: the tables of terms are sorted, so their merged order gives
each term a rank, a list is known by the rank of its stem, and a variant by the ranks of its form and its
spelling. Postings then pass through in slices of lists, each unpacked, renumbered, and packed as a whole.
"""

from __future__ import annotations

from array import array
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from indexer.store.analysis import TYPED_FORM, WHOLE_FORM
from indexer.store.blocks import BlockWriter
from indexer.store.columns import ColumnWriter
from indexer.store.posting_lists import Postings, Terms, steps, whole_lists
from indexer.store.segment import FORM_BITS
from indexer.store.segment_writer import ListWriter, RecordTable, write_table
from indexer.store.terms import FIELDS, PASSAGE_FIELDS
from indexer.store.unpacking import Lists, many_sizes, unpack_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from indexer.store.segment import Segment
    from indexer.store.terms import Row

    Numbers = NDArray[Any]

INDIRECT = ("section", "title")

_SLICE = 250_000
"""Positions that pass through at a time."""

_TERMS = 20_000
"""Terms of the largest segment that are ranked at a time."""

_NO_RANK = np.iinfo(np.int32).max
"""Rank of what a variant does not have: it sorts last."""


def merge(path: Path, segments: Sequence[Segment]) -> int:
    """Write one segment from several; return how many records it has."""
    sources = [_Source(segment) for segment in segments]
    offsets: dict[str, int] = dict.fromkeys(("records", *INDIRECT), 0)
    for source in sources:
        source.number(offsets)
    with ColumnWriter(path) as writer:
        _copy_records(writer, sources)
        lists = ListWriter(writer)
        terms = _Ranks(sources)
        for postings in _postings(sources, terms):
            lists.add(postings)
        lists.finish()
        write_table(writer, _table(sources))
    return offsets["records"]


class _Source:
    """A segment with the new numbers of its records and units; -1 for what is gone."""

    def __init__(self, segment: Segment) -> None:
        self.segment = segment
        self.file = segment.file
        self.alive = np.ones(segment.count, bool)
        if segment.deleted:
            self.alive[list(segment.deleted)] = False
        self.records = self.alive
        self.units: dict[str, Numbers] = {}

    def number(self, offsets: dict[str, int]) -> None:
        """Give the records and units that stay their new numbers, from the offsets on."""
        self.records = _numbered(self.alive, offsets["records"])
        offsets["records"] += int(self.alive.sum())
        for field in INDIRECT:
            used = np.zeros(len(self.file.array(f"length.{field}")), bool)
            used[self.column(field)] = True
            self.units[field] = _numbered(used, offsets[field])
            offsets[field] += int(used.sum())

    def column(self, name: str) -> Numbers:
        """Return a column for the records that stay."""
        return self.file.array(f"record.{name}")[self.alive]

    def unit_numbers(self, field: str) -> Numbers:
        """Return the new numbers of a field's units."""
        return self.units.get(field, self.records)


def _numbered(kept: Numbers, offset: int) -> Numbers:
    return np.where(kept, np.cumsum(kept) - 1 + offset, -1)


# -- records


def _copy_records(writer: ColumnWriter, sources: Sequence[_Source]) -> None:
    records = BlockWriter(writer, "records")
    for source in sources:
        for content, alive in zip(source.segment.kept, source.alive.tolist(), strict=True):
            if alive:
                records.add(content)
        source.file.release()
    records.end()


def _table(sources: Sequence[_Source]) -> RecordTable:
    rows: dict[Row, int] = {}
    sections: dict[tuple[str, ...], int] = {}
    columns: dict[str, list[Numbers]] = {name: [] for name in ("row", "order", "title", "section", "path")}
    lengths: dict[str, list[Numbers]] = {name: [] for name in ("entity", "text", "title", "section")}
    for source in sources:
        columns["order"].append(source.column("order"))
        columns["row"].append(_joined(source.segment.rows, source.column("row"), rows))
        columns["path"].append(_joined(source.segment.sections, source.column("path"), sections))
        for field in INDIRECT:
            columns[field].append(source.units[field][source.column(field)])
            lengths[field].append(source.file.array(f"length.{field}")[source.units[field] >= 0])
        for field in ("entity", "text"):
            lengths[field].append(source.file.array(f"length.{field}")[source.alive])
    return RecordTable(
        list(rows),
        list(sections),
        {name: np.concatenate(parts).astype(np.int64) for name, parts in columns.items()},
        {name: np.concatenate(parts).astype(np.int64) for name, parts in lengths.items()},
    )


def _joined(values: Sequence[Any], numbers: Numbers, known: dict[Any, int]) -> Numbers:
    """Return numbers for the values that are used, shared by all segments."""
    used = np.unique(numbers)
    renumbered = np.zeros(len(values), np.int64)
    renumbered[used] = [known.setdefault(values[value], len(known)) for value in used.tolist()]
    return renumbered[numbers]


# -- terms


class _Entries(NamedTuple):
    """The table of terms of one segment, with the rank of each term among those of all."""

    ranks: Numbers
    lists: Numbers
    first: Numbers
    last: Numbers


class _Ranks:
    """The terms of all segments in one order.

    Attributes:
        texts: Every term once, one behind the other.
        starts: Where each begins.
        kinds: 0 for a term whose list is its own, 1 for a whole form, 2 for a spelling.
        fields: The field of each term, by its place in FIELDS.
        entries: For each segment.
    """

    def __init__(self, sources: Sequence[_Source]) -> None:
        texts = bytearray()
        lengths = array("I")
        ranks = [array("I") for _ in sources]
        for part in _sorted_terms([source.segment for source in sources]):
            last = None
            for term, nth in part:
                if term != last:
                    texts += term
                    lengths.append(len(term))
                    last = term
                ranks[nth].append(len(lengths) - 1)
        self.texts = bytes(texts)
        self.starts = np.append(0, np.cumsum(np.array(lengths, np.int64)))
        heads = np.frombuffer(self.texts, np.uint8)
        self.fields = heads[self.starts[:-1]]
        marks = heads[np.minimum(self.starts[:-1] + 1, max(len(heads) - 1, 0))]
        passage = np.isin(self.fields, [FIELDS.index(field) for field in PASSAGE_FIELDS])
        self.kinds = (passage & (marks == ord(WHOLE_FORM))).astype(np.uint8)
        self.kinds[passage & (marks == ord(TYPED_FORM))] = 2
        self.entries = [
            _Entries(
                np.array(held, np.int32),
                *(source.file.array(f"terms.{name}").astype(np.int32) for name in ("lists", "first", "last")),
            )
            for source, held in zip(sources, ranks, strict=True)
        ]

    def text(self, rank: int) -> bytes:
        """Return a term."""
        return self.texts[self.starts[rank] : self.starts[rank + 1]]


def _sorted_terms(segments: Sequence[Segment]) -> Iterator[list[tuple[bytes, int]]]:
    """Yield all terms with the number of their segment, in order, in parts that fit into memory."""
    largest = max(segments, key=lambda segment: segment.term_count)
    borders = [largest.term_at(place) for place in range(_TERMS, largest.term_count, _TERMS)]
    reached = [0] * len(segments)
    for border in (*borders, None):
        part: list[tuple[bytes, int]] = []
        for nth, segment in enumerate(segments):
            end = segment.term_count if border is None else segment.place_of(border)
            part.extend((term, nth) for term in segment.terms_between(reached[nth], end))
            reached[nth] = end
        part.sort()
        yield part


class _Variants(NamedTuple):
    """The variants of one segment's lists, and what they become.

    Attributes:
        starts: Where those of each list begin.
        counts: How many each list has; what its postings have beyond them stands for no term.
        renamed: The new number of each, counted from 0 in the new list.
    """

    starts: Numbers
    counts: Numbers
    renamed: Numbers


def _postings(sources: Sequence[_Source], ranks: _Ranks) -> Iterator[Postings]:
    """Yield the merged lists, field by field and slice by slice."""
    owned = [_owners(entries, ranks.kinds) for entries in ranks.entries]
    heads = np.unique(np.concatenate([np.unique(own) for own in owned]))
    variants, terms = _merge_variants(ranks, owned, heads)
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


def _owners(entries: _Entries, kinds: Numbers) -> Numbers:
    """Return for each list of a segment the rank of the term it belongs to."""
    own = np.zeros(int(entries.lists.max(initial=-1)) + 1, np.int32)
    direct = kinds[entries.ranks] == 0
    own[entries.lists[direct]] = entries.ranks[direct]
    return own


def _slices(weights: Numbers, fields: Numbers) -> Iterator[tuple[int, int]]:
    """Yield stretches of lists of one field that together are not too large."""
    borders = [0, *np.flatnonzero(steps(fields))[1:].tolist(), len(weights)]
    reached = np.append(0, np.cumsum(weights))
    for low, high in pairwise(borders):
        start = low
        while start < high:
            end = int(np.searchsorted(reached, reached[start] + _SLICE, side="right")) - 1
            end = min(max(end, start + 1), high)
            yield start, end
            start = end


# -- variants


def _merge_variants(
    ranks: _Ranks, owned: Sequence[Numbers], heads: Numbers
) -> tuple[list[_Variants], _NewTerms]:
    """Give the variants of all segments common numbers, list by list."""
    tables = [
        _variants_of(entries, ranks.kinds, own) for entries, own in zip(ranks.entries, owned, strict=True)
    ]
    lists = np.concatenate(
        [
            np.searchsorted(heads, own).astype(np.int32)[owner]
            for own, (_, _, owner, _, _) in zip(owned, tables, strict=True)
        ]
    )
    forms = np.concatenate([form for _, _, _, form, _ in tables])
    typed = np.concatenate([spelling for *_, spelling in tables])
    order = np.lexsort((typed, forms, lists))
    lists, forms, typed = lists[order], forms[order], typed[order]
    fresh = steps(lists) | steps(forms) | steps(typed)
    place = np.cumsum(fresh) - 1
    firsts = np.flatnonzero(fresh)
    of_list = lists[firsts]
    begin = np.searchsorted(of_list, np.arange(len(heads)))
    local = np.arange(len(firsts)) - begin[of_list]
    renamed = np.empty(len(order), np.int32)
    renamed[order] = local[place]
    held = []
    at = 0
    for starts, counts, owner, _, _ in tables:
        held.append(_Variants(starts, counts, renamed[at : at + len(owner)]))
        at += len(owner)
    return held, _NewTerms(ranks, heads, of_list, forms[firsts], typed[firsts], begin)


def _variants_of(
    entries: _Entries, kinds: Numbers, own: Numbers
) -> tuple[Numbers, Numbers, Numbers, Numbers, Numbers]:
    """Return for one segment: start and count of each list's variants; list, form and spelling of each.

    One more than the terms name is kept for each list: for what stands under no term of its own.
    """
    counts = np.ones(len(own), np.int32)
    np.maximum.at(counts, entries.lists, entries.last)
    counts += 1
    starts = np.cumsum(counts) - counts
    owner = np.repeat(np.arange(len(own), dtype=np.int32), counts)
    forms = np.full(len(owner), _NO_RANK, np.int32)
    typed = np.full(len(owner), _NO_RANK, np.int32)
    kind = kinds[entries.ranks]
    whole = np.flatnonzero(kind == 1)
    spans = np.maximum(entries.last[whole] - entries.first[whole], 1)
    inside = np.arange(int(spans.sum())) - np.repeat(np.cumsum(spans) - spans, spans)
    where = np.repeat(starts[entries.lists[whole]] + entries.first[whole], spans) + inside
    forms[where] = np.repeat(entries.ranks[whole], spans)
    spelt = np.flatnonzero(kind == 2)
    typed[starts[entries.lists[spelt]] + entries.first[spelt]] = entries.ranks[spelt]
    return starts, counts, owner, forms, typed


class _NewTerms(NamedTuple):
    """The variants of the merged lists; list by list, form by form."""

    ranks: _Ranks
    heads: Numbers
    lists: Numbers
    forms: Numbers
    typed: Numbers
    begin: Numbers

    def of_lists(self, start: int, kept: Numbers, used: Sequence[Numbers]) -> Terms:
        """Return the terms of some lists.

        Args:
            start: The number of the first list.
            kept: Which of the lists after it still have postings.
            used: For each of these the variants that occur, ascending.
        """
        text = self.ranks.text
        texts: list[bytes] = []
        entries: list[tuple[int, int, int]] = []
        for place, (nth, there) in enumerate(zip(kept.tolist(), used, strict=True)):
            number = start + nth
            texts.append(text(int(self.heads[number])))
            entries.append((place, 0, 0))
            lowest = int(there[0])
            base = int(self.begin[number]) + lowest
            names = [
                (variant, int(self.forms[base + variant]), int(self.typed[base + variant]))
                for variant in (there - lowest).tolist()
            ]
            alone = len(names) == 1
            spans: dict[int, list[int]] = {}
            for variant, form, spelling in names:
                if form != _NO_RANK:
                    spans.setdefault(form, [variant, variant])[1] = variant + 1
                if spelling != _NO_RANK:
                    texts.append(text(spelling))
                    entries.append((place, *((0, 0) if alone else (variant, variant + 1))))
            for form, (first, last) in spans.items():
                texts.append(text(form))
                entries.append((place, *((0, 0) if alone else (first, max(last, first + 1)))))
        return Terms(texts, *np.array(entries, np.int64).reshape(-1, 3).T)


# -- postings


class _Part(NamedTuple):
    """What one segment gives to a slice: by posting and by position the list, counted from the first."""

    lists: Numbers
    units: Numbers
    counts: Numbers
    place_lists: Numbers
    places: Numbers
    variants: Numbers


def _unpacked(source: _Source, chosen: Numbers, lists: Numbers, field: str, held: _Variants) -> _Part:
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


def _joined_postings(parts: Sequence[_Part], terms: _NewTerms, start: int) -> Postings | None:
    """Return the postings of a slice, those of all segments behind each other in every list."""
    lists = np.concatenate([part.lists for part in parts])
    if not len(lists):
        return None
    order = _order_of(lists)
    lists = lists[order]
    units, counts = (
        np.concatenate([getattr(part, name) for part in parts])[order] for name in ("units", "counts")
    )
    heads = np.flatnonzero(steps(lists))
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
    return _with_variants(
        terms, start, kept, Postings(whole_lists([]), ends, units, counts, places, variants), place_lists
    )


def _order_of(lists: Numbers) -> Numbers | slice:
    """Return what brings lists together; nothing is to be moved where a slice is one long list."""
    if (lists[1:] >= lists[:-1]).all():
        return slice(None)
    order: Numbers = np.argsort(lists, kind="stable")
    return order


def _with_variants(
    terms: _NewTerms, start: int, kept: Numbers, postings: Postings, place_lists: Numbers
) -> Postings:
    """Return postings with their terms, the variants of each list counted from its lowest."""
    variants = postings.variants
    if variants is None:
        raise AssertionError("a field of running text has variants")
    wide = int(variants.max()) + 1
    seen = np.unique(place_lists.astype(np.int64) * wide + variants)
    borders = np.searchsorted(seen // wide, np.append(kept, kept[-1] + 1))
    used = [seen[low:high] % wide for low, high in pairwise(borders)]
    lowest = np.array([there[0] for there in used])[np.searchsorted(kept, place_lists)]
    return postings._replace(terms=terms.of_lists(start, kept, used), variants=variants - lowest)
