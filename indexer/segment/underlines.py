"""Which lines are underlined from the first word to the last, as typewriters set headings.

Links are underlined as well, and are left out.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indexer.model import Page
    from indexer.segment.items import Item

_EDGE = 4.0  # points: an underline begins so close to the words
_END = 12.0  # points: and ends so, where a closing bracket, or two letters that were typed, may stay without
_WHOLE = 0.9  # of the words that are underlined, in one piece or word by word
_ABOVE, _BELOW = 1.0, 4.0  # points from the foot of the letters
_SHORTEST = 4  # characters: what is shorter is a letter or a sign between two rules


def find_underlined(items: list[Item], pages: tuple[Page, ...]) -> frozenset[int]:
    """Return the indexes of the lines that a rule underlines as a whole, a number before them aside."""
    rules = {page.number: sorted(page.rules, key=lambda rule: rule[2]) for page in pages if page.rules}
    heights = {number: [rule[2] for rule in found] for number, found in rules.items()}
    underlined = set()
    for item in items:
        found = rules.get(item.page)
        if found is None or len(item.text) < _SHORTEST or item.line.linked:
            continue
        line = item.printed
        y = heights[item.page]
        below = found[bisect_left(y, line.bottom - _ABOVE) : bisect_left(y, line.bottom + _BELOW)]
        if not below:
            continue  # most lines
        left, right = min(rule[0] for rule in below), max(rule[1] for rule in below)
        begins = min(abs(left - line.left), abs(left - line.text_left)) < _EDGE
        whole = sum(rule[1] - rule[0] for rule in below) > _WHOLE * (right - left)
        if begins and whole and abs(right - line.right) < _END:
            underlined.add(item.index)
    return frozenset(underlined)
