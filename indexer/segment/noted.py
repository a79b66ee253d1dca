"""The size of the text where its notes are longer than it is."""

from __future__ import annotations

from collections import defaultdict
from math import inf
from typing import TYPE_CHECKING

from indexer.segment.notes import mark_start

if TYPE_CHECKING:
    from collections import Counter

    from indexer.segment.items import Item

_SMALLER = 0.7  # points: notes are smaller than the text by so much at least
_TEXT = 0.15  # of the characters in the size of notes: above fewer no text stands
_MOST = 0.75  # of the pages with small lines: text stands above these, and one of them begins with a mark


def size_of_text(prose: list[Item], sizes: Counter[float]) -> float:
    """Return the size of most characters, or a larger one where most are those of notes.

    Args:
        prose: Lines of running text and of notes.
        sizes: How many characters there are of each size, in half points.
    """
    usual, length = sizes.most_common(1)[0]
    for size, others in sizes.most_common()[1:]:
        if others < _TEXT * length:
            break
        if size >= usual + _SMALLER and _stands_below(prose, usual, size):
            return size
    return usual


def _stands_below(prose: list[Item], small: float, large: float) -> bool:
    """Whether lines of a small size stand below those of a large one on most pages, as notes do.

    Of two pages or more at least two say so.
    """
    lowest: defaultdict[tuple[int, int], float] = defaultdict(float)
    highest: defaultdict[tuple[int, int], float] = defaultdict(lambda: inf)
    marked, referring = set(), set()
    for item in prose:
        size, place = round(item.line.size * 2) / 2, (item.page, item.line.column)
        if size == large:
            lowest[place] = max(lowest[place], item.line.bottom)
            if item.line.raised:
                referring.add(item.page)
        elif size == small:
            highest[place] = min(highest[place], item.line.bottom)
            if mark_start(item):
                marked.add(place)
    noted = sum(
        place in marked and place[0] in referring and 0 < lowest[place] < top
        for place, top in highest.items()
    )
    return noted >= max(min(2, len({page for page, _ in highest})), _MOST * len(highest), 1)
