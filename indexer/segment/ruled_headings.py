"""Headings that a ruled line sets apart from others in the same type: these stand below them."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from indexer.segment.heading_ranks import NO_NUMBER, look_of, rank_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.model import Page
    from indexer.segment.items import Item

_Rule = tuple[float, float, float]
_EDGE = 6.0  # points: a line begins so near its heading
_BEYOND = 3.0  # of the size: it goes on so far behind the words, as no underline does
_ABOVE, _BELOW = 0.8, 1.2  # of the size: it is so near the capitals of the heading, or its base line
_CAPITALS = 0.7  # of the size: their height
_FEWEST = 2  # headings with one
_USUAL = 0.75  # of the pages: lines that more of them have at one height belong to running heads and feet


def mark_ruled(headings: Iterable[Item], pages: Sequence[Page]) -> None:
    """Note which headings without number have a ruled line, where others of their look have none.

    Chapters that open a page have theirs at one height as well, but on fewer pages than a running head has.
    """
    rules = {page.number: page.rules for page in pages if page.rules}
    if not rules:
        return
    heights = Counter(y for found in rules.values() for y in {round(y) for _, _, y in found})
    alike: dict[object, list[tuple[Item, bool]]] = defaultdict(list)
    for item in headings:
        if rank_of(item.text, ()) == NO_NUMBER:
            near = [rule for rule in rules.get(item.page, ()) if _belongs(rule, item)]
            own = any(heights[round(y)] <= max(1, _USUAL * len(pages)) for _, _, y in near)
            alike[look_of(item)].append((item, own))
    for group in alike.values():
        ruled = [item for item, has_rule in group if has_rule]
        if _FEWEST <= len(ruled) < len(group):
            for item in ruled:
                item.ruled = True


def _belongs(rule: _Rule, item: Item) -> bool:
    """Whether a ruled line begins above or below a heading and goes on beyond its words."""
    left, right, y = rule
    line = item.printed
    above = line.bottom - _CAPITALS * line.size - y
    below = y - line.bottom
    near = 0 <= above <= _ABOVE * line.size or 0 <= below <= _BELOW * line.size
    return near and abs(left - line.left) < _EDGE and right > line.right + _BEYOND * line.size
