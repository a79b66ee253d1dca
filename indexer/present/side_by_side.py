"""The same place in several languages -> columns beside each other."""

from __future__ import annotations

from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from indexer.grammar.addresses import Address
from indexer.present.style import (
    END_OF_ISOLATE,
    LEFT_TO_RIGHT,
    RIGHT_TO_LEFT,
    columns,
    is_right_to_left,
    padded,
    runs_right_to_left,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indexer.model import Record
    from indexer.present.answers import Shown

GAP = "   "
NARROWEST = 34
"""Columns in which a paragraph can be read beside another."""


class Row(NamedTuple):
    """A record with what is to be shown of it."""

    record: Record
    citation: str
    part: str
    wanted: bool


def language_of(record: Record) -> str:
    """The language of the version that a record stands in."""
    return record.id.rpartition("#")[0].rpartition("@")[2]


def rows_of(shown: Shown) -> Iterator[Row]:
    """The records one by one."""
    return map(Row, shown.records, shown.citations, shown.parts, shown.wanted)


def places(shown: Shown) -> Iterator[list[Row]]:
    """The records that are the same place in versions of one document, as long as they follow each other."""
    for _, group in groupby(rows_of(shown), key=_place):
        versions: list[Row] = []
        for row in group:
            if language_of(row.record) in {language_of(held.record) for held in versions}:  # a copy
                yield versions
                versions = []
            versions.append(row)
        yield versions


def _place(row: Row) -> tuple[str, str]:
    address = Address.try_parse(row.record.address)
    return row.record.symbol or row.record.source.path, address.key if address else row.record.address


def column_width(count: int, width: int | None) -> int | None:
    """The width of each of so many columns; None where they are too narrow to be read."""
    if width is None or count < 2:
        return None
    each = (width - len(GAP) * (count - 1)) // count
    return each if each >= NARROWEST else None


def beside(cells: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """The lines of cells beside each other; those that run from right to left begin at the right edge."""
    for lines in zip_longest(*cells, fillvalue=""):
        yield GAP.join(_cell(line, width) for line in lines).rstrip()


def _cell(line: str, width: int) -> str:
    """A line as wide as its column, which no letters beside it can reorder."""
    if runs_right_to_left(line):
        words = line.lstrip()
        lead = " " * max(0, width - columns(line))
        return f"{lead}{RIGHT_TO_LEFT}{words}{END_OF_ISOLATE}{line[: len(line) - len(words)]}"
    if is_right_to_left(line):
        return f"{LEFT_TO_RIGHT}{line}{END_OF_ISOLATE}" + " " * (width - columns(line))
    return padded(line, width)
