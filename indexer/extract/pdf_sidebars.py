"""Shaded or framed strips beside the columns of a text, with a text of their own: sidebars."""

from __future__ import annotations

from collections import Counter
from statistics import median
from typing import TYPE_CHECKING

import msgspec

from indexer.extract.pdf_line import LineBuilder
from indexer.extract.pdf_rows import find_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.extract.pdf_gutter import Gutters
    from indexer.extract.pdf_panels import Area
    from indexer.extract.words import Words
    from indexer.model import Line

_WIDEST = 0.45  # of the page: a strip is narrower
_WORDS = 16  # in it at least
_LINES = 8  # of the text beside it at least
_INSIDE = 3.0  # points: words reach no further beyond the edge of their panel


def part_sidebars(page: Words, panels: Iterable[Area], width: float) -> tuple[Words, list[Words]]:
    """Return the words of a page without those of sidebars, and the words of each of these.

    Text in its usual size stands beside one, on one side, and none above it or below it: a box that stands
    in a column of the text has some of that.
    """
    sizes = Counter(page.sizes)
    taken: set[int] = set()
    found: list[Words] = []
    for panel in panels:
        if panel[2] - panel[0] < _WIDEST * width:
            inside = [at for at in range(len(page.texts)) if _is_inside(page, at, panel)]
            outside = [at for at in range(len(page.texts)) if at not in taken]
            if len(inside) >= _WORDS and _stands_beside(page, set(inside), outside, sizes, panel):
                taken.update(inside)
                found.append(page.at(inside))
    if not found:
        return page, []  # most pages
    return page.some([at not in taken for at in range(len(page.texts))]), found


def text_beside(page: Words, sidebars: Iterable[Words], width: float) -> tuple[Words, float, float]:
    """Return a page as if it ended where sidebars begin, how far its words were moved left, and its width."""
    left, right = 0.0, width
    for words in sidebars:
        if min(words.lefts) > median(page.lefts):
            right = min(right, *words.lefts)
        else:
            left = max(left, *words.rights)
    if left:
        page = page._replace(lefts=[x - left for x in page.lefts], rights=[x - left for x in page.rights])
    return page, left, right - left


def with_sidebars(lines: list[Line], sidebars: Iterable[Words], gutters: Gutters) -> list[Line]:
    """Return lines with those of sidebars: before the text that stands to the right of one, else behind it.

    They are in a column of their own.
    """
    merged = list(lines)
    for words in sidebars:
        builder = LineBuilder(words)
        rows = find_rows(words)
        block = [builder.line(row.words, row.placed(words), len(gutters) + 2) for row in rows]
        block[0] = msgspec.structs.replace(block[0], starts_block=True)
        beside = [at for at, line in enumerate(merged) if _is_level(line, block)]
        at = len(merged)
        if beside and block[0].right < min(merged[at].left for at in beside):
            at = beside[0]
        merged[at:at] = block
    return merged


def _is_inside(page: Words, at: int, panel: Area) -> bool:
    left, top, right, bottom = panel
    across = left - _INSIDE < page.lefts[at] and page.rights[at] < right + _INSIDE
    return across and top < page.bases[at] < bottom + _INSIDE


def _stands_beside(
    page: Words, inside: set[int], outside: list[int], sizes: Counter[float], panel: Area
) -> bool:
    """Whether text stands beside a panel, and none above it or below it."""
    left, top, right, bottom = panel
    around = [at for at in outside if at not in inside]
    size = max((page.sizes[at] for at in around), key=sizes.__getitem__, default=0.0)
    text = [at for at in around if page.sizes[at] == size]
    if any(page.lefts[at] < right and page.rights[at] > left for at in text):
        return False
    beside = [at for at in text if top < page.bases[at] < bottom]
    sides = {page.lefts[at] >= right for at in beside}
    return len({page.bases[at] for at in beside}) >= _LINES and len(sides) == 1


def _is_level(line: Line, block: list[Line]) -> bool:
    """Whether a line stands beside a block."""
    return block[0].top <= line.bottom and line.top <= block[-1].bottom
