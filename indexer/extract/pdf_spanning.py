"""Short headings of full width between columns of text, which end above them and begin again below."""

from __future__ import annotations

from itertools import groupby, pairwise
from math import inf
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

import regex

from indexer.extract.pdf_fonts import BOLD, COLOURED
from indexer.extract.pdf_gutter import column_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.extract.pdf_gutter import Gutters
    from indexer.extract.pdf_panels import Area
    from indexer.extract.pdf_rows import Row
    from indexer.extract.words import Words
    from indexer.model import Line

LARGER = 1.15
"""Of the size of most rows: the least of headings without bold type."""
LINES = 3
"""Of a heading between columns, and of what is of full width below it."""
WRAPPED = 1.6
"""Of the size: lines of one heading, or of what leads in a text, stand no further apart."""
SAME = 1.0
"""Points: bases of one line, edges of one block and sizes of one type differ by less."""
_NEAR = 8  # rows below a heading in which all columns begin again
_UNBALANCED = 6.0  # of the usual size for each gutter: columns but the last end no further apart
_BOXED = 4.0  # of it: they begin and end no further apart where boxes stand in them
_BETWEEN, _ROOM = 1.5, 2.0  # of it: so much room is above and below a heading between columns, or boxes
_CELLS = 2.0  # of the size: cells of a row stand further apart
_ENDED = regex.compile(r"[\p{Po}\p{Pf}\"')\]]\s?[\p{Nd}*, ]*$")  # a sentence; a note mark may stand behind it


class _End(NamedTuple):
    """Where a column ends, and whether a sentence does there, or a table."""

    base: float
    is_complete: bool


