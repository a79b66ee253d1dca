"""The records of a segment, as Whoosh asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np
from whoosh import columns
from whoosh.codec import base

from indexer.store.terms import COUNT_FIELDS, INDIRECT, PASSAGE_FIELDS

if TYPE_CHECKING:
    from indexer.store.arrays import SegmentArrays
    from indexer.store.segment import Segment

_MEASURED = (*PASSAGE_FIELDS, *COUNT_FIELDS)
"""Fields that have lengths."""


class RecordsReader(base.PerDocumentReader):
    """The records of a segment."""

    def __init__(self, arrays: SegmentArrays) -> None:
        self._arrays = arrays
        self._segment = arrays.segment

    def doc_count(self) -> int:
        """Return how many records there are."""
        return self._segment.count - len(self._segment.deleted)

    def doc_count_all(self) -> int:
        """Return how many records there are, deleted ones included."""
        return self._segment.count

    def has_deletions(self) -> bool:
        """Return whether any is deleted."""
        return bool(self._segment.deleted)

    def is_deleted(self, docnum: int) -> bool:
        """Return whether one is deleted."""
        return docnum in self._segment.deleted

    def deleted_docs(self) -> frozenset[int]:
        """Return those that are deleted."""
        return self._segment.deleted

    def supports_columns(self) -> bool:
        """Return True: there is a column of rows."""
        return True

    def has_column(self, fieldname: str) -> bool:
        """Return whether a column is there."""
        return fieldname == "row"

    def column_reader(self, fieldname: str, column: Any) -> Any:  # noqa: ARG002 - Whoosh's signature
        """Return the rows as JSON."""
        return _RowColumn(self._segment)

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:  # noqa: ARG002 - as above
        """Return the length of a field in a record."""
        if fieldname not in _MEASURED:
            return 0
        unit = self._arrays.column(fieldname)[docnum] if fieldname in INDIRECT else docnum
        return int(self._arrays.lengths(fieldname)[unit])

    def field_length(self, fieldname: str) -> int:
        """Return the length of a field in all records together."""
        return self._arrays.total_length(fieldname) if fieldname in _MEASURED else 0

    def min_field_length(self, fieldname: str) -> int:
        """Return the smallest length of a field."""
        return int(record_lengths(self._arrays, fieldname).min(initial=0))

    def max_field_length(self, fieldname: str) -> int:
        """Return the largest length of a field."""
        return int(record_lengths(self._arrays, fieldname).max(initial=0))

    def stored_fields(self, docnum: int) -> dict[str, bytes]:
        """Return the record as JSON."""
        return {"record": msgspec.json.encode(self._segment.record(docnum))}


class _RowColumn(columns.ColumnReader):
    """The rows of a segment."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment

    def __len__(self) -> int:
        return self._segment.count

    def __getitem__(self, docnum: int) -> bytes:
        return msgspec.json.encode(self._segment.row(docnum))


def record_lengths(arrays: SegmentArrays, field: str) -> Any:
    """Return the length of a field in each record."""
    if field not in _MEASURED:
        return np.zeros(arrays.count, np.int64)
    lengths = arrays.lengths(field)
    return lengths[arrays.column(field)] if field in INDIRECT else lengths
