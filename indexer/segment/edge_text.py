"""Lines at the edges of pages that are no running heads or feet: they end what stands right above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from indexer.segment.page_edges import mask

if TYPE_CHECKING:
    from indexer.segment.items import Item

_TOGETHER = 1.5  # of the font size: lines of one heading or note are no further apart
_SAME = 0.8  # points: sizes of lines set alike differ by less
_OUT = 0.85  # share of bold letters of a line that stands out
_YEAR = regex.compile(r"(?:19|20)\d\d")
TYPED_NOTE = regex.compile(r"^\d{1,3}/\s+\p{Lu}\p{Ll}")
"""The first line of a note as typewriters have it: "12/ See A/9/8"."""


def ends_sentence_above(items: list[Item], item: Item, repeated: dict[tuple[str, str], int]) -> bool:
    """Whether a line is the end of a note that begins right above: "Supplement No. 1" and "(A/1287)."."""
    above = items[item.index - 1] if item.index else None
    return (
        above is not None
        and above.page == item.page
        and item.ends_sentence()
        and not above.ends_sentence()
        and 0 < item.line.bottom - above.line.bottom < _TOGETHER * item.line.size
        and (not repeated.get(("bottom", mask(above.text)), 0) or bool(TYPED_NOTE.match(above.text)))
    )


def ends_heading_above(items: list[Item], item: Item) -> bool:
    """Whether a line is the year with which a heading ends whose other words stand right above."""
    above = items[item.index - 1] if item.index and _YEAR.fullmatch(item.text.strip()) else None
    return (
        above is not None
        and above.page == item.page
        and not above.place
        and max(min(above.line.bold, item.line.bold), min(above.line.italic, item.line.italic)) > _OUT
        and abs(above.line.size - item.line.size) < _SAME
        and 0 < item.line.bottom - above.line.bottom < _TOGETHER * item.line.size
    )
