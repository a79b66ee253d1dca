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
            symbols = [symbol for _, _, symbol in symbols_in(item.text)]
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
