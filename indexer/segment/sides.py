"""On which side of a leaf a page stands: mirrored margins move the text of every other page."""

from __future__ import annotations

from collections import defaultdict
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.segment.items import Item

_LINES = 6  # of running text that a page needs to show where its text ends
_APART = 0.7  # of the font size: the longest lines of pages on one side end no further apart
_MOST = 0.75  # of neighbouring pages stand on different sides: a few may be missing between them


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
