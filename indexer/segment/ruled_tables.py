"""Tables between ruled lines."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from indexer.segment.cells import cells, holds_caption, is_narrow
from indexer.segment.items import in_capitals
from indexer.segment.notes import mark_start

if TYPE_CHECKING:
    from collections.abc import Mapping

    from indexer.model import Page
    from indexer.segment.items import Item
    from indexer.segment.measures import Measures

_NUMBERED_HEADING = regex.compile(r"(?:[IVXLC]{1,6}|[A-Z]|\d{1,2})\.[\s\t]+\p{Lu}")
_SAME_EDGE = 6.0  # points: notes begin where the rule above them does
_HUGS = 4.0  # points: so near to words a rule underlines them
_LABEL = 6  # characters: a tab behind as many is that of a number
_SHORT = 0.55  # of the page width: no rule above notes is longer
_SENTENCE = regex.compile(r"\p{L}[\p{L}’',-]*(?:\s+[\p{L}\d’',()-]+){9,}")


def ruled_regions(page: Page, live: list[Item], measures: Measures) -> list[tuple[float, float]]:
    """Return the heights between which rules and lines of cells alternate.

    The bands between neighbouring rules are looked at one by one: a band of full lines of prose ends a table.
    """
    levels = _levels(page, live)
    regions: list[tuple[float, float]] = []
    rows = rules = 0
    top: float | None = None
    for above, below in zip(levels, [*levels[1:], None][: len(levels)], strict=True):
        band = _between(live, above, below) if below is not None else []
        found = sum(cells(item) >= 2 and not _is_heading(item, measures) for item in band)
        tall = below is None or (
            below - above >= 0.28 * page.height
            and found < 0.4 * len(band)
            and not (rows and found and _holds_cells(band, measures))
        )
        headed = _holds_heading(band, measures)
        between = rows > 0 and (holds_caption(band) or (not found and headed))
        if not tall and not between and not _is_prose(band, measures):
            if top is None and (headed or not (found or _names_columns(band, page, measures))):
                continue  # a rule above the first row of cells belongs to the page head or to a caption
            top = above - 1.0 if top is None else top
            rows += found
            rules += 1
            continue
        if top is not None and rules >= 2 and rows >= 1:
            regions.append((top, above + 1.0))
        rows, rules, top = 0, 0, None
    return regions


def over_page_end(
    page: Page,
    live: list[Item],
    following: Page | None,
    by_page: Mapping[int, list[Item]],
    measures: Measures,
) -> list[tuple[float, float]]:
    """Return where a table goes on over a page end: its names of columns stand again on the next page."""
    if following is None or not (page.rules and following.rules and live):
        return []  # most pages
    names = _names_at_top(following, by_page.get(following.number, []), measures)
    levels = _levels(page, live) if names else []
    for above, below in reversed([*pairwise(levels)]):
        if _words(_between(live, above, below)) == names:
            rest = [item for item in live if item.line.bottom >= below + 1]
            foot = _foot(page, rest)
            rows = [item for item in rest if item.line.bottom < foot]
            ended = below < levels[-1] and not all(
                item.place or measures.is_smaller(item) or cells(item) > 1 for item in rows
            )
            return [] if ended or holds_caption(rows) else [(above - 1.0, foot)]
    return []


def _names_at_top(page: Page, live: list[Item], measures: Measures) -> list[str]:
    """Return the words of the names of columns that a page begins with, between its first rules."""
    for above, below in pairwise(_levels(page, live) if live else []):
        band = _between(live, above, below)
        if _names_columns(band, page, measures) and band[0] is live[0]:
            return _words(band)
    return []


def _between(live: list[Item], above: float, below: float) -> list[Item]:
    return [item for item in live if above < item.line.bottom < below + 1]


def _words(band: list[Item]) -> list[str]:
    """Return the words of lines in order of the alphabet: cells may come in any."""
    return sorted(word for item in band for word in item.text.split())


def _foot(page: Page, rest: list[Item]) -> float:
    """Return the height at which notes begin below the rows of a table, or where the page ends."""
    for above, item in pairwise(rest):
        if mark_start(item) and any(
            above.line.bottom < y < item.line.bottom
            and abs(left - item.line.left) < _SAME_EDGE
            and right - left < _SHORT * page.width
            for left, right, y in page.rules
        ):
            return item.line.bottom - item.line.size
    return page.height


def _names_columns(band: list[Item], page: Page, measures: Measures) -> bool:
    """Whether lines between two rules are the names of columns: small type, in cells or far from the margin.

    The first column may have no name.
    """
    if not band or not all(map(measures.is_smaller, band)):
        return False
    far = min(item.line.left - measures.left(item) for item in band) > 0.25 * page.width
    return far or any(cells(item) > 1 for item in band)


def _holds_heading(band: list[Item], measures: Measures) -> bool:
    """Whether a numbered heading stands between two rules: then the upper one is not the top of a table."""
    return any(_is_heading(item, measures) for item in band)


def _is_heading(item: Item, measures: Measures) -> bool:
    """Whether a line is a numbered heading; a tab behind its number ends a cell only in small type."""
    if not (item.line.bold > 0.8 or in_capitals(item.text)):
        return False
    number = _NUMBERED_HEADING.match(item.text)
    if number is None or "\t" not in item.text:
        return number is not None
    return "\t" not in item.text[number.end() :] and item.line.size >= measures.size


def _levels(page: Page, live: list[Item]) -> list[int]:
    """Return the heights at which rules, taken together, cross a good part of the page.

    Underlined words do not, nor do rules beside the column that the lines stand in.
    """
    by_level: dict[int, float] = defaultdict(float)
    left = right = 0.0
    if page.rules and live[0].line.column:
        left, right = min(item.line.left for item in live), max(item.line.right for item in live)
    typed = [item for item in live if item.text.rfind("\t") < _LABEL] if page.scanned else []
    for start, end, y in page.rules:
        if (not right or left < (start + end) / 2 < right) and not _underlines(start, end, y, typed):
            by_level[round(y)] += end - start
    for level in list(by_level):
        # the parts of one rule may lie a point apart
        by_level[level] += by_level.pop(level + 1, 0.0) if level in by_level else 0.0
    return sorted(level for level, width in by_level.items() if width > 0.33 * page.width)


def _underlines(left: float, right: float, y: float, lines: list[Item]) -> bool:
    """Whether a rule stands below one of some lines from end to end, as below a typed heading."""
    return any(
        abs(y - item.line.bottom) < _HUGS
        and min(abs(left - item.line.left), abs(left - item.line.text_left)) < _HUGS
        and abs(right - item.line.right) < _HUGS
        for item in lines
    )


def _is_prose(band: list[Item], measures: Measures) -> bool:
    """Whether lines between two rules are running text: full lines of one cell."""
    full = [
        item
        for item in band
        if cells(item) == 1
        and item.line.right - item.line.left > 0.7 * (measures.right(item) - measures.left(item))
        and _SENTENCE.search(item.text)
    ]
    return len(full) >= max(1, 0.4 * len(band))


def _holds_cells(band: list[Item], measures: Measures) -> bool:
    """Whether no line between two rules is wider than a cell: a row may be as tall as a page."""
    return all(cells(item) > 1 or is_narrow(item, measures) for item in band)
