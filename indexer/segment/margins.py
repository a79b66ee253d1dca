"""The margins of pages and columns, mirrored ones too."""

from __future__ import annotations

from collections import Counter, defaultdict
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.model import Line
    from indexer.segment.items import Item, Side

HANG = 8.0
"""Points: lines hang below their number at least so far."""
AT_EDGE = 2.0
"""Points: and begin no further apart."""
_TEXT = ("", "heading", "title")  # roles of lines that stand where the text does
_NUMBERS = frozenset("0123456789§¶[")  # what the number of a paragraph begins with
_SOME = 0.04  # of the lines of a page: so many begin with a number at least where they hang below numbers
_EDGE = 0.15  # of the lines that begin at the place where most do: so many begin at another one
_FULL = 0.12  # of the lines that end at the place where most do: so many end at the margin at least
_ASKEW = (3.0, 14.0)  # points: a page is moved aside by as much, at least and at most
_ENOUGH = 6  # lines that a page needs to be moved aside
_LINES = 6  # of running text that a page needs to show where its text ends
_APART = 0.7  # of the font size: the longest lines of pages on one side end no further apart
_MOST = 0.75  # of neighbouring pages stand on different sides: a few may be missing between them

Column = tuple[int, int]
"""A page and a column of it."""


class Margin(NamedTuple):
    """The margins of a column of a page.

    Attributes:
        left: Where lines begin, or the numbers that these hang below.
        right: Where full lines end.
        hung: Where lines begin that may hang below numbers.
        edges: Where many lines begin.
    """

    left: float = 0.0
    right: float = 500.0
    hung: float = 0.0
    edges: tuple[float, ...] = ()


def find_margins(
    items: list[Item], prose: list[Item], plain: list[Item], *, paged: bool
) -> dict[Column, Margin]:
    """Return those of left and right pages over the whole document: one page of sub-items would mislead.

    Args:
        items: The lines of the document.
        prose: Those that read like sentences.
        plain: Those by which margins are told, none where they have no places.
        paged: Whether positions mean anything.
    """
    found: dict[Side, list[Line]] = defaultdict(list)
    for item in plain:
        found[item.side()].append(item.line)
    begun = {side: _beginnings(lines) for side, lines in found.items()}
    usual = {side: _usual(near) for side, near in begun.items()}
    of_sides: dict[Side, Margin] = {}
    for side, lines in found.items():
        left = float(usual[side])
        across = usual.get((not side[0], *side[1:]), left)
        if across < left - HANG and any(abs(line.left - across) <= AT_EDGE for line in lines):
            left = float(across)  # lists fill the few pages of this side
        margin = _margin(left, begun[side], lines)
        if not paged:  # no line of a text that flows stands beyond the margin, nor needs it an edge
            placed = [item.line.left for item in items if item.side() == side and item.line.role in _TEXT]
            left = min(placed, default=left)
            margin = Margin(left, margin.right, left)
        of_sides[side] = margin
    columns = {(item.page, item.line.column): item for item in items}
    margins = {place: of_sides[side] for place, item in columns.items() if (side := item.side()) in of_sides}
    for page, column in list(margins):
        if column == 1:  # where there are columns, lines across both begin with the first
            first = margins[page, 1].left
            both = margins.get((page, 0), Margin(first))
            margins[page, 0] = both._replace(left=min(both.left, first))
    _move_askew(margins, prose)
    return margins


def _margin(left: float, begun: dict[int, int], lines: list[Line]) -> Margin:
    """Return the margins of lines that begin at the left, or hang below numbers there."""
    most = max(begun.values())
    ends = Counter([round(line.right / 4) for line in lines])
    many = max(ends.values())
    last = max(x for x, n in ends.items() if n >= _FULL * many)
    return Margin(
        left=_hung_from(left, lines),
        right=max(line.right for line in lines if line.right < 4 * (last + 1)),
        hung=left,
        edges=tuple(float(x) for x, n in begun.items() if n >= _EDGE * most),
    )


def _move_askew(margins: dict[Column, Margin], prose: list[Item]) -> None:
    """Move the left margin of pages whose text stands aside, as on a sheet that lay askew in a scanner.

    It is less than an indent, or a page full of sub-items would seem moved.
    """
    lefts: dict[Column, list[int]] = defaultdict(list)
    for item in prose:
        lefts[item.page, item.line.column].append(round(item.line.left))
    least, most = _ASKEW
    for place, found in lefts.items():
        if len(found) < _ENOUGH or place not in margins:
            continue
        left = Counter(found).most_common(1)[0][0]
        near = sum(abs(other - left) <= least for other in found)
        if least < abs(left - margins[place].left) < most and 2 * near >= len(found):
            margins[place] = margins[place]._replace(left=float(left))


def _beginnings(lines: list[Line]) -> dict[int, int]:
    """Return how many lines begin at a place, or a point beside it."""
    count = Counter([round(line.left) for line in lines])
    return {x: count[x - 1] + count[x] + count[x + 1] for x in count}


def _usual(near: dict[int, int]) -> int:
    """Return the leftmost place where at least half as many lines begin as at any."""
    most = max(near.values())
    return min(x for x, n in near.items() if 2 * n >= most)


def _hung_from(left: float, lines: list[Line]) -> float:
    """Return where the numbers stand that lines hang below, when these begin at the left, else the left."""
    numbers = Counter(
        round(line.left)
        for line, below in zip(lines, [*lines[1:], lines[0]], strict=True)
        if line.left < left - HANG
        and line.text[0] in _NUMBERS
        and (abs(line.text_left - left) <= AT_EDGE or _hangs(line, below, left))
    )
    found, count = max(numbers.items(), key=lambda pair: pair[1], default=(0, 0))
    return float(found) if count >= max(2, _SOME * len(lines)) else left


def _hangs(line: Line, below: Line, left: float) -> bool:
    """Whether a number with no more than a space behind it begins a full line, and the next one hangs."""
    return (
        line.text_left == line.left
        and 0 < below.bottom - line.bottom < 3 * line.size
        and abs(below.left - left) <= AT_EDGE
        and line.right >= below.right - line.size
    )


def find_rectos(prose: Iterable[Item], size: float, last: int) -> frozenset[int]:
    """Return the right-hand pages.

    A page that does not show its side is another one than the page before it; where none does, the odd ones
    are meant.

    Args:
        prose: Lines of running text.
        size: Of their type.
        last: Number of the last page.
    """
    shown = _shown_sides(prose, size)
    first = min(shown, default=1)
    is_recto = shown.get(first, True) == (first % 2 == 0)  # the page before page 1
    rectos = set()
    for page in range(1, last + 1):
        is_recto = shown.get(page, not is_recto)
        if is_recto:
            rectos.add(page)
    return frozenset(rectos)


def _shown_sides(prose: Iterable[Item], size: float) -> dict[int, bool]:
    """Return which pages are right-hand ones; none where margins are not mirrored.

    The longest line ends further right on them: lists that fill a page do not move that, as they move where
    its lines begin, nor does a page that is missing.
    """
    rights: dict[int, list[float]] = defaultdict(list)
    for item in prose:
        rights[item.page].append(item.line.right)
    ends = {page: max(found) for page, found in rights.items() if len(found) >= _LINES}
    near = [(ends[page], ends[page + 1]) for page in ends if page + 1 in ends]
    if not near or median(abs(one - other) for one, other in near) < _APART * size:
        return {}
    middle = median(sum(pair) / 2 for pair in near)
    changing = sum((one > middle) != (other > middle) for one, other in near)
    return {page: end > middle for page, end in ends.items()} if changing >= _MOST * len(near) else {}
