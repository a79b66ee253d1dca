"""Printed rows to pages, with their notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.evaluation.layouts.blocks import BlockSetter
from tests.evaluation.layouts.setting import Piece, Row, set_rows, words_of

if TYPE_CHECKING:
    from tests.evaluation.layouts.report import Report

_ABOVE_NOTES = 16.0  # points from the text to the notes; the rule stands between them
_TOGETHER = 8  # rows that are kept on one page at most
_HEAD = 72.0  # points from the edge of the page to the text
_NOTE_LEADING = 1.15


class Sheet:
    """A page: rows with the left edge of their column and their base line, and rules from left to right."""

    def __init__(self) -> None:
        self.rows: list[tuple[float, float, Row]] = []
        self.rules: list[tuple[float, float, float]] = []


class SheetSetter:
    """Puts the rows of a report on pages.

    Attributes:
        setter: Knows the measures.
        sheets: The pages.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self.setter = BlockSetter(report)
        self._note_size = max(7.0, self.setter.size - 1.5)
        self.sheets = [Sheet()]
        self._at = self._column = self._noted = 0
        self._side = 0  # the column that is filled alone, from page to page
        self._notes: list[Row] = []
        self._top = self._y = self.setter.page[1] - _HEAD
        self._body()
        self._end_column()

    def _body(self) -> None:
        waiting: dict[int, list[Row]] = {1: [], 2: []}
        for block in self._report.blocks:
            rows = self.setter.rows(block)
            if block.kind not in ("masthead", "title"):
                waiting[block.side] += rows
                continue
            for row in rows:  # they stand above the columns
                self._y -= row.gap + 1.2 * row.size
                self.sheets[-1].rows.append((self.setter.margin, self._y, row))
        begin = self._top = self._y = self._y - 1.5 * self.setter.size
        self._side = 1 if waiting[2] else 0
        self._fill(waiting[1])
        if waiting[2]:
            self._end_column()
            self._at, self._side, self._column, self._noted = 0, 2, 1, 0
            self._top = self._y = begin
            self._fill(waiting[2])

    def _fill(self, waiting: list[Row]) -> None:
        while waiting:
            end = 1
            while end < len(waiting) and waiting[end - 1].keep and end < _TOGETHER:
                end += 1
            self._put(waiting[:end])
            del waiting[:end]

    def _put(self, rows: list[Row]) -> None:
        """Put rows on the page together with the notes that they refer to."""
        marks = [piece for row in rows for piece in row.notes]
        first = self._y == self._top
        high = sum(self._leading(row) + row.gap for row in rows) - (rows[0].gap if first else 0)
        noted = self._notes + [row for at, piece in enumerate(marks, 1) for row in self._note(piece, at)]
        below = len(noted) * _NOTE_LEADING * self._note_size + (_ABOVE_NOTES if noted else 0)
        if not first and (self._y - high - below < _HEAD or rows[0].breaks):
            self._next_column(page=rows[0].breaks)
            self._put(rows)
            return
        self._notes = noted
        self._noted += len(marks)
        for row in rows:
            self._y -= self._leading(row) + (0 if self._y == self._top else row.gap)
            self.sheets[self._at].rows.append((self._x(), self._y, row))

    def _next_column(self, *, page: bool) -> None:
        self._end_column()
        self._column += 1
        if page or self._side or self._column == self.setter.columns:
            self._at += 1
            if self._at == len(self.sheets):
                self.sheets.append(Sheet())
            self._column, self._noted = max(self._side - 1, 0), 0
            self._top = self.setter.page[1] - _HEAD
        self._y = self._top

    def _end_column(self) -> None:
        """Put the notes at the foot of the column."""
        step = _NOTE_LEADING * self._note_size
        y = _HEAD + step * len(self._notes)
        if self._notes:
            self.sheets[self._at].rules.append((self._x(), self._x() + 120, y + 4))
        for row in self._notes:
            y -= step
            self.sheets[self._at].rows.append((self._x(), y, row))
        self._notes = []

    def _x(self) -> float:
        return self.setter.left(self._column)

    def _leading(self, row: Row) -> float:
        if row.ruled:
            return 1.6 * row.size
        spaced: float = 1.0 if not (row.words or row.cells) else self._report.style.points("leading")
        return row.size * spaced

    def _note(self, piece: Piece, at: int) -> list[Row]:
        """Rows of a note, with its mark in place, here and in the text."""
        form = self._report.style["notes"]
        number = piece.note or 0
        marks = {
            "per page": str(self._noted + at),
            "stars": "*" * (number + 1),
            "brackets": f"({number + 1})",
        }
        piece.text = marks.get(form, str(number + 1))
        fonts = self.setter.fonts
        words = words_of(self._report.notes[number], fonts)
        rows = set_rows(words, self._note_size, first=10.0, left=0.0, right=self.setter.width, align="left")
        rows[0].cells = [(0.0, Piece(piece.text, fonts[0], 0))]
        return rows
