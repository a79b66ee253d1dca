"""Rows of a page with two columns of text or more -> lines, column by column."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from math import inf
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import regex

from indexer.extract.pdf_fonts import BOLD, COLOURED
from indexer.extract.pdf_gutter import column_at, crosses
from indexer.extract.pdf_line import LineBuilder
from indexer.extract.pdf_rows import Row, find_rows, segments
from indexer.model import Line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.extract.pdf_gutter import Gutters

_LARGE = 1.3  # of the size of most rows: titles are as large at least
_LARGER = 1.15  # of it: the least of headings without bold type
_HEADING = 3  # lines of a heading between columns and what is of full width below it
_SENTENCE = 4  # words behind a gutter with which a column of text begins
_HANGING = 8.0  # points behind the gutter, where it does
_WORDS = 7  # words of a column that are text: lines of a letterhead have less
_WRAPPED = 1.6  # of the size: lines of one heading, or of what leads in a text, stand no further apart
_NEAR = 8  # rows above a heading between columns in which all of them end
_UNBALANCED = 6.0  # of the usual size: columns end no further apart where they begin again on one line
_BOXED = 4.0  # of it: they begin and end no further apart where boxes stand in them
_BETWEEN, _ROOM = 1.5, 2.0  # of it: so much room is above and below a heading between columns, or boxes
_SAME = 1.0  # points: bases of one line, edges of one block and sizes of one type differ by less
_ENDED = regex.compile(r"[\p{Po}\p{Pf}\"')\]]\s?[\p{Nd}*, ]*$")  # a sentence; a note mark may stand behind it
_STRETCHED = regex.compile(r"(\S{1,6} )?(?=.*\p{Ll}{3})[^\s\p{N}]\S*+(?:\t[^\s\p{N}]\S*+){1,2}")
"""Two or three words, all of them apart, with the label of an item or without."""


class _End(NamedTuple):
    """Where a column ends, and whether a sentence does there, or a table."""

    base: float
    is_complete: bool


class ColumnReader:
    """Reads column by column between the rows of full width, and the edges of panels.

    Rows of tables stand in a column or are of full width.
    """

    def __init__(self, builder: LineBuilder, gutters: Gutters, tabled: Iterable[Line]) -> None:
        """Take the page, the x between its columns, and the rows of its tables."""
        self._builder = builder
        self._page = builder.page
        self._gutters = gutters
        self._waiting = sorted(tabled, key=lambda line: line.top)[::-1]
        self._band: list[Row | Line] = []
        self._lines: list[Line] = []
        self._usual = 0.0  # size of most rows

    def read(self, rows: list[Row], edges: Iterable[float]) -> list[Line]:
        """Return the lines of a page, from its rows and the heights at which panels begin and end."""
        self._usual = median(row.size for row in rows)
        title = self._title(rows)
        left_edges = sorted(edges, reverse=True)
        headings = self._find_headings(rows)
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
            first = [self._is_first(lefts[word]) for word in row.words]
            large = row.size >= _LARGE * self._usual
            wraps = above is not None and row.base - above.base < _WRAPPED * row.size
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

    def _is_first(self, left: float) -> bool:
        """Whether what begins at a place stands in the column that is read first."""
        return self._column(left) == 1

    def _column(self, left: float) -> int:
        """Return the column that what begins at a place stands in, counted as they are read."""
        return column_at(left, self._gutters, from_right=self._builder.reads_from_right)

    def _stands_out(self, row: Row) -> bool:
        """Whether a row stands in the first column alone, and is larger than most, bold or in colour."""
        return self._is_in_first(row) and (
            row.size >= _LARGER * self._usual
            or all(self._page.faces[word] & (BOLD | COLOURED) for word in row.words)
        )

    def _standing_out(self, row: Row) -> int:
        """Return the size of a row that stands out, since one heading has one; 0 of any other row."""
        return round(row.size) if self._stands_out(row) else 0

    def _is_in_first(self, row: Row) -> bool:
        """Whether a row stands in the column that is read first."""
        return all(self._is_first(self._page.lefts[word]) for word in row.words)

    def _wraps(self, row: Row) -> bool:
        """Whether a row in the first column ends a heading of full width, or what leads in the text."""
        above = self._lines[-1] if self._lines else None
        return (
            above is not None
            and above.column == 0
            and self._stands_out(row)
            and abs(row.size - above.size) < _SAME
            and row.base - above.bottom < _WRAPPED * row.size
            and abs(min(self._page.lefts[word] for word in row.words) - above.left) < _SAME
        )

    def _find_headings(self, rows: list[Row]) -> set[Row]:
        """Return the rows of short headings of full width: columns end above them, and begin again below.

        Nothing stands beside them. A heading in the first column that has room beside it by chance is none.
        """
        found: set[Row] = set()
        below = 0
        for size, group in groupby(rows, self._standing_out):
            heading = list(group)
            above, below = below, below + len(heading)
            if (
                size
                and len(heading) <= _HEADING
                and self._stand_between(
                    heading, rows[max(0, above - _NEAR) : above], rows[below : below + _NEAR]
                )
            ):
                found.update(heading)
        return found

    def _begin_level(self, below: list[Row]) -> bool:
        """Whether all columns begin on one line with text, or on that which larger type of one has there."""
        page = self._page
        begins = [words[0] for row in below for words in self._by_column(row).values()]
        if len(begins) < len(self._gutters) + 1:
            return False
        bases, sizes = ([places[word] for word in begins] for places in (page.bases, page.sizes))
        return max(bases) - min(bases) < _SAME + max(sizes) - min(sizes) and not any(
            page.faces[word] & BOLD for word in begins
        )

    def _stand_between(self, heading: list[Row], above: list[Row], below: list[Row]) -> bool:
        """Whether columns end above rows and begin below them, each column at the height of the others.

        Between paragraphs of a column may be as much room as the heading of another one takes. Boxes have
        room around their words: with enough above and below a heading in larger type or in colour, columns
        need not begin level. Where they do, they need not end so: what is beside a picture is not balanced.
        """
        ends = self._ends(above, heading[0].high)
        columns = len(self._gutters) + 1
        if len(ends) < columns or not ends[columns].is_complete or self._goes_on(above, heading[0]):
            return False
        bases = [end.base for end in ends.values()]
        uneven = max(bases) - min(bases)
        begins = {column: row.high for row in reversed(below) for column in self._by_column(row)}
        room = min((begins.get(column, inf) - end.base for column, end in ends.items()), default=0.0)
        room -= heading[-1].base - heading[0].high
        if len(begins) < columns or self._looks_like(heading[0].words[0], below):
            return False
        if uneven < _UNBALANCED * self._usual and self._begin_level(below[:1]):
            return room >= _BETWEEN * self._usual
        larger = min(row.size for row in heading) >= _LARGER * self._usual
        coloured = all(self._page.faces[word] & COLOURED for row in heading for word in row.words)
        uneven = max(uneven, max(begins.values()) - min(begins.values()))
        return (larger or coloured) and room >= _ROOM * self._usual and uneven < _BOXED * self._usual

    def _ends(self, above: list[Row], bottom: float) -> dict[int, _End]:
        """Return how each column ends in some rows, or with a row of a table that stands lower."""
        ends = {
            column: _End(row.base, self._ends_sentence(words))
            for row in above
            for column, words in self._by_column(row).items()
        }
        for line in reversed(self._waiting):
            column = self._column(line.left)
            if line.bottom < bottom and (column not in ends or line.bottom > ends[column].base):
                ends[column] = _End(line.bottom, is_complete=True)
        return ends

    def _goes_on(self, above: list[Row], row: Row) -> bool:
        """Whether a row has one set alike right above it in the first column: it ends a pull quote."""
        page, word = self._page, row.words[0]
        last = next((at for other in reversed(above) for at in self._by_column(other).get(1, [])), None)
        return (
            last is not None
            and page.faces[last] == page.faces[word]
            and abs(page.sizes[last] - page.sizes[word]) < _SAME
            and row.base - page.bases[last] < _WRAPPED * row.size
        )

    def _looks_like(self, word: int, below: list[Row]) -> bool:
        """Whether another column begins below with a heading set as this one: each has its own then."""
        page = self._page
        begins = {
            column: words[0] for row in reversed(below) for column, words in self._by_column(row).items()
        }
        return any(
            page.faces[at] == page.faces[word] and abs(page.sizes[at] - page.sizes[word]) < _SAME
            for column, at in begins.items()
            if column > 1
        )

    def _ends_sentence(self, words: list[int]) -> bool:
        """Whether words end a sentence."""
        return _ENDED.search(" ".join(self._page.texts[word] for word in words)) is not None

    def _by_column(self, row: Row) -> dict[int, list[int]]:
        """Return the words of a row by the column that they stand in."""
        words: dict[int, list[int]] = {}
        for word in row.words:
            words.setdefault(self._column(self._page.lefts[word]), []).append(word)
        return words

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
        while band and isinstance(row := band[-1], Row) and len(heading) < _HEADING:
            larger = row.size >= _LARGER * self._usual
            bold = all(page.faces[word] & BOLD for word in row.words)
            if not self._is_in_first(row) or not (larger or bold):
                break
            heading.insert(0, row)
            band.pop()
        rest = [row for row in band if isinstance(row, Row)]
        second = [row.base for row in rest if not self._is_in_first(row)]
        if heading and not (second and max(row.base for row in rest) < heading[0].high):
            band += heading
            return []
        return heading

    def _end_band(self) -> None:
        """Read the columns down to here, one after the other."""
        page, band = self._page, self._band
        inside = sorted(word for row in band if isinstance(row, Row) for word in row.words)
        for column in range(1, len(self._gutters) + 2):
            # a mark that is raised in one column may stand on a line of the other
            side = page.at([word for word in inside if self._column(page.lefts[word]) == column])
            builder = LineBuilder(side)
            lines = _unstretched(
                [builder.line(row.words, row.placed(side), column) for row in find_rows(side)]
            )
            tabled = [row for row in band if isinstance(row, Line) and self._column(row.left) == column]
            self._lines.extend(with_tables(lines, tabled))
        band.clear()


def _unstretched(lines: list[Line]) -> list[Line]:
    """Return the lines of a column with spaces for the tabs of those with a few words that fill its measure.

    A line of two or three long words between others that are justified has gaps as wide as those of a table.
    """
    plain = [line for line in lines if "\t" not in line.text]
    if len(plain) == len(lines):
        return lines
    ends = {right for right, count in Counter(round(line.right) for line in plain).items() if count > 1}
    begins = {round(line.left) for line in plain}
    return [
        msgspec.structs.replace(line, text=line.text.replace("\t", " "))
        if round(line.right) in ends and round(line.left) in begins and _STRETCHED.fullmatch(line.text)
        else line
        for line in lines
    ]


def with_tables(lines: list[Line], tabled: list[Line]) -> list[Line]:
    """Return lines with the rows of tables, each before the first line below its top."""
    merged = list(lines)
    for row in reversed(tabled):
        at = next((at for at, line in enumerate(merged) if line.top > row.top), len(merged))
        merged.insert(at, row)
    return merged
