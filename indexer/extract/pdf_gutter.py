"""The gutters between two or three columns of running text on a page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from math import inf
from operator import sub
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

import regex

from indexer.extract.pdf_rows import COLUMN_GAP, find_rows, segments
from indexer.grammar.characters import IDEOGRAPHS

if TYPE_CHECKING:
    from indexer.extract.pdf_rows import Placed, Row
    from indexer.extract.words import Words

Gutters = tuple[float, ...]
"""Where the columns behind the first one begin."""

_IDEOGRAPH = regex.compile(rf"[{IDEOGRAPHS}]")
_ZONES = (((0.3, 0.46), (0.54, 0.74)), ((0.42, 0.64),))
"""Of the page width: between these the others of three columns begin, or the second one of two.

Three are looked for first: two of them, with wide gaps between their words, may seem to be one.
"""
_BESIDE = 0.6  # of the rows of a page in columns at least do not run through the middle
_SENTENCE = 4  # words that a line of text has at least
_IDEOGRAPHS = 8  # or so many of them, which have no spaces between words
_ROWS = 16  # of a page whose columns are to be told from itself alone
_FULL = 8  # lines of text that a column has at least
_FEW = 4  # lines of text that a second column has at least where the text ends in it
_BETWEEN = 2  # of them that lie between two lines of the first column
_LEADING = 1.2  # of the usual distance of lines: those of one paragraph are no further apart
_HANGING = 8.0  # points behind the gutter, where a column begins


def find_gutters(page: Words, rows: list[Row], width: float, height: float, before: Gutters = ()) -> Gutters:
    """Return the x between columns of running text, from the left; none on a page of one column.

    White strips run down the page that few rows cross, and full lines of text stand on all sides. Behind a
    page in columns a few lines are enough that stand in its second one: those with which a text ends.

    Args:
        page: The words.
        rows: They as rows.
        width: Of the page.
        height: Of the page.
        before: What was returned for the page before.
    """
    top, bottom = 0.07 * height, 0.93 * height
    body = [row for row in rows if top < row.base < bottom]
    if len(body) < (1 if before else _ROWS):
        return ()
    for zones in _ZONES:
        bounds = [(low * width, high * width) for low, high in zones]
        beside = _beside(page, body, bounds)
        if not beside:
            continue
        placed = [row.placed(page) for row in beside]
        least = COLUMN_GAP * min(row.size for row in beside)
        strips = [_strip(placed, low, high, least) for low, high in bounds]
        gutters = tuple(strip for strip in strips if strip is not None)
        if len(gutters) == len(zones) and len(body) >= _ROWS and _are_columns(page, beside, placed, gutters):
            return gutters
        if len(before) == len(zones) and _goes_on(page, placed, before):
            return before
    return ()


def find_gutters_from_right(
    page: Words, _rows: list[Row], width: float, height: float, before: Gutters = ()
) -> Gutters:
    """Return the x between columns of a page that is read from right to left, as `find_gutters` does.

    Numbers that hang out stand to the right of their column there.
    """
    mirrored = page._replace(
        lefts=[width - right for right in page.rights], rights=[width - left for left in page.lefts]
    )
    found = find_gutters(mirrored, find_rows(mirrored), width, height, _mirror(before, width))
    return _mirror(found, width)


def _mirror(gutters: Gutters, width: float) -> Gutters:
    return tuple(width - x for x in reversed(gutters))


def _beside(page: Words, body: list[Row], bounds: list[tuple[float, float]]) -> list[Row]:
    """Return the rows that have no stretch of words across one of the zones, none where too many have."""
    beside, through = [], 0
    for row in body:
        stretches = segments(page, row)
        if any(left < low and right > high for low, high in bounds for left, right in stretches):
            through += 1
            if through > (1 - _BESIDE) * len(body):
                return []  # most pages, long before their end
        else:
            beside.append(row)
    return beside


def _are_columns(page: Words, beside: list[Row], placed: list[Placed], gutters: Gutters) -> bool:
    """Whether text stands in all columns between gutters; in the last one it may end early."""
    *columns, last = [
        [_side(page, found, gutters, column) for found in placed] for column in range(len(gutters) + 1)
    ]
    return all(map(_is_text, columns)) and (_is_text(last) or _is_short(last, beside, placed, gutters[-1]))


def _goes_on(page: Words, placed: list[Placed], gutters: Gutters) -> bool:
    """Whether lines of text begin where the second column of the page before begins, and few lie across."""
    across = sum(crosses(list(zip(found.lefts, found.rights, strict=True)), gutters) for found in placed)
    begins = (
        next((left for left in found.lefts if left >= gutters[0]), inf)
        for found in placed
        if _side(page, found, gutters, 1).is_text
    )
    return 4 * across <= len(placed) and any(left < gutters[0] + _HANGING for left in begins)


def _strip(placed: list[Placed], low: float, high: float, least: float) -> float | None:
    """Return the left edge of a column, where the widest strip ends with hardly a word in it."""
    few = max(2, len(placed) // 20)
    covered = [0] * (int(high - low) + 1)
    for found in placed:
        for left, right in zip(found.lefts, found.rights, strict=True):
            for x in range(max(0, int(left - low)), min(len(covered), int(right - low) + 1)):
                covered[x] += 1
    strips: list[tuple[int, int]] = []
    start = 0
    for x, count in enumerate([*covered, few + 1]):
        if count > few:
            strips.append((start, x - start))
            start = x + 1
    # there may be another one behind the numbers of the second column
    widest = max(wide for _, wide in strips)
    start, wide = next(strip for strip in strips if strip[1] >= 0.6 * widest)
    if wide < least:
        return None
    # numbers may hang out to the left of the second column; the end of a long line does not stand apart
    begins = [
        left
        for found in placed
        for left, gap in zip(found.lefts, [least, *found.gaps], strict=True)
        if low + start < left < low + start + wide and gap >= least
    ]
    return min(begins, default=low + start + wide) - 4.0


class _Side(NamedTuple):
    """The words of a row in one column: how wide they are, and whether they follow each other as in text."""

    width: float
    is_text: bool


def _side(page: Words, found: Placed, gutters: Gutters, column: int) -> _Side:
    at = [n for n, left in enumerate(found.lefts) if bisect_right(gutters, left) == column]
    if sum(len(_IDEOGRAPH.findall(page.texts[found.words[n]])) for n in at) >= _IDEOGRAPHS:
        return _Side(found.rights[at[-1]] - found.lefts[at[0]], is_text=True)
    if len(at) < _SENTENCE:
        return _Side(0.0, is_text=False)
    gaps = sorted(found.gaps[n] for n in at[1:-1])  # a wide gap may stand behind a number
    letters = sum(page.texts[found.words[n]][:1].isalpha() for n in at)
    even = gaps[-1] <= 2 * gaps[len(gaps) // 2] + 1
    return _Side(found.rights[at[-1]] - found.lefts[at[0]], is_text=even and 2 * letters > len(at))


def _is_text(sides: list[_Side]) -> bool:
    """Whether many rows of a column are text, and a good part of them full lines."""
    full = 0.6 * max(side.width for side in sides)
    rows = sum(side.width > 0 for side in sides)
    texts = [side for side in sides if side.is_text]
    return len(texts) >= max(_FULL, 0.4 * rows) and sum(side.width >= full for side in texts) >= 0.25 * rows


def _is_short(sides: list[_Side], rows: list[Row], placed: list[Placed], gutter: float) -> bool:
    """Whether the last column is text that ends early: some of its lines lie between two of those before.

    The lines of cells that stand side by side lie on the same base lines.

    Args:
        sides: What stands behind the gutter in each row.
        rows: They.
        placed: Their words.
        gutter: Where the last column begins.
    """
    if sum(side.is_text for side in sides) < _FEW:
        return False
    first = [row.base for row, found in zip(rows, placed, strict=True) if found.lefts[0] < gutter]
    usual = median(map(sub, first[1:], first))
    between = 0
    for side, row, found in zip(sides, rows, placed, strict=True):
        at = bisect_left(first, row.base)
        if side.is_text and found.lefts[0] >= gutter and 0 < at < len(first):
            between += first[at] - first[at - 1] < _LEADING * usual
    return between >= _BETWEEN


def crosses(found: list[tuple[float, float]], gutters: Gutters) -> bool:
    """Whether one of the stretches lies across a gutter."""
    return any(left < gutter - 4 and right > gutter + 4 for gutter in gutters for left, right in found)


def column_at(left: float, gutters: Gutters, *, from_right: bool = False) -> int:
    """Return which column a place stands in, counted from 1 as they are read; 0 on a page of one."""
    behind = bisect_right(gutters, left)
    return (len(gutters) - behind if from_right else behind) + 1 if gutters else 0
