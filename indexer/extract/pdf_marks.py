"""Note marks that had no room at the end of a line, and stand alone below it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.model import Line

_LONGEST = 5  # characters
_SMALL = 0.75  # of the size of the text: a mark is set no larger
_LEADING = 2.6  # of the size of the text: lines stand no further apart
_ALIKE = 0.5  # points


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
    joined: list[Line] = []
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else None
        if at in alone and _goes_on(joined[-1], following) and _is_full(joined[-1], line, lines):
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


def _is_full(above: Line, mark: Line, lines: Iterable[Line]) -> bool:
    """Whether the mark had no room behind a line, or before one that is read from the right."""
    width = mark.right - mark.left
    edges = [
        (line.left, line.right)
        for line in lines
        if line.column == above.column and abs(line.size - above.size) < _ALIKE
    ]
    left, right = min(edge[0] for edge in edges), max(edge[1] for edge in edges)
    return above.right + width > right if mark.left < (left + right) / 2 else above.left - width < left
