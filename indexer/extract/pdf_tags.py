"""The tag tree of a PDF page: which marked content stands in which cell of a table."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any, NamedTuple

from indexer.extract.pdf_calls import pointer, pointer_to

if TYPE_CHECKING:
    from indexer.extract.pdf_calls import Calls, Pointer

_NAME_BYTES = 64  # the standard types of structure elements are short words
_MOST_ELEMENTS = 20_000  # on a page: more is no report
_DEEPEST = 60
_NOTES = frozenset({"Note", "FENote", "Footnote", "Endnote"})
"""Types of notes, which are tagged where they are referred to and stand elsewhere (ISO 32000-2, 14.8.4)."""


class CellPlace(NamedTuple):
    """A cell: its table, counted on the page, its row in the table and its column in the row, from 0."""

    table: int
    row: int
    column: int


class _Branch(NamedTuple):
    """An element still to be looked at, and where it stands."""

    element: Pointer
    depth: int
    table: int = -1
    row: int = -1
    cell: CellPlace | None = None


def read_cells(raw: Any, calls: Calls, page: Any) -> dict[int, CellPlace]:
    """Return the cell that each piece of marked content of a page stands in, by its number.

    Of tables in each other the innermost counts; what stands in a note is in no cell.

    Args:
        raw: The raw module of the binding.
        calls: PDFium's functions.
        page: The handle of the page.
    """
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    try:
        return _CellReader(calls).read(_roots(raw, tree))
    finally:
        raw.FPDF_StructTree_Close(tree)


def _roots(raw: Any, tree: Any) -> list[Pointer]:
    """Return the elements of a tree that are in no other."""
    count = raw.FPDF_StructTree_CountChildren(tree)
    elements = [raw.FPDF_StructTree_GetChildAtIndex(tree, at) for at in range(count)]
    return [pointer_to(element) for element in elements if element]


class _CellReader:
    """Walks the tree of one page."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls
        self._buffer = ctypes.create_string_buffer(_NAME_BYTES)
        self._place = pointer_to(self._buffer)
        self._found: dict[int, CellPlace] = {}
        self._tables = 0
        self._rows: dict[int, int] = {}
        self._columns: dict[tuple[int, int], int] = {}

    def read(self, roots: list[Pointer]) -> dict[int, CellPlace]:
        waiting = [_Branch(element, 0) for element in reversed(roots)]
        left = _MOST_ELEMENTS
        while waiting and left:
            left -= 1
            branch = waiting.pop()
            if branch.depth < _DEEPEST:
                waiting.extend(reversed(self._below(self._placed(branch))))
        return self._found

    def _placed(self, branch: _Branch) -> _Branch:
        """Return an element with the table, row and cell that it begins itself."""
        name = self._type(branch.element)
        if name == "Table":
            self._tables += 1
            return branch._replace(table=self._tables - 1, row=-1, cell=None)
        if name in _NOTES:
            return branch._replace(table=-1, row=-1, cell=None)
        if branch.table >= 0 and name == "TR":
            row = self._rows.get(branch.table, 0)
            self._rows[branch.table] = row + 1
            return branch._replace(row=row, cell=None)
        if branch.row >= 0 and name in ("TD", "TH"):
            key = branch.table, branch.row
            column = self._columns.get(key, 0)
            self._columns[key] = column + 1
            return branch._replace(cell=CellPlace(*key, column))
        return branch

    def _below(self, branch: _Branch) -> list[_Branch]:
        """Return the elements in an element; note the marked content in it."""
        calls, element = self._calls, branch.element
        below = []
        for at in range(calls.count_children(element)):
            content = calls.child_content(element, at)
            if content >= 0:
                if branch.cell is not None:
                    self._found[content] = branch.cell
                continue
            child = calls.child(element, at)
            if child:
                below.append(branch._replace(element=pointer(child), depth=branch.depth + 1))
        return below

    def _type(self, element: Pointer) -> str:
        length = self._calls.element_type(element, self._place, _NAME_BYTES)
        if not 2 < length <= _NAME_BYTES:
            return ""
        return self._buffer.raw[: length - 2].decode("utf-16-le", "replace")
