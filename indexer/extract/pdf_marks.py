"""Note marks that had no room at the end of a line, and stand alone below it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from indexer.extract.pdf_reading_order import RTL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.model import Line

_LONGEST = 5  # characters
_SMALL = 0.75  # of the size of the text: a mark is set no larger
_LEADING = 2.6  # of the size of the text: lines stand no further apart
_ALIKE = 0.5  # points
_HANG = 72.0  # points: lines hang no further below the number of a paragraph

_Edges = dict[tuple[int, int], tuple[float, float]]
"""Where the lines of a column begin and end that are of about a size."""


def join_marks(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines of a page with each such mark behind the words of the line above it.

    Programs break a line between a stop and the mark behind it, as they do between any two signs of Chinese.
    """
    sizes = [line.size for line in lines]
    if not sizes or min(sizes) > _SMALL * max(sizes):
        return lines  # most pages
    alone = {
        at
        for at, (above, line) in enumerate(pairwise(lines), 1)
        if len(line.text) <= _LONGEST and _is_below(above, line) and _is_mark(line.text)
    }
    edges = _edges(lines) if alone else {}
    joined: list[Line] = []
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else None
        if at in alone and _goes_on(joined[-1], following) and _has_no_room(joined[-1], line, edges):
            above, length = joined[-1], len(joined[-1].text)
            joined[-1] = msgspec.structs.replace(
                above,
                text=above.text + line.text,
                raised=(*above.raised, (length, length + len(line.text))),
            )
        else:
            joined.append(line)
    return joined if alone else lines


def _is_mark(text: str) -> bool:
    return text.strip("()").isdecimal() or not text.strip("*∗")


def _is_below(above: Line, line: Line) -> bool:
    """Whether a small line stands right below another one."""
    return (
        line.column == above.column
        and not (line.role or above.role)
        and line.size <= _SMALL * above.size
        and 0 < line.bottom - above.bottom < _LEADING * above.size
    )


def _goes_on(above: Line, following: Line | None) -> bool:
    """Whether text follows, and not the note that the mark stands before."""
    return following is None or following.size >= above.size - _ALIKE


def _edges(lines: Iterable[Line]) -> _Edges:
    edges: _Edges = {}
    for line in lines:
        column, size = _place(line)
        for key in ((column, size - 1), (column, size), (column, size + 1)):
            left, right = edges.get(key, (line.left, line.right))
            edges[key] = min(left, line.left), max(right, line.right)
    return edges


def _place(line: Line) -> tuple[int, int]:
    return line.column, round(line.size / _ALIKE)


def _has_no_room(above: Line, mark: Line, edges: _Edges) -> bool:
    """Whether a mark begins a line, as there is no room for it behind the line above.

    A page number may be as small, and stands in the middle or at the other side.
    """
    width = mark.right - mark.left
    left, right = edges[_place(above)]
    if RTL.search(above.text):
        return abs(mark.right - above.right) < _HANG and above.left - width < left
    return abs(mark.left - above.left) < _HANG and above.right + width > right
