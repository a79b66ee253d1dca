"""Where the places of a PDF page are seen: turned upright, and on one of two pages that share a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indexer.extract.pdf_sheets import Half


class Frame:
    """The bounds of a page, the half that counts, and by which quarter turns most text is seen upright."""

    def __init__(self, left: float, bottom: float, right: float, top: float) -> None:
        self.left, self.bottom, self.right, self.top = left, bottom, right, top
        self.turn = 0
        self.half: Half | None = None

    @property
    def width(self) -> float:
        """Width as seen, of the half that counts."""
        whole = self.top - self.bottom if self.turn % 2 else self.right - self.left
        return whole / 2 if self.half else whole

    @property
    def height(self) -> float:
        """Height as seen."""
        return self.right - self.left if self.turn % 2 else self.top - self.bottom

    @property
    def offset(self) -> float:
        """Where the half that counts begins."""
        return self.width if self.half == "right" else 0.0

    def turned(self, x: float, y: float) -> tuple[float, float]:
        """Return a place of page space as seen."""
        if self.turn == 0:
            seen = x - self.left, self.top - y
        elif self.turn == 1:
            seen = y - self.bottom, x - self.left
        elif self.turn == 2:
            seen = self.right - x, y - self.bottom
        else:
            seen = self.top - y, self.right - x
        return seen[0] - self.offset, seen[1]
