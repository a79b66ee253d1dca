"""What is known of a document as a whole, and goes into each of its records."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from indexer.segment.plain_titles import title_of_file

if TYPE_CHECKING:
    from indexer.grammar.symbols import DocumentSymbol
    from indexer.model import ExtractedDocument
    from indexer.segment.masthead import Masthead


class Facts(NamedTuple):
    """Facts of a document: see the attributes of the same name of a record.

    Attributes:
        document: First part of record ids: the symbol, or "file:" and the path.
        symbol: Canonical symbol.
        symbols: All of them.
        language: Two letters.
        title: Of the document.
        date: ISO 8601.
        body: Organ.
        year: Of the date, else of the symbol, else the one that stands above the text.
        labels: Printed page numbers by physical ones.
    """

    document: str
    symbol: str | None
    symbols: tuple[str, ...]
    language: str
    title: str
    date: str | None
    body: str | None
    year: int | None
    labels: dict[int, str]


def gather_facts(
    document: ExtractedDocument,
    symbols: tuple[DocumentSymbol, ...],
    masthead: Masthead,
    language: str,
    labels: dict[int, str],
) -> Facts:
    """Return the facts of a document."""
    names: list[str] = []
    for symbol in symbols:
        for alias in symbol.aliases:
            if str(alias) not in names:
                names.append(str(alias))
    first = symbols[0] if symbols else None
    date = masthead.date or document.date
    stated = first.year if first is not None else masthead.year
    year = int(date[:4]) if date else stated
    return Facts(
        document=names[0] if names else f"file:{document.source.path}",
        symbol=names[0] if names else None,
        symbols=tuple(names),
        language=language,
        title=masthead.title or title_of_file(document.title),
        date=date,
        body=first.body if first is not None else None,
        year=year,
        labels=labels,
    )
