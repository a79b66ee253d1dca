"""Words that were recognised in a picture of their page -> which of them are set in bold.

Recognition tells words and places, and no face; the picture does: the strokes of bold letters are thicker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from indexer.extract.pdf_askew import lines_of, slope_of
from indexer.extract.pdf_fonts import BOLD
from indexer.extract.pdf_inked_rules import find_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from indexer.extract.pdf_frames import Rule
    from indexer.extract.pdf_grey import Picture
    from indexer.extract.words import Words

    Floats = npt.NDArray[np.floating]

DPI: Final = 150
"""Dots an inch of a picture that tells: at 100 small type is blurred, and 200 and 300 tell no more."""

_TALL, _DEEP = 0.8, 0.25  # of the size: above and below the base line
_LEAST_DOTS = 3  # breadth and height of what is measured
_BLACK, _PAPER = 1, 80  # percentiles of the dots of a page
_SHADE = 0.25  # darkness from paper to black: less is a shadow on the paper, and as much from black is ink
_INKED = 0.5  # darkness of a dot
_LONG_RULE = 60.0  # points: what is shorter and underlines no words is dirt or a drawing
_UNDERLINED = 0.7  # of its length
_OVER, _UNDER = 0.1, 0.45  # of the size: so far above and below the base line a line underlines
_SLOWER = 0.75  # power of the size: small type has thicker strokes for it, and scanners add to all alike
_PLAIN = 0.3  # of the letters of a page, from the thinnest on: so many at least are not bold
_BOLD = 1.22
"""Times the strokes of plain letters: of 1,070 plain and 115 bold lines of scanned print, 3 plain ones have
thicker strokes and 16 bold ones, all of them running heads in small type, thinner ones."""

_FEW = 2  # letters, whose strokes alone tell little
_PERHAPS = 1.15  # a word of a bold run has at least such strokes itself


class Ink:
    """The dots of a page: how dark each is, 0 to 1."""

    def __init__(self, picture: Picture) -> None:
        head, _, pixels = picture.content.partition(b" 255\n")
        columns, rows = map(int, head.split()[1:])
        grey = np.frombuffer(pixels, dtype=np.uint8).reshape(rows, columns)
        black, paper = np.percentile(grey[::4, ::4], (_BLACK, _PAPER))
        darkness = (paper - grey.astype(np.float32)) / max(1.0, float(paper - black))
        self._darkness = np.clip((darkness - _SHADE) / (1 - 2 * _SHADE), 0.0, 1.0)
        self._scale = picture.dpi / 72

    def rules(self, words: Words) -> tuple[Rule, ...]:
        """Return the ruled lines below words, and long ones, as on a sheet that is turned straight."""
        slope = slope_of(words.groups, words.lefts, words.bases)
        height, width = (dots / self._scale for dots in self._darkness.shape)
        found = find_rules(self._darkness > _INKED, self._scale, slope)
        feet = [
            base - slope * (left - width / 2) for base, left in zip(words.bases, words.lefts, strict=True)
        ]
        return tuple(
            (left + slope * (y - height / 2), right + slope * (y - height / 2), y)
            for left, right, y in found
            if right - left >= _LONG_RULE
            or _below(words, feet, left, right, y) >= _UNDERLINED * (right - left)
        )

    def strokes(self, words: Words) -> list[float]:
        """Return how thick the strokes of each word are, in points; 0 where nothing can be measured."""
        height, width = self._darkness.shape
        found = []
        for left, right, base, size in zip(words.lefts, words.rights, words.bases, words.sizes, strict=True):
            top, bottom = (base - _TALL * size) * self._scale, (base + _DEEP * size) * self._scale
            first, last = left * self._scale - 1, right * self._scale + 1
            rows = slice(max(0, int(top)), max(0, min(height, int(bottom))))
            columns = slice(max(0, int(first)), max(0, min(width, int(last))))
            found.append(_thickness(self._darkness[rows, columns]) / self._scale)
        return found

    @staticmethod
    def with_bold(words: Words, strokes: Sequence[float]) -> Words:
        """Return words of a page, those with thicker strokes than most set in bold.

        Args:
            words: Of the page, in the sizes that they have.
            strokes: How thick those of each word are, in points.
        """
        letters = np.array([len(text) for text in words.texts], dtype=np.float64)
        thick = np.array(strokes) / np.maximum(1.0, np.array(words.sizes)) ** _SLOWER
        letters[thick <= 0] = 0.0
        if not letters.any():
            return words
        order = np.argsort(thick)
        reached = np.cumsum(letters[order])
        thick /= thick[order][np.searchsorted(reached, _PLAIN * reached[-1])]
        faces = list(words.faces)
        for start, end in lines_of(words.groups, words.lefts):
            for first, last in _bold_runs(letters[start:end], thick[start:end]):
                for at in range(start + first, start + last):
                    faces[at] |= BOLD
        return words._replace(faces=faces)


def _below(words: Words, feet: Sequence[float], left: float, right: float, y: float) -> float:
    """Return how much of a ruled line stands right below words, whose base lines are given."""
    return sum(
        max(0.0, min(right, end) - max(left, start))
        for start, end, foot, size in zip(words.lefts, words.rights, feet, words.sizes, strict=True)
        if -_OVER * size < y - foot < _UNDER * size
    )


def _thickness(darkness: Floats) -> float:
    """Return the ink over the number of strokes that rows and columns of dots cross."""
    if min(darkness.shape) < _LEAST_DOTS:
        return 0.0
    inked = darkness > _INKED
    across = np.count_nonzero(inked[:, 1:] & ~inked[:, :-1]) + np.count_nonzero(inked[:, 0])
    down = np.count_nonzero(inked[1:] & ~inked[:-1]) + np.count_nonzero(inked[0])
    return float(darkness.sum()) / max(1, int(across + down))


def _bold_runs(letters: Floats, thick: Floats) -> Iterator[tuple[int, int]]:
    """Give where the bold words of a line begin and end, by their letters and how thick their strokes are.

    Words are short, and measured with their neighbours; no run is a number or a letter beside plain words.
    """
    near = _with_neighbours(letters * thick) / np.maximum(1.0, _with_neighbours(letters))
    bold = (near >= _BOLD) & ((thick >= _PERHAPS) | (letters <= _FEW))
    edges = np.flatnonzero(np.diff(np.concatenate(([0], bold, [0]))))
    for first, last in edges.reshape(-1, 2).tolist():
        if letters[first:last].sum() > _FEW or last - first == len(letters):
            yield first, last


def _with_neighbours(values: Floats) -> Floats:
    summed = values.copy()
    summed[1:] += values[:-1]
    summed[:-1] += values[1:]
    return summed
