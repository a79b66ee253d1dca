"""Tables: lines of cells that must not be read as paragraphs."""

from __future__ import annotations

from itertools import dropwhile, groupby, pairwise, takewhile, zip_longest
from typing import TYPE_CHECKING

import regex

from indexer.segment.cells import LABEL_TAB, cells, holds_caption, is_narrow, is_stretched
from indexer.segment.items import by_page
from indexer.segment.ruled_tables import over_page_end, ruled_regions

if TYPE_CHECKING:
    from indexer.model import Page
    from indexer.segment.items import Item
    from indexer.segment.measures import Measures

_COLUMNS = 3  # cells of a row that cannot be anything else
_PART_TAB = regex.compile(r"^\p{L}+\s(?:\d{1,3}|[IVXLC]{1,6}|[A-Z])\t")  # "Annex II", and its title
_TABLE_NOTE = regex.compile(
    r"(?P<sure>(?:Sources?|Notes?|Abbreviations?|Legend|Key|Abréviations|Légende|Fuentes?|Notas?|Abreviaturas|"
    r"Источники?|Примечани[ея]|Сокращения|(?:资料)?来源|注|المصدر|ملاحظة)\s?[:：]|[a-z][\t ]\p{Lu})"
    r"|(?:[a-z]|\d{1,2}|[*∗†]+)\s?/\s?\S|[*∗†]"
)
_FIGURES = regex.compile(
    r"(?:[$€+−–-]?\p{Nd}++(?:[.,]\p{Nd}++)*+(?:\s?%)?+\s*+)++"
)  # no commas between them; read one way only, however many stand on a line
_LEAST_FIGURES = 3  # lines
_LEAST_ROWS = 3  # of a table without ruled lines
_MISSES = 3  # lines of a table in a row that have fewer cells
_ROW_GAP = 3.2  # times the distance of two lines: the rows of a table stand no further apart
_SAME_SIZE = 0.6  # points


def mark_tables(items: list[Item], measures: Measures, pages: tuple[Page, ...]) -> None:
    """Set the place of table lines: between ruled lines, or several in a row with three cells or more."""
    for item in items:
        if item.line.role == "row" and item.place != "contents":
            item.place = "table"
    if not measures.paged:
        _mark_table_notes([item for item in items if item.place in ("", "table")], measures)
        return
    found = by_page([item for item in items if item.place in ("", "table") and item.line.role != "cell"])
    for page, following in zip_longest(pages, pages[1:]):
        live = found.get(page.number, [])
        for column in {item.line.column for item in live}:
            beside = [item for item in live if item.line.column == column]
            regions = ruled_regions(page, beside, measures)
            if not column:
                regions += over_page_end(page, beside, following, found, measures)
            for top, bottom in regions:
                for item in beside:
                    if top < item.line.bottom < bottom and not item.place:
                        item.place = "table"
        _mark_rows([item for item in live if not item.place], measures)
        _mark_heads(live, measures)
        _mark_figures([item for item in live if not item.place])
        _mark_torn(found.get(page.number - 1, []), live, measures)
        _mark_table_notes(live, measures)


def _mark_heads(live: list[Item], measures: Measures) -> None:
    """Set the place of the row of names right above a table to the table."""
    for item, below in zip(reversed(live[:-1]), reversed(live[1:]), strict=True):
        if (
            below.place == "table"
            and not item.place
            and _names_several(item)
            and below.gap is not None
            and below.gap < _ROW_GAP * measures.leading
        ):
            item.place = "table"


def _names_several(item: Item) -> bool:
    """Whether a line has the names of several columns; behind a label stands one cell."""
    count, text = cells(item), item.text
    labelled = LABEL_TAB.match(text) or _PART_TAB.match(text)
    return count >= _COLUMNS or (count == _COLUMNS - 1 and not labelled and not item.ends_sentence())


