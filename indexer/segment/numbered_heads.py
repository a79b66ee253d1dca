"""The running head beside the page number, of a file that has too few pages to repeat it.

A resolution taken out of a volume is a page or two, and each has another head: "8 General Assembly - Seventh
Session" on the left, "Resolutions adopted without reference to a Committee 9" on the right.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.model import Page
    from indexer.segment.items import Item

_TOP = 0.1  # of the page height: such a head stands above
_FEW = 3  # pages: heads of longer files come again
_OFF_CENTRE = 0.02  # of the page width
_IN = 0.1  # of the page width: a head in the middle begins and ends so far from the margins at least
_OUT = 6.0  # points: the number stands as near to a margin
_SAME_ROW = 1.2  # of the size: head and number may stand on two base lines
_NUMBER = regex.compile(r"\d{1,4}")
_BEHIND_NUMBER = regex.compile(r"\d{1,4}\t\D")
_BEFORE_NUMBER = regex.compile(r"\D[^\t]*\t\d{1,4}")


def mark_numbered_heads(items: Iterable[Item], pages: tuple[Page, ...]) -> None:
    """Set the place of heads that stand in the middle, first on a page, beside its number at a margin."""
    if len(pages) > _FEW:
        return
    by_page: dict[int, list[Item]] = defaultdict(list)
    for item in items:
        if item.line.starts_block is None:
            by_page[item.page].append(item)
    for page in pages:
        if found := by_page[page.number]:
            _mark(found, page)


def _mark(items: list[Item], page: Page) -> None:
    left, right = min(item.line.left for item in items), max(item.line.right for item in items)
    lines = sorted((item for item in items if item.line.bottom < _TOP * page.height), key=_height)
    if not lines:
        return
    first, *others = lines
    text = first.text.strip()
    if _NUMBER.fullmatch(text) and (first.line.left < left + _OUT or first.line.right > right - _OUT):
        head = next(iter(others), None)
        if head is None or head.line.bottom - first.line.bottom > _SAME_ROW * head.line.size:
            return
        if left + _IN * page.width < head.line.left and _is_centred(head.line.left, head.line.right, page):
            head.place = first.place = "furniture"
    elif _BEHIND_NUMBER.match(text):
        if first.line.left < left + _OUT and _is_centred(first.line.text_left, first.line.right, page):
            first.place = "furniture"
    elif (
        _BEFORE_NUMBER.fullmatch(text)
        and first.line.right > right - _OUT
        and left + _IN * page.width < first.line.left < page.width / 2
    ):
        first.place = "furniture"


def _height(item: Item) -> float:
    return item.line.bottom


def _is_centred(left: float, right: float, page: Page) -> bool:
    return abs(left + right - page.width) / 2 < _OFF_CENTRE * page.width
