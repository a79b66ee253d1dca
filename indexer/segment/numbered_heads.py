"""Running heads and feet beside the number of the page, whose words need not come again.

In a book they name the chapter. A resolution taken out of a volume is a page or two, and each has another
head: "8 General Assembly - Seventh Session" on the left, "Resolutions adopted without reference to a
Committee 9" on the right.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import regex

from indexer.segment.items import by_page, in_capitals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.model import Page
    from indexer.segment.items import Item

_LEAST = 4  # pages that such heads count through; a file with fewer pages has them where they must stand
_SHARE = 0.25  # of the pages
_TOP = 0.1  # of the page height: such a head stands above
_OFF_CENTRE = 0.02  # of the page width
_IN = 0.1  # of the page width: a head in the middle begins and ends so far from the margins at least
_OUT = 6.0  # points: the number stands as near to a margin
_FEW = 5  # pages: heads of longer files count through
_PAIR = 2  # lines: the number and the head
_APART = 3.0  # of the size: so far below the head the text begins
_LEVEL = 2.0  # points: lines on one base line differ by less
_SAME_ROW = 1.2  # of the size: head and number may stand on two base lines
_NUMBER = regex.compile(r"\d{1,4}")
_BEHIND_NUMBER = regex.compile(r"(?P<n>\d{1,4})\t\S")
_BEFORE_NUMBER = regex.compile(r"\S.*\t(?P<n>\d{1,4})$")
_WORDS = regex.compile(r"\d{1,4}\t\D|\D[^\t]*\t\d{1,4}$")
_LARGER = 1.4  # points: so much larger than the text are headings, which have numbers of their own


def mark_numbered_heads(
    items: Iterable[Item], edges: Iterable[tuple[str, Item]], pages: tuple[Page, ...], size: float
) -> None:
    """Set the place of heads and feet that stand beside the number of the page.

    Args:
        items: All lines.
        edges: The outermost of every page, with the edge that they stand at.
        pages: The pages.
        size: Of the text.
    """
    if len(pages) >= _LEAST:
        _mark_counted(edges, len(pages), size + _LARGER)
    printed = by_page([item for item in items if item.line.starts_block is None])
    for page in pages:
        if found := printed.get(page.number):
            _mark_placed(found, page, size + _LARGER, few=len(pages) <= _FEW)


def _mark_counted(edges: Iterable[tuple[str, Item]], pages: int, large: float) -> None:
    """Mark lines that stand at one height, and whose numbers count the pages, as those of notes do not."""
    alike: dict[tuple[str, int, int], list[Item]] = defaultdict(list)
    for zone, item in edges:
        if zone not in ("top", "bottom") or "\t" not in item.text:
            continue
        text = item.text.strip()
        number = _BEHIND_NUMBER.match(text) or _BEFORE_NUMBER.match(text)
        if number is None:
            continue
        if item.line.size < large and not (item.ends_sentence() or item.line.raised):
            alike[zone, int(number["n"]) - item.page, round(item.line.bottom)].append(item)
    for found in alike.values():
        if len(found) >= max(_LEAST, _SHARE * pages):
            for item in found:
                item.place = "furniture"


def _mark_placed(items: list[Item], page: Page, large: float, *, few: bool) -> None:
    """Mark the first line of a page, in the middle or apart from the text, whose number stands at a margin.

    On one line with the number, so that it may be that of a heading, it is told so in a file of a few pages.
    """
    first = min(items, key=_height)
    if first.line.bottom > _TOP * page.height or first.line.size >= large:
        return
    text, end = first.text.strip(), first.line.bottom + _SAME_ROW * first.line.size
    row = sorted((item for item in items if item.line.bottom <= end), key=_height)
    numbers = [item for item in row if _NUMBER.fullmatch(item.text.strip())]
    paired = len(row) == _PAIR and len(numbers) == 1
    if not paired and not (few and _WORDS.match(text)):
        return  # most pages
    left, right = min(item.line.left for item in items), max(item.line.right for item in items)
    below = min((item.line.bottom for item in items if item.line.bottom > end), default=first.line.bottom)
    level = row[-1].line.bottom - first.line.bottom < _LEVEL
    apart = level and below - first.line.bottom > _APART * first.line.size and not any(map(_stands_out, row))
    if paired:
        number = numbers[0]
        head = row[1] if number is first else first
        at_margin = number.line.left < left + _OUT or number.line.right > right - _OUT
        inside = left + _IN * page.width < head.line.left
        centred = few and inside and _is_centred(head.line.left, head.line.right, page)
        if at_margin and head.line.size < large and (apart or centred):
            head.place = number.place = "furniture"
    elif _BEHIND_NUMBER.match(text):
        # a note or a paragraph, whose first line is full, is as near to the middle
        inside = left + _IN * page.width < first.line.text_left
        centred = inside and _is_centred(first.line.text_left, first.line.right, page)
        if first.line.left < left + _OUT and (apart or centred):
            first.place = "furniture"
    elif first.line.right > right - _OUT and apart:
        first.place = "furniture"


def _stands_out(item: Item) -> bool:
    """Whether a line is set as headings are."""
    return item.line.bold > 0 or in_capitals(item.text)


def _height(item: Item) -> float:
    return item.line.bottom


def _is_centred(left: float, right: float, page: Page) -> bool:
    return abs(left + right - page.width) / 2 < _OFF_CENTRE * page.width
