"""Tables: lines of cells that must not be read as paragraphs."""

from __future__ import annotations

from collections import defaultdict
from itertools import dropwhile, groupby, pairwise, takewhile, zip_longest
from typing import TYPE_CHECKING

import regex

from indexer.segment.items import has_ideographs, in_capitals
from indexer.segment.line_starts import CAPTION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from indexer.model import Page
    from indexer.segment.items import Item
    from indexer.segment.measures import Measures

_COLUMNS = 3  # cells of a row that cannot be anything else
_NUMBERED = regex.compile(r"\d{1,4}[.．][\s\t]")
_NUMBERED_HEADING = regex.compile(r"(?:[IVXLC]{1,6}|[A-Z]|\d{1,2})\.[\s\t]+\p{Lu}")
_LABEL_TAB = regex.compile(r"^(?:\S{1,8}|[§¶]\s?\d{1,4}|\d{1,4}\s[-–—])\t+")
_PART_TAB = regex.compile(r"^\p{L}+\s(?:\d{1,3}|[IVXLC]{1,6}|[A-Z])\t")  # "Annex II", and its title
_TABLE_NOTE = regex.compile(
    r"(?:Sources?|Notes?|Abbreviations?)\s?:|(?:[a-z]|\d{1,2}|[*∗†]+)\s?/\s?\S|[*∗†]|[a-z][\t ]\p{Lu}"
)
_TEXT = 40  # characters behind a label, which are no cell
_FIGURES = regex.compile(
    r"(?:[$€+−–-]?\p{Nd}++(?:[.,]\p{Nd}++)*+(?:\s?%)?+\s*+)++"
)  # no commas between them; read one way only, however many stand on a line
_STRETCHED = regex.compile(r"\P{N}[^\s\p{N}]*+(?:\t\p{Ll}[^\s\p{N}]*+)+")
_AT_MARGIN = 2.0  # points
_LEAST_FIGURES = 3  # lines
_LEAST_ROWS = 3  # of a table without ruled lines
_ROW_GAP = 3.2  # times the distance of two lines: the rows of a table stand no further apart
_SAME_SIZE = 0.6  # points
_SENTENCE = regex.compile(r"\p{L}[\p{L}’',-]*(?:\s+[\p{L}\d’',()-]+){9,}")


def cells(item: Item) -> int:
    """Return the number of cells in a line; a label in front of text is no cell."""
    text = item.text
    if "\t" not in text:
        return 1
    label = _LABEL_TAB.match(text)
    if label and (len(text) > label.end() + _TEXT or has_ideographs(text)):
        text = text[label.end() :]
    return text.count("\t") + 1


def mark_tables(items: list[Item], measures: Measures, pages: tuple[Page, ...]) -> None:
    """Set the place of table lines: between ruled lines, or several in a row with three cells or more."""
    by_page: dict[int, list[Item]] = defaultdict(list)
    for item in items:
        if item.line.role == "row" and item.place != "contents":
            item.place = "table"
        if item.place in ("", "table"):
            by_page[item.page].append(item)
    if not measures.paged:
        return
    for page, following in zip_longest(pages, pages[1:]):
        live = by_page.get(page.number, [])
        for column in {item.line.column for item in live}:
            beside = [item for item in live if item.line.column == column]
            regions = _ruled_regions(page, beside, measures)
            if not column:
                regions += _over_page_end(page, beside, following, by_page, measures)
            for top, bottom in regions:
                for item in beside:
                    if top < item.line.bottom < bottom and not item.place:
                        item.place = "table"
        _mark_rows([item for item in live if not item.place], measures)
        _mark_heads(live, measures)
        _mark_figures([item for item in live if not item.place])
        _mark_torn(by_page.get(page.number - 1, []), live, measures)
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
    labelled = _LABEL_TAB.match(text) or _PART_TAB.match(text)
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
            and not _is_stretched(item, measures)
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
    for bare, group in groupby(live, lambda item: _FIGURES.fullmatch(item.text) is not None):
        found = list(group)
        if bare and len(found) >= _LEAST_FIGURES:
            for item in found:
                item.place = "table"


def above_tables(live: list[Item]) -> frozenset[int]:
    """Return the indices of the lines that stand right above a table."""
    return frozenset(
        item.index
        for item, following in pairwise(live)
        if following.place == "table" and item.place == "" and item.page == following.page
    )


def _mark_table_notes(live: list[Item], measures: Measures) -> None:
    """Set the place of the notes right under a table, above further text of the column, to the table."""
    last_body = {
        item.line.column: i for i, item in enumerate(live) if not item.place and measures.is_body_size(item)
    }
    for i in range(1, len(live)):
        item, before = live[i], live[i - 1]
        if i >= last_body.get(item.line.column, -1):
            continue
        if item.place or before.place != "table" or not measures.is_smaller(item):
            continue
        opens = bool(_TABLE_NOTE.match(item.text)) or bool(item.line.raised and item.line.raised[0][0] == 0)
        goes_on = (
            measures.is_smaller(before)
            and abs(before.line.size - item.line.size) < 0.6
            and cells(before) == 1
        )
        if opens or (goes_on and (item.gap or 99) < 1.5 * item.line.size):
            item.place = "table"


