"""What a careful person would want to look at after a document was read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import regex

from indexer.grammar.legibility import page_faults
from indexer.model import Finding, ParseReport
from indexer.segment.records import certainty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.model import ExtractedDocument, Record
    from indexer.segment.items import Item
    from indexer.segment.notes import Note
    from indexer.segment.number_sequences import Numbering
    from indexer.segment.records import RecordBuilder

_JOB = regex.compile(r"\bGE[.:]\s?\d\d[-–]\d{5}|(?<![\d/.-])\d\d-\d{5}\b(?!\))")
_CODE = regex.compile(r"[-–]\d{5}")  # in each of them: most records have none, which is told faster
_YEARS = 1000  # a number this high at a line start is a year, not an unread paragraph
_FAULTS = {
    "no-text-page": "the page is a picture without a text layer",
    "unreliable-text": "the text layer does not spell words",
}
_ORDER = (
    "no-records",
    "no-text-page",
    "unreliable-text",
    "doubtful-page",
    "gap",
    "repeat",
    "leak",
    "unread-number",
    "inferred-number",
    "unbound-note",
    "ocr",
)
_SURE = 0.75  # of the words of a recognised page: below it every fourth line has a wrong word


def visible(text: str) -> int:
    """Return the number of characters that are no white space."""
    if text.isprintable():  # no white space but blanks
        return len(text) - text.count(" ")
    return len("".join(text.split()))


def count_characters(
    items: list[Item], records: Sequence[Record], notes: list[Note], builder: RecordBuilder
) -> dict[str, int]:
    """Return visible characters by where they went.

    Records and notes are counted in what came out, not in what went in.
    """
    counts: Counter[str] = Counter(record=0, heading=0, note=0, furniture=0, contents=0, label=builder.labels)
    for record in records:
        counts["record"] += visible(record.text)
    counts["record"] -= builder.made
    for note in notes:
        counts["note"] += sum(visible(line) for line in note.lines)
    for item in items:
        if item.place in ("furniture", "contents"):
            counts[item.place] += visible(item.text)
        elif item.place in ("heading", "title"):
            counts["heading"] += visible(item.text)
    return dict(counts)


def make_report(
    document: ExtractedDocument,
    records: tuple[Record, ...],
    numbering: Numbering,
    unbound: Sequence[Note],
    characters: dict[str, int],
) -> ParseReport:
    """Return the report on one document, findings worst first."""
    first = records[0] if records else None
    certain = {
        page.number: certainty(
            [(line.confidence, line.text) for line in page.lines if line.confidence is not None]
        )
        for page in document.pages
    }
    recognised = {number: sure for number, sure in certain.items() if sure is not None}
    findings = [
        *_empty(records),
        *_pages(document),
        *_recognised(recognised),
        *_numbers(numbering),
        *_leaks(records),
        *map(_unbound, unbound),
        *(Finding(code="document", text=warning) for warning in document.warnings),
    ]
    findings.sort(key=lambda finding: _ORDER.index(finding.code) if finding.code in _ORDER else len(_ORDER))
    return ParseReport(
        path=document.source.path,
        symbol=first.symbol if first else None,
        language=first.id.rpartition("#")[0].rpartition("@")[2] if first else "und",
        title=first.title if first else "",
        date=first.date if first else None,
        pages=len(document.pages),
        records=len(records),
        numbered=numbering.main.last,
        findings=tuple(findings),
        characters=characters,
        method=document.method,
        ocr=document.ocr,
        recognised=len(recognised),
    )


def _empty(records: tuple[Record, ...]) -> list[Finding]:
    return [] if records else [Finding(code="no-records", text="no paragraph was found in the document")]


def _unbound(note: Note) -> Finding:
    text = f"note {note.mark or '?'} has no mark in the text"
    return Finding(code="unbound-note", page=note.page, text=text)


def _pages(document: ExtractedDocument) -> list[Finding]:
    return [
        Finding(code=fault, page=number, text=_FAULTS[fault])
        for number, fault in page_faults(document.pages).items()
    ]


def _recognised(pages: dict[int, float]) -> list[Finding]:
    if not pages:
        return []
    mean = sum(pages.values()) / len(pages)
    count = f"{len(pages)} pages were" if len(pages) > 1 else "1 page was"
    return [
        Finding(code="ocr", text=f"{count} recognised in pictures; the words are sure to {mean:.0%}"),
        *(
            Finding(code="doubtful-page", page=number, text=f"the recognised words are sure to {sure:.0%}")
            for number, sure in pages.items()
            if sure < _SURE
        ),
    ]


def _numbers(numbering: Numbering) -> list[Finding]:
    found: list[Finding] = []
    for sequence in numbering.sequences:
        page = sequence.spot.page if sequence.spot else None
        what = {"main": "the numbering", "scope": "an annex or a restart", "list": "a list"}[sequence.role]
        found.extend(
            Finding(code="gap", page=page, text=f"number {number} is missing in {what}")
            for number in dict.fromkeys(sequence.missing)
        )
    found.extend(
        Finding(
            code="unread-number",
            page=candidate.page,
            text=f"a line begins with {candidate.printed} and is no paragraph",
        )
        for candidate in numbering.unread
        if candidate.number < _YEARS
    )
    found.extend(
        Finding(
            code="inferred-number",
            page=start.candidate.page,
            text=f"{start.candidate.printed or 'nothing'}"
            f" {'is read' if start.candidate.misread else 'is printed'}"
            f" where {start.due} is due",
        )
        for start in numbering.starts.values()
        if start.inferred is not None
    )
    return found


def _leaks(records: tuple[Record, ...]) -> list[Finding]:
    return [
        Finding(
            code="leak",
            page=record.page,
            text=f"{record.address} holds what looks like a page foot: {match.group()}",
        )
        for record in records
        if record.kind != "table" and _CODE.search(record.text) and (match := _JOB.search(record.text))
    ]
