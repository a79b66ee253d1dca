"""Web pages -> lines, a block of text each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from indexer.errors import LimitError
from indexer.extract.characters import printable, single_spaced
from indexer.extract.flow import BREAK, Piece, is_blank, set_block
from indexer.extract.html_lists import ItemCounter
from indexer.extract.html_marks import (
    BLOCKS,
    HEADINGS,
    SKIPPED,
    furniture_role,
    indent_of,
    is_bold,
    is_italic,
    is_note,
    is_raised,
    is_text_part,
    leads_back,
    note_mark,
    sheet_row,
    table_kind,
    text_length,
)
from indexer.extract.html_placed import read_placed
from indexer.extract.html_source import parse_page
from indexer.extract.tables import Cell, row_line
from indexer.extract.text import ROW, set_rows
from indexer.model import ExtractedDocument, Line, Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.model import Role, SourceFile

MOST_BYTES = 32 << 20
"""The longest report as a web page is some 5 MB; the tree of elements takes ten times the bytes."""

_WIDTH, _LEFT, _COLUMNS = 612.0, 72.0, 90
"""The page on which the lines are laid out: letter paper, an inch of margin, 90 characters in a row."""


class HtmlExtractor:
    """Reads web pages; what surrounds the text of a page is kept apart as heads and feet."""

    def extract(self, source: SourceFile) -> ExtractedDocument:
        """One page of lines.

        Raises:
            DamagedReportError: The bytes are no text.
            EmptyReportError: There is nothing in the page.
            LimitError: The page is too large to be a report.
        """
        if source.size > MOST_BYTES:
            raise LimitError(source.path, f"{source.size >> 20} MB is too large for a web page")
        with open(source.location, "rb") as stream:  # noqa: PTH123 -- the path may hold undecodable bytes
            root = parse_page(stream.read(), source)
        return read_page(root, source, root.findtext(".//title") or "")


def read_page(root: Any, source: SourceFile, title: str) -> ExtractedDocument:
    """One page of lines, for the elements of a web page and the title that it states.

    A page that was made of a PDF has the pages of that.
    """
    placed = read_placed(root)
    if placed:
        return ExtractedDocument(
            source=source, pages=placed, paged=True, title=single_spaced(printable(title))
        )
    lines = _PageReader(root).read()
    height = max([792.0, *(line.bottom + ROW for line in lines)])
    return ExtractedDocument(
        source=source,
        pages=(Page(number=1, width=_WIDTH, height=height, lines=tuple(lines)),),
        paged=False,
        title=single_spaced(printable(title)),
    )


class _State(msgspec.Struct, frozen=True):
    """What an element hands down to those inside it."""

    bold: bool = False
    italic: bool = False
    raised: bool = False
    pre: bool = False
    indent: float = 0.0
    depth: int = 0
    heading: int = 0
    role: Role = ""
    in_text: bool = False
    note: int = 0
    table: str = ""


class _PageReader:
    """Walks the elements of a page in order; without recursion, since broken pages nest without end."""

    def __init__(self, root: Any) -> None:
        self._root = root
        self._total = text_length(root)
        self._lines: list[Line] = []
        self._pieces: list[Piece] = []
        self._states = [_State()]
        self._counters: list[ItemCounter] = []
        self._row: list[Cell] | None = None
        self._label = ""
        self._notes = 0
        self._marks: dict[int, str] = {}
        self._block_note = 0
        self._top = ROW
        self._row_begun = False

    def read(self) -> list[Line]:
        from lxml import etree  # noqa: PLC0415 - heavy

        walk = etree.iterwalk(self._root, events=("start", "end"))
        for event, element in walk:
            if not isinstance(element.tag, str):
                continue
            if event == "end":
                self._end(element)
            elif element.tag in SKIPPED or leads_back(element):
                walk.skip_subtree()
                self._states.append(self._states[-1])
            else:
                self._start(element)
        self._flush()
        return self._lines

    def _start(self, element: Any) -> None:
        tag, above = element.tag, self._states[-1]
        if tag in BLOCKS and not self._in_cell():
            self._flush()
        elif tag in BLOCKS and self._pieces:
            self._pieces.append(Piece(" "))
        state = self._state(element, above)
        if state.role != above.role and tag not in BLOCKS and not is_blank(self._pieces):
            state = msgspec.structs.replace(state, role=above.role)  # within a sentence
        self._states.append(state)
        if tag in ("ul", "ol", "menu", "dir"):
            self._counters.append(ItemCounter(element))
        elif tag == "li" and self._counters:
            self._begin_item(self._counters[-1].label(element))
        elif tag == "tr" and state.table in ("data", "numbered"):
            self._row = []
        elif tag in ("td", "th") and self._row is not None:
            self._pieces = []
        elif tag == "br":
            self._pieces.append(Piece(BREAK) if self._row is None else Piece(" "))
        elif tag == "a" and is_note(element) and is_blank(self._pieces):
            self._notes += 1
            self._block_note = self._notes
        self._text(element.text, state)

    def _end(self, element: Any) -> None:
        tag = element.tag
        state = self._states.pop()
        if state.role != self._states[-1].role and not self._in_cell():
            self._flush(state)  # a link that skips what surrounds the text is no block
        if tag in ("td", "th") and self._row is not None:
            self._row.append(Cell(self._pieces))
            self._pieces = []
        elif tag == "tr" and self._row is not None:
            self._end_row(state)
        elif tag in BLOCKS and tag not in SKIPPED:
            if self._in_cell():
                self._pieces.append(Piece(" "))
            else:
                self._flush(state)
        if tag in ("ul", "ol", "menu", "dir") and self._counters:
            self._counters.pop()
        elif tag == "li" and self._row is None:
            self._label = ""
        self._text(element.tail, self._states[-1])

    def _state(self, element: Any, above: _State) -> _State:
        tag = element.tag
        note = above.note
        if tag in BLOCKS and not note and is_note(element):
            self._notes += 1
            note = self._notes
        table = above.table
        if tag == "table" and self._row is None:
            table = table_kind(element, self._total)
        elif tag == "tr" and table == "sheet":
            table = sheet_row(element)
            self._row_begun = False
        return _State(
            bold=is_bold(element, above.bold),
            italic=is_italic(element, above.italic),
            raised=is_raised(element, above.raised),
            pre=above.pre or tag == "pre",
            indent=above.indent + (indent_of(element) if tag in BLOCKS else 0.0),
            depth=above.depth + (tag in ("ul", "ol", "menu", "dir")),
            heading=HEADINGS.get(tag, int(tag == "tr" and table == "heading") or above.heading),
            role=above.role or furniture_role(element, inside_text=above.in_text) or "",
            in_text=above.in_text or is_text_part(element),
            note=note,
            table=table,
        )

    def _in_cell(self) -> bool:
        return self._row is not None

    def _begin_item(self, label: str) -> None:
        if self._row is None:
            self._label = label
        elif label:
            self._pieces.append(Piece(f" {label} "))

    def _text(self, text: str | None, state: _State) -> None:
        if not text:
            return
        if state.pre and self._row is None:
            self._pieces.append(Piece(text, state.bold, state.italic, state.raised))
            return
        spaced = " ".join(text.split())
        if not spaced:
            self._pieces.append(Piece(" "))
            return
        before = " " if text[0].isspace() else ""
        after = " " if text[-1].isspace() else ""
        self._pieces.append(Piece(f"{before}{spaced}{after}", state.bold, state.italic, state.raised))

    def _end_row(self, state: _State) -> None:
        cells, self._row = self._row or [], None
        template = self._template(state, starts_block=True)
        if state.table == "data" and not state.role:
            template = msgspec.structs.replace(template, role="row")
        line = row_line(
            [cell for cell in cells if cell.text] if state.table == "numbered" else cells, template
        )
        if line is not None:
            self._place(line)

    def _flush(self, state: _State | None = None) -> None:
        """End the block that is open, and lay its lines on the page."""
        pieces, self._pieces = self._pieces, []
        note, self._block_note = self._block_note, 0
        if is_blank(pieces):
            return
        state = state or self._states[-1]
        if state.pre:
            rows = printable("".join(piece.text for piece in pieces)).split("\n")
            lines = list(set_rows(rows, _LEFT + state.indent, self._top))
            self._lines.extend(lines if not state.role else [_with_role(line, state.role) for line in lines])
            self._top = lines[-1].bottom + ROW if lines else self._top
            return
        lines = set_block(pieces, self._template(state, starts_block=True))
        if lines:
            self._label = ""
            self._row_begun = True
        note = state.note or note
        for line in self._as_note(lines, note) if note and not state.role else lines:
            self._place(line)

    def _template(self, state: _State, *, starts_block: bool) -> Line:
        left = _LEFT + state.indent
        plain: Role = "cell" if state.table == "item" and self._row_begun else ""
        role: Role = state.role or ("heading" if state.heading else plain)
        return Line(
            text="",
            left=left - (18.0 if self._label else 0.0),
            text_left=left,
            right=_WIDTH - _LEFT,
            role=role,
            level=state.heading if role == "heading" else state.depth,
            label=self._label if role != "row" else "",
            starts_block=starts_block,
        )

    def _as_note(self, lines: Sequence[Line], note: int) -> list[Line]:
        """The lines of a block that belongs to a note; its first block names the mark."""
        marked: list[Line] = []
        for line in lines:
            begins = note not in self._marks
            text, start = line.text, 0
            if begins:
                mark = line.label.rstrip(".")
                if not mark.isalnum():
                    mark, start = note_mark(text)
                self._marks[note] = mark
            marked.append(
                msgspec.structs.replace(
                    line,
                    text=text[start:],
                    raised=tuple((a - start, b - start) for a, b in line.raised if a >= start),
                    role="note",
                    mark=self._marks[note],
                    label="",
                    starts_block=begins,
                )
            )
        return [line for line in marked if line.text]

    def _place(self, line: Line) -> None:
        """Lay the line below the others, as high as its text would be."""
        rows = max(1, -(-len(line.text) // _COLUMNS))
        bottom = self._top + ROW * rows - 2
        right = line.right if rows > 1 else min(line.right, line.text_left + 6.0 * len(line.text))
        self._lines.append(msgspec.structs.replace(line, top=self._top, bottom=bottom, right=right))
        self._top = bottom + ROW


def _with_role(line: Line, role: Role) -> Line:
    return msgspec.structs.replace(line, role=role)
