"""Reports on paper: the layouts, their heads and feet, drawn as PDF files that are the same each time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mastheads import CONTENTS_LAYOUTS, first_page, running
from reportlab.lib.pagesizes import A4, letter
from reportlab.pdfgen.canvas import Canvas
from type_setting import FONTS, Line, Piece, Sheet, broken, paged, words_of

if TYPE_CHECKING:
    from pathlib import Path

    from markup import Block, Report


@dataclass(frozen=True, slots=True)
class Layout:
    """Measures of a layout, in points.

    Attributes:
        page: Width and height.
        left: Left edge of the body; heads and feet begin at `edge`.
        right: Right edge of the body.
        edge: Distance of heads and feet from both sides of the page.
        size: Of the body type.
        note_size: Of the notes.
        tab: From a number to its text.
        gap: Between paragraphs.
        title: How far down the first page the body begins; 0 for a first page without body.
        centred: Whether headings are centred, as in the old layout, or hang to the left.
        bottom: Lower edge of the body and the notes.
        inset: From the left edge to the first line of a paragraph.
        underscores: Whether the rule above notes is typed, not drawn.
    """

    page: tuple[float, float]
    left: float
    right: float
    edge: float
    size: float
    note_size: float
    tab: float
    gap: float
    title: float
    centred: bool = False
    bottom: float = 78.0
    inset: float = 0.0
    underscores: bool = False


LAYOUTS = {
    "old_geneva": Layout(letter, 72, 540, 72, 12, 12, 36, 14, 0, centred=True, bottom=116),
    "geneva": Layout(A4, 113, 482, 57, 10, 9, 34, 6, 0),
    "new_york": Layout(letter, 126, 486, 63, 10, 8.5, 32, 6, 236, underscores=True),
    "resolution": Layout(letter, 126, 486, 63, 10, 8.5, 24, 6, 232, inset=24, underscores=True),
}

LEADING = 12.0
"""Points from line to line at a size of 10, in proportion at others."""


def draw(report: Report, path: Path) -> None:
    """Print a report into a PDF file and note in its blocks on which pages they stand."""
    layout = LAYOUTS[report.head["layout"]]
    high = layout.page[1]
    notes = {mark: _note(mark, text, layout) for mark, text in report.notes.items()}
    sheets = paged(
        _front(report, layout) + _body(report, layout),
        notes,
        top=high - 72,
        bottom=layout.bottom,
        leading=LEADING,
    )
    canvas = Canvas(str(path), pagesize=layout.page, invariant=1)
    canvas.setTitle(report.head["title"])
    canvas.setAuthor("Sample written for the indexer project")
    for number, sheet in enumerate(sheets, 1):
        if number == 1:
            first_page(canvas, report, layout.edge, layout.page)
        else:
            running(canvas, report, layout.edge, layout.page, number=number, total=len(sheets))
        _sheet(canvas, sheet, layout)
        canvas.showPage()
    canvas.save()


def _front(report: Report, layout: Layout) -> list[Line]:
    """Room for the masthead on the first page, and the contents table on the second."""
    from markup import Block  # noqa: PLC0415  # at run time only here

    lines = [Line(layout.left, [], 0.0)]
    if layout.title:
        lines.append(Line(layout.left, [], 0.0, gap=layout.title))
    else:
        lines.append(Line(layout.left, [], 0.0, owner=Block("break")))
    if report.head["layout"] in CONTENTS_LAYOUTS and "contents" in report.head:
        lines += _contents(report, layout)
        lines.append(Line(layout.left, [], 0.0, owner=Block("break")))
    return lines


def _contents(report: Report, layout: Layout) -> list[Line]:
    """The contents table: "title | 5 - 10 | 3" rows of the head, with leaders."""
    old = layout.centred
    size = layout.size
    title = Piece("CONTENTS" if old else "Contents", FONTS["**"])
    x = (layout.left + layout.right - title.width(size)) / 2 if old else layout.edge
    lines = [Line(x, [[title]], size if old else 14)]
    columns = (layout.right - 62, layout.right - 14)
    names = [(columns[0] - 34, Piece("Paragraphs", FONTS["*"])), (columns[1] - 8, Piece("Page", FONTS["*"]))]
    lines.append(Line(layout.left, [], size - 1, gap=14, cells=names))
    for row in report.head["contents"].split(" ; "):
        text, paragraphs, page = (part.strip() for part in row.split("|"))
        indent = 22 if text[:2] in ("A.", "B.", "C.") else 0
        entry = Piece(text + " ", FONTS[""])
        room = columns[0] - 40 - layout.left - indent - entry.width(size)
        dots = Piece("." * int(room / Piece(".", FONTS[""]).width(size)), FONTS[""])
        start = layout.left + indent
        cells = [(start, entry), (start + entry.width(size), dots)]
        cells += [(columns[0] - 24, Piece(paragraphs, FONTS[""])), (columns[1], Piece(page, FONTS[""]))]
        lines.append(Line(start, [], size, gap=8, cells=cells))
    return lines


def _body(report: Report, layout: Layout) -> list[Line]:
    """All blocks as lines."""
    lines: list[Line] = []
    for block in report.blocks:
        if block.kind == "break":
            lines.append(Line(layout.left, [], 0.0, owner=block))
        elif block.kind in ("heading", "annex"):
            lines += _heading(block, layout)
        elif block.kind == "row":
            lines.append(_row(block, layout))
        else:
            lines += _paragraph(block, layout)
    return lines


def _heading(block: Block, layout: Layout) -> list[Line]:
    size = layout.size + (0 if layout.centred else 4 - 2 * min(block.level, 2) if block.level else 4)
    words = words_of(block.plain, "**")
    enumerator = None
    if not layout.centred and words[0][0].text.endswith("."):
        piece = words.pop(0)[0]
        enumerator = (layout.left - 10 - piece.width(size), piece)
    lines = broken(words, size, left=layout.left, first=layout.left, right=layout.right, justify=False)
    for line in lines:
        if layout.centred:
            used = sum(p.width(size) for w in line.words for p in w) + 0.25 * size * (len(line.words) - 1)
            line.x = (layout.left + layout.right - used) / 2
        line.keep, line.owner = True, block
    lines[0].gap, lines[0].label = layout.gap + 4, enumerator
    return lines


def _paragraph(block: Block, layout: Layout) -> list[Line]:
    """A block of running text: its label, then the words, later lines flush to the left."""
    left, size = layout.left, layout.size
    indent = {"part": layout.tab * block.level, "recommendation": layout.tab}.get(block.kind, layout.inset)
    font = "**" if block.text.startswith("**") else ""
    text = block.text.removeprefix("**").removesuffix("**") if font else block.text
    wide = layout.tab * (1.6 if block.kind == "recommendation" else 1.0)
    first = left + indent + (wide if block.label else 0.0)
    hang = left + indent if block.kind == "recommendation" else left
    justify = not layout.centred
    lines = broken(words_of(text, font), size, left=hang, first=first, right=layout.right, justify=justify)
    for line in lines:
        line.owner = block
        # the caption of a table
        line.keep = block.kind == "line" and font == "**"
    lines[0].gap = layout.gap
    if not block.plain.strip("- "):
        lines[0].x = (left + layout.right) / 2 - 9
    elif block.kind == "line" and block.level:
        lines[0].x, lines[0].gap = layout.right - 90, 0.0
    if block.label:
        lines[0].label = (left + indent, Piece(block.label, FONTS[font]))
    return lines


def _row(block: Block, layout: Layout) -> Line:
    """A row of a table, ruled above and below; the first column is wide, the others are figures."""
    cells = [cell.strip() for cell in block.plain.split("|")]
    head = block.text.strip().startswith("*")
    font = FONTS["*"] if head else FONTS[""]
    step = 70.0
    places = [layout.left, *(layout.right - step * (len(cells) - i) + 30 for i in range(1, len(cells)))]
    set_cells = [(x, Piece(text, font)) for x, text in zip(places, cells, strict=True)]
    rule = (layout.left, layout.right)
    return Line(layout.left, [], 9, gap=4, cells=set_cells, owner=block, rule=rule, keep=not block.level)


def _note(mark: str, text: str, layout: Layout) -> list[Line]:
    size = layout.note_size
    left = layout.left
    lines = broken(words_of(text), size, left=left, first=left + 14, right=layout.right, justify=False)
    lines[0].label = (left + 6, Piece(mark, FONTS[""], raised=True))
    return lines


def _sheet(canvas: Canvas, sheet: Sheet, layout: Layout) -> None:
    for y, line in (*sheet.lines, *sheet.notes):
        _line(canvas, y, line)
    if sheet.rule is not None and layout.underscores:
        _piece(canvas, layout.left - 23, sheet.rule, Piece("_" * 18, FONTS["**"]), 8)
    elif sheet.rule is not None:
        canvas.setLineWidth(0.5)
        canvas.line(layout.left, sheet.rule, layout.left + 90, sheet.rule)


def _line(canvas: Canvas, y: float, line: Line) -> None:
    for x, piece in ([line.label] if line.label else []) + line.cells:
        _piece(canvas, x, y, piece, line.size)
    x = line.x
    text = canvas.beginText()
    for number, word in enumerate(line.words):
        for piece in word:
            size = line.size * (0.65 if piece.raised else 1)
            text.setTextOrigin(x, y + (0.33 * line.size if piece.raised else 0))
            text.setFont(piece.font, size)
            space = " " if piece is word[-1] and number < len(line.words) - 1 else ""
            text.textOut(piece.text + space)
            x += piece.width(line.size)
        x += 0.25 * line.size + line.stretch
    canvas.drawText(text)
    if line.rule:
        canvas.setLineWidth(0.4)
        canvas.line(line.rule[0], y - 3.5, line.rule[1], y - 3.5)


def _piece(canvas: Canvas, x: float, y: float, piece: Piece, size: float) -> None:
    canvas.setFont(piece.font, size * (0.65 if piece.raised else 1))
    canvas.drawString(x, y + (0.33 * size if piece.raised else 0), piece.text)
