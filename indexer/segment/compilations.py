"""Files that hold several documents behind one another: where each begins, and what was read of all."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from indexer.model import Finding, ParsedDocument
from indexer.segment.furniture import symbols_in
from indexer.segment.masthead_lines import DISTRIBUTION, OFFICIAL, is_cue, names_organization
from indexer.segment.scopes import ACT, read_scope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.model import ExtractedDocument, Heading, Page, Record

_MASTHEAD = 0.45  # of the page height: mastheads stand above
_CUES = 5  # lines that only mastheads have: so many need no symbol, which a scan may have misread


def split_documents(document: ExtractedDocument) -> list[ExtractedDocument]:
    """Return the documents that a file holds, each with its own pages: most files hold one.

    A masthead begins a document, on any page, and its pages are counted from there. Formats without pages are
    left as they are.
    """
    starts = [0]
    if document.paged and document.pages:
        own, *others = map(_Masthead.at_top, document.pages)
        for at, masthead in enumerate(others, 1):
            if masthead.begins_behind(own):
                own = masthead
                starts.append(at)
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


class _Masthead(NamedTuple):
    """What the top of a page says of a document that may begin there.

    Attributes:
        symbols: That stand in lines as mastheads have them.
        distributed: Whether it says how the document is distributed, as no cover of a volume does.
        named: Whether the organization stands there alone, or that.
        told: Whether so many lines are those of a masthead that no symbol is needed.
    """

    symbols: frozenset[str]
    distributed: bool
    named: bool
    told: bool

    @classmethod
    def at_top(cls, page: Page) -> _Masthead:
        """Read the top of a page."""
        texts = [line.text.strip() for line in page.lines if line.bottom < _MASTHEAD * page.height]
        top = "\n".join(texts)
        distributed = DISTRIBUTION.search(top) is not None
        named = distributed or names_organization(top)
        if not named and page.number > 1:
            return _NONE  # most pages
        if _is_under_annex(texts):
            return _NONE
        cues = [text for text in texts if is_cue(text)]
        told = len(cues) >= _CUES and not any(map(OFFICIAL.search, cues))
        symbols = frozenset(str(symbol) for text in cues for _, _, symbol in symbols_in(text))
        return cls(symbols, distributed, named, told)

    def begins_behind(self, own: _Masthead) -> bool:
        """Whether a document begins here, behind one with its own masthead.

        The title page of a volume has the symbol of its cover, and a masthead that is reproduced stands under
        the running head of the document that does so, or below the title of an annex to it. Of languages each
        has the same symbol in its masthead.
        """
        if not self.named or not (self.symbols or self.told):
            return False
        if self.symbols & own.symbols:
            return self.distributed and own.distributed and self.symbols <= own.symbols
        return self.distributed or bool(own.symbols)


def _is_under_annex(texts: Sequence[str]) -> bool:
    """Whether the title of an annex stands above a masthead, which is that of what it reproduces."""
    above = takewhile(lambda text: not is_cue(text), texts)
    return any(scope.rank > ACT for text in above if (scope := read_scope(text)))


_NONE = _Masthead(frozenset(), distributed=False, named=False, told=False)


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
        records += [_moved(record, pages, counts[name]) for record in one.records]
        findings += [
            msgspec.structs.replace(finding, page=_behind(pages, finding.page))
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