def _ruled_regions(page: Page, live: list[Item], measures: Measures) -> list[tuple[float, float]]:
    """Return the heights between which rules and lines of cells alternate.

    The bands between neighbouring rules are looked at one by one: a band of full lines of prose ends a table.
    """
    levels = _levels(page, live)
    regions: list[tuple[float, float]] = []
    rows = rules = 0
    top: float | None = None
    for above, below in zip(levels, [*levels[1:], None][: len(levels)], strict=True):
        band = [item for item in live if below is not None and above < item.line.bottom < below + 1]
        found = sum(cells(item) >= 2 and not _is_heading(item, measures) for item in band)
        tall = below is None or (
            below - above >= 0.28 * page.height
            and found < 0.4 * len(band)
            and not (rows and found and _is_narrow(band, measures))
        )
        headed = _holds_heading(band, measures)
        between = rows > 0 and (_holds_caption(band) or (not found and headed))
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


def _over_page_end(
    page: Page,
    live: list[Item],
    following: Page | None,
    by_page: Mapping[int, list[Item]],
    measures: Measures,
) -> list[tuple[float, float]]:
    """Return where a table goes on over a page end: its names of columns stand again on the next page."""
    head, top = _head(page, live, measures, last=True)
    if not head or following is None:
        return []
    again, _ = _head(following, by_page.get(following.number, []), measures, last=False)
    return [(top, page.height)] if again == head else []


def _head(page: Page, live: list[Item], measures: Measures, *, last: bool) -> tuple[str, float]:
    """Return the names of columns between the last two rules of a page, or at its top, and their height."""
    levels = _levels(page, live) if live else []
    for above, below in pairwise(levels[-2:] if last else levels):
        band = [item for item in live if above < item.line.bottom < below + 1]
        if _names_columns(band, page, measures) and (last or band[0] is live[0]):
            words = [word for item in band for word in item.text.split()]
            return " ".join(sorted(words)), above - 1.0
    return "", 0.0


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


def _holds_caption(band: list[Item]) -> bool:
    """Whether the caption of another table is one of the lines."""
    return any(item.line.bold > 0.8 and CAPTION.match(item.text) for item in band)


def _levels(page: Page, live: list[Item]) -> list[int]:
    """Return the heights at which rules, taken together, cross a good part of the page.

    Underlined words do not, nor do rules beside the column that the lines stand in.
    """
    by_level: dict[int, float] = defaultdict(float)
    left = right = 0.0
    if page.rules and live[0].line.column:
        left, right = min(item.line.left for item in live), max(item.line.right for item in live)
    for start, end, y in page.rules:
        if not right or left < (start + end) / 2 < right:
            by_level[round(y)] += end - start
    for level in list(by_level):
        # the parts of one rule may lie a point apart
        by_level[level] += by_level.pop(level + 1, 0.0) if level in by_level else 0.0
    return sorted(level for level, width in by_level.items() if width > 0.33 * page.width)


def _is_prose(band: list[Item], measures: Measures) -> bool:
    """Whether lines between two rules are running text: full lines of one cell."""
    full = [
        item
        for item in band
        if cells(item) == 1
        and item.line.right - item.line.left > 0.7 * (measures.right(item) - measures.left(item))
        and (_SENTENCE.search(item.text) or has_ideographs(item.text))
    ]
    numbered = any(_NUMBERED.match(item.text) and cells(item) == 1 for item in band)
    return len(full) >= max(1, 0.4 * len(band)) or (numbered and bool(full))


def _is_narrow(band: list[Item], measures: Measures) -> bool:
    """Whether no line between two rules is wider than a cell: a row may be as tall as a page."""
    return all(
        cells(item) > 1
        or item.line.right - item.line.left < 0.5 * (measures.right(item) - measures.left(item))
        for item in band
    )


def _is_stretched(item: Item, measures: Measures) -> bool:
    """Whether a line is one of text with few words, which stand as far apart as cells to fill the measure."""
    at_margin = abs(item.line.right - measures.right(item)) <= _AT_MARGIN
    return at_margin and _STRETCHED.fullmatch(item.text) is not None


def _mark_rows(live: list[Item], measures: Measures) -> None:
    """Mark runs of lines of which most have three cells or more."""
    at = 0
    while at < len(live):
        if cells(live[at]) < _COLUMNS or _is_stretched(live[at], measures):
            at += 1
            continue
        end = at + 1
        rows = 1
        misses = 0
        last = at
        while (
            end < len(live)
            and misses < 3
            and (live[end].gap or 0) < _ROW_GAP * measures.leading
            and not _holds_caption(live[end : end + 1])
        ):
            many = cells(live[end]) >= _COLUMNS or (cells(live[end]) == 2 and rows >= 2)
            many = many and not _is_stretched(live[end], measures)
            narrow = live[end].line.right - live[end].line.left < 0.5 * (
                measures.right(live[end]) - measures.left(live[end])
            )
            if many:
                rows += 1
                last, misses = end, 0
            elif narrow:
                misses += 1
            else:
                break
            end += 1
        if rows >= _LEAST_ROWS:
            for item in live[at : last + 1]:
                item.place = "table"
        at = last + 1
