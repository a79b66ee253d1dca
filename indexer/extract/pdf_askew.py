"""Words of a sheet that lay askew under the scanner -> the same words, turned straight."""

from __future__ import annotations

from statistics import fmean, median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indexer.extract.words import Words

_WORDS, _WIDTH = 4, 90.0  # of a line that tells how steep it runs; points
_LINES = 3  # of a page that is turned
_LEAST, _MOST = 0.001, 0.06  # points a point: less does no harm, more is no slip of a sheet
_ALIKE = 0.004  # by which lines that run alike differ
_JITTER = 0.2  # of the size


def straightened(words: Words, width: float, height: float, jitter: float = _JITTER) -> Words:
    """Return the words of a page as they stand on a straight sheet, those of a line at one height.

    Args:
        words: Of the page.
        width: Of the page.
        height: Of the page.
        jitter: Of the size: how much higher or lower words of a line may stand by chance.
    """
    slope = slope_of(words.groups, words.lefts, words.bases)
    middle, half = width / 2, height / 2
    moved = [slope * (base - half) for base in words.bases]
    bases = [base - slope * (left - middle) for base, left in zip(words.bases, words.lefts, strict=True)]
    return words._replace(
        lefts=[left + by for left, by in zip(words.lefts, moved, strict=True)],
        rights=[right + by for right, by in zip(words.rights, moved, strict=True)],
        bases=_levelled(words, bases, jitter),
    )


def slope_of(groups: Sequence[int], lefts: Sequence[float], bases: Sequence[float]) -> float:
    """Return how far the lines of a page sink for a point to the right, 0 where they do not run alike."""
    slopes = [
        _steepness(lefts[start:end], bases[start:end])
        for start, end in lines_of(groups, lefts)
        if end - start >= _WORDS and lefts[end - 1] - lefts[start] >= _WIDTH
    ]
    if len(slopes) < _LINES:
        return 0.0
    usual = median(slopes)
    alike = sum(abs(slope - usual) <= _ALIKE for slope in slopes)
    return usual if _LEAST <= abs(usual) <= _MOST and 2 * alike > len(slopes) else 0.0


def lines_of(groups: Sequence[int], lefts: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Give where lines begin and end; a layer may say that several are one."""
    start = 0
    for at in range(1, len(groups) + 1):
        if at == len(groups) or groups[at] != groups[at - 1] or lefts[at] < lefts[at - 1]:
            yield start, at
            start = at


def _steepness(xs: Sequence[float], ys: Sequence[float]) -> float:
    """Return the slope of the straight line that lies nearest to some places."""
    x, y = fmean(xs), fmean(ys)
    spread = sum((a - x) ** 2 for a in xs)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / spread if spread else 0.0


def _levelled(words: Words, bases: Sequence[float], jitter: float) -> list[float]:
    """Return the heights of words with those of a line that stand nearly at its height set there."""
    levelled: list[float] = []
    for start, end in lines_of(words.groups, words.lefts):
        level = median(bases[start:end])
        for base, size in zip(bases[start:end], words.sizes[start:end], strict=True):
            levelled.append(level if abs(base - level) <= jitter * size else base)
    return levelled
