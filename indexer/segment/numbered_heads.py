"""The running head beside the page number, of a file that has too few pages to repeat it.

A resolution taken out of a volume is a page or two, and each has another head: "8 General Assembly - Seventh
Session" on the left, "Resolutions adopted without reference to a Committee 9" on the right.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import regex

from indexer.segment.items import in_capitals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.model import Page
    from indexer.segment.items import Item

_TOP = 0.1  # of the page height: such a head stands above
_FEW = 5  # pages: heads of longer files come again
_OFF_CENTRE = 0.02  # of the page width
_IN = 0.1  # of the page width: a head in the middle begins and ends so far from the margins at least
_OUT = 6.0  # points: the number stands as near to a margin
_PAIR = 2  # lines: the number and the head
_APART = 3.0  # of the size: so far below the head the text begins
_LEVEL = 2.0  # points: lines on one base line differ by less
_SAME_ROW = 1.2  # of the size: head and number may stand on two base lines
_NUMBER = regex.compile(r"\d{1,4}")
_BEHIND_NUMBER = regex.compile(r"\d{1,4}\t\D")
_BEFORE_NUMBER = regex.compile(r"\D[^\t]*\t\d{1,4}")


def mark_numbered_heads(items: Iterable[Item], pages: tuple[Page, ...]) -> None:
    """Set the place of heads that stand first on a page, beside its number at a margin.

    They stand in the middle, or apart from the text. On one line with the number, so that it may be that of a
    heading, they are told so in a file of a few pages only.
    """
    by_page: dict[int, list[Item]] = defaultdict(list)
    for item in items:
        if item.line.starts_block is None:
            by_page[item.page].append(item)
    for page in pages:
        if found := by_page[page.number]:
            _mark(sorted(found, key=_height), page, few=len(pages) <= _FEW)


def _mark(items: list[Item], page: Page, *, few: bool) -> None:
    first = items[0]
    if first.line.bottom > _TOP * page.height:
        return
    left, right = min(item.line.left for item in items), max(item.line.right for item in items)
    near = _SAME_ROW * first.line.size
    row = [item for item in items if item.line.bottom - first.line.bottom <= near]
    below = items[len(row)].line.bottom - first.line.bottom if len(row) < len(items) else 0.0
    level = all(item.line.bottom - first.line.bottom < _LEVEL for item in row)
    apart = level and below > _APART * first.line.size and not any(_stands_out(item) for item in row)
    numbers = [item for item in row if _NUMBER.fullmatch(item.text.strip())]
    if len(row) == _PAIR and len(numbers) == 1:
        number = numbers[0]
        head = row[1] if number is first else first
        at_margin = number.line.left < left + _OUT or number.line.right > right - _OUT
        inside = left + _IN * page.width < head.line.left
        centred = few and inside and _is_centred(head.line.left, head.line.right, page)
        if at_margin and (apart or centred):
            head.place = number.place = "furniture"
    elif few and _BEHIND_NUMBER.match(first.text.strip()):
        centred = _is_centred(first.line.text_left, first.line.right, page)
        if first.line.left < left + _OUT and (apart or centred):
            first.place = "furniture"
    elif few and _BEFORE_NUMBER.fullmatch(first.text.strip()) and first.line.right > right - _OUT:
        inside = left + _IN * page.width < first.line.left < page.width / 2
        if apart or inside:
            first.place = "furniture"


def _stands_out(item: Item) -> bool:
    """Whether a line is set as headings are."""
    return item.line.bold > 0 or in_capitals(item.text)


def _height(item: Item) -> float:
    return item.line.bottom


def _is_centred(left: float, right: float, page: Page) -> bool:
    return abs(left + right - page.width) / 2 < _OFF_CENTRE * page.width
