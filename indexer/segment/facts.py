"""What is known of a document as a whole, and goes into each of its records."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from indexer.segment.furniture import symbols_in
from indexer.segment.plain_titles import title_of_file

if TYPE_CHECKING:
    from indexer.grammar.symbols import DocumentSymbol
    from indexer.model import ExtractedDocument
    from indexer.segment.items import Item
    from indexer.segment.masthead import Masthead


def own_symbols(items: list[Item], cues: int) -> tuple[DocumentSymbol, ...]:
    """Return the symbol of the document, first its main form; empty when none is printed as its own.

    The running heads vote; the masthead decides where they are silent. A symbol that is only cited never
    counts.

    Args:
        items: All lines.
        cues: How many lines of an official masthead were seen.
    """
    heads: Counter[DocumentSymbol] = Counter()
    first_page: list[DocumentSymbol] = []
    for item in items:
        if item.place == "furniture":
            symbols = [symbol for start, _, symbol in symbols_in(item.text) if not _is_cited(item, start)]
            heads.update([*dict.fromkeys(symbols)] if item.page > 1 else ())
            first_page.extend(symbols if item.page == items[0].page else ())
    printed = tuple(dict.fromkeys(first_page))[:2] if cues else ()
    if heads:
        most = max(heads.values())
        best = tuple(symbol for symbol, count in heads.items() if count >= 0.6 * most)
        also = not set(best).isdisjoint(first_page)
        if printed and not also:
            return printed  # running heads are copied from report to report, mastheads less
        if most >= 2 or cues or also:
            return best
    return printed


def _is_cited(item: Item, start: int) -> bool:
    """Whether a symbol stands in brackets in a sentence, in formats whose lines are paragraphs.

    So the agenda of a meeting names a letter: "Letter dated ... addressed to the Council (S/2002/1)".
    """
    return item.line.starts_block is not None and item.is_prose() and item.text[max(0, start - 1)] == "("


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
    names = tuple(dict.fromkeys(str(alias) for symbol in symbols for alias in symbol.aliases))
    first = symbols[0] if symbols else None
    date = masthead.date or document.date
    stated = first.year if first is not None else masthead.year
    year = int(date[:4]) if date else stated
    return Facts(
        document=names[0] if names else f"file:{document.source.path}",
        symbol=names[0] if names else None,
        symbols=names,
        language=language,
        title=masthead.title or title_of_file(document.title),
        date=date,
        body=first.body if first is not None else None,
        year=year,
        labels=labels,
    )
