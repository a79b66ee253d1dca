"""Pages whose columns say the same in two languages, as the first volumes of resolutions print them.

Each language is read for itself: its paragraphs run on in its own column of the next page.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from indexer.grammar.language import sure_language
from indexer.segment.compilations import join_documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indexer.model import ExtractedDocument, Line, Page, ParsedDocument

_LETTERS = 200  # characters of a column whose language can be told
_SHARE = 0.8  # of the pages in two columns, which most pages of text are
_HEAD, _FOOT = 0.13, 0.87  # of the page height: running heads end and feet begin


def split_languages(document: ExtractedDocument) -> list[ExtractedDocument]:
    """Return the document in each of its languages, those of its columns; most documents have one.

    An article may begin with what it says in two languages, side by side.
    """
    pairs = [pair for page in document.pages if (pair := _languages(page))]
    if not pairs:
        return [document]
    (first, second), count = Counter(pairs).most_common(1)[0]
    texts = sum(
        sum(len(line.text) for line in page.lines) >= 2 * _LETTERS and not _is_one_sided(page)
        for page in document.pages
    )
    if first == second or count < _SHARE * len(pairs) or 2 * count <= texts:
        return [document]
    return [_only(document, 1), _only(document, 2)]


def _is_one_sided(page: Page) -> bool:
    """Whether a page has text in one half only, as where one language takes longer to say the same."""
    return len({_half(line, page) for line in page.lines}) == 1 and _half(page.lines[0], page) > 0


def _languages(page: Page) -> tuple[str, str] | None:
    """Return the languages of the columns of a page, None of a page without two columns of text that tell."""
    if not any(line.column == 2 for line in page.lines):
        return None  # most pages
    columns = ["\n".join(line.text for line in page.lines if line.column == column) for column in (1, 2)]
    if min(map(len, columns)) < _LETTERS:
        return None
    first, second = map(sure_language, columns)
    return (first, second) if first and second else None


def _only(document: ExtractedDocument, column: int) -> ExtractedDocument:
    """Return a document without the other column; what lies across both goes with the first."""
    return msgspec.structs.replace(
        document,
        pages=tuple(
            msgspec.structs.replace(page, lines=tuple(_lines_of(page, column))) for page in document.pages
        ),
        warnings=document.warnings if column == 1 else (),
    )


def _lines_of(page: Page, column: int) -> Iterator[Line]:
    """Yield the lines of a column; a head above it is told by the page number beside the other one."""
    edges = [line for line in page.lines if not _HEAD * page.height < line.bottom < _FOOT * page.height]
    numbers = [line.bottom for line in edges if line.text.strip().isdecimal()]
    for line in page.lines:
        if ((line.column or _side(line, page)) == 2) == (column == 2):
            is_head = line in edges and any(abs(line.bottom - at) < line.size / 2 for at in numbers)
            yield msgspec.structs.replace(line, role="header") if is_head else line


def _side(line: Line, page: Page) -> int:
    """Return the half of the page that a line stands in, 0 for both, where the page has no columns.

    The last page may have too few lines to show them.
    """
    return 0 if any(other.column for other in page.lines) else _half(line, page)


def _half(line: Line, page: Page) -> int:
    middle = page.width / 2
    return 1 if line.right < middle else 2 if line.left > middle else 0


def join_languages(parsed: list[ParsedDocument], *, pages: int) -> ParsedDocument:
    """Return what was read of a document of so many pages in two languages as one, known by one symbol."""
    first, second = parsed
    joined = join_documents([first, _named_as(first, second)], facing=True)
    return msgspec.structs.replace(joined, report=msgspec.structs.replace(joined.report, pages=pages))


def _named_as(first: ParsedDocument, second: ParsedDocument) -> ParsedDocument:
    """Return the second language with what the first knows: symbol, title, date, and the numbers of pages."""
    if not first.records or not second.records or second.records[0].symbol:
        return second
    known = first.records[0]
    document = known.id.partition("@")[0]
    labels = {record.page: record.page_label for record in first.records}
    records = tuple(
        msgspec.structs.replace(
            record,
            id=f"{document}@{record.id.rpartition('@')[2]}",
            symbol=known.symbol,
            symbols=known.symbols,
            title=record.title or known.title,
            date=record.date or known.date,
            year=record.year or known.year,
            body=known.body,
            page_label=record.page_label or labels.get(record.page),
        )
        for record in second.records
    )
    return msgspec.structs.replace(second, records=records)
