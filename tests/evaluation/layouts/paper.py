"""Reports on paper, set and drawn without another program, so that the page of each unit is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from tests.evaluation.layouts.sheets import Sheet, SheetSetter
from tests.evaluation.layouts.vocabulary import PAGES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.evaluation.layouts.blocks import BlockSetter
    from tests.evaluation.layouts.report import Report
    from tests.evaluation.layouts.setting import Piece, Row

_EDGE = 36.0  # points from the edge of the page to running heads and feet


def draw(report: Report, path: Path) -> dict[int, tuple[int, int]]:
    """Write a report as PDF; return the first and last page of each unit."""
    setter = SheetSetter(report)
    canvas = Canvas(str(path), pagesize=setter.setter.page, invariant=1)
    drawing = _Drawing(canvas, setter.setter, report)
    pages: dict[int, tuple[int, int]] = {}
    for number, sheet in enumerate(setter.sheets, 1):
        drawing.page(sheet, number + report.opens - 1, len(setter.sheets))
        canvas.showPage()
        for _, _, row in sheet.rows:
            if row.unit is not None:
                pages[row.unit] = (pages.get(row.unit, (number, 0))[0], number)
    canvas.save()
    return pages


class _Drawing:
    """Puts one page on the canvas."""

    def __init__(self, canvas: Canvas, setter: BlockSetter, report: Report) -> None:
        self._canvas, self._setter, self._report = canvas, setter, report

    def page(self, sheet: Sheet, number: int, last: int) -> None:
        """Draw a page with its running head and foot."""
        for x, y, row in sheet.rows:
            self._row(x, y, row)
        for left, right, y in sheet.rules:
            self._canvas.line(left, y, right, y)
        self._running(number, last)

    def _row(self, x: float, y: float, row: Row) -> None:
        setter = self._setter
        for at, piece in row.cells:
            self._pieces(x + at, y, [[piece]], row, stretch=0.0)
        if row.words:
            self._pieces(x + row.x, y, row.words, row, stretch=row.stretch)
        if row.ruled:
            self._canvas.line(x, y - 3, x + setter.width, y - 3)
        if row.boxed:
            self._canvas.line(x - 6, y - 4, x - 6, y + row.size * 1.2)
            self._canvas.line(x + setter.width + 6, y - 4, x + setter.width + 6, y + row.size * 1.2)

    def _pieces(self, x: float, y: float, words: list[list[Piece]], row: Row, *, stretch: float) -> None:
        text = self._canvas.beginText(x, y)
        text.setWordSpace(stretch)
        slanted = self._setter.fonts[2] if self._report.style.is_underlined() else None
        for nth, word in enumerate(words):
            for at, piece in enumerate(word):
                raised = piece.note is not None
                text.setFont(piece.font, row.size * (0.65 if raised else 1.0))
                text.setRise(0.35 * row.size if raised else 0)
                begin = text.getX()
                ends = at + 1 == len(word) and nth + 1 < len(words)
                text.textOut(piece.text + (" " if ends and not raised else ""))
                if piece.font == slanted:
                    end = begin + piece.width(row.size)
                    if nth + 1 < len(words) and words[nth + 1][0].font == slanted:
                        end = text.getX() + stretch
                    self._canvas.line(begin, y - 1.5, end, y - 1.5)
                if ends and raised:
                    text.setFont(piece.font, row.size)
                    text.setRise(0)
                    text.textOut(" ")
        self._canvas.drawText(text)

    def _running(self, number: int, last: int) -> None:
        report, setter = self._report, self._setter
        high, wide = setter.page[1], setter.page[0]
        page = report.style["head"], report.style["foot"]
        heads = {"symbol": [report.symbol], "title": [report.title[:70]], "none": []}
        if page[0] == "volume":
            self._volume_head(number)
            heads["volume"] = []
        lines = heads.get(page[0], [report.symbol, f"{_word(report)} {number}"])
        if number > 1:
            for at, line in enumerate(lines):
                self._side(line, high - _EDGE - at * 1.2 * setter.size, right=number % 2 == 1)
        feet = {"number": str(number), "page": f"{_word(report)} {number}", "of": f"{number}/{last}"}
        feet["job"] = f"GE.12-{15000 + report.seed}" if number == 1 else str(number)
        if page[1] in ("number", "page"):
            self._canvas.setFont(setter.fonts[0], setter.size)
            self._canvas.drawCentredString(wide / 2, _EDGE, feet[page[1]])
        elif page[1] != "none":
            self._side(feet[page[1]], _EDGE, right=number % 2 == 1)

    def _volume_head(self, number: int) -> None:
        """Draw the number of the page at its outer margin, and what the left or the right page is about."""
        report, setter, odd = self._report, self._setter, number % 2
        y, left, right = setter.page[1] - _EDGE, setter.margin, setter.page[0] - setter.margin
        if number == 1:
            return
        self._side(str(number), y, right=bool(odd))
        words, room = report.heads[odd], 30.0
        match report.style["running head"]:
            case "centred":
                self._canvas.drawCentredString(setter.page[0] / 2, y, words)
            case "beside" if odd:
                self._canvas.drawRightString(right - room, y, words)
            case "beside":
                self._canvas.drawString(left + room, y, words)
            case _:
                self._side(words, y, right=not odd)
        if report.style.has("rule below head"):
            self._canvas.line(left, y - 5, right, y - 5)

    def _side(self, line: str, y: float, *, right: bool) -> None:
        setter = self._setter
        self._canvas.setFont(setter.fonts[0], setter.size)
        if right:
            self._canvas.drawRightString(setter.page[0] - setter.margin, y, line)
        else:
            self._canvas.drawString(setter.margin, y, line)


def _word(report: Report) -> str:
    return PAGES.get(report.style["language"], "Page")