class SpanningHeadings:
    """Finds the headings, by the columns around them.

    Attributes:
        usual: Size of most rows.
    """

    def __init__(
        self,
        page: Words,
        gutters: Gutters,
        rows: Sequence[Row],
        tabled: Sequence[Line],
        areas: Sequence[Area],
        *,
        from_right: bool,
    ) -> None:
        """Take the page, the x between its columns, its rows and those of its tables, panels and pictures."""
        self._page = page
        self._gutters = gutters
        self._rows = rows
        self._tabled = tabled
        self._areas = areas
        self._from_right = from_right
        self.usual = median(row.size for row in rows)

    def column(self, left: float) -> int:
        """Return the column that what begins at a place stands in, counted as they are read."""
        return column_at(left, self._gutters, from_right=self._from_right)

    def is_in_first(self, row: Row) -> bool:
        """Whether a row stands in the column that is read first."""
        return all(self.column(self._page.lefts[word]) == 1 for word in row.words)

    def stands_out(self, row: Row) -> bool:
        """Whether a row stands in the first column alone, and is larger than most, bold or in colour."""
        return self.is_in_first(row) and (
            row.size >= LARGER * self.usual
            or all(self._page.faces[word] & (BOLD | COLOURED) for word in row.words)
        )

    def find(self) -> set[Row]:
        """Return the rows of the headings.

        Nothing stands beside them. A heading in the first column that has room beside it by chance is none.
        """
        rows, start, below = self._rows, 0, 0
        found: set[Row] = set()
        for size, group in groupby(rows, self._standing_out):
            heading = list(group)
            above, below = below, below + len(heading)
            if (
                size
                and len(heading) <= LINES
                and not self._is_beside_area(heading)
                and self._stand_between(heading, rows[start:above], rows[below : below + _NEAR])
            ):
                found.update(heading)
                start = below
        return found

    def _is_beside_area(self, heading: Sequence[Row]) -> bool:
        """Whether a panel or a picture stands beside a heading: it is that of its column."""
        words = [word for row in heading for word in row.words]
        left, right = min(self._page.lefts[at] for at in words), max(self._page.rights[at] for at in words)
        return any(
            (area[2] < left if self._from_right else area[0] > right)
            and area[1] < heading[-1].base
            and area[3] > heading[0].high
            for area in self._areas
        )

    def _standing_out(self, row: Row) -> int:
        """Return the size of a row that stands out, since one heading has one; 0 of any other row."""
        return round(row.size) if self.stands_out(row) else 0

    def _begin_level(self, below: Sequence[Row]) -> bool:
        """Whether all columns begin on one line with text, or on that which larger type of one has there."""
        page = self._page
        begins = [words[0] for row in below for words in self._by_column(row).values()]
        if len(begins) < len(self._gutters) + 1:
            return False
        bases, sizes = ([places[word] for word in begins] for places in (page.bases, page.sizes))
        return max(bases) - min(bases) < SAME + max(sizes) - min(sizes) and not any(
            page.faces[word] & BOLD for word in begins
        )

    def _stand_between(self, heading: Sequence[Row], above: Sequence[Row], below: Sequence[Row]) -> bool:
        """Whether columns end above rows and begin below them, each column at the height of the others.

        Between paragraphs of a column may be as much room as the heading of another one takes. Boxes have
        room around their words: with enough above and below a heading in larger type or in colour, columns
        need not begin level. Where they do, they need not end so, as beside a picture, and the last one may
        end higher, or the last ones be empty above, as a short text leaves them.
        """
        ends = self._ends(above, heading[0].high)
        columns, last = len(self._gutters) + 1, max(ends, default=0)
        if len(ends) < last or not (last and ends[last].is_complete) or self._goes_on(above, heading[0]):
            return False
        bases = [ends[column].base for column in sorted(ends)]
        uneven = max(bases) - min(bases)
        begins = {column: row.high for row in reversed(below) for column in self._by_column(row)}
        room = min((begins.get(column, inf) - end.base for column, end in ends.items()), default=0.0)
        room -= heading[-1].base - heading[0].high
        if len(begins) < columns or self._looks_like(heading[0].words[0], below):
            return False
        full = bases[:-1] if len(bases) > 1 else bases
        most = _UNBALANCED * len(self._gutters) * self.usual
        if max(full) - min(full) < most and self._begin_level(below[:1]):
            return room >= _BETWEEN * self.usual
        larger = min(row.size for row in heading) >= LARGER * self.usual
        coloured = all(self._page.faces[word] & COLOURED for row in heading for word in row.words)
        if last < columns or not (larger or coloured):
            return False
        uneven = max(uneven, max(begins.values()) - min(begins.values()))
        return room >= _ROOM * self.usual and uneven < _BOXED * self.usual

    def _ends(self, above: Sequence[Row], bottom: float) -> dict[int, _End]:
        """Return how each column ends in some rows, or with a row of a table that stands lower."""
        ends = {
            column: _End(row.base, self._is_complete(words))
            for row in above
            for column, words in self._by_column(row).items()
        }
        for line in self._tabled:
            column = self.column(line.left)
            if line.bottom < bottom and (column not in ends or line.bottom > ends[column].base):
                ends[column] = _End(line.bottom, is_complete=True)
        return ends

    def _goes_on(self, above: Sequence[Row], row: Row) -> bool:
        """Whether a row has one set alike right above it in the first column: it ends a pull quote."""
        page, word = self._page, row.words[0]
        last = next((at for other in reversed(above) for at in self._by_column(other).get(1, [])), None)
        return (
            last is not None
            and page.faces[last] == page.faces[word]
            and abs(page.sizes[last] - page.sizes[word]) < SAME
            and row.base - page.bases[last] < WRAPPED * row.size
        )

    def _looks_like(self, word: int, below: Sequence[Row]) -> bool:
        """Whether another column begins below with a heading set as this one: each has its own then."""
        page = self._page
        begins = {
            column: words[0] for row in reversed(below) for column, words in self._by_column(row).items()
        }
        return any(
            page.faces[at] == page.faces[word] and abs(page.sizes[at] - page.sizes[word]) < SAME
            for column, at in begins.items()
            if column > 1
        )

    def _is_complete(self, words: list[int]) -> bool:
        """Whether words end a sentence, or are the cells of a row."""
        page = self._page
        if _ENDED.search(" ".join(page.texts[word] for word in words)):
            return True
        order = sorted(words, key=page.lefts.__getitem__)
        return any(page.lefts[b] - page.rights[a] > _CELLS * page.sizes[b] for a, b in pairwise(order))

    def _by_column(self, row: Row) -> dict[int, list[int]]:
        """Return the words of a row by the column that they stand in."""
        words: dict[int, list[int]] = {}
        for word in row.words:
            words.setdefault(self.column(self._page.lefts[word]), []).append(word)
        return words
