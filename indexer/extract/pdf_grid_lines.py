"""Lines drawn on a PDF page -> grids: lines across and upright ones that meet, as around cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from indexer.extract.pdf_frames import Rule

Upright = tuple[float, float, float]
"""An upright line: where it begins and ends, and how far from the left it stands."""

LEAST_UPRIGHT = 3
"""Left, right, and one between columns: two are the sides of a box."""
GAP = 4.0
"""Points: programs draw a border cell by cell, and leave room for the lines that cross it."""

_ONE = 2.0  # points: pieces of one line stand no further beside each other, and double lines are one
_LEAST_ACROSS = 2
_MOST = 1000  # lines: with more a drawing is a map or a chart


class Grid(NamedTuple):
    """Lines that meet, and the heights and the edges at which they stand."""

    across: list[Rule]
    upright: list[Upright]
    heights: list[float]
    edges: list[float]


def find_grids(rules: Iterable[Rule], uprights: Iterable[Upright]) -> Iterator[Grid]:
    """Give the groups of lines that meet each other, from the top, as far as these part columns."""
    across, upright = _whole(rules), _whole(uprights)
    if len(across) + len(upright) > _MOST:
        return
    across.sort(key=lambda line: line[2], reverse=True)
    while across and upright:
        met, crossed, more = [across.pop()], list[Upright](), True
        while more:
            more_upright = _take(upright, met)
            more_across = _take(across, more_upright)
            crossed += more_upright
            met += more_across
            more = bool(more_across)
        heights, edges = _places(met), _places(crossed)
        if len(heights) >= _LEAST_ACROSS and len(edges) >= LEAST_UPRIGHT:
            yield Grid(met, crossed, heights, edges)


def _take(lines: list[Rule], others: Iterable[Rule]) -> list[Rule]:
    """Return the lines that meet any of others, which stand the other way; they are taken out."""
    taken = [
        line
        for line in lines
        if any(
            other[0] - GAP < line[2] < other[1] + GAP and line[0] - GAP < other[2] < line[1] + GAP
            for other in others
        )
    ]
    lines[:] = [line for line in lines if line not in taken]
    return taken


def _places(lines: Iterable[Rule]) -> list[float]:
    """Return where lines stand, in order, those of one place once."""
    places: list[float] = []
    for _, _, place in sorted(lines, key=lambda line: line[2]):
        if not places or place - places[-1] >= GAP:
            places.append(place)
    return places


def _whole(lines: Iterable[Rule]) -> list[Rule]:
    """Return what stands in one place and touches as one line."""
    levels: list[list[Rule]] = []
    for line in sorted(lines, key=lambda line: line[2]):
        if levels and line[2] - levels[-1][-1][2] < _ONE:
            levels[-1].append(line)
        else:
            levels.append([line])
    whole: list[Rule] = []
    for level in levels:
        place = level[0][2]
        start, end, _ = min(level)
        for first, last, _ in sorted(level):
            if first - end > GAP:
                whole.append((start, end, place))
                start = first
            end = max(end, last)
        whole.append((start, end, place))
    return whole
