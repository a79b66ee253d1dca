"""Labels that recognition passes over, as it does with single signs away from their words -> read again.

"B." before a heading, or "5." before a paragraph, is taken for dirt; in a picture of such lines alone it is
read.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import regex

from indexer.extract.ocr_words import words_of_table
from indexer.extract.pdf_ink import shades_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt

    from indexer.extract.ocr_words import Word
    from indexer.extract.pdf_grey import Picture

    Bits = npt.NDArray[np.bool_]

_LABEL = regex.compile(r"\(?[\p{L}\p{N}]{1,5}[.)]")
_REACH = 4.5  # of the size: so far left of its words a label begins
_APART, _SPARE = 0.4, 0.3  # of it: between a label and its words; around both
_ABOVE, _BELOW = 1.0, 0.35  # of it: a line reaches so far
_TALL = (0.5, 1.0)  # of it: the height of a label, which note marks and bullets have not
_LEVEL = 0.25  # of it: a label ends so near the base line
_EDGE = 1.0  # points around a word that are its own


class _Strip(NamedTuple):
    """A line with signs before it that were not read: its position, and its dots in the picture."""

    at: int
    rows: slice
    columns: slice


def with_labels_passed_over(
    lines: Sequence[list[Word]], picture: Picture, again: Callable[[Picture], str]
) -> list[list[Word]]:
    """Return lines with the labels before them that were passed over.

    Args:
        lines: The words of a page.
        picture: Of the page.
        again: Reads a picture of lines, as a table of tesseract.
    """
    grey, black, paper = shades_of(picture)
    found = list(lines)
    strips = _find_strips(lines, grey < (black + paper) / 2, picture.dpi / 72)
    if not strips:
        return found  # most pages
    table = again(_drawn(strips, grey, round(paper), picture))
    words = [word for line in words_of_table(table, picture.dpi) for word in line]
    start, dot = 0, 72 / picture.dpi
    for strip in strips:
        line, end = lines[strip.at], start + len(grey[strip.rows])
        inside = [word for word in words if start <= (word.top + word.bottom) / 2 / dot < end]
        before = [word for word in inside if word.right < line[0].left]
        if len(before) == 1 and _LABEL.fullmatch(before[0].text):
            label, by = before[0], (strip.rows.start - start) * dot
            found[strip.at] = [label._replace(top=label.top + by, bottom=label.bottom + by), *line]
        start = end
    return found


def _find_strips(lines: Sequence[Sequence[Word]], inked: Bits, scale: float) -> list[_Strip]:
    """Return the lines before which stands what has the height of a label and was not read."""
    unread = inked.copy()
    for line in lines:
        for word in line:
            high = _dots((word.top - _EDGE, word.bottom + _EDGE), scale)
            unread[high, _dots((word.left - _EDGE, word.right + _EDGE), scale)] = False
    strips = []
    for at, line in enumerate(lines):
        size, left = median(word.size() for word in line), line[0].left
        base = line[0].base(size)
        rows = _dots((base - _ABOVE * size, base + _BELOW * size), scale)
        columns = _dots((left - _REACH * size, left - _APART * size), scale)
        inked_rows, inked_columns = (np.flatnonzero(unread[rows, columns].any(axis=axis)) for axis in (1, 0))
        if not len(inked_rows):
            continue  # most lines
        tall, foot = (inked_rows[-1] + 1 - inked_rows[0]) / scale, (rows.start + inked_rows[-1] + 1) / scale
        if _TALL[0] <= tall / size <= _TALL[1] and abs(foot - base) <= _LEVEL * size:
            start = (columns.start + int(inked_columns[0])) / scale
            strips.append(
                _Strip(at, rows, _dots((start - _SPARE * size, line[-1].right + _SPARE * size), scale))
            )
    return strips


def _dots(places: tuple[float, float], scale: float) -> slice:
    """Return the dots between two places, which may lie beyond the sheet."""
    first, last = (max(0, round(scale * place)) for place in places)
    return slice(first, last)


def _drawn(strips: Sequence[_Strip], grey: npt.NDArray[np.uint8], paper: int, picture: Picture) -> Picture:
    """Return a picture of lines alone, below each other."""
    rows = []
    for strip in strips:
        row = np.full_like(grey[strip.rows], paper)
        row[:, strip.columns] = grey[strip.rows, strip.columns]
        rows.append(row)
    dots = np.concatenate(rows)
    head = b"P5 %d %d 255\n" % dots.shape[::-1]
    return picture._replace(content=head + dots.tobytes(), height=len(dots) * 72 / picture.dpi)
