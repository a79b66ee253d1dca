"""Tables: which of them are only a way of laying out text, and how the others become lines."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Literal, NamedTuple

import regex

from indexer.extract.flow import CELL, Piece, is_blank, set_line
from indexer.grammar.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.model import Line

LONG_CELL = 60
"""Characters from which a cell is more likely a sentence than an entry of a column."""

_LONGEST_HEADING = 160
"""Characters of a cell across that is a heading."""

LETTERHEAD_ROWS = 4
"""Rows of a letterhead at most: the United Nations ones have two or three."""

_GAP = lazy(rf"[\t{CELL}]+")
_ITEM = lazy(r"\d{1,4}(?:(?:\.\d{1,3})+[.)]?|[.)])(?:\s|$)")
_NUMBER = regex.compile(r"(?:\d{1,4}(?:\.\d{1,3})*[.)]?|\([a-z]{1,4}\))")


class Cell(NamedTuple):
    """A cell: the pieces of its paragraphs joined, and how many columns it spans."""

    pieces: list[Piece]
    span: int = 1

    @property
    def text(self) -> str:
        """What stands in it."""
        return "".join(piece.text for piece in self.pieces).strip()


def row_line(cells: Sequence[Cell], template: Line) -> Line | None:
    """A row as one line with tabs between its cells, None when nothing is in it.

    Empty cells keep their tab, so that columns can be told.
    """
    pieces: list[Piece] = []
    for index, cell in enumerate(cells):
        if index:
            pieces.append(Piece(CELL))
        pieces.extend(piece._replace(text=_GAP.sub(" ", piece.text)) for piece in cell.pieces)
    return None if is_blank(pieces) else set_line(pieces, template)


def begins_item(row: Sequence[Cell]) -> bool:
    """Whether a row begins with the number of what it says, as in a list of recommendations."""
    return bool(_ITEM.match(next((cell.text for cell in row if cell.text), "")))


def is_numbered_text(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the table puts paragraph numbers in one column and the paragraphs in the next."""
    numbered = filled = 0
    for row in rows:
        texts = [cell.text for cell in row if cell.text]
        filled += bool(texts)
        numbered += len(texts) == 2 and bool(_NUMBER.fullmatch(texts[0])) and len(texts[1]) >= LONG_CELL
    return numbered >= 2 and numbered >= 0.6 * filled


def is_box(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the table is a frame around text: it has one column."""
    return all(sum(bool(cell.text) for cell in row) <= 1 for row in rows)


def is_sheet(rows: Sequence[Sequence[Cell]], share: float) -> bool:
    """Whether the table is the page itself: it holds nearly all of the text, and sentences in most rows.

    Args:
        rows: Of the table.
        share: Part of the document's characters that stand in it.
    """
    longest = [max(len(cell.text) for cell in row) for row in rows if any(cell.text for cell in row)]
    return share >= 0.9 and bool(longest) and median(longest) >= LONG_CELL


def sheet_row(row: Sequence[Cell]) -> Literal["data", "heading", "item", "layout"]:
    """How a row is to be read of a table that is the page itself.

    Several short entries, such as the heads of columns, stay a row of "data", a cell across is a "heading",
    and what begins with a number is one "item"; anything else is "layout".
    """
    lengths = [len(cell.text) for cell in row if cell.text]
    if len(lengths) >= 2 and max(lengths) < LONG_CELL:
        return "data"
    if len(row) == 1 and len(row[0].text) <= _LONGEST_HEADING:
        return "heading"
    return "item" if begins_item(row) else "layout"
