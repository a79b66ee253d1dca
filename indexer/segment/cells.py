"""The cells of a line, and what looks like them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from indexer.segment.items import has_ideographs
from indexer.segment.line_starts import CAPTION

if TYPE_CHECKING:
    from indexer.segment.items import Item
    from indexer.segment.measures import Measures

LABEL_TAB = regex.compile(r"^(?:\S{1,8}|[§¶]\s?\d{1,4}|\d{1,4}\s[-–—])\t+")
"""A label and the tab behind it."""
_TEXT = 40  # characters behind a label, which are no cell
_STRETCHED = regex.compile(r"\P{N}[^\s\p{N}]*+(?:\t\p{Ll}[^\s\p{N}]*+)+")
_AT_MARGIN = 2.0  # points


def cells(item: Item) -> int:
    """Return the number of cells in a line; a label in front of text is no cell."""
    text = item.text
    if "\t" not in text:
        return 1
    label = LABEL_TAB.match(text)
    if label and (len(text) > label.end() + _TEXT or has_ideographs(text)):
        text = text[label.end() :]
    return text.count("\t") + 1


def holds_caption(band: list[Item]) -> bool:
    """Whether the caption of another table is one of the lines."""
    return any(item.line.bold > 0.8 and CAPTION.match(item.text) for item in band)


def is_stretched(item: Item, measures: Measures) -> bool:
    """Whether a line is one of text with few words, which stand as far apart as cells to fill the measure."""
    at_margin = abs(item.line.right - measures.right(item)) <= _AT_MARGIN
    return at_margin and _STRETCHED.fullmatch(item.text) is not None


def is_narrow(item: Item, measures: Measures) -> bool:
    """Whether a line is no wider than a cell may be."""
    return item.line.right - item.line.left < 0.5 * (measures.right(item) - measures.left(item))
