"""Words with positions -> lines in reading order."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from indexer.extract.pdf_asides import may_hold_asides, part_asides, part_quotes, with_asides
from indexer.extract.pdf_boxed_columns import part_boxed_columns, with_boxes
from indexer.extract.pdf_columns import ColumnReader, evenly_set, with_tables
from indexer.extract.pdf_grid import find_grid_rows
from indexer.extract.pdf_gutter import crosses, find_gutters, find_gutters_from_right
from indexer.extract.pdf_initials import with_initials
from indexer.extract.pdf_line import LineBuilder
from indexer.extract.pdf_listed import find_listed_rows
from indexer.extract.pdf_margin import find_margin, find_remarks
from indexer.extract.pdf_marks import join_marks
from indexer.extract.pdf_rows import find_rows
from indexer.extract.pdf_ruled import find_ruled_rows
from indexer.extract.pdf_side_heads import part_side_heads, with_side_heads
from indexer.extract.pdf_sidebars import part_sidebars, text_beside, with_sidebars
from indexer.extract.pdf_tables import find_tables, row_line
from indexer.model import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from indexer.extract.pdf_frames import Rule
    from indexer.extract.pdf_grid_lines import Upright
    from indexer.extract.pdf_gutter import Gutters
    from indexer.extract.pdf_panels import Area
    from indexer.extract.pdf_rows import Row
    from indexer.extract.pdf_tables import TableRow
    from indexer.extract.pdf_tags import CellPlace
    from indexer.extract.words import SidewaysWord, Words

_TABLE_RULES = (
    3  # ruled lines across a page: head, foot and body of a table, whose columns are no columns of text
)


class PageLines(NamedTuple):
    """The lines of a page, and what the next page may go on with.

    Attributes:
        lines: From top to bottom, column by column.
        gutters: The x between columns of text; none on a page of one.
        edges: Of the columns of the last table whose cells are ruled.
    """

    lines: tuple[Line, ...] = ()
    gutters: Gutters = ()
    edges: Sequence[float] = ()


def build_lines(
    words: Words,
    width: float,
    height: float,
    *,
    ruled: int = 0,
    sideways: Iterable[SidewaysWord] = (),
    cells: Sequence[CellPlace | None] = (),
    rules: Sequence[Rule] = (),
    across: Sequence[Rule] = (),
    uprights: Sequence[Upright] = (),
    panels: Sequence[Area] = (),
    pictures: Sequence[Area] = (),
    head: float = 0.0,
    before: PageLines | None = None,
) -> PageLines:
    """Return the lines of a page from top to bottom, column by column.

    A row of a table makes one line, by its tags, by ruled lines or by a column of words on each entry.
    Notes in the margin come behind the text, as a second column, and remarks where they stand; sideways text
    comes last, as furniture.

    Args:
        words: The words that stand upright.
        width: Of the page.
        height: Of the page.
        ruled: At how many heights ruled lines cross the page.
        sideways: The other words.
        cells: The cell that each word stands in, as far as the file says so.
        rules: The ruled lines across the page.
        across: All lines across, also those as short as the side of a cell.
        uprights: The upright ones.
        panels: Its areas that are shaded or framed.
        pictures: Where pictures are.
        head: Where a letterhead would end.
        before: The lines of the page before, if there is one.
    """
    before = before or PageLines()
    words = with_initials(words)
    tables = find_tables(words, cells, head)
    grid, edges = find_grid_rows(words, across, uprights, known=tables, head=head, before=before.edges)
    tables += grid
    if not (tables or cells):
        tables = find_ruled_rows(words, rules, width, head)
    rows = [] if tables else find_rows(words)
    if rows:
        tables = find_listed_rows(words, rows, width, head)
    words, tabled = _part_tables(words, tables) if tables else (words, [])
    words, sidebars = part_sidebars(words, panels, width) if panels else (words, [])
    words, beside, remarks = _part_margin(words)
    words, heads = part_side_heads(words)
    may_hold = may_hold_asides(words)
    words, quotes = part_quotes(words, head) if may_hold else (words, [])
    if tabled or beside or remarks or sidebars or heads or quotes:
        rows = find_rows(words)
    builder = LineBuilder(words)
    gutters: Gutters = ()
    if ruled < _TABLE_RULES:
        gutters = _gutters(builder, rows, sidebars, (width, height), before.gutters)
    boxes: list[list[Line]] = []
    if panels and not gutters:
        words, boxes = part_boxed_columns(words, panels)
        rows = find_rows(words) if boxes else rows
        builder = LineBuilder(words)
    text, asides = part_asides(words, head, gutters) if may_hold else (words, [])
    if asides:
        rows, builder = find_rows(text), LineBuilder(text)
    if not gutters:
        lines = evenly_set([builder.row(row) for row in rows], rows, builder.page)
    else:
        ends = [end for area in panels if crosses([area[::2]], gutters) for end in area[1::2]]
        lines = ColumnReader(builder, gutters, tabled, (*panels, *pictures)).read(rows, ends)
    lines = with_asides(lines, (*quotes, *asides, *remarks), gutters)
    lines = with_boxes(with_side_heads(lines, heads), boxes)
    if not gutters:
        lines = with_tables(lines, tabled)
    lines = with_sidebars(lines, sidebars, gutters)
    return PageLines((*join_marks(lines), *beside, *_sideways_lines(sideways)), gutters, edges)


def _gutters(
    builder: LineBuilder,
    rows: list[Row],
    sidebars: Sequence[Words],
    size: tuple[float, float],
    before: Gutters,
) -> Gutters:
    """Return the x between the columns of text, between sidebars where there are some."""
    find = find_gutters_from_right if builder.reads_from_right else find_gutters
    width, height = size
    if not sidebars:
        return find(builder.page, rows, width, height, before)
    inner, left, width = text_beside(builder.page, sidebars, width)
    found = find(inner, find_rows(inner), width, height, tuple(x - left for x in before))
    return tuple(x + left for x in found)


def _part_tables(words: Words, tables: Iterable[TableRow]) -> tuple[Words, list[Line]]:
    """Return the words outside tables, and the rows of these as lines."""
    inside = {at for row in tables for cell in row for at in cell}
    around = words.some([at not in inside for at in range(len(words.texts))])
    return around, [_table_line(words, row) for row in tables]


def _part_margin(words: Words) -> tuple[Words, list[Line], list[Words]]:
    """Return the words outside the margin of a page, the lines of the notes in it, or its remarks."""
    margin = find_margin(words)
    if margin is None:
        return words, [], []
    beside, text = words.some(margin), words.some([not is_beside for is_beside in margin])
    remarks = find_remarks(beside)
    if remarks and 2 * sum(map(bool, text.faces)) < len(text.faces):  # covers have no running text
        return text, [], remarks
    builder = LineBuilder(beside)
    return text, [builder.line(row.words, row.placed(beside), 2) for row in find_rows(beside)], []


def _table_line(words: Words, row: TableRow) -> Line:
    """Return a row of a table as a line."""
    cells = []
    for cell in row:
        inside = words.at(cell)
        builder = LineBuilder(inside)
        cells.append([builder.row(found) for found in find_rows(inside)])
    return row_line(cells)


def _sideways_lines(sideways: Iterable[SidewaysWord]) -> Iterator[Line]:
    """Return the lines of words that do not stand upright, as furniture."""
    groups: dict[int, list[SidewaysWord]] = defaultdict(list)
    for word in sideways:
        groups[word.group].append(word)
    for group in groups.values():
        yield Line(
            text=" ".join(word.text for word in group),
            left=min(word.left for word in group),
            right=max(word.right for word in group),
            top=min(word.top for word in group),
            bottom=max(word.bottom for word in group),
            size=group[0].size,
            role="header",
        )
