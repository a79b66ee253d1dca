"""Lines that somebody else printed on every page: "Downloaded from ...", the docket of a court, "DRAFT".

They stand outside all that the report has, so that its running heads and feet are no longer the outermost
lines, and on the first page too, which has none of these; or they run up the page or across it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING

from indexer.grammar.patterns import lazy
from indexer.segment.furniture import is_only_furniture
from indexer.segment.items import by_page
from indexer.segment.line_starts import CAPTION, ENUMERATOR
from indexer.segment.page_edges import LARGER, LEVEL, SMALLER, TWO, goes_with_pages, mask

if TYPE_CHECKING:
    from indexer.segment.items import Item

_MOST_LINES = 4
"""Of stamps, at the head and at the foot of a page together: a court's, a library's, and a number."""
_OUTSIDE = 0.045
"""Of the page height: what stands so near the edge is hardly ever text (measured: of 511 lines there, on
1,322 pages, 504 were heads, feet and job numbers)."""
_SHARE = 0.8  # of the pages; some are blank, or have a picture where the stamp is
_HALF = 0.5  # of the pages have what runs across them
_COUNTED = lazy(r"\p{L}{3,}\s\d{1,3}$")
"""Headings that count as the pages do: "Recommendation 1", "Article 2"."""
_NUMBERED = lazy(r"\(?\d{1,3}[.)]?\s+\p{L}")
_bottom = attrgetter("line.bottom")


def mark_stamps(items: list[Item], heights: dict[int, float], size: float) -> frozenset[int]:
    """Set the place of stamps, and return the indexes of their lines.

    Args:
        items: All lines.
        heights: Of the pages, by number.
        size: Of the text.
    """
    _mark_sideways(items)
    printed = [item for item in items if item.line.starts_block is None and not item.place]
    most = size + LARGER if len(heights) > TWO else size - SMALLER
    found: set[int] = set()
    for _ in range(_MOST_LINES):
        pages = by_page([item for item in printed if item.index not in found])
        edges = (_stamps(pages, heights, at_foot=at_foot) for at_foot in (False, True))
        stamps = [item for lines in edges if not any(_is_text(one, most) for one in lines) for item in lines]
        if not stamps:
            break
        for item in stamps:
            item.place = "furniture"
            found.add(item.index)
    return frozenset(found)


def _stamps(pages: dict[int, list[Item]], heights: dict[int, float], *, at_foot: bool) -> list[Item]:
    """Return the outermost lines that are alike on nearly all pages, none where there are none."""
    if len(pages) < TWO:
        return []
    alike: dict[str, list[Item]] = defaultdict(list)
    for page in pages.values():
        outer = (max if at_foot else min)(page, key=_bottom)
        alike[mask(outer.text)].append(outer)
    lines = max(alike.values(), key=len)
    first = min(pages)
    if lines[0].page != first or len(lines) < max(TWO, _SHARE * len(pages)):
        return []
    if is_only_furniture(lines[0].text) or not goes_with_pages({item.page: item.text for item in lines}):
        return []
    if lines[0].text != lines[-1].text and _COUNTED.match(lines[0].text.strip()):
        return []
    edges = [heights[item.page] - item.line.bottom if at_foot else item.line.top for item in lines]
    usual, _ = Counter(map(round, edges)).most_common(1)[0]
    level = sum(
        abs(edge - usual) <= LEVEL and edge <= _OUTSIDE * heights[item.page]
        for edge, item in zip(edges, lines, strict=True)
    )
    return lines if level >= _SHARE * len(lines) else []


def _is_text(item: Item, most: float) -> bool:
    """Whether a line is a title or heading, a caption, or begins with a number or the mark of a note."""
    text = item.text.strip()
    return (
        item.line.size > most
        or item.opens_with_mark()
        or any(pattern.match(text) for pattern in (CAPTION, ENUMERATOR, _NUMBERED))
    )


def _mark_sideways(items: list[Item]) -> None:
    """Mark what runs up or across most pages where it stands upright on a page without other words.

    A cover may have no other words either.
    """
    headers = [item for item in items if item.line.role == "header" and item.line.starts_block is None]
    if not headers:
        return  # most documents
    pages = by_page([item for item in items if item.line.starts_block is None])
    sideways = Counter(mask(item.text) for item in headers)
    common = [text for text, count in sideways.items() if count >= max(TWO, _HALF * len(pages))]
    for page in list(pages.values())[1:] if common else ():
        live = [item for item in page if not (item.place or item.line.role)]
        if all(any(mask(item.text) in text for text in common) for item in live):
            for item in live:
                item.place = "furniture"
