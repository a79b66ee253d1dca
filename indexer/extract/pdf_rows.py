"""Words with positions -> rows that share a base line, and the gutter between two columns of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import compress
from math import inf
from operator import le, ne, sub
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

import regex

from indexer.extract.pdf_narrow import Chosen
from indexer.grammar.characters import IDEOGRAPHS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.extract.pdf_narrow import Gaps

MARK = regex.compile(r"[\p{Nd}*∗†‡§a-z,() ]{1,7}/?")
"""A note mark."""

_MARKS = regex.compile(r"[\p{Nd}*∗†‡§, ]{1,9}")

_IDEOGRAPH = regex.compile(rf"[{IDEOGRAPHS}]")

CAP_HEIGHT = 0.7
"""Of the font size: height of capitals in the usual faces."""
COLUMN_GAP = 0.9
"""Of the font size: columns of text stand at least so far apart."""

_MIDDLE = (0.42, 0.64)  # of the page width: between these the second column begins
_BESIDE = 0.6  # of the rows of a page in columns at least do not run through the middle
_SENTENCE = 4  # words that a line of text has at least
_IDEOGRAPHS = 8  # or so many of them, which have no spaces between words
_ROWS = 16  # of a page whose columns are to be told from itself alone
_FULL = 8  # lines of text that a column has at least
_FEW = 4  # lines of text that a second column has at least where the text ends in it
_BETWEEN = 2  # of them that lie between two lines of the first column
_LEADING = 1.2  # of the usual distance of lines: those of one paragraph are no further apart
_LEAST_MARK = 0.4  # of the font size: a note mark behind a heading is as large at least (measured: .43)
_HANGING = 8.0  # points behind the gutter, where a column begins
_HIGHEST = 14_400.0  # points: no page is higher, and so no row


class Words(NamedTuple):
    """The upright words of a page in the order of the file: one list for each property.

    A page has some four hundred words, and an object for each would cost more than reading them.

    Attributes:
        texts: The characters.
        lefts: Left edge of the first glyph, as seen.
        rights: Right edge of the last one.
        bases: The base line.
        sizes: Font size.
        faces: Bits of the face: bold, italic.
        groups: The line of PDFium's text that the word stands on.
        glued: Whether the word before it goes on in this one without a space.
        narrow: What the gap before it is where it is narrow.
    """

    texts: Sequence[str] = ()
    lefts: Sequence[float] = ()
    rights: Sequence[float] = ()
    bases: Sequence[float] = ()
    sizes: Sequence[float] = ()
    faces: Sequence[int] = ()
    groups: Sequence[int] = ()
    glued: Sequence[bool] = ()
    narrow: Gaps = ()

    def some(self, chosen: Sequence[bool]) -> Words:
        """Return the words that are chosen."""
        return self.at(list(compress(range(len(chosen)), chosen)))

    def at(self, places: Sequence[int]) -> Words:
        """Return the words at some places."""
        *columns, narrow = self
        return Words._make(
            [*([column[place] for place in places] for column in columns), Chosen(narrow, places)]
        )


class SidewaysWord(NamedTuple):
    """A word that does not stand upright, as beside a wide table: its place, size and line."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    group: int


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
    """Words from left to right: their positions, edges, and the gaps between neighbours."""

    words: Sequence[int]
    lefts: Sequence[float]
    rights: Sequence[float]
    gaps: Sequence[float]


def place(page: Words, words: Sequence[int]) -> Placed:
    """Return words from left to right; most rows are a stretch of the file that is in order already."""
    if isinstance(words, range):
        lefts = page.lefts[words.start : words.stop]
        rights = page.rights[words.start : words.stop]
        following = lefts[1:]
        if all(map(le, lefts, following)):
            return Placed(words, lefts, rights, list(map(sub, following, rights)))
    words = sorted(words, key=page.lefts.__getitem__)
    lefts = [page.lefts[word] for word in words]
    rights = [page.rights[word] for word in words]
    return Placed(words, lefts, rights, list(map(sub, lefts[1:], rights)))


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


def find_gutter(
    page: Words, rows: list[Row], width: float, height: float, before: float | None = None
) -> float | None:
    """Return the x between two columns of running text, None on a page of one column.

    A white strip runs down the middle that few rows cross, and full lines of text stand on both sides. Behind
    a page in columns a few lines are enough that stand in its second one: those with which a text ends.

    Args:
        page: The words.
        rows: They as rows.
        width: Of the page.
        height: Of the page.
        before: What was returned for the page before.
    """
    body = [row for row in rows if 0.07 * height < row.base < 0.93 * height]
    if len(body) < (_ROWS if before is None else 1):
        return None
    low, high = _MIDDLE[0] * width, _MIDDLE[1] * width
    beside, through = [], 0
    for row in body:
        if any(left < low and right > high for left, right in segments(page, row)):
            through += 1
            if through > (1 - _BESIDE) * len(body):
                return None  # most pages, long before their end
        else:
            beside.append(row)
    placed = [row.placed(page) for row in beside]
    gutter = _strip(placed, low, high, COLUMN_GAP * min(row.size for row in beside))
    if gutter is not None and len(body) >= _ROWS:
        sides = [_side(page, found, gutter, behind=behind) for behind in (False, True) for found in placed]
        first, second = sides[: len(placed)], sides[len(placed) :]
        if _is_text(first) and (_is_text(second) or _is_short(second, beside, placed, gutter)):
            return gutter
    return before if before is not None and _goes_on(page, placed, before) else None


