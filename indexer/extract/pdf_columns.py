"""Rows of a page with two columns of text or more -> lines, column by column."""

from __future__ import annotations

from collections import Counter
from math import inf
from typing import TYPE_CHECKING

import msgspec
import regex

from indexer.extract.pdf_fonts import BOLD
from indexer.extract.pdf_gutter import crosses
from indexer.extract.pdf_line import LineBuilder
from indexer.extract.pdf_rows import Row, find_rows, segments
from indexer.extract.pdf_spanning import LARGER, LINES, SAME, WRAPPED, SpanningHeadings
from indexer.model import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.extract.pdf_gutter import Gutters
    from indexer.extract.pdf_panels import Area
    from indexer.extract.words import Words

_LARGE = 1.3  # of the size of most rows: titles are as large at least
_SENTENCE = 4  # words behind a gutter with which a column of text begins
_HANGING = 8.0  # points behind the gutter, where it does
_WORDS = 7  # words of a column that are text: lines of a letterhead have less
_STRETCHED = regex.compile(r"(\S{1,6} )?(?=.*\p{Ll}{3})[^\s\p{N}]\S*+(?:\t[^\s\p{N}]\S*+){1,2}")
"""Two or three words, all of them apart, with the label of an item or without."""

_WORDY = regex.compile(r"(?:.*?\p{Ll}{2}\S*(?:\t|$)){2}")  # two words in small letters
_GAPS = 2  # of a line at least, besides those at its ends
_TOUCH = 0.05  # of the size: a note mark is no further behind its word
_UNEVEN = 0.2  # of the widest: gaps of a line that is drawn out differ by less


class ColumnReader:
    """Reads column by column between the rows of full width, and the edges of panels.

    Rows of tables stand in a column or are of full width.
    """

    def __init__(
        self, builder: LineBuilder, gutters: Gutters, tabled: Iterable[Line], areas: Sequence[Area] = ()
    ) -> None:
        """Take the page, the x between its columns, the rows of its tables, its panels and pictures."""
        self._builder = builder
        self._page = builder.page
        self._gutters = gutters
        self._areas = areas
        self._waiting = sorted(tabled, key=lambda line: line.top)[::-1]
        self._band: list[Row | Line] = []
        self._lines: list[Line] = []

    def read(self, rows: list[Row], edges: Iterable[float]) -> list[Line]:
        """Return the lines of a page, from its rows and the heights at which panels begin and end."""
        self._spanning = SpanningHeadings(
            self._page,
            self._gutters,
            rows,
            self._waiting[::-1],
            self._areas,
            from_right=self._builder.reads_from_right,
        )
        title = self._title(rows)
        left_edges = sorted(edges, reverse=True)
        headings = self._spanning.find()
        for row in rows:
            self._put_tables(row.high)
            while left_edges and left_edges[-1] < row.base:
                left_edges.pop()
                self._end_band()
            if row is title or row in headings or crosses(segments(self._page, row), self._gutters):
                heading = self._take_heading()
                self._end_band()
                self._lines += map(self._builder.row, [*heading, row])
            elif not self._band and self._wraps(row):
                self._lines.append(self._builder.row(row))
            else:
                self._band.append(row)
        self._put_tables(inf)
        self._end_band()
        return self._lines

    def _title(self, rows: list[Row]) -> Row | None:
        """Return the first row of a short title in large type, between a letterhead and the text.

        It need not reach the second column, and what stands beside it above it is read before it. Large type
        that goes on from a row with something beside it leads in the text of its column.
        """
        lefts = self._page.lefts
        above: Row | None = None  # in large type, with something beside it
        for row in rows:
            first = [self._spanning.column(lefts[word]) == 1 for word in row.words]
            large = row.size >= _LARGE * self._spanning.usual
            wraps = above is not None and row.base - above.base < WRAPPED * row.size
            if all(first) and large and not wraps:
                return row
            if max(sum(first), len(first) - sum(first)) >= _WORDS or self._opens_column(row, first):
                return None
            above = row if large else above
        return None

    def _opens_column(self, row: Row, first: list[bool]) -> bool:
        """Whether text begins in a row right behind a gutter, as no letterhead does."""
        left = min(
            (self._page.lefts[at] for at, one in zip(row.words, first, strict=True) if not one), default=0
        )
        return len(first) - sum(first) >= _SENTENCE and any(0 <= left - at < _HANGING for at in self._gutters)

    def _wraps(self, row: Row) -> bool:
        """Whether a row in the first column ends a heading of full width, or what leads in the text."""
        above = self._lines[-1] if self._lines else None
        return (
            above is not None
            and above.column == 0
            and self._spanning.stands_out(row)
            and abs(row.size - above.size) < SAME
            and row.base - above.bottom < WRAPPED * row.size
            and abs(min(self._page.lefts[word] for word in row.words) - above.left) < SAME
        )

    def _put_tables(self, bottom: float) -> None:
        """Put the rows of tables that begin above a height between the others."""
        while self._waiting and self._waiting[-1].top < bottom:
            line = self._waiting.pop()
            if crosses([(line.left, line.right)], self._gutters):
                self._end_band()
                self._lines.append(line)
            else:
                self._band.append(line)

    def _take_heading(self) -> list[Row]:
        """Take the heading of what is of full width off the band above it, whose columns end above it.

        It is short, bold or in larger type, and stands in the first column by that alone.
        """
        page, band = self._page, self._band
        heading: list[Row] = []
        while band and isinstance(row := band[-1], Row) and len(heading) < LINES:
            larger = row.size >= LARGER * self._spanning.usual
            bold = all(page.faces[word] & BOLD for word in row.words)
            if not self._spanning.is_in_first(row) or not (larger or bold):
                break
            heading.insert(0, row)
            band.pop()
        rest = [row for row in band if isinstance(row, Row)]
        second = [row.base for row in rest if not self._spanning.is_in_first(row)]
        if heading and not (second and max(row.base for row in rest) < heading[0].high):
            band += heading
            return []
        return heading

    def _end_band(self) -> None:
        """Read the columns down to here, one after the other."""
        page, band = self._page, self._band
        inside = sorted(word for row in band if isinstance(row, Row) for word in row.words)
        column_of = self._spanning.column
        for column in range(1, len(self._gutters) + 2):
            # a mark that is raised in one column may stand on a line of the other
            side = page.at([word for word in inside if column_of(page.lefts[word]) == column])
            builder = LineBuilder(side)
            rows = find_rows(side)
            lines = _unstretched(
                [builder.line(row.words, row.placed(side), column) for row in rows],
                [_is_even(row.placed(side).gaps, row.size) for row in rows],
            )
            tabled = [row for row in band if isinstance(row, Line) and column_of(row.left) == column]
            self._lines.extend(with_tables(lines, tabled))
        band.clear()


