"""Paragraphs and tables of a Word file -> lines on pages."""

from __future__ import annotations

from itertools import filterfalse, groupby
from typing import TYPE_CHECKING

import msgspec

from indexer.extract.docx_blocks import Paragraph, Table, plain_blocks
from indexer.extract.docx_paragraphs import (
    begins_with_break,
    page_breaks,
    role_of,
    visible_length,
    words_start,
)
from indexer.extract.docx_sheets import Sheets
from indexer.extract.flow import PAGE, Piece, is_blank, is_underlined, join_blocks, set_block, split_at
from indexer.extract.tables import (
    LETTERHEAD_ROWS,
    Cell,
    is_box,
    is_numbered_text,
    is_sheet,
    row_line,
    sheet_row,
)
from indexer.extract.text_labels import part_lines
from indexer.model import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from indexer.extract.docx_blocks import Block, TableCell
    from indexer.extract.docx_notes import NoteReference
    from indexer.extract.docx_sheets import Sheet
    from indexer.model import Page, Role

_FRAMED = 1 / 3
"""Of the text stands in frames at most: where more has a ground in colour, that sets nothing apart."""
_HEADING, _SEVERAL = 80, 2  # characters of a heading in a frame of its own, and how many of them tell
_LETTERHEAD = 600
"""Characters of a letterhead at most: names of the organ, symbol, date, languages."""