def _goes_on(page: Words, placed: list[Placed], gutter: float) -> bool:
    """Whether lines of text begin where the second column of the page before begins, and few lie across."""
    across = sum(crosses(list(zip(found.lefts, found.rights, strict=True)), gutter) for found in placed)
    begins = (
        next((left for left in found.lefts if left >= gutter), inf)
        for found in placed
        if _side(page, found, gutter, behind=True).is_text
    )
    return 4 * across <= len(placed) and any(left < gutter + _HANGING for left in begins)


def _strip(placed: list[Placed], low: float, high: float, least: float) -> float | None:
    """Return the left edge of the second column, where the widest strip ends with hardly a word in it."""
    few = max(2, len(placed) // 20)
    covered = [0] * (int(high - low) + 1)
    for found in placed:
        for left, right in zip(found.lefts, found.rights, strict=True):
            for x in range(max(0, int(left - low)), min(len(covered), int(right - low) + 1)):
                covered[x] += 1
    strips: list[tuple[int, int]] = []
    start = 0
    for x, count in enumerate([*covered, few + 1]):
        if count > few:
            strips.append((start, x - start))
            start = x + 1
    # there may be another one behind the numbers of the second column
    widest = max(wide for _, wide in strips)
    start, wide = next(strip for strip in strips if strip[1] >= 0.6 * widest)
    if wide < least:
        return None
    # numbers may hang out to the left of the second column; the end of a long line does not stand apart
    begins = [
        left
        for found in placed
        for left, gap in zip(found.lefts, [least, *found.gaps], strict=True)
        if low + start < left < low + start + wide and gap >= least
    ]
    return min(begins, default=low + start + wide) - 4.0


class _Side(NamedTuple):
    """The words of a row on one side: how wide they are, and whether they follow each other as in text."""

    width: float
    is_text: bool


def _side(page: Words, found: Placed, gutter: float, *, behind: bool) -> _Side:
    at = [n for n, left in enumerate(found.lefts) if (left >= gutter) == behind]
    if sum(len(_IDEOGRAPH.findall(page.texts[found.words[n]])) for n in at) >= _IDEOGRAPHS:
        return _Side(found.rights[at[-1]] - found.lefts[at[0]], is_text=True)
    if len(at) < _SENTENCE:
        return _Side(0.0, is_text=False)
    gaps = sorted(found.gaps[n] for n in at[1:-1])  # a wide gap may stand behind a number
    letters = sum(page.texts[found.words[n]][:1].isalpha() for n in at)
    even = gaps[-1] <= 2 * gaps[len(gaps) // 2] + 1
    return _Side(found.rights[at[-1]] - found.lefts[at[0]], is_text=even and 2 * letters > len(at))


def _is_text(sides: list[_Side]) -> bool:
    """Whether many rows of a column are text, and a good part of them full lines."""
    full = 0.6 * max(side.width for side in sides)
    rows = sum(side.width > 0 for side in sides)
    texts = [side for side in sides if side.is_text]
    return len(texts) >= max(_FULL, 0.4 * rows) and sum(side.width >= full for side in texts) >= 0.25 * rows


def _is_short(sides: list[_Side], rows: list[Row], placed: list[Placed], gutter: float) -> bool:
    """Whether the second column is text that ends early: some of its lines lie between two of the first.

    The lines of cells that stand side by side lie on the same base lines.

    Args:
        sides: What stands behind the gutter in each row.
        rows: They.
        placed: Their words.
        gutter: Where the second column begins.
    """
    if sum(side.is_text for side in sides) < _FEW:
        return False
    first = [row.base for row, found in zip(rows, placed, strict=True) if found.lefts[0] < gutter]
    usual = median(map(sub, first[1:], first))
    between = 0
    for side, row, found in zip(sides, rows, placed, strict=True):
        at = bisect_left(first, row.base)
        if side.is_text and found.lefts[0] >= gutter and 0 < at < len(first):
            between += first[at] - first[at - 1] < _LEADING * usual
    return between >= _BETWEEN


def crosses(found: list[tuple[float, float]], gutter: float) -> bool:
    """Whether one of the stretches lies across a gutter."""
    return any(left < gutter - 4 and right > gutter + 4 for left, right in found)


def segments(page: Words, row: Row) -> list[tuple[float, float]]:
    """Return left and right edge of the stretches of a row between gaps of nearly a tab or more."""
    _, lefts, rights, gaps = row.placed(page)
    widest = COLUMN_GAP * row.size
    if not gaps or max(gaps) <= widest:
        return [(lefts[0], max(rights))]
    found: list[tuple[float, float]] = []
    start, end = lefts[0], rights[0]
    for left, right in zip(lefts[1:], rights[1:], strict=True):
        if left - end <= widest:
            end = max(end, right)
        else:
            found.append((start, end))
            start, end = left, right
    return [*found, (start, end)]
