"""Files that hold several documents behind one another: where each begins, and what was read of all."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from indexer.model import Finding, ParsedDocument
from indexer.segment.furniture import symbols_in
from indexer.segment.masthead_lines import DISTRIBUTION, ORGANIZATION, is_cue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.model import ExtractedDocument, Heading, Line, Page, Record

_MASTHEAD = 0.45  # of the page height: mastheads stand above
_CUES = 5  # lines that only mastheads have: so many need no symbol, which a scan may have misread


def split_documents(document: ExtractedDocument) -> list[ExtractedDocument]:
    """Return the documents that a file holds, each with its own pages: most files hold one.

    A masthead begins a document, on any page, and its pages are counted from there. Formats without pages are
    left as they are.
    """
    starts = [0]
    if document.paged:
        own: frozenset[str] = frozenset()
        for at, page in enumerate(document.pages):
            found = _masthead_symbols(page, own, first=at == 0)
            if found is not None:
                own = found
                starts += [at] if at else []
    if len(starts) == 1:
        return [document]
    ends = [*starts[1:], len(document.pages)]
    return [_cut(document, start, end) for start, end in zip(starts, ends, strict=True)]


def _cut(document: ExtractedDocument, start: int, end: int) -> ExtractedDocument:
    """Return some pages as a document; what is known of the file holds for its first document."""
    pages = enumerate(document.pages[start:end], 1)
    return msgspec.structs.replace(
        document,
        pages=tuple(msgspec.structs.replace(page, number=number) for number, page in pages),
        title=document.title if start == 0 else "",
        warnings=document.warnings if start == 0 else (),
    )


def _masthead_symbols(page: Page, own: frozenset[str], *, first: bool) -> frozenset[str] | None:
    """Return the symbols of the masthead at the top of a page, None where there is no masthead.

    Args:
        page: Any page.
        own: The symbols of the document that the page above belongs to.
        first: Whether there is none above.
    """
    lines = [line for line in page.lines if line.bottom < _MASTHEAD * page.height]
    distributed = any(DISTRIBUTION.search(line.text) for line in lines)
    if not distributed and not any(ORGANIZATION.search(line.text.strip()) for line in lines):
        return None
    cues = [line for line in lines if is_cue(line.text.strip())]
    found = _symbols(cues)
    if first:
        return found
    if not found:
        return found if len(cues) >= _CUES else None
    if distributed:  # under a running head the masthead is that of a document which this one reproduces
        return None if own & found and not found <= own else found
    return None if own & found else found  # title pages inside a volume have the symbol of its cover


def _symbols(lines: Sequence[Line]) -> frozenset[str]:
    return frozenset(str(symbol) for line in lines for _, _, symbol in symbols_in(line.text))


def join_documents(parsed: Sequence[ParsedDocument]) -> ParsedDocument:
    """Return what was read of all documents of a file as one, with its pages counted through.

    The report is on them all. Its symbol, language, title, date and last number are those of the first
    document that has records, and where the others begin is among its findings. Each document counts its own
    records; one that comes again goes on.
    """
    if len(parsed) == 1:
        return parsed[0]
    records: list[Record] = []
    headings: list[Heading] = []
    findings: list[Finding] = []
    counts: Counter[str] = Counter()
    pages = 0
    for one in parsed:
        name = one.records[0].id.partition("#")[0] if one.records else ""
        if records and one.records:
            text = f"another document begins: {one.report.symbol or 'its symbol was not found'}"
            findings.append(Finding(code="document", page=pages + 1, text=text))
        for heading in one.headings:
            before = heading.before + counts[name]
            headings.append(msgspec.structs.replace(heading, page=heading.page + pages, before=before))
        records += [_moved(record, pages, counts[name]) for record in one.records]
        findings += [
            msgspec.structs.replace(finding, page=_behind(pages, finding.page))
            for finding in one.report.findings
        ]
        counts[name] += len(one.records)
        pages += one.report.pages
    reports = [one.report for one in parsed]
    main = next((one.report for one in parsed if one.records), reports[0])
    return ParsedDocument(
        records=tuple(records),
        headings=tuple(headings),
        furniture=tuple(text for one in parsed for text in one.furniture),
        report=msgspec.structs.replace(
            main,
            pages=pages,
            records=len(records),
            findings=tuple(findings),
            characters={key: sum(report.characters[key] for report in reports) for key in main.characters},
            recognised=sum(report.recognised for report in reports),
        ),
    )


def _moved(record: Record, pages: int, records: int) -> Record:
    """Return a record of a document as it stands behind so many pages, and records of the same document."""
    return msgspec.structs.replace(
        record,
        page=_behind(pages, record.page),
        page_end=_behind(pages, record.page_end),
        order=record.order + records,
        boxes=tuple((page + pages, *box) for page, *box in record.boxes),
        footnotes=tuple(
            msgspec.structs.replace(note, page=_behind(pages, note.page)) for note in record.footnotes
        ),
    )


def _behind(pages: int, page: int | None) -> int | None:
    return None if page is None else page + pages