def _mark_torn(above: list[Item], below: list[Item], measures: Measures) -> None:
    """Mark the rows of a table that a page end parts: those beside it have as many cells, in one size.

    Nothing but notes stands between them.
    """
    if not below or cells(below[0]) < _COLUMNS or below[0].line.role:
        return  # most pages

    def is_row(item: Item) -> bool:
        return (
            cells(item) >= _COLUMNS
            and not is_stretched(item, measures)
            and abs(item.line.size - below[0].line.size) < _SAME_SIZE
            and (item.gap or 0) < _ROW_GAP * measures.leading
        )

    def is_note(item: Item) -> bool:
        return cells(item) < _COLUMNS and measures.is_smaller(item)

    rows = [*takewhile(is_row, dropwhile(is_note, reversed(above)))]
    torn = [*takewhile(is_row, below)]
    if rows and torn and cells(rows[0]) == cells(torn[0]) and len(rows) + len(torn) >= _LEAST_ROWS:
        for item in (*rows, *torn):
            item.place = "table"


def _mark_figures(live: list[Item]) -> None:
    """Mark the figures of a chart: several lines in a row that hold nothing else."""
    for bare, group in groupby(live, _is_bare):
        found = list(group)
        if bare and len(found) >= _LEAST_FIGURES:
            for item in found:
                item.place = "table"


def _is_bare(item: Item) -> bool:
    """Whether a line holds nothing but figures."""
    return not item.text[:1].isalpha() and _FIGURES.fullmatch(item.text) is not None


def above_tables(live: list[Item]) -> frozenset[int]:
    """Return the indices of the lines that stand right above a table."""
    return frozenset(
        item.index
        for item, following in pairwise(live)
        if following.place == "table" and item.place == "" and item.page == following.page
    )


def _mark_table_notes(live: list[Item], measures: Measures) -> None:
    """Set the place of the notes right under a table to the table.

    Without further text of the column below, where footnotes may stand, the first one must say what it is.
    """
    if all(item.place != "table" for item in live):
        return  # most pages
    last_body = {
        item.line.column: i for i, item in enumerate(live) if not item.place and measures.is_body_size(item)
    }
    noted = -1
    for i in range(1, len(live)):
        item, before = live[i], live[i - 1]
        if item.place or before.place != "table" or not measures.is_smaller(item):
            continue
        low = i >= last_body.get(item.line.column, -1)
        opens = _TABLE_NOTE.match(item.text)
        goes_on = (
            measures.is_smaller(before)
            and abs(before.line.size - item.line.size) < _SAME_SIZE
            and (noted == i - 1 or (cells(before) == 1 and not low))
            and (item.gap or 99) < 1.5 * item.line.size
            and not (low and item.text[0].isdigit())
        )
        if goes_on or (opens and (opens["sure"] or not low)):
            item.place = "table"
            noted = i


def _mark_rows(live: list[Item], measures: Measures) -> None:
    """Mark runs of lines of which most have three cells or more."""
    at = 0
    while at < len(live):
        rows, end = _rows_from(live, at, measures)
        if rows >= _LEAST_ROWS:
            for item in live[at:end]:
                item.place = "table"
        at = end


def _rows_from(live: list[Item], at: int, measures: Measures) -> tuple[int, int]:
    """Return how many rows a run has that begins with a line, and the position behind it."""
    end = at + 1
    if cells(live[at]) < _COLUMNS or is_stretched(live[at], measures):
        return 0, end
    rows, misses = 1, 0
    for place in range(end, len(live)):
        item = live[place]
        if (
            misses == _MISSES
            or (item.gap or 0) >= _ROW_GAP * measures.leading
            or holds_caption(live[place : place + 1])
        ):
            break
        count = cells(item)
        many = count >= _COLUMNS or (count == _COLUMNS - 1 and rows > 1)
        if many and not is_stretched(item, measures):
            rows, misses, end = rows + 1, 0, place + 1
        elif is_narrow(item, measures):
            misses += 1
        else:
            break
    return rows, end
