"""Opinions of the Working Group on Arbitrary Detention, named by a person -> symbols."""

from __future__ import annotations

from typing import Final

from indexer.grammar.patterns import lazy
from indexer.grammar.symbols import DocumentSymbol

_OPINION: Final = lazy(
    r"(?:(?:(?:UN\s)?Working\sGroup\son\sArbitrary\sDetention|WGAD)(?:\s\(WGAD\))?,?\s)?"
    r"(?:opinion|avis|opinión|мнение)\s(?:No\.?\s?|n[°ºo]\.?\s?|núm\.\s?|№\s?)?"
    r"(?P<number>[1-9]\d{0,2})/(?P<year>20\d\d)(?![\d/])",
    ignore_case=True,
)
FIRST_YEAR: Final = 2012
"""Earlier ones stand together in addenda to the reports of the Working Group."""


def match_opinion(text: str, position: int = 0) -> tuple[DocumentSymbol, int] | None:
    """Return the symbol of the opinion that folded text names at a position, and where the name ends.

    >>> symbol, end = match_opinion("opinion No. 34/2019, para. 12")
    >>> symbol.text, match_opinion("opinion No. 4/2005")
    ('A/HRC/WGAD/2019/34', None)
    """
    match = _OPINION.match(text, position)
    if match is None or int(match["year"]) < FIRST_YEAR:
        return None
    return DocumentSymbol.parse(f"A/HRC/WGAD/{match['year']}/{match['number']}"), match.end()
