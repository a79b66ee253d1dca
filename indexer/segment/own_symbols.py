"""The symbol of a document, as its running heads and its masthead print it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from indexer.segment.furniture import symbols_in

if TYPE_CHECKING:
    from indexer.grammar.symbols import DocumentSymbol
    from indexer.segment.items import Item


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
