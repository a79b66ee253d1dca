"""Text that a person typed -> the articles of instruments that are cited in it: "UDHR, arts. 3 and 4".

In reports articles are named to say what they say, far more often than to be looked up; so they are looked
for in queries only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from indexer.errors import CitationSyntaxError
from indexer.grammar.characters import fold_characters
from indexer.grammar.citation import LINK
from indexer.grammar.instruments import (
    find_instrument_before,
    match_acronym,
    match_instrument,
    names_acronym,
    names_instrument,
)
from indexer.grammar.locator_words import compile_words
from indexer.grammar.locators import read_locators
from indexer.grammar.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGN: Final = lazy(r"(?<!\p{L})(?:art|стат|ст\.)|مادة|مواد|条", ignore_case=True)
_ACRONYM_BEFORE: Final = lazy(r"(?<![\p{L}\p{N}/-])[A-Z]{3,8}(?=[\s,(]{1,3}$)")
_LONGEST_BEFORE: Final = 12
"""Characters of an acronym and of what stands between it and the articles."""


def find_articles(text: str) -> Iterator[tuple[int, int]]:
    """Yield where citations of articles begin and end, with the instrument before or behind them.

    >>> text = "torture UDHR, arts. 3 and 4 prison"
    >>> [text[start:end] for start, end in find_articles(text)]
    ['UDHR, arts. 3 and 4']
    """
    folded = fold_characters(text)
    if not _SIGN.search(folded) or not (names_instrument(folded.lower()) or names_acronym(folded)):
        return
    position = 0
    for word in compile_words(typed=True, behind=True).finditer(folded):
        if word.lastgroup != "article" or word.start() < position:
            continue
        try:
            locators = read_locators(folded, word.start(), typed=True, behind=True)
        except CitationSyntaxError:
            continue
        span = _with_instrument(folded, word.start(), locators.end) if locators else None
        if span is not None:
            position = span[1]
            yield span


def _with_instrument(folded: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a citation begins and ends, when an instrument is named beside its articles."""
    before = find_instrument_before(folded, start)
    if before is not None:
        return before[1], end
    acronym = _ACRONYM_BEFORE.search(folded, max(0, start - _LONGEST_BEFORE), start)
    if acronym and match_acronym(folded, acronym.start()):
        return acronym.start(), end
    link = LINK.match(folded, end)
    behind = link.end() if link else end
    named = match_instrument(folded, behind) or match_acronym(folded, behind)
    return (start, named[1]) if named and behind > end else None
