"""A heading: its lines, and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.segment.joining import join_lines
from indexer.segment.line_starts import SLIP

if TYPE_CHECKING:
    from indexer.segment.items import Item


class HeadingLine:
    """A heading: its lines, its words, its depth, and the number of units before it."""

    __slots__ = ("items", "level", "text", "units_before")

    def __init__(self, items: list[Item], text: str, level: int, units_before: int) -> None:
        self.items, self.text, self.level, self.units_before = items, text, level, units_before


def heading_text(lines: list[Item]) -> str:
    """Return the words of a heading without note marks, apart from its number: "III.Resources"."""
    words = [f"{item.line.label} {item.without_marks()}".lstrip() for item in lines]
    return SLIP.sub(r"\g<0> ", join_lines(words))
