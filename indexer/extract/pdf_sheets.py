"""Whether a PDF has two pages side by side on each sheet, as some are scanned and printed."""

from __future__ import annotations

from collections import Counter
from math import inf
from typing import TYPE_CHECKING, Literal, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.extract.pdf_rows import Words

BROAD = 1.2
"""Of the height: a sheet with two pages is as wide at least."""
_EDGE = 0.13  # of the height: the numbers of pages stand so near to the edges
_LEAST = 2  # pages that are counted through
_SAME_ROW = 2.0  # points
_NUMBER = regex.compile(r"[-–]?(\d{1,4})(?:/\d{1,4})?[-–]?")

Half = Literal["left", "right"]
"""One of two pages on a sheet."""


_ORDERS: tuple[tuple[Half, Half], ...] = (("left", "right"), ("right", "left"))


class Sheet(NamedTuple):
    """A page of the file as it is seen: its upright words, and its size."""

    words: Words
    width: float
    height: float


def pages_of_sheets(read: Iterable[Sheet | None]) -> tuple[Half, ...]:
    """Return the two pages that each sheet has, in reading order; nothing where a sheet is one page.

    No word stands across the middle of any, and numbers at the edges count the pages through, two on a sheet:
    at least half of the pages, and most of those with any number. What stands behind a sheet with such a
    word, or behind one that could not be read, is left unread.
    """
    sheets: list[Sheet] = []
    for sheet in read:
        if sheet is None or _crosses_middle(sheet):
            return ()
        sheets.append(sheet)
    order = max(_ORDERS, key=lambda order: _counted(sheets, order)[0])
    counted, numbered = _counted(sheets, order)
    return order if counted >= max(_LEAST, len(sheets)) and 2 * counted > numbered else ()


def _counted(sheets: Sequence[Sheet], order: tuple[Half, Half]) -> tuple[int, int]:
    """Return how many pages have the number that is due in an order, and how many have any."""
    pages = [_numbers(sheet, half) for sheet in sheets for half in order]
    firsts = Counter(first for at, numbers in enumerate(pages) for first in {n - at for n in numbers})
    return max(firsts.values(), default=0), sum(map(bool, pages))


def _crosses_middle(sheet: Sheet) -> bool:
    words, middle = sheet.words, sheet.width / 2
    return any(left < middle < right for left, right in zip(words.lefts, words.rights, strict=True))


def _numbers(sheet: Sheet, half: Half) -> set[int]:
    """Return the numbers at the upper and lower edge of one half, but none of a row or a column of them."""
    words, low, high = sheet.words, _EDGE * sheet.height, (1 - _EDGE) * sheet.height
    found = {
        int(match[1]): base
        for text, left, base in zip(words.texts, words.lefts, words.bases, strict=True)
        if not low < base < high
        and (left > sheet.width / 2) == (half == "right")
        and (match := _NUMBER.fullmatch(text))
    }
    return {number for number in found if not _counts_on(number, found)}


def _counts_on(number: int, bases: dict[int, float]) -> bool:
    """Whether a number is one of a row ("2019 2020") or column; two may be those of a page and of a note."""
    beside = any(abs(bases.get(number + step, inf) - bases[number]) < _SAME_ROW for step in (-1, 1))
    return beside or any(
        bases.keys() >= {first, first + 1, first + 2} for first in range(number - 2, number + 1)
    )
