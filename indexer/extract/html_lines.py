"""Blocks of a web page -> lines, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from indexer.extract.characters import printable
from indexer.extract.flow import Piece, is_underlined, set_block
from indexer.extract.html_notes import note_mark
from indexer.extract.tables import row_line
from indexer.extract.text import ROW, set_rows
from indexer.extract.text_labels import part_lines
from indexer.grammar.patterns import lazy
from indexer.model import Line, Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.extract.tables import Cell
    from indexer.model import Role

WIDTH, _HEIGHT = 612.0, 792.0
"""Points: the page on which the lines are laid out is letter paper."""
_LEFT, _COLUMNS = 72.0, 90  # an inch of margin, 90 characters in a row

_NUMBERED = lazy(r"(?:\d{1,4}\.(?:\d{1,3}\.?)*|\((?:[a-z]{1,3}|\d{1,3})\))\s+(?=[“\"‘«\[(]*\p{L})")
"""What an item begins with that has a number of its own, which is the one that is cited."""


class State(msgspec.Struct, frozen=True):
    """What an element hands down to those inside it."""

    bold: bool = False
    italic: bool = False
    raised: bool = False
    underlined: bool = False
    centred: bool = False
    pre: bool = False
    indent: float = 0.0
    depth: int = 0
    heading: int = 0
    role: Role = ""
    in_text: bool = False
    note: int = 0
    table: str = ""

    def piece(self, text: str) -> Piece:
        """A run of text in the element."""
        return Piece(text, self.bold, self.italic, self.raised, self.underlined)


class LineSetter:
    """Lays lines on a page.

    Attributes:
        label: The label of a list, for the next line.
        row_begun: Whether a row of a table that is read as text has a line.
    """

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._rules: list[tuple[float, float, float]] = []
        self.label = ""
        self.row_begun = False
        self._marks: dict[int, str] = {}
        self._top = ROW

    def page(self) -> Page:
        """The page with what was laid."""
        height = max([_HEIGHT, *(line.bottom + ROW for line in self._lines)])
        lines = tuple(part_lines(self._lines))
        return Page(number=1, width=WIDTH, height=height, lines=lines, rules=tuple(self._rules))

    def block(self, pieces: Sequence[Piece], state: State, note: int) -> None:
        """Lay the lines of a block on the page; the number of a note that begins in it, 0 without one."""
        if state.pre:
            rows = printable("".join(piece.text for piece in pieces)).split("\n")
            lines = list(set_rows(rows, _LEFT + state.indent, self._top))
            if state.role:
                lines = [msgspec.structs.replace(line, role=state.role) for line in lines]
            self._lines.extend(lines)
            self._top = lines[-1].bottom + ROW if lines else self._top
            return
        lines = set_block(pieces, self._template(state))
        if lines:
            if self.label and _NUMBERED.match(lines[0].text):
                lines[0] = msgspec.structs.replace(lines[0], label="", left=lines[0].text_left)
            self.label = ""
            self.row_begun = True
        note = state.note or note
        underlined = is_underlined(pieces)
        for line in self._as_note(lines, note) if note and not state.role else lines:
            self._place(line, centred=state.centred, underlined=underlined)

    def row(self, cells: list[Cell], state: State) -> None:
        """Lay a row of a table on the page."""
        template = self._template(state)
        if state.table == "data" and not state.role:
            template = msgspec.structs.replace(template, role="row")
        line = row_line(
            [cell for cell in cells if cell.text] if state.table == "numbered" else cells, template
        )
        if line is not None:
            self._place(line)

    def _template(self, state: State) -> Line:
        left = _LEFT + state.indent
        plain: Role = "cell" if state.table == "item" and self.row_begun else ""
        role: Role = state.role or ("heading" if state.heading else plain)
        return Line(
            text="",
            left=left - (18.0 if self.label else 0.0),
            text_left=left,
            right=WIDTH - _LEFT,
            role=role,
            level=state.heading if role == "heading" else state.depth,
            label=self.label,
            starts_block=True,
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

    def _place(self, line: Line, *, centred: bool = False, underlined: bool = False) -> None:
        """Lay the line below the others, as high as its text would be, maybe with a rule below it."""
        rows = max(1, -(-len(line.text) // _COLUMNS))
        bottom = self._top + ROW * rows - 2
        right = line.right if rows > 1 else min(line.right, line.text_left + 6.0 * len(line.text))
        # a page may be centred as a whole: numbers stand below each other all the same
        before = (line.right - right) / 2 if centred and not line.text[:1].isdigit() else 0.0
        self._lines.append(
            msgspec.structs.replace(
                line,
                left=line.left + before,
                text_left=line.text_left + before,
                right=right + before,
                top=self._top,
                bottom=bottom,
            )
        )
        if underlined:
            self._rules.append((line.left + before, right + before, bottom + 1.0))
        self._top = bottom + ROW
