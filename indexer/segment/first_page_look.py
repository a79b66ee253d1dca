"""How the lines of the first page are set, beside its text."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from indexer.segment.items import FULL_STOPS

if TYPE_CHECKING:
    from indexer.segment.items import Item
    from indexer.segment.measures import Measures

_CAPITALS = 10  # capital letters for each other one, in a line of capitals: "THE 1990s", "ARTICLE 73 e"
_SENTENCE = 10  # words: a plain line with this many is text, even when it happens to stand in the middle
_TITLE_SIZE = 1.3  # of the size of the text: agendas are set smaller


class FirstPageLook:
    """Tells what stands out and what stands aside.

    Attributes:
        size: Of the text of the page.
    """

    def __init__(self, measures: Measures, width: float) -> None:
        self.size = measures.size
        self._measures = measures
        self._width = width
        self._text_left: float | None = None
        self._openings: frozenset[int] = frozenset()

    def see(self, live: list[Item]) -> None:
        """Take the size and the margin of the text from the lines of the page."""
        # the text may hang below its numbers, or only their lines be indented
        wide = (item for item in live if item.is_prose() and self.is_wide(item))
        self._text_left = min((item.line.left for item in wide), default=None)
        plain = Counter(round(item.line.size) for item in live if item.is_prose() and item.line.bold < 0.5)
        # a letter may be set smaller than what it transmits
        self.size = min(self.size, max(plain, key=plain.__getitem__, default=self.size))
        # they stand in the middle by chance
        self._openings = frozenset(
            item.index for item, below in pairwise(live) if self._measures.opens_block(item, below)
        )

    def is_large(self, item: Item) -> bool:
        """Whether a line is bold and larger than the text."""
        return item.line.bold > 0.5 and item.line.size >= self.size + 1.4

    def is_much_larger(self, item: Item) -> bool:
        """Whether a line left of the text is set as no agenda is, which its paragraphs leave bare."""
        return item.line.left < 0.5 * self._width and item.line.size > _TITLE_SIZE * self._measures.size

    def stands_aside(self, item: Item) -> bool:
        """Whether the line stands in the column of the agenda, or of the distribution.

        Measured: agendas begin at .10 of the page width, and at .57 where a document has two of them, titles
        at .15 to .5, distributions at .65.
        """
        if item.line.starts_block is not None:
            return False
        if item.line.left > 0.56 * self._width:
            return True
        text_left = self._measures.left(item) if self._text_left is None else self._text_left
        return item.line.left < min(0.14 * self._width, text_left - 18)

    def is_strong(self, item: Item) -> bool:
        """Whether a line stands out: by its role, weight, size or capitals, or in the middle."""
        if item.line.role in ("heading", "title"):
            return True
        text = item.text.strip()
        upper = sum(ch.isupper() for ch in text)
        capitals = upper > 1 and upper >= _CAPITALS * (sum(map(str.isalpha, text)) - upper)
        return (
            item.line.bold >= 0.5
            or item.line.size >= self._measures.size + 1.4
            or capitals
            or (
                self._measures.is_centred(item)
                and len(text.split()) < _SENTENCE
                and not item.ends_in(FULL_STOPS)
                and item.index not in self._openings
            )
        )

    def is_wide(self, item: Item) -> bool:
        """Whether a line ends near the right margin."""
        return item.line.right > self._measures.right(item) - 12 * self._measures.size
