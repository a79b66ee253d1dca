"""Words that the tag tree of a PDF puts into cells -> the rows of those tables that are tables."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from statistics import mean
from typing import TYPE_CHECKING

import msgspec
import regex

from indexer.extract.flow import Piece
from indexer.extract.tables import Cell, is_box, is_numbered_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.extract.pdf_tags import CellPlace
    from indexer.extract.words import Words
    from indexer.model import Line

HEAD = 0.3
"""Of the page height: above it a first page has its letterhead, set as a table."""

_LEADER = regex.compile(r"(?:[.․…] ?){6}")  # dots that lead to the page in a table of contents
_FULL_ROWS = 2  # with several filled cells: a table has its heads and an entry
_MOST_COLUMNS = 63  # as in Word; more are no table, and a row of each would be filled up to them
_ABOVE = 3.0  # points by which a row may begin above the one before, where cells are set to the middle

TableRow = list[list[int]]
"""The words of each cell of a row, by their positions."""


def find_tables(words: Words, cells: Sequence[CellPlace | None], head: float) -> list[TableRow]:
    """Return the rows of all tables; frames around text, contents, numbered text and letterheads are none.

    Where rows do not stand one below the other, tags and places contradict each other, and places win.

    Args:
        words: The words of a page.
        cells: The cell of each.
        head: Where a letterhead would end, 0 on all pages but the first.
    """
    tables: dict[int, dict[int, dict[int, list[int]]]] = defaultdict(lambda: defaultdict(dict))
    for at, place in enumerate(cells):
        if place is not None:
            tables[place.table][place.row].setdefault(place.column, []).append(at)
    found: list[TableRow] = []
    for table in tables.values():
        if max(map(len, table.values())) > _MOST_COLUMNS:
            continue
        rows = _in_columns(words, [[row[at] for at in sorted(row)] for _, row in sorted(table.items())])
        if is_table(words, rows, head):
            found.extend(rows)
    return found


def _in_columns(words: Words, rows: list[TableRow]) -> list[TableRow]:
    """Return rows of equal length: cells without words, which no tag tells of, are put in by their places."""
    width = max(map(len, rows))
    full = [[_middle(words, cell) for cell in row] for row in rows if len(row) == width]
    middles = [mean(column) for column in zip(*full, strict=True)]
    placed = []
    for row in rows:
        cells: TableRow = [[] for _ in middles]
        column = 0
        for left, cell in zip(range(len(row), 0, -1), row, strict=True):
            middle = _middle(words, cell)
            column = min(range(column, width - left + 1), key=lambda at: abs(middles[at] - middle))
            cells[column] = cell
            column += 1
        placed.append(cells)
    return placed


def _middle(words: Words, cell: list[int]) -> float:
    return (min(words.lefts[at] for at in cell) + max(words.rights[at] for at in cell)) / 2


def is_table(words: Words, rows: list[TableRow], head: float) -> bool:
    """Whether rows are a table, and no frame around text, contents, numbered text or letterhead."""
    texts = [[Cell([Piece(" ".join([words.texts[at] for at in cell]))]) for cell in row] for row in rows]
    if is_box(texts) or is_numbered_text(texts):
        return False
    if sum(any(_LEADER.search(cell.text) for cell in row) for row in texts) > 1:
        return False
    if sum(sum(bool(cell.text) for cell in row) > 1 for row in texts) < _FULL_ROWS:
        return False
    tops = [min(words.bases[at] for cell in row for at in cell) for row in rows]
    if tops[0] < head:
        return False
    return all(below > above - _ABOVE for above, below in pairwise(tops))


def row_line(cells: Sequence[Sequence[Line]]) -> Line:
    """Return the lines of the cells of a row as one line, with tabs between the cells.

    Args:
        cells: The lines of each cell; one of the cells has any.
    """
    text = ""
    raised: list[tuple[int, int]] = []
    for column, lines in enumerate(cells):
        text += "\t" if column else ""
        for nth, line in enumerate(lines):
            text += " " if nth and not text.endswith("-") else ""
            raised.extend((start + len(text), end + len(text)) for start, end in line.raised)
            text += line.text.replace("\t", " ")
    every = [line for lines in cells for line in lines]
    weight = sum(len(line.text) for line in every)
    return msgspec.structs.replace(
        every[0],
        text=text,
        left=min(line.left for line in every),
        right=max(line.right for line in every),
        top=min(line.top for line in every),
        bottom=max(line.bottom for line in every),
        bold=sum(line.bold * len(line.text) for line in every) / weight,
        italic=sum(line.italic * len(line.text) for line in every) / weight,
        bold_lead=0,
        italic_lead=0,
        raised=tuple(raised),
        column=0,
        role="row",
        starts_block=True,
    )
