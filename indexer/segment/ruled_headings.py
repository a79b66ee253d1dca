"""Headings that a ruled line sets apart from others in the same type: these stand below them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from indexer.segment.heading_ranks import NO_NUMBER, look_of, rank_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from indexer.model import Page
    from indexer.segment.items import Item

_Rule = tuple[float, float, float]
_EDGE = 6.0  # points: a line begins so near its heading
_BEYOND = 3.0  # of the size: it goes on so far behind the words, as no underline does
_ABOVE, _BELOW = 0.8, 1.2  # of the size: it is so near the capitals of the heading, or its base line
_CAPITALS = 0.7  # of the size: their height
_FEWEST = 2  # headings with one
_USUAL = 0.75  # of the pages: lines that more of them have at one height belong to running heads and feet


def mark_ruled(body: Sequence[Item], looks: Callable[[int], bool], pages: Sequence[Page]) -> None:
    """Note which headings without number have a ruled line, where others of their look have none.

    Chapters that open a page have theirs at one height as well, but on fewer pages than a running head has.

    Args:
        body: The lines of the text.
        looks: Whether the line at a position could be a heading.
        pages: The pages.
    """
    rules = {page.number: page.rules for page in pages if page.rules}
    heights = Counter(y for found in rules.values() for y in {round(y) for _, _, y in found})
    usual = max(1, _USUAL * len(pages))
    own = {
        number: [rule for rule in found if heights[round(rule[2])] <= usual]
        for number, found in rules.items()
    }
    ruled = [
        at
        for at, item in enumerate(body)
        if any(_belongs(rule, item) for rule in own.get(item.page, ())) and _is_plain(item) and looks(at)
    ]
    marked = Counter(look_of(body[at]) for at in ruled)
    told = {look for look, count in marked.items() if count >= _FEWEST}
    if not told:
        return  # most documents
    alike = Counter(
        look
        for at, item in enumerate(body)
        if (look := look_of(item)) in told and _is_plain(item) and looks(at)
    )
    for at in ruled:
        look = look_of(body[at])
        if look in told and marked[look] < alike[look]:
            body[at].ruled = True


def _is_plain(item: Item) -> bool:
    """Whether a line has no number of a heading."""
    return rank_of(item.text, ()) == NO_NUMBER


def _belongs(rule: _Rule, item: Item) -> bool:
    """Whether a ruled line begins above or below a heading and goes on beyond its words."""
    left, right, y = rule
    line = item.printed
    above = line.bottom - _CAPITALS * line.size - y
    below = y - line.bottom
    near = 0 <= above <= _ABOVE * line.size or 0 <= below <= _BELOW * line.size
    return near and abs(left - line.left) < _EDGE and right > line.right + _BEYOND * line.size
