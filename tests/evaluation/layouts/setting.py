"""Words to printed lines: faces, hyphens, justification."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex
from reportlab.pdfbase.pdfmetrics import stringWidth

if TYPE_CHECKING:
    from collections.abc import Sequence

_PARTS = regex.compile(r"(</?[bi]>|\{\d+\}|\s+)")
_FACES = {"<b>": 1, "<i>": 2, "</b>": 0, "</i>": 0}
_BREAK = regex.compile(
    r"(?<=^\p{Ll}*[aeiou]\p{L})(?=\p{Ll}[aeiou]\p{Ll})|(?<=^\p{Ll}{2,}[aeiou])(?=[bcdfglmnprst][aeiou]\p{Ll})"
)
_RAISED = 0.65  # of the size: marks of notes


class Piece:
    """Characters in one face; a raised piece is the mark of a note.

    Attributes:
        text: As printed.
        font: Its name.
        note: The note that it is the mark of.
    """

    __slots__ = ("font", "note", "text")

    def __init__(self, text: str, font: str, note: int | None = None) -> None:
        self.text, self.font, self.note = text, font, note

    def width(self, size: float) -> float:
        """How wide it prints."""
        return float(stringWidth(self.text, self.font, size if self.note is None else size * _RAISED))


Word = list[Piece]


class Row:
    """A printed line.

    Attributes:
        x: Left edge of its words, from that of the column.
        words: With a space between each two.
        size: Of the type.
        stretch: Added to each space.
        gap: Room above, left out at the top of a page.
        cells: Words that stand anywhere: where, and what.
        unit: Which unit it belongs to.
        keep: Whether the next row stands on the same page.
        ruled: Whether a rule runs below it.
        boxed: Whether a frame runs around it.
        breaks: Whether a page begins with it.
    """

    def __init__(self, x: float, words: Sequence[Word], size: float) -> None:
        self.x = x
        self.words = list(words)
        self.size = size
        self.stretch = self.gap = 0.0
        self.cells: list[tuple[float, Piece]] = []
        self.unit: int | None = None
        self.keep = self.ruled = self.boxed = self.breaks = False

    @property
    def notes(self) -> list[Piece]:
        """The marks of notes in it."""
        return [piece for word in self.words for piece in word if piece.note is not None]


def words_of(text: str, fonts: tuple[str, str, str], *, face: int = 0, mark: str = "00") -> list[Word]:
    """The words of a text; marks of notes are as wide as `mark`."""
    words: list[Word] = [[]]
    font = fonts[face]
    for part in filter(None, _PARTS.split(text)):
        if part[:1] == "<" and part in _FACES:
            font = fonts[_FACES.get(part) or face]
        elif part.startswith("{"):
            words[-1].append(Piece(mark, fonts[0], int(part[1:-1])))
        elif part.isspace():
            words.append([])
        else:
            words[-1].append(Piece(part, font))
    return [word for word in words if word]


def set_rows(
    words: Sequence[Word], size: float, *, first: float, left: float, right: float, align: str
) -> list[Row]:
    """Words set between left and right; the first row begins at `first`."""
    space = stringWidth(" ", words[0][0].font, size) if words else 0.0
    rows: list[Row] = []
    row: list[Word] = []
    used, x = 0.0, first
    waiting = list(reversed(words))
    while waiting:
        word = waiting.pop()
        width = sum(piece.width(size) for piece in word)
        if row and x + used + space + width > right:
            parts = _broken(word, size, right - x - used - space) if align == "hyphenated" else None
            if parts:
                row.append(parts[0])
                used += space + sum(piece.width(size) for piece in parts[0])
            made = Row(x, row, size)
            if align != "left" and len(row) > 1:
                made.stretch = (right - x - used) / (len(row) - 1)
            rows.append(made)
            row, used, x = [], 0.0, left
            waiting.append(parts[1] if parts else word)
            continue
        used += width + (space if row else 0.0)
        row.append(word)
    rows.append(Row(x, row, size))
    return rows


def _broken(word: Word, size: float, room: float) -> tuple[Word, Word] | None:
    """A word cut in two with a hyphen, so that the first part has room."""
    head = word[0]
    best = None
    for found in _BREAK.finditer(head.text):
        part = Piece(head.text[: found.start()] + "-", head.font)
        rest = head.text[found.start() :]
        if len(part.text) > 3 and len(rest) > 3 and part.width(size) <= room:
            best = [part], [Piece(rest, head.font), *word[1:]]
    return best
