"""Words with positions -> lines in reading order."""

from __future__ import annotations

from collections import defaultdict
from math import inf
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from indexer.extract.pdf_gutter import crosses, find_gutter
from indexer.extract.pdf_line import LineBuilder
from indexer.extract.pdf_listed import find_listed_rows
from indexer.extract.pdf_margin import find_margin
from indexer.extract.pdf_marks import join_marks
from indexer.extract.pdf_rows import Row, find_rows, segments
from indexer.extract.pdf_ruled import find_ruled_rows
from indexer.extract.pdf_tables import find_tables, row_line
from indexer.model import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.extract.pdf_frames import Rule
    from indexer.extract.pdf_panels import Area
    from indexer.extract.pdf_tables import TableRow
    from indexer.extract.pdf_tags import CellPlace
    from indexer.extract.words import SidewaysWord, Words

_TABLE_RULES = (
    3  # ruled lines across a page: head, foot and body of a table, whose columns are no columns of text
)

_LARGE = 1.3  # of the size of most rows: titles are as large at least
_WORDS = 7  # words of a column that are text: lines of a letterhead have less


class PageLines(NamedTuple):
    """The lines of a page, and the x between its two columns of text; None on a page of one."""

    lines: tuple[Line, ...]
    gutter: float | None


def build_lines(
    words: Words,
    width: float,
    height: float,
    *,
    ruled: int = 0,
    sideways: Iterable[SidewaysWord] = (),
    cells: Sequence[CellPlace | None] = (),
    rules: Sequence[Rule] = (),
    panels: Iterable[Area] = (),
    head: float = 0.0,
    before: float | None = None,
) -> PageLines:
    """Return the lines of a page from top to bottom, column by column.

    A row of a table makes one line, by its tags, by ruled lines or by a column of words on each entry.
    What stands in the margin comes behind the text, as a second column; sideways text comes last, as
    furniture.

    Args:
        words: The words that stand upright.
        width: Of the page.
        height: Of the page.
        ruled: At how many heights ruled lines cross the page.
        sideways: The other words.
        cells: The cell that each word stands in, as far as the file says so.
        rules: The ruled lines of the page.
        panels: Its areas that are shaded or framed.
        head: Where a letterhead would end.
        before: The gutter of the page before.
    """
    tables = find_tables(words, cells, head) if cells else find_ruled_rows(words, rules, width, head)
    rows = [] if tables else find_rows(words)
    if rows:
        tables = find_listed_rows(words, rows, width, head)
    tabled = [_table_line(words, row) for row in tables]
    if tables:
        inside = {at for row in tables for cell in row for at in cell}
        words = words.some([at not in inside for at in range(len(words.texts))])
    margin = find_margin(words)
    aside = _margin_lines(words.some(margin)) if margin is not None else []
    if margin is not None:
        words = words.some([not beside for beside in margin])
    if tables or margin is not None:
        rows = find_rows(words)
    gutter = find_gutter(words, rows, width, height, before) if ruled < _TABLE_RULES else None
    builder = LineBuilder(words)
    if gutter is None:
        lines = _merged([builder.row(row) for row in rows], tabled)
    else:
        edges = [edge for area in panels if crosses([area[::2]], gutter) for edge in area[1::2]]
        lines = _columns(builder, rows, gutter, tabled, edges)
    groups: dict[int, list[SidewaysWord]] = defaultdict(list)
    for word in sideways:
        groups[word.group].append(word)
    lines = [*join_marks(lines), *aside]
    lines.extend(map(_sideways_line, groups.values()))
    return PageLines(tuple(lines), gutter)


def _margin_lines(words: Words) -> list[Line]:
    """Return the lines in the margin of a page."""
    builder = LineBuilder(words)
    return [builder.line(row.words, row.placed(words), 2) for row in find_rows(words)]


def _table_line(words: Words, row: TableRow) -> Line:
    """Return a row of a table as a line."""
    cells = []
    for cell in row:
        inside = words.at(cell)
        builder = LineBuilder(inside)
        cells.append([builder.row(found) for found in find_rows(inside)])
    return row_line(cells)


def _merged(lines: list[Line], tabled: list[Line]) -> list[Line]:
    """Return the lines of a page with the rows of its tables, each before the first line below its top."""
    merged = list(lines)
    for row in reversed(tabled):
        at = next((at for at, line in enumerate(merged) if line.top > row.top), len(merged))
        merged.insert(at, row)
    return merged


def _sideways_line(group: list[SidewaysWord]) -> Line:
    return Line(
        text=" ".join(word.text for word in group),
        left=min(w.left for w in group),
        right=max(w.right for w in group),
        top=min(w.top for w in group),
        bottom=max(w.bottom for w in group),
        size=group[0].size,
        role="header",
    )


def _columns(
    builder: LineBuilder, rows: list[Row], gutter: float, tabled: list[Line], edges: list[float]
) -> list[Line]:
    """Read column by column between the rows of full width, and the edges of panels.

    Rows of tables stand in a column or are of full width.
    """
    page = builder.page
    lines: list[Line] = []
    # of two columns that are read from right to left, the right one comes first
    from_right = builder.reads_from_right

    def is_first(left: float) -> bool:
        return (left < gutter) != from_right

    band: list[Row | Line] = []
    waiting = sorted(tabled, key=lambda line: line.top)[::-1]

    def flush() -> None:
        inside = sorted(word for row in band if isinstance(row, Row) for word in row.words)
        for column in (1, 2):
            # a mark that is raised in one column may stand on a line of the other
            side = page.at([word for word in inside if is_first(page.lefts[word]) == (column == 1)])
            found = LineBuilder(side)
            lines.extend(
                _merged(
                    [found.line(row.words, row.placed(side), column) for row in find_rows(side)],
                    [row for row in band if isinstance(row, Line) and is_first(row.left) == (column == 1)],
                )
            )
        band.clear()

    def put_tables(bottom: float) -> None:
        while waiting and waiting[-1].top < bottom:
            line = waiting.pop()
            if crosses([(line.left, line.right)], gutter):
                flush()
                lines.append(line)
            else:
                band.append(line)

    title = _title(rows, [is_first(left) for left in page.lefts])
    edges = sorted(edges, reverse=True)
    for row in rows:
        put_tables(row.high)
        while edges and edges[-1] < row.base:
            edges.pop()
            flush()
        if row is title or crosses(segments(page, row), gutter):
            flush()
            lines.append(builder.row(row))
        else:
            band.append(row)
    put_tables(inf)
    flush()
    return lines


def _title(rows: list[Row], first: list[bool]) -> Row | None:
    """Return the first row of a short title, which stands in large type between a letterhead and the text.

    It need not reach the second column, and what stands beside it above it is read before it.

    Args:
        rows: Of the page.
        first: Which words stand in the first column.
    """
    usual = median(row.size for row in rows)
    for row in rows:
        words = [first[word] for word in row.words]
        if all(words) and row.size >= _LARGE * usual:
            return row
        if max(sum(words), len(words) - sum(words)) >= _WORDS:
            return None
    return None
