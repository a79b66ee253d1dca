"""Words into lines, and lines onto pages with their notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import regex
from reportlab.pdfbase.pdfmetrics import stringWidth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markup import Block

FONTS = {"": "Times-Roman", "*": "Times-Italic", "**": "Times-Bold"}

ABOVE_NOTES = 24.0
"""From the last line of the body to the first note; the rule stands between them."""

TOKEN = regex.compile(r"(\*\*|\*|\[\^[^\]]+\]|\s+)")


@dataclass(slots=True)
class Piece:
    """Characters of one font; a raised piece is the mark of a note."""

    text: str
    font: str
    raised: bool = False

    def width(self, size: float) -> float:
        """How wide it prints at a size."""
        return float(stringWidth(self.text, self.font, size * (0.65 if self.raised else 1)))


@dataclass(slots=True)
class Line:
    """A printed line.

    Attributes:
        x: Left edge of the words.
        words: Pieces without a space between them, word by word.
        size: In points.
        gap: Empty space above, left out at the top of a page.
        stretch: Added to each space, so that the line ends at the right edge.
        label: What stands to the left, and where.
        marks: Notes that must stand on the same page.
        keep: Whether the next line must follow on the same page.
        owner: The block it belongs to.
        rule: Draw a rule under it, from and to.
        cells: Words of a table row with their left edges.
    """

    x: float
    words: list[list[Piece]]
    size: float
    gap: float = 0.0
    stretch: float = 0.0
    label: tuple[float, Piece] | None = None
    marks: list[str] = field(default_factory=list)
    keep: bool = False
    owner: Block | None = None
    rule: tuple[float, float] | None = None
    cells: list[tuple[float, Piece]] = field(default_factory=list)


@dataclass(slots=True)
class Sheet:
    """A page: lines with their baselines, and note lines with theirs."""

    lines: list[tuple[float, Line]] = field(default_factory=list)
    notes: list[tuple[float, Line]] = field(default_factory=list)
    rule: float | None = None


def words_of(text: str, font: str = "") -> list[list[Piece]]:
    """The words of a text with inline marks."""
    words: list[list[Piece]] = [[]]
    style = font
    for token in filter(None, TOKEN.split(text)):
        if token in ("*", "**"):
            style = font if style == token else token
        elif token.startswith("[^"):
            words[-1].append(Piece(token[2:-1], FONTS[""], raised=True))
        elif token.isspace():
            words.append([])
        else:
            words[-1].append(Piece(token, FONTS[style]))
    return [word for word in words if word]


def broken(
    words: Sequence[list[Piece]],
    size: float,
    *,
    left: float,
    first: float,
    right: float,
    justify: bool = True,
) -> list[Line]:
    """Words set between left and right; the first line begins at `first`."""
    space = stringWidth(" ", FONTS[""], size)
    lines: list[Line] = []
    row: list[list[Piece]] = []
    used = 0.0
    x = first
    for word in words:
        width = sum(piece.width(size) for piece in word)
        if row and x + used + space + width > right:
            spare = right - x - used
            lines.append(Line(x, row, size, stretch=spare / max(1, len(row) - 1) if justify else 0.0))
            row, used, x = [], 0.0, left
        used += width + (space if row else 0.0)
        row.append(word)
    lines.append(Line(x, row, size))
    for line in lines:
        line.marks = [piece.text for word in line.words for piece in word if piece.raised]
    return lines


def paged(
    lines: Sequence[Line], notes: dict[str, list[Line]], *, top: float, bottom: float, leading: float
) -> list[Sheet]:
    """Lines on pages from top down to bottom, each note at the foot of the page that refers to it.

    A line that stands alone with owner of kind "break" begins a new page.
    """
    sheets = [Sheet()]
    y = top
    held: list[str] = []
    for index, line in enumerate(lines):
        group = [line]
        while group[-1].keep and index + len(group) < len(lines):
            group.append(lines[index + len(group)])
        need = sum(leading * each.size / 10 + each.gap for each in group)
        foot = _height(held + [m for each in group for m in each.marks], notes)
        starts = line.owner is not None and line.owner.kind == "break"
        if starts or (sheets[-1].lines and y - need < bottom + foot):
            _put_notes(sheets[-1], held, notes, bottom)
            sheets.append(Sheet())
            y, held = top, []
        if starts:
            continue
        y -= (line.gap if sheets[-1].lines else 0.0) + leading * line.size / 10
        held += [mark for mark in line.marks if mark in notes]
        sheets[-1].lines.append((y, line))
        if line.owner is not None and len(sheets) not in line.owner.pages:
            line.owner.pages.append(len(sheets))
    _put_notes(sheets[-1], held, notes, bottom)
    return sheets


def _height(marks: Sequence[str], notes: dict[str, list[Line]]) -> float:
    lines = [line for mark in marks for line in notes.get(mark, ())]
    return sum(1.15 * line.size for line in lines) + ABOVE_NOTES if lines else 0.0


def _put_notes(sheet: Sheet, marks: Sequence[str], notes: dict[str, list[Line]], bottom: float) -> None:
    y = bottom + _height(marks, notes) - ABOVE_NOTES
    if marks:
        sheet.rule = y + 14.0
    for mark in marks:
        for line in notes[mark]:
            sheet.notes.append((y, line))
            y -= 1.15 * line.size
