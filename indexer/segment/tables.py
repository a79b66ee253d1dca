"""Tables: lines of cells that must not be read as paragraphs."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from indexer.model import Page
    from indexer.segment.items import Item, Measures

_LABEL_TAB = regex.compile(r"^\S{1,8}\t+")
_SENTENCE = regex.compile(r"\p{L}[\p{L}’',-]*(?:\s+[\p{L}\d’',()-]+){9,}")


def cells(item: Item) -> int:
    """Return the number of cells in a line; a label in front of text is no cell."""
    text = item.text
    label = _LABEL_TAB.match(text)
    if label and len(text) > label.end() + 40:
        text = text[label.end() :]
    return text.count("\t") + 1


def mark_tables(items: list[Item], measures: Measures, pages: tuple[Page, ...]) -> None:
    """Set the place of table lines: between ruled lines, or several in a row with three cells or more."""
    by_page: dict[int, list[Item]] = defaultdict(list)
    for item in items:
        if item.line.role == "row":
            item.place = "table"
        elif not item.place:
            by_page[item.page].append(item)
    if not measures.paged:
        return
    for page in pages:
        live = by_page.get(page.number, [])
        for top, bottom in _ruled_regions(page, live):
            for item in live:
                if top < item.line.bottom < bottom and not item.place:
                    item.place = "table"
        _mark_rows([item for item in live if not item.place], measures)


def _ruled_regions(page: Page, live: list[Item]) -> list[tuple[float, float]]:
    """Return the heights between which three or more parallel rules and lines of cells stand."""
    wide = [rule for rule in page.rules if rule[1] - rule[0] > 0.1 * page.width]
    levels = sorted({round(rule[2], 0) for rule in wide})
    regions: list[tuple[float, float]] = []
    start = 0
    for i in range(1, len(levels) + 1):
        if i < len(levels) and levels[i] - levels[i - 1] < 0.28 * page.height:
            continue
        group = levels[start:i]
        start = i
        if len(group) >= 3:
            regions.append((group[0] - 1, group[-1] + 1))
    kept = []
    for top, bottom in regions:
        inside = [item for item in live if top < item.line.bottom < bottom]
        if len(inside) < 2:
            continue
        rows = sum(cells(item) >= 2 for item in inside)
        prose = sum(bool(_SENTENCE.search(item.text)) and cells(item) == 1 for item in inside)
        if rows >= 0.3 * len(inside) and prose <= 0.4 * len(inside):
            kept.append((top, bottom))
    return kept


def _mark_rows(live: list[Item], measures: Measures) -> None:
    """Mark runs of lines of which most have three cells or more."""
    at = 0
    while at < len(live):
        if cells(live[at]) < 3:
            at += 1
            continue
        end = at + 1
        rows = 1
        misses = 0
        last = at
        while end < len(live) and misses < 3 and (live[end].gap or 0) < 3.2 * measures.leading:
            many = cells(live[end]) >= 3 or (cells(live[end]) == 2 and rows >= 2)
            narrow = live[end].line.right - live[end].line.left < 0.5 * (measures.right(live[end]) - measures.left(live[end]))
            if many:
                rows += 1
                last, misses = end, 0
            elif narrow:
                misses += 1
            else:
                break
            end += 1
        if rows >= 3:
            for item in live[at : last + 1]:
                item.place = "table"
        at = last + 1
