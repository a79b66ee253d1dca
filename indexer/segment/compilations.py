"""Files that hold several documents behind one another: where each begins, and what was read of all."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from indexer.model import Finding, ParsedDocument
from indexer.segment.document_starts import first_pages
from indexer.segment.flow_parts import split_flow
from indexer.segment.sheets import on_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.model import ExtractedDocument, Heading, Page, Record


def split_documents(document: ExtractedDocument) -> list[ExtractedDocument]:
    """Return the documents that a file holds, each with its own pages: most files hold one.

    A masthead begins a document, on any page, and its pages are counted from there. In formats that flow it
    does so in any line.
    """
    pages = document.pages
    if not document.paged or _flows(pages):
        parts = split_flow(pages, paged=document.paged)
    else:
        starts = first_pages(pages)
        parts = [[*pages[start:end]] for start, end in itertools.pairwise([*starts, len(pages)])]
    if len(parts) < 2:
        return [document]
    return [_part(document, part, is_first=not at) for at, part in enumerate(parts)]


def _flows(pages: Sequence[Page]) -> bool:
    """Whether pages are of a format that says where paragraphs begin, and not where lines stand.

    The first page with text tells: a cover may be a picture.
    """
    lines = next((page.lines for page in pages if page.lines), ())
    return bool(lines) and all(line.starts_block is not None for line in lines)


def counted(pages: Iterable[Page]) -> tuple[Page, ...]:
    """Return pages with their numbers counted through."""
    return tuple(msgspec.structs.replace(page, number=number) for number, page in enumerate(pages, 1))


def _part(document: ExtractedDocument, pages: Sequence[Page], *, is_first: bool) -> ExtractedDocument:
    """Return some pages as a document; what is known of the file holds for its first document."""
    return msgspec.structs.replace(
        document,
        pages=counted(pages),
        title=document.title if is_first else "",
        warnings=document.warnings if is_first else (),
    )


def join_documents(parsed: Sequence[ParsedDocument], *, facing: bool = False) -> ParsedDocument:
    """Return what was read of all documents of a file as one, with its pages counted through.

    The report is on them all. Its symbol, language, title, date and last number are those of the first
    document that has records, and where the others begin is among its findings. Each document counts its own
    records; one that comes again goes on.

    Args:
        parsed: What was read of each.
        facing: Whether they stand side by side on the same pages, in two languages.
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
            findings.append(_facing(parsed) if facing else _begins(one, pages + 1))
        for heading in one.headings:
            before = heading.before + counts[name]
            headings.append(msgspec.structs.replace(heading, page=heading.page + pages, before=before))
        for record in one.records:
            moved = on_pages(record, pages.__add__)
            records.append(msgspec.structs.replace(moved, order=record.order + counts[name]))
        findings += [
            finding if finding.page is None else msgspec.structs.replace(finding, page=finding.page + pages)
            for finding in one.report.findings
        ]
        counts[name] += len(one.records)
        pages += 0 if facing else one.report.pages
    reports = [one.report for one in parsed]
    main = next((one.report for one in parsed if one.records), reports[0])
    return ParsedDocument(
        records=tuple(records),
        headings=tuple(headings),
        furniture=tuple(text for one in parsed for text in one.furniture),
        report=msgspec.structs.replace(
            main,
            pages=main.pages if facing else pages,
            records=len(records),
            findings=tuple(findings),
            characters={key: sum(report.characters[key] for report in reports) for key in main.characters},
            recognised=sum(report.recognised for report in reports),
        ),
    )


def _begins(one: ParsedDocument, page: int) -> Finding:
    text = f"another document begins: {one.report.symbol or 'its symbol was not found'}"
    return Finding(code="document", page=page, text=text)


def _facing(parsed: Sequence[ParsedDocument]) -> Finding:
    languages = " and ".join(one.report.language for one in parsed)
    return Finding(code="languages", page=1, text=f"it is printed in two languages: {languages}")
