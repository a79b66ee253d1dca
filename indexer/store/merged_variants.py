"""The variants of several segments' lists under common numbers, and the terms that stand for them.

A list is known by the rank of its stem, and a variant by the ranks of its form and its spelling.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from indexer.store.ascending import inside_runs, is_first
from indexer.store.merged_terms import TYPED, WHOLE
from indexer.store.posting_lists import Terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.store.ascending import Numbers
    from indexer.store.merged_terms import Entries, Ranks

_NO_RANK = np.iinfo(np.int32).max
"""Rank of what a variant does not have: it sorts last."""


class Variants(NamedTuple):
    """The variants of one segment's lists, and what they become.

    Attributes:
        starts: Where those of each list begin.
        counts: How many each list has; what its postings have beyond them stands for no term.
        renamed: The new number of each, counted from 0 in the new list.
    """

    starts: Numbers
    counts: Numbers
    renamed: Numbers


def merge_variants(ranks: Ranks, owned: Sequence[Numbers], heads: Numbers) -> tuple[list[Variants], NewTerms]:
    """Give the variants of all segments common numbers, list by list."""
    tables = [_table(entries, ranks.kinds, own) for entries, own in zip(ranks.entries, owned, strict=True)]
    lists = np.concatenate(
        [
            np.searchsorted(heads, own).astype(np.int32)[table.lists]
            for own, table in zip(owned, tables, strict=True)
        ]
    )
    forms = np.concatenate([table.forms for table in tables])
    typed = np.concatenate([table.typed for table in tables])
    order = np.lexsort((typed, forms, lists))
    lists, forms, typed = lists[order], forms[order], typed[order]
    fresh = is_first(lists) | is_first(forms) | is_first(typed)
    place = np.cumsum(fresh) - 1
    firsts = np.flatnonzero(fresh)
    of_list = lists[firsts]
    begin = np.searchsorted(of_list, np.arange(len(heads)))
    local = np.arange(len(firsts)) - begin[of_list]
    renamed = np.empty(len(order), np.int32)
    renamed[order] = local[place]
    held = []
    at = 0
    for table in tables:
        held.append(Variants(table.starts, table.counts, renamed[at : at + len(table.lists)]))
        at += len(table.lists)
    return held, NewTerms(ranks, heads, of_list, forms[firsts], typed[firsts], begin)


class _Table(NamedTuple):
    """The variants of one segment.

    Attributes:
        starts: Where those of each list begin.
        counts: How many each list has.
        lists: The list of each variant.
        forms: The rank of its form.
        typed: The rank of its spelling.
    """

    starts: Numbers
    counts: Numbers
    lists: Numbers
    forms: Numbers
    typed: Numbers


def _table(entries: Entries, kinds: Numbers, own: Numbers) -> _Table:
    """Return the variants of one segment.

    One more than the terms name is kept for each list: for what stands under no term of its own.
    """
    counts = np.ones(len(own), np.int32)
    np.maximum.at(counts, entries.lists, entries.last)
    counts += 1
    starts = np.cumsum(counts) - counts
    lists = np.repeat(np.arange(len(own), dtype=np.int32), counts)
    forms = np.full(len(lists), _NO_RANK, np.int32)
    typed = np.full(len(lists), _NO_RANK, np.int32)
    kind = kinds[entries.ranks]
    whole = np.flatnonzero(kind == WHOLE)
    spans = np.maximum(entries.last[whole] - entries.first[whole], 1)
    inside = inside_runs(spans)
    where = np.repeat(starts[entries.lists[whole]] + entries.first[whole], spans) + inside
    forms[where] = np.repeat(entries.ranks[whole], spans)
    spelt = np.flatnonzero(kind == TYPED)
    typed[starts[entries.lists[spelt]] + entries.first[spelt]] = entries.ranks[spelt]
    return _Table(starts, counts, lists, forms, typed)


class NewTerms(NamedTuple):
    """The variants of the merged lists; list by list, form by form."""

    ranks: Ranks
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
