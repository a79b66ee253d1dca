"""Which ruled lines of a page frame tables: three or more of one length, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEAST = 3  # ruled lines: above the head, below it, and below the last row
_SAME = 4.0  # points: their ends lie no further apart
_EMPTY = 0.1  # of their length: a first column of numbers, below whose empty cells they may leave room
_WIDE = 0.33  # of the page width: they are as long at least
_ONE = 1.5  # points: the parts of one line lie no further apart

Rule = tuple[float, float, float]
"""A ruled line: where it begins and ends, and its height."""


def find_frames(rules: Iterable[Rule], width: float, head: float) -> list[list[Rule]]:
    """Return the ruled lines of one length that follow each other, with shorter ones between them.

    Args:
        rules: Of a page.
        width: Of the page.
        head: Where a letterhead would end, 0 on all pages but the first.
    """
    levels = _levels(rules, width, head)
    frames: list[list[Rule]] = []
    at = 0
    while at < len(levels):
        left, right, _ = levels[at]
        end = last = at
        alike = 0
        while end < len(levels) and left - _SAME < levels[end][0] and levels[end][1] < right + _SAME:
            if levels[end][0] < left + _EMPTY * (right - left) and levels[end][1] > right - _SAME:
                last = end
                alike += 1
            end += 1
        if alike >= _LEAST:
            frames.append(levels[at : last + 1])
            at = last
        at += 1
    return frames


def _levels(rules: Iterable[Rule], width: float, head: float) -> list[Rule]:
    """Return the heights at which ruled lines cross a good part of the page, from the top."""
    levels: list[Rule] = []
    for left, right, y in sorted(rules, key=lambda rule: rule[2]):
        if levels and y - levels[-1][2] < _ONE:
            levels[-1] = min(levels[-1][0], left), max(levels[-1][1], right), levels[-1][2]
        elif y > head:
            levels.append((left, right, y))
    return [level for level in levels if level[1] - level[0] > _WIDE * width]
