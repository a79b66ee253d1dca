"""Words with positions -> rows that share a base line."""

from __future__ import annotations

from collections import defaultdict
from itertools import compress
from operator import ne, sub
from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.extract.words import Words

MARK = regex.compile(r"[\p{Nd}*∗†‡§a-z,() ]{1,7}/?")
"""A note mark."""

_MARKS = regex.compile(r"[\p{Nd}*∗†‡§, ]{1,9}")

CAP_HEIGHT = 0.7
"""Of the font size: height of capitals in the usual faces."""
COLUMN_GAP = 0.9
"""Of the font size: columns of text stand at least so far apart."""

_LEAST_MARK = 0.4  # of the font size: a note mark behind a heading is as large at least (measured: .43)
_HIGHEST = 14_400.0  # points: no page is higher, and so no row


class Row:
    """Words that share a base line.

    Attributes:
        words: Positions of the words, in the order of the file.
        size: The largest font size of the words that set the row.
        base: Their base line.
        high: Where their capitals end.
        is_mark: Whether it is nothing but a note mark: some printers raise it without making it smaller.
        alike: Whether all words are set in one way on one base line.
    """

    __slots__ = ("_placed", "alike", "base", "high", "is_mark", "size", "words")

    def __init__(self, page: Words, words: range, *, alike: bool) -> None:
        self.words: Sequence[int] = words
        start = words.start
        self.alike = alike
        self.size = page.sizes[start] if alike else max(page.sizes[start : words.stop])
        self.base = page.bases[start]
        self.high = self.base - CAP_HEIGHT * self.size
        self.is_mark = (
            len(words) == 1 and len(page.texts[start]) <= 3 and bool(MARK.fullmatch(page.texts[start]))
        )
        self._placed: Placed | None = None

    def merge(self, other: Row) -> None:
        """Take over the words of another row."""
        self.words = [*self.words, *other.words]
        self.alike = False

    def is_marks(self, page: Words) -> bool:
        """Whether it is nothing but numbers and signs of notes, as behind a large heading."""
        return bool(_MARKS.fullmatch(" ".join([page.texts[word] for word in self.words])))

    def placed(self, page: Words) -> Placed:
        """Return the words from left to right; a row is complete when it is asked for the first time."""
        if self._placed is None:
            self._placed = place(page, self.words)
        return self._placed


class Placed(NamedTuple):
    """Words from left to right.

    Attributes:
        words: Their positions.
        lefts: Their left edges.
        rights: Their right edges.
        gaps: Between neighbours.
        end: How far they reach.
        widest: The widest gap, 0 where there is none.
    """

    words: Sequence[int]
    lefts: Sequence[float]
    rights: Sequence[float]
    gaps: Sequence[float]
    end: float
    widest: float


def place(page: Words, words: Sequence[int]) -> Placed:
    """Return words from left to right; most rows are a stretch of the file that is in order already."""
    lefts = page.lefts[words.start : words.stop] if isinstance(words, range) else ()
    if isinstance(words, range) and lefts == sorted(lefts):
        rights = page.rights[words.start : words.stop]
    else:
        words = sorted(words, key=page.lefts.__getitem__)
        lefts = [page.lefts[word] for word in words]
        rights = [page.rights[word] for word in words]
    gaps = list(map(sub, lefts[1:], rights))
    return Placed(words, lefts, rights, gaps, max(rights), max(gaps) if gaps else 0.0)


def find_rows(page: Words) -> list[Row]:
    """Merge runs whose vertical extents overlap by half; the largest set the rows, small marks join them."""
    rows: list[Row] = []
    buckets: dict[int, list[Row]] = defaultdict(list)
    runs = _runs(page)
    runs.sort(key=lambda row: (row.is_mark, -round(row.size), row.base))
    for row in runs:
        best: Row | None = None
        best_overlap = 0.0
        for other in buckets.get(int(row.base) // 8, ()):
            if row.base <= other.high or other.base <= row.high:
                continue  # most
            overlap = min(row.base, other.base) - max(row.high, other.high)
            if overlap <= best_overlap:
                continue
            if (
                row.size < 0.5 * other.size
                and abs(row.base - other.base) > 0.25 * row.size
                and (row.size < _LEAST_MARK * other.size or not row.is_marks(page))
            ):
                continue  # beside the large letter of a masthead, not on its line
            low = min(row.base - row.high, other.base - other.high)
            if overlap >= 0.5 * low or (
                (row.size <= 0.8 * other.size or row.is_mark) and other.high <= row.base <= other.base + 1
            ):
                best, best_overlap = other, overlap
        if best is None:
            rows.append(row)
            high = max(row.high, row.base - _HIGHEST)
            for bucket in range(int(high) // 8, int(row.base) // 8 + 2):
                buckets[bucket].append(row)
        else:
            best.merge(row)
    rows.sort(key=lambda row: row.base)
    return rows


def _runs(page: Words) -> list[Row]:
    """Split words, in the order of the file, into runs along one base line."""
    bases, sizes, groups, faces = page.bases, page.sizes, page.groups, page.faces
    count = len(bases)
    if not count:
        return []
    looks = list(zip(groups, bases, sizes, faces, strict=True))
    runs: list[Row] = []
    start, alike = 0, True
    for i in compress(range(1, count), map(ne, looks[1:], looks)):
        if (
            groups[i] != groups[i - 1]
            or abs(bases[i - 1] - bases[i]) >= 0.1
            or abs(sizes[i - 1] - sizes[i]) >= 0.1 * sizes[i]
        ):
            runs.append(Row(page, range(start, i), alike=alike))
            start, alike = i, True
        else:
            alike = False
    return [*runs, Row(page, range(start, count), alike=alike)]


def segments(page: Words, row: Row) -> list[tuple[float, float]]:
    """Return left and right edge of the stretches of a row between gaps of nearly a tab or more."""
    _, lefts, rights, _, reach, widest = row.placed(page)
    least = COLUMN_GAP * row.size
    if widest <= least:
        return [(lefts[0], reach)]
    found: list[tuple[float, float]] = []
    start, end = lefts[0], rights[0]
    for left, right in zip(lefts[1:], rights[1:], strict=True):
        if left - end > least:
            found.append((start, end))
            start, end = left, right
        elif right > end:
            end = right
    return [*found, (start, end)]
