"""Bullets that are drawn, as browsers print the dots and squares of lists, before the lines they mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.extract.pdf_panels import Area
    from indexer.model import Line

_SIZES = (1.5, 7.0)  # points: a dot is as large
_ALIKE = 0.8  # points: its width and height differ by less
_GAP = (0.2, 2.5)  # of the size of a line: so far in front of it the dot stands
_HEIGHT = 0.75  # of the size: no letter that stands on the base line is higher
_NEAR, _SAME = 1.8, 1.0  # of the size, and points: so near stands the second line of an entry
_WORDS = 5  # of a line: shorter ones alone may be the key of a chart


def is_dot(area: Area) -> bool:
    """Whether what is drawn in an area is as large as a bullet, and as wide as high."""
    wide, high = area[2] - area[0], area[3] - area[1]
    return _SIZES[0] <= wide <= _SIZES[1] and abs(wide - high) < _ALIKE


def with_bullets(lines: tuple[Line, ...], dots: Iterable[Area]) -> tuple[Line, ...]:
    """Return lines with a bullet and a tab in front of those that a dot is drawn before.

    A short line has one where it goes on below in small letters, or where a longer one on the page has such a
    dot as far in front of it: the key of a chart has neither.
    """
    marked = list(lines)
    short: list[tuple[int, Area]] = []
    places: set[tuple[int, int]] = set()
    for dot in dots:
        at = _line_behind(lines, dot)
        if at is None:
            continue
        if lines[at].text.count(" ") + 1 < _WORDS and not _goes_on(lines, at):
            short.append((at, dot))
        else:
            marked[at] = _marked(lines[at], dot[0])
            places.add(_place(lines[at], dot))
    for at, dot in short:
        if _place(lines[at], dot) in places:
            marked[at] = _marked(lines[at], dot[0])
    return tuple(marked)


def _line_behind(lines: tuple[Line, ...], dot: Area) -> int | None:
    """Return the position of the line of text that a dot stands right in front of, None without one."""
    _, top, right, bottom = dot
    middle = (top + bottom) / 2
    for at, line in enumerate(lines):
        near = _GAP[0] * line.size < line.left - right < _GAP[1] * line.size
        if near and line.bottom - _HEIGHT * line.size < middle < line.bottom and _is_text(line):
            return at
    return None


def _goes_on(lines: tuple[Line, ...], at: int) -> bool:
    """Whether a line has one right below it that begins where it does, with a small letter."""
    if at + 1 == len(lines):
        return False
    line, below = lines[at : at + 2]
    near = 0 < below.bottom - line.bottom < _NEAR * line.size
    return near and abs(below.left - line.left) < _SAME and below.text[:1].islower()


def _place(line: Line, dot: Area) -> tuple[int, int]:
    """Return how wide a dot is, in half points, and how far in front of a line, in points."""
    return round(2 * (dot[2] - dot[0])), round(line.left - dot[0])


def _is_text(line: Line) -> bool:
    """Whether a line has words that no other mark or cell parts: the key of a chart or a map has."""
    return "\t" not in line.text and not line.role and line.text[:1].isalnum()


def _marked(line: Line, left: float) -> Line:
    sign = "•\t"
    return msgspec.structs.replace(
        line,
        text=sign + line.text,
        left=left,
        text_left=line.left,
        bold_lead=line.bold_lead + len(sign) if line.bold_lead else 0,
        italic_lead=line.italic_lead + len(sign) if line.italic_lead else 0,
        raised=tuple((start + len(sign), end + len(sign)) for start, end in line.raised),
    )
