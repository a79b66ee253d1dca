"""Matches in their surroundings as lines of columns: a concordance."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from indexer.present.style import (
    END_OF_ISOLATE,
    LEFT_TO_RIGHT,
    RIGHT_TO_LEFT,
    clean,
    columns,
    cut_to,
    is_right_to_left,
    padded,
    runs_right_to_left,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indexer.model import Occurrence
    from indexer.present.style import Style

_WIDTH = 40
"""Columns on each side where nobody says how many."""

_LEAST = 12
"""Columns on each side, however narrow the terminal is."""

_MOST_MATCH = 40
"""Columns of the middle column; longer matches push on what follows them."""

_GAP = "  "


class _Line(NamedTuple):
    citation: str
    before: str
    match: str
    behind: str
    is_right_to_left: bool


def kwic_lines(occurrences: Sequence[Occurrence], style: Style, width: int | None = None) -> Iterator[str]:
    """A line for each match: citation, text before it, the match in the middle, text behind it.

    Where text runs from right to left, what comes before a match stands to the right of it.

    Args:
        occurrences: In order.
        style: Of the device.
        width: Columns on each side of the match; as many as the device has without it.
    """
    lines = [_line(one) for one in occurrences]
    cited = max((columns(line.citation) for line in lines), default=0)
    middle = min(max((columns(line.match) for line in lines), default=0), _MOST_MATCH)
    if width is None:
        room = _WIDTH if style.width is None else (style.width - cited - middle - 3 * len(_GAP)) // 2
        width = max(room, _LEAST)
    for line in lines:
        before, behind = _last(line.before, width), cut_to(line.behind, width)
        left, right = (behind, before) if line.is_right_to_left else (before, behind)
        alone = [_isolated(text, line, style) for text in (left, line.match, right)]
        left_cell = " " * (width - columns(left)) + alone[0]
        match_cell = style.bold(alone[1]) + " " * (middle - columns(line.match))
        yield _GAP.join([padded(line.citation, cited), left_cell, match_cell, alone[2]]).rstrip()


def _line(one: Occurrence) -> _Line:
    citation = clean(one.citation) + (f" [note {clean(one.note)}]" if one.note else "")
    before, match, behind = clean(one.left).strip(), clean(one.match), clean(one.right).strip()
    return _Line(citation, before, match, behind, runs_right_to_left(match + before + behind))


def _last(text: str, width: int) -> str:
    """As much of the text's end as fits a width in columns, no mark without the letter below it."""
    at = len(text)
    room = width
    while at and (room := room - columns(text[at - 1])) >= 0:
        at -= 1
    while at < len(text) and not columns(text[at]):
        at += 1
    return text[at:]


def _isolated(text: str, line: _Line, style: Style) -> str:
    """A cell that keeps its own direction on a terminal, where the line holds letters of another."""
    if style.width is None:
        return text
    if line.is_right_to_left:
        return f"{RIGHT_TO_LEFT}{text}{END_OF_ISOLATE}"
    if is_right_to_left(line.before + line.match + line.behind):
        return f"{LEFT_TO_RIGHT}{text}{END_OF_ISOLATE}"
    return text
