"""Two pages on each page of the file: what was read of them one by one, as it stands in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    notes = (
        msgspec.structs.replace(note, page=places[note.page].sheet if note.page else None)
        for note in record.footnotes
    )
    return msgspec.structs.replace(
        record,
        page=places[record.page].sheet if record.page else None,
        page_end=places[record.page_end].sheet if record.page_end else None,
        boxes=tuple(_box_on_sheet(box, places[box[0]]) for box in record.boxes),
        footnotes=tuple(notes),
    )


def _box_on_sheet(box: Box, page: Page) -> Box:
    _, left, top, right, bottom = box
    return page.sheet, round(left + page.offset, 1), top, round(right + page.offset, 1), bottom
