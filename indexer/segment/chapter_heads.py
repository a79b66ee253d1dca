"""Running heads and feet with the number of the page, whose words need not come again."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.segment.items import Item

_BESIDE_NUMBER = regex.compile(r"^(?P<n>\d{1,4})\t\S|\S\t(?P<n>\d{1,4})$")
_LEAST = 4  # pages
_SHARE = 0.25  # of the pages


def find_chapter_heads(edges: Iterable[tuple[str, Item]], pages: int) -> list[Item]:
    """Return the lines that name the chapter beside the number of the page, as books have them.

    They stand at one height, and their numbers count the pages, as those of notes and rows do not.

    Args:
        edges: The outermost lines of every page, with the edge that they stand at.
        pages: How many there are.
    """
    alike: dict[tuple[str, int, int], list[Item]] = defaultdict(list)
    for zone, item in edges:
        number = _BESIDE_NUMBER.search(item.text.strip()) if zone in ("top", "bottom") else None
        if number and not (item.ends_sentence() or item.line.raised):
            alike[zone, int(number["n"]) - item.page, round(item.line.bottom)].append(item)
    least = max(_LEAST, _SHARE * pages)
    return [item for found in alike.values() if len(found) >= least for item in found]
