"""Blocks of a report to printed rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.pagesizes import A4, letter
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.evaluation.layouts.faces import faces_of
from tests.evaluation.layouts.setting import Piece, Row, set_rows, words_of

if TYPE_CHECKING:
    from tests.evaluation.layouts.report import Block, Report

_GUTTER = 24.0  # points between two columns
_TAB = {"1": 34.0, "2": 18.0}  # points from a number to its words, by the number of columns


class BlockSetter:
    """Sets the blocks of a report into rows.

    Attributes:
        page: Width and height, in points.
        margin: On both sides.
        size: Of the type of the text.
        columns: How many.
        tab: From a number to its words.
        width: Of each column.
        fonts: Plain, bold and italic.
    """

    def __init__(self, report: Report) -> None:
        style = report.style
        self.report = report
        faces = faces_of(style["language"])
        if faces is None:
            raise LookupError(f"no face for {style['language']}")
        self.fonts = faces[style["face"]]
        self.page: tuple[float, float] = A4 if style["page"] == "A4" else letter
        self.tab = _TAB[style["columns"]]
        self.margin = style.points("margin") + (self.tab if style["indent"] == "margin" else 0)
        self.size = style.points("size")
        self.columns = int(style["columns"])
        whole = self.page[0] - 2 * self.margin
        self.width: float = (whole - _GUTTER * (self.columns - 1)) / self.columns

    def left(self, column: int) -> float:
        """The left edge of a column."""
        return float(self.margin + column * (self.width + _GUTTER))

    def rows(self, block: Block) -> list[Row]:
        """The rows of a block."""
        rows = self._rows(block)
        for row in rows:
            row.unit, row.boxed = block.unit, row.boxed or block.boxed
        rows[0].gap = max(rows[0].gap, self.report.style.points("gap"))
        rows[0].breaks = block.kind == "heading" and block.level == 0
        return rows

    def _rows(self, block: Block) -> list[Row]:
        make = {
            "masthead": self._masthead, "title": self._title, "heading": self._heading,
            "table": self._table, "contents": self._contents, "figure": self._figure,
        }.get(block.kind, self._text)  # fmt: skip
        return make(block)

    def _set(self, text: str, face: int = 0, *, label: str = "", first: float = 0.0, left: float = 0.0,
             right: float | None = None, size: float | None = None) -> list[Row]:  # fmt: skip
        """Rows of a text; a label stands in front of it and begins at `first`."""
        size = self.size if size is None else size
        bold = label and self.report.style["numbers"].startswith("bold") and label[:1].isdigit()
        tag = Piece(label, self.fonts[1 if bold else face])
        begin = first
        if label:
            wide = tag.width(size)
            # a number without a sign behind it needs room to be one
            close = left < first + wide and not label.isdigit()
            begin = first + wide + 6 if close else max(left, first + self.tab)
        rows = set_rows(
            words_of(text, self.fonts, face=face, mark=self._mark_width()),
            size,
            first=begin,
            left=left,
            right=self.width if right is None else right,
            align=self.report.style["align"],
        )
        if label:
            rows[0].cells.append((first, tag))
        return rows

    def _mark_width(self) -> str:
        return "(00)" if self.report.style["notes"] == "brackets" else "00"

    def _text(self, block: Block) -> list[Row]:
        indent = self.report.style["indent"]
        base = {"margin": -self.tab, "first line": self.tab}.get(indent, 0.0)
        step = self.tab * (1.0 if indent in ("margin", "flush", "first line") else 2.0)
        match block.kind:
            case "numbered":
                left = {"hanging": self.tab, "margin": 0.0}.get(indent, 0.0)
                return self._set(block.text, label=block.label, first=base, left=left)
            case "quote":
                return self._set(block.text, first=step, left=step, right=self.width - 20)
            case "bullet" | "letter" | "item":
                first = step + (block.level - 1) * self.tab if block.level else step
                return self._set(block.text, label=block.label, first=first, left=first + self.tab)
            case "point":
                return self._set(block.text, label=block.label, first=step, left=step)
            case "caption":
                return self._kept(self._set(block.text, 1))
            case "line":
                return self._set(block.text)
            case "signature":
                return self._signature(block)
            case _:
                return self._set(block.text, first=self.tab if indent == "first line" else 0.0)

    def _signature(self, block: Block) -> list[Row]:
        """A line in the right half, which ends at the margin where signatures do so."""
        half = 0.55 * self.width
        rows = self._set(block.text, 2 if block.level else 0, first=half, left=half)
        if self.report.style.values.get("signature") == "right" and len(rows) == 1:
            wide = sum(piece.width(self.size) for word in rows[0].words for piece in word)
            space = stringWidth(" ", self.fonts[0], self.size)
            rows[0].x = self.width - wide - space * (len(rows[0].words) - 1)
        return rows

    @staticmethod
    def _kept(rows: list[Row]) -> list[Row]:
        for row in rows:
            row.keep = True
        return rows

    def _masthead(self, block: Block) -> list[Row]:
        rows = []
        for left, right in block.rows:
            row = Row(0.0, [], self.size)
            whole = self.page[0] - 2 * self.margin
            row.cells = [(0.0, Piece(left, self.fonts[1])), (0.68 * whole, Piece(right, self.fonts[0]))]
            rows.append(row)
        return rows

    def _title(self, block: Block) -> list[Row]:
        whole = self.page[0] - 2 * self.margin
        words = words_of(block.text, self.fonts, face=1)
        rows = set_rows(words, self.size + 4, first=0.0, left=0.0, right=whole, align="left")
        rows[0].gap = 1.5 * self.size
        return rows

    def _heading(self, block: Block) -> list[Row]:
        look = self.report.style["heading look"]
        level = max(block.level, 1)
        face = 0 if look.startswith("capitals") else 2 if look == "italic" else 1
        if level > 1:
            face = 1 if look.startswith("capitals") and level == 2 else 2
        centred = look.endswith("centred") and level < 3
        size = self.size + (3 if look == "larger" and level == 1 else 0)
        right = self.width - (40 if centred else 0)
        rows = []
        for line in block.text.split("\n"):
            words = words_of(line, self.fonts, face=face)
            rows += set_rows(words, size, first=0.0, left=0.0, right=right, align="left")
        for row in rows:
            if centred:
                space = stringWidth(" ", self.fonts[face], size)
                wide = sum(piece.width(size) for word in row.words for piece in word)
                row.x = (self.width - wide - space * (len(row.words) - 1)) / 2
        rows[0].gap = 1.2 * self.size
        return self._kept(rows)

    def _contents(self, block: Block) -> list[Row]:
        title = self._set(block.text, 1)
        rows = []
        for text, page in block.rows:
            made = set_rows(
                words_of(text, self.fonts),
                self.size,
                first=0.0,
                left=12.0,
                right=self.width - 50,
                align="left",
            )
            end = made[-1].x + sum(p.width(self.size) for word in made[-1].words for p in word)
            end += stringWidth(" ", self.fonts[0], self.size) * len(made[-1].words)
            dot = stringWidth(".", self.fonts[0], self.size)
            dots = "." * max(6, int((self.width - 20 - end) / dot) - 1)
            made[-1].cells = [
                (end, Piece(dots, self.fonts[0])),
                (self.width - 14, Piece(page, self.fonts[0])),
            ]
            rows += made
        return self._kept(title) + rows

    def _table(self, block: Block) -> list[Row]:
        rows = []
        step = self.width / (len(block.rows[0]) + 0.2)
        size = self.size - 1
        for at, cells in enumerate(block.rows):
            row = Row(0.0, [], size)
            row.cells = [
                ((nth + 1) * step - piece.width(size) if nth else 0.0, piece)
                for nth, piece in enumerate(Piece(cell, self.fonts[0]) for cell in cells)
            ]
            row.ruled = self.report.style["table"] == "ruled"
            row.keep = at + 1 < len(block.rows)
            rows.append(row)
        return rows

    def _figure(self, _: Block) -> list[Row]:
        row = Row(0.0, [], 6 * self.size)
        row.boxed = True
        return [row]