def _unstretched(lines: list[Line], even: list[bool]) -> list[Line]:
    """Return the lines of a column with spaces for the tabs of those that are drawn out to fill its measure.

    A line of a few long words between others that are justified has gaps as wide as those of a table, but all
    of them alike.

    Args:
        lines: Of the column.
        even: For each, whether it has several gaps, all as wide.
    """
    fill = _fill_measure(lines)
    return [
        _spaced(line)
        if fills and (_STRETCHED.fullmatch(line.text) or (is_even and _WORDY.match(line.text)))
        else line
        for line, fills, is_even in zip(lines, fill, even, strict=True)
    ]


def evenly_set(lines: list[Line], rows: list[Row], page: Words) -> list[Line]:
    """Return the lines of a page of one column with spaces for the tabs of those that are drawn out evenly.

    They hold words: dates and numbers in a narrow measure, as "18 December 2008, 64/132 of 18", leave room
    for a whole word between each two.
    """
    return [
        _spaced(line)
        if fills
        and line.text.count("\t") >= _GAPS
        and _WORDY.match(line.text)
        and _is_even(row.placed(page).gaps, row.size)
        else line
        for line, fills, row in zip(lines, _fill_measure(lines), rows, strict=True)
    ]


def _fill_measure(lines: list[Line]) -> list[bool]:
    """Return which lines with tabs begin and end where plain lines do."""
    plain = [line for line in lines if "\t" not in line.text]
    if len(plain) == len(lines):
        return [False] * len(lines)  # most pages
    ends = {right for right, count in Counter(round(line.right) for line in plain).items() if count > 1}
    begins = {round(line.left) for line in plain}
    return ["\t" in line.text and round(line.right) in ends and round(line.left) in begins for line in lines]


def _spaced(line: Line) -> Line:
    """Return a line with spaces for its tabs."""
    return msgspec.structs.replace(line, text=line.text.replace("\t", " "))


def _is_even(gaps: Sequence[float], size: float) -> bool:
    """Whether gaps, of which there are some, are as wide as each other, but for those before note marks."""
    spaces = [gap for gap in gaps if gap > _TOUCH * size]
    return len(spaces) >= _GAPS and max(spaces) - min(spaces) < _UNEVEN * max(spaces)


def with_tables(lines: list[Line], tabled: list[Line]) -> list[Line]:
    """Return lines with the rows of tables, each before the first line below its top."""
    merged = list(lines)
    for row in reversed(tabled):
        at = next((at for at, line in enumerate(merged) if line.top > row.top), len(merged))
        merged.insert(at, row)
    return merged
