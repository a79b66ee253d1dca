"""Columns of text in a box, as lists of key messages have, on a page that has none itself."""

from __future__ import annotations

from collections import Counter
from statistics import median
from typing import TYPE_CHECKING

from indexer.extract.pdf_columns import ColumnReader
from indexer.extract.pdf_line import LineBuilder
from indexer.extract.pdf_rows import find_rows, segments

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.extract.pdf_panels import Area
    from indexer.extract.pdf_rows import Row
    from indexer.extract.words import Words
    from indexer.model import Line

_MIDDLE = (0.25, 0.75)  # of the width of a box: a second column begins between these
_LINES = 4  # of a column at least
_WRAPPED = 2  # lines of it at least that go on in small letters, as cells seldom do
_WORDS = 3  # of its lines on the whole
_HUNG = 20.0  # points: a bullet stands no further in front of its words
_SAME = 1.5  # points: lines that begin in one place, or on one base line, differ by less
_INSIDE = 3.0  # points: words reach no further beyond the edge of their box
_BULLETS = "•▪■–●◦‣\uf0b7"


def part_boxed_columns(
    page: Words, panels: Iterable[Area], dots: Sequence[Area]
) -> tuple[Words, list[list[Line]]]:
    """Return the words of a page without those of boxes with two columns, and the lines of each of these.

    Args:
        page: The words.
        panels: The areas of the page that are shaded or framed.
        dots: What is drawn as small as bullets are.
    """
    taken: set[int] = set()
    found = []
    for panel in panels:
        inside = [at for at in range(len(page.texts)) if at not in taken and _is_inside(page, at, panel)]
        box = page.at(inside)
        rows = find_rows(box)
        gutter = _gutter(box, rows, panel, dots)
        if gutter is not None:
            taken.update(inside)
            found.append(ColumnReader(LineBuilder(box), (gutter,), ()).read(rows, ()))
    if not found:
        return page, []  # most pages
    return page.some([at not in taken for at in range(len(page.texts))]), found


def with_boxes(lines: list[Line], boxes: Iterable[list[Line]]) -> list[Line]:
    """Return lines with those of each box before the first one below its top."""
    merged = list(lines)
    for box in boxes:
        top = min(line.top for line in box)
        at = next((at for at, line in enumerate(merged) if line.top > top), len(merged))
        merged[at:at] = box
    return merged


def _is_inside(page: Words, at: int, panel: Area) -> bool:
    left, top, right, bottom = panel
    across = left - _INSIDE < page.lefts[at] and page.rights[at] < right + _INSIDE
    return across and top < page.bases[at] < bottom + _INSIDE


def _gutter(box: Words, rows: list[Row], panel: Area, dots: Sequence[Area]) -> float | None:
    """Return the x between two columns of text in a box, None where there are none.

    Below what heads them no row lies across; lines of both go on in small letters; and both have bullets, or
    do not begin level, as the cells of a table would.
    """
    low, high = (panel[0] + part * (panel[2] - panel[0]) for part in _MIDDLE)
    begins = Counter(round(left) for row in rows for left, _ in segments(box, row)[1:] if low < left < high)
    if not begins:
        return None  # most boxes
    usual = max(begins, key=begins.__getitem__)
    hung = [left for left in begins if usual - _HUNG < left < usual and begins[left] > 1]
    gutter = min([*hung, usual]) - _SAME
    columns: tuple[list[list[int]], list[list[int]]] = ([], [])
    begun = False
    for row in rows:
        words = row.placed(box).words
        first = [at for at in words if box.lefts[at] < gutter]
        sides = first, [at for at in words if box.lefts[at] >= gutter]
        begun = begun or all(sides)
        if begun and any(box.rights[at] > gutter for at in first):
            return None
        for column, side in zip(columns, sides, strict=True):
            if begun and side:
                column.append(side)
    if not all(_is_text(box, column) for column in columns):
        return None
    bullets = all(_bullets(box, column, dots) > 1 for column in columns)
    return gutter if bullets or not _are_level(box, *columns) else None


def _is_text(box: Words, lines: list[list[int]]) -> bool:
    """Whether lines are those of text that is wrapped."""
    wrapped = sum(box.texts[line[0]][:1].islower() for line in lines)
    return len(lines) >= _LINES and wrapped >= _WRAPPED and median(map(len, lines)) >= _WORDS


def _bullets(box: Words, lines: list[list[int]], dots: Sequence[Area]) -> int:
    """Return how many lines have a bullet in front of them, printed or drawn."""
    count = 0
    for line in lines:
        left, base, size = box.lefts[line[0]], box.bases[line[0]], box.sizes[line[0]]
        drawn = any(
            0 < left - right < _HUNG and base - size < top and bottom < base for _, top, right, bottom in dots
        )
        count += drawn or box.texts[line[0]] in _BULLETS
    return count


def _are_level(box: Words, first: list[list[int]], second: list[list[int]]) -> bool:
    """Whether the lines of one column that begin with a capital stand on those of the other that do."""
    heights = [
        [box.bases[line[0]] for line in lines if not box.texts[line[0]][:1].islower()]
        for lines in (first, second)
    ]
    fewer, more = sorted(heights, key=len)
    return all(min(abs(base - other) for other in more) < _SAME for base in fewer) if fewer else True
