"""Running text -> the document symbols in it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from indexer.grammar.characters import fold_characters
from indexer.grammar.patterns import lazy
from indexer.grammar.shortened_symbols import find_modified, find_shortened
from indexer.grammar.symbol_matching import BEGINNING, match_symbol, to_canonical_case
from indexer.grammar.symbol_text import compacted
from indexer.grammar.symbols import DocumentSymbol, read_compact

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACED: Final = lazy(r"\w+(?:\s/|/\s)")
_SMALL: Final = lazy(r"\d{1,2}")
LONG_ORGAN: Final = 4
"""From so many letters on, a word before a slash and a small number is the organ it looks like."""


def find_symbols(
    text: str, *, any_case: bool = False, shortened: bool = False
) -> Iterator[tuple[int, int, DocumentSymbol]]:
    """Yield start, end and symbol for each symbol in running text, in order.

    "A/HRC/9/8 and Add.1" gives two: the second at the place of "Add.1". Words that only look like symbols
    (and/or, TCP/IP, job numbers) and symbols with a slip of the pen are passed over; DocumentSymbol.parse
    explains those.

    Args:
        text: Any text.
        any_case: Whether "a/hrc/9/8" counts too; for what a person types, not for documents.
        shortened: Whether "A/HRC/9/8, 9 and 11" gives three; two of them at the places of their numbers.

    >>> text = "See A/62/40 (Vol. I) and/or S/2024/1 and Corr.1."
    >>> [(start, str(symbol)) for start, end, symbol in find_symbols(text)]
    [(4, 'A/62/40(Vol.I)'), (28, 'S/2024/1'), (41, 'S/2024/1/Corr.1')]
    """
    folded = fold_characters(text)
    if "/" not in folded:
        return
    cased, position = to_canonical_case(folded) if any_case else folded, 0
    while candidate := BEGINNING.search(cased, position):
        start, position = candidate.span()
        match = match_symbol(folded, start) or (match_symbol(cased, start) if any_case else None)
        symbol = _read_running(folded[start : match[1]]) if match else None
        if match is None or symbol is None:
            continue
        position = match[1]
        acts = symbol.is_resolution or symbol.is_decision
        if acts and (letter := _LETTER_APART.match(folded, position)):
            symbol, position = DocumentSymbol.parse(folded[start : letter.end()]), letter.end()
        yield start, position, symbol
        behind = (
            find_shortened(folded, start, position, symbol)
            if shortened
            else find_modified(folded, position, symbol)
        )
        for further in behind:
            yield further
            position = further[1]


_LETTER_APART: Final = lazy(r"(?<=(?:RES|DEC)/\d{2}/\d{1,3})\s[A-Z](?=[,;.)\]]|\s?$)", ignore_case=True)
"""As in "resolution A/RES/46/36 L, paragraph 2": only where no sentence can begin."""


@lru_cache(maxsize=8192)
def _read_running(raw: str) -> DocumentSymbol | None:
    """Return the symbol found in running text; short ones need more evidence there than when typed."""
    symbol = read_compact(compacted(raw))
    if symbol is None:
        return None
    components = symbol.components
    if len(components) == 2 and len(components[0]) < LONG_ORGAN:
        spaced = len(components[0]) == 1 and _SPACED.match(raw)
        if spaced or _SMALL.fullmatch(components[1]):
            return None  # "A/4" is a size of paper, "CRC/32" a check sum
    return symbol
