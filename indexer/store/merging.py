"""Several segments -> one, without what was deleted, in bounded memory.

Records pass through one by one. Terms and lists are brought together by numbers: each term gets a rank
(`merged_terms`) and each variant its place in the new list (`merged_variants`), and then the lists pass
through in slices (`merged_postings`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from indexer.store.blocks import BlockWriter
from indexer.store.columns import ColumnWriter
from indexer.store.merge_source import Source
from indexer.store.merged_postings import merged_postings
from indexer.store.merged_terms import Ranks
from indexer.store.segment_writer import ListWriter, RecordTable, write_table
from indexer.store.terms import INDIRECT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from indexer.store.ascending import Numbers
    from indexer.store.segment import Segment
    from indexer.store.terms import Row


def merge(path: Path, segments: Sequence[Segment]) -> int:
    """Write one segment from several; return how many records it has."""
    offsets = dict.fromkeys(("records", *INDIRECT), 0)
    sources = [Source(segment, offsets) for segment in segments]
    with ColumnWriter(path) as writer:
        _copy_records(writer, sources)
        lists = ListWriter(writer)
        terms = Ranks(sources)
        for postings in merged_postings(sources, terms):
            lists.add(postings)
        lists.finish()
        write_table(writer, _table(sources))
    return offsets["records"]


def _copy_records(writer: ColumnWriter, sources: Sequence[Source]) -> None:
    records = BlockWriter(writer, "records")
    for source in sources:
        for content, alive in zip(source.segment.kept, source.alive.tolist(), strict=True):
            if alive:
                records.add(content)
        source.file.release()
    records.end()


def _table(sources: Sequence[Source]) -> RecordTable:
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
