"""Two pages on each page of the file: what was read of them one by one, as it stands in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from indexer.model import Box, Page, ParsedDocument, Record


def on_sheets(parsed: ParsedDocument, pages: Iterable[Page]) -> ParsedDocument:
    """Return what was read with the pages of the file instead of those that are printed on them."""
    places = {page.number: page for page in pages}
    sheets = {number: page.sheet for number, page in places.items()}
    replace = msgspec.structs.replace
    return replace(
        parsed,
        records=tuple(_on_sheet(record, places) for record in parsed.records),
        headings=tuple(replace(heading, page=sheets[heading.page]) for heading in parsed.headings),
        report=replace(
            parsed.report,
            pages=len(set(sheets.values())),
            findings=tuple(
                replace(finding, page=sheets.get(finding.page or 0)) for finding in parsed.report.findings
            ),
        ),
    )


def _on_sheet(record: Record, places: dict[int, Page]) -> Record:
    boxes = tuple(_box_on_sheet(box, places[box[0]].offset) for box in record.boxes)
    record = msgspec.structs.replace(record, boxes=boxes)
    return on_pages(record, lambda page: places[page].sheet)


def _box_on_sheet(box: Box, offset: float) -> Box:
    page, left, top, right, bottom = box
    return page, round(left + offset, 1), top, round(right + offset, 1), bottom


def on_pages(record: Record, page_of: Callable[[int], int]) -> Record:
    """Return a record with other numbers of its pages, where it has them."""

    def number(page: int | None) -> int | None:
        return None if page is None else page_of(page)

    replace = msgspec.structs.replace
    return replace(
        record,
        page=number(record.page),
        page_end=number(record.page_end),
        boxes=tuple((page_of(page), *box) for page, *box in record.boxes),
        footnotes=tuple(replace(note, page=number(note.page)) for note in record.footnotes),
    )
