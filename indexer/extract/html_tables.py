"""How the tables of a web page are to be read."""

from __future__ import annotations

from typing import Any

from indexer.extract.flow import Piece
from indexer.extract.html_elements import text_length
from indexer.extract.tables import Cell, begins_item, is_box, is_numbered_text, is_sheet

_LARGE_CELL = 1500
"""Characters from which a cell is a text of its own and not an entry: two long paragraphs."""


def table_kind(table: Any, total: int) -> str:
    """How a table is to be read: "layout" as text, "numbered" as numbered paragraphs, "data" by rows.

    It is a "sheet" where it is the page itself, and most rows begin with a number: each is read by itself.

    Args:
        table: The element.
        total: Characters of the whole page.
    """
    if table.get("role") in ("presentation", "none") or table.find(".//table") is not None:
        return "layout"
    if any(table.find(f".//{tag}") is not None for tag in ("h1", "h2", "h3", "h4", "pre")):
        return "layout"
    rows = [cells_of(row) for row in table.iter("tr")]
    if is_numbered_text(rows):
        return "numbered"
    if is_box(rows) or _holds_texts(rows):
        return "layout"
    if is_sheet(rows, text_length(table) / max(1, total)):
        return "sheet" if 2 * sum(map(begins_item, rows)) > len(rows) else "layout"
    return "data"


def cells_of(row: Any) -> list[Cell]:
    """The cells of a row, each as one piece."""
    return [
        Cell([Piece(" ".join("".join(cell.itertext()).split()))]) for cell in row if cell.tag in ("td", "th")
    ]


def _holds_texts(rows: list[list[Cell]]) -> bool:
    """Whether some cell is a text of its own, in a table too small to be one of data."""
    lengths = [len(cell.text) for row in rows for cell in row]
    return len(rows) <= 3 and max(lengths, default=0) >= _LARGE_CELL
