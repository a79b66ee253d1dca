"""Columns of text in a box, as lists of key messages have, on a page that has none itself."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from statistics import median
from typing import TYPE_CHECKING

from indexer.extract.pdf_columns import ColumnReader
from indexer.extract.pdf_gutter import crosses
from indexer.extract.pdf_line import LineBuilder
from indexer.extract.pdf_rows import find_rows, segments

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def part_boxed_columns(page: Words, panels: Iterable[Area]) -> tuple[Words, list[list[Line]]]:
    """Return the words of a page without those of boxes with two columns, and the lines of each of these.

    What stands beside each other in a table without ruled lines is kept together so as well.
    """
    taken: set[int] = set()
    found = []
    for panel in panels:
        inside = [at for at in range(len(page.texts)) if at not in taken and _is_inside(page, at, panel)]
        box = page.at(inside)
        rows = find_rows(box)
        gutter = _gutter(box, rows, panel)
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


def _gutter(box: Words, rows: list[Row], panel: Area) -> float | None:
    """Return the x between two columns of text in a box, None where there are none.

    No row lies across between those with words in both, and lines of both go on in small letters.
    """
    low, high = (panel[0] + part * (panel[2] - panel[0]) for part in _MIDDLE)
    begins = Counter(round(left) for row in rows for left, _ in segments(box, row)[1:] if low < left < high)
    if not begins:
        return None  # most boxes
    usual = max(begins, key=begins.__getitem__)
    hung = [left for left in begins if usual - _HUNG < left < usual and begins[left] > 1]
    gutter = min([*hung, usual]) - _SAME
    beside = [at for at, row in enumerate(rows) if _begins_behind(segments(box, row), gutter)]
    if not beside:
        return None
    level = rows[beside[0] : beside[-1] + 1]
    if any(crosses(segments(box, row), (gutter,)) for row in level):
        return None
    below = takewhile(lambda row: not crosses(segments(box, row), (gutter,)), rows[beside[-1] + 1 :])
    columns: tuple[list[list[int]], list[list[int]]] = ([], [])
    for row in (*level, *below):
        words = row.placed(box).words
        columns[0].append([at for at in words if box.lefts[at] < gutter])
        columns[1].append([at for at in words if box.lefts[at] >= gutter])
    return gutter if all(_is_text(box, list(filter(None, column))) for column in columns) else None


def _begins_behind(found: list[tuple[float, float]], gutter: float) -> bool:
    """Whether a stretch of words begins right behind a gutter, and another one stands in front of it."""
    return any(gutter <= left < gutter + _HUNG for left, _ in found[1:]) and found[0][1] <= gutter


def _is_text(box: Words, lines: list[list[int]]) -> bool:
    """Whether lines are those of text that is wrapped."""
    wrapped = sum(box.texts[line[0]][:1].islower() for line in lines)
    return len(lines) >= _LINES and wrapped >= _WRAPPED and median(map(len, lines)) >= _WORDS
