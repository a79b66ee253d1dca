"""What stands in the narrow gaps between the words of a PDF page: a space of the file, or none.

PDFium puts a space of its own where letters stand apart. In a text whose writer put one between all words, a
narrow gap without one tears a word: measured on real reports, 93 of 95 such gaps between pieces that are no
words ("vacc ination"), and none of 18,347 with a space of the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from indexer.grammar.characters import DOUBTFUL_SPACE, TORN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.extract.pdf_calls import Calls
    from indexer.extract.pdf_tokens import Tokens

NARROW = 0.2
"""Of the font size: a narrower gap may be no space (measured: "vacc ination" at .12, but "of the" at .10)."""


class Gaps(Protocol):
    """What the gap before each word is."""

    def __getitem__(self, word: int, /) -> str:
        """Return a space, a doubtful one, or what tears a word."""


class Chosen:
    """The gaps before some of the words, each found out when it is asked for: most never are."""

    def __init__(self, gaps: Gaps, places: Sequence[int]) -> None:
        self._gaps = gaps
        self._places = places

    def __getitem__(self, word: int, /) -> str:
        """Return what the gap before a word is."""
        return self._gaps[self._places[word]]


class NarrowGaps:
    """For each word of a page what the gap before it is if it is narrow, found out when it is asked for.

    The text page must be open.
    """

    def __init__(self, tokens: Tokens, text: Any, calls: Calls) -> None:
        self._tokens = tokens
        self._text = text
        self._is_generated = calls.is_generated

    def __getitem__(self, word: int, /) -> str:
        """Return a space, a doubtful one, or what tears a word."""
        texts = self._tokens.texts
        if not (self._follows(word) and texts[word - 1][-1].isalpha() and texts[word][0].isalpha()):
            return DOUBTFUL_SPACE
        if self._has_space(word):
            return " "
        spaced = any(self._follows(other) and self._has_space(other) for other in (word - 1, word + 1))
        return TORN if spaced else DOUBTFUL_SPACE

    def _follows(self, word: int) -> bool:
        """Whether a word stands behind another one in a line, and does not go on from it."""
        groups = self._tokens.groups
        return 0 < word < len(groups) and groups[word] == groups[word - 1] and not self._tokens.glued[word]

    def _has_space(self, word: int) -> bool:
        """Whether the file itself has a space between a word and the one before it."""
        lasts, starts = self._tokens.lasts, self._tokens.starts
        return any(self._is_generated(self._text, at) == 0 for at in range(lasts[word - 1] + 1, starts[word]))
