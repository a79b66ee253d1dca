"""Tables of a PDF without tags whose cells are ruled on all sides -> their rows, cell by cell."""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections import defaultdict
from itertools import chain, groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from indexer.extract.pdf_grid_lines import GAP, LEAST_UPRIGHT, find_grids
from indexer.extract.pdf_reading_order import is_rtl
from indexer.extract.pdf_rows import find_rows
from indexer.extract.pdf_tables import is_table
from indexer.extract.tables import LETTERHEAD_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from indexer.extract.pdf_frames import Rule
    from indexer.extract.pdf_grid_lines import Grid, Upright
    from indexer.extract.pdf_tables import TableRow
    from indexer.extract.words import Words

_MIDDLE = 0.3  # of the size: the middle of a word is so high above its base line
_SPACE = 0.3  # of the size: between words, with what the type may be set closer
_PADDING = 8.0  # points that text keeps from the lines at most
_SAME = 2.0  # points: lines of cells side by side stand level
_SEVERAL = 2  # cells, or places where all that stand level begin anew

_Place = tuple[int, int]
"""A row and a column."""


class GridRows(NamedTuple):
    """The rows of ruled tables, and the edges of the columns of the last one."""

    rows: list[TableRow]
    edges: Sequence[float]


class _CellLine(NamedTuple):
    """A line of a cell: its base line, how much room its first word takes, and what it leaves at its end."""

    base: float
    first: float
    left_over: float


def find_grid_rows(
    words: Words,
    rules: Iterable[Rule],
    uprights: Sequence[Upright],
    *,
    known: Iterable[TableRow],
    head: float,
    before: Sequence[float],
) -> GridRows:
    """Return the rows of tables whose cells are ruled; none of those that have only their columns ruled.

    A cell over several rows or columns stands in the first of them. A row alone is one of the table of the
    page before, if it has the same columns.

    Args:
        words: The words of a page.
        rules: Its ruled lines.
        uprights: Its upright ones.
        known: The rows of its tables that tags tell of.
        head: Where a letterhead would end, 0 on all pages but the first.
        before: The edges of the columns of the last such table on the page before.
    """
    found: list[TableRow] = []
    edges: Sequence[float] = ()
    if len(uprights) < LEAST_UPRIGHT:
        return GridRows(found, edges)  # most pages
    told = {at for row in known for cell in row for at in cell}
    for grid in find_grids(rules, uprights):
        places = _places(words, grid)
        if not told.isdisjoint(places):
            continue
        cells = _cells(grid, places)
        if _has_rows_unruled(words, grid, cells):
            continue
        rows = _rows(words, cells)
        few = len(rows) <= LETTERHEAD_ROWS
        goes_on = _goes_on(grid, before) and any(sum(map(bool, row)) > 1 for row in rows)
        if goes_on or (rows and is_table(words, rows, head if few else 0.0)):
            found += rows
            edges = grid.edges
    return GridRows(found, edges)


def _goes_on(grid: Grid, before: Sequence[float]) -> bool:
    """Whether a table has the columns of the one before."""
    return len(grid.edges) == len(before) and all(
        abs(edge - other) < _SAME for edge, other in zip(grid.edges, before, strict=True)
    )


def _places(words: Words, grid: Grid) -> dict[int, _Place]:
    """Return the row and column of each word between the outer lines of a table."""
    heights, edges = grid.heights, grid.edges
    found: dict[int, _Place] = {}
    for at, (left, right, base, size) in enumerate(
        zip(words.lefts, words.rights, words.bases, words.sizes, strict=True)
    ):
        x, y = (left + right) / 2, base - _MIDDLE * size
        if heights[0] < y < heights[-1] and edges[0] < x < edges[-1]:
            found[at] = bisect(heights, y) - 1, bisect(edges, x) - 1
    return found


def _cells(grid: Grid, places: Mapping[int, _Place]) -> dict[_Place, list[int]]:
    """Return the words of each cell by the first row and column that it takes, in order."""
    found: dict[_Place, list[int]] = defaultdict(list)
    first: dict[_Place, _Place] = {}
    below = _parted(grid.across, grid.heights, grid.edges)
    behind = _parted(grid.upright, grid.edges, grid.heights)
    for at, place in places.items():
        if place not in first:
            first[place] = _first(place, below, behind)
        found[first[place]].append(at)
    return dict(sorted(found.items()))


def _first(place: _Place, below: set[_Place], behind: set[_Place]) -> _Place:
    """Return the first row and column of the cell that has a place: no line parts it from that."""
    row, column = place
    while row and (row, column) not in below:
        row -= 1
    while column and (column, row) not in behind:
        column -= 1
    return row, column


def _parted(lines: Iterable[Rule], places: Sequence[float], others: Sequence[float]) -> set[_Place]:
    """Return where lines stand: at which of their places, and between which two of the other way."""
    middles = [(one + other) / 2 for one, other in pairwise(others)]
    return {
        (at, between)
        for start, end, place in lines
        for at in range(bisect(places, place - GAP), bisect_left(places, place + GAP))
        for between in range(bisect(middles, start), bisect_left(middles, end))
    }


def _has_rows_unruled(words: Words, grid: Grid, cells: dict[_Place, list[int]]) -> bool:
    """Whether the lines across part no rows somewhere: lines of cells that stand level begin there anew.

    What goes on in the next line has no room for its first word.
    """
    for _, row in groupby(cells, key=lambda place: place[0]):
        levels: dict[int, dict[int, _CellLine]] = defaultdict(dict)
        bases: list[float] = []
        for place in row:
            for line in _lines(words, cells[place], grid.edges[place[1] + 1]):
                level = next(
                    (at for at, base in enumerate(bases) if abs(base - line.base) < _SAME), len(bases)
                )
                bases[level:] = bases[level:] or [line.base]
                levels[level][place[1]] = line
        ordered = [levels[level] for level in sorted(levels, key=lambda level: bases[level])]
        anew = sum(_begins_anew(above, below) for above, below in pairwise(ordered))
        if anew >= max(_SEVERAL, len(ordered) / 2):
            return True
    return False


def _lines(words: Words, cell: list[int], edge: float) -> Iterator[_CellLine]:
    """Give the lines of a cell.

    Args:
        words: Of the page.
        cell: The positions of those in the cell.
        edge: Where its first column ends.
    """
    inside = words.at(cell)
    for row in find_rows(inside):
        placed = row.placed(inside)
        first = placed.rights[0] - placed.lefts[0]
        yield _CellLine(row.base, first + _SPACE * row.size, edge - _PADDING - placed.rights[-1])


def _begins_anew(above: dict[int, _CellLine], below: dict[int, _CellLine]) -> bool:
    """Whether all cells of two levels begin anew in the second, and several have both."""
    both = [(above[column], line) for column, line in below.items() if column in above]
    return len(both) >= _SEVERAL and all(line.first < before.left_over for before, line in both)


def _rows(words: Words, cells: dict[_Place, list[int]]) -> list[TableRow]:
    """Return the rows that have words, with a cell for each column that has any."""
    columns = sorted({column for _, column in cells})
    rows = [[cells.get((row, column), []) for column in columns] for row in sorted({row for row, _ in cells})]
    mirrored = is_rtl(words, list(chain(*cells.values())))
    return [row[::-1] for row in rows] if mirrored else rows
