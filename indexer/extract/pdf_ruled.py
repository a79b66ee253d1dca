"""Tables of a PDF without tags: words between ruled lines of one length -> the rows of the table."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import regex

from indexer.extract.pdf_frames import find_frames
from indexer.extract.pdf_reading_order import RTL
from indexer.extract.pdf_rows import MARK, find_rows
from indexer.extract.pdf_tables import is_table

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from indexer.extract.pdf_frames import Rule
    from indexer.extract.pdf_tables import TableRow
    from indexer.extract.words import Words

_OUTSIDE = 6.0  # points beyond the ends of the ruled lines where no cell begins or ends
_PROSE, _SENTENCE = 0.8, 8  # of the width of the table in one piece, and words in it: no cell is so long
_CELL_GAP = 0.9  # of the size: cells are further apart
_COLUMN_GAP = 0.32  # and so far, where a column begins; words stand closer together
_ALIGNED = 1.5  # points: cells of a column begin no further apart
_TOUCHING = 2.0  # points: a raised mark stands no further behind its word, in the line of another cell
_COLUMN = 3  # lines of a table that begin a cell in a column, at least
_APART = 1.3  # of the size: the lines of a row stand closer together
_HEAD = 5  # lines of a head at most
_MANY = 3  # rows apart in one band, or bands: then what stands close together is one row
_NUMBER_AND_TEXT = 2  # pieces of a line
_NUMBER = regex.compile(r"(?:\d{1,4}|[IVXLC]{1,6}|[A-Z])\.")


class _TableLine(NamedTuple):
    """A line between ruled lines: its base line, its size, and its words from left to right."""

    base: float
    size: float
    words: list[int]


class _Piece(NamedTuple):
    """Words of a line that stand in one cell, and how far they reach."""

    words: list[int]
    left: float
    right: float


_Band = list[_TableLine]
"""The lines between two ruled lines."""


def find_ruled_rows(words: Words, rules: Iterable[Rule], width: float, head: float) -> list[TableRow]:
    """Return the rows of tables that have rows of several lines; in others each line is one.

    Args:
        words: The words of a page.
        rules: Its ruled lines.
        width: Of the page.
        head: Where a letterhead would end, 0 on all pages but the first.
    """
    found: list[TableRow] = []
    for frame in find_frames(rules, width, head):
        for bands in _tables(words, _bands(words, frame), frame[0]):
            columns = _columns(words, bands)
            rows = [row for block, sure in _blocks(bands) for row in _rows(words, block, columns, sure=sure)]
            if len(rows) < sum(map(len, bands)):
                rows = _in_columns(words, rows)
                if is_table(words, rows, head) and not RTL.search(_text(words, rows)):
                    found += rows  # from right to left the first column stands at the right
    return found


def _text(words: Words, rows: list[TableRow]) -> str:
    return "".join(words.texts[word] for row in rows for cell in row for word in cell)


def _bands(words: Words, frame: list[Rule]) -> list[_Band]:
    heights = [y for _, _, y in frame]
    inside = [at for at, base in enumerate(words.bases) if heights[0] < base < heights[-1] + 1]
    part = words.at(inside)
    bands: list[_Band] = [[] for _ in frame[1:]]
    for row in find_rows(part):
        line = _TableLine(row.base, row.size, [inside[word] for word in row.placed(part).words])
        bands[min(bisect(heights, row.base - 1), len(bands)) - 1].append(line)
    return [band for band in bands if band]


def _tables(words: Words, bands: list[_Band], rule: Rule) -> list[list[_Band]]:
    """Return the bands that follow each other without text between them, where there are several."""
    tables: list[list[_Band]] = [[]]
    for band in bands:
        alone = all(len(_pieces(words, line)) == 1 for line in band)  # as the title of the next table
        if alone or any(_is_text(words, line, rule) for line in band):
            tables.append([])
        else:
            tables[-1].append(band)
    return [table for table in tables if len(table) > 1]


def _is_text(words: Words, line: _TableLine, rule: Rule) -> bool:
    """Whether a line is none of a table.

    It leaves the ruled lines, fills their width with a sentence, or is numbered as a heading or paragraph.
    """
    left, right, _ = rule
    pieces = _pieces(words, line)
    if pieces[0].left < left - _OUTSIDE or pieces[-1].right > right + _OUTSIDE:
        return True
    if len(pieces) == _NUMBER_AND_TEXT and _NUMBER.fullmatch(words.texts[pieces[0].words[-1]]):
        return True
    wide = _PROSE * (right - left)
    return any(piece.right - piece.left > wide and len(piece.words) >= _SENTENCE for piece in pieces)


def _pieces(words: Words, line: _TableLine, columns: Container[int] = ()) -> list[_Piece]:
    """Return what stands in the cells of a line: apart, or where columns begin."""
    pieces: list[_Piece] = []
    for word in line.words:
        left, right = words.lefts[word], words.rights[word]
        least = _COLUMN_GAP if round(left) in columns else _CELL_GAP
        if pieces and left - pieces[-1].right <= least * line.size:
            pieces[-1] = _Piece([*pieces[-1].words, word], pieces[-1].left, max(right, pieces[-1].right))
        else:
            pieces.append(_Piece([word], left, right))
    return pieces


def _columns(words: Words, bands: list[_Band]) -> frozenset[int]:
    """Return where cells begin in several lines."""
    begins = Counter(round(piece.left) for band in bands for line in band for piece in _pieces(words, line))
    return frozenset(x for x in begins if begins[x - 1] + begins[x] + begins[x + 1] >= _COLUMN)


def _blocks(bands: list[_Band]) -> Iterator[tuple[_Band, bool]]:
    """Give the lines that stand close together, and whether it is sure that they are one row.

    Where rows have neither room nor rules between them, all lines stand close together; a head has rules.
    """
    for nth, band in enumerate(bands):
        blocks = [band[:1]]
        for above, line in pairwise(band):
            if line.base - above.base > _APART * max(above.size, line.size):
                blocks.append([])
            blocks[-1].append(line)
        apart = max(len(bands), len(blocks)) > _MANY
        yield from ((block, apart or (nth == 0 and len(block) <= _HEAD)) for block in blocks)


def _rows(words: Words, block: _Band, columns: Container[int], *, sure: bool) -> list[TableRow]:
    """Return the row that lines make together, or a row for each of them.

    Its cells are what stands one below the other. Several lines that fill them all may be several rows.
    """
    pieces = [_pieces(words, line, columns) for line in block]
    cells: list[list[_Piece]] = []
    right = 0.0
    for piece in sorted((piece for line in pieces for piece in line), key=lambda piece: piece.left):
        mark = len(piece.words) == 1 and MARK.fullmatch(words.texts[piece.words[0]])
        if cells and piece.left < right + (_TOUCHING if mark else 0.0):
            cells[-1].append(piece)
            right = max(right, piece.right)
        else:
            cells.append([piece])
            right = piece.right
    full = sum(len(line) >= len(cells) for line in pieces)
    if not sure and full > 1:
        return [[piece.words for piece in line] for line in pieces]
    return [
        [
            [word for line in pieces for piece in line if piece in cell for word in piece.words]
            for cell in cells
        ]
    ]


def _in_columns(words: Words, rows: list[TableRow]) -> list[TableRow]:
    """Return rows of equal length: a cell stands below one that begins where it does, or that it overlaps."""
    width = max(map(len, rows))
    full = [[_reach(words, cell) for cell in row] for row in rows if len(row) == width]
    reaches = [
        (min(left for left, _ in column), max(right for _, right in column))
        for column in zip(*full, strict=True)
    ]
    placed = []
    for row in rows:
        cells: TableRow = [[] for _ in reaches]
        at = 0
        for behind, cell in zip(range(len(row), 0, -1), row, strict=True):
            left, right = _reach(words, cell)
            at = max(
                range(at, width - behind + 1),
                key=lambda column: (
                    abs(reaches[column][0] - left) < _ALIGNED,
                    min(right, reaches[column][1]) - max(left, reaches[column][0]),
                ),
            )
            cells[at] = cell
            at += 1
        placed.append(cells)
    return placed


def _reach(words: Words, cell: list[int]) -> tuple[float, float]:
    return min(words.lefts[word] for word in cell), max(words.rights[word] for word in cell)
