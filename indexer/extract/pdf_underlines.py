"""The picture of a page -> the same without the lines below words, for which tesseract passes words over.

Typewriters underline headings, and the lines touch the feet of the letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from indexer.extract.pdf_ink import shades_of
from indexer.extract.pdf_inked_rules import THIN, find_pieces

if TYPE_CHECKING:
    import numpy.typing as npt

    from indexer.extract.pdf_grey import Picture
    from indexer.extract.pdf_inked_rules import Bits, Piece

_TOUCHED = 0.1  # of its length: letters stand on an underline; a line that stands free is read well
_FRINGE = 2  # dots beside a line that are neither ink nor paper


def without_underlines(picture: Picture) -> Picture:
    """Return the picture without the lines on which letters stand; what reaches through them is kept."""
    grey, black, paper = shades_of(picture)
    inked, scale = grey < (black + paper) / 2, picture.dpi / 72
    cleared = grey.copy()
    for piece in find_pieces(inked, scale):
        _clear(piece, inked, cleared, round(paper), THIN * scale)
    size, limit, _ = picture.content.partition(b" 255\n")
    return picture._replace(content=size + limit + cleared.tobytes())


def _clear(piece: Piece, inked: Bits, cleared: npt.NDArray[np.uint8], paper: int, thin: float) -> None:
    """Set paper where a piece of a line is, if it is one that is to go.

    Args:
        piece: Dots in rows below each other.
        inked: The dots of the page.
        cleared: The page, which is changed.
        paper: How bright it is.
        thin: A line is no higher, in dots.
    """
    start, columns = piece.first - _FRINGE, piece.right - piece.left
    if start < 0 or piece.last + _FRINGE >= len(inked):
        return
    line = np.zeros((piece.last + 1 + _FRINGE - start, columns), dtype=np.bool_)
    for row, left, right in piece.runs:
        line[row - start, left - piece.left : right - piece.left] = True
    part = inked[start : start + len(line), piece.left : piece.right]
    at, covered = np.arange(columns), line.any(axis=0)
    tops, feet = line.argmax(axis=0), len(line) - line[::-1].argmax(axis=0)
    above, below = part[tops - _FRINGE, at] & covered, part[np.minimum(feet + 1, len(line) - 1), at] & covered
    free = covered & ~above
    if above.mean() < _TOUCHED or not free.any():
        return
    high = int(np.median((feet - tops)[free]))
    if high > thin:
        return
    for column in np.flatnonzero(covered & ~(above & below)).tolist():
        top = max(tops[column], feet[column] - high) if above[column] else tops[column] - 1
        cleared[start + top : start + feet[column] + (not below[column]), piece.left + column] = paper
