"""Numbers of lines in the margin of a page, as transcripts, pleadings and bills have them."""

from __future__ import annotations

from itertools import compress, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.extract.words import Words

_FEWEST = 10  # numbers of a page: fewer may be those of a list
_FURTHER = 3  # of a page behind one with numbers of lines
_DIGITS = 4
_WORDS = 5  # of the text for each number: rows of a table, and entries of a list, have fewer
_COUNTED = 0.8  # of the numbers count on from the one above: a page number may stand among them
_WRAPPED = 0.2  # of the numbered lines begin with a small letter: a sentence goes on in them
_LEVEL = 4.0  # points: a number stands no further above or below its line
_SAME = 6.0  # points: the numbers of the next page stand no further aside


class LineNumbers:
    """Takes the numbers of lines from the pages of a document, one after the other."""

    def __init__(self) -> None:
        self._edge: float | None = None  # of those of the page before

    def without(self, page: Words) -> Words:
        """Return the words of a page without the numbers of its lines.

        They stand to the left of everything else, count on from line to line, and part sentences, as the
        numbers of paragraphs and rows do not. A page behind one that has them may have little text.
        """
        numbers = [text.isdecimal() and len(text) <= _DIGITS for text in page.texts]
        if sum(numbers) < (_FURTHER if self._edge else _FEWEST):
            self._edge = None
            return page  # most
        text = min((left for left, n in zip(page.lefts, numbers, strict=True) if not n), default=0.0)
        column = [at for at in compress(range(len(numbers)), numbers) if page.rights[at] < text]
        edge = max((page.rights[at] for at in column), default=0.0)
        further = self._edge is not None and abs(edge - self._edge) <= _SAME and len(column) >= _FURTHER
        column.sort(key=page.bases.__getitem__)
        if not (_count_on(page, column) and (further or _part_sentences(page, column))):
            self._edge = None
            return page
        self._edge = edge
        inside = set(column)
        return page.at([at for at in range(len(page.texts)) if at not in inside])


def _count_on(page: Words, column: Sequence[int]) -> bool:
    """Whether most numbers of a column are greater by one than the number above."""
    values = [int(page.texts[at]) for at in column]
    return sum(b - a == 1 for a, b in pairwise(values)) >= max(1, _COUNTED * (len(values) - 1))


def _part_sentences(page: Words, column: Sequence[int]) -> bool:
    """Whether a page has many numbers, and running text beside them."""
    if len(column) < _FEWEST or len(page.texts) < (_WORDS + 1) * len(column):
        return False
    firsts = [min(_beside(page, at), default=None) for at in column]
    opening = [page.texts[first[1]] for first in firsts if first is not None]
    return sum(text[0].islower() for text in opening) >= _WRAPPED * len(opening) > 0


def _beside(page: Words, number: int) -> list[tuple[float, int]]:
    """Return the words on the line of a number, each behind its place."""
    base = page.bases[number]
    near = (at for at, other in enumerate(page.bases) if abs(other - base) <= _LEVEL and at != number)
    return [(page.lefts[at], at) for at in near]
