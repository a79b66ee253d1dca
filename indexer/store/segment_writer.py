"""Posting lists and records -> one segment: a file of columns that is never changed again.

Columns:

- terms.text, terms.starts, terms.lists, terms.first, terms.last: every term, sorted, the list it stands for,
  and which variants of it; a term may stand there several times, with different lists;
- lists.starts, lists.units, lists.places, lists.forms and postings: where a list lies, how many postings and
  positions it has, and how its four parts are packed (three bits each);
- record.row, record.path, record.order, record.title, record.section, record.document: numbers for each
  record, and record.rank: its place in the order of answers - by date, newest first, then by document, copy
  and place in it;
- length.FIELD: how long the unit is, for scoring;
- records, rows, sections: blocks of JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec
import numpy as np

from indexer.store.blocks import BlockWriter
from indexer.store.packing import Packed, pack_ascending, pack_lists, write_packed
from indexer.store.segment import FORM_BITS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from indexer.store.ascending import Numbers
    from indexer.store.columns import ColumnWriter
    from indexer.store.posting_lists import Postings
    from indexer.store.terms import Row


class ListWriter:
    """Writes posting lists as they come, and the table of their terms at the end."""

    def __init__(self, writer: ColumnWriter) -> None:
        self._writer = writer
        self._at = 0
        self._starts: list[Numbers] = []
        self._units: list[Numbers] = []
        self._places: list[Numbers] = []
        self._forms: list[Numbers] = []
        self._texts: list[bytes] = []
        self._entries: tuple[list[Numbers], ...] = ([], [], [])
        self._count = 0
        writer.begin("postings")

    def add(self, postings: Postings) -> None:
        """Write some lists."""
        ends, counts = postings.ends, postings.counts
        parts = [pack_ascending(postings.units, ends), pack_lists(counts, ends)]
        places = np.zeros(len(ends), np.int64)
        if postings.places is not None and postings.variants is not None:
            reached = np.cumsum(counts, dtype=np.int64)[ends - 1]
            parts += [pack_lists(postings.places, reached), pack_lists(postings.variants + 1, reached)]
            places = np.diff(np.append(0, reached))
        self._write(parts)
        self._units.append(np.diff(np.append(0, ends)))
        self._places.append(places)
        first = self._count
        terms = postings.terms
        self._texts += terms.texts
        for held, column in zip(self._entries, (terms.lists + first, terms.first, terms.last), strict=True):
            held.append(column)
        self._count += len(ends)

    def _write(self, parts: list[Packed]) -> None:
        total = sum((part.sizes for part in parts[1:]), parts[0].sizes)
        at = np.cumsum(total) - total
        buffer = np.zeros(int(total.sum()), np.uint8)
        self._starts.append(at + self._at)
        forms = np.zeros(len(total), np.uint16)
        for place, part in enumerate(parts):
            write_packed(buffer, at, part)
            at = at + part.sizes
            forms |= part.forms.astype(np.uint16) << (FORM_BITS * place)
        self._writer.extend(buffer)
        self._forms.append(forms)
        self._at += len(buffer)

    def finish(self) -> None:
        """Write where the lists lie, and the terms."""
        writer = self._writer
        writer.end()
        starts = np.concatenate([*self._starts, [self._at]])
        writer.column("lists.starts", starts, _narrow(starts))
        for name, arrays in (("units", self._units), ("places", self._places)):
            numbers = np.concatenate([*arrays, np.zeros(0, np.int64)])
            writer.column(f"lists.{name}", numbers, _narrow(numbers))
        writer.column("lists.forms", np.concatenate([*self._forms, np.zeros(0, np.uint16)]), "<u2")
        texts = self._texts
        order = sorted(range(len(texts)), key=texts.__getitem__)
        starts = np.append(
            0, np.cumsum(np.fromiter((len(texts[nth]) for nth in order), np.int64, len(order)))
        )
        writer.column("terms.text", b"".join(texts[nth] for nth in order))
        writer.column("terms.starts", starts, _narrow(starts))
        for name, columns in zip(("lists", "first", "last"), self._entries, strict=True):
            column = np.concatenate([*columns, np.zeros(0, np.int64)])[np.array(order, np.int64)]
            writer.column(f"terms.{name}", column, _narrow(column))


class RecordTable(NamedTuple):
    """What a segment says of its records, apart from their terms and their content.

    Attributes:
        rows: Each different row.
        sections: Each different section path.
        columns: Numbers for each record: row, order, path (of sections), and the units of title and section.
        lengths: Length of each unit, by field.
    """

    rows: Sequence[Row]
    sections: Sequence[tuple[str, ...]]
    columns: Mapping[str, Numbers]
    lengths: Mapping[str, Numbers]


def write_table(writer: ColumnWriter, table: RecordTable) -> None:
    """Write the table of records, with what follows from it."""
    columns, lengths = table.columns, table.lengths
    count = len(columns["row"])
    # the kinds of one document have a row each, and the same place
    places = {newest: place for place, newest in enumerate(sorted({row.newest for row in table.rows}))}
    row_ranks = np.array([places[row.newest] for row in table.rows], np.int64)
    in_place = np.lexsort((columns["order"], row_ranks[columns["row"]])) if count else columns["row"]
    ranks = np.zeros(count, np.int64)
    ranks[in_place] = np.arange(count)
    documents: dict[str, int] = {}
    of_rows = [documents.setdefault(row.document, len(documents)) for row in table.rows]
    of_records = np.array(of_rows, np.int64)[columns["row"]]
    for name, numbers in (*columns.items(), ("rank", ranks), ("document", of_records)):
        writer.column(f"record.{name}", numbers, _narrow(numbers))
    for field, numbers in lengths.items():
        writer.column(f"length.{field}", numbers, _narrow(numbers))
        each = numbers if len(numbers) == count and field not in columns else numbers[columns[field]]
        writer.facts[f"total.{field}"] = int(each.sum())
    writer.facts["records"] = count
    for name, values in (("rows", table.rows), ("sections", table.sections)):
        blocks = BlockWriter(writer, name)
        for value in values:
            blocks.add(msgspec.json.encode(value))
        blocks.end()


def _narrow(numbers: Numbers) -> str:
    """Return the smallest type that holds all of the numbers."""
    highest = int(numbers.max(initial=0))
    return next(
        kind for kind, bits in (("u1", 8), ("<u2", 16), ("<u4", 32), ("<u8", 64)) if highest < 1 << bits
    )