class PageSetter:
    """Puts blocks on pages, one below the other.

    Args:
        sheet: Size and margins.
        paged: Whether the file says where its pages begin; else all goes on one page.
        note: Gives the lines of a note.

    Attributes:
        warnings: What a reader of the printed document would see and the lines do not show.
    """

    def __init__(self, sheet: Sheet, *, paged: bool, note: Callable[[NoteReference], list[Line]]) -> None:
        self._sheet = sheet
        self._paged = paged
        self._note = note
        self._sheets = Sheets(sheet)
        self._waiting: list[NoteReference] = []
        self._frame = ""
        self._single: set[str] = set()
        self._framed_from = 1, 0.0
        self.warnings: list[str] = []

    def set(self, blocks: Sequence[Block]) -> None:
        """Put the blocks of the body on pages."""
        total = sum(visible_length(paragraph) for paragraph in plain_blocks(list(blocks))) or 1
        framed = [block for block in blocks if isinstance(block, Paragraph) and block.placing.frame]
        frames = sum(map(visible_length, framed)) < _FRAMED * total
        self._single = _frames_of_headings(blocks)
        is_first = True
        for block in blocks:
            if frames and not _is_gap(block):
                self._see_frame(block)
            if isinstance(block, Paragraph):
                self._paragraph(block)
                is_first = is_first and is_blank(block.pieces)
            else:
                inside = sum(visible_length(paragraph) for paragraph in plain_blocks([block]))
                self._table(block, share=inside / total, letterhead=is_first and inside <= _LETTERHEAD)
                is_first = is_first and not inside
        self._see_frame(None)

    def _see_frame(self, block: Block | None) -> None:
        """Begin a frame around paragraphs that stand in one, or draw it where they end or another begins."""
        frame = (block.placing.frame or "") if isinstance(block, Paragraph) else ""
        frame = "" if frame in self._single else frame
        if frame == self._frame:
            return
        if self._frame:
            self._sheets.frame(*self._framed_from)
        self._frame, self._framed_from = frame, (self._sheets.number, self._sheets.top)

    def finish(self, headers: Sequence[Line], footers: Sequence[Line]) -> list[Page]:
        """The pages, with running heads and feet on the first one and the endnotes on the last."""
        endnotes = [reference for reference in self._waiting if reference.kind == "endnote"]
        endings = [line for reference in endnotes for line in self._note(reference)]
        self._flush_notes()
        for line in endings:
            self._sheets.add(line)
        pages = self._sheets.finish(headers, footers)
        return [msgspec.structs.replace(page, lines=tuple(part_lines(page.lines))) for page in pages]

    def _paragraph(self, block: Paragraph, role: Role = "", level: int = 0) -> None:
        text = "".join(piece.text for piece in block.pieces).strip()
        if not text:
            if any(character.isalnum() for character in block.label):
                self.warnings.append(f"the paragraph numbered {block.label} is empty")
            self._sheets.top += block.size
        role = role or role_of(block, text)
        left, first, right, share = (value or 0.0 for value in block.placing[:4])
        template = Line(
            text="",
            left=self._sheet.left + max(0.0, left + first),
            text_left=self._sheet.left + max(0.0, left + words_start(block, first)),
            right=self._sheet.width - self._sheet.right - max(0.0, right),
            size=block.size,
            role=role,
            level=level or (block.outline if role == "heading" else block.depth),
            label=block.label,
            starts_block=True,
        )
        underlined = is_underlined(block.pieces)
        notes = iter(block.notes)
        expected = next(notes, None)
        begun = False
        for index, pieces in enumerate(split_at(block.pieces, PAGE)):
            if index:
                self._new_page()
            for line in set_block(pieces, template if not begun else _continued(template)):
                self._sheets.add(line, share, underlined=underlined)
                begun = True
            for piece in pieces:
                if expected is not None and piece.raised and piece.text == expected.mark:
                    self._waiting.append(expected)
                    expected = next(notes, None)
        self._waiting.extend(note for note in (expected, *notes) if note is not None)

    def _table(self, table: Table, *, share: float = 0.0, letterhead: bool = False) -> None:
        rows = [[Cell(_cell_pieces(cell), cell.span) for cell in row] for row in table.rows]
        if is_numbered_text(rows):
            for cells in table.rows:
                self._numbered_row(cells)
        elif is_sheet(rows, share) and not is_box(rows):
            for cells, row in zip(table.rows, rows, strict=True):
                self._sheet_row(cells, row)
        elif is_box(rows) or (letterhead and len(rows) <= LETTERHEAD_ROWS):
            page, top = self._sheets.number, self._sheets.top
            for cells in table.rows:
                self._cells(cells)
            if is_box(rows):
                self._sheets.frame(page, top)
        else:
            for cells, row in zip(table.rows, rows, strict=True):
                self._data_row(cells, row)

    def _cells(self, cells: Sequence[TableCell], *, role: Role = "") -> None:
        """The content of the cells of a row as text, as if there were no table.

        Args:
            cells: Of the row.
            role: Of all paragraphs behind the first.
        """
        # a row that runs over a page end has the break in each of its cells: one of them is followed
        breaks = [sum(page_breaks(paragraph) for paragraph in plain_blocks(cell.blocks)) for cell in cells]
        followed = breaks.index(max(breaks)) if breaks else 0
        is_first = True
        for index, cell in enumerate(cells):
            if index != followed:
                for paragraph in plain_blocks(cell.blocks):
                    paragraph.pieces = [piece for piece in paragraph.pieces if piece.text != PAGE]
            for block in cell.blocks:
                if isinstance(block, Paragraph):
                    self._paragraph(block, "" if is_first else role)
                    is_first = is_first and is_blank(block.pieces)
                else:
                    self._table(block)

    def _numbered_row(self, cells: Sequence[TableCell]) -> None:
        """A number and its paragraph, from two cells."""
        blocks = [block for cell in cells for block in cell.blocks]
        paragraphs = [block for block in plain_blocks(blocks) if block.label or not is_blank(block.pieces)]
        if len(paragraphs) > 1:
            number, text, *_ = paragraphs
            label = number.label if is_blank(number.pieces) else ""
            text.pieces = [*number.pieces, *([Piece("\t")] if not label else []), *text.pieces]
            text.label = label or text.label
            text.notes = number.notes + text.notes
            paragraphs.pop(0)
        for paragraph in paragraphs:
            self._paragraph(paragraph)

    def _sheet_row(self, cells: Sequence[TableCell], row: Sequence[Cell]) -> None:
        """A row of a table that is the page itself."""
        kind = sheet_row(row)
        paragraphs = [p for cell in cells for p in plain_blocks(cell.blocks) if not is_blank(p.pieces)]
        if kind == "data":
            self._data_row(cells, row)
        elif kind == "heading" and len(paragraphs) == 1:
            self._paragraph(paragraphs[0], "heading", paragraphs[0].outline or 1)
        else:
            self._cells(cells, role="cell" if kind == "item" else "")

    def _data_row(self, cells: Sequence[TableCell], row: Sequence[Cell]) -> None:
        paragraphs = [paragraph for cell in cells for paragraph in plain_blocks(cell.blocks)]
        # a row that runs over a page end has the break in each of its cells
        breaks = [sum(page_breaks(p) for p in plain_blocks(cell.blocks)) for cell in cells]
        leading = any(begins_with_break(p) for p in paragraphs[:1])
        if leading:
            self._new_page()
        size = max((paragraph.size for paragraph in paragraphs), default=12.0)
        template = Line(
            text="",
            left=self._sheet.left,
            text_left=self._sheet.left,
            right=self._sheet.width - self._sheet.right,
            size=size,
            role="row",
            starts_block=True,
        )
        line = row_line(row, template)
        if line is not None:
            self._sheets.add(line)
        self._waiting.extend(note for paragraph in paragraphs for note in paragraph.notes)
        for _ in range(max(breaks, default=0) - leading):
            self._new_page()

    def _new_page(self) -> None:
        if not self._paged:
            return
        self._flush_notes()
        self._sheets.turn()

    def _flush_notes(self) -> None:
        """Put the footnotes that the page refers to at its foot; endnotes wait for the end."""
        for reference in self._waiting:
            if reference.kind == "footnote":
                for line in self._note(reference):
                    self._sheets.add(line)
        self._waiting = [reference for reference in self._waiting if reference.kind != "footnote"]


def _is_gap(block: Block) -> bool:
    """Whether a paragraph is blank: it may have no ground in the midst of a box."""
    return isinstance(block, Paragraph) and is_blank(block.pieces)


def _frames_of_headings(blocks: Sequence[Block]) -> set[str]:
    """Return the frames and grounds that several short paragraphs have, each for itself: not of boxes."""
    framed = groupby(
        filterfalse(_is_gap, blocks),
        key=lambda each: each.placing.frame or "" if isinstance(each, Paragraph) else "",
    )
    runs = [(frame, list(run)) for frame, run in framed if frame]
    short = [
        frame
        for frame, run in runs
        if len(run) == 1 and isinstance(run[0], Paragraph) and visible_length(run[0]) < _HEADING
    ]
    return {frame for frame in short if short.count(frame) >= _SEVERAL}


def _continued(template: Line) -> Line:
    """The fields of a line that goes on with a block begun on the page before."""
    return msgspec.structs.replace(template, label="", starts_block=False)


def _cell_pieces(cell: TableCell) -> list[Piece]:
    return join_blocks(
        (
            [Piece(f"{paragraph.label} "), *paragraph.pieces] if paragraph.label else paragraph.pieces
            for paragraph in plain_blocks(cell.blocks)
        ),
        " ",
    )
