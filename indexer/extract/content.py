"""What a paragraph holds: text, notes and boxes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from indexer.extract.flow import Piece

if TYPE_CHECKING:
    from indexer.extract.docx_notes import NoteReference
    from indexer.extract.paragraph_styles import RunStyle


class Content:
    """What a paragraph holds.

    Attributes:
        pieces: Its text.
        notes: The notes it refers to.
        boxes: Content elements of the text boxes anchored in it.
        size: Font size of most characters, None without any.
    """

    __slots__ = ("_sizes", "boxes", "notes", "pieces")

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.notes: list[NoteReference] = []
        self.boxes: list[Any] = []
        self._sizes: Counter[float] = Counter()

    def add(self, text: str, style: RunStyle, *, raised: bool | None = None) -> None:
        """Append text set in a style."""
        up = bool(style.raised) if raised is None else raised
        shown = text.upper() if style.capitals and not up else text  # marks of notes keep their letters
        self.pieces.append(Piece(shown, bool(style.bold), bool(style.italic), up, bool(style.underlined)))
        if style.size and not up:
            self._sizes[style.size] += len(text)

    @property
    def size(self) -> float | None:
        """Font size of most characters."""
        return self._sizes.most_common(1)[0][0] if self._sizes else None
